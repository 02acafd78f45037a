package epub

import (
	"slices"
	"strings"

	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
	"github.com/lexipoche/lexipoche/internal/markup"
)

// The search key map of a dictionary (EPUB Dictionaries and Glossaries 1.0, section 2.5). Its name must end so.
const (
	keyMapName  = "search-key-map.xml"
	keyMapMedia = "application/vnd.epub.search-key-map+xml"
	keyMapProps = "dictionary search-key-map"
)

// isDictionary reports whether the book is one: without an entry there is nothing to look up, and a key map may not be empty.
func (p *publication) isDictionary() bool { return len(p.parts) > 0 }

// dictionary says what kind of dictionary the book is. A target must be named even when only one language is spoken, and
// the languages must be spelled as the book's own are.
func (p *publication) dictionary(w *opf) {
	targets := p.languages()[1:]
	bases := []string{locale.Language(p.Language)}
	for _, tag := range targets { // British and Canadian English are one language
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
	if len(targets) == 0 {
		targets = []string{p.Language}
	}
	w.meta("", "dictionary-type", "", kind)
	w.meta("", "source-language", "", p.Language)
	for _, tag := range targets {
		w.meta("", "target-language", "", tag)
	}
}

// keyMap lists what each entry is found by: a match for each designation, with its other forms as values.
func (p *publication) keyMap() []byte {
	groups := make([][]byte, len(p.parts))
	each(len(p.parts), func(i int) {
		for _, e := range p.parts[i].entries {
			groups[i] = p.keys(groups[i], e)
		}
	})
	var dst []byte
	dst = append(dst, xmlHeader+`<search-key-map xmlns="http://www.idpf.org/2007/ops" xml:lang="`...)
	dst = markup.Escape(dst, p.Language)
	dst = append(dst, '"')
	if p.rtl() {
		dst = append(dst, ` dir="rtl"`...)
	}
	dst = append(dst, ">\n"...)
	dst = append(dst, slices.Concat(groups...)...)
	return append(dst, "</search-key-map>\n"...)
}

// keys appends the group of an entry. The ids that it had are no words, and nobody looks them up.
func (p *publication) keys(dst []byte, e *glossary.Entry) []byte {
	dst = append(dst, `<search-key-group href="`+pagesFolder+"/"...)
	dst = markup.Escape(dst, p.href(e))
	dst = append(dst, "\">\n"...)
	forms := e.Forms(p.Language)
	if len(forms) == 0 || forms[0].Rank != glossary.RankHeadword { // a sign, which has no letter to search by
		dst = p.match(dst, &glossary.Form{Text: e.Term.Value, Language: p.Language}, nil)
	}
	for len(forms) > 0 {
		first := &forms[0]
		n := 1 // the forms of a designation follow each other
		for n < len(forms) && forms[n].Rank == first.Rank && forms[n].As == first.As && forms[n].Language == first.Language {
			n++
		}
		if !first.IsFormer() {
			dst = p.match(dst, first, forms[1:n])
		}
		forms = forms[n:]
	}
	return append(dst, "</search-key-group>\n"...)
}

// match appends a designation and its other forms.
func (p *publication) match(dst []byte, f *glossary.Form, others []glossary.Form) []byte {
	dst = append(dst, `<match value="`...)
	dst = markup.Escape(dst, f.Text)
	dst = append(dst, '"')
	if !strings.EqualFold(f.Language, p.Language) {
		dst = append(dst, ` xml:lang="`...)
		dst = markup.Escape(dst, f.Language)
		dst = append(dst, '"')
	}
	if len(others)+len(f.Also) == 0 {
		return append(dst, "/>\n"...)
	}
	dst = append(dst, '>')
	value := func(text string) {
		dst = append(dst, `<value value="`...)
		dst = markup.Escape(dst, text)
		dst = append(dst, `"/>`...)
	}
	for _, text := range f.Also {
		value(text)
	}
	for i := range others {
		value(others[i].Text)
		for _, text := range others[i].Also {
			value(text)
		}
	}
	return append(dst, "</match>\n"...)
}
