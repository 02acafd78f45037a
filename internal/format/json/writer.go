package json

import (
	"strings"

	"github.com/lexipoche/lexipoche/internal/format"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/jcs"
	"github.com/lexipoche/lexipoche/internal/locale"
	"github.com/lexipoche/lexipoche/internal/markup"
)

// writer appends JSON for the groups of the model, by their tables.
type writer struct {
	dst       []byte
	book      *format.Book
	collation locale.Collation
	// printer shows texts in the language of the passage that is written, whose tag is language.
	printer   *markup.Printer
	language  string
	separator string // between the members of the envelope
	scratch   []byte
}

func newWriter(b *format.Book) *writer {
	return &writer{book: b, collation: b.Lexicon.Collation(), separator: ",", language: b.Language, printer: &markup.Printer{
		Glossary: b.Glossary, Words: b.Words, Language: b.Language,
		Href: func(e *glossary.Entry) string {
			if !b.Has(e) {
				return ""
			}
			return "#" + e.ID
		},
	}}
}

func (w *writer) next() { w.dst = append(w.dst, w.separator...) }

// comma parts the i-th of a list from the one before.
func (w *writer) comma(i int) {
	if i > 0 {
		w.dst = append(w.dst, ',')
	}
}

func (w *writer) key(name string) {
	w.text(name)
	w.dst = append(w.dst, ':')
}

func (w *writer) line(name, value string) {
	w.next()
	w.key(name)
	w.text(value)
}

func (w *writer) member(name, value string) {
	w.dst = append(w.dst, ',')
	w.key(name)
	w.text(value)
}

func (w *writer) has(f *glossary.Field, group any) bool {
	switch {
	case f.Text != nil:
		return f.Default != "" || !f.Text(group).IsZero()
	case f.Texts != nil:
		return len(*f.Texts(group)) > 0
	}
	return f.Parts.Len(group) > 0
}

func (w *writer) field(f *glossary.Field, group any) {
	w.key(f.Key)
	switch {
	case f.Text != nil:
		w.value(f, f.Text(group))
	case f.Texts != nil:
		w.dst = append(w.dst, '[')
		list := *f.Texts(group)
		for i := range list {
			w.comma(i)
			w.value(f, &list[i])
		}
		w.dst = append(w.dst, ']')
	default:
		w.parts(f.Parts, group)
	}
}

func (w *writer) parts(p *glossary.Parts, group any) {
	switch p.Shape {
	case glossary.Single:
		w.group(p.Record, p.At(group, 0))
		return
	case glossary.Many:
		w.dst = append(w.dst, '[')
	case glossary.Keyed:
		w.dst = append(w.dst, '{')
	}
	for i := range p.Len(group) {
		w.comma(i)
		part := p.At(group, i)
		if p.Shape != glossary.Keyed {
			w.group(p.Record, part)
			continue
		}
		key := p.KeyField.Text(part).Value
		w.key(key)
		if p.KeyField.Kind == glossary.Language {
			w.in(key, func() { w.group(p.Record, part) })
		} else {
			w.group(p.Record, part)
		}
	}
	if p.Shape == glossary.Keyed {
		w.dst = append(w.dst, '}')
	} else {
		w.dst = append(w.dst, ']')
	}
}

// in writes what is said in a language.
func (w *writer) in(tag string, write func()) {
	printer, language := w.printer, w.language
	w.printer, w.language = printer.In(tag), tag
	write()
	w.printer, w.language = printer, language
}

// group writes a group in full, whatever shorthand it was written by: a program has one shape to read.
func (w *writer) group(r *glossary.Record, group any) {
	if r.OnlyShort {
		f := &r.Fields[r.Lookup(r.Short)]
		w.value(f, f.Text(group))
		return
	}
	if r.Rest != nil {
		w.parts(r.Rest, group)
		return
	}
	if x, ok := group.(*glossary.Example); ok && x.Foreign(w.language) != "" {
		w.in(x.Foreign(w.language), func() { w.object(r, group) })
		return
	}
	w.object(r, group)
}

func (w *writer) object(r *glossary.Record, group any) {
	w.dst = append(w.dst, '{')
	n := 0
	for i := range r.Fields {
		if f := &r.Fields[i]; w.has(f, group) {
			w.comma(n)
			n++
			w.field(f, group)
		}
	}
	w.dst = append(w.dst, '}')
}

func (w *writer) value(f *glossary.Field, t *glossary.Text) {
	switch {
	case t.IsZero():
		w.text(f.Default)
	case f.Kind == glossary.Inline || f.Kind == glossary.Blocks:
		w.rendered(t)
	// A rule makes sure of a book's numbers; a single entry is also shown when its lexicon has errors.
	case f.Kind == glossary.Number && strings.Trim(t.Value, "0123456789") == "" && (t.Value == "0" || t.Value[0] != '0'),
		f.Kind == glossary.Boolean && (t.Value == "true" || t.Value == "false"):
		w.dst = append(w.dst, t.Value...)
	default:
		w.text(t.Value)
	}
}

// rendered writes a text with marks in three ways: as its author wrote it, without the marks, and as it is shown in a page;
// and its language.
func (w *writer) rendered(t *glossary.Text) {
	w.dst = append(w.dst, '{')
	w.key("lang")
	w.text(w.language)
	w.member("markdown", w.standing(t))
	w.scratch = w.printer.Plain(w.scratch[:0], t)
	w.dst = append(w.dst, ',')
	w.key("text")
	w.bytes(w.scratch)
	w.scratch = w.printer.Markdown(w.scratch[:0], t)
	w.dst = append(w.dst, ',')
	w.key("html")
	w.bytes(w.scratch)
	w.dst = append(w.dst, '}')
}

// standing gives a text as its author wrote it, but for references without words to entries that the book leaves out: their
// headwords are in no other place of the export.
func (w *writer) standing(t *glossary.Text) string {
	var b strings.Builder
	done := 0
	if t.Doc != nil {
		for n := range t.Doc.References {
			e := w.book.Entry(n.Target)
			if n.Text != "" || e == nil || w.book.Has(e) {
				continue
			}
			end := n.TargetStart + len(n.Target)
			b.WriteString(t.Value[done:end] + "|" + w.printer.Name(e))
			done = end
		}
	}
	if done == 0 {
		return t.Value
	}
	return b.String() + t.Value[done:]
}

func (w *writer) text(s string) { w.dst = jcs.AppendText(w.dst, s) }

func (w *writer) bytes(s []byte) { w.dst = jcs.AppendText(w.dst, s) }
