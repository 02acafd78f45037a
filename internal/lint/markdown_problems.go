package lint

import (
	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/markdown"
)

// problemCodes says which rule reports what the Markdown of a text holds and should not.
var problemCodes = map[markdown.ProblemKind]string{
	markdown.HTML:       "raw-html",
	markdown.Heading:    "markdown-unsupported",
	markdown.Image:      "markdown-unsupported",
	markdown.Code:       "markdown-unsupported",
	markdown.Quote:      "markdown-unsupported",
	markdown.Rule:       "markdown-unsupported",
	markdown.Table:      "markdown-unsupported",
	markdown.TooDeep:    "markdown-unsupported",
	markdown.Block:      "markdown-block",
	markdown.BrokenLink: "broken-link",
}

// problems calls yield for what the rule at work reports of the Markdown of texts.
func (p *Pass) problems(yield func(located, markdown.Problem) bool) {
	var limit perText
	for _, in := range p.survey().troubled {
		for _, problem := range in.Text.Doc.Problems {
			if problemCodes[problem.Kind] == p.rule.Code && limit.allows(in.Text) && !yield(in, problem) {
				return
			}
		}
	}
}

// reportProblem reports a problem at its place.
func (p *Pass) reportProblem(in located, problem markdown.Problem, args diag.Args) *diag.Diagnostic {
	args["text"] = problem.Text
	return p.Report(in.file.Path, in.Text.At(problem.Start, problem.End), args)
}
