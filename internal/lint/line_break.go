package lint

import (
	"strings"

	"github.com/lexipoche/lexipoche/internal/diag"
)

// lineBreak looks at what stands on one line of a page.
var lineBreak = &Rule{
	Code:     "line-break",
	Severity: diag.Error,
	Check: func(p *Pass) {
		for f, v := range p.suspected(hasBreak) {
			t := v.Text
			i := strings.IndexByte(t.Value, '\n')
			p.Report(f.Path, t.At(i, i+1), diag.Args{"n": strings.Count(t.Value, "\n") + 1})
		}
	},
}
