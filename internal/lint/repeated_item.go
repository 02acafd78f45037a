package lint

import (
	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

// repeatedItem looks at the lists of values, save those that other rules know better: relations and former ids.
var repeatedItem = &Rule{
	Code:     "repeated-item",
	Severity: diag.Warning,
	Check: func(p *Pass) {
		for doc := range p.Documents {
			doc.Record.Groups(doc.Root, func(r *glossary.Record, group any) {
				for i := range r.Fields {
					f := &r.Fields[i]
					if f.Texts == nil || f.Kind == glossary.FormerID || f.Kind == glossary.EntryID && r == &glossary.EntryRecord {
						continue
					}
					list := *f.Texts(group)
					if len(list) < 2 {
						continue
					}
					first := make(map[string]*glossary.Text, len(list))
					for j := range list {
						t := &list[j]
						if other := first[t.Value]; other != nil {
							d := p.Report(doc.Path, t.Span, diag.Args{"key": f.Key, "value": t.Value})
							d.Related = []diag.Related{{File: doc.Path, Span: other.Span, Code: p.rule.Code}}
							continue
						}
						first[t.Value] = t
					}
				}
			})
		}
	},
}
