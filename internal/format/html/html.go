// Package html writes a book as one page that holds all it needs: it opens from a disk, without a network, in any
// browser, is whole without its script, and asks nothing of any other machine. The script adds what a page cannot do: the
// search, whose keys are folded here by the function that folds them everywhere else, filters, citations, what was read lately.
package html

import (
	_ "embed"
	"iter"
	"strings"
	"time"

	"github.com/lexipoche/lexipoche/internal/format"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
	"github.com/lexipoche/lexipoche/internal/markup"
	"github.com/lexipoche/lexipoche/internal/web"
)

// Format writes `<slug>.html`.
var Format = format.Format{Name: "html", Write: write}

//go:embed page.css
var pageStyle string

//go:embed page.js
var ownScript string

// The style and the script of the page: what pages share, then its own. The search stands before all of it.
var (
	css        = web.Base + pageStyle
	pageScript = strings.Join([]string{web.Combobox, web.Suggest, web.Recent, web.Citation, ownScript}, "\n")
)

func write(b *format.Book) ([]format.File, error) {
	data, err := dataOf(b)
	if err != nil {
		return nil, err
	}
	images, err := loadImages(b)
	if err != nil {
		return nil, err
	}
	p := &page{Book: b, images: images, dst: make([]byte, 0, len(data)+1<<16+2560*len(b.Entries))}
	p.printer = markup.Printer{
		Glossary: b.Glossary,
		Words:    b.Words,
		Language: b.Language,
		Href: func(e *glossary.Entry) string {
			if !b.Has(e) {
				return ""
			}
			return "#" + e.ID
		},
		Image: func(file string) string { return images[file] },
	}
	// The blocks are trimmed: there are checkers that trim what they compare with the policy.
	style, script := strings.TrimSpace(css+web.Colors(b.Cover().Color.Value)), strings.TrimSpace(web.Search+"\n"+pageScript)

	p.raw("<!DOCTYPE html>\n<html lang=\"")
	p.text(b.Language)
	p.raw(`" dir="` + locale.Direction(b.Language) + "\">\n")
	p.head(style, web.Policy([]string{style}, []string{script, string(data)}))
	p.raw("<body>\n<a class=\"skip\" href=\"#_terms\">")
	p.say("book.skip")
	p.raw("</a>\n")
	p.header()
	p.search()
	p.raw("<div class=\"page\">\n")
	p.raw("<div class=\"contents\">\n")
	p.contents()
	p.byDomain()
	p.raw("</div>\n")
	if len(b.Entries) > long {
		p.raw("<main class=\"long\">\n")
	} else {
		p.raw("<main>\n")
	}
	p.recent()
	p.tools()
	p.prefaces()
	p.sections()
	p.raw("</main>\n</div>\n")
	p.about()
	p.raw(`<script type="application/json" id="_data">`)
	p.dst = append(p.dst, data...)
	p.raw("</script>\n<script type=\"module\">" + script + "</script>\n</body>\n</html>\n")
	return []format.File{{Name: b.Slug + ".html", Data: p.dst}}, nil
}

// long is the number of entries above which a browser had better not lay out what is out of sight. It is not done below:
// tools that measure a page would be given sizes that are only guessed.
const long = 400

// page appends the parts of the page, in their order.
type page struct {
	*format.Book
	printer markup.Printer
	images  map[string]string // addresses by file
	dst     []byte
}

func (p *page) raw(s string)           { p.dst = append(p.dst, s...) }
func (p *page) text(s string)          { p.dst = markup.Escape(p.dst, s) }
func (p *page) words(s string)         { p.dst = p.printer.Say(p.dst, s) }
func (p *page) say(label string)       { p.words(p.Words.Label(label)) }
func (p *page) link(url, words string) { p.dst = p.printer.Anchor(p.dst, url, p.wordsTag(), words) }

// wordsTag gives the language of the program's words where they are not in the book's, else nothing.
func (p *page) wordsTag() string {
	if lang := p.Words.Language; lang != locale.Language(p.Language) {
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

func (p *page) attribute(name, label string) {
	p.raw(" " + name + `="`)
	p.text(p.Words.Label(label))
	p.raw(`"`)
}

func (p *page) meta(name, content string) {
	if content != "" {
		p.raw(`<meta name="` + name + `" content="`)
		p.text(content)
		p.raw("\">\n")
	}
}

func (p *page) titleLanguage() { p.dst = p.printer.Lang(p.dst, p.TitleLanguage) }

// icon keeps browsers from asking a server for one.
const icon = "data:,"

func (p *page) head(style, policy string) {
	l := p.Lexicon
	p.raw("<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy + "\">\n")
	p.meta("viewport", "width=device-width, initial-scale=1")
	p.raw("<title")
	p.titleLanguage()
	p.raw(">")
	p.text(p.Title)
	p.raw("</title>\n")
	description := string(p.printer.Plain(nil, &l.Description))
	if description == "" || p.Edition != nil && p.Subtitle != "" {
		description = p.Subtitle
	}
	p.meta("description", description)
	p.meta("author", author(l))
	license, address := markup.LicenseName(l.License.Value)
	if address != "" {
		license = address
	}
	p.meta("dcterms.license", license)
	p.meta("generator", p.Program)
	p.meta("referrer", "no-referrer") // whom a link leads to need not know what was read here
	p.meta("color-scheme", "light dark")
	p.raw("<link rel=\"icon\" href=\"" + icon + "\">\n<style>" + style + "</style>\n</head>\n")
}

// author names who wrote the lexicon, else who publishes it.
func author(l *glossary.Lexicon) string {
	var names []string
	for i := range l.Contributors {
		if c := &l.Contributors[i]; c.Role.IsZero() || c.Role.Value == "author" {
			names = append(names, c.Name.Value)
		}
	}
	if len(names) == 0 {
		return l.Publisher.Value
	}
	return strings.Join(names, ", ")
}

const dot = ` <span aria-hidden="true">·</span> `

func (p *page) header() {
	p.raw("<header id=\"_top\">\n<div>\n")
	if logo := p.images[p.Cover().Logo.Value]; logo != "" {
		p.raw(`<img class="logo" src="`)
		p.text(logo)
		p.raw("\" alt=\"\">\n")
	}
	p.raw("<h1")
	p.titleLanguage()
	p.raw(">")
	p.text(p.Title)
	p.raw("</h1>\n")
	if p.Subtitle != "" {
		p.raw(`<p class="subtitle"`)
		p.titleLanguage()
		p.raw(">")
		p.text(p.Subtitle)
		p.raw("</p>\n")
	}
	if p.Edition != nil && p.Edition.Event != nil {
		p.event(p.Edition.Event)
	}
	p.raw(`<p class="imprint">`)
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
	p.raw("</p>\n</div>\n</header>\n")
}

func (p *page) event(e *glossary.Event) {
	p.raw(`<p class="event">`)
	p.dst = p.printer.Anchor(p.dst, e.URL.Value, p.Original(), e.Name.Value)
	if !e.Date.IsZero() {
		p.raw(dot)
		p.words(p.printer.Date(e.Date.Value))
	}
	if !e.Place.IsZero() {
		p.raw(dot)
		p.dst = p.printer.Term(p.dst, "", p.Original(), e.Place.Value)
	}
	p.raw("</p>\n")
}

// search appends the search, which the script brings out: a combobox as ARIA 1.2 has it, and under it what was found, or that
// nothing was.
func (p *page) search() {
	var missing []byte
	if url := p.Lexicon.Contribute.Value; url != "" {
		missing = p.printer.Anchor(nil, url, p.wordsTag(), p.Words.Label("book.contribute"))
	}
	p.dst = web.Form(p.dst, p.Words, p.Language, "", missing)
}

// contents appends the links to the sections: letters, which are short, or domains.
func (p *page) contents() {
	if p.isThematic() {
		p.open(`<nav class="front domains"`)
		p.attribute("aria-label", "book.domains")
	} else {
		p.open(`<nav class="front letters"`)
		p.attribute("aria-label", "book.letters")
	}
	p.raw(">\n<ul")
	p.bookLanguage()
	p.raw(">")
	for i := range p.Sections {
		p.raw(`<li><a href="#` + p.Sections[i].Anchor + `">`)
		p.text(p.Sections[i].Heading)
		p.raw("</a></li>")
	}
	p.raw("</ul>\n</nav>\n")
}

// byDomain appends the terms of each domain, in a book that is cut into letters.
func (p *page) byDomain() {
	if p.isThematic() {
		return
	}
	entries := map[string][]*glossary.Entry{}
	for _, e := range p.Entries {
		for i := range e.Domains {
			entries[e.Domains[i].Value] = append(entries[e.Domains[i].Value], e)
		}
	}
	if len(entries) == 0 {
		return
	}
	p.open(`<nav class="front by-domain"`)
	p.attribute("aria-label", "book.domains")
	p.raw("><details><summary>")
	p.text(p.Words.Label("page.by-domain"))
	p.raw("</summary>\n<ul>\n")
	for i := range p.Lexicon.Domains {
		d := &p.Lexicon.Domains[i]
		list := entries[d.ID.Value]
		if len(list) == 0 {
			continue
		}
		p.raw("<li><details><summary>")
		p.domain(d)
		p.raw("</summary>\n<ul")
		p.bookLanguage()
		p.raw(">")
		for _, e := range list {
			p.raw("<li>")
			p.dst = p.printer.Link(p.dst, e, "")
			p.raw("</li>")
		}
		p.raw("</ul></details></li>\n")
	}
	p.raw("</ul></details></nav>\n")
}

func (p *page) isThematic() bool {
	return p.Edition != nil && p.Edition.Order.Value == glossary.Thematic
}

// domain appends the name of a domain where the words of the program are spoken.
func (p *page) domain(d *glossary.Domain) {
	label, lang := d.Label(p.Language)
	if lang == "" { // an id
		lang = p.Language
	}
	p.raw("<span")
	if locale.Language(lang) != p.Words.Language {
		p.dst = p.printer.Lang(p.dst, lang)
	}
	p.raw(">")
	p.text(label)
	p.raw("</span>")
}

// bookLanguage appends the attributes of the book's own words among those of the program, when they need any.
func (p *page) bookLanguage() {
	if p.wordsTag() != "" {
		p.raw(` lang="`)
		p.text(p.Language)
		p.raw(`" dir="` + locale.Direction(p.Language) + `"`)
	}
}

// recent appends the place of what was read lately, which the script fills.
func (p *page) recent() {
	p.open(`<section class="recent" id="_recent" hidden="" aria-labelledby="_recent-title"`)
	p.raw("><h2 id=\"_recent-title\">")
	p.text(p.Words.Label("page.recent"))
	p.raw("</h2>\n<ul")
	p.bookLanguage()
	p.raw("></ul>\n<button type=\"button\" id=\"_forget\">")
	p.text(p.Words.Label("page.forget"))
	p.raw("</button></section>\n")
}

// tools appends what the script serves: a term at random, and the filters, where there is something to choose.
func (p *page) tools() {
	domains, levels := map[string]bool{}, map[string]bool{}
	for _, e := range p.Entries {
		for i := range e.Domains {
			domains[e.Domains[i].Value] = true
		}
		levels[e.Level.Value] = true
	}
	p.open(`<div class="tools" id="_tools" hidden=""`)
	p.raw(">\n<button type=\"button\" id=\"_random\">")
	p.text(p.Words.Label("page.random"))
	p.raw("</button>\n<details><summary id=\"_filter-title\">")
	p.text(p.Words.Label("page.filter"))
	p.raw("</summary>\n<form id=\"_filter\">\n")
	p.choices("domain", "book.domains", func(yield func(value string, label func()) bool) {
		for i := range p.Lexicon.Domains {
			d := &p.Lexicon.Domains[i]
			if domains[d.ID.Value] && !yield(d.ID.Value, func() { p.domain(d) }) {
				return
			}
		}
	})
	p.choices("level", "page.filter-levels", func(yield func(value string, label func()) bool) {
		for _, l := range glossary.Levels {
			if levels[l.Value] && !yield(l.Value, func() { p.text(p.Words.Label("level." + l.Value)) }) {
				return
			}
		}
	})
	p.raw("</form></details>\n<button type=\"button\" id=\"_all\" hidden=\"\">")
	p.text(p.Words.Label("page.everything"))
	p.raw("</button>\n<p id=\"_shown\" role=\"status\"></p>\n</div>\n")
}

// choices appends boxes to check, when there are any.
func (p *page) choices(name, label string, each iter.Seq2[string, func()]) {
	start := len(p.dst)
	p.raw("<fieldset><legend>")
	p.text(p.Words.Label(label))
	p.raw("</legend>\n")
	empty := len(p.dst)
	for value, show := range each {
		p.raw(`<label><input type="checkbox" name="` + name + `" value="`)
		p.text(value)
		p.raw(`"> `)
		show()
		p.raw("</label>\n")
	}
	if len(p.dst) == empty {
		p.dst = p.dst[:start]
		return
	}
	p.raw("</fieldset>\n")
}

// prefaces appends what is said to readers before the terms: the edition's word to them, or else the lexicon's, which
// goes to the end of the page when there are both.
func (p *page) prefaces() {
	switch {
	case p.hasPreface():
		p.prose("front prose", "book.preface", &p.Edition.Preface)
	case !p.Lexicon.Foreword.IsZero():
		p.prose("front prose", "book.foreword", &p.Lexicon.Foreword)
	}
}

func (p *page) hasPreface() bool { return p.Edition != nil && !p.Edition.Preface.IsZero() }

func (p *page) prose(class, label string, texts ...*glossary.Text) {
	p.raw(`<section class="` + class + "\">\n<h2>")
	p.say(label)
	p.raw("</h2>\n")
	for _, t := range texts {
		p.dst = p.printer.Passage(p.dst, "div", t)
		p.raw("\n")
	}
	p.raw("</section>\n")
}

func (p *page) sections() {
	p.raw("<div id=\"_terms\" tabindex=\"-1\">\n")
	for i := range p.Sections {
		s := &p.Sections[i]
		p.raw(`<section class="letter" id="` + s.Anchor + "\">\n<div class=\"heading\"><h2>")
		p.text(s.Heading)
		p.raw("</h2>")
		p.open(`<a class="up" href="#_top"`)
		p.attribute("aria-label", "book.to-top")
		p.raw(">↑</a></div>\n")
		for _, e := range s.Entries {
			p.dst = p.printer.Entry(p.dst, e, 3)
		}
		p.raw("</section>\n")
	}
	p.raw("</div>\n")
}

// contribute appends the link by which a reader may say what is missing.
func (p *page) contribute() {
	if url := p.Lexicon.Contribute.Value; url != "" {
		p.link(url, p.Words.Label("book.contribute"))
	}
}

// about appends who made the book, and what may be done with it.
func (p *page) about() {
	l := p.Lexicon
	p.raw("<footer>\n<div>\n")
	if p.hasPreface() && !l.Foreword.IsZero() {
		p.prose("prose", "book.foreword", &l.Foreword)
	}
	var credits []*glossary.Text
	if p.Edition != nil && !p.Edition.Credits.IsZero() {
		credits = append(credits, &p.Edition.Credits)
	}
	if !l.Credits.IsZero() {
		credits = append(credits, &l.Credits)
	}
	if len(credits) > 0 {
		p.prose("prose", "book.credits", credits...)
	}
	p.raw("<section class=\"prose\">\n<h2>")
	p.say("book.about")
	p.raw("</h2>\n")
	p.paragraph("<p>", func() { p.dst = p.printer.Passage(p.dst, "span", &l.Description) })
	if p.Edition != nil {
		p.paragraph("<p>", func() { p.words(p.Words.Text("book.drawn-from", map[string]any{"title": l.Title.Value})) })
	}
	p.raw("<dl>\n")
	p.item("book.contributors", len(l.Contributors), func(i int) {
		p.dst = p.printer.Contributor(p.dst, &l.Contributors[i])
	})
	one := func(t *glossary.Text) int { return min(len(t.Value), 1) }
	p.item("book.publisher", one(&l.Publisher), func(int) { p.text(l.Publisher.Value) })
	p.item("book.license", one(&l.License), func(int) { p.dst = p.printer.License(p.dst, l.License.Value) })
	p.item("book.homepage", one(&l.Homepage), func(int) { p.dst = p.printer.Anchor(p.dst, l.Homepage.Value, "", l.Homepage.Value) })
	p.raw("</dl>\n")
	p.paragraph("<p>", p.contribute)
	if p.Edition != nil && !p.Edition.URL.IsZero() {
		p.paragraph("<p>", func() { p.link(p.Edition.URL.Value, p.Words.Label("book.download")) })
	}
	p.paragraph(`<p class="made">`, func() { p.words(p.Words.Text("book.made-with", map[string]any{"program": p.Program})) })
	p.raw("</section>\n</div>\n</footer>\n")
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

// item appends a line of what the page says of the book, with its n values.
func (p *page) item(label string, n int, value func(i int)) {
	if n == 0 {
		return
	}
	p.raw("<div><dt>")
	p.say(label)
	p.raw("</dt>")
	for i := range n {
		p.raw("<dd>")
		value(i)
		p.raw("</dd>")
	}
	p.raw("</div>\n")
}
