package lint

import (
	"slices"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

// relatedIsBroader applies SKOS S27: what is above or below a concept, however far, is not beside it.
var relatedIsBroader = &Rule{
	Code:     "related-is-broader",
	Severity: diag.Warning,
	Check: func(p *Pass) {
		for e := range p.Concepts {
			for i := range e.Related {
				t := &e.Related[i]
				other := p.Entry(t.Value)
				switch {
				case other == nil || other == e:
				case p.isAbove(other, e):
					p.Report(e.Path, t.Span, diag.Args{"id": other.ID, "broader": other.ID, "narrower": e.ID})
				case p.isAbove(e, other):
					p.Report(e.Path, t.Span, diag.Args{"id": other.ID, "broader": e.ID, "narrower": other.ID})
				}
			}
		}
	},
}

// maxAbove bounds the ancestors looked at, far above what a hierarchy of concepts has: a chain of all the entries of a
// lexicon would otherwise be climbed once for each.
const maxAbove = 100

// isAbove reports whether a concept is broader than another, at any distance.
func (p *Pass) isAbove(broader, e *glossary.Entry) bool {
	direct := p.Relations(e).Broader
	if len(direct) == 0 {
		return false
	}
	met := slices.Clone(direct)
	for i := 0; i < len(met) && len(met) < maxAbove; i++ {
		if met[i] == broader {
			return true
		}
		for _, next := range p.Relations(met[i]).Broader {
			if !slices.Contains(met, next) {
				met = append(met, next)
			}
		}
	}
	return slices.Contains(met, broader)
}
