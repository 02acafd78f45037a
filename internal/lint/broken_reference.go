package lint

import (
	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

// brokenReference mends what leaves no doubt: an id with capitals or accents, or one letter away from a single other;
// a headword written in place of its id, whose wording a text then keeps.
var brokenReference = &Rule{
	Code:     "broken-reference",
	Severity: diag.Error,
	Check: func(p *Pass) {
		known := concepts{entries: p.Entries}
		for doc, ref := range p.References {
			if p.Entry(ref.ID) != nil {
				continue
			}
			id, how := known.find(ref.ID)
			d := p.Report(doc.Path, ref.Span, diag.Args{"id": ref.ID, "near": id})
			if how > byLikeness {
				d.Fix = mendReference(doc, ref, id, how == byWord && ref.ID != p.Entry(id).Term.Value)
			}
		}
	},
}

// mendReference puts the right id in a reference. In a text, what was written stays shown when it is a wording of its
// own rather than a misspelt id.
func mendReference(doc Document, ref *glossary.Reference, id string, wording bool) *diag.Fix {
	if ref.Field.Kind == glossary.EntryID || ref.Shown != "" || !wording {
		return replaceID(doc, ref, id)
	}
	return amend(ref.Text, []piece{{ref.IDStart, ref.IDStart + len(ref.ID), id + "|" + ref.ID}})
}

// replaceID corrects the id of a reference.
func replaceID(doc Document, ref *glossary.Reference, id string) *diag.Fix {
	switch {
	case ref.Field.Kind != glossary.EntryID:
		return amend(ref.Text, []piece{{ref.IDStart, ref.IDStart + len(ref.ID), id}})
	case ref.Field.Key == "override":
		return rekey(ref.Text, id, doc.Root.(*glossary.Edition).Overrides, func(o *glossary.Override) *glossary.Text { return &o.ID })
	}
	return rewrite(ref.Text, id)
}
