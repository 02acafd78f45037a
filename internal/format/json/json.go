// Package json writes a book as one JSON object for programs: an envelope that says what the lexicon is, then its entries
// in collation order, one a line. Keys are those of the source format, in its order; what is absent has no key.
package json

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/format"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

// Format writes `<slug>.json`.
var Format = format.Format{Name: "json", Write: write}

// schema is the version of the export's shape.
const schema = 1

// private are the lexicon's keys that steer the program: they are nobody's data.
var private = []string{"schema", "style", "lint", "protected_names", "accessibility", "domains", "title", "subtitle"}

func write(b *format.Book) ([]format.File, error) {
	w := writer{dst: make([]byte, 0, 4096+1536*len(b.Entries)), book: b}
	w.dst = append(w.dst, "{\n"...)
	w.key("schema")
	w.dst = strconv.AppendInt(w.dst, schema, 10)
	w.line("generator", b.Program)
	w.line("title", b.Title)
	if b.Subtitle != "" {
		w.line("subtitle", b.Subtitle)
	}
	for i := range glossary.LexiconRecord.Fields {
		f := &glossary.LexiconRecord.Fields[i]
		// What is not translated stands with its language, under "texts".
		untranslated := f.Text != nil && b.LanguageOf(f.Text(b.Lexicon)) != ""
		if !slices.Contains(private, f.Key) && !untranslated && w.has(f, b.Lexicon) {
			w.next()
			w.field(f, b.Lexicon)
		}
	}
	if b.Edition != nil {
		w.next()
		w.key("edition")
		w.dst = append(w.dst, `{"name":`...)
		w.text(b.Edition.Name)
		if i := glossary.EditionRecord.Lookup("event"); b.Edition.Event != nil {
			w.dst = append(w.dst, ',')
			w.field(&glossary.EditionRecord.Fields[i], b.Edition)
		}
		w.dst = append(w.dst, '}')
	}
	w.next()
	w.field(&glossary.LexiconRecord.Fields[glossary.LexiconRecord.Lookup("domains")], b.Lexicon)
	w.next()
	w.key("count")
	w.dst = strconv.AppendInt(w.dst, int64(len(b.Entries)), 10)
	w.redirects()
	w.next()
	w.key("entries")
	w.dst = append(w.dst, "["...)
	for i, e := range b.Entries {
		if i > 0 {
			w.dst = append(w.dst, ',')
		}
		w.dst = append(w.dst, '\n')
		w.entry(e)
	}
	w.dst = append(w.dst, "\n]\n}\n"...)
	return []format.File{{Name: b.Slug + ".json", Data: w.dst}}, nil
}

// writer appends JSON for the groups of the model, by their tables.
type writer struct {
	dst  []byte
	book *format.Book
}

func (w *writer) next() { w.dst = append(w.dst, ",\n"...) }

func (w *writer) key(name string) {
	w.text(name)
	w.dst = append(w.dst, ':')
}

func (w *writer) line(name, value string) {
	w.next()
	w.key(name)
	w.text(value)
}

// redirects gives, for each id that a concept had, the id to go to now.
func (w *writer) redirects() {
	w.next()
	w.key("redirects")
	w.dst = append(w.dst, '{')
	first := true
	for _, e := range w.book.Entries {
		for i := range e.Formerly {
			if id := e.Formerly[i].Value; w.book.Redirects()[id] == e {
				if !first {
					w.dst = append(w.dst, ',')
				}
				first = false
				w.key(id)
				w.text(e.ID)
			}
		}
	}
	w.dst = append(w.dst, '}')
}

// entry writes a concept.
func (w *writer) entry(e *glossary.Entry) {
	w.dst = append(w.dst, '{')
	w.members(e)
	w.dst = append(w.dst, '}')
}

// members writes what there is to say of a concept. Its relations are closed both ways and lead only to entries of the
// book.
func (w *writer) members(e *glossary.Entry) {
	r := w.book.Relations(e)
	relations := map[string][]*glossary.Entry{
		"broader": r.Broader, "related": r.Related, "distinguish": r.Distinguish, "part_of": r.PartOf,
	}
	w.key("id")
	w.text(e.ID)
	if e.Language != "" {
		w.dst = append(w.dst, ',')
		w.key("language")
		w.text(e.Language)
	}
	for i := range glossary.EntryRecord.Fields {
		f := &glossary.EntryRecord.Fields[i]
		if list, ok := relations[f.Key]; ok {
			w.ids(f.Key, list)
			if f.Key == "broader" {
				w.ids("narrower", r.Narrower)
			}
		} else if w.has(f, e) {
			w.dst = append(w.dst, ',')
			w.field(f, e)
		}
	}
	w.search(e.Forms(w.book.Language))
}

// search writes what an entry is found by, folded, by rank: a program that folds a query as [locale.Fold] says has only to
// compare.
func (w *writer) search(forms []glossary.Form) {
	for i := range forms {
		rank := forms[i].Rank
		switch {
		case i == 0:
			w.dst = append(w.dst, ',')
			w.key("search")
			w.dst = append(w.dst, '{')
			w.key(rank.String())
			w.dst = append(w.dst, '[')
		case rank != forms[i-1].Rank:
			w.dst = append(w.dst, "],"...)
			w.key(rank.String())
			w.dst = append(w.dst, '[')
		default:
			w.dst = append(w.dst, ',')
		}
		w.text(forms[i].Key)
	}
	if len(forms) > 0 {
		w.dst = append(w.dst, "]}"...)
	}
}

func (w *writer) ids(key string, list []*glossary.Entry) {
	first := true
	for _, e := range list {
		if !w.book.Has(e) {
			continue
		}
		if first {
			w.dst = append(w.dst, ',')
			w.key(key)
			w.dst = append(w.dst, '[')
		} else {
			w.dst = append(w.dst, ',')
		}
		first = false
		w.text(e.ID)
	}
	if !first {
		w.dst = append(w.dst, ']')
	}
}

func (w *writer) has(f *glossary.Field, group any) bool {
	switch {
	case f.Text != nil:
		return !f.Text(group).IsZero()
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
			if i > 0 {
				w.dst = append(w.dst, ',')
			}
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
		if i > 0 {
			w.dst = append(w.dst, ',')
		}
		part := p.At(group, i)
		if p.Shape == glossary.Keyed {
			w.key(p.KeyField.Text(part).Value)
		}
		w.group(p.Record, part)
	}
	if p.Shape == glossary.Keyed {
		w.dst = append(w.dst, '}')
	} else {
		w.dst = append(w.dst, ']')
	}
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
	w.dst = append(w.dst, '{')
	first := true
	for i := range r.Fields {
		if f := &r.Fields[i]; w.has(f, group) {
			if !first {
				w.dst = append(w.dst, ',')
			}
			first = false
			w.field(f, group)
		}
	}
	w.dst = append(w.dst, '}')
}

func (w *writer) value(f *glossary.Field, t *glossary.Text) {
	// A rule makes sure of a book's numbers; a single entry is also shown when its lexicon has errors.
	number := f.Kind == glossary.Number && strings.Trim(t.Value, "0123456789") == "" && (t.Value == "0" || t.Value[0] != '0')
	if number || f.Kind == glossary.Boolean && (t.Value == "true" || t.Value == "false") {
		w.dst = append(w.dst, t.Value...)
		return
	}
	w.text(t.Value)
}

// text writes a string by RFC 8259, with U+2028 and U+2029 escaped too, so that the file can stand in a script.
func (w *writer) text(s string) {
	const hex = "0123456789abcdef"
	w.dst = append(w.dst, '"')
	last := 0
	for i := 0; i < len(s); {
		c, size := rune(s[i]), 1
		if c >= utf8.RuneSelf {
			c, size = utf8.DecodeRuneInString(s[i:])
		}
		switch {
		case c == '"' || c == '\\':
			w.dst = append(w.dst, s[last:i]...)
			w.dst = append(w.dst, '\\', byte(c))
		case c == '\n':
			w.dst = append(w.dst, s[last:i]...)
			w.dst = append(w.dst, '\\', 'n')
		case c < ' ' || c == 0x2028 || c == 0x2029 || c == utf8.RuneError && size == 1:
			w.dst = append(w.dst, s[last:i]...)
			w.dst = append(w.dst, '\\', 'u', hex[c>>12&15], hex[c>>8&15], hex[c>>4&15], hex[c&15])
		default:
			i += size
			continue
		}
		i += size
		last = i
	}
	w.dst = append(w.dst, s[last:]...)
	w.dst = append(w.dst, '"')
}
