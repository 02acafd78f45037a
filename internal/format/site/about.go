package site

import (
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/markup"
)

func licenseURL(spdx string) string {
	_, url := markup.LicenseName(spdx)
	return url
}

// about appends who made the lexicon, what may be done with it, and how to take part.
func (p *page) about() {
	l := p.Lexicon
	p.h1()
	p.Paragraph(`<p class="intro">`, func() { p.Dst = p.Printer.Passage(p.Dst, "span", &l.Description) })
	if p.Edition != nil {
		p.Paragraph("<p>", func() { p.Say(p.Words.Text("book.drawn-from", map[string]any{"title": l.Title.Value})) })
	}
	if p.hasPreface() {
		p.prose("book.preface", &p.Edition.Preface)
	}
	if !l.Foreword.IsZero() {
		p.prose("book.foreword", &l.Foreword)
	}
	var credits []*glossary.Text
	if p.Edition != nil && !p.Edition.Credits.IsZero() {
		credits = append(credits, &p.Edition.Credits)
	}
	if !l.Credits.IsZero() {
		credits = append(credits, &l.Credits)
	}
	if len(credits) > 0 {
		p.prose("book.credits", credits...)
	}
	if n := len(l.Contributors); n > 0 {
		p.section("prose", "book.contributors")
		p.Raw("<ul>\n")
		for i := range n {
			p.Raw("<li>")
			p.Dst = p.Printer.Contributor(p.Dst, &l.Contributors[i])
			p.Raw("</li>\n")
		}
		p.Raw("</ul>\n</section>\n")
	}
	if !l.Publisher.IsZero() {
		p.section("prose", "book.publisher")
		p.Raw("<p>")
		p.Text(l.Publisher.Value)
		p.Raw("</p>\n</section>\n")
	}
	if !l.License.IsZero() {
		p.section("prose", "book.license")
		p.Raw("<p>")
		p.Dst = p.Printer.License(p.Dst, l.License.Value)
		p.Raw("</p>\n")
		if id := "license." + markup.LicenseTerms(l.License.Value); p.Words.Has(id) {
			p.Paragraph("<p>", func() { p.Label(id) })
		}
		p.Raw("</section>\n")
	}
	if !l.Contribute.IsZero() {
		p.section("prose", "site.contribute")
		p.Paragraph("<p>", p.contribute)
		p.Raw("</section>\n")
	}
	p.Paragraph("<p>", func() {
		if l.Homepage.Value != "" {
			p.Label("book.homepage")
			p.colon()
			p.Dst = p.Printer.Anchor(p.Dst, l.Homepage.Value, "", l.Homepage.Value)
		}
	})
}

// sources appends the documents that the entries rest on, each with the day on which it was seen.
func (p *page) sources() {
	p.h1()
	p.Raw("<ul class=\"documents\">\n")
	for i := range p.documents {
		c := &p.documents[i]
		p.Raw("<li>")
		p.Dst = p.Printer.Source(p.Dst, &c.Source)
		p.Raw("\n<div class=\"cited\">")
		p.Label("book.cited-in")
		p.colon()
		p.entries(c.Entries)
		p.Raw("</div></li>\n")
	}
	p.Raw("</ul>\n")
}

func (p *page) downloadPage() {
	p.h1()
	p.Paragraph("<p>", func() { p.Label("site.download-about") })
	p.Dst = downloadTable(p.Dst, &p.Printer, p.up, p.Downloads)
}
