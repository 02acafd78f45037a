package lint

import (
	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

var replacementWithoutRetirement = &Rule{
	Code:     "replacement-without-retirement",
	Severity: diag.Warning,
	Check: func(p *Pass) {
		for e := range p.Concepts {
			known := e.Status.IsZero() || isOption(glossary.EntryStatuses, e.Status.Value)
			if !e.ReplacedBy.IsZero() && e.State() != glossary.Retired && known {
				p.Report(e.Path, e.ReplacedBy.Span, diag.Args{"term": e.Term.Value, "id": e.ReplacedBy.Value, "status": e.Status.Value})
			}
		}
	},
}
