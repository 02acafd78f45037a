package lint

import (
	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

// draftReference looks at what is published: what drafts refer to matters to nobody yet. The overrides of an edition
// are for left-out-reference.
var draftReference = &Rule{
	Code:     "draft-reference",
	Severity: diag.Warning,
	Check: func(p *Pass) {
		for doc, ref := range p.References {
			from, isEntry := doc.Root.(*glossary.Entry)
			if isEntry && from.State() == glossary.Draft || ref.Field.Key == "except" || ref.Field.Key == "override" {
				continue
			}
			if e := p.Entry(ref.ID); e != nil && e.State() == glossary.Draft {
				p.Report(doc.Path, ref.Span, diag.Args{"id": ref.ID, "key": ref.Field.Key})
			}
		}
	},
}
