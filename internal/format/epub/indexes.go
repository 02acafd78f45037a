package epub

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/format"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
	"github.com/lexipoche/lexipoche/internal/markup"
)

// list is a part of the book that is one long list, in one file or several.
type list struct {
	name   string // of its files, without the extension
	label  string // its title, in the program's words
	use    string // what it is good for, in those words
	class  string // how its sections are shown
	role   string // the attributes that say what they are
	intro  []byte // what stands before all of it
	groups []group
	// guided lists follow the alphabet: their files are told apart by the words they begin and end with, the others by
	// their numbers.
	guided bool
	lang   string // of those words, when it is not the book's
	// dictionary is what the list is when its rows are articles, one for each of its words; nil for other lists.
	dictionary *dictionary
}

// group is what stands under one heading of a list, or at its beginning when there is none.
type group struct {
	heading []byte
	count   []byte // of what is under it, after the heading
	items   []row
}

// row is a line of a list.
type row struct {
	text string // that it is sorted by
	html []byte
}

// Indexes, and what is shown as they are.
const (
	indexClass = "list"
	indexRole  = ` epub:type="index" role="doc-index"`
	// An index that is a dictionary has articles in the place of the list that the type of an index promises.
	reverseRole = ` epub:type="dictionary" role="doc-index"`
)

// pagesOf cuts a list into pages under the limit of a file. A group that goes on has its heading again.
func (p *publication) pagesOf(l *list) []page {
	if l.guided {
		l.groups = p.gathered(l.groups, l.lang)
	}
	var sizes []int
	var texts []string
	for _, g := range l.groups {
		for _, i := range g.items {
			sizes = append(sizes, len(i.html)+len("<li></li>\n"))
			texts = append(texts, i.text)
		}
	}
	runs := split(sizes, maxPage)
	if len(runs) == 0 { // an introduction alone
		runs = []span{{}}
	}
	pages := make([]page, len(runs))
	for n := range runs {
		pages[n] = page{name: l.name + ".xhtml", label: l.label, ours: true}
		if n == 0 {
			pages[n].role = l.role
		} else {
			pages[n].name = l.name + "--" + strconv.Itoa(n+1) + ".xhtml"
		}
		if len(runs) > 1 {
			pages[n].from, pages[n].lang = l.stretch(texts, runs, n), l.lang
			pages[n].label += " (" + pages[n].from + ")"
		}
	}
	format.Each(len(runs), func(n int) { pages[n].body = p.listPage(l, &pages[n], runs[n]) })
	if d := l.dictionary; d != nil {
		for n, run := range runs {
			d.pages = append(d.pages, keyed{page: pages[n].name, words: d.words[run.from:run.to]})
		}
	}
	return pages
}

// gathered puts together neighbouring groups whose headings are signs of a writing that has thousands of them: alone, each
// would head a word or two. The new headings say from which sign to which.
func (p *publication) gathered(groups []group, lang string) []group {
	const enough = 20
	var list []group
	first := ""
	for _, g := range groups {
		sign := ""
		if len(g.heading) > 0 {
			initial, _ := locale.Initial(g.items[0].text)
			if r, _ := utf8.DecodeRuneInString(initial); unicode.In(r, unicode.Han, unicode.Hangul) {
				sign = initial
			}
		}
		if last := len(list) - 1; first != "" && sign != "" && len(list[last].items) < enough {
			list[last].heading = p.printer.Term(nil, "", lang, first+"–"+sign)
			list[last].items = slices.Concat(list[last].items, g.items)
			continue
		}
		list = append(list, g)
		first = sign
	}
	return list
}

// stretch tells a page of a list from the others.
func (l *list) stretch(texts []string, runs []span, n int) string {
	if !l.guided {
		return strconv.Itoa(n+1) + "/" + strconv.Itoa(len(runs))
	}
	first, last := texts[runs[n].from], texts[runs[n].to-1]
	before, after := "", ""
	if n > 0 {
		before = texts[runs[n].from-1]
	}
	if n+1 < len(runs) {
		after = texts[runs[n].to]
	}
	return stretch(first, last, before, after)
}

func (p *publication) listPage(l *list, to *page, run span) []byte {
	id := "_" + strings.TrimSuffix(to.name, ".xhtml")
	dst := make([]byte, 0, maxPage+maxPage/8)
	dst = append(dst, "<section"...)
	dst = append(dst, l.role...)
	dst = append(dst, ` class="`+l.class+`" aria-labelledby="`...)
	dst = markup.Escape(dst, id)
	dst = append(dst, "\">\n<h1 id=\""...)
	dst = markup.Escape(dst, id)
	dst = append(dst, "\">"...)
	dst = p.showLabel(dst, to)
	dst = append(dst, "</h1>\n"...)
	if run.from == 0 {
		dst = append(dst, l.intro...)
	}
	groups := l.within(run)
	jumps := 0
	for i := range groups {
		if len(groups[i].heading) > 0 {
			jumps++
		}
	}
	if jumps < minJumps {
		jumps = 0
	}
	if jumps > 0 {
		dst = p.jumpList(dst, groups)
	}
	for i := range groups {
		g := &groups[i]
		if len(g.heading) > 0 {
			dst = append(dst, "<h2"...)
			if jumps > 0 {
				dst = append(dst, ` id="`+groupID(i)+`"`...)
			}
			dst = append(dst, '>')
			dst = append(dst, g.heading...)
			dst = append(dst, g.count...)
			dst = append(dst, "</h2>\n"...)
		}
		start, end, before, after := "<ul>\n", "</ul>\n", "<li>", "</li>\n"
		if l.dictionary != nil { // its articles must be children of the section
			start, end, before, after = "", "", "", "\n"
		}
		dst = append(dst, start...)
		for j := range g.items {
			dst = append(dst, before...)
			dst = append(dst, g.items[j].html...)
			dst = append(dst, after...)
		}
		dst = append(dst, end...)
	}
	return append(dst, "</section>\n"...)
}

// within gives what a stretch of the rows of a list holds of each group.
func (l *list) within(run span) []group {
	var groups []group
	at := 0
	for _, g := range l.groups {
		from, to := max(run.from-at, 0), min(run.to-at, len(g.items))
		at += len(g.items)
		if from < to {
			g.items = g.items[from:to]
			groups = append(groups, g)
		}
	}
	return groups
}

// minJumps is how many headings a page has before it begins with links to them: fewer are seen at a glance.
const minJumps = 4

// groupID gives the id of the i-th heading of a page. No entry's id begins so.
func groupID(i int) string { return "_group-" + strconv.Itoa(i+1) }

// jumpList appends links to the headings of a page.
func (p *publication) jumpList(dst []byte, groups []group) []byte {
	dst = append(dst, `<nav class="jumps" aria-label="`...)
	dst = markup.Escape(dst, p.Words.Label("book.on-this-page"))
	dst = append(dst, "\">\n"...)
	for i := range groups {
		if len(groups[i].heading) > 0 {
			dst = append(dst, `<a href="#`+groupID(i)+`">`...)
			dst = append(dst, groups[i].heading...)
			dst = append(dst, "</a>\n"...)
		}
	}
	return append(dst, "</nav>\n"...)
}

// lettered puts rows that are in the order of the book's language under their initials when they are many. Of few,
// letters would be longer than what stands under them.
func (p *publication) lettered(rows []row) []group {
	const many = 60
	if len(rows) < many {
		return []group{{items: rows}}
	}
	var groups []group
	last := ""
	for i := range rows {
		initial, _ := locale.Initial(rows[i].text)
		if initial != last || i == 0 {
			groups = append(groups, group{heading: markup.Escape(nil, initial)})
			last = initial
		}
		g := &groups[len(groups)-1]
		g.items = append(g.items, rows[i])
	}
	return groups
}

// domainIndex lists the entries of each domain, those that have several under each. A book in the order of its domains
// is one already, and a single domain would be the whole book again.
func (p *publication) domainIndex() []list {
	if p.thematic() {
		return nil
	}
	byID := map[string][]*glossary.Entry{}
	for _, e := range p.Entries {
		for i := range e.Domains {
			id := e.Domains[i].Value
			if in := byID[id]; len(in) == 0 || in[len(in)-1] != e { // a domain named twice
				byID[id] = append(in, e)
			}
		}
	}
	l := list{
		name: "index-domains", label: p.Words.Label("book.domain-index"), use: p.Words.Label("guide.domain-index"),
		class: indexClass, role: indexRole,
	}
	for i := range p.Lexicon.Domains {
		d := &p.Lexicon.Domains[i]
		entries := byID[d.ID.Value]
		if len(entries) == 0 {
			continue
		}
		label, lang := d.Label(p.Language)
		if locale.Language(lang) == locale.Language(p.Language) {
			lang = ""
		}
		g := group{heading: p.printer.Term(nil, "", lang, label), count: p.count(len(entries))}
		for _, e := range entries {
			g.items = append(g.items, row{e.SortText(), p.printer.Link(nil, e, "")})
		}
		l.groups = append(l.groups, g)
	}
	if len(l.groups) < 2 {
		return nil
	}
	return []list{l}
}

// count says how many entries stand under a heading.
func (p *publication) count(n int) []byte {
	dst := []byte(` <span class="count">(`)
	dst = p.printer.Say(dst, p.Words.Count("book.entries", n))
	return append(dst, ")</span>"...)
}

// byInitial puts sorted names under their initials, which are of the names' language.
func (p *publication) byInitial(sorted []name, lang string) []group {
	var groups []group
	last := ""
	for i := range sorted {
		n := &sorted[i]
		initial, _ := locale.Initial(n.text)
		if initial != last || i == 0 {
			groups = append(groups, group{heading: p.printer.Term(nil, "", lang, initial)})
			last = initial
		}
		g := &groups[len(groups)-1]
		g.items = append(g.items, row{n.text, p.article(nil, n)})
	}
	return groups
}

// article appends a word of another language as an entry of its own, on one line: a reader that shows the target of a
// link in a window shows the word and what it leads to. It has a heading, as those of the book have, which a style shows
// on the line of what follows.
func (p *publication) article(dst []byte, n *name) []byte {
	dst = append(dst, `<article id="`+wordID+n.id+`" aria-labelledby="`+dfnID+n.id+`"><h3 id="`+dfnID+n.id+`">`...)
	class := ""
	if n.avoided() {
		class = "avoid"
	}
	dst = p.printer.Defined(dst, class, n.lang, n.text)
	dst = append(dst, "</h3>"...)
	return append(p.leads(dst, n), "</article>"...)
}

// How the ids of an article and of its heading begin. What follows is its language and its number in the list.
const (
	wordID = "_word-"
	dfnID  = "_dfn-"
)

// reverseIndexes make a dictionary of each language that the concepts have names in: from its words to the book's.
func (p *publication) reverseIndexes() []list {
	// Tags are the same in any case, and so are the names of files on some systems.
	byTag := map[string]*names{}
	add := func(e *glossary.Entry, tag, term string, synonyms []glossary.Designation, forms []glossary.Form) {
		lower := strings.ToLower(tag)
		all := byTag[lower]
		if all == nil {
			all = &names{collation: locale.CollationFor(tag, "letter")}
			byTag[lower] = all
		}
		// of gives the forms of a designation, which follow each other. There are many: what is kept of them is their spellings.
		of := func(d *glossary.Designation) []string {
			from := slices.IndexFunc(forms, func(f glossary.Form) bool { return f.As == d })
			if from < 0 {
				return nil
			}
			to := from
			for to < len(forms) && forms[to].As == d {
				to++
			}
			return spellings(forms[from:to])
		}
		all.add(term, tag, glossary.Admitted, e, of(nil)...)
		for i := range synonyms {
			all.add(synonyms[i].Term.Value, tag, synonyms[i].State(), e, of(&synonyms[i])...)
		}
	}
	for _, e := range p.Entries {
		if p.href(e) == "" {
			continue
		}
		if e.Language != "" { // which has no word in the language of the book
			add(e, e.Language, e.Term.Value, e.Synonyms, e.Forms(p.Language))
		}
		for i := range e.Translations {
			t := &e.Translations[i]
			add(e, t.Language.Value, t.Term.Value, t.Synonyms, e.FormsIn(t))
		}
	}
	shared := map[string]int{} // how many of the languages are varieties of one
	tags := p.languages()
	for _, tag := range tags {
		shared[locale.Language(tag)]++
	}
	called := func(tag string) string {
		if base := locale.Language(tag); shared[base] < 2 {
			tag = base // « anglais », though the lexicon's is that of Canada
		}
		return p.Words.LanguageName(tag)
	}
	var indexes []list
	for _, tag := range tags[1:] {
		lower := strings.ToLower(tag)
		all := byTag[lower]
		if all == nil {
			continue // the same language in other letters
		}
		delete(byTag, lower)
		words := all.sorted()
		for i := range words {
			words[i].id = lower + "-" + strconv.Itoa(i+1)
		}
		label := p.Words.Text("book.reverse-index", map[string]any{"from": called(tag), "to": called(p.Language)})
		d := &dictionary{
			title: label, ours: true, source: tag, targets: []string{p.Language},
			keyMap: keyMapName + "-" + lower + ".xml", words: words,
		}
		p.dictionaries = append(p.dictionaries, d)
		indexes = append(indexes, list{
			name: "index-" + lower, label: label, use: p.Words.Text("guide.reverse-index", map[string]any{"from": called(tag)}),
			class: indexClass, role: reverseRole, groups: p.byInitial(words, tag), guided: true, lang: tag, dictionary: d,
		})
	}
	return indexes
}

// abbreviations list the short names of concepts, and what they stand for.
func (p *publication) abbreviations() []list {
	all := names{collation: p.Lexicon.Collation()}
	for _, e := range p.Entries {
		if p.href(e) == "" {
			continue
		}
		for i := range e.Synonyms {
			d := &e.Synonyms[i]
			if d.IsShortened() {
				all.add(d.Term.Value, borrowed(e, d), d.State(), e)
			}
		}
	}
	sorted := all.sorted()
	if len(sorted) == 0 {
		return nil
	}
	rows := make([]row, len(sorted))
	for i := range sorted {
		rows[i] = row{sorted[i].text, p.show(nil, &sorted[i])}
	}
	return []list{{
		name: "abbreviations", label: p.Words.Label("book.abbreviations"), use: p.Words.Label("guide.abbreviations"),
		class: indexClass, groups: p.lettered(rows), guided: true,
	}}
}

// lists makes what follows the entries.
func (p *publication) lists() []list {
	return slices.Concat(p.domainIndex(), p.tree(), p.reverseIndexes(), p.abbreviations(), p.confusable(), p.bibliography())
}
