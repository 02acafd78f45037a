// Package markup shows an entry as XHTML that is also HTML, for all the formats that have pages. It alone writes tags:
// whatever an author wrote passes through here and comes out as text.
package markup

import (
	"cmp"
	"strings"

	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/i18n"
	"github.com/lexipoche/lexipoche/internal/locale"
	"github.com/lexipoche/lexipoche/internal/markdown"
)

// Printer shows the entries of one book in one format. Its methods append to a buffer and give it back.
type Printer struct {
	Glossary *glossary.Glossary
	Words    *i18n.Catalogue
	Language string // of the book's own text
	// Href gives the address of an entry, empty when the book does not hold it: its name is then plain text.
	Href func(*glossary.Entry) string
	// Image gives the address of an image of the lexicon, empty when the format shows none.
	Image func(file string) string
	// XML writes xml:lang beside lang and closes every tag, as XHTML asks.
	XML bool
	// Types names the parts of an entry by epub:type, as the dictionaries of EPUB do. HTML knows no such attribute.
	Types bool

	within string              // the language of the passage being shown, when it is not the book's
	links  []glossary.Autolink // of the text being shown, those that are still to come
}

// In gives a printer for what is said in a language: its references show the words of that language. An empty tag is that of
// the book.
func (p *Printer) In(tag string) *Printer {
	within := *p
	within.within = tag
	return &within
}

func (p *Printer) language() string {
	if p.within != "" {
		return p.within
	}
	return p.Language
}

// Escape appends text as it is to be read, in content or between the quotes of an attribute.
func Escape(dst []byte, text string) []byte {
	last := 0
	for i := 0; i < len(text); i++ {
		var entity string
		switch text[i] {
		case '&':
			entity = "&amp;"
		case '<':
			entity = "&lt;"
		case '>':
			entity = "&gt;"
		case '"':
			entity = "&quot;"
		default:
			continue
		}
		dst = append(dst, text[last:i]...)
		dst = append(dst, entity...)
		last = i + 1
	}
	return append(dst, text[last:]...)
}

// SafeURL reports whether an address may stand in a link. Rules refuse the others before; this is the second lock.
func SafeURL(url string) bool {
	scheme, _, ok := strings.Cut(url, ":")
	return ok && (strings.EqualFold(scheme, "https") || strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "mailto"))
}

// lang appends the attributes of a text in a language, and of its direction, where they are not those around it.
func (p *Printer) lang(dst []byte, tag string) []byte {
	if tag == "" || strings.EqualFold(tag, p.language()) {
		return dst
	}
	dst = append(dst, ` lang="`...)
	dst = Escape(dst, tag)
	if p.XML {
		dst = append(dst, `" xml:lang="`...)
		dst = Escape(dst, tag)
	}
	dst = append(dst, '"')
	if d := locale.Direction(tag); d != locale.Direction(p.language()) {
		dst = append(dst, ` dir="`...)
		dst = append(dst, d...)
		dst = append(dst, '"')
	}
	return dst
}

// Say appends words of the program, with their language where the book is in another one.
func (p *Printer) Say(dst []byte, words string) []byte {
	if locale.Language(p.language()) == p.Words.Language {
		return Escape(dst, words)
	}
	return p.element(dst, "span", "", p.Words.Language, words)
}

// element appends a text in an element of a class and language.
func (p *Printer) element(dst []byte, name, class, lang, text string) []byte {
	if name == "span" && class == "" && (lang == "" || strings.EqualFold(lang, p.language())) {
		return Escape(dst, text) // a span that says nothing
	}
	return p.typed(dst, name, class, "", lang, text)
}

// typed appends a text in an element that is a part of the entry by itself.
func (p *Printer) typed(dst []byte, name, class, epubType, lang, text string) []byte {
	dst = p.open(dst, name, class, epubType, lang)
	dst = Escape(dst, text)
	return closeTag(dst, name)
}

// epubType appends what an element is in a dictionary (EPUB 3 Structural Semantics Vocabulary).
func (p *Printer) epubType(dst []byte, name string) []byte {
	if !p.Types || name == "" {
		return dst
	}
	dst = append(dst, ` epub:type="`...)
	dst = append(dst, name...)
	return append(dst, '"')
}

func (p *Printer) open(dst []byte, name, class, epubType, lang string) []byte {
	dst = append(dst, '<')
	dst = append(dst, name...)
	if class != "" {
		dst = append(dst, ` class="`...)
		dst = append(dst, class...)
		dst = append(dst, '"')
	}
	dst = p.epubType(dst, epubType)
	dst = p.lang(dst, lang)
	return append(dst, '>')
}

func closeTag(dst []byte, name string) []byte {
	dst = append(dst, "</"...)
	dst = append(dst, name...)
	return append(dst, '>')
}

// closeVoid ends the tag of an element without content: the slash that XML wants means nothing in HTML.
func (p *Printer) closeVoid(dst []byte) []byte {
	if p.XML {
		return append(dst, "/>"...)
	}
	return append(dst, '>')
}

// Anchor appends a link to an address, or the text alone when the address is not one to follow.
func (p *Printer) Anchor(dst []byte, url, lang, text string) []byte {
	if !SafeURL(url) {
		url = ""
	}
	return p.linked(dst, url, lang, text)
}

// linked appends a text as a link to an address, or the text alone when there is none.
func (p *Printer) linked(dst []byte, href, lang, text string) []byte {
	if href == "" {
		return p.element(dst, "span", "", lang, text)
	}
	dst = append(dst, `<a href="`...)
	dst = Escape(dst, href)
	dst = append(dst, '"')
	dst = p.lang(dst, lang)
	dst = append(dst, '>')
	dst = Escape(dst, text)
	return closeTag(dst, "a")
}

// Link appends an entry's headword, or the given text, as a link to it. A passage in another language shows its own
// word for the concept, when it has one.
func (p *Printer) Link(dst []byte, e *glossary.Entry, text string) []byte {
	lang := ""
	if text == "" {
		text, lang = p.name(e)
	}
	return p.linked(dst, p.Href(e), lang, text)
}

// Name gives the word for an entry in the language of the passage, else its headword.
func (p *Printer) Name(e *glossary.Entry) string {
	text, _ := p.name(e)
	return text
}

// name gives the word for an entry, and its language.
func (p *Printer) name(e *glossary.Entry) (text, lang string) {
	if p.within != "" {
		for i := range e.Translations {
			if t := &e.Translations[i]; t.Language.Value == p.within {
				return t.Term.Value, p.within
			}
		}
	}
	return e.Term.Value, cmp.Or(e.Language, p.Language)
}

// Markdown appends a text with its marks: inline elements for a text of one paragraph, paragraphs and lists for a long one.
func (p *Printer) Markdown(dst []byte, t *glossary.Text) []byte {
	if t.Doc == nil {
		return Escape(dst, t.Value)
	}
	shown := *p // which has a row of links of its own: pages are made at the same time
	shown.links = p.Glossary.Autolinks(t)
	return shown.nodes(dst, t.Doc.Nodes, false)
}

// text appends a piece of text with the links that it gets by itself.
func (p *Printer) text(dst []byte, n *markdown.Node) []byte {
	done := 0
	for len(p.links) > 0 && p.links[0].Node == n {
		link := p.links[0]
		p.links = p.links[1:]
		href := p.Href(link.Entry)
		if href == "" {
			continue
		}
		dst = Escape(dst, n.Text[done:link.Start])
		dst = append(dst, `<a class="auto" href="`...)
		dst = Escape(dst, href)
		dst = append(dst, `">`...)
		dst = Escape(dst, n.Text[link.Start:link.End])
		dst = closeTag(dst, "a")
		done = link.End
	}
	return Escape(dst, n.Text[done:])
}

func (p *Printer) nodes(dst []byte, nodes []markdown.Node, tight bool) []byte {
	for i := range nodes {
		n := &nodes[i]
		switch n.Kind {
		case markdown.Text:
			dst = p.text(dst, n)
		case markdown.Emphasis:
			dst = p.wrap(dst, "em", n, false)
		case markdown.Strong:
			dst = p.wrap(dst, "strong", n, false)
		case markdown.Break:
			dst = p.closeVoid(append(dst, "<br"...))
		case markdown.Paragraph:
			if tight {
				dst = p.nodes(dst, n.Children, false)
			} else {
				dst = p.wrap(dst, "p", n, false)
			}
		case markdown.List:
			dst = p.list(dst, n)
		case markdown.Item:
			dst = p.wrap(dst, "li", n, tight)
		case markdown.Link:
			url := n.URL()
			if !SafeURL(url) {
				dst = p.nodes(dst, n.Children, false)
				continue
			}
			dst = append(dst, `<a href="`...)
			dst = Escape(dst, url)
			dst = append(dst, `">`...)
			dst = p.nodes(dst, n.Children, false)
			dst = closeTag(dst, "a")
		case markdown.Reference:
			if e := p.Glossary.Entry(n.Target); e != nil {
				dst = p.Link(dst, e, n.Text)
			} else {
				dst = Escape(dst, n.Text)
			}
		}
	}
	return dst
}

func (p *Printer) wrap(dst []byte, name string, n *markdown.Node, tight bool) []byte {
	dst = append(dst, '<')
	dst = append(dst, name...)
	dst = append(dst, '>')
	dst = p.nodes(dst, n.Children, tight)
	return closeTag(dst, name)
}

func (p *Printer) list(dst []byte, n *markdown.Node) []byte {
	name := "ul"
	if n.Ordered {
		name = "ol"
	}
	dst = append(dst, '<')
	dst = append(dst, name...)
	if n.Ordered && n.First != 1 {
		dst = append(dst, ` start="`...)
		dst = appendInt(dst, n.First)
		dst = append(dst, '"')
	}
	dst = append(dst, '>')
	dst = p.nodes(dst, n.Children, n.Tight)
	return closeTag(dst, name)
}

// Passage appends a text of the lexicon or of an edition. One that is in another language than the book stands in an
// element, "div" round paragraphs, "span" on a line, that says so.
func (p *Printer) Passage(dst []byte, name string, t *glossary.Text) []byte {
	lang := p.Glossary.LanguageOf(t)
	if lang == "" {
		return p.Markdown(dst, t)
	}
	within := p.In(lang)
	dst = p.open(dst, name, "", "", lang)
	dst = within.named(dst)
	dst = within.Markdown(dst, t)
	return closeTag(dst, name)
}

// Lang appends the attributes of an element whose text is in a language, none when it is the book's, or empty.
func (p *Printer) Lang(dst []byte, tag string) []byte { return p.lang(dst, tag) }

// Plain appends a text without its marks, cross-references being shown by the word for what they lead to.
func (p *Printer) Plain(dst []byte, t *glossary.Text) []byte {
	if t.Doc == nil {
		return append(dst, t.Value...)
	}
	return t.Doc.AppendPlain(dst, p.headword)
}

func (p *Printer) headword(id string) string {
	if e := p.Glossary.Entry(id); e != nil {
		return p.Name(e)
	}
	return id
}
