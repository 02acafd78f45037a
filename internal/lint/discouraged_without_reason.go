package lint

import (
	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

var discouragedWithoutReason = &Rule{
	Code:     "discouraged-without-reason",
	Severity: diag.Warning,
	Check: func(p *Pass) {
		for doc := range p.Documents {
			doc.Record.Groups(doc.Root, func(r *glossary.Record, group any) {
				if d, ok := group.(*glossary.Designation); ok && !d.Advised() && !d.Noted(r.Lookup("reason")) {
					p.Report(doc.Path, d.Term.Span, diag.Args{"term": d.Term.Value, "status": d.State()})
				}
			})
		}
	},
}
