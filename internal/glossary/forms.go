package glossary

import (
	"slices"
	"strings"

	"github.com/lexipoche/lexipoche/internal/locale"
)

// Rank says by what sort of name a concept is called, the best first: the order in which a search answers.
type Rank uint8

// The ranks.
const (
	RankHeadword    Rank = iota // the headword and its forms
	RankAdmitted                // terms that may be used in its place
	RankEquivalent              // what other languages call it
	RankDiscouraged             // terms to avoid, and the ids that the concept had
	Ranks                       // how many there are
)

var rankNames = [Ranks]string{"headword", "admitted", "equivalent", "discouraged"}

// String gives the rank's name in exports.
func (r Rank) String() string { return rankNames[r] }

// Form is a word or group of words by which a concept is found: as somebody wrote it in the entry, or what the rules of
// its language make of that.
type Form struct {
	Text     string   // the form as it is written
	Key      string   // the form as a search compares it: see [locale.Fold]
	Also     []string // other spellings of it that have the same key and rank: their capitals or accents are not Text's
	Rank     Rank
	Language string // the language it belongs to, a BCP 47 tag
	// Of is what the author wrote, which Text is or is a form of.
	Of *Text
	// As is the synonym that Of names. Headwords, the terms of translations and former ids have none.
	As *Designation
	// Avoid is a term to avoid that this is the name of: As itself, or, of an equivalent, the one that is written alike
	// (« coworking » is English, and is to be avoided in French).
	Avoid *Designation
}

// IsFormer reports whether the form is an id that the concept had, which is no word of the language.
func (f *Form) IsFormer() bool { return f.Rank == RankDiscouraged && f.As == nil }

// IsShortened reports whether the form is an acronym or another abbreviation, which is written in one way only.
func (f *Form) IsShortened() bool { return f.As != nil && f.As.IsShortened() }

// IsShortened reports whether the designation is an acronym or another abbreviation.
func (d *Designation) IsShortened() bool {
	return d.Kind.Value == "acronym" || d.Kind.Value == "abbreviation"
}

// Forms gives every form by which an entry is found, in a lexicon of a language, the best ranks first: all that its
// author says it is called, what inclusive shorthand stands for, and the plurals, singulars and feminines that no author
// gave and a rule knows. Forms that a search cannot tell apart are one, under the best of their ranks.
//
// A noun said to be singular or invariable has no other number. Acronyms, abbreviations and trademarks are not inflected.
func (e *Entry) Forms(language string) []Form {
	if e.Language != "" {
		language = e.Language
	}
	c := collector{number: e.Number.Value, woman: !e.Feminine.IsZero(), forms: make([]Form, 0, 6+3*len(e.Synonyms)+3*len(e.Translations))}
	head := Form{Rank: RankHeadword, Language: language}
	c.written(head, &e.Term)
	c.written(head, &e.Feminine)
	c.written(head, &e.Plural)
	if !e.Feminine.IsZero() { // « animateurs, animatrices »
		head.Of = &e.Plural
		for part := range strings.SplitSeq(e.Plural.Value, ", ") {
			c.add(head, part)
		}
	}
	c.inflect(head, &e.Term, &e.POS, !e.Plural.IsZero(), e.Feminine.IsZero() && e.Gender.Value == "both")
	c.inflect(head, &e.Feminine, &e.POS, false, false)

	c.synonyms(Form{Rank: RankAdmitted, Language: language}, e.Synonyms, &e.POS, (*Designation).Advised)
	for i := range e.Translations {
		c.translation(e, &e.Translations[i])
	}
	c.number, c.woman = e.Number.Value, !e.Feminine.IsZero()
	c.synonyms(Form{Rank: RankDiscouraged, Language: language}, e.Synonyms, &e.POS, func(d *Designation) bool { return !d.Advised() })
	for i := range e.Formerly {
		c.add(Form{Rank: RankDiscouraged, Language: language, Of: &e.Formerly[i]}, e.Formerly[i].Value)
	}
	c.spread()
	return c.forms
}

// FormsIn gives the forms of one of the entry's translations by themselves, the term's before those of each synonym:
// [Entry.Forms] leaves out those that are forms of the headword too, as « forums » is English and French.
func (e *Entry) FormsIn(t *Translation) []Form {
	c := collector{forms: make([]Form, 0, 2+2*len(t.Synonyms))}
	c.translation(e, t)
	return c.forms
}

// collector gathers the forms of an entry.
type collector struct {
	number string // of the word that is gone through, and of its synonyms: they have no other
	woman  bool   // its feminine is given
	forms  []Form
	byKey  map[string]int // places in forms, once there are many
	avoid  bool           // an equivalent is a term to avoid
}

// crowd is the number of forms above which they are looked up rather than gone through.
const crowd = 32

func (c *collector) translation(e *Entry, t *Translation) {
	pos := &t.POS
	if pos.IsZero() {
		pos = &e.POS
	}
	f := Form{Rank: RankEquivalent, Language: t.Language.Value}
	c.written(f, &t.Term)
	c.written(f, &t.Feminine)
	c.written(f, &t.Plural)
	c.number, c.woman = t.Number.Value, !t.Feminine.IsZero()
	// What has one number has it in most languages, unless it is only invariable. Its other number is not made.
	if n := e.Number.Value; c.number == "" && n != "" && n != "invariable" {
		c.number = "singular"
	}
	c.inflect(f, &t.Term, pos, !t.Plural.IsZero(), false)
	c.inflect(f, &t.Feminine, pos, false, false)
	c.synonyms(f, t.Synonyms, pos, func(*Designation) bool { return true })
}

func (c *collector) synonyms(f Form, list []Designation, pos *Text, wanted func(*Designation) bool) {
	for i := range list {
		d := &list[i]
		if !wanted(d) {
			continue
		}
		f.As, f.Avoid = d, nil
		if f.Rank == RankDiscouraged {
			f.Avoid = d
		}
		c.written(f, &d.Term)
		c.written(f, &d.Plural)
		if !d.IsShortened() && !d.IsTrademark() {
			c.inflect(f, &d.Term, pos, !d.Plural.IsZero(), false)
		}
	}
}

// written adds a designation as it is written, and as it is read when it is in inclusive shorthand.
func (c *collector) written(f Form, t *Text) {
	if t.IsZero() {
		return
	}
	f.Of = t
	c.add(f, t.Value)
	if forms := locale.Forms(t.Value); len(forms) > 1 {
		for _, form := range forms {
			c.add(f, form)
		}
	}
}

// inflect adds what the rules of a language make of a designation. Where the plural is given, none is made; a feminine
// is made of adjectives, and of nouns of which it is wanted.
func (c *collector) inflect(f Form, t, pos *Text, plural, feminine bool) {
	noun, adjective := pos.Value == "noun", pos.Value == "adjective"
	if t.IsZero() || !noun && !adjective {
		return
	}
	f.Of = t
	for _, word := range locale.Forms(t.Value) {
		switch {
		case c.number == "plural":
			c.made(f, word, locale.Singular)
			continue
		case c.number != "":
			continue
		case !plural:
			c.made(f, word, locale.Plural)
		}
		if feminine || adjective && !c.woman {
			if woman := c.made(f, word, locale.Feminine); woman != "" {
				c.made(f, woman, locale.Plural)
			}
		}
	}
}

// made adds the word that a rule makes of another, where there is one.
func (c *collector) made(f Form, word string, rule func(tag, word string) (string, bool)) string {
	made, ok := rule(f.Language, word)
	if !ok {
		return ""
	}
	if made != word { // which is there already
		c.add(f, made)
	}
	return made
}

func (c *collector) add(f Form, text string) {
	f.Text, f.Key = text, locale.Fold(text)
	if f.Key == "" {
		return
	}
	if i := c.find(f.Key); i >= 0 {
		known := &c.forms[i]
		if known.Rank == RankEquivalent && known.Avoid == nil {
			known.Avoid = f.Avoid
			c.avoid = c.avoid || f.Avoid != nil
		}
		if known.Rank == f.Rank && known.Text != f.Text && !slices.Contains(known.Also, f.Text) {
			known.Also = append(known.Also, f.Text)
		}
		return
	}
	if c.byKey != nil {
		c.byKey[f.Key] = len(c.forms)
	}
	c.forms = append(c.forms, f)
}

// spread tells all the forms of an equivalent that one of them is to be avoided: the plurals of both languages may differ.
// The forms of a designation follow each other.
func (c *collector) spread() {
	if !c.avoid {
		return
	}
	for start := 0; start < len(c.forms); {
		first := &c.forms[start]
		end := start
		var avoid *Designation
		for ; end < len(c.forms) && c.forms[end].Rank == first.Rank && c.forms[end].Language == first.Language && c.forms[end].As == first.As; end++ {
			if avoid == nil {
				avoid = c.forms[end].Avoid
			}
		}
		if first.Rank == RankEquivalent {
			for i := start; i < end; i++ {
				c.forms[i].Avoid = avoid
			}
		}
		start = end
	}
}

// find gives the place of the form that has a key, or -1.
func (c *collector) find(key string) int {
	if len(c.forms) < crowd {
		for i := range c.forms {
			if c.forms[i].Key == key {
				return i
			}
		}
		return -1
	}
	if c.byKey == nil {
		c.byKey = make(map[string]int, 2*len(c.forms))
		for i := range c.forms {
			c.byKey[c.forms[i].Key] = i
		}
	}
	if i, ok := c.byKey[key]; ok {
		return i
	}
	return -1
}
