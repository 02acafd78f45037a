package lint

import (
	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

// retiredReference leaves retired concepts alone, whose links are of no more use, but for the one to what replaces
// them; and the choices of editions, which name retired concepts on purpose.
var retiredReference = &Rule{
	Code:     "retired-reference",
	Severity: diag.Warning,
	Check: func(p *Pass) {
		for doc, ref := range p.References {
			from, isEntry := doc.Root.(*glossary.Entry)
			e := p.Entry(ref.ID)
			if e == nil || e == from || e.State() != glossary.Retired {
				continue
			}
			if isEntry && from.State() == glossary.Retired && ref.Field.Key != "replaced_by" || !isEntry && ref.Field.Kind == glossary.EntryID {
				continue
			}
			near := ""
			if r := p.replacement(e); r != nil && r != from {
				near = r.ID
			}
			p.Report(doc.Path, ref.Span, diag.Args{"id": ref.ID, "near": near})
		}
	},
}

// replacement follows a retired concept to the one in use that stands for it; nil when there is none.
func (p *Pass) replacement(e *glossary.Entry) *glossary.Entry {
	for range 20 { // longer chains, and circles, are other mistakes
		e = p.Entry(e.ReplacedBy.Value)
		if e == nil || e.State() != glossary.Retired {
			break
		}
	}
	if e == nil || e.State() == glossary.Retired {
		return nil
	}
	return e
}
