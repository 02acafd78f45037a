package cli

import (
	"fmt"
	"io"
	"strings"

	"github.com/lexipoche/lexipoche/internal/diag"
)

// voice words findings in the language of messages.
func (a *app) voice() diag.Voice {
	return diag.Voice{
		Say:   func(code string, args diag.Args) (string, string) { return a.words.Say(code, args) },
		Label: a.words.Label,
		About: func(code string) string { return a.words.Label(code + ".about") },
	}
}

// printText prints findings for a person.
func (a *app) printText(w io.Writer, l *lexicon, found diag.List) error {
	return found.WriteText(w, a.voice(), diag.TextOptions{Files: l.fsys, Path: l.path, Color: a.color(w)})
}

// tally says how many findings there are of each severity; empty when there are none.
func (a *app) tally(found diag.List) string {
	var parts []string
	for _, s := range []diag.Severity{diag.Error, diag.Warning, diag.Review} {
		if n := found.Count(s); n > 0 {
			parts = append(parts, a.words.Count("tally."+s.String(), n))
		}
	}
	return strings.Join(parts, ", ")
}

// say prints a line of comment on standard error.
func (a *app) say(text string) { fmt.Fprintln(a.Stderr, text) }
