package site

import (
	"strings"

	"github.com/lexipoche/lexipoche/internal/format"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
	"github.com/lexipoche/lexipoche/internal/markup"
	"github.com/lexipoche/lexipoche/internal/web"
)

// leaf is a page to be made.
type leaf struct {
	at    string // its address from the root: "", "terms/mot/"
	title string // empty for the first page, which has the site's
	// lang is the language of the title when it is not the book's.
	lang        string
	description string
	kind        string // of Open Graph: "website", "article"
	trail       []step // what the page is under
	image       string // that stands for it, from the root
	// shared is set when the site of each language has a page at this address.
	shared bool
	refers string          // the address from the root that the page leads to at once
	data   []byte          // about it, as JSON-LD
	script string          // of its own, from the root
	entry  *glossary.Entry // that it is the page of
	body   func(*page)
}

// step is a page that another one is under.
type step struct{ at, text, lang string }

// page appends the parts of a page, in their order.
type page struct {
	*site
	*leaf
	web.Page
	up string // from the page to the root: "../../"; what is at the root has "./"
}

// to appends a text as a link within the site.
func (p *page) to(at, lang, text string) {
	p.Raw(`<a href="`)
	p.Text(p.up + at)
	p.Raw(`"`)
	p.Dst = p.Printer.Lang(p.Dst, lang)
	p.Raw(">")
	p.Text(text)
	p.Raw("</a>")
}

// inside gives a list in such an element its own language back.
func (p *page) inside(tag string) {
	p.Raw(tag)
	if p.Words.TagIn(p.Language) != "" {
		p.Raw(` lang="`)
		p.Text(p.Language)
		p.Raw(`" dir="` + locale.Direction(p.Language) + `"`)
	}
	p.Raw(">")
}

func (p *page) meta(attribute, name, content string) {
	if content != "" {
		p.Raw(`<meta ` + attribute + `="` + name + `"`)
		p.Attribute("content", content)
		p.Raw(">\n")
	}
}

func (p *page) rel(rel, href, more string) {
	p.Raw(`<link rel="` + rel + `"` + more)
	p.Attribute("href", href)
	p.Raw(">\n")
}

// policy lets a page have what stands in the folder of the site, and nothing else (Content Security Policy, level 3). Its
// data is not run, but is named all the same: there are checkers that take it for a script.
func policy(data []byte) string {
	named := ""
	if len(data) > 0 {
		named = web.Hash(string(data))
	}
	return "default-src 'none'; style-src 'self'; script-src 'self'" + named + "; img-src 'self'; connect-src 'self'; " +
		"manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'"
}

// newPage gives a page in which nothing stands. up is empty where the way to the root is not known: there, no entry has
// an address.
func (s *site) newPage(l *leaf, up string) *page {
	p := &page{site: s, leaf: l, up: up, Page: web.Page{Dst: make([]byte, 0, 1<<13)}}
	p.Printer = markup.Printer{
		Glossary: s.Glossary,
		Words:    s.Words,
		Language: s.Language,
		Href: func(e *glossary.Entry) string {
			if up == "" || !s.Has(e) {
				return ""
			}
			return up + termAt(e)
		},
		Image: func(file string) string {
			if at := s.images[file]; at != "" {
				return up + at
			}
			return ""
		},
	}
	return p
}

func termAt(e *glossary.Entry) string { return termsFolder + e.ID + "/" }

func (s *site) render(l *leaf) format.File {
	up := strings.Repeat("../", strings.Count(l.at, "/"))
	if up == "" {
		up = "./"
	}
	p := s.newPage(l, up)
	p.begin(policy(l.data))
	p.card()
	p.links()
	p.Raw("</head>\n<body>\n")
	p.header()
	p.breadcrumbs()
	p.Raw("<main id=\"_main\" tabindex=\"-1\">\n")
	p.body(p)
	p.Raw("</main>\n")
	p.footer()
	p.Raw("</body>\n</html>\n")
	return format.File{Name: l.at + "index.html", Data: p.Dst}
}

// begin opens the page, as far as what it is called.
func (p *page) begin(policy string) {
	p.Raw("<!DOCTYPE html>\n<html lang=\"")
	p.Text(p.Language)
	p.Raw(`" dir="` + locale.Direction(p.Language) + "\">\n<head>\n<meta charset=\"utf-8\">\n")
	p.Raw("<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy + "\">\n")
	p.meta("name", "viewport", "width=device-width, initial-scale=1")
	if p.refers != "" {
		p.Raw(`<meta http-equiv="refresh"`)
		p.Attribute("content", "0; url="+p.up+p.refers)
		p.Raw(">\n")
	}
	p.Raw("<title")
	p.Dst = p.Printer.Lang(p.Dst, p.titleTag())
	p.Raw(">")
	p.Text(p.fullTitle())
	p.Raw("</title>\n")
	p.meta("name", "description", p.description)
	p.meta("name", "generator", p.Program)
	p.meta("name", "referrer", "no-referrer") // whom a link leads to need not know what was read here
	p.meta("name", "color-scheme", "light dark")
}

func (p *page) fullTitle() string {
	if p.title == "" || p.title == p.Title {
		return p.Title
	}
	return p.title + " – " + p.Title
}

func (p *page) titleTag() string {
	if p.title == "" {
		return p.TitleLanguage
	}
	return p.lang
}

// card appends what other sites show of a link to the page (The Open Graph protocol).
func (p *page) card() {
	title := p.title
	if title == "" {
		title = p.Title
	}
	p.meta("property", "og:type", p.kind)
	p.meta("property", "og:title", title)
	p.meta("property", "og:description", p.description)
	p.meta("property", "og:site_name", p.Title)
	p.meta("property", "og:locale", strings.ReplaceAll(p.Language, "-", "_"))
	if p.root != "" {
		p.meta("property", "og:url", p.root+p.at)
		if p.image != "" {
			p.meta("property", "og:image", p.root+p.image)
		}
	}
}

// links appends what the page is to browsers and other programs, and what it needs.
func (p *page) links() {
	switch {
	case p.refers != "" && p.root == "":
		p.rel("canonical", p.up+p.refers, "")
	case p.refers != "":
		p.rel("canonical", p.root+p.refers, "")
	case p.root != "":
		p.rel("canonical", p.root+p.at, "")
	}
	p.alternates()
	p.rel("stylesheet", p.up+"site.css", "")
	for _, l := range []struct{ file, rel, more string }{
		{feedName, "alternate", ` type="application/atom+xml"`},
		{catalogueName, "alternate", ` type="application/atom+xml;profile=opds-catalog;kind=acquisition"`},
		{manifestName, "manifest", ""},
		{iconName(192), "icon", ` type="image/png"`},
	} {
		if p.made[l.file] {
			p.rel(l.rel, p.up+l.file, l.more)
		}
	}
	p.Raw(`<script src="` + p.up + `site.js" defer=""></script>` + "\n")
	if p.script != "" {
		p.Raw(`<script src="` + p.up + p.script + `" defer=""></script>` + "\n")
	}
	if len(p.data) > 0 {
		p.Raw(`<script type="application/ld+json">`)
		p.Dst = append(p.Dst, p.data...)
		p.Raw("</script>\n")
	}
}

func (p *page) header() {
	p.Open(`<a class="skip" href="#_main"`)
	p.Raw(">")
	p.Text(p.Words.Label("site.skip"))
	p.Raw("</a>\n")
	if p.at == "" {
		p.Raw("<header class=\"home\">\n<div>\n")
		p.logo()
		p.Raw("<h1")
		p.Dst = p.Printer.Lang(p.Dst, p.TitleLanguage)
		p.Raw(">")
		p.Text(p.Title)
		p.Raw("</h1>\n")
		p.front()
	} else {
		p.Raw("<header>\n<div>\n<p class=\"title\">")
		p.to("", p.TitleLanguage, p.Title)
		p.Raw("</p>\n")
	}
	p.search(p.up)
	p.Raw("</div>\n</header>\n")
	p.menu()
}

func (p *page) logo() {
	if p.Edition != nil && p.Edition.Cover != nil {
		if logo := p.Printer.Image(p.Edition.Cover.Logo.Value); logo != "" {
			p.Raw(`<img class="logo" alt=""`)
			p.Attribute("src", logo)
			p.Raw(">\n")
		}
	}
}

// menu appends the ways through the site that are not those of the alphabet.
func (p *page) menu() {
	p.Open(`<nav class="menu"`)
	p.Attribute("aria-label", p.Words.Label("site.menu"))
	p.Raw(">\n<ul>\n")
	item := func(at, label string) {
		p.Raw("<li><a")
		p.Attribute("href", p.up+at)
		if at == p.at {
			p.Raw(` aria-current="page"`)
		}
		p.Raw(">")
		p.Text(label)
		p.Raw("</a></li>\n")
	}
	item("", p.Words.Label("site.home"))
	switch len(p.indexes) {
	case 0:
	case 1:
		item(indexAt(&p.indexes[0]), p.indexLabel(&p.indexes[0]))
	default:
		item("index/", p.Words.Label("site.indexes"))
	}
	if p.hasMap() {
		item("map/", p.Words.Label("site.map"))
	}
	if len(p.news) > 0 {
		item("news/", p.Words.Label("site.news"))
	}
	if len(p.documents) > 0 {
		item("sources/", p.Words.Label("book.sources"))
	}
	if len(p.Downloads) > 0 {
		item(downloads, p.Words.Label("site.download"))
	}
	item("about/", p.Words.Label("site.about"))
	p.languages()
	p.Raw("</ul>\n</nav>\n")
}

func (p *page) breadcrumbs() {
	if len(p.trail) == 0 {
		return
	}
	p.Open(`<nav class="trail"`)
	p.Attribute("aria-label", p.Words.Label("site.trail"))
	p.inside(">\n<ol")
	for i := range p.trail {
		p.Raw("<li>")
		p.to(p.trail[i].at, p.trail[i].lang, p.trail[i].text)
		p.Raw("</li>")
	}
	p.Raw("</ol>\n</nav>\n")
}

func (p *page) footer() {
	l := p.Lexicon
	p.Raw("<footer>\n<div>\n<p>")
	p.imprint()
	p.Raw("</p>\n")
	p.Paragraph("<p>", func() {
		if !l.License.IsZero() {
			p.Label("book.license")
			p.colon()
			p.Dst = p.Printer.License(p.Dst, l.License.Value)
		}
	})
	p.Paragraph("<p>", p.contribute)
	p.Paragraph(`<p class="made">`, func() { p.Say(p.Words.Text("book.made-with", map[string]any{"program": p.Program})) })
	p.Raw("</div>\n</footer>\n")
}

func (p *page) colon() { p.Text(p.Words.Label("punctuation.colon")) }

// imprint tells the version and the day of the book.
func (p *page) imprint() {
	p.Imprint(p.Lexicon.Version.Value, p.Date, len(p.Entries))
}

// contribute appends the link by which a reader may say what is missing.
func (p *page) contribute() {
	if url := p.Lexicon.Contribute.Value; url != "" {
		p.Link(url, p.Words.Label("book.contribute"))
	}
}

// h1 appends the heading of a page, in the language of its title.
func (p *page) h1() {
	p.Raw("<h1")
	p.Dst = p.Printer.Lang(p.Dst, p.lang)
	p.Raw(">")
	p.Text(p.title)
	p.Raw("</h1>\n")
}

func (p *page) h2(label string) {
	p.Raw("<h2>")
	p.Label(label)
	p.Raw("</h2>\n")
}

// section opens a part of a page that has a heading.
func (p *page) section(class, label string) {
	p.Raw(`<section class="` + class + "\">\n")
	p.h2(label)
}
