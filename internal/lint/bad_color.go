package lint

import (
	"regexp"
	"strings"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

var (
	color      = regexp.MustCompile(`^#[0-9A-Fa-f]{6}$`)
	colorMeant = regexp.MustCompile(`^\s*#?((?:[0-9A-Fa-f]{3}){1,2})\s*$`)
)

var badColor = &Rule{
	Code:     "bad-color",
	Severity: diag.Error,
	Check: func(p *Pass) {
		for f, t := range p.Kinds(glossary.Color) {
			if hidden(t.Value) || color.MatchString(t.Value) {
				continue
			}
			meant := ""
			if m := colorMeant.FindStringSubmatch(t.Value); m != nil {
				meant = "#" + m[1]
				if len(m[1]) == 3 {
					meant = "#" + strings.Repeat(m[1][:1], 2) + strings.Repeat(m[1][1:2], 2) + strings.Repeat(m[1][2:], 2)
				}
			}
			d := p.Report(f.Path, t.Span, diag.Args{"color": t.Value, "meant": meant})
			if meant != "" {
				d.Fix = rewrite(t, meant)
			}
		}
	},
}
