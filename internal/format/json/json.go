// Package json writes a book for programs: as one JSON object, an envelope that says what the lexicon is, then its concepts
// in collation order, one a line; or the same concepts each on its line, or in its file. Keys are those of the source
// format, in its order, beside what a program would else have to work out; what is absent has no key. The shape is a
// contract: docs/json.md says what it promises, and package schema what it is.
package json

import (
	"bytes"
	"iter"
	"slices"
	"strconv"

	"github.com/lexipoche/lexipoche/internal/format"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/i18n"
	"github.com/lexipoche/lexipoche/internal/locale"
	"github.com/lexipoche/lexipoche/internal/schema"
)

// The shapes of the export. A concept is the same object in each.
var (
	// Format writes `<slug>.json`, and its schema beside it.
	Format = format.Format{Name: "json", Write: writeOne}
	// Lines writes `<slug>.jsonl`: the envelope, then a line for each concept.
	Lines = format.Format{Name: "jsonl", Write: writeLines}
	// Files writes a folder: the envelope with a list of the concepts, and a file for each.
	Files = format.Format{Name: "json-files", Folder: filesFolder, Write: writeFiles}
)

const filesFolder = "json"

func writeOne(b *format.Book) ([]format.File, error) {
	schemaName := b.Slug + ".schema.json"
	w := newWriter(b)
	w.separator = ",\n"
	w.dst = append(w.dst, "{\n"...)
	w.envelope(schemaName)
	w.next()
	w.key("entries")
	w.dst = append(w.dst, '[')
	i := 0
	for c := range concepts(b) {
		w.comma(i)
		w.dst = append(w.dst, '\n')
		w.dst = append(w.dst, c.data...)
		i++
		w.reserve(i)
	}
	w.dst = append(w.dst, "\n]\n}\n"...)
	return []format.File{{Name: b.Slug + ".json", Data: w.dst}, {Name: schemaName, Data: schema.Export()}}, nil
}

func writeLines(b *format.Book) ([]format.File, error) {
	w := newWriter(b)
	w.dst = append(w.dst, '{')
	w.envelope("")
	w.dst = append(w.dst, "}\n"...)
	i := 0
	for c := range concepts(b) {
		w.dst = append(w.dst, c.data...)
		w.dst = append(w.dst, '\n')
		i++
		w.reserve(i)
	}
	return []format.File{{Name: b.Slug + ".jsonl", Data: w.dst}}, nil
}

// reserve makes room for the whole book once the first of its concepts tell how long they are: a buffer that grows step by
// step leaves as much behind it.
func (w *writer) reserve(written int) {
	if written == share {
		w.dst = slices.Grow(w.dst, len(w.dst)/share*(len(w.book.Entries)-share)*9/8)
	}
}

func writeFiles(b *format.Book) ([]format.File, error) {
	folder := b.Folder(filesFolder) + "/"
	w := newWriter(b)
	w.separator = ",\n"
	w.dst = append(w.dst, "{\n"...)
	w.envelope("schema.json#/$defs/index")
	w.next()
	w.key("index")
	w.dst = append(w.dst, '[')
	var files []format.File
	for c := range concepts(b) {
		e := b.Entries[len(files)]
		w.item(len(files))
		w.key("id")
		w.text(e.ID)
		w.member("term", e.Term.Value)
		w.member("hash", c.hash)
		w.dst = append(w.dst, '}')
		files = append(files, format.File{Name: folder + "terms/" + e.ID + ".json", Data: append(c.data, '\n')})
	}
	w.dst = append(w.dst, "\n]\n}\n"...)
	return append(files, format.File{Name: folder + "index.json", Data: w.dst}, format.File{Name: folder + "schema.json", Data: schema.Export()}), nil
}

// concept is an entry written.
type concept struct {
	data []byte
	hash string
}

const (
	share  = 64 // how many concepts are written with one buffer
	stride = 16 // how many shares are held at a time: a large book is never in memory twice
)

// concepts yields the concepts of a book, in its order, written on all cores.
func concepts(b *format.Book) iter.Seq[concept] {
	return func(yield func(concept) bool) {
		for entries := range slices.Chunk(b.Entries, share*stride) {
			list := make([]concept, len(entries))
			format.Each((len(list)+share-1)/share, func(n int) {
				w := newWriter(b)
				for i := n * share; i < min((n+1)*share, len(list)); i++ {
					w.dst = w.dst[:0]
					list[i].hash = w.concept(entries[i])
					list[i].data = bytes.Clone(w.dst)
				}
			})
			for _, c := range list {
				if !yield(c) {
					return
				}
			}
		}
	}
}

// envelope writes what is said of the book as a whole, but for its entries.
func (w *writer) envelope(schemaName string) {
	b := w.book
	if schemaName != "" {
		w.key("$schema")
		w.text(schemaName)
		w.next()
	}
	w.key("schema")
	w.dst = strconv.AppendInt(w.dst, schema.Major, 10)
	w.line("type", "lexicon")
	w.line("generator", b.Program)
	w.line("title", b.Title)
	if b.Subtitle != "" {
		w.line("subtitle", b.Subtitle)
	}
	if b.TitleLanguage != "" {
		w.line("title_language", b.TitleLanguage)
	}
	for i := range glossary.LexiconRecord.Fields {
		f := &glossary.LexiconRecord.Fields[i]
		switch {
		case slices.Contains(schema.LexiconOwn, f.Key) || slices.Contains(schema.LexiconElsewhere, f.Key) || !w.has(f, b.Lexicon) || w.untranslated(f, b.Lexicon):
		case f.Key == "date":
			w.line(f.Key, b.Date.Format("2006-01-02"))
		default:
			w.next()
			w.field(f, b.Lexicon)
		}
	}
	if b.Edition != nil {
		w.next()
		w.key("edition")
		w.dst = append(w.dst, `{"name":`...)
		w.text(b.Edition.Name)
		for i := range glossary.EditionRecord.Fields {
			if f := &glossary.EditionRecord.Fields[i]; !slices.Contains(schema.EditionOwn, f.Key) && w.has(f, b.Edition) && !w.untranslated(f, b.Edition) {
				w.dst = append(w.dst, ',')
				w.field(f, b.Edition)
			}
		}
		w.dst = append(w.dst, '}')
	}
	w.next()
	w.languages()
	w.line("collation", b.Lexicon.CollationStyle())
	w.next()
	w.field(&glossary.LexiconRecord.Fields[glossary.LexiconRecord.Lookup("domains")], b.Lexicon)
	w.next()
	w.key("count")
	w.dst = strconv.AppendInt(w.dst, int64(len(b.Entries)), 10)
	w.redirects()
	w.next()
	w.fold()
}

// untranslated reports whether a text was left in another language than the book's: it stands with its language under
// "texts".
func (w *writer) untranslated(f *glossary.Field, group any) bool {
	return f.Text != nil && w.book.LanguageOf(f.Text(group)) != ""
}

// languages tells what the languages of the book are called, and which way they are written; the book's own is the first.
func (w *writer) languages() {
	w.key("languages")
	w.dst = append(w.dst, '[')
	tags := []string{w.book.Language}
	for i := range w.book.Lexicon.Translations {
		tags = append(tags, w.book.Lexicon.Translations[i].Value)
	}
	for i, tag := range tags {
		w.comma(i)
		w.dst = append(w.dst, '{')
		w.key("tag")
		w.text(tag)
		w.member("direction", locale.Direction(tag))
		w.dst = append(w.dst, ',')
		w.key("names")
		w.dst = append(w.dst, '{')
		for j, in := range i18n.Languages {
			w.comma(j)
			w.key(in)
			w.text(i18n.For(in).LanguageName(tag))
		}
		w.dst = append(w.dst, "}}"...)
	}
	w.dst = append(w.dst, ']')
}

// redirects gives, for each id that a concept had, the id to go to now.
func (w *writer) redirects() {
	w.next()
	w.key("redirects")
	w.dst = append(w.dst, '{')
	n := 0
	for _, e := range w.book.Entries {
		for i := range e.Formerly {
			id := e.Formerly[i].Value
			again := slices.ContainsFunc(e.Formerly[:i], func(t glossary.Text) bool { return t.Value == id })
			if w.book.Redirects()[id] == e && !again {
				w.comma(n)
				n++
				w.key(id)
				w.text(e.ID)
			}
		}
	}
	w.dst = append(w.dst, '}')
}
