package lint

import (
	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

var retiredWithoutReplacement = &Rule{
	Code:     "retired-without-replacement",
	Severity: diag.Warning,
	Check: func(p *Pass) {
		replacedBy := glossary.EntryRecord.Lookup("replaced_by")
		for e := range p.Concepts {
			if e.State() == glossary.Retired && !e.Noted(replacedBy) {
				p.Report(e.Path, e.Status.Span, diag.Args{"term": e.Term.Value})
			}
		}
	},
}
