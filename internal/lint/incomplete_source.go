package lint

import "github.com/lexipoche/lexipoche/internal/diag"

var incompleteSource = &Rule{
	Code:     "incomplete-source",
	Severity: diag.Error,
	Check: func(p *Pass) {
		for _, s := range p.survey().sources {
			if !s.has("title") && !s.has("work") {
				p.Report(s.file.Path, s.Part.Span, nil)
			}
		}
	},
}
