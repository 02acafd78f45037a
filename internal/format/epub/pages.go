package epub

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/lexipoche/lexipoche/internal/format"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
	"github.com/lexipoche/lexipoche/internal/markup"
)

// The places in the book, as its content documents reach them.
const (
	titleName    = "title.xhtml"
	contentsName = "nav.xhtml"
	contentsHref = "../" + contentsName
	imagesHref   = "../images/"
)

// part is the file of a section's entries, or of some of them when they are many.
type part struct {
	section *format.Section
	entries []*glossary.Entry
	lines   []line // the entries, and the names between them
	n       int    // 1 for the first part of the section
	label   string
	anchor  string
	name    string
}

// letterClass is how the table of contents shows the letters: beside each other.
const letterClass = "letter"

func (p *part) class() string {
	if strings.HasPrefix(p.section.Anchor, "_letter-") {
		return letterClass
	}
	return ""
}

// ends gives the words that the part begins and ends with.
func (p *part) ends() (first, last string) {
	return p.lines[0].text(), p.lines[len(p.lines)-1].text()
}

// href gives the address of an entry, empty when the book does not hold it.
func (p *publication) href(e *glossary.Entry) string {
	if file := p.file[e]; file != "" {
		return file + "#" + e.ID
	}
	return ""
}

// cut deals the entries out to files, as even as they come within a section.
func (p *publication) cut() {
	// The length of an entry depends on the names of the files that it links to, which are not known yet: it is taken
	// with names that are longer than they will be.
	longest := ""
	p.file = make(map[*glossary.Entry]string, len(p.Entries))
	sections, filed := p.lines()
	for i := range sections {
		if anchor := sections[i].Anchor; len(anchor) > len(longest) {
			longest = anchor
		}
	}
	longest += "--000.xhtml"
	for i := range sections {
		for _, e := range sections[i].Entries {
			p.file[e] = longest
		}
	}
	lines := slices.Concat(filed...)
	sizes := make([]int, len(lines))
	const block = 64
	format.Each((len(lines)+block-1)/block, func(n int) {
		var scratch []byte
		for i := n * block; i < min((n+1)*block, len(lines)); i++ {
			scratch = p.line(scratch[:0], &lines[i])
			sizes[i] = len(scratch)
		}
	})

	for i := range sections {
		s := &sections[i]
		first := len(p.parts)
		for _, run := range split(sizes[:len(filed[i])], maxPage) {
			part := part{section: s, lines: filed[i][run.from:run.to], n: len(p.parts) - first + 1}
			for _, l := range part.lines {
				if l.entry != nil {
					part.entries = append(part.entries, l.entry)
				}
			}
			p.parts = append(p.parts, part)
		}
		sizes = sizes[len(filed[i]):]
		label(s, p.parts[first:])
	}
	for i := range p.parts {
		part := &p.parts[i]
		part.anchor = part.section.Anchor
		if part.n > 1 {
			part.anchor += "--" + strconv.Itoa(part.n) // no id has two hyphens in a row
		}
		part.name = strings.TrimPrefix(part.anchor, "_") + ".xhtml"
		for _, e := range part.entries {
			p.file[e] = part.name
		}
	}
}

type span struct{ from, to int }

// split cuts a run of sizes into the fewest stretches that stay under a limit, or nearly the fewest, and evens them
// out. What is alone above the limit is alone in its stretch.
func split(sizes []int, limit int) []span {
	total := 0
	for _, size := range sizes {
		total += size
	}
	parts := max(1, (total+limit-1)/limit)
	even := (total + parts - 1) / parts
	var list []span
	start, sum := 0, 0
	for i, size := range sizes {
		if i > start && (sum+size > limit || sum >= even) {
			list = append(list, span{start, i})
			start, sum = i, 0
		}
		sum += size
	}
	if start < len(sizes) {
		list = append(list, span{start, len(sizes)})
	}
	return list
}

// label names the parts of a section as dictionaries do: by the beginnings of their first and last headwords, as long
// as it takes to tell them from those of the next part.
func label(s *format.Section, parts []part) {
	if len(parts) == 1 {
		parts[0].label = s.Heading
		return
	}
	for i := range parts {
		first, last := parts[i].ends()
		before, after := "", ""
		if i > 0 {
			_, before = parts[i-1].ends()
		}
		if i+1 < len(parts) {
			after, _ = parts[i+1].ends()
		}
		name := stretch(first, last, before, after)
		if parts[i].class() != letterClass {
			name = s.Heading + " (" + name + ")"
		}
		parts[i].label = name
	}
}

// stretch tells from where to where a stretch of words goes, as long as it takes to tell its ends from the word before it
// and the word after it.
func stretch(first, last, before, after string) string {
	from, to := guide(first, before), guide(last, after)
	if end := guide(last, first); len(end) > len(to) { // « Bal–Ba » would read backwards
		to = end
	}
	if from == to {
		return from
	}
	return from + "–" + to
}

// guide gives the shortest beginning of a word, of two letters at least, that is not one of another word's.
func guide(word, other string) string {
	runes := []rune(word)
	if len(runes) == 0 {
		return ""
	}
	end := 0
	for letters := 0; end < len(runes); end++ {
		if unicode.Is(unicode.Mn, runes[end]) { // stays with its letter
			continue
		}
		if letters >= 2 && !strings.HasPrefix(locale.Fold(other), locale.Fold(string(runes[:end]))) {
			break
		}
		if unicode.IsLetter(runes[end]) || unicode.IsDigit(runes[end]) {
			letters++
		}
	}
	capital := unicode.ToUpper(runes[0])
	return strings.TrimSpace(string(capital) + string(runes[1:end]))
}

// write makes the pages, in reading order.
func (p *publication) write() {
	l := p.Lexicon
	if d := p.dictionary(); d != nil {
		p.dictionaries = append(p.dictionaries, d)
	}
	lists := p.lists()
	p.indexed = slices.ContainsFunc(lists, func(l list) bool { return l.role == indexRole || l.role == reverseRole })
	p.pages = append(p.pages, page{name: coverName, body: p.coverPage()}, page{name: titleName, body: p.titlePage()}, p.howToUse(lists))
	if p.Edition != nil && !p.Edition.Preface.IsZero() {
		p.pages = append(p.pages, p.prose("preface", &p.Edition.Preface))
	}
	if !l.Foreword.IsZero() {
		p.pages = append(p.pages, p.prose("foreword", &l.Foreword))
	}
	for _, l := range p.news() {
		p.pages = append(p.pages, p.pagesOf(&l)...)
	}
	p.pages = append(p.pages, page{name: contentsName})
	first := len(p.pages)
	for i := range p.parts {
		p.pages = append(p.pages, page{name: p.parts[i].name, label: p.parts[i].label, class: p.parts[i].class()})
	}
	format.Each(len(p.parts), func(i int) { p.pages[first+i].body = p.partPage(&p.parts[i]) })
	for _, l := range append(lists, p.credits()...) {
		p.pages = append(p.pages, p.pagesOf(&l)...)
	}
	p.pages = append(p.pages, p.colophon())
	for i := range p.pages {
		page := &p.pages[i]
		switch {
		case page.name == coverName || page.body == nil:
		case page.name == titleName:
			page.body = p.pager(page.body, i) // below the title
		default:
			page.body = append(p.pager(nil, i), page.body...)
		}
	}
}

// language appends the attributes of a text in a language.
func language(dst []byte, tag string) []byte {
	dst = append(dst, ` lang="`...)
	dst = markup.Escape(dst, tag)
	dst = append(dst, `" xml:lang="`...)
	dst = markup.Escape(dst, tag)
	dst = append(dst, '"')
	if d := locale.Direction(tag); d == "rtl" {
		dst = append(dst, ` dir="rtl"`...)
	}
	return dst
}

func (p *publication) showLabel(dst []byte, to *page) []byte {
	if to.from != "" {
		dst = p.printer.Say(dst, strings.TrimSuffix(to.label, " ("+to.from+")"))
		dst = append(dst, " ("...)
		dst = p.printer.Term(dst, "", to.lang, to.from)
		return append(dst, ')')
	}
	if to.ours {
		return p.printer.Say(dst, to.label)
	}
	return markup.Escape(dst, to.label)
}

// colon appends a colon between two texts. It belongs to neither: in a book written from the right, it would stand on the
// wrong side of a text that is not.
func (p *publication) colon(dst []byte) []byte {
	return markup.Escape(dst, p.Words.Label("punctuation.colon"))
}

// pager appends the links from a page to those beside it and to the table of contents: reading systems differ in the
// way back that they offer.
func (p *publication) pager(dst []byte, i int) []byte {
	neighbour := func(step int) (*page, bool) {
		for j := i + step; 0 <= j && j < len(p.pages); j += step {
			if p.pages[j].label != "" {
				return &p.pages[j], true
			}
		}
		return nil, false
	}
	link := func(id string, to *page) {
		dst = append(dst, `<a href="`...)
		dst = append(dst, to.name...)
		dst = append(dst, `">`...)
		dst = p.printer.Say(dst, p.Words.Label(id))
		dst = p.colon(dst)
		dst = p.showLabel(dst, to)
		dst = append(dst, "</a>\n"...)
	}
	dst = append(dst, "<nav class=\"pager\">\n"...)
	if to, ok := neighbour(-1); ok {
		link("book.previous", to)
	}
	dst = append(dst, `<a href="`+contentsHref+`">`...)
	dst = p.printer.Say(dst, p.Words.Label("book.contents"))
	dst = append(dst, "</a>\n"...)
	if to, ok := neighbour(1); ok {
		link("book.next", to)
	}
	return append(dst, "</nav>\n"...)
}

// paragraph appends a paragraph of one line when there is something to say.
func paragraph(dst []byte, class string, line []byte) []byte {
	if len(line) == 0 {
		return dst
	}
	dst = append(dst, `<p class="`...)
	dst = append(dst, class...)
	dst = append(dst, `">`...)
	dst = append(dst, line...)
	return append(dst, "</p>\n"...)
}

func (p *publication) titlePage() []byte {
	l := p.Lexicon
	dst := []byte("<section epub:type=\"titlepage\" class=\"titlepage\" aria-labelledby=\"_title\">\n<h1 id=\"_title\"")
	dst = p.printer.Lang(dst, p.TitleLanguage)
	dst = append(dst, '>')
	dst = markup.Escape(dst, p.Title)
	dst = append(dst, "</h1>\n"...)
	if p.Subtitle != "" {
		dst = append(dst, `<p class="subtitle" role="doc-subtitle"`...)
		dst = p.printer.Lang(dst, p.TitleLanguage)
		dst = append(dst, '>')
		dst = markup.Escape(dst, p.Subtitle)
		dst = append(dst, "</p>\n"...)
	}
	if ed := p.Edition; ed != nil {
		if ev := ed.Event; ev != nil {
			dst = append(dst, "<div class=\"event\">\n"...)
			dst = paragraph(dst, "event-name", p.printer.Anchor(nil, ev.URL.Value, p.Original(), ev.Name.Value))
			if !ev.Date.IsZero() {
				dst = paragraph(dst, "event-date", p.printer.Say(nil, p.printer.Date(ev.Date.Value)))
			}
			dst = paragraph(dst, "event-place", p.printer.Term(nil, "", p.Original(), ev.Place.Value))
			dst = append(dst, "</div>\n"...)
		}
		dst = paragraph(dst, "origin", p.printer.Say(nil, p.Words.Text("book.drawn-from", map[string]any{"title": l.Title.Value})))
	}
	dst = append(dst, "<div class=\"imprint\">\n"...)
	if !l.Version.IsZero() {
		dst = paragraph(dst, "version", p.printer.Say(nil, p.Words.Text("book.version", map[string]any{"version": l.Version.Value})))
	}
	dst = paragraph(dst, "date", p.printer.Say(nil, p.day()))
	dst = paragraph(dst, "publisher", markup.Escape(nil, l.Publisher.Value))
	if !l.License.IsZero() {
		line := p.colon(p.printer.Say(nil, p.Words.Label("book.license")))
		dst = paragraph(dst, "license", p.printer.License(line, l.License.Value))
	}
	dst = append(dst, "</div>\n"...)
	return append(dst, "</section>\n"...)
}

// prose makes a page of a text of paragraphs: the foreword, the preface. kind is the page's name, the end of its role
// and of its label's id.
func (p *publication) prose(kind string, t *glossary.Text) page {
	label := p.Words.Label("book." + kind)
	dst := []byte(`<section epub:type="` + kind + `" role="doc-` + kind + `" class="prose" aria-labelledby="_` + kind + "\">\n")
	dst = append(dst, `<h1 id="_`+kind+`">`...)
	dst = p.printer.Say(dst, label)
	dst = append(dst, "</h1>\n"...)
	dst = p.printer.Passage(dst, "div", t)
	return page{name: kind + ".xhtml", label: label, ours: true, body: append(dst, "\n</section>\n"...)}
}

func (p *publication) partPage(part *part) []byte {
	dst := make([]byte, 0, maxPage+maxPage/8)
	dst = append(dst, "<section"...)
	if len(part.entries) > 0 { // what holds no entry is not a glossary
		dst = append(dst, ` epub:type="glossary dictionary" role="doc-glossary"`...)
	}
	dst = append(dst, ` class="part" aria-labelledby="`...)
	dst = markup.Escape(dst, part.anchor)
	dst = append(dst, "\">\n<h1 id=\""...)
	dst = markup.Escape(dst, part.anchor)
	dst = append(dst, "\">"...)
	dst = markup.Escape(dst, part.label)
	dst = append(dst, "</h1>\n"...)
	for i := range part.lines {
		dst = p.line(dst, &part.lines[i])
	}
	return append(dst, "</section>\n"...)
}

// day words the date of the book.
func (p *publication) day() string {
	year, month, day := p.Date.UTC().Date()
	return p.Words.Date(year, int(month), day)
}

// plain gives a text on one line, without its marks. No-break spaces stay what they are.
func (p *publication) plain(t *glossary.Text) string {
	blank := func(c rune) bool { return c == ' ' || c == '\n' || c == '\t' }
	return strings.Join(strings.FieldsFunc(string(p.printer.Plain(nil, t)), blank), " ")
}
