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
	p.Raw("<ul>\n")
	for i := range p.indexes {
		p.Raw("<li>")
		p.to(indexAt(&p.indexes[i]), p.Words.TagIn(p.Language), p.indexLabel(&p.indexes[i]))
		p.Raw("</li>\n")
	}
	p.Raw("</ul>\n")
}

// index appends the words of a language under their initials, each with the way to its entries.
func (p *page) index(x *format.Reverse) {
	p.h1()
	initials := make([]string, len(x.Names))
	for i := range x.Names {
		initials[i], _ = locale.Initial(x.Names[i].Text)
	}
	p.Open(`<nav class="letters"`)
	p.Attribute("aria-label", p.Words.Label("book.letters"))
	p.Raw(">\n<ul")
	p.Dst = p.Printer.Lang(p.Dst, x.Tag)
	p.Raw(">")
	for i := range x.Names {
		if i == 0 || initials[i] != initials[i-1] {
			p.Raw(`<li><a href="#_` + locale.Anchor(initials[i]) + `">`)
			p.Text(initials[i])
			p.Raw("</a></li>")
		}
	}
	p.Raw("</ul>\n</nav>\n<div class=\"index\">\n")
	for i := range x.Names {
		if i == 0 || initials[i] != initials[i-1] {
			if i > 0 {
				p.Raw("</ul>\n")
			}
			p.Raw(`<h2 id="_` + locale.Anchor(initials[i]) + `">`)
			p.Dst = p.Printer.Term(p.Dst, "", x.Tag, initials[i])
			p.Raw("</h2>\n<ul>\n")
		}
		p.Raw("<li>")
		p.name(&x.Names[i], x.Tag)
		p.Raw("</li>\n")
	}
	p.Raw("</ul>\n</div>\n")
}

// name appends a name, what it is worth in words, and the way to its entries.
func (p *page) name(n *format.Name, lang string) {
	class := "term"
	if n.State == glossary.Discouraged || n.State == glossary.Obsolete {
		class = "term avoid"
	}
	p.Dst = p.Printer.Term(p.Dst, class, lang, n.Text)
	if n.State != glossary.Admitted {
		p.Raw(" (")
		p.Say(p.Printer.Vocabulary("term-status", &glossary.Text{Value: n.State}))
		p.Raw(")")
	}
	if locale.Direction(p.Language) == "rtl" {
		p.Raw(" ← ")
	} else {
		p.Raw(" → ")
	}
	p.entries(n.Entries)
}

// entries appends links to entries, on a line.
func (p *page) entries(list []*glossary.Entry) {
	for i, e := range list {
		if i > 0 {
			p.Raw(", ")
		}
		p.Dst = p.Printer.Link(p.Dst, e, "")
	}
}
