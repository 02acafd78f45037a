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
			known = newBrandSet(slices.Concat(brandNames, declared))
		}
		check := func(e *glossary.Entry, t *glossary.Text, marked, head bool) {
			if marked {
				return
			}
			if start, end := known.find(t.Value); end > 0 {
				p.Report(e.Path, t.At(start, end), diag.Args{"term": t.Value, "brand": t.Value[start:end], "head": head})
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

// brandSet finds brands in terms. Most terms have no word that begins as one does: two letters tell.
type brandSet struct {
	names  map[string][]brand // by their first word, folded
	starts [1 << 10]bool
}

type brand struct {
	words   []string // folded
	capital bool     // only with its capital is it the brand
}

var brands = newBrandSet(brandNames)

func newBrandSet(names []string) *brandSet {
	set := &brandSet{names: map[string][]brand{}}
	for _, name := range names {
		folded := locale.Fold(name)
		words := strings.Fields(folded)
		if len(words) == 0 || len(words[0]) < 2 {
			continue
		}
		first, _ := utf8.DecodeRuneInString(name)
		known := slices.Contains(brandNames, name)
		b := brand{words, unicode.IsUpper(first) && (!known || commonToo[folded])}
		set.names[words[0]] = append(set.names[words[0]], b)
		set.starts[startOf(words[0])] = true
	}
	return set
}

// startOf makes a number of the first two bytes of a word, without their case.
func startOf(s string) int { return int(s[0]&31)<<5 | int(s[1]&31) }

// find gives the place of the first brand in a term; an end of 0 is none.
func (set *brandSet) find(s string) (start, end int) {
	for i := 0; i+1 < len(s); i++ {
		if i > 0 && inTerm(s[i-1]) || !inTerm(s[i]) || s[i] < utf8.RuneSelf && !set.starts[startOf(s[i:])] {
			continue
		}
		if n := set.at(s, i); n > 0 {
			return i, i + n
		}
	}
	return 0, 0
}

// inTerm tells the bytes of letters and digits; those of other signs above ASCII pass for some.
func inTerm(b byte) bool {
	return b >= utf8.RuneSelf || 'a' <= b|0x20 && b|0x20 <= 'z' || '0' <= b && b <= '9'
}

// at measures the brand that stands at byte i of a term.
func (set *brandSet) at(s string, i int) int {
	first := s[i : i+wordLength(s[i:])]
	capital, _ := utf8.DecodeRuneInString(first)
	for _, b := range set.names[locale.Fold(first)] {
		if b.capital && !unicode.IsUpper(capital) {
			continue
		}
		end := i + len(first)
		matched := 1
		for matched < len(b.words) {
			gap := len(s[end:]) - len(strings.TrimLeftFunc(s[end:], between))
			next := s[end+gap : end+gap+wordLength(s[end+gap:])]
			if gap == 0 || locale.Fold(next) != b.words[matched] {
				break
			}
			end += gap + len(next)
			matched++
		}
		if matched == len(b.words) {
			return end - i
		}
	}
	return 0
}

// wordLength measures the letters and digits that a text begins with.
func wordLength(s string) int {
	for i, r := range s {
		if !inWord(r) {
			return i
		}
	}
	return len(s)
}

// firstIsBrand reports whether a term begins with one of the brands known everywhere.
func firstIsBrand(s string) bool { return len(s) > 1 && brands.at(s, 0) > 0 }
