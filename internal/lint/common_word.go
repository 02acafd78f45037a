package lint

import (
	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

// commonWord asks what to do of a headword that texts say in other senses too: it would be linked at every corner. No
// correction is made, for the choice is the author's.
var commonWord = &Rule{
	Code:     "common-word",
	Severity: diag.Review,
	Check: func(p *Pass) {
		if !p.Lexicon.IsFrench() {
			return
		}
		autolink := glossary.EntryRecord.Lookup("autolink")
		for e := range p.Concepts {
			if commonWords[e.Term.Value] && !e.Noted(autolink) && e.State() != glossary.Retired {
				p.Report(e.Path, e.Term.Span, diag.Args{"term": e.Term.Value})
			}
		}
	},
}
