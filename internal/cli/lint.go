package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/lexipoche/lexipoche/internal/compile"
	"github.com/lexipoche/lexipoche/internal/diag"
)

// fixRounds bounds the rounds of corrections: one may uncover another.
const fixRounds = 10

type lintFlags struct {
	format      string
	fix, strict bool
}

var lintFormats = []string{"text", "json", "github", "sarif"}

func lint(a *app) *cobra.Command {
	var flags lintFlags
	cmd := &cobra.Command{
		Use:   "lint",
		Short: "command.lint",
		RunE:  func(_ *cobra.Command, args []string) error { return a.lint(flags, args) },
	}
	cmd.Flags().StringVar(&flags.format, "format", "text", "flag.lint-format")
	cmd.Flags().BoolVar(&flags.fix, "fix", false, "flag.fix")
	cmd.Flags().BoolVar(&flags.strict, "strict", false, "flag.strict")
	return cmd
}

func (a *app) lint(flags lintFlags, paths []string) error {
	if !slices.Contains(lintFormats, flags.format) {
		return a.unknown("lint-format", flags.format, lintFormats)
	}
	lexicons, err := a.openAll(paths)
	if err != nil {
		return err
	}
	var all diag.List
	entries := 0
	for _, l := range lexicons {
		switch {
		case !flags.fix:
		case l.dir == "":
			return a.usage("fix-embedded", nil)
		case l.export != "":
			a.say(a.words.Text("lint.fix-export", map[string]any{"path": l.path(l.export)}))
		default:
			if err := a.fix(l); err != nil {
				return err
			}
		}
		found, n, err := l.check()
		if err != nil {
			return err
		}
		entries += n
		if flags.format == "text" {
			if err := a.printText(a.Stdout, l, found); err != nil {
				return err
			}
		}
		for i := range found { // from here on, files are named from the current folder
			found[i].File = l.path(found[i].File)
			for j := range found[i].Related {
				found[i].Related[j].File = l.path(found[i].Related[j].File)
			}
		}
		all = append(all, found...)
	}
	switch flags.format {
	case "json":
		err = all.WriteJSON(a.Stdout, a.voice(), nil)
	case "github":
		err = all.WriteGitHub(a.Stdout, a.voice(), nil)
	case "sarif":
		err = all.WriteSARIF(a.Stdout, a.voice(), nil, diag.SARIFTool{Name: "lexipoche", Version: Version, URI: homepage, Language: a.words.Language})
	default:
		a.conclude(all, entries)
	}
	if err != nil {
		return err
	}
	if all.HasErrors() || flags.strict && all.Count(diag.Warning) > 0 {
		return errFaults
	}
	return nil
}

// conclude ends a list read by a person.
func (a *app) conclude(found diag.List, entries int) {
	checked := a.words.Count("lint.checked", entries)
	if tally := a.tally(found); tally != "" {
		a.say(checked + a.words.Label("punctuation.colon") + tally)
		return
	}
	a.say(checked + a.words.Label("punctuation.colon") + a.words.Label("lint.clean"))
}

// openAll finds the lexicons of some paths: several paths in one lexicon are one work.
func (a *app) openAll(paths []string) ([]*lexicon, error) {
	if len(paths) == 0 {
		l, err := a.open("")
		return []*lexicon{l}, err
	}
	var list []*lexicon
	byDir := map[string]*lexicon{}
	for _, p := range paths {
		l, err := a.openPath(p)
		if err != nil {
			return nil, err
		}
		abs, err := filepath.Abs(filepath.Join(l.dir, l.export))
		if err != nil {
			return nil, err
		}
		if other := byDir[abs]; other == nil {
			byDir[abs] = l
			list = append(list, l)
		} else if l.only == nil || other.only == nil {
			other.only = nil
		} else {
			other.only = append(other.only, l.only...)
		}
	}
	return list, nil
}

// fix applies every safe correction and says which, file by file, until there is none left to apply.
func (a *app) fix(l *lexicon) error {
	for range fixRounds {
		found, _, err := l.check()
		if err != nil {
			return err
		}
		changed := false
		for start := 0; start < len(found); {
			end := start
			for end < len(found) && found[end].File == found[start].File {
				end++
			}
			done, err := a.fixFile(l, found[start:end])
			if err != nil {
				return err
			}
			changed = changed || done
			start = end
		}
		if !changed {
			return nil
		}
	}
	return nil
}

// fixFile corrects one file. Its findings are those of the text on the disk.
func (a *app) fixFile(l *lexicon, found diag.List) (changed bool, err error) {
	var fixes []*diag.Fix
	for i := range found {
		if found[i].Fix != nil {
			fixes = append(fixes, found[i].Fix)
		}
	}
	if len(fixes) == 0 {
		return false, nil
	}
	name := filepath.Join(l.dir, filepath.FromSlash(found[0].File))
	before, err := os.ReadFile(name)
	if err != nil {
		return false, err
	}
	after, made := diag.Apply(before, fixes)
	if len(made) == 0 {
		return false, nil
	}
	if err := compile.Replace(name, after); err != nil {
		return false, err
	}
	for i := range found {
		if d := &found[i]; slices.Contains(made, d.Fix) {
			message, _ := a.words.Say(d.Code, d.Args)
			a.say(fmt.Sprintf("%s:%d: %s", l.path(d.File), max(d.Span.Line, 1), a.words.Text("lint.fixed", map[string]any{"message": message})))
		}
	}
	return true, nil
}
