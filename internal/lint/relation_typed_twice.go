package lint

import (
	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

// relationTypedTwice finds the links that say nothing new: one concept twice in a list, or a relation that goes both
// ways written at both ends. What is written twice is corrected once.
var relationTypedTwice = &Rule{
	Code:     "relation-typed-twice",
	Severity: diag.Warning,
	Check: func(p *Pass) {
		for _, relation := range []struct {
			key      string
			bothWays bool
			said     func(*glossary.Entry) []glossary.Text
		}{
			{"broader", false, func(e *glossary.Entry) []glossary.Text { return e.Broader }},
			{"part_of", false, func(e *glossary.Entry) []glossary.Text { return e.PartOf }},
			{"related", true, func(e *glossary.Entry) []glossary.Text { return e.Related }},
			{"distinguish", true, func(e *glossary.Entry) []glossary.Text { return e.Distinguish }},
		} {
			type link struct{ from, to *glossary.Entry }
			first := map[link]*glossary.Text{}
			for e := range p.Concepts {
				said := relation.said(e)
				for i := range said {
					t := &said[i]
					other := p.Entry(t.Value)
					if other == nil || other == e {
						continue
					}
					from, place := e, first[link{e, other}]
					if place == nil && relation.bothWays {
						from, place = other, first[link{other, e}]
					}
					if place == nil {
						first[link{e, other}] = t
						continue
					}
					d := p.Report(e.Path, t.Span, diag.Args{"id": other.ID, "key": relation.key, "opposite": from != e})
					d.Related = []diag.Related{{File: from.Path, Span: place.Span, Code: p.rule.Code}}
				}
			}
		}
	},
}
