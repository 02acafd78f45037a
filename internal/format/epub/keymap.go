package epub

import (
	"slices"
	"strings"

	"github.com/lexipoche/lexipoche/internal/format"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
	"github.com/lexipoche/lexipoche/internal/markup"
)

// The search key map of a dictionary (EPUB Dictionaries and Glossaries 1.0, section 2.5). Its name must end in .xml; that
// of a dictionary from another language has its tag before.
const (
	keyMapName  = "search-key-map"
	keyMapMedia = "application/vnd.epub.search-key-map+xml"
	keyMapProps = "dictionary search-key-map"
)

// dictionary is what an EPUB dictionary says of itself, and what it holds: the book's own entries, or the words of another
// language that lead to them.
type dictionary struct {
	title   string
	ours    bool     // the title is made of the program's words
	source  string   // the language that words are looked up in
	targets []string // those that they are explained in; both are spelled as the languages of the book are
	keyMap  string   // the file of its search key map
	words   []name   // of another language, in order; none in the book's own
	pages   []keyed
}

// keyed is a document of a dictionary, and the articles that it holds: entries, or words that lead to entries.
type keyed struct {
	page    string // the name of its file
	entries []*glossary.Entry
	words   []name
}

// dictionary is what the book is, whatever its language. Without an entry there is nothing to look up, and it is nil. A
// target must be named even when only one language is spoken.
func (p *publication) dictionary() *dictionary {
	d := &dictionary{title: p.Title, source: p.Language, targets: p.languages()[1:], keyMap: keyMapName + ".xml"}
	if len(d.targets) == 0 {
		d.targets = []string{p.Language}
	}
	for i := range p.parts {
		if part := &p.parts[i]; len(part.entries) > 0 {
			d.pages = append(d.pages, keyed{page: part.name, entries: part.entries})
		}
	}
	if len(d.pages) == 0 {
		return nil
	}
	return d
}

// dictionary says what kind of dictionary one is.
func (w *opf) dictionary(d *dictionary) {
	bases := []string{locale.Language(d.source)}
	for _, tag := range d.targets { // British and Canadian English are one language
		if base := locale.Language(tag); !slices.Contains(bases, base) {
			bases = append(bases, base)
		}
	}
	kind := "multilingual"
	switch len(bases) {
	case 1:
		kind = "monolingual"
	case 2:
		kind = "bilingual"
	}
	w.meta("", "dictionary-type", "", kind)
	w.meta("", "source-language", "", d.source)
	for _, tag := range d.targets {
		w.meta("", "target-language", "", tag)
	}
}

// searchKeyMap lists what each article of a dictionary is found by: a match for each designation, with its other forms as
// values.
func (d *dictionary) searchKeyMap(p *publication) []byte {
	groups := make([][]byte, len(d.pages))
	format.Each(len(d.pages), func(i int) {
		page := &d.pages[i]
		for _, e := range page.entries {
			groups[i] = d.entry(groups[i], p.href(e), e)
		}
		for j := range page.words {
			groups[i] = d.word(groups[i], page.page, &page.words[j])
		}
	})
	var dst []byte
	dst = append(dst, xmlHeader+`<search-key-map xmlns="http://www.idpf.org/2007/ops" xml:lang="`...)
	dst = markup.Escape(dst, d.source)
	dst = append(dst, '"')
	if locale.Direction(d.source) == "rtl" {
		dst = append(dst, ` dir="rtl"`...)
	}
	dst = append(dst, ">\n"...)
	dst = append(dst, slices.Concat(groups...)...)
	return append(dst, "</search-key-map>\n"...)
}

// entry appends the keys of an entry. The ids that it had are no words, and nobody looks them up.
func (d *dictionary) entry(dst []byte, href string, e *glossary.Entry) []byte {
	dst = openKeys(dst, href)
	forms := e.Forms(d.source)
	if len(forms) == 0 || forms[0].Rank != glossary.RankHeadword { // a sign, which has no letter to search by
		dst = d.match(dst, e.Term.Value, d.source, nil)
	}
	for len(forms) > 0 {
		first := &forms[0]
		n := 1 // the forms of a designation follow each other
		for n < len(forms) && forms[n].Rank == first.Rank && forms[n].As == first.As && forms[n].Language == first.Language {
			n++
		}
		if !first.IsFormer() {
			dst = d.match(dst, first.Text, first.Language, spellings(forms[:n]))
		}
		forms = forms[n:]
	}
	return append(dst, "</search-key-group>\n"...)
}

// word appends the keys of a word, which stands in a page.
func (d *dictionary) word(dst []byte, page string, n *name) []byte {
	dst = openKeys(dst, page+"#"+wordID+n.id)
	dst = d.match(dst, n.text, n.lang, n.forms)
	return append(dst, "</search-key-group>\n"...)
}

func openKeys(dst []byte, href string) []byte {
	dst = append(dst, `<search-key-group href="`+pagesFolder+"/"...)
	dst = markup.Escape(dst, href)
	return append(dst, "\">\n"...)
}

// spellings lists the ways in which forms are written.
func spellings(forms []glossary.Form) []string {
	list := make([]string, 0, len(forms))
	for i := range forms {
		list = append(append(list, forms[i].Text), forms[i].Also...)
	}
	return list
}

// match appends a designation, and those of its forms that are written otherwise.
func (d *dictionary) match(dst []byte, text, lang string, forms []string) []byte {
	dst = append(dst, `<match value="`...)
	dst = markup.Escape(dst, text)
	dst = append(dst, '"')
	if !strings.EqualFold(lang, d.source) {
		dst = append(dst, ` xml:lang="`...)
		dst = markup.Escape(dst, lang)
		dst = append(dst, '"')
	}
	var space [8]string
	said := append(space[:0], text)
	for _, form := range forms {
		if slices.Contains(said, form) { // several concepts have the same name
			continue
		}
		if len(said) == 1 {
			dst = append(dst, '>')
		}
		said = append(said, form)
		dst = append(dst, `<value value="`...)
		dst = markup.Escape(dst, form)
		dst = append(dst, `"/>`...)
	}
	if len(said) == 1 {
		return append(dst, "/>\n"...)
	}
	return append(dst, "</match>\n"...)
}
