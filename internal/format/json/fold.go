package json

import (
	"strings"
	"unicode"

	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
)

// fold writes a table by which a program folds a query as the keys of the search are, knowing nothing of Unicode: each
// character that the table has is replaced by what it says, the others stay. The table holds the characters of the scripts
// that the book's words are in, the signs that people type among them, and the marks that a keyboard may leave apart from
// their letters. See [locale.Fold].
func (w *writer) fold() {
	w.key("fold")
	w.dst = append(w.dst, '{')
	n := 0
	for r := range typed(w.scripts()) {
		c := string(r)
		// Alone, a space is trimmed and an apostrophe opens no word: between two letters they show what becomes of them.
		folded := locale.Fold("x" + c + "x")
		folded = strings.TrimSuffix(strings.TrimPrefix(folded, "x"), "x")
		if folded == c {
			continue
		}
		w.comma(n)
		n++
		w.key(c)
		w.text(folded)
	}
	w.dst = append(w.dst, '}')
}

// scripts gives the scripts of the names of the book's concepts, by the names of Unicode, besides Latin, which any keyboard has.
func (w *writer) scripts() []string {
	used := map[string]bool{"Latin": true}
	seen := map[rune]bool{}
	for _, e := range w.book.Entries {
		glossary.EntryRecord.Walk(e, func(f *glossary.Field, t *glossary.Text) {
			if f.Key != "term" && f.Key != "feminine" && f.Key != "plural" {
				return
			}
			for _, r := range t.Value {
				if r >= 0x80 && !seen[r] {
					seen[r] = true
					for name, table := range unicode.Scripts {
						if unicode.Is(table, r) {
							used[name] = true
						}
					}
				}
			}
		})
	}
	var list []string
	for name := range used {
		list = append(list, name)
	}
	return list
}

// typed yields, in their order, the characters of some scripts in the basic plane, with the marks, spaces and signs that
// belong to all of them.
func typed(scripts []string) func(yield func(r rune) bool) {
	tables := []*unicode.RangeTable{unicode.Inherited}
	for _, name := range scripts {
		tables = append(tables, unicode.Scripts[name])
	}
	return func(yield func(r rune) bool) {
		for r := rune(0); r <= 0xFFFF; r++ {
			if unicode.In(r, tables...) || unicode.Is(unicode.Common, r) && (unicode.IsSpace(r) || unicode.IsPunct(r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.No, r)) {
				if !yield(r) {
					return
				}
			}
		}
	}
}
