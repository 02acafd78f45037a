package lint

import "github.com/lexipoche/lexipoche/internal/diag"

var unsafeURL = &Rule{
	Code:     "unsafe-url",
	Severity: diag.Error,
	Check: func(p *Pass) {
		var limit perText
		for _, a := range p.survey().addresses {
			if scheme := harmfulScheme(a.target()); scheme != "" && limit.allows(a.text) {
				p.Report(a.file.Path, a.text.At(a.start, a.end), diag.Args{"url": a.target(), "scheme": scheme})
			}
		}
	},
}
