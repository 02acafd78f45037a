package lint

import (
	"slices"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

// missingSource leaves drafts in peace: they are not finished, and not published.
var missingSource = &Rule{
	Code:     "missing-source",
	Severity: diag.Review,
	Check: func(p *Pass) {
		for e := range p.Concepts {
			signed := slices.ContainsFunc(e.Contributors, func(c glossary.Contributor) bool { return c.Role.Value == "author" })
			if e.Definition.IsZero() || e.State() == glossary.Draft || signed || e.Noted(glossary.EntryRecord.Lookup("sources")) {
				continue
			}
			p.Report(e.Path, e.Definition.Span, diag.Args{"term": e.Term.Value})
		}
	},
}
