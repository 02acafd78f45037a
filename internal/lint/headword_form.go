package lint

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

// headwordForm asks for headwords as dictionaries have them: no article, no full stop, no capital but that of a name.
var headwordForm = &Rule{
	Code:     "headword-form",
	Severity: diag.Review,
	Check: func(p *Pass) {
		if !p.Lexicon.IsFrench() {
			return
		}
		for e := range p.Concepts {
			t := &e.Term
			if t.IsZero() {
				continue
			}
			report := func(reason string, start, end int, better string) {
				p.Report(e.Path, t.At(start, end), diag.Args{"reason": reason, "term": t.Value, "better": better})
			}
			s := t.Value
			if n := article(s); n > 0 && n < len(s) && !capitalInside(s[n:]) {
				report("article", 0, n, s[n:])
				continue
			}
			if rest, found := strings.CutSuffix(s, "."); found && !abbreviated(rest) {
				report("stop", len(rest), len(s), rest)
				continue
			}
			if first, size := utf8.DecodeRuneInString(s); unicode.IsUpper(first) && !p.mayBeName(e) {
				report("capital", 0, size, string(unicode.ToLower(first))+s[size:])
			}
		}
	},
}

// abbreviated reports whether a text that a full stop follows ends in a short word, or has another stop.
func abbreviated(s string) bool {
	return utf8.RuneCountInString(lastWord(s)) <= 4 || strings.Contains(s, ".") || strings.HasSuffix(s, "etc")
}

// mayBeName reports whether the capital that a headword opens with belongs to it.
func (p *Pass) mayBeName(e *glossary.Entry) bool {
	first := firstWord(e.Term.Value)
	word, _, _ := strings.Cut(first, "-")
	if e.IsTrademark() || properNames[word] || isName(first) || firstIsBrand(e.Term.Value) {
		return true
	}
	return slices.ContainsFunc(p.Lexicon.Names(), func(name string) bool {
		return strings.HasPrefix(name, e.Term.Value) || strings.HasPrefix(e.Term.Value, name)
	})
}

// capitalInside reports whether a text opens with a capital: the article before it may belong to a name (« La Fabrique »).
func capitalInside(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
