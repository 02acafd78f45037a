package lint

import (
	"strings"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

// badPhonetic asks for the sounds alone: the brackets belong to the page, which puts them round every pronunciation.
var badPhonetic = &Rule{
	Code:     "bad-phonetic",
	Severity: diag.Review,
	Check: func(p *Pass) {
		for f, t := range p.Kinds(glossary.Phonetic) {
			sounds, ok := unbracketed(t.Value)
			if !ok || hidden(t.Value) {
				continue
			}
			if _, again := unbracketed(sounds); again { // [/a/]
				sounds = ""
			}
			d := p.Report(f.Path, t.Span, diag.Args{"value": t.Value, "sounds": sounds})
			if sounds != "" {
				d.Fix = rewrite(t, sounds)
			}
		}
	},
}

// unbracketed takes off the marks by which dictionaries set a pronunciation apart.
func unbracketed(s string) (sounds string, ok bool) {
	s = strings.TrimFunc(s, space)
	for _, pair := range []string{"[]", "//", `\\`, "()", "⟦⟧"} {
		marks := []rune(pair)
		if inner, opened := strings.CutPrefix(s, string(marks[0])); opened {
			if inner, closed := strings.CutSuffix(inner, string(marks[1])); closed {
				if strings.ContainsRune(inner, marks[0]) || strings.ContainsRune(inner, marks[1]) { // [a], [b]
					return "", true
				}
				return strings.TrimFunc(inner, space), true
			}
		}
	}
	return "", false
}
