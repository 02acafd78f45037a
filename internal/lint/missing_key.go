package lint

import (
	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

// missingKey asks for the keys that a group cannot do without. A key that was written but could not be read is not
// missing: its fault has been reported.
var missingKey = &Rule{
	Code:     "missing-key",
	Severity: diag.Error,
	Check: func(p *Pass) {
		domain := "" // an example to follow
		if len(p.Lexicon.Domains) > 0 {
			domain = p.Lexicon.Domains[0].ID.Value
		}
		for doc := range p.Documents {
			doc.Record.Groups(doc.Root, func(r *glossary.Record, group any) {
				part := group.(interface{ Common() *glossary.Part }).Common()
				span := part.Span
				if group == doc.Root {
					span = diag.Span{}
				}
				for i := range r.Fields {
					if r.Fields[i].Required && !part.Noted(i) {
						p.Report(doc.Path, span, diag.Args{"key": r.Fields[i].Key, "group": r.Name, "domain": domain})
					}
				}
			})
		}
	},
}
