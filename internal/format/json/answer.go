package json

import (
	"strings"

	"github.com/lexipoche/lexipoche/internal/format"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

// Answer writes what was found for a query in a book, as one JSON object: the entries that answer it, each as in the
// export with what led to it besides, and the entries whose names come near.
func Answer(b *format.Book, query string, found, near []glossary.Hit) []byte {
	w := newWriter(b)
	w.dst = append(w.dst, '{')
	w.key("query")
	w.text(strings.ToValidUTF8(query, "\uFFFD"))
	w.dst = append(w.dst, ',')
	w.key("results")
	w.dst = append(w.dst, '[')
	for i, h := range found {
		w.item(i)
		w.key("match")
		w.dst = append(w.dst, '{')
		w.key("form")
		w.text(h.Form.Text)
		w.member("language", h.Form.Language)
		w.member("rank", h.Form.Rank.String())
		w.member("how", h.How.String())
		if h.Form.Avoid != nil {
			w.member("avoid", h.Form.Avoid.Term.Value)
		}
		w.dst = append(w.dst, "},"...)
		w.members(h.Entry)
		w.dst = append(w.dst, '}')
	}
	w.dst = append(w.dst, "],"...)
	w.key("nearest")
	w.dst = append(w.dst, '[')
	for i, h := range near {
		w.item(i)
		w.key("id")
		w.text(h.Entry.ID)
		w.member("term", h.Entry.Term.Value)
		w.member("form", h.Form.Text)
		w.dst = append(w.dst, '}')
	}
	return append(w.dst, "]}\n"...)
}

// item opens the i-th object of a list, on a line of its own.
func (w *writer) item(i int) {
	if i > 0 {
		w.dst = append(w.dst, ',')
	}
	w.dst = append(w.dst, "\n{"...)
}
