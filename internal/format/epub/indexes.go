package epub

import (
	"slices"
	"strconv"
	"strings"

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
	var sizes []int
	var texts []string
	for _, g := range l.groups {
		for _, i := range g.items {
			sizes = append(sizes, len(i.html)+len("<li></li>\n"))
			texts = append(texts, i.text)
		}
	}
	runs := split(sizes, maxPage)
	pages := make([]page, len(runs))
	for n := range runs {
		pages[n] = page{name: l.name + ".xhtml", label: l.label, ours: true}
		if n > 0 {
			pages[n].name = l.name + "--" + strconv.Itoa(n+1) + ".xhtml"
		}
		if len(runs) > 1 {
			pages[n].from, pages[n].lang = l.stretch(texts, runs, n), l.lang
			pages[n].label += " (" + pages[n].from + ")"
		}
	}
	each(len(runs), func(n int) { pages[n].body = p.listPage(l, &pages[n], runs[n]) })
	if d := l.dictionary; d != nil {
		for n, run := range runs {
			d.pages = append(d.pages, keyed{page: pages[n].name, words: d.words[run.from:run.to]})
		}
	}
	return pages
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
	at := 0
	for i := range l.groups {
		g := &l.groups[i]
		from, to := max(run.from-at, 0), min(run.to-at, len(g.items))
		at += len(g.items)
		if from >= to {
			continue
		}
		if len(g.heading) > 0 {
			dst = append(dst, "<h2>"...)
			dst = append(dst, g.heading...)
			dst = append(dst, "</h2>\n"...)
		}
		start, end, before, after := "<ul>\n", "</ul>\n", "<li>", "</li>\n"
		if l.dictionary != nil { // its articles must be children of the section
			start, end, before, after = "", "", "", "\n"
		}
		dst = append(dst, start...)
		for j := from; j < to; j++ {
			dst = append(dst, before...)
			dst = append(dst, g.items[j].html...)
			dst = append(dst, after...)
		}
		dst = append(dst, end...)
	}
	return append(dst, "</section>\n"...)
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
		g := group{heading: p.printer.Term(nil, "", lang, label)}
		g.heading = append(g.heading, ` <span class="count">(`...)
		g.heading = p.printer.Say(g.heading, p.Words.Count("book.entries", len(entries)))
		g.heading = append(g.heading, ")</span>"...)
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
		// of gives the forms of a designation, which follow each other.
		of := func(d *glossary.Designation) []glossary.Form {
			from := slices.IndexFunc(forms, func(f glossary.Form) bool { return f.As == d })
			if from < 0 {
				return nil
			}
			to := from
			for to < len(forms) && forms[to].As == d {
				to++
			}
			return forms[from:to:to]
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
	var g group // they are few: letters would be longer than what stands under them
	for i := range sorted {
		g.items = append(g.items, row{sorted[i].text, p.show(nil, &sorted[i])})
	}
	return []list{{
		name: "abbreviations", label: p.Words.Label("book.abbreviations"), use: p.Words.Label("guide.abbreviations"),
		class: indexClass, groups: []group{g}, guided: true,
	}}
}

// lists makes what follows the entries.
func (p *publication) lists() []list {
	return slices.Concat(p.domainIndex(), p.reverseIndexes(), p.abbreviations(), p.bibliography())
}
