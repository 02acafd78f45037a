package site

import (
	"maps"
	"slices"
	"strings"

	"github.com/lexipoche/lexipoche/internal/format"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
	"github.com/lexipoche/lexipoche/internal/markup"
)

// term is the page of the entry that stands at a place of the book.
func (s *site) term(i int, home step) leaf {
	e := s.Entries[i]
	about, _ := s.newPage(&leaf{}, "./").gloss(e)
	l := leaf{
		at: termAt(e), entry: e, title: e.Term.Value, lang: e.Language, description: about, kind: "article", shared: true,
		trail: []step{home}, data: s.termData(e, about), body: func(p *page) { p.term(i) },
	}
	heading, _ := locale.Initial(e.SortText())
	if j := slices.IndexFunc(s.letters, func(l format.Section) bool { return l.Heading == heading }); j >= 0 {
		l.trail = append(l.trail, step{at: letterAt(&s.letters[j]), text: heading})
	}
	if e.Illustration != nil {
		l.image = s.images[e.Illustration.File.Value]
	}
	return l
}

// definedTerm is a concept as schema.org has it.
type definedTerm struct {
	Context       string   `json:"@context"`
	Type          string   `json:"@type"`
	ID            string   `json:"@id,omitempty"`
	Name          string   `json:"name"`
	AlternateName []string `json:"alternateName,omitempty"`
	Description   string   `json:"description,omitempty"`
	TermCode      string   `json:"termCode"`
	URL           string   `json:"url,omitempty"`
	Language      string   `json:"inLanguage"`
	Set           termSet  `json:"inDefinedTermSet"`
}

// termData tells other programs what the page is about. Of the other names, only those that the lexicon lets its readers
// use are told.
func (s *site) termData(e *glossary.Entry, about string) []byte {
	d := definedTerm{
		Context: schemaOrg, Type: "DefinedTerm", Name: e.Term.Value, Description: about, TermCode: e.ID, Language: s.Language,
		Set: termSet{Type: "DefinedTermSet", ID: s.root, Name: s.Title, URL: s.root},
	}
	if e.Language != "" {
		d.Language = e.Language
	}
	if !e.Feminine.IsZero() {
		d.AlternateName = append(d.AlternateName, e.Feminine.Value)
	}
	for i := range e.Synonyms {
		if e.Synonyms[i].Advised() {
			d.AlternateName = append(d.AlternateName, e.Synonyms[i].Term.Value)
		}
	}
	if s.root != "" {
		d.ID, d.URL = s.root+termAt(e), s.root+termAt(e)
	}
	return encoded(d)
}

func (p *page) term(i int) {
	e := p.Entries[i]
	p.Dst = p.Printer.Entry(p.Dst, e, 1)
	p.around(e)
	p.Paragraph(`<p class="edit">`, func() {
		if url := p.correction(e); url != "" {
			p.Link(url, p.Words.Label("site.edit"))
		}
	})
	p.Open(`<nav class="neighbours"`)
	p.Attribute("aria-label", p.Words.Label("site.neighbours"))
	p.inside(">\n<ul")
	p.neighbour("prev", "book.previous", i-1)
	p.neighbour("next", "book.next", i+1)
	p.Raw("</ul>\n</nav>\n")
}

// around appends the lists that an entry is in.
func (p *page) around(e *glossary.Entry) {
	p.Paragraph(`<p class="around">`, func() {
		first := true
		add := func(at, lang, text string) {
			if first {
				p.Label("site.around")
				p.colon()
			} else {
				p.Raw(", ")
			}
			first = false
			p.to(at, lang, text)
		}
		for i := range p.domains {
			d := &p.domains[i]
			if slices.ContainsFunc(e.Domains, func(t glossary.Text) bool { return t.Value == d.id }) {
				add(d.at(), d.lang, d.label)
			}
		}
		for i := range p.levels {
			if l := &p.levels[i]; l.value == e.Level.Value {
				add(l.at(), p.Words.TagIn(p.Language), p.Words.Text("site.level", map[string]any{"level": p.Words.Label("level." + l.value)}))
			}
		}
	})
}

func (p *page) neighbour(rel, label string, i int) {
	if i < 0 || i >= len(p.Entries) {
		return
	}
	e := p.Entries[i]
	p.Raw(`<li class="` + rel + `"><a rel="` + rel + `"`)
	p.Attribute("href", p.up+termAt(e))
	p.Raw("><span>")
	p.Label(label)
	p.Raw("</span> ")
	p.Dst = p.Printer.Term(p.Dst, "", e.Language, e.Term.Value)
	p.Raw("</a></li>\n")
}

// correction gives the address at which a reader may correct an entry: its own file in the forge, when the lexicon says
// where that is, else the place for all contributions. It is empty when there is neither.
func (s *site) correction(e *glossary.Entry) string {
	if edit := s.Lexicon.Edit.Value; markup.SafeURL(edit) && strings.Contains(edit, glossary.FilePath) {
		return strings.ReplaceAll(edit, glossary.FilePath, e.Path)
	}
	return s.Lexicon.Contribute.Value
}

// former gives a page to each id that a concept had, which leads to where the concept is now.
func (s *site) former(home step) []leaf {
	var list []leaf
	redirects := s.Redirects()
	for _, id := range slices.Sorted(maps.Keys(redirects)) {
		e := redirects[id]
		if !s.Has(e) || !isSegment(id) {
			continue
		}
		list = append(list, leaf{
			at: "terms/" + id + "/", title: e.Term.Value, lang: e.Language, refers: termAt(e), kind: "website", trail: []step{home},
			body: func(p *page) {
				p.h1()
				p.Raw("<p>")
				p.Label("site.moved")
				p.Raw(" ")
				p.Dst = p.Printer.Link(p.Dst, e, "")
				p.Raw("</p>\n")
			},
		})
	}
	return list
}
