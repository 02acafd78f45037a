package epub

import (
	"cmp"
	"slices"
	"strings"

	"github.com/lexipoche/lexipoche/internal/glossary"
)

const bibliographyRole = ` epub:type="bibliography" role="doc-bibliography"`

// cited is a document, and the entries that rest on it.
type cited struct {
	glossary.Source
	entries []*glossary.Entry
	text    string // what it is sorted by first: its authors, else its title
	keys    []string
}

// bibliography lists the documents that the entries of the book, or their examples, rest on, each once.
func (p *publication) bibliography() []list {
	documents := p.cited()
	if len(documents) == 0 {
		return nil
	}
	rows := make([]row, len(documents))
	const block = 64
	each((len(documents)+block-1)/block, func(n int) {
		for i := n * block; i < min((n+1)*block, len(documents)); i++ {
			c := &documents[i]
			dst := p.printer.Source(nil, &c.Source)
			dst = append(dst, "\n<div class=\"cited\">"...)
			dst = p.printer.Say(dst, p.Words.Label("book.cited-in"))
			dst = p.colon(dst)
			dst = p.links(dst, c.entries)
			rows[i] = row{c.text, append(dst, "</div>"...)}
		}
	})
	return []list{{
		name: "sources", label: p.Words.Label("book.sources"), use: p.Words.Label("guide.bibliography"),
		class: "bibliography", role: bibliographyRole, groups: p.lettered(rows), guided: true,
	}}
}

// cited gathers the sources, in the order of their authors and titles.
func (p *publication) cited() []cited {
	collation := p.Lexicon.Collation()
	var list []cited
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
			c := cited{Source: *s, text: cmp.Or(about...)}
			// How an entry makes use of a document, and at what page, is said in the entry.
			c.Type, c.Page = glossary.Text{}, glossary.Text{}
			for _, text := range append([]string{c.text}, about...) {
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
		if n := len(c.entries); n == 0 || c.entries[n-1] != e {
			c.entries = append(c.entries, e)
		}
	}
	for _, e := range p.Entries {
		if p.href(e) == "" {
			continue
		}
		for i := range e.Sources {
			add(e, &e.Sources[i])
		}
		for i := range e.Examples {
			if s := e.Examples[i].Source; s != nil {
				add(e, s)
			}
		}
	}
	slices.SortFunc(list, func(a, b cited) int { return slices.Compare(a.keys, b.keys) })
	return list
}
