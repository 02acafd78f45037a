package lint

import (
	"unicode"
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/diag"
)

// definitionCapital asks for the capital that opens a definition. A name is left as its owner writes it (« iPad », « eBook »).
var definitionCapital = &Rule{
	Code:     "definition-capital",
	Severity: diag.Warning,
	Check: func(p *Pass) {
		for e, t := range p.frenchDefinitions {
			if r, _ := utf8.DecodeRuneInString(t.Value); unicode.IsUpper(r) {
				continue
			}
			start, end := beginning(t)
			s := t.Value[start:end]
			r, size := utf8.DecodeRuneInString(s)
			upper := unicode.ToUpper(r)
			if upper == r || isName(firstWord(s)) {
				continue
			}
			d := p.Report(e.Path, t.At(start, start+size), diag.Args{"word": firstWord(s), "better": string(upper) + firstWord(s)[size:]})
			d.Fix = amend(t, []piece{{start, start + size, string(upper)}})
		}
	},
}

// isName reports whether a word has a capital or a digit beyond its first letter, or is a sign: names and formulas are left alone.
func isName(word string) bool {
	for i, r := range word {
		if i > 0 && (unicode.IsUpper(r) || unicode.IsDigit(r)) {
			return true
		}
	}
	r, size := utf8.DecodeRuneInString(word)
	return size == len(word) && r != 'à'
}
