package lint

import (
	"strings"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

var selfLink = &Rule{
	Code:     "self-link",
	Severity: diag.Warning,
	Check: func(p *Pass) {
		for doc, ref := range p.References {
			if ref.Field.Kind != glossary.EntryID && p.isSelf(doc, ref.ID) {
				p.Report(doc.Path, ref.Span, diag.Args{"id": ref.ID}).Fix = unlink(ref)
			}
		}
	},
}

// unlink takes the marks of a cross-reference away and leaves its text.
func unlink(ref *glossary.Reference) *diag.Fix {
	if ref.Shown == "" {
		return nil
	}
	words := ref.IDStart + strings.IndexByte(ref.Text.Value[ref.IDStart:], '|') + 1
	return amend(ref.Text, []piece{{ref.Start, words, ""}, {ref.End - len("]]"), ref.End, ""}})
}
