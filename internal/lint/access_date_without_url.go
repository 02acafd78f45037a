package lint

import "github.com/lexipoche/lexipoche/internal/diag"

var accessDateWithoutURL = &Rule{
	Code:     "access-date-without-url",
	Severity: diag.Warning,
	Check: func(p *Pass) {
		for _, s := range p.survey().sources {
			if !s.Accessed.IsZero() && !s.has("url") {
				p.Report(s.file.Path, s.Accessed.Span, diag.Args{"date": s.Accessed.Value})
			}
		}
	},
}
