package epub

import (
	"github.com/lexipoche/lexipoche/internal/markup"
)

// colophon makes the last page: what the book is called for good, how to cite it, what may be done with it, and where it
// comes from.
func (p *publication) colophon() page {
	l := p.Lexicon
	label := p.Words.Label("book.colophon")
	dst := []byte("<section epub:type=\"colophon\" role=\"doc-colophon\" class=\"prose colophon\" aria-labelledby=\"_colophon\">\n<h1 id=\"_colophon\">")
	dst = p.printer.Say(dst, label)
	dst = append(dst, "</h1>\n"...)
	heading := func(id string) {
		dst = append(dst, "<h2>"...)
		dst = p.printer.Say(dst, p.Words.Label(id))
		dst = append(dst, "</h2>\n"...)
	}

	dst = append(dst, "<dl class=\"fields\">\n"...)
	field := func(id string, value []byte) {
		if len(value) > 0 {
			dst = append(dst, "<div><dt>"...)
			dst = p.printer.Say(dst, p.Words.Label(id))
			dst = append(dst, "</dt><dd>"...)
			dst = append(dst, value...)
			dst = append(dst, "</dd></div>\n"...)
		}
	}
	field("book.book", p.printer.Term(nil, "", p.TitleLanguage, p.Title))
	field("book.publisher", markup.Escape(nil, l.Publisher.Value))
	field("book.version-number", markup.Escape(nil, l.Version.Value))
	field("book.date", p.printer.Say(nil, p.day()))
	field("book.identifier", markup.Escape(nil, p.Identifier()))
	dst = append(dst, "</dl>\n"...)

	heading("book.cite")
	dst = paragraph(dst, "citation", p.citation())

	if !l.License.IsZero() {
		heading("book.rights")
		line := p.colon(p.printer.Say(nil, p.Words.Label("book.license")))
		dst = paragraph(dst, "license", p.printer.License(line, l.License.Value))
		if id := "license." + markup.LicenseTerms(l.License.Value); p.Words.Has(id) {
			dst = paragraph(dst, "terms", p.printer.Say(nil, p.Words.Label(id)))
		}
		if p.otherLicenses() {
			dst = paragraph(dst, "terms", p.printer.Say(nil, p.Words.Label("book.other-licenses")))
		}
	}

	start := len(dst)
	heading("book.online")
	empty := len(dst)
	link := func(url, id string) {
		if markup.SafeURL(url) {
			dst = paragraph(dst, "link", p.printer.Anchor(nil, url, p.Words.TagIn(p.Language), p.Words.Label(id)))
		}
	}
	if p.Edition != nil {
		link(p.Edition.URL.Value, "book.download")
	}
	link(l.Homepage.Value, "book.homepage")
	link(l.Contribute.Value, "book.contribute")
	if len(dst) == empty {
		dst = dst[:start]
	}
	if p.Program != "" {
		dst = paragraph(dst, "program", p.printer.Say(nil, p.Words.Text("book.made-with", map[string]any{"program": p.Program})))
	}
	return page{name: "colophon.xhtml", label: label, ours: true, body: append(dst, "</section>\n"...)}
}

// citation gives what to write of the book where its words are taken up: its title, publisher, version, licence and
// address, as far as they are known.
func (p *publication) citation() []byte {
	l := p.Lexicon
	dst := p.printer.Term(nil, "", p.TitleLanguage, p.Title)
	add := func(html []byte) {
		if len(html) > 0 {
			dst = append(dst, ", "...)
			dst = append(dst, html...)
		}
	}
	add(markup.Escape(nil, l.Publisher.Value))
	if !l.Version.IsZero() {
		add(p.printer.Say(nil, p.Words.Text("book.cited-version", map[string]any{"version": l.Version.Value})))
	}
	license, _ := markup.LicenseName(l.License.Value)
	add(markup.Escape(nil, license))
	add(markup.Escape(nil, l.Homepage.Value))
	return dst
}

// otherLicenses reports whether the book holds a work of somebody else under a licence that is not the book's.
func (p *publication) otherLicenses() bool {
	other := func(license string) bool { return license != "" && license != p.Lexicon.License.Value }
	for _, e := range p.Entries {
		if e.Illustration != nil && other(e.Illustration.License.Value) {
			return true
		}
		for i := range e.Sources {
			if other(e.Sources[i].License.Value) {
				return true
			}
		}
		for i := range e.Examples {
			if s := e.Examples[i].Source; s != nil && other(s.License.Value) {
				return true
			}
		}
	}
	return false
}
