package lint

import (
	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

var missingGender = &Rule{
	Code:     "missing-gender",
	Severity: diag.Error,
	Check: func(p *Pass) {
		if !p.Lexicon.IsFrench() {
			return
		}
		gender := glossary.EntryRecord.Lookup("gender")
		for e := range p.Concepts {
			if e.POS.Value == "noun" && !e.Noted(gender) {
				p.Report(e.Path, e.POS.Span, diag.Args{"term": e.Term.Value})
			}
		}
	},
}
