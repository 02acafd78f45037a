package lint

import (
	"strings"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
)

// missingPlural asks for the plurals that no rule gives: those of French compounds (tiers-lieux, but mots-clics).
var missingPlural = &Rule{
	Code:     "missing-plural",
	Severity: diag.Error,
	Check: func(p *Pass) {
		if !p.Lexicon.IsFrench() {
			return
		}
		plural, number := glossary.EntryRecord.Lookup("plural"), glossary.EntryRecord.Lookup("number")
		for e := range p.Concepts {
			if e.POS.Value != "noun" || e.Noted(plural) || e.Noted(number) {
				continue
			}
			if word := compound(e.Term.Value); word != "" {
				p.Report(e.Path, e.Term.Span, diag.Args{"term": e.Term.Value, "word": word})
			}
		}
	},
}

// compound gives the first word with a hyphen in what varies of a headword (« ateliers de co-création »).
func compound(term string) string {
	head, _ := locale.Complement(term)
	for word := range strings.FieldsSeq(head) {
		if locale.IsCompound(word) {
			return word
		}
	}
	return ""
}
