package site

import (
	"strings"
	"time"

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
	up      string // from the page to the root: "../../"; what is at the root has "./"
	printer markup.Printer
	dst     []byte
}

func (p *page) raw(s string)     { p.dst = append(p.dst, s...) }
func (p *page) text(s string)    { p.dst = markup.Escape(p.dst, s) }
func (p *page) words(s string)   { p.dst = p.printer.Say(p.dst, s) }
func (p *page) say(label string) { p.words(p.Words.Label(label)) }

// link appends words of the program as a link to another place; to appends any text as a link within the site.
func (p *page) link(url, words string) { p.dst = p.printer.Anchor(p.dst, url, p.wordsTag(), words) }

func (p *page) to(at, lang, text string) {
	p.raw(`<a href="`)
	p.text(p.up + at)
	p.raw(`"`)
	p.dst = p.printer.Lang(p.dst, lang)
	p.raw(">")
	p.text(text)
	p.raw("</a>")
}

// wordsTag gives the language of the program's words where they are not in the book's, else nothing.
func (s *site) wordsTag() string {
	if lang := s.Words.Language; lang != locale.Language(s.Language) {
		return lang
	}
	return ""
}

// open begins an element whose attributes hold words of the program.
func (p *page) open(tag string) {
	p.raw(tag)
	if lang := p.wordsTag(); lang != "" {
		p.raw(` lang="` + lang + `" dir="` + locale.Direction(lang) + `"`)
	}
}

// inside gives a list in such an element its own language back.
func (p *page) inside(tag string) {
	p.raw(tag)
	if p.wordsTag() != "" {
		p.raw(` lang="`)
		p.text(p.Language)
		p.raw(`" dir="` + locale.Direction(p.Language) + `"`)
	}
	p.raw(">")
}

func (p *page) attribute(name, words string) {
	p.raw(" " + name + `="`)
	p.text(words)
	p.raw(`"`)
}

func (p *page) meta(attribute, name, content string) {
	if content != "" {
		p.raw(`<meta ` + attribute + `="` + name + `"`)
		p.attribute("content", content)
		p.raw(">\n")
	}
}

func (p *page) rel(rel, href, more string) {
	p.raw(`<link rel="` + rel + `"` + more)
	p.attribute("href", href)
	p.raw(">\n")
}

// paragraph appends a paragraph, unless there is nothing in it.
func (p *page) paragraph(tag string, fill func()) {
	start := len(p.dst)
	p.raw(tag)
	empty := len(p.dst)
	fill()
	if len(p.dst) == empty {
		p.dst = p.dst[:start]
		return
	}
	p.raw("</p>\n")
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
	p := &page{site: s, leaf: l, up: up, dst: make([]byte, 0, 1<<13)}
	p.printer = markup.Printer{
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
	p.raw("</head>\n<body>\n")
	p.header()
	p.breadcrumbs()
	p.raw("<main id=\"_main\" tabindex=\"-1\">\n")
	p.body(p)
	p.raw("</main>\n")
	p.footer()
	p.raw("</body>\n</html>\n")
	return format.File{Name: l.at + "index.html", Data: p.dst}
}

// begin opens the page, as far as what it is called.
func (p *page) begin(policy string) {
	p.raw("<!DOCTYPE html>\n<html lang=\"")
	p.text(p.Language)
	p.raw(`" dir="` + locale.Direction(p.Language) + "\">\n<head>\n<meta charset=\"utf-8\">\n")
	p.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy + "\">\n")
	p.meta("name", "viewport", "width=device-width, initial-scale=1")
	if p.refers != "" {
		p.raw(`<meta http-equiv="refresh"`)
		p.attribute("content", "0; url="+p.up+p.refers)
		p.raw(">\n")
	}
	p.raw("<title")
	p.dst = p.printer.Lang(p.dst, p.titleTag())
	p.raw(">")
	p.text(p.fullTitle())
	p.raw("</title>\n")
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
	p.raw(`<script src="` + p.up + `site.js" defer=""></script>` + "\n")
	if p.script != "" {
		p.raw(`<script src="` + p.up + p.script + `" defer=""></script>` + "\n")
	}
	if len(p.data) > 0 {
		p.raw(`<script type="application/ld+json">`)
		p.dst = append(p.dst, p.data...)
		p.raw("</script>\n")
	}
}

const dot = ` <span aria-hidden="true">·</span> `

func (p *page) header() {
	p.open(`<a class="skip" href="#_main"`)
	p.raw(">")
	p.text(p.Words.Label("site.skip"))
	p.raw("</a>\n")
	if p.at == "" {
		p.raw("<header class=\"home\">\n<div>\n")
		p.logo()
		p.raw("<h1")
		p.dst = p.printer.Lang(p.dst, p.TitleLanguage)
		p.raw(">")
		p.text(p.Title)
		p.raw("</h1>\n")
		p.front()
	} else {
		p.raw("<header>\n<div>\n<p class=\"title\">")
		p.to("", p.TitleLanguage, p.Title)
		p.raw("</p>\n")
	}
	p.search(p.up)
	p.raw("</div>\n</header>\n")
	p.menu()
}

func (p *page) logo() {
	if p.Edition != nil && p.Edition.Cover != nil {
		if logo := p.printer.Image(p.Edition.Cover.Logo.Value); logo != "" {
			p.raw(`<img class="logo" alt=""`)
			p.attribute("src", logo)
			p.raw(">\n")
		}
	}
}

// menu appends the ways through the site that are not those of the alphabet.
func (p *page) menu() {
	p.open(`<nav class="menu"`)
	p.attribute("aria-label", p.Words.Label("site.menu"))
	p.raw(">\n<ul>\n")
	item := func(at, label string) {
		p.raw("<li><a")
		p.attribute("href", p.up+at)
		if at == p.at {
			p.raw(` aria-current="page"`)
		}
		p.raw(">")
		p.text(label)
		p.raw("</a></li>\n")
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
	p.raw("</ul>\n</nav>\n")
}

func (p *page) breadcrumbs() {
	if len(p.trail) == 0 {
		return
	}
	p.open(`<nav class="trail"`)
	p.attribute("aria-label", p.Words.Label("site.trail"))
	p.inside(">\n<ol")
	for i := range p.trail {
		p.raw("<li>")
		p.to(p.trail[i].at, p.trail[i].lang, p.trail[i].text)
		p.raw("</li>")
	}
	p.raw("</ol>\n</nav>\n")
}

func (p *page) footer() {
	l := p.Lexicon
	p.raw("<footer>\n<div>\n<p>")
	p.imprint()
	p.raw("</p>\n")
	p.paragraph("<p>", func() {
		if !l.License.IsZero() {
			p.say("book.license")
			p.colon()
			p.dst = p.printer.License(p.dst, l.License.Value)
		}
	})
	p.paragraph("<p>", p.contribute)
	p.paragraph(`<p class="made">`, func() { p.words(p.Words.Text("book.made-with", map[string]any{"program": p.Program})) })
	p.raw("</div>\n</footer>\n")
}

func (p *page) colon() { p.text(p.Words.Label("punctuation.colon")) }

// imprint tells the version and the day of the book.
func (p *page) imprint() {
	if v := p.Lexicon.Version.Value; v != "" {
		p.words(p.Words.Text("book.version", map[string]any{"version": v}))
		p.raw(dot)
	}
	if !p.Date.IsZero() {
		p.raw(`<time datetime="` + p.Date.Format(time.DateOnly) + `">`)
		p.words(p.Words.Date(p.Date.Year(), int(p.Date.Month()), p.Date.Day()))
		p.raw("</time>" + dot)
	}
	p.words(p.Words.Count("book.entries", len(p.Entries)))
}

// contribute appends the link by which a reader may say what is missing.
func (p *page) contribute() {
	if url := p.Lexicon.Contribute.Value; url != "" {
		p.link(url, p.Words.Label("book.contribute"))
	}
}

// h1 appends the heading of a page, in the language of its title.
func (p *page) h1() {
	p.raw("<h1")
	p.dst = p.printer.Lang(p.dst, p.lang)
	p.raw(">")
	p.text(p.title)
	p.raw("</h1>\n")
}

func (p *page) h2(label string) {
	p.raw("<h2>")
	p.say(label)
	p.raw("</h2>\n")
}

// section opens a part of a page that has a heading.
func (p *page) section(class, label string) {
	p.raw(`<section class="` + class + "\">\n")
	p.h2(label)
}
