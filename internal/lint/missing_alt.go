package lint

import "github.com/lexipoche/lexipoche/internal/diag"

var missingAlt = &Rule{
	Code:     "missing-alt",
	Severity: diag.Error,
	Check: func(p *Pass) {
		for _, i := range p.survey().illustrations {
			if i.has("alt") {
				continue
			}
			span := i.File.Span
			if i.File.IsZero() {
				span = i.Part.Span
			}
			p.Report(i.file.Path, span, diag.Args{"file": i.File.Value})
		}
	},
}
