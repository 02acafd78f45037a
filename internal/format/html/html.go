// Package html writes a book as one page that holds all it needs: it opens from a disk, without a network, in any
// browser, is whole without its script, and asks nothing of any other machine. The script adds what a page cannot do: the
// search, whose keys are folded here by the function that folds them everywhere else, filters, citations, what was read lately.
package html

import (
	_ "embed"
	"iter"
	"strings"

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
	p := &page{Book: b, images: images, Page: web.Page{Dst: make([]byte, 0, len(data)+1<<16+2560*len(b.Entries))}}
	p.Printer = markup.Printer{
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

	p.Raw("<!DOCTYPE html>\n<html lang=\"")
	p.Text(b.Language)
	p.Raw(`" dir="` + locale.Direction(b.Language) + "\">\n")
	p.head(style, web.Policy([]string{style}, []string{script, string(data)}))
	p.Raw("<body>\n<a class=\"skip\" href=\"#_terms\">")
	p.Label("book.skip")
	p.Raw("</a>\n")
	p.header()
	p.search()
	p.Raw("<div class=\"page\">\n")
	p.Raw("<div class=\"contents\">\n")
	p.contents()
	p.byDomain()
	p.Raw("</div>\n")
	if len(b.Entries) > long {
		p.Raw("<main class=\"long\">\n")
	} else {
		p.Raw("<main>\n")
	}
	p.recent()
	p.tools()
	p.prefaces()
	p.sections()
	p.Raw("</main>\n</div>\n")
	p.about()
	p.Raw(`<script type="application/json" id="_data">`)
	p.Dst = append(p.Dst, data...)
	p.Raw("</script>\n<script type=\"module\">" + script + "</script>\n</body>\n</html>\n")
	return []format.File{{Name: b.Slug + ".html", Data: p.Dst}}, nil
}

// long is the number of entries above which a browser had better not lay out what is out of sight. It is not done below:
// tools that measure a page would be given sizes that are only guessed.
const long = 400

// page appends the parts of the page, in their order.
type page struct {
	*format.Book
	web.Page
	images map[string]string // addresses by file
}

func (p *page) meta(name, content string) {
	if content != "" {
		p.Raw(`<meta name="` + name + `" content="`)
		p.Text(content)
		p.Raw("\">\n")
	}
}

func (p *page) titleLanguage() { p.Dst = p.Printer.Lang(p.Dst, p.TitleLanguage) }

// icon keeps browsers from asking a server for one.
const icon = "data:,"

func (p *page) head(style, policy string) {
	l := p.Lexicon
	p.Raw("<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy + "\">\n")
	p.meta("viewport", "width=device-width, initial-scale=1")
	p.Raw("<title")
	p.titleLanguage()
	p.Raw(">")
	p.Text(p.Title)
	p.Raw("</title>\n")
	description := string(p.Printer.Plain(nil, &l.Description))
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
	p.Raw("<link rel=\"icon\" href=\"" + icon + "\">\n<style>" + style + "</style>\n</head>\n")
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

func (p *page) header() {
	p.Raw("<header id=\"_top\">\n<div>\n")
	if logo := p.images[p.Cover().Logo.Value]; logo != "" {
		p.Raw(`<img class="logo" src="`)
		p.Text(logo)
		p.Raw("\" alt=\"\">\n")
	}
	p.Raw("<h1")
	p.titleLanguage()
	p.Raw(">")
	p.Text(p.Title)
	p.Raw("</h1>\n")
	if p.Subtitle != "" {
		p.Raw(`<p class="subtitle"`)
		p.titleLanguage()
		p.Raw(">")
		p.Text(p.Subtitle)
		p.Raw("</p>\n")
	}
	if p.Edition != nil && p.Edition.Event != nil {
		p.Event(p.Edition.Event)
	}
	p.Raw(`<p class="imprint">`)
	p.Imprint(p.Lexicon.Version.Value, p.Date, len(p.Entries))
	p.Raw("</p>\n</div>\n</header>\n")
}

// search appends the search, which the script brings out: a combobox as ARIA 1.2 has it, and under it what was found, or that
// nothing was.
func (p *page) search() {
	var missing []byte
	if url := p.Lexicon.Contribute.Value; url != "" {
		missing = p.Printer.Anchor(nil, url, p.Words.TagIn(p.Language), p.Words.Label("book.contribute"))
	}
	p.Dst = web.Form(p.Dst, p.Words, p.Language, "", missing)
}

// contents appends the links to the sections: letters, which are short, or domains.
func (p *page) contents() {
	if p.isThematic() {
		p.Open(`<nav class="front domains"`)
		p.Attribute("aria-label", p.Words.Label("book.domains"))
	} else {
		p.Open(`<nav class="front letters"`)
		p.Attribute("aria-label", p.Words.Label("book.letters"))
	}
	p.Raw(">\n<ul")
	p.bookLanguage()
	p.Raw(">")
	for i := range p.Sections {
		p.Raw(`<li><a href="#` + p.Sections[i].Anchor + `">`)
		p.Text(p.Sections[i].Heading)
		p.Raw("</a></li>")
	}
	p.Raw("</ul>\n</nav>\n")
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
	p.Open(`<nav class="front by-domain"`)
	p.Attribute("aria-label", p.Words.Label("book.domains"))
	p.Raw("><details><summary>")
	p.Text(p.Words.Label("page.by-domain"))
	p.Raw("</summary>\n<ul>\n")
	for i := range p.Lexicon.Domains {
		d := &p.Lexicon.Domains[i]
		list := entries[d.ID.Value]
		if len(list) == 0 {
			continue
		}
		p.Raw("<li><details><summary>")
		p.domain(d)
		p.Raw("</summary>\n<ul")
		p.bookLanguage()
		p.Raw(">")
		for _, e := range list {
			p.Raw("<li>")
			p.Dst = p.Printer.Link(p.Dst, e, "")
			p.Raw("</li>")
		}
		p.Raw("</ul></details></li>\n")
	}
	p.Raw("</ul></details></nav>\n")
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
	p.Raw("<span")
	if locale.Language(lang) != p.Words.Language {
		p.Dst = p.Printer.Lang(p.Dst, lang)
	}
	p.Raw(">")
	p.Text(label)
	p.Raw("</span>")
}

// bookLanguage appends the attributes of the book's own words among those of the program, when they need any.
func (p *page) bookLanguage() {
	if p.Words.TagIn(p.Language) != "" {
		p.Raw(` lang="`)
		p.Text(p.Language)
		p.Raw(`" dir="` + locale.Direction(p.Language) + `"`)
	}
}

// recent appends the place of what was read lately, which the script fills.
func (p *page) recent() {
	p.Open(`<section class="recent" id="_recent" hidden="" aria-labelledby="_recent-title"`)
	p.Raw("><h2 id=\"_recent-title\">")
	p.Text(p.Words.Label("page.recent"))
	p.Raw("</h2>\n<ul")
	p.bookLanguage()
	p.Raw("></ul>\n<button type=\"button\" id=\"_forget\">")
	p.Text(p.Words.Label("page.forget"))
	p.Raw("</button></section>\n")
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
	p.Open(`<div class="tools" id="_tools" hidden=""`)
	p.Raw(">\n<button type=\"button\" id=\"_random\">")
	p.Text(p.Words.Label("page.random"))
	p.Raw("</button>\n<details><summary id=\"_filter-title\">")
	p.Text(p.Words.Label("page.filter"))
	p.Raw("</summary>\n<form id=\"_filter\">\n")
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
			if levels[l.Value] && !yield(l.Value, func() { p.Text(p.Words.Label("level." + l.Value)) }) {
				return
			}
		}
	})
	p.Raw("</form></details>\n<button type=\"button\" id=\"_all\" hidden=\"\">")
	p.Text(p.Words.Label("page.everything"))
	p.Raw("</button>\n<p id=\"_shown\" role=\"status\"></p>\n</div>\n")
}

// choices appends boxes to check, when there are any.
func (p *page) choices(name, label string, each iter.Seq2[string, func()]) {
	start := len(p.Dst)
	p.Raw("<fieldset><legend>")
	p.Text(p.Words.Label(label))
	p.Raw("</legend>\n")
	empty := len(p.Dst)
	for value, show := range each {
		p.Raw(`<label><input type="checkbox" name="` + name + `" value="`)
		p.Text(value)
		p.Raw(`"> `)
		show()
		p.Raw("</label>\n")
	}
	if len(p.Dst) == empty {
		p.Dst = p.Dst[:start]
		return
	}
	p.Raw("</fieldset>\n")
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
	p.Raw(`<section class="` + class + "\">\n<h2>")
	p.Label(label)
	p.Raw("</h2>\n")
	for _, t := range texts {
		p.Dst = p.Printer.Passage(p.Dst, "div", t)
		p.Raw("\n")
	}
	p.Raw("</section>\n")
}

func (p *page) sections() {
	p.Raw("<div id=\"_terms\" tabindex=\"-1\">\n")
	for i := range p.Sections {
		s := &p.Sections[i]
		p.Raw(`<section class="letter" id="` + s.Anchor + "\">\n<div class=\"heading\"><h2>")
		p.Text(s.Heading)
		p.Raw("</h2>")
		p.Open(`<a class="up" href="#_top"`)
		p.Attribute("aria-label", p.Words.Label("book.to-top"))
		p.Raw(">↑</a></div>\n")
		for _, e := range s.Entries {
			p.Dst = p.Printer.Entry(p.Dst, e, 3)
		}
		p.Raw("</section>\n")
	}
	p.Raw("</div>\n")
}

// contribute appends the link by which a reader may say what is missing.
func (p *page) contribute() {
	if url := p.Lexicon.Contribute.Value; url != "" {
		p.Link(url, p.Words.Label("book.contribute"))
	}
}

// about appends who made the book, and what may be done with it.
func (p *page) about() {
	l := p.Lexicon
	p.Raw("<footer>\n<div>\n")
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
	p.Raw("<section class=\"prose\">\n<h2>")
	p.Label("book.about")
	p.Raw("</h2>\n")
	p.Paragraph("<p>", func() { p.Dst = p.Printer.Passage(p.Dst, "span", &l.Description) })
	if p.Edition != nil {
		p.Paragraph("<p>", func() { p.Say(p.Words.Text("book.drawn-from", map[string]any{"title": l.Title.Value})) })
	}
	p.Raw("<dl>\n")
	p.item("book.contributors", len(l.Contributors), func(i int) {
		p.Dst = p.Printer.Contributor(p.Dst, &l.Contributors[i])
	})
	one := func(t *glossary.Text) int { return min(len(t.Value), 1) }
	p.item("book.publisher", one(&l.Publisher), func(int) { p.Text(l.Publisher.Value) })
	p.item("book.license", one(&l.License), func(int) { p.Dst = p.Printer.License(p.Dst, l.License.Value) })
	p.item("book.homepage", one(&l.Homepage), func(int) { p.Dst = p.Printer.Anchor(p.Dst, l.Homepage.Value, "", l.Homepage.Value) })
	p.Raw("</dl>\n")
	p.Paragraph("<p>", p.contribute)
	if p.Edition != nil && !p.Edition.URL.IsZero() {
		p.Paragraph("<p>", func() { p.Link(p.Edition.URL.Value, p.Words.Label("book.download")) })
	}
	p.Paragraph(`<p class="made">`, func() { p.Say(p.Words.Text("book.made-with", map[string]any{"program": p.Program})) })
	p.Raw("</section>\n</div>\n</footer>\n")
}

// item appends a line of what the page says of the book, with its n values.
func (p *page) item(label string, n int, value func(i int)) {
	if n == 0 {
		return
	}
	p.Raw("<div><dt>")
	p.Label(label)
	p.Raw("</dt>")
	for i := range n {
		p.Raw("<dd>")
		value(i)
		p.Raw("</dd>")
	}
	p.Raw("</div>\n")
}
