package lint

import (
	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

var selfReference = &Rule{
	Code:     "self-reference",
	Severity: diag.Error,
	Check: func(p *Pass) {
		for doc, ref := range p.References {
			if ref.Field.Kind == glossary.EntryID && p.isSelf(doc, ref.ID) {
				p.Report(doc.Path, ref.Span, diag.Args{"id": ref.ID, "key": ref.Field.Key})
			}
		}
	},
}

// isSelf reports whether an id is, or was, that of the entry that mentions it.
func (p *Pass) isSelf(doc Document, id string) bool {
	e, ok := doc.Root.(*glossary.Entry)
	return ok && (id == e.ID || p.Entry(id) == e)
}
