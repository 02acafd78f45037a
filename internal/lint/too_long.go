package lint

import (
	"strings"
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

// tooLong counts what a reader sees: no marks, and headwords for cross-references.
var tooLong = &Rule{
	Code:     "too-long",
	Severity: diag.Error,
	Check: func(p *Pass) {
		headword := func(id string) string {
			if e := p.Entry(id); e != nil {
				return e.Term.Value
			}
			return id
		}
		for f, v := range p.Fields(glossary.Line, glossary.Inline, glossary.Blocks) {
			t, field := v.Text, v.Field
			if field.Max == 0 || len(t.Value) <= field.Max && !strings.Contains(t.Value, "[[") {
				continue
			}
			n := utf8.RuneCountInString(t.Value)
			if t.Doc != nil {
				n = utf8.RuneCount(t.Doc.AppendPlain(nil, headword))
			}
			if n > field.Max {
				p.Report(f.Path, t.Span, diag.Args{"key": field.Key, "max": field.Max, "length": n, "over": n - field.Max})
			}
		}
	},
}
