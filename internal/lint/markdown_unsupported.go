package lint

import "github.com/lexipoche/lexipoche/internal/diag"

var markdownUnsupported = &Rule{
	Code:     "markdown-unsupported",
	Severity: diag.Error,
	Check: func(p *Pass) {
		for in, problem := range p.problems {
			p.reportProblem(in, problem, diag.Args{"kind": string(problem.Kind)})
		}
	},
}
