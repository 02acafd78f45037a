package compile

import (
	"io/fs"
	"slices"

	"github.com/lexipoche/lexipoche/internal/format"
	"github.com/lexipoche/lexipoche/internal/format/json"
	"github.com/lexipoche/lexipoche/internal/format/text"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/i18n"
	"github.com/lexipoche/lexipoche/internal/source"
)

// Dictionary answers from a lexicon, a word at a time.
type Dictionary struct {
	book    *format.Book // as it would be published: what links may lead to
	entries []*glossary.Entry
	index   *glossary.Index
}

// Open reads a lexicon to answer from. Whoever asks for a word is not the one to mend the lexicon: what can be read of it
// is answered from, whatever errors it has, its drafts too. The error is for what the machine refused.
func Open(fsys fs.FS) (*Dictionary, error) {
	input, _, err := source.Load(fsys)
	if err != nil {
		return nil, err
	}
	g := glossary.Link(input)
	b, err := book(g, Options{})
	if err != nil {
		return nil, err
	}
	entries := slices.Clone(g.Entries)
	sortEntries(entries, g.Lexicon.Collation())
	return &Dictionary{b, entries, glossary.NewIndex(g, entries)}, nil
}

// Headwords lists the headwords, in the order of the lexicon.
func (d *Dictionary) Headwords() []string {
	list := make([]string, 0, len(d.entries))
	for _, e := range d.entries {
		if !e.Term.IsZero() {
			list = append(list, e.Term.Value)
		}
	}
	return list
}

// Answer is what a lexicon has to say of a query: what it found, or else what comes near.
type Answer struct {
	Query       string
	Found, Near []glossary.Hit
	book        *format.Book
}

// near is the number of names proposed in place of one that is not there.
const near = 5

// Define looks a query up.
func (d *Dictionary) Define(query string) *Answer {
	a := &Answer{Query: query, Found: d.index.Find(query), book: d.book}
	if len(a.Found) == 0 {
		a.Near = d.index.Nearest(query, near)
	}
	return a
}

// JSON gives the answer as one object.
func (a *Answer) JSON() []byte { return json.Answer(a.book, a.Query, a.Found, a.Near) }

// Text gives what was found as text in lines of a width, labels being in the words given. Something must have been.
func (a *Answer) Text(words *i18n.Catalogue, width int, bold bool) []byte {
	return text.Answer(a.book, a.Query, a.Found, text.Options{Words: words, Width: width, Bold: bold})
}
