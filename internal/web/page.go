package web

import (
	"time"

	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
	"github.com/lexipoche/lexipoche/internal/markup"
)

// Page appends the parts of a page, in their order.
type Page struct {
	Printer markup.Printer
	Dst     []byte
}

// Dot stands between the short texts of a line.
const Dot = ` <span aria-hidden="true">·</span> `

// Raw appends tags.
func (p *Page) Raw(s string) { p.Dst = append(p.Dst, s...) }

// Text appends a text as it is to be read.
func (p *Page) Text(s string) { p.Dst = markup.Escape(p.Dst, s) }

// Say appends words of the program.
func (p *Page) Say(words string) { p.Dst = p.Printer.Say(p.Dst, words) }

// Label appends words of the catalogue that take no value.
func (p *Page) Label(id string) { p.Say(p.Printer.Words.Label(id)) }

// Link appends words of the program as a link to another place.
func (p *Page) Link(url, words string) {
	p.Dst = p.Printer.Anchor(p.Dst, url, p.Printer.Words.TagIn(p.Printer.Language), words)
}

// Open begins an element whose attributes hold words of the program.
func (p *Page) Open(tag string) {
	p.Raw(tag)
	if lang := p.Printer.Words.TagIn(p.Printer.Language); lang != "" {
		p.Raw(` lang="` + lang + `" dir="` + locale.Direction(lang) + `"`)
	}
}

// Attribute appends an attribute.
func (p *Page) Attribute(name, value string) {
	p.Raw(" " + name + `="`)
	p.Text(value)
	p.Raw(`"`)
}

// Paragraph appends a paragraph, unless there is nothing in it.
func (p *Page) Paragraph(tag string, fill func()) {
	start := len(p.Dst)
	p.Raw(tag)
	empty := len(p.Dst)
	fill()
	if len(p.Dst) == empty {
		p.Dst = p.Dst[:start]
		return
	}
	p.Raw("</p>\n")
}

// Imprint appends the version and the day of a book, and how many terms it holds.
func (p *Page) Imprint(version string, date time.Time, entries int) {
	words := p.Printer.Words
	if version != "" {
		p.Say(words.Text("book.version", map[string]any{"version": version}))
		p.Raw(Dot)
	}
	if !date.IsZero() {
		p.Raw(`<time datetime="` + date.Format(time.DateOnly) + `">`)
		p.Say(words.Date(date.Year(), int(date.Month()), date.Day()))
		p.Raw("</time>" + Dot)
	}
	p.Say(words.Count("book.entries", entries))
}

// Event appends what an edition is made for.
func (p *Page) Event(e *glossary.Event) {
	original := p.Printer.Glossary.Original()
	p.Raw(`<p class="event">`)
	p.Dst = p.Printer.Anchor(p.Dst, e.URL.Value, original, e.Name.Value)
	if !e.Date.IsZero() {
		p.Raw(Dot)
		p.Say(p.Printer.Date(e.Date.Value))
	}
	if !e.Place.IsZero() {
		p.Raw(Dot)
		p.Dst = p.Printer.Term(p.Dst, "", original, e.Place.Value)
	}
	p.Raw("</p>\n")
}
