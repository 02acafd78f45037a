package site

import (
	"slices"
	"strings"

	"github.com/lexipoche/lexipoche/internal/format"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
)

// indexesOf gives the indexes from other languages to the book's.
func indexesOf(b *format.Book) []format.Reverse {
	return slices.DeleteFunc(b.Reverses(), func(x format.Reverse) bool { return !isSegment(strings.ToLower(x.Tag)) })
}

func indexAt(x *format.Reverse) string { return "index/" + strings.ToLower(x.Tag) + "/" }

// indexLabel names an index by its languages, « Index anglais–français », and a variety of a language only where there are
// several of it.
func (s *site) indexLabel(x *format.Reverse) string {
	called := func(tag string) string {
		base := locale.Language(tag)
		shared := 0
		for _, other := range s.indexes {
			if locale.Language(other.Tag) == base {
				shared++
			}
		}
		if base == locale.Language(s.Language) {
			shared++
		}
		if shared < 2 {
			tag = base
		}
		return s.Words.LanguageName(tag)
	}
	return s.Words.Text("book.reverse-index", map[string]any{"from": called(x.Tag), "to": called(s.Language)})
}

func (p *page) indexList() {
	p.h1()
	p.indexLinks()
}

func (p *page) indexLinks() {
	p.raw("<ul>\n")
	for i := range p.indexes {
		p.raw("<li>")
		p.to(indexAt(&p.indexes[i]), p.wordsTag(), p.indexLabel(&p.indexes[i]))
		p.raw("</li>\n")
	}
	p.raw("</ul>\n")
}

// index appends the words of a language under their initials, each with the way to its entries.
func (p *page) index(x *format.Reverse) {
	p.h1()
	initials := make([]string, len(x.Names))
	for i := range x.Names {
		initials[i], _ = locale.Initial(x.Names[i].Text)
	}
	p.open(`<nav class="letters"`)
	p.attribute("aria-label", p.Words.Label("book.letters"))
	p.raw(">\n<ul")
	p.dst = p.printer.Lang(p.dst, x.Tag)
	p.raw(">")
	for i := range x.Names {
		if i == 0 || initials[i] != initials[i-1] {
			p.raw(`<li><a href="#_` + locale.Anchor(initials[i]) + `">`)
			p.text(initials[i])
			p.raw("</a></li>")
		}
	}
	p.raw("</ul>\n</nav>\n<div class=\"index\">\n")
	for i := range x.Names {
		if i == 0 || initials[i] != initials[i-1] {
			if i > 0 {
				p.raw("</ul>\n")
			}
			p.raw(`<h2 id="_` + locale.Anchor(initials[i]) + `">`)
			p.dst = p.printer.Term(p.dst, "", x.Tag, initials[i])
			p.raw("</h2>\n<ul>\n")
		}
		p.raw("<li>")
		p.name(&x.Names[i], x.Tag)
		p.raw("</li>\n")
	}
	p.raw("</ul>\n</div>\n")
}

// name appends a name, what it is worth in words, and the way to its entries.
func (p *page) name(n *format.Name, lang string) {
	class := "term"
	if n.State == glossary.Discouraged || n.State == glossary.Obsolete {
		class = "term avoid"
	}
	p.dst = p.printer.Term(p.dst, class, lang, n.Text)
	if n.State != glossary.Admitted {
		p.raw(" (")
		p.words(p.printer.Vocabulary("term-status", &glossary.Text{Value: n.State}))
		p.raw(")")
	}
	if locale.Direction(p.Language) == "rtl" {
		p.raw(" ← ")
	} else {
		p.raw(" → ")
	}
	p.entries(n.Entries)
}

// entries appends links to entries, on a line.
func (p *page) entries(list []*glossary.Entry) {
	for i, e := range list {
		if i > 0 {
			p.raw(", ")
		}
		p.dst = p.printer.Link(p.dst, e, "")
	}
}
