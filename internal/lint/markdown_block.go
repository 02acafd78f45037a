package lint

import "github.com/lexipoche/lexipoche/internal/diag"

var markdownBlock = &Rule{
	Code:     "markdown-block",
	Severity: diag.Error,
	Check: func(p *Pass) {
		for in, problem := range p.problems {
			p.reportProblem(in, problem, diag.Args{"key": in.Field.Key})
		}
	},
}
