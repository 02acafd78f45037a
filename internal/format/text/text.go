// Package text shows entries as plain text, to be read in a terminal. It writes no book: it answers questions.
package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/format"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/i18n"
	"github.com/lexipoche/lexipoche/internal/locale"
	"github.com/lexipoche/lexipoche/internal/markdown"
	"github.com/lexipoche/lexipoche/internal/markup"
)

// Options say how an answer is shown.
type Options struct {
	Words *i18n.Catalogue // the labels, in the language of the person who asks
	Width int             // columns
	Bold  bool            // headwords may be in bold
}

// othersShown is the greatest number of entries that are only named.
const othersShown = 10

// Answer shows what was found for a query in a book: all the entries that it names exactly, else the best one, and the
// names of the others. There is at least one.
func Answer(b *format.Book, query string, found []glossary.Hit, opt Options) []byte {
	p := printer{book: b, Options: opt, names: markup.Printer{Words: opt.Words}}
	whole := 1
	for whole < len(found) && found[whole].How == glossary.Exact {
		whole++
	}
	for i := range found[:whole] {
		if i > 0 {
			p.gap()
			p.line(strings.Repeat("─", p.Width))
		}
		p.gap()
		p.match(query, &found[i])
		p.gap()
		p.entry(found[i].Entry)
	}
	if found[0].How != glossary.Exact {
		p.others(found[whole:])
	}
	return p.dst
}

// printer appends the lines of an answer.
type printer struct {
	Options
	book  *format.Book
	names markup.Printer // for the words of dates and vocabularies alone
	dst   []byte
}

// match says what has led to an entry, unless it is its headword.
func (p *printer) match(query string, h *glossary.Hit) {
	f := h.Form
	language := func(tag string) string { return p.Words.LanguageName(locale.Language(tag)) }
	values := map[string]any{
		"query": query, "form": f.Text, "term": h.Entry.Term.Value,
		"language": language(f.Language), "own": language(p.book.Language),
	}
	if h.How >= glossary.Mistyped {
		p.line(p.Words.Text("define.mistyped", values))
	}
	if f.Rank == glossary.RankHeadword {
		return
	}
	leads, avoid := p.Words.Text("define.leads", values), "define.avoid."
	if f.Rank == glossary.RankEquivalent {
		leads, avoid = p.Words.Text("define.equivalent", values), "define.avoid-in."
	}
	if f.Avoid == nil {
		p.line(leads)
		return
	}
	p.line(leads + p.Words.Label("punctuation.colon") + p.Words.Text(avoid+f.Avoid.State(), values))
	if !f.Avoid.Reason.IsZero() {
		p.paragraph(2, 2, "", p.inline(&f.Avoid.Reason))
	}
}

// others names the entries that are not shown, with what each is in brief.
func (p *printer) others(found []glossary.Hit) {
	if len(found) == 0 {
		return
	}
	p.gap()
	p.line(p.Words.Label("define.others"))
	for i := range found[:min(len(found), othersShown)] {
		e := found[i].Entry
		brief := &e.InBrief
		if brief.IsZero() {
			brief = &e.Definition
		}
		text := e.Term.Value
		if e.State() == glossary.Draft {
			text += " (" + p.names.Vocabulary("status", &e.Status) + ")"
		}
		if !brief.IsZero() {
			text += " — " + p.inline(brief)
		}
		p.paragraph(2, 4, "", text)
	}
	if more := len(found) - othersShown; more > 0 {
		p.paragraph(2, 2, "", p.Words.Count("define.more", more))
	}
}

// gap leaves a blank line after what there is.
func (p *printer) gap() {
	if n := len(p.dst); n > 1 && p.dst[n-2] != '\n' {
		p.dst = append(p.dst, '\n')
	}
}

func (p *printer) line(text string) { p.paragraph(0, 0, "", text) }

// word is what no line breaks.
type word struct {
	text  string
	width int
}

// paragraph appends a text in lines of the width wanted: the first one after indent spaces, the others after hang. It
// begins with a part that may be bold. Lines break at ordinary spaces alone; where a word is wider than a line, it
// goes over.
func (p *printer) paragraph(indent, hang int, bold, text string) {
	words := split(nil, bold)
	heavy := len(words)
	words = split(words, text)
	column := 0
	for i, w := range words {
		switch {
		case i == 0:
			p.spaces(indent)
			column = indent
		case column+1+w.width > p.Width:
			p.dst = append(p.dst, '\n')
			p.spaces(hang)
			column = hang
		default:
			p.dst = append(p.dst, ' ')
			column++
		}
		if p.Bold && i < heavy {
			p.dst = append(p.dst, "\x1b[1m"+w.text+"\x1b[0m"...)
		} else {
			p.dst = append(p.dst, w.text...)
		}
		column += w.width
	}
	p.dst = append(p.dst, '\n')
}

func (p *printer) spaces(n int) {
	for range n {
		p.dst = append(p.dst, ' ')
	}
}

func split(words []word, text string) []word {
	for piece := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ' ' || r == '\n' || r == '\r' || r == '\t' }) {
		var b strings.Builder
		columns := 0
		for c, width := range diag.Characters(piece) {
			b.WriteString(c)
			columns += width
		}
		words = append(words, word{b.String(), columns})
	}
	return words
}

// inline gives a text without its marks: references by headword, links with their address.
func (p *printer) inline(t *glossary.Text) string {
	if t.Doc == nil {
		return t.Value
	}
	var b strings.Builder
	p.nodes(&b, t.Doc.Nodes)
	return b.String()
}

func (p *printer) nodes(b *strings.Builder, nodes []markdown.Node) {
	for i := range nodes {
		n := &nodes[i]
		switch n.Kind {
		case markdown.Text:
			b.WriteString(n.Text)
		case markdown.Break:
			b.WriteByte(' ')
		case markdown.Reference:
			e := p.book.Entry(n.Target)
			switch {
			case n.Text != "":
				b.WriteString(n.Text)
			case e != nil:
				b.WriteString(e.Term.Value)
			default:
				b.WriteString(n.Target)
			}
		case markdown.Link:
			start := b.Len()
			p.nodes(b, n.Children)
			if url := n.URL(); b.String()[start:] != url {
				b.WriteString(" <" + url + ">")
			}
		default:
			p.nodes(b, n.Children)
		}
	}
}

// blocks appends paragraphs and lists.
func (p *printer) blocks(indent int, nodes []markdown.Node) {
	for i := range nodes {
		if i > 0 {
			p.gap()
		}
		if n := &nodes[i]; n.Kind == markdown.List {
			p.list(indent, n)
			continue
		}
		var b strings.Builder
		p.nodes(&b, nodes[i:i+1])
		p.paragraph(indent, indent, "", b.String())
	}
}

// capital gives words as they begin a line.
func capital(words string) string {
	first, size := utf8.DecodeRuneInString(words)
	return string(unicode.ToUpper(first)) + words[size:]
}
