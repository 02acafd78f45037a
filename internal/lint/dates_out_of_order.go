package lint

import (
	"regexp"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

var dayShape = regexp.MustCompile(`^\d{4}-\d\d-\d\d$`)

// datesOutOfOrder compares days alone, whose order is that of their letters; what is no day has its own finding.
var datesOutOfOrder = &Rule{
	Code:     "dates-out-of-order",
	Severity: diag.Warning,
	Check: func(p *Pass) {
		for e := range p.Concepts {
			if !dayShape.MatchString(e.Created.Value) {
				continue
			}
			for _, later := range []struct {
				key string
				*glossary.Text
			}{{"modified", &e.Modified}, {"reviewed", &e.Reviewed}} {
				if dayShape.MatchString(later.Value) && later.Value < e.Created.Value {
					d := p.Report(e.Path, later.Span, diag.Args{"key": later.key, "date": later.Value, "created": e.Created.Value})
					d.Related = []diag.Related{{File: e.Path, Span: e.Created.Span, Code: p.rule.Code}}
				}
			}
		}
	},
}
