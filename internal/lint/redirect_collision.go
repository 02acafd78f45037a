package lint

import (
	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

var redirectCollision = &Rule{
	Code:     "redirect-collision",
	Severity: diag.Error,
	Check: func(p *Pass) {
		type claim struct {
			entry *glossary.Entry
			id    *glossary.Text
		}
		current := make(map[string]*glossary.Entry, len(p.Entries))
		for _, e := range p.Entries {
			if current[e.ID] == nil {
				current[e.ID] = e
			}
		}
		claimed := map[string]claim{}
		for e := range p.Concepts {
			for i := range e.Formerly {
				id := &e.Formerly[i]
				if other := current[id.Value]; other != nil {
					d := p.Report(e.Path, id.Span, diag.Args{"id": id.Value, "current": true, "self": id.Value == e.ID})
					if id.Value != e.ID {
						d.Related = []diag.Related{{File: other.Path, Code: p.rule.Code, Args: diag.Args{"id": id.Value, "current": true}}}
					}
					continue
				}
				if first, ok := claimed[id.Value]; ok {
					d := p.Report(e.Path, id.Span, diag.Args{"id": id.Value, "current": false, "self": first.entry == e})
					d.Related = []diag.Related{{File: first.entry.Path, Span: first.id.Span, Code: p.rule.Code, Args: diag.Args{"id": id.Value, "current": false}}}
					continue
				}
				claimed[id.Value] = claim{e, id}
			}
		}
	},
}
