package diag

import (
	"bufio"
	"fmt"
	"io"
	"io/fs"
	"strings"
)

// TextOptions tells how findings are shown to a person. The zero value shows neither source nor colour.
type TextOptions struct {
	Files fs.FS                    // where source lines are read; what cannot be read is not shown
	Path  func(file string) string // makes the path shown; nil shows files as they are named
	Color bool                     // for a terminal
	Width int                      // columns a source line may fill; 160 when 0
}

const (
	defaultWidth = 160
	minWidth     = 20
	indent       = "    " // of source lines, so that they do not look like findings
)

// WriteText prints findings for people:
//
//	terms/a.yaml:7:3: error: unknown key "defintion" [unknown-key]
//	    defintion: …
//	    ^~~~~~~~~
//	help: write definition (fixable with --fix)
//	  terms/b.yaml:3:7: what another place has to do with it
//
// Only a finding at a place in a file shows the source. Nothing that a file holds can act on the terminal.
func (l List) WriteText(w io.Writer, voice Voice, opt TextOptions) error {
	out := bufio.NewWriter(w) // it keeps the first error, which Flush returns
	src := sources{fsys: opt.Files}
	paint := painter(opt.Color)
	columns := opt.Width
	if columns == 0 {
		columns = defaultWidth
	}
	columns = max(columns, minWidth) - len(indent)

	for f := range l.worded(voice, opt.Path) {
		if f.path != "" {
			fmt.Fprintf(out, "%s ", paint(bold, where(f.path, f.place)))
		}
		severity := voice.Label(labelSeverity + f.Severity.String())
		fmt.Fprintf(out, "%s %s [%s]\n", paint(severityColors[f.Severity], severity+":"), f.message, f.Code)
		if line, ok := src.line(f.File, f.Span.Line); ok {
			if source, mark, ok := snippet(line, f.place, columns); ok {
				fmt.Fprintf(out, indent+"%s\n"+indent+"%s\n", source, paintMark(paint, mark))
			}
		}
		if help := help(f, voice); help != "" {
			fmt.Fprintf(out, "%s: %s\n", voice.Label(labelHelp), help)
		}
		for _, r := range f.related {
			fmt.Fprintf(out, "  %s %s\n", paint(bold, where(r.path, r.place)), r.message)
		}
	}
	return out.Flush()
}

func where(path string, place Span) string {
	return fmt.Sprintf("%s:%d:%d:", oneLine(path, 0), place.Line, place.Col)
}

func help(f finding, voice Voice) string {
	switch {
	case len(f.edits()) == 0:
		return f.hint
	case f.hint == "":
		return voice.Label(labelFixable)
	}
	return fmt.Sprintf("%s (%s)", f.hint, voice.Label(labelFixable))
}

// sources reads lines of files, and remembers the last file: findings come sorted.
type sources struct {
	fsys fs.FS
	file string
	text lines
}

func (s *sources) line(file string, n int32) (string, bool) {
	if s.fsys == nil || n < 1 {
		return "", false
	}
	if s.file != file {
		// A file that cannot be read has its own finding, or none of our business here.
		src, err := fs.ReadFile(s.fsys, file)
		s.file, s.text = file, lines{}
		if err == nil {
			s.text = newLines(src)
		}
	}
	line, ok := s.text.line(n)
	return string(line), ok
}

type color string

const (
	bold   color = "1"
	red    color = "31"
	green  color = "32"
	yellow color = "33"
	cyan   color = "36"
)

var severityColors = [...]color{Review: cyan, Warning: yellow, Error: red}

// painter gives what colours a text and undoes it at once, or what leaves it as it is.
func painter(on bool) func(c color, s string) string {
	if !on {
		return func(_ color, s string) string { return s }
	}
	return func(c color, s string) string { return "\x1b[" + string(c) + "m" + s + "\x1b[0m" }
}

// paintMark colours an underline without the blanks before it.
func paintMark(paint func(color, string) string, mark string) string {
	i := strings.IndexByte(mark, '^')
	return mark[:i] + paint(green, mark[i:])
}
