package lint

import (
	"strings"

	"github.com/lexipoche/lexipoche/internal/diag"
)

// badURL leaves to unsafe-url what does harm, and to relative-link the links of a text that lead nowhere outside.
var badURL = &Rule{
	Code:     "bad-url",
	Severity: diag.Error,
	Check: func(p *Pass) {
		var limit perText
		for _, a := range p.survey().addresses {
			target := a.target()
			if hidden(a.written()) || harmfulScheme(target) != "" {
				continue
			}
			fault, better := judgeAddress(target)
			if fault == "" || fault == faultRelative && a.link != nil || !limit.allows(a.text) {
				continue
			}
			args := diag.Args{
				"url": target, "reason": fault, "better": better, "scheme": strings.TrimSuffix(schemeOf(target), ":"), "beginning": "https://",
			}
			if isMailbox(target) {
				args["beginning"] = "mailto:"
			}
			if fault == faultCredentials { // nobody's password is printed
				args["url"] = ""
			}
			d := p.Report(a.file.Path, a.text.At(a.start, a.end), args)
			switch {
			case better == "":
			case a.link == nil:
				d.Fix = rewrite(a.text, better)
			case target == a.link.Target && !strings.ContainsAny(better, `()<>\`):
				d.Fix = amend(a.text, []piece{{a.start, a.end, better}})
			}
		}
	},
}
