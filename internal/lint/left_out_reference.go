package lint

import (
	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

// leftOutReference looks at what an edition says of concepts that it does not hold: by itself, or by the entries that
// it holds. What several of these say of one concept is told once.
var leftOutReference = &Rule{
	Code:     "left-out-reference",
	Severity: diag.Warning,
	Check: func(p *Pass) {
		for _, ed := range p.Editions {
			if ed.Broken {
				continue
			}
			held := map[*glossary.Entry]bool{}
			for _, e := range p.Select(ed) {
				held[e] = true
			}
			for ref := range ed.References() {
				e := p.Entry(ref.ID)
				override := ref.Field.Key == "override"
				if e == nil || held[e] || !override && (ref.Field.Kind == glossary.EntryID || e.State() == glossary.Draft) {
					continue
				}
				how := "link"
				if override {
					how = "override"
				}
				p.Report(ed.Path, ref.Span, diag.Args{
					"id": e.ID, "how": how, "draft": e.State() == glossary.Draft, "from": "", "more": 0,
				})
			}
			if ed.Select != nil {
				p.linksOut(ed, held)
			}
		}
	},
}

// maxRelated bounds the places that a finding names besides its own.
const maxRelated = 5

// linksOut reports, at the selection, the concepts that the entries chosen refer to in their texts and that are left out.
func (p *Pass) linksOut(ed *glossary.Edition, held map[*glossary.Entry]bool) {
	retold := map[*glossary.Entry]bool{} // whose gloss is another one in this edition
	for i := range ed.Overrides {
		if o := &ed.Overrides[i]; !o.InBrief.IsZero() {
			retold[p.Entry(o.ID.Value)] = true
		}
	}
	type links struct {
		from    *glossary.Entry // the last entry met
		entries int
		first   string
		places  []diag.Related
	}
	out := map[*glossary.Entry]*links{}
	var order []*glossary.Entry
	for doc, ref := range p.References {
		from, ok := doc.Root.(*glossary.Entry)
		if !ok || !held[from] || ref.Field.Kind == glossary.EntryID || ref.Field.Key == "in_brief" && retold[from] {
			continue
		}
		to := p.Entry(ref.ID)
		if to == nil || held[to] || to.State() == glossary.Draft {
			continue
		}
		l := out[to]
		if l == nil {
			l = &links{first: from.ID}
			out[to] = l
			order = append(order, to)
		}
		if l.from != from {
			l.from = from
			l.entries++
		}
		if len(l.places) < maxRelated {
			l.places = append(l.places, diag.Related{File: doc.Path, Span: ref.Span, Code: p.rule.Code})
		}
	}
	for _, to := range order {
		l := out[to]
		p.Report(ed.Path, ed.Select.Span, diag.Args{
			"id": to.ID, "how": "entry", "draft": false, "from": l.first, "more": l.entries - 1,
		}).Related = l.places
	}
}
