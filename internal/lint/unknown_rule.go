package lint

import (
	"maps"
	"slices"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

var unknownRule = &Rule{
	Code:     "unknown-rule",
	Severity: diag.Error,
	Check: func(p *Pass) {
		near := suggester{candidates: slices.Sorted(maps.Keys(p.Codes))}
		for i := range p.Lexicon.Lint {
			code := &p.Lexicon.Lint[i].Code
			if _, ok := p.Codes[code.Value]; !ok {
				d := p.Report(p.Lexicon.Path, code.Span, diag.Args{"code": code.Value, "near": near.nearest(code.Value)})
				if right := idOf(code.Value); p.Codes[right] != diag.Off {
					d.Fix = rekey(code, right, p.Lexicon.Lint, func(s *glossary.Setting) *glossary.Text { return &s.Code })
				}
			}
		}
	},
}
