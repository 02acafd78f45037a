package lint

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
)

// circularDefinition finds the definitions that say the word they explain. Most are cleared by a quick look: no word in them
// begins as the headword does.
var circularDefinition = &Rule{
	Code:     "circular-definition",
	Severity: diag.Review,
	Check: func(p *Pass) {
		if !p.Lexicon.IsFrench() {
			return
		}
		for e := range p.Concepts {
			var forms [][]string
			for _, text := range []struct {
				key string
				*glossary.Text
			}{{"definition", &e.Definition}, {"in_brief", &e.InBrief}} {
				if !mayName(e, text.Text) {
					continue
				}
				if forms == nil {
					forms = formsOf(e)
				}
				words := wordsOf(text.Text)
				if start, end, ok := named(words, forms, text.Value); ok {
					p.Report(e.Path, text.At(start, end), diag.Args{"key": text.key, "written": text.Value[start:end], "term": e.Term.Value, "synonym": false})
				} else if n, ok := opensWithSynonym(words, e); ok && text.key == "definition" {
					start, end := words[0].start, words[n-1].end
					p.Report(e.Path, text.At(start, end), diag.Args{"key": text.key, "written": text.Value[start:end], "term": e.Term.Value, "synonym": true})
				}
			}
		}
	},
}

// mayName reports whether the words of a text begin as those of the headword or of a form given for it, or the text as a
// synonym does. What French inflection changes is in the second half of a word.
func mayName(e *glossary.Entry, t *glossary.Text) bool {
	if t.IsZero() {
		return false
	}
	for i := range e.Synonyms {
		if d := &e.Synonyms[i]; isFull(d) && sameStart(t.Value, d.Term.Value, halfOf(d.Term.Value)) {
			return true
		}
	}
	looks := [3]look{lookOf(e.Term.Value), lookOf(e.Plural.Value), lookOf(e.Feminine.Value)}
	var initials uint32 // the plain letters that may open one of them
	for i := range looks {
		switch first := looks[i].first; {
		case first == 'œ':
			initials |= 1 << ('o' & 31)
		case first < utf8.RuneSelf:
			initials |= 1 << (first & 31)
		}
	}
	return !shown(t, func(from, to int) bool {
		s := t.Value[from:to]
		inside := false
		for i := 0; i < len(s); {
			b := s[i]
			if b < utf8.RuneSelf {
				letter := 'a' <= b|0x20 && b|0x20 <= 'z' || '0' <= b && b <= '9'
				if letter && !inside && initials>>(b&31)&1 != 0 && anyFits(&looks, s[i:]) {
					return false
				}
				inside = letter
				i++
				continue
			}
			r, size := utf8.DecodeRuneInString(s[i:])
			letter := 0xC0 <= r && r < 0x180 || r >= 0x180 && !(0x2000 <= r && r < 0x2070) && inWord(r)
			if letter && !inside && anyFits(&looks, s[i:]) {
				return false
			}
			inside = letter
			i += size
		}
		return true
	})
}

// look is what a form is recognised by at a glance: the letters that open its first two words. A zero first is no form.
type look struct {
	form          string
	half          int // letters of its first word
	first, second rune
}

func lookOf(form string) look {
	if form == "" {
		return look{}
	}
	first, _ := utf8.DecodeRuneInString(form)
	return look{form, halfOf(form), base(first), secondInitial(form)}
}

func anyFits(looks *[3]look, s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	initial := base(r)
	for i := range looks {
		l := &looks[i]
		if l.first != 0 && (l.first == initial || l.first == 'œ' || initial == 'œ') && sameStart(s, l.form, l.half) &&
			(l.second == 0 || l.second == 'œ' || l.second == secondInitial(s) || secondInitial(s) == 'œ') {
			return true
		}
	}
	return false
}

// secondInitial gives the letter that opens the second word of a text, 0 when there is none or more than a gap before it.
func secondInitial(s string) rune {
	gap := false
	for _, r := range s {
		switch {
		case !inWord(r) && !between(r):
			return 0
		case !inWord(r):
			gap = true
		case gap:
			return base(r)
		}
	}
	return 0
}

// halfOf counts the letters of a form that inflection leaves alone: those of the first half of its first word, four at most.
func halfOf(form string) int {
	return max(1, min(4, (utf8.RuneCountInString(form[:wordLength(form)])+1)/2))
}

// sameStart reports whether two texts have their first letters in common, whatever their capitals and accents.
func sameStart(s, like string, letters int) bool {
	for range letters {
		a, size := utf8.DecodeRuneInString(s)
		b, next := utf8.DecodeRuneInString(like)
		if base(a) != base(b) || size == 0 {
			return base(a) == 'œ' || base(b) == 'œ' // which may be written in two letters
		}
		s, like = s[size:], like[next:]
	}
	return true
}

// isFull tells the synonyms that say the thing in so many words: a short form may well be the kind of thing (« balise » for
// « balise de proximité »).
func isFull(d *glossary.Designation) bool {
	return d.State() == glossary.Admitted && (d.Kind.IsZero() || d.Kind.Value == "full")
}

// formsOf gives the forms of the headword, each as its words, folded; an acronym as it is written.
func formsOf(e *glossary.Entry) [][]string {
	var forms [][]string
	add := func(s string) {
		if words, ok := splitTerm(s); ok && !slices.ContainsFunc(forms, func(f []string) bool { return slices.Equal(f, words) }) {
			forms = append(forms, words)
		}
	}
	addAll := func(s string) {
		for _, form := range locale.Forms(s) {
			add(form)
			if plural, ok := locale.Plural("fr", form); ok {
				add(plural)
			}
		}
	}
	addAll(e.Term.Value)
	addAll(e.Feminine.Value)
	add(e.Plural.Value)
	if e.Feminine.IsZero() && (e.Gender.Value == "both" || e.POS.Value == "adjective") {
		if feminine, ok := locale.Feminine("fr", e.Term.Value); ok {
			addAll(feminine)
		}
	}
	return forms
}

// splitTerm cuts a term into its words. It fails for what is more than words (« C++ »): what is left of it would be found
// everywhere.
func splitTerm(s string) (words []string, ok bool) {
	letters := 0
	for word := range strings.FieldsFuncSeq(s, func(r rune) bool { return !inWord(r) }) {
		letters += utf8.RuneCountInString(word)
		words = append(words, foldWord(word))
	}
	odd := strings.ContainsFunc(s, func(r rune) bool { return !inWord(r) && !between(r) })
	return words, letters > 1 && !odd
}

// foldWord gives what words are compared by: acronyms keep their capitals, for « SI » is not in « si » nor « boucle D » in
// « boucle d’ADN ». A capital À may open a sentence.
func foldWord(word string) string {
	if word == strings.ToUpper(word) && (len(word) > 2 || word[0] < utf8.RuneSelf) {
		return word
	}
	return locale.Fold(word)
}

// word is one word of a text: from byte start to byte end, folded.
type word struct {
	start, end int
	folded     string
	follows    bool // nothing but a blank, a hyphen or an apostrophe stands between the word before and this one
}

// wordsOf gives the words of a text that readers see.
func wordsOf(t *glossary.Text) []word {
	var words []word
	follows := false
	shown(t, func(from, to int) bool {
		start := -1
		for i, r := range t.Value[from:to] {
			switch {
			case inWord(r):
				if start < 0 {
					start = i
				}
				continue
			case start >= 0:
				words = append(words, word{from + start, from + i, foldWord(t.Value[from+start : from+i]), follows})
				start, follows = -1, true
			}
			follows = follows && between(r)
		}
		if start >= 0 {
			words = append(words, word{from + start, to, foldWord(t.Value[from+start : to]), follows})
			follows = true
		}
		return true
	})
	return words
}

// named gives the place of the first of some forms among the words of a text, outside « and ».
func named(words []word, forms [][]string, s string) (start, end int, ok bool) {
	q := quotes{s: s}
	for i := range words {
		for _, form := range forms {
			if n := len(form); matches(words[i:], form) && !q.hold(words[i].start) {
				return words[i].start, words[i+n-1].end, true
			}
		}
	}
	return 0, 0, false
}

func matches(words []word, form []string) bool {
	if len(words) < len(form) {
		return false
	}
	for i := range form {
		if words[i].folded != form[i] || i > 0 && !words[i].follows {
			return false
		}
	}
	return true
}

// opensWithSynonym counts the words of the synonym that a text opens with.
func opensWithSynonym(words []word, e *glossary.Entry) (n int, ok bool) {
	for i := range e.Synonyms {
		if d := &e.Synonyms[i]; isFull(d) {
			if form, ok := splitTerm(d.Term.Value); ok && matches(words, form) {
				return len(form), true
			}
		}
	}
	return 0, false
}
