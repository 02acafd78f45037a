package cli

import (
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/lexipoche/lexipoche/internal/compile"
	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/locale"
)

type buildFlags struct {
	to      []string
	out     string
	edition string
	lang    []string
}

func build(a *app) *cobra.Command {
	var flags buildFlags
	cmd := &cobra.Command{
		Use:   "build",
		Short: "command.build",
		Args:  a.atMost(1),
		RunE: func(_ *cobra.Command, args []string) error {
			return a.build(flags, strings.Join(args, ""))
		},
	}
	cmd.Flags().StringSliceVar(&flags.to, "to", compile.DefaultFormats, "flag.to")
	cmd.Flags().StringVar(&flags.out, "out", "dist", "flag.out")
	cmd.Flags().StringVar(&flags.edition, "edition", "", "flag.edition")
	cmd.Flags().StringSliceVar(&flags.lang, "lang", nil, "flag.lang")
	return cmd
}

func (a *app) build(flags buildFlags, dir string) error {
	l, err := a.open(dir)
	if err != nil {
		return err
	}
	date, err := a.sourceDate()
	if err != nil {
		return err
	}
	language, besides := "", []string(nil)
	if len(flags.lang) > 0 {
		language, besides = flags.lang[0], flags.lang[1:]
	}
	progress := a.progress()
	out, found, err := compile.Build(l.fsys, compile.Options{
		Formats:  flags.to,
		Edition:  flags.edition,
		Language: language,
		Besides:  besides,
		Date:     date,
		Program:  "lexipoche " + Version,
		Progress: progress.stage,
	})
	if err == nil && out != nil {
		progress.stage(compile.Stage{Name: "save"})
		err = compile.Save(flags.out, out)
	}
	progress.stop()
	var unknown *compile.UnknownError
	if errors.As(err, &unknown) {
		return a.unknown(unknown.What, unknown.Name, unknown.Known)
	}
	if printErr := a.printText(a.Stderr, l, found); printErr != nil {
		return printErr
	}
	if err != nil {
		return err
	}
	if out == nil {
		a.say(a.tally(found) + a.words.Label("punctuation.colon") + a.words.Label("build.nothing"))
		return errFaults
	}
	if b := out.Book; b.Words.Language != locale.Language(b.Language) {
		a.say(a.words.Text("build.no-words", map[string]any{"language": a.words.LanguageName(locale.Language(b.Language))}))
	}
	return a.summary(flags.out, out, found)
}

// summary says what was written, how many concepts, how large, and what to do about a book that is too large.
func (a *app) summary(dir string, out *compile.Output, found diag.List) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s%s%s", out.Book.Title, a.words.Label("punctuation.colon"), a.words.Count("book.entries", len(out.Book.Entries)))
	if tally := a.tally(found); tally != "" {
		fmt.Fprintf(&b, " (%s)", tally)
	}
	b.WriteByte('\n')
	lines := outputs(out)
	width := 0
	for i := range lines {
		lines[i].name = filepath.Join(dir, filepath.FromSlash(lines[i].name))
		if lines[i].files > 0 {
			lines[i].name += string(filepath.Separator)
		}
		width = max(width, utf8.RuneCountInString(lines[i].name))
	}
	for _, l := range lines {
		fmt.Fprintf(&b, "  %s%s  %10s", l.name, strings.Repeat(" ", width-utf8.RuneCountInString(l.name)), a.size(l.size))
		if l.files > 0 {
			fmt.Fprintf(&b, "  (%s)", a.words.Count("build.files", l.files))
		}
		b.WriteByte('\n')
	}
	_, err := a.Stdout.Write([]byte(b.String()))
	for _, f := range out.Files {
		if f.Text > compile.LargeText {
			message, hint := a.words.Say("build.large", map[string]any{"size": a.size(f.Text), "most": a.size(compile.LargeText)})
			name := filepath.Join(dir, filepath.FromSlash(f.Name))
			a.say(name + ": " + a.words.Label("severity.warning") + ": " + message)
			a.say(a.words.Label("help") + ": " + hint)
		}
	}
	return err
}

// made is a file of an output, or a folder of them.
type made struct {
	name  string
	size  int // bytes
	files int // in the folder
}

func outputs(out *compile.Output) (list []made) {
	for _, f := range out.Files {
		folder := out.Folder(f)
		if folder == "" {
			list = append(list, made{name: f.Name, size: len(f.Data)})
			continue
		}
		if n := len(list); n == 0 || list[n-1].name != folder {
			list = append(list, made{name: folder})
		}
		last := &list[len(list)-1]
		last.size += len(f.Data)
		last.files++
	}
	return list
}

// size words a number of bytes.
func (a *app) size(n int) string {
	kilo := float64(n) / 1000
	switch {
	case kilo < 10:
		return a.words.Text("size.kilobytes", map[string]any{"n": a.decimal(kilo, 1)})
	case kilo < 1000:
		return a.words.Text("size.kilobytes", map[string]any{"n": a.decimal(kilo, 0)})
	}
	return a.words.Text("size.megabytes", map[string]any{"n": a.decimal(kilo/1000, 1)})
}

func (a *app) decimal(x float64, digits int) string {
	return strings.Replace(strconv.FormatFloat(x, 'f', digits, 64), ".", a.words.Label("punctuation.decimal"), 1)
}

// sourceDate reads the date that SOURCE_DATE_EPOCH imposes, zero when it is not set: see reproducible-builds.org.
func (a *app) sourceDate() (time.Time, error) {
	value := a.Getenv("SOURCE_DATE_EPOCH")
	if value == "" {
		return time.Time{}, nil
	}
	seconds, err := strconv.ParseInt(value, 10, 64)
	if err != nil || seconds < 0 {
		return time.Time{}, a.usage("source-date", map[string]any{"value": value})
	}
	return time.Unix(seconds, 0).UTC(), nil
}

// progress shows on a terminal what is being done, once it has lasted long enough to wonder.
type progress struct {
	stages chan compile.Stage
	done   chan struct{}
}

const (
	patience = 600 * time.Millisecond
	blink    = 150 * time.Millisecond
)

func (a *app) progress() *progress {
	p := &progress{stages: make(chan compile.Stage, 16), done: make(chan struct{})}
	if !terminal(a.Stderr) {
		go func() {
			for range p.stages {
			}
			close(p.done)
		}()
		return p
	}
	go func() {
		defer close(p.done)
		ticks := time.NewTicker(blink)
		defer ticks.Stop()
		const frames = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"
		text, shown := "", false
		for n := 0; ; {
			select {
			case s, more := <-p.stages:
				if !more {
					if shown {
						fmt.Fprint(a.Stderr, "\r\033[K")
					}
					return
				}
				text = a.words.Text("stage."+s.Name, map[string]any{"format": strings.ToUpper(s.Format)})
			case <-ticks.C:
				if n++; time.Duration(n)*blink >= patience {
					shown = true
					fmt.Fprintf(a.Stderr, "\r\033[K%s %s", string([]rune(frames)[n%10]), text)
				}
			}
		}
	}()
	return p
}

func (p *progress) stage(s compile.Stage) { p.stages <- s }

func (p *progress) stop() {
	close(p.stages)
	<-p.done
}
