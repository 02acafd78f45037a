package lint

import "github.com/lexipoche/lexipoche/internal/diag"

var formerReference = &Rule{
	Code:     "former-reference",
	Severity: diag.Warning,
	Check: func(p *Pass) {
		for doc, ref := range p.References {
			if e := p.Entry(ref.ID); e != nil && e.ID != ref.ID && e.Path != doc.Path {
				d := p.Report(doc.Path, ref.Span, diag.Args{"id": ref.ID, "new": e.ID})
				d.Fix = replaceID(doc, ref, e.ID)
			}
		}
	},
}
