package lint

import (
	"regexp"
	"strings"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/markdown"
)

var parted = regexp.MustCompile(`^\[[^\[\]]+\](\s+)\([^\s()]+\)$`)

var brokenLink = &Rule{
	Code:     "broken-link",
	Severity: diag.Error,
	Check: func(p *Pass) {
		for in, problem := range p.problems {
			d := p.reportProblem(in, problem, diag.Args{})
			m := parted.FindStringSubmatchIndex(problem.Text)
			if m == nil { // the text and the address of a link, but for the space between them
				continue
			}
			t := in.Text
			gap := piece{start: problem.Start + m[2], end: problem.Start + m[3]}
			mended := markdown.Inline(strings.Join([]string{problem.Text[:m[2]], problem.Text[m[3]:]}, ""))
			if len(mended.Problems) == 0 && len(mended.Nodes) == 1 && mended.Nodes[0].Kind == markdown.Link {
				if fault, _ := judgeAddress(mended.Nodes[0].URL()); fault == "" {
					d.Fix = amend(t, []piece{gap})
				}
			}
		}
	},
}
