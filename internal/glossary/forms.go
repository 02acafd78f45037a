package glossary

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/locale"
)

// Rank tells how good a name for a concept a word is. A search answers in this order.
type Rank uint8

// The ranks.
const (
	RankHeadword    Rank = iota // the headword and its inflections
	RankAdmitted                // terms that may be used in its place
	RankEquivalent              // what other languages call it
	RankDiscouraged             // terms to avoid, and the ids that the concept had
	Ranks                       // how many there are
)

// Form is a way in which a concept is named: a designation as it is written, or one of its inflections.
type Form struct {
	Text string
	Rank Rank
	// Of is the value that the form is, or is made from.
	Of *Text
	// Designation is the synonym that the form belongs to; nil for those of a headword and for former ids.
	Designation *Designation
	// Language is that of a translation; empty in the lexicon's own language.
	Language string
}

// IsFormer reports whether the form is an id that the concept had, which is no word.
func (f *Form) IsFormer() bool { return f.Rank == RankDiscouraged && f.Designation == nil }

// IsSign reports whether the form is an acronym or another word that is known by its capitals, as « RA » or « iPad » are.
func (f *Form) IsSign() bool {
	for i, r := range f.Text {
		if i > 0 && unicode.IsUpper(r) {
			return f.IsWord()
		}
	}
	return false
}

// IsWord reports whether the form is a single word.
func (f *Form) IsWord() bool {
	return !strings.ContainsFunc(f.Text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '’' && r != '\'' })
}

// Forms gives all that names the concept, the best names first, each way of writing once. language is that of the lexicon.
//
// What the author gives is taken as it is; inflections that no author gives come from the rules of the language
// ([locale.Plural], [locale.Singular], [locale.Feminine]), and the shorthand of inclusive writing is also given in full.
func (e *Entry) Forms(language string) []Form {
	s := speller{forms: make([]Form, 0, 12)}
	s.headword(e, language)
	for i := range e.Synonyms {
		if d := &e.Synonyms[i]; d.Advised() {
			s.designation(d, RankAdmitted, language, "")
		}
	}
	for i := range e.Translations {
		t := &e.Translations[i]
		tag := t.Language.Value
		s.add(Form{Text: t.Term.Value, Rank: RankEquivalent, Of: &t.Term, Language: tag})
		s.plural(&t.Plural, Form{Text: t.Term.Value, Rank: RankEquivalent, Of: &t.Term, Language: tag}, tag)
		for j := range t.Synonyms {
			s.designation(&t.Synonyms[j], RankEquivalent, tag, tag)
		}
	}
	for i := range e.Synonyms {
		if d := &e.Synonyms[i]; !d.Advised() {
			s.designation(d, RankDiscouraged, language, "")
		}
	}
	for i := range e.Formerly {
		s.add(Form{Text: e.Formerly[i].Value, Rank: RankDiscouraged, Of: &e.Formerly[i]})
	}
	return s.forms
}

// Keys gives the forms as a search compares them ([locale.Fold]), by rank, each once under the best.
func (e *Entry) Keys(language string) (keys [Ranks][]string) {
	var known []string
	for _, f := range e.Forms(language) {
		if key := locale.Fold(f.Text); key != "" && !slices.Contains(known, key) {
			known = append(known, key)
			keys[f.Rank] = append(keys[f.Rank], key)
		}
	}
	return keys
}

// A speller gathers the forms of one entry.
type speller struct{ forms []Form }

func (s *speller) add(f Form) {
	if f.Text == "" || slices.ContainsFunc(s.forms, func(other Form) bool { return other.Text == f.Text }) {
		return
	}
	s.forms = append(s.forms, f)
	if full := locale.Forms(f.Text); len(full) > 1 {
		for _, text := range full {
			f.Text = text
			s.add(f)
		}
	}
}

func (s *speller) headword(e *Entry, language string) {
	singular := Form{Text: e.Term.Value, Rank: RankHeadword, Of: &e.Term}
	s.add(singular)
	feminine := Form{Text: e.Feminine.Value, Rank: RankHeadword, Of: &e.Feminine}
	if feminine.Text == "" && (e.Gender.Value == "both" || e.POS.Value == "adjective") {
		feminine.Of = &e.Term
		if woman, ok := locale.Feminine(language, e.Term.Value); ok {
			feminine.Text = woman
		}
	}
	s.add(feminine)
	if varies := e.POS.Value == "noun" || e.POS.Value == "adjective"; !varies {
		s.add(Form{Text: e.Plural.Value, Rank: RankHeadword, Of: &e.Plural})
		return
	}
	switch e.Number.Value {
	case "":
		s.plural(&e.Plural, singular, language)
		s.plural(&Text{}, feminine, language)
	case "plural":
		if one, ok := locale.Singular(language, singular.Text); ok {
			singular.Text = one
			s.add(singular)
		}
	default:
		s.add(Form{Text: e.Plural.Value, Rank: RankHeadword, Of: &e.Plural})
	}
}

func (s *speller) designation(d *Designation, rank Rank, tag, language string) {
	f := Form{Text: d.Term.Value, Rank: rank, Of: &d.Term, Designation: d, Language: language}
	s.add(f)
	if d.Plural.IsZero() && (d.Kind.Value == "abbreviation" || d.Kind.Value == "acronym" || d.IsTrademark() || f.IsSign()) {
		return
	}
	s.plural(&d.Plural, f, tag)
}

// plural adds the plural given for a form, else that of the rules.
func (s *speller) plural(given *Text, f Form, tag string) {
	if !given.IsZero() {
		f.Text, f.Of = given.Value, given
		s.add(f)
		return
	}
	if last, _ := utf8.DecodeLastRuneInString(f.Text); !unicode.IsLetter(last) {
		return
	}
	if plural, ok := locale.Plural(tag, f.Text); ok {
		f.Text = plural
		s.add(f)
	}
}
