package epub

import (
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
	"github.com/lexipoche/lexipoche/internal/markup"
)

// item is a resource of the book, as its package document lists it.
type item struct {
	href  string // from the package document
	media string
	props string
}

// id makes an XML name of an address: no file's name has an underscore.
func (i item) id() string { return strings.ReplaceAll(i.href, "/", "_") }

func byHref(a, b item) int { return strings.Compare(a.href, b.href) }

const dcNamespace = `xmlns:dc="http://purl.org/dc/elements/1.1/"`

const xmlHeader = `<?xml version="1.0" encoding="UTF-8"?>` + "\n"

// packageDocument writes the metadata, the list of resources and the reading order (EPUB 3.3, section 5).
func (p *publication) packageDocument(manifest []item, spine []string) []byte {
	w := &opf{}
	w.dst = append(w.dst, xmlHeader+`<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"`...)
	w.dst = append(w.dst, ` prefix="schema: http://schema.org/`...)
	if p.Lexicon.Accessibility != nil { // only recent checkers know it by themselves
		w.dst = append(w.dst, " a11y: http://www.idpf.org/epub/vocab/package/a11y/#"...)
	}
	w.dst = append(w.dst, `" xml:lang="`...)
	w.dst = markup.Escape(w.dst, p.Language)
	w.dst = append(w.dst, '"')
	if p.rtl() {
		w.dst = append(w.dst, ` dir="rtl"`...)
	}
	w.dst = append(w.dst, ">\n<metadata "+dcNamespace+">\n"...)
	p.metadata(w)
	w.dst = append(w.dst, "</metadata>\n<manifest>\n"...)
	for _, i := range manifest {
		w.dst = append(w.dst, `<item id="`+i.id()+`" href="`+i.href+`" media-type="`+i.media+`"`...)
		if i.props != "" {
			w.dst = append(w.dst, ` properties="`+i.props+`"`...)
		}
		w.dst = append(w.dst, "/>\n"...)
	}
	w.dst = append(w.dst, "</manifest>\n<spine toc=\""+item{href: ncxName}.id()+`"`...)
	if p.rtl() {
		w.dst = append(w.dst, ` page-progression-direction="rtl"`...)
	}
	w.dst = append(w.dst, ">\n"...)
	for _, href := range spine {
		w.dst = append(w.dst, `<itemref idref="`+item{href: href}.id()+"\"/>\n"...)
	}
	w.dst = append(w.dst, "</spine>\n"...)
	if len(p.dictionaries) > 1 {
		for _, d := range p.dictionaries {
			p.collection(w, d)
		}
	}
	return append(w.dst, "</package>\n"...)
}

// collection says which files one of several dictionaries is made of, and what is true of it and not of the others (EPUB
// Dictionaries and Glossaries 1.0, section 2.5.1.3).
func (p *publication) collection(w *opf, d *dictionary) {
	w.dst = append(w.dst, "<collection role=\"dictionary\">\n<metadata "+dcNamespace+">\n"...)
	lang := ""
	if d.ours && p.Words.Language != locale.Language(p.Language) {
		lang = p.Words.Language
	}
	w.dcIn(lang, "title", "", d.title)
	w.dictionary(d)
	w.dst = append(w.dst, "</metadata>\n<link href=\""+d.keyMap+"\"/>\n"...)
	for i := range d.pages {
		w.dst = append(w.dst, `<link href="`+pagesFolder+"/"+d.pages[i].page+"\"/>\n"...)
	}
	w.dst = append(w.dst, "</collection>\n"...)
}

// opf appends metadata.
type opf struct{ dst []byte }

// dc appends an element of Dublin Core; id names it when something is said of it.
func (w *opf) dc(name, id, value string) {
	if value == "" {
		return
	}
	w.dcIn("", name, id, value)
}

// dcIn appends an element that is not in the book's language.
func (w *opf) dcIn(lang, name, id, value string) {
	w.dst = append(w.dst, "<dc:"+name...)
	if id != "" {
		w.dst = append(w.dst, ` id="`+id+`"`...)
	}
	if lang != "" {
		w.dst = append(w.dst, ` xml:lang="`...)
		w.dst = markup.Escape(w.dst, lang)
		w.dst = append(w.dst, '"')
	}
	w.dst = append(w.dst, '>')
	w.dst = markup.Escape(w.dst, value)
	w.dst = append(w.dst, "</dc:"+name+">\n"...)
}

// meta appends a property of the book, or of the element whose id is refined.
func (w *opf) meta(refined, property, scheme, value string) {
	w.property(refined, property, "", scheme, value)
}

// named appends a property of which something is said in turn.
func (w *opf) named(refined, property, id, value string) {
	w.property(refined, property, id, "", value)
}

func (w *opf) property(refined, property, id, scheme, value string) {
	w.dst = append(w.dst, "<meta"...)
	if id != "" {
		w.dst = append(w.dst, ` id="`+id+`"`...)
	}
	if refined != "" {
		w.dst = append(w.dst, ` refines="#`+refined+`"`...)
	}
	w.dst = append(w.dst, ` property="`+property+`"`...)
	if scheme != "" {
		w.dst = append(w.dst, ` scheme="`+scheme+`"`...)
	}
	w.dst = append(w.dst, '>')
	w.dst = markup.Escape(w.dst, value)
	w.dst = append(w.dst, "</meta>\n"...)
}

// link appends an address where something is said of the book, or of the element whose id is refined.
func (w *opf) link(refined, rel, url string) {
	w.dst = append(w.dst, "<link"...)
	if refined != "" {
		w.dst = append(w.dst, ` refines="#`+refined+`"`...)
	}
	w.dst = append(w.dst, ` rel="`+rel+`" href="`...)
	w.dst = markup.Escape(w.dst, url)
	w.dst = append(w.dst, "\"/>\n"...)
}

func (p *publication) metadata(w *opf) {
	l := p.Lexicon
	w.dc("identifier", "id", p.Identifier())
	w.dcIn(p.TitleLanguage, "title", "title", p.Title)
	w.meta("title", "title-type", "", "main")
	if p.Subtitle != "" {
		w.dcIn(p.TitleLanguage, "title", "subtitle", p.Subtitle)
		w.meta("subtitle", "title-type", "", "subtitle")
	}
	for _, tag := range p.languages() {
		w.dc("language", "", tag)
	}
	if len(p.dictionaries) > 0 {
		w.dc("type", "", "dictionary")
	}
	if len(p.dictionaries) == 1 {
		w.dictionary(p.dictionaries[0])
	}
	for i, c := range p.people {
		id := "person-" + strconv.Itoa(i+1)
		if c.author {
			w.dc("creator", id, c.name)
		} else {
			w.dc("contributor", id, c.name)
		}
		roles := c.roles
		if len(roles) == 0 {
			roles = []string{""}
		}
		for _, role := range roles {
			w.meta(id, "role", "marc:relators", relator(role))
		}
	}
	w.dc("publisher", "", l.Publisher.Value)
	day := p.Date.UTC().Format(time.DateOnly)
	w.dc("date", "", day)
	w.meta("", "dcterms:modified", "", day+"T00:00:00Z")
	if d := p.plain(&l.Description); d != "" {
		w.dcIn(p.LanguageOf(&l.Description), "description", "", d)
	}
	for _, s := range p.subjects() {
		w.dcIn(s.lang, "subject", "", s.label)
	}
	if p.Edition != nil {
		w.dc("source", "", l.ID.Value)
		// The editions of a lexicon stand together on a shelf, beside the lexicon that they are drawn from.
		w.named("", "belongs-to-collection", "series", l.Title.Value)
		w.meta("series", "collection-type", "", "series")
		w.meta("series", "dcterms:identifier", "", l.ID.Value)
	}
	w.dc("source", "", l.Homepage.Value)
	if !l.Version.IsZero() {
		w.meta("", "schema:bookEdition", "", l.Version.Value)
	}
	license, url := markup.LicenseName(l.License.Value)
	w.dc("rights", "", license)
	if url != "" {
		w.link("", "dcterms:license", url)
	}
	p.accessibility(w)
	// The property of the manifest is not known to older reading systems, which go by this.
	w.dst = append(w.dst, `<meta name="cover" content="`+item{href: path.Join(imagesFolder, p.cover)}.id()+"\"/>\n"...)
	if l.Accessibility != nil {
		w.conformance(l.Accessibility)
	}
}

// conformance writes what the publisher claims of the book, and who says so (EPUB Accessibility 1.1, section 4). The
// standard wants its own words, to the letter, and no language for them.
func (w *opf) conformance(a *glossary.Accessibility) {
	version, level, _ := strings.Cut(strings.TrimPrefix(a.ConformsTo.Value, "wcag-"), "-")
	w.named("", "dcterms:conformsTo", "conformance", "EPUB Accessibility 1.1 - WCAG "+version+" Level "+strings.ToUpper(level))
	w.named("conformance", "a11y:certifiedBy", "certifier", a.CertifiedBy.Value)
	if credential := a.Credential.Value; markup.SafeURL(credential) {
		w.link("certifier", "a11y:certifierCredential", credential)
	} else if credential != "" {
		w.meta("certifier", "a11y:certifierCredential", "", credential)
	}
	if report := a.Report.Value; markup.SafeURL(report) {
		w.link("certifier", "a11y:certifierReport", report)
	}
	if !a.Date.IsZero() {
		w.meta("certifier", "dcterms:date", "", a.Date.Value) // of the certification, not of the book
	}
}

// accessibility says what the book is to those who do not read with their eyes (EPUB Accessibility 1.1, section 2): true
// things only, and no claim of conformance but the one that a person has made in lexicon.yaml.
func (p *publication) accessibility(w *opf) {
	w.meta("", "schema:accessMode", "", "textual")
	features := []string{"ARIA", "alternativeText", "displayTransformability", "readingOrder", "structuralNavigation", "tableOfContents", "unlocked"}
	summary := "book.accessibility"
	if p.indexed {
		features = append(features, "index")
	}
	if p.illustrated { // a cover is no part of what is read
		w.meta("", "schema:accessMode", "", "visual")
		summary = "book.accessibility-images"
	}
	w.meta("", "schema:accessModeSufficient", "", "textual")
	slices.Sort(features)
	for _, f := range features {
		w.meta("", "schema:accessibilityFeature", "", f)
	}
	w.meta("", "schema:accessibilityHazard", "", "none")
	w.dst = append(w.dst, `<meta property="schema:accessibilitySummary" xml:lang="`+p.Words.Language+`">`...)
	w.dst = markup.Escape(w.dst, p.Words.Label(summary))
	w.dst = append(w.dst, "</meta>\n"...)
}

// languages lists the book's language, then those of its translations, in the order of the lexicon.
func (p *publication) languages() []string {
	var used []string
	add := func(tag string) {
		if tag != "" && !slices.Contains(used, tag) {
			used = append(used, tag)
		}
	}
	for _, part := range p.parts {
		for _, e := range part.entries {
			add(e.Language)
			for i := range e.Translations {
				add(e.Translations[i].Language.Value)
			}
		}
	}
	rank := func(tag string) int {
		if i := slices.IndexFunc(p.Lexicon.Translations, func(t glossary.Text) bool { return t.Value == tag }); i >= 0 {
			return i
		}
		return len(p.Lexicon.Translations)
	}
	slices.SortFunc(used, func(a, b string) int { return cmp.Or(rank(a)-rank(b), strings.Compare(a, b)) })
	return append([]string{p.Language}, slices.DeleteFunc(used, func(tag string) bool { return strings.EqualFold(tag, p.Language) })...)
}

// relators gives the MARC code of each role.
var relators = map[string]string{
	"author": "aut", "editor": "edt", "reviewer": "rev", "translator": "trl", "illustrator": "ill",
}

// relator gives the MARC code of a role: of one that has none of its own, that of a contributor.
func relator(role string) string {
	if code := relators[role]; code != "" {
		return code
	}
	return "ctb"
}

// subject is the label of a domain; its language is empty when it is the book's.
type subject struct{ label, lang string }

// subjects lists the labels of the domains that have entries in the book, in the order of the lexicon.
func (p *publication) subjects() []subject {
	used := map[string]bool{}
	for _, part := range p.parts {
		for _, e := range part.entries {
			for i := range e.Domains {
				used[e.Domains[i].Value] = true
			}
		}
	}
	var list []subject
	for i := range p.Lexicon.Domains {
		d := &p.Lexicon.Domains[i]
		label, lang := d.Label(p.Language)
		if locale.Language(lang) == locale.Language(p.Language) {
			lang = ""
		}
		if s := (subject{label, lang}); used[d.ID.Value] && !slices.Contains(list, s) {
			list = append(list, s)
		}
	}
	return list
}

const ncxName = "toc.ncx"

// link gives the address of a page from the two tables of contents.
func (p *page) link() string {
	if p.name == contentsName {
		return contentsName
	}
	return path.Join(pagesFolder, p.name)
}

// landmarks are the lists that the landmarks lead to, the first of each kind: reading systems make buttons of them, and
// know no more than a few (EPUB 3 Structural Semantics Vocabulary 1.1).
var landmarks = []struct {
	roles []string
	kind  string
}{
	{[]string{indexRole, reverseRole}, "index"},
	{[]string{bibliographyRole}, "bibliography"},
}

// navigation writes the table of contents, which is also a page of the book, and the landmarks (EPUB 3.3, section 7).
// Letters, or domains, are listed, never entries.
func (p *publication) navigation() []byte {
	title := p.Words.Label("book.contents")
	var dst []byte
	dst = append(dst, xmlHeader+"<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\""...)
	dst = language(dst, p.Language)
	dst = append(dst, ">\n<head>\n<title>"...)
	dst = markup.Escape(dst, title)
	dst = append(dst, "</title>\n<link rel=\"stylesheet\" type=\"text/css\" href=\""+styleHref+"\"/>\n</head>\n<body>\n"...)
	dst = append(dst, "<nav epub:type=\"toc\" role=\"doc-toc\" class=\"contents\" aria-labelledby=\"_contents\">\n<h1 id=\"_contents\">"...)
	dst = p.printer.Say(dst, title)
	dst = append(dst, "</h1>\n<ol>\n"...)
	for i := range p.pages {
		page := &p.pages[i]
		if page.label == "" {
			continue
		}
		dst = append(dst, "<li"...)
		if page.class != "" {
			dst = append(dst, ` class="`+page.class+`"`...)
		}
		dst = append(dst, `><a href="`+page.link()+`">`...)
		dst = p.showLabel(dst, page)
		dst = append(dst, "</a></li>\n"...)
	}
	dst = append(dst, "</ol>\n</nav>\n<nav epub:type=\"landmarks\" hidden=\"hidden\" class=\"landmarks\" aria-labelledby=\"_landmarks\">\n<h2 id=\"_landmarks\">"...)
	dst = p.printer.Say(dst, p.Words.Label("book.landmarks"))
	dst = append(dst, "</h2>\n<ol>\n<li><a epub:type=\"cover\" href=\""+pagesFolder+"/"+coverName+"\">"...)
	dst = p.printer.Say(dst, p.Words.Label("book.cover"))
	dst = append(dst, "</a></li>\n<li><a epub:type=\"toc\" href=\"#_contents\">"...)
	dst = p.printer.Say(dst, title)
	dst = append(dst, "</a></li>\n"...)
	landmark := func(kind, href string, label func([]byte) []byte) {
		dst = append(dst, `<li><a epub:type="`+kind+`" href="`+pagesFolder+"/"+href+`">`...)
		dst = label(dst)
		dst = append(dst, "</a></li>\n"...)
	}
	if len(p.parts) > 0 {
		landmark("bodymatter", p.parts[0].name, func(dst []byte) []byte { return p.printer.Say(dst, p.Words.Label("book.start")) })
	}
	for _, l := range landmarks {
		if i := slices.IndexFunc(p.pages, func(p page) bool { return slices.Contains(l.roles, p.role) }); i >= 0 {
			landmark(l.kind, p.pages[i].name, func(dst []byte) []byte { return p.showLabel(dst, &p.pages[i]) })
		}
	}
	return append(dst, "</ol>\n</nav>\n</body>\n</html>\n"...)
}

// ncx writes the table of contents of EPUB 2, the one that older devices read (NCX 2005-1).
func (p *publication) ncx() []byte {
	var dst []byte
	dst = append(dst, xmlHeader+`<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="`...)
	dst = markup.Escape(dst, p.Language)
	dst = append(dst, "\">\n<head>\n"...)
	for _, m := range []struct{ name, content string }{
		{"dtb:uid", p.Identifier()}, {"dtb:depth", "1"}, {"dtb:totalPageCount", "0"}, {"dtb:maxPageNumber", "0"},
	} {
		dst = append(dst, `<meta name="`+m.name+`" content="`...)
		dst = markup.Escape(dst, m.content)
		dst = append(dst, "\"/>\n"...)
	}
	text := func(name, words string) {
		dst = append(dst, "<"+name+"><text>"...)
		dst = markup.Escape(dst, words)
		dst = append(dst, "</text></"+name+">\n"...)
	}
	dst = append(dst, "</head>\n"...)
	text("docTitle", p.Title)
	for _, c := range p.people {
		if c.author {
			text("docAuthor", c.name)
		}
	}
	dst = append(dst, "<navMap>\n"...)
	n := 0
	for i := range p.pages {
		if page := &p.pages[i]; page.label != "" {
			n++
			order := strconv.Itoa(n)
			dst = append(dst, `<navPoint id="p`+order+`" playOrder="`+order+"\">\n"...)
			text("navLabel", page.label)
			dst = append(dst, `<content src="`+page.link()+"\"/>\n</navPoint>\n"...)
		}
	}
	return append(dst, "</navMap>\n</ncx>\n"...)
}
