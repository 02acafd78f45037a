package lint

import "github.com/lexipoche/lexipoche/internal/diag"

var missingAccessDate = &Rule{
	Code:     "missing-access-date",
	Severity: diag.Warning,
	Check: func(p *Pass) {
		for _, s := range p.survey().sources {
			if !s.URL.IsZero() && !s.has("accessed") {
				p.Report(s.file.Path, s.URL.Span, diag.Args{"url": s.URL.Value})
			}
		}
	},
}
