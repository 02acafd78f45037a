package lint

import (
	"strings"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/locale"
)

var numberSpace = &Rule{
	Code:     "number-space",
	Severity: diag.Warning,
	Check: func(p *Pass) {
		p.reportSlips(locale.NumberSpace, func(_ string, s locale.Slip) diag.Args {
			return diag.Args{"decimal": s.Text == ",", "narrow": strings.Contains(s.Text, "\u202F")}
		})
	},
}
