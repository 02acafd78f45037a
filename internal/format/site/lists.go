package site

import (
	"slices"
	"strings"

	"github.com/lexipoche/lexipoche/internal/format"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
)

// domain is a theme of the lexicon with the entries of the book that are under it.
type domain struct {
	id, label string
	lang      string // of the label, when it is not the book's
	entries   []*glossary.Entry
}

// domainsOf gives the domains that hold something, in the order of the lexicon.
func domainsOf(b *format.Book) []domain {
	byID := map[string][]*glossary.Entry{}
	for _, e := range b.Entries {
		for i := range e.Domains {
			id := e.Domains[i].Value
			if in := byID[id]; len(in) == 0 || in[len(in)-1] != e { // a domain named twice
				byID[id] = append(in, e)
			}
		}
	}
	var list []domain
	for i := range b.Lexicon.Domains {
		d := &b.Lexicon.Domains[i]
		id := d.ID.Value
		if len(byID[id]) == 0 || !isSegment(id) {
			continue
		}
		label, lang := d.Label(b.Language)
		if locale.Language(lang) == locale.Language(b.Language) {
			lang = ""
		}
		list = append(list, domain{id, label, lang, byID[id]})
		delete(byID, id)
	}
	return list
}

func (d *domain) at() string { return "domains/" + d.id + "/" }

// level is how far into the subject the entries under it lead.
type level struct {
	value   string
	entries []*glossary.Entry
}

func levelsOf(b *format.Book) []level {
	var list []level
	for _, option := range glossary.Levels {
		l := level{value: option.Value}
		for _, e := range b.Entries {
			if e.Level.Value == l.value {
				l.entries = append(l.entries, e)
			}
		}
		if len(l.entries) > 0 {
			list = append(list, l)
		}
	}
	return list
}

func (l *level) at() string { return "levels/" + l.value + "/" }

func letterAt(s *format.Section) string {
	return "letters/" + strings.TrimPrefix(s.Anchor, "_letter-") + "/"
}

// leaves gives the pages of the site, but for the one that is shown where there is none.
func (s *site) leaves() []leaf {
	home := step{at: "", text: s.Words.Label("site.home"), lang: s.Words.TagIn(s.Language)}
	list := []leaf{s.home()}
	add := func(l leaf) {
		l.kind, l.trail = "website", []step{home}
		list = append(list, l)
	}
	// ours is a page whose title is in the program's words.
	ours := func(at, title, about string, body func(*page)) leaf {
		return leaf{at: at, title: title, lang: s.Words.TagIn(s.Language), description: about, body: body}
	}
	shared := func(l leaf) leaf {
		l.shared = true
		return l
	}
	for i := range s.letters {
		l := &s.letters[i]
		title := s.Words.Text("site.letter", map[string]any{"letter": l.Heading})
		add(ours(letterAt(l), title, s.sample(l.Entries), func(p *page) { p.list(l.Entries, p.lettersNav) }))
	}
	for i := range s.domains {
		d := &s.domains[i]
		add(leaf{at: d.at(), title: d.label, lang: d.lang, description: s.sample(d.entries), shared: true, body: func(p *page) { p.list(d.entries, nil) }})
	}
	for i := range s.levels {
		l := &s.levels[i]
		title := s.Words.Text("site.level", map[string]any{"level": s.Words.Label("level." + l.value)})
		add(shared(ours(l.at(), title, s.sample(l.entries), func(p *page) { p.list(l.entries, nil) })))
	}
	for i := range s.indexes {
		x := &s.indexes[i]
		add(ours(indexAt(x), s.indexLabel(x), "", func(p *page) { p.index(x) }))
	}
	if len(s.indexes) > 1 {
		add(ours("index/", s.Words.Label("site.indexes"), "", (*page).indexList))
	}
	list = append(list, s.maps(home)...)
	if len(s.news) > 0 {
		add(shared(ours("news/", s.Words.Label("site.news"), "", (*page).newsPage)))
	}
	if len(s.documents) > 0 {
		add(shared(ours("sources/", s.Words.Label("book.sources"), "", (*page).sources)))
	}
	if len(s.Downloads) > 0 {
		add(shared(ours(downloads, s.Words.Label("site.download"), s.Words.Label("site.download-about"), (*page).downloadPage)))
	}
	add(shared(ours("about/", s.Words.Label("book.about"), "", (*page).about)))
	for i := range s.Entries {
		list = append(list, s.term(i, home))
	}
	return append(list, s.former(home)...)
}

// sample gives the first names of a list, to tell what is in it.
func (s *site) sample(entries []*glossary.Entry) string {
	var b strings.Builder
	for i, e := range entries[:min(len(entries), 8)] {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(e.Term.Value)
	}
	return b.String()
}

// list appends a page that is a list of entries.
func (p *page) list(entries []*glossary.Entry, around func()) {
	p.h1()
	if around != nil {
		around()
	}
	p.Raw(`<p class="count">`)
	p.Say(p.Words.Count("book.entries", len(entries)))
	p.Raw("</p>\n")
	p.rows(entries)
}

// rows appends entries with what each means, in short.
func (p *page) rows(entries []*glossary.Entry) {
	p.Raw("<ul class=\"rows\">\n")
	for _, e := range entries {
		p.Raw("<li>")
		p.Dst = p.Printer.Link(p.Dst, e, "")
		if text, lang := p.gloss(e); text != "" {
			p.Raw(" <span")
			p.Dst = p.Printer.Lang(p.Dst, lang)
			p.Raw(">")
			p.Text(text)
			p.Raw("</span>")
		}
		p.Raw("</li>\n")
	}
	p.Raw("</ul>\n")
}

// lettersNav appends the links to the letters.
func (p *page) lettersNav() {
	p.Open(`<nav class="letters"`)
	p.Attribute("aria-label", p.Words.Label("book.letters"))
	p.inside(">\n<ul")
	for i := range p.letters {
		l := &p.letters[i]
		p.Raw(`<li><a`)
		p.Attribute("href", p.up+letterAt(l))
		if letterAt(l) == p.at {
			p.Raw(` aria-current="page"`)
		}
		p.Raw(">")
		p.Text(l.Heading)
		p.Raw("</a></li>")
	}
	p.Raw("</ul>\n</nav>\n")
}

// glossMax is the length of a gloss, in characters.
const glossMax = 160

// gloss says what an entry means in a line of plain text: in brief, else by the beginning of its definition. lang is its
// language when it is not the book's.
func (p *page) gloss(e *glossary.Entry) (text, lang string) {
	t, lang := &e.InBrief, e.Language
	if t.IsZero() {
		t = &e.Definition
	}
	if t.IsZero() {
		i := slices.IndexFunc(e.Translations, func(t glossary.Translation) bool { return !t.Definition.IsZero() })
		if i < 0 {
			return "", ""
		}
		lent := &e.Translations[i]
		t, lang = &lent.InBrief, lent.Language.Value
		if t.IsZero() {
			t = &lent.Definition
		}
	}
	return shortened(string(p.Printer.Plain(nil, t)), glossMax), lang
}

// shortened cuts a text after a word, under a number of characters.
func shortened(text string, limit int) string {
	n, space := 0, 0
	for i, r := range text {
		if n++; n > limit {
			if space == 0 {
				space = i
			}
			return strings.TrimRight(text[:space], " ,;:.") + "…"
		}
		if r == ' ' {
			space = i
		}
	}
	return text
}
