package lint

import "github.com/lexipoche/lexipoche/internal/diag"

// fixedSeverity protects what the formats rely on: an error is one in every lexicon.
var fixedSeverity = &Rule{
	Code:     "fixed-severity",
	Severity: diag.Error,
	Check: func(p *Pass) {
		for i := range p.Lexicon.Lint {
			s := &p.Lexicon.Lint[i]
			if set, ok := diag.ParseSeverity(s.Severity.Value); ok && set != diag.Error && p.Codes[s.Code.Value] == diag.Error {
				p.Report(p.Lexicon.Path, s.Severity.Span, diag.Args{"code": s.Code.Value, "severity": s.Severity.Value})
			}
		}
	},
}
