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
	p.paragraph(`<p class="intro">`, func() { p.dst = p.printer.Passage(p.dst, "span", &l.Description) })
	if p.Edition != nil {
		p.paragraph("<p>", func() { p.words(p.Words.Text("book.drawn-from", map[string]any{"title": l.Title.Value})) })
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
		p.raw("<ul>\n")
		for i := range n {
			p.raw("<li>")
			p.dst = p.printer.Contributor(p.dst, &l.Contributors[i])
			p.raw("</li>\n")
		}
		p.raw("</ul>\n</section>\n")
	}
	if !l.Publisher.IsZero() {
		p.section("prose", "book.publisher")
		p.raw("<p>")
		p.text(l.Publisher.Value)
		p.raw("</p>\n</section>\n")
	}
	if !l.License.IsZero() {
		p.section("prose", "book.license")
		p.raw("<p>")
		p.dst = p.printer.License(p.dst, l.License.Value)
		p.raw("</p>\n")
		if id := "license." + markup.LicenseTerms(l.License.Value); p.Words.Has(id) {
			p.paragraph("<p>", func() { p.say(id) })
		}
		p.raw("</section>\n")
	}
	if !l.Contribute.IsZero() {
		p.section("prose", "site.contribute")
		p.paragraph("<p>", p.contribute)
		p.raw("</section>\n")
	}
	p.paragraph("<p>", func() {
		if l.Homepage.Value != "" {
			p.say("book.homepage")
			p.colon()
			p.dst = p.printer.Anchor(p.dst, l.Homepage.Value, "", l.Homepage.Value)
		}
	})
}

// sources appends the documents that the entries rest on, each with the day on which it was seen.
func (p *page) sources() {
	p.h1()
	p.raw("<ul class=\"documents\">\n")
	for i := range p.documents {
		c := &p.documents[i]
		p.raw("<li>")
		p.dst = p.printer.Source(p.dst, &c.Source)
		p.raw("\n<div class=\"cited\">")
		p.say("book.cited-in")
		p.colon()
		p.entries(c.Entries)
		p.raw("</div></li>\n")
	}
	p.raw("</ul>\n")
}

func (p *page) downloadPage() {
	p.h1()
	p.paragraph("<p>", func() { p.say("site.download-about") })
	p.dst = downloadTable(p.dst, &p.printer, p.up, p.Downloads)
}
