package format

import (
	"cmp"
	"slices"
	"strings"

	"github.com/lexipoche/lexipoche/internal/glossary"
)

// Cited is a document, and the entries that rest on it.
type Cited struct {
	glossary.Source
	Entries []*glossary.Entry
	Text    string // what it is sorted by first: its authors, else its title
	keys    []string
}

// Cited gathers the documents that the entries of the book, or their examples, rest on, each once, in the order of their
// authors and titles.
func (b *Book) Cited() []Cited {
	collation := b.Lexicon.Collation()
	var list []Cited
	place := map[string]int{}
	add := func(e *glossary.Entry, s *glossary.Source) {
		authors := make([]string, len(s.Authors))
		for i := range s.Authors {
			authors[i] = s.Authors[i].Value
		}
		by := strings.Join(authors, ", ")
		about := []string{by, s.Title.Value, s.Work.Value, s.Publisher.Value, s.Date.Value, s.URL.Value}
		id := strings.Join(about, "\x00")
		i, known := place[id]
		if !known {
			i = len(list)
			place[id] = i
			c := Cited{Source: *s, Text: cmp.Or(about...)}
			// How an entry makes use of a document, and at what page, is said in the entry.
			c.Type, c.Page = glossary.Text{}, glossary.Text{}
			for _, text := range append([]string{c.Text}, about...) {
				c.keys = append(c.keys, collation.Key(text))
			}
			list = append(list, c)
		}
		c := &list[i]
		// What entries say each in their way is said once: the last day on which the document was seen, and what only one
		// of them knows.
		if s.Accessed.Value > c.Accessed.Value {
			c.Accessed = s.Accessed
		}
		for _, t := range []struct{ to, from *glossary.Text }{
			{&c.Service, &s.Service}, {&c.License, &s.License}, {&c.Language, &s.Language},
		} {
			if t.to.IsZero() {
				*t.to = *t.from
			}
		}
		if n := len(c.Entries); n == 0 || c.Entries[n-1] != e {
			c.Entries = append(c.Entries, e)
		}
	}
	for _, e := range b.Entries {
		for i := range e.Sources {
			add(e, &e.Sources[i])
		}
		for i := range e.Examples {
			if s := e.Examples[i].Source; s != nil {
				add(e, s)
			}
		}
	}
	slices.SortFunc(list, func(a, b Cited) int { return slices.Compare(a.keys, b.keys) })
	return list
}
