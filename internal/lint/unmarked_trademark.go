package lint

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
)

// unmarkedTrademark asks that a brand that serves as a term be called one: a lexicon favours nobody, and owners of brands
// care. It knows the best known brands of the field, and those that the lexicon marks anywhere.
var unmarkedTrademark = &Rule{
	Code:     "unmarked-trademark",
	Severity: diag.Review,
	Check: func(p *Pass) {
		known := brands
		if declared := p.declaredBrands(); len(declared) > 0 {
			known = brandsOf(slices.Concat(brandNames, declared))
		}
		check := func(e *glossary.Entry, t *glossary.Text, marked, head bool) {
			if marked {
				return
			}
			if brand, _ := known.find(t.Value); brand != "" {
				p.Report(e.Path, t.Span, diag.Args{"term": t.Value, "brand": brand, "head": head})
			}
		}
		for e := range p.Concepts {
			check(e, &e.Term, e.IsTrademark(), true)
			for i := range e.Synonyms {
				if d := &e.Synonyms[i]; d.Advised() {
					check(e, &d.Term, d.IsTrademark(), false)
				}
			}
		}
	},
}

// declaredBrands gives the one-word and the capitalized terms that the lexicon calls trademarks. Of « balise Bluetooth »,
// the brand is a part that cannot be told.
func (p *Pass) declaredBrands() []string {
	var names []string
	add := func(t *glossary.Text) {
		if first, _ := utf8.DecodeRuneInString(t.Value); unicode.IsUpper(first) || !strings.ContainsFunc(t.Value, unicode.IsSpace) && !t.IsZero() {
			names = append(names, t.Value)
		}
	}
	for e := range p.Concepts {
		if e.IsTrademark() {
			add(&e.Term)
		}
		for i := range e.Synonyms {
			if d := &e.Synonyms[i]; d.IsTrademark() {
				add(&d.Term)
			}
		}
	}
	return names
}

// brandSet finds brands in terms, however they are capitalized and hyphenated.
type brandSet struct {
	phrases *locale.Phrases // folded
	names   []string
}

var brands = brandsOf(brandNames)

func brandsOf(names []string) *brandSet {
	set := &brandSet{locale.NewPhrases(), names}
	for i, name := range names {
		set.phrases.Add(locale.Fold(name), i)
	}
	return set
}

// find gives the first brand in a term, empty when there is none, and whether the term begins with it. A brand that is also
// a common word is one only as it is written, and so is one that the lexicon alone knows.
func (set *brandSet) find(term string) (brand string, opens bool) {
	for _, m := range set.phrases.Find(nil, locale.Fold(term)) {
		for _, id := range m.IDs {
			name := set.names[id]
			common := commonToo[strings.ToLower(name)] || !slices.Contains(brandNames, name)
			if !common || strings.Contains(term, name) {
				return name, m.Start == 0
			}
		}
	}
	return "", false
}

// firstIsBrand reports whether a term begins with one of the brands known everywhere.
func firstIsBrand(term string) bool {
	_, opens := brands.find(term)
	return opens
}
