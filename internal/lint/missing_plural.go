package lint

import (
	"slices"
	"strings"
	"unicode"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
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

// beforeComplement are the words after which a group of words no longer varies (« ateliers de co-création »).
var beforeComplement = strings.Fields("de d du des à au aux en pour par sur sous sans avec dans entre vers chez contre comme")

// compound gives the first word with a hyphen in what varies of a headword. Signs and names do not vary: a word with a
// capital or a digit is none (Wi-Fi, CD-ROM).
func compound(term string) string {
	for word := range strings.FieldsFuncSeq(term, unicode.IsSpace) {
		first, _, _ := strings.Cut(strings.ReplaceAll(word, "'", "’"), "’")
		switch {
		case slices.Contains(beforeComplement, first):
			return ""
		case strings.ContainsFunc(word, func(r rune) bool { return unicode.IsUpper(r) || unicode.IsDigit(r) }):
		case isCompound(word):
			return word
		}
	}
	return ""
}

// isCompound reports whether a hyphen joins letters in a word.
func isCompound(word string) bool {
	letters := false
	for _, part := range strings.FieldsFunc(word, isHyphen) {
		has := strings.ContainsFunc(part, unicode.IsLetter)
		if has && letters {
			return true
		}
		letters = has
	}
	return false
}

// isHyphen knows the sign of the keyboard, and those that typesetters put in its place.
func isHyphen(r rune) bool { return r == '-' || r == '\u2010' || r == '\u2011' }
