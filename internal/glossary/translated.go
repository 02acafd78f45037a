package glossary

import (
	"slices"
	"strings"
)

// In gives the glossary as a book in one of its translations has it: what the lexicon and its entries say in that language
// changes places with what they say in their own, which becomes a translation among the others. Nothing is lost, and
// nothing is passed off for the other language:
//
//   - an entry that has a word in that language is headed by it; what is not said of it there, such as its definition, is
//     with the lexicon's own language, in Translations;
//   - an entry that has none keeps its own language, which [Entry.Language] names;
//   - texts of the lexicon and of its editions that are not translated stay as they are, and [Glossary.LanguageOf] tells
//     their language.
//
// The tag is spelled as the translations are. The glossary itself is given when the tag is that of its own language.
func (g *Glossary) In(tag string) *Glossary {
	own := g.Lexicon.Language.Value
	if tag == own {
		return g
	}
	left := map[*Text]string{}
	in := g.Input
	in.Lexicon = g.Lexicon.in(tag, left)
	in.Editions = make([]*Edition, len(g.Editions))
	for i, ed := range g.Editions {
		in.Editions[i] = ed.in(tag, own, left)
	}
	in.Entries = make([]*Entry, len(g.Entries))
	for i, e := range g.Entries {
		in.Entries[i] = e.in(tag, own)
	}
	translated := Link(in)
	translated.original, translated.left = own, left
	return translated
}

// Original gives the language that the lexicon is written in, when the book is in another: that of the words which have
// no translation, such as tags. It is empty in a book that is in the lexicon's own language.
func (g *Glossary) Original() string { return g.original }

// LanguageOf gives the language of a text of the lexicon, or of an edition, that is not translated into the book's. It is
// empty when the text is in the book's language.
func (g *Glossary) LanguageOf(t *Text) string { return g.left[t] }

func (l *Lexicon) in(tag string, left map[*Text]string) *Lexicon {
	own := l.Language.Value
	c := *l
	c.Language.Value = tag
	c.Translations = []Text{l.Language}
	for _, t := range l.Translations {
		if t.Value != tag {
			c.Translations = append(c.Translations, t)
		}
	}
	was := Front{Title: l.Title, Subtitle: l.Subtitle, Description: l.Description, Foreword: l.Foreword, Credits: l.Credits}
	var front Front
	front, c.Texts = exchange(l.Texts, tag, own, was)
	c.Title, c.Subtitle = front.Title, front.Subtitle
	c.Description, c.Foreword, c.Credits = front.Description, front.Foreword, front.Credits
	keep(left, own, []*Text{&c.Title, &c.Subtitle}, []Text{was.Title, was.Subtitle})
	keep(left, own, []*Text{&c.Description}, []Text{was.Description})
	keep(left, own, []*Text{&c.Foreword}, []Text{was.Foreword})
	keep(left, own, []*Text{&c.Credits}, []Text{was.Credits})
	c.Values = Values(&LexiconRecord, &c)
	return &c
}

func (ed *Edition) in(tag, own string, left map[*Text]string) *Edition {
	c := *ed
	was := Front{Title: ed.Title, Subtitle: ed.Subtitle, Foreword: ed.Preface, Credits: ed.Credits}
	var front Front
	front, c.Texts = exchange(ed.Texts, tag, own, was)
	c.Title, c.Subtitle, c.Preface, c.Credits = front.Title, front.Subtitle, front.Foreword, front.Credits
	keep(left, own, []*Text{&c.Title, &c.Subtitle}, []Text{was.Title, was.Subtitle})
	keep(left, own, []*Text{&c.Preface}, []Text{was.Foreword})
	keep(left, own, []*Text{&c.Credits}, []Text{was.Credits})
	c.Values = Values(&EditionRecord, &c)
	return &c
}

// exchange takes what is said in a language out of a list, and puts what was said in the lexicon's own first in it.
func exchange(list []Front, tag, own string, was Front) (front Front, rest []Front) {
	was.Language.Value = own
	rest = []Front{was}
	for i := range list {
		if list[i].Language.Value == tag {
			front = list[i]
		} else {
			rest = append(rest, list[i])
		}
	}
	return front, rest
}

// keep leaves texts as they were when the first of them, without which the others would mean nothing, has no translation.
func keep(left map[*Text]string, own string, texts []*Text, was []Text) {
	if !texts[0].IsZero() {
		return
	}
	for i, t := range texts {
		if *t = was[i]; !t.IsZero() {
			left[t] = own
		}
	}
}

func (e *Entry) in(tag, own string) *Entry {
	c := *e
	i := slices.IndexFunc(e.Translations, func(t Translation) bool { return strings.EqualFold(t.Language.Value, tag) })
	if i < 0 {
		c.Language = own
	} else {
		t := &e.Translations[i]
		was := Translation{
			Part: e.Part, Language: Text{Value: own}, Term: e.Term, POS: e.POS, Gender: e.Gender, Feminine: e.Feminine,
			Plural: e.Plural, Number: e.Number, Pronunciation: e.Pronunciation, Trademark: e.Trademark,
			Synonyms: e.Synonyms, Definition: e.Definition, InBrief: e.InBrief, Examples: e.Examples, Notes: e.Notes,
			HowItWorks: e.HowItWorks, Reviewed: e.Reviewed,
		}
		c.Term, c.Gender, c.Feminine, c.Plural, c.Number = t.Term, t.Gender, t.Feminine, t.Plural, t.Number
		c.Pronunciation, c.Trademark, c.Synonyms = t.Pronunciation, t.Trademark, t.Synonyms
		c.Definition, c.InBrief, c.Examples, c.Notes, c.HowItWorks = t.Definition, t.InBrief, t.Examples, t.Notes, t.HowItWorks
		c.Reviewed = t.Reviewed
		if !t.POS.IsZero() { // else the word is of the same sort
			c.POS = t.POS
		}
		c.Sort = Text{} // which was that of the other word
		c.Translations = slices.Concat([]Translation{was}, e.Translations[:i], e.Translations[i+1:])
	}
	c.Values = Values(&EntryRecord, &c)
	return &c
}
