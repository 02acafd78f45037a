package text

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/format"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/i18n"
	"github.com/lexipoche/lexipoche/internal/source"
)

func torture(t *testing.T) *format.Book {
	t.Helper()
	input, found, err := source.Load(os.DirFS(filepath.Join("..", "..", "..", "cmd", "lexipoche", "testdata", "torture")))
	if err != nil || found.HasErrors() {
		t.Fatalf("%v %v", err, found)
	}
	g := glossary.Link(input)
	return format.New(format.Book{Glossary: g, Words: i18n.For("fr"), Language: g.Lexicon.Language.Value}, g.Select(nil), false)
}

func answer(b *format.Book, e *glossary.Entry, opt Options) string {
	f := e.Forms(b.Language)[0]
	return string(Answer(b, f.Text, []glossary.Hit{{Entry: e, Form: &f}}, opt))
}

// What a reader is told in a book is told in a terminal too, within its width.
func TestEntriesAreWholeAndFit(t *testing.T) {
	b := torture(t)
	flat := func(s string) string {
		return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\n' }), " ")
	}
	left := []string{"tags", "contributor", "identifier", "illustration", "created", "modified", "reviewed", "formerly", "sort", "autolink", "license"}
	values := 0
	for _, e := range b.Entries {
		for _, width := range []int{30, 60, 100} {
			for _, lang := range i18n.Languages {
				text := answer(b, e, Options{Words: i18n.For(lang), Width: width})
				for line := range strings.Lines(text) {
					line = strings.TrimSuffix(line, "\n")
					if utf8.RuneCountInString(line) > width && strings.Contains(strings.TrimLeft(strings.TrimLeft(line, " "), "-–0123456789. "), " ") {
						t.Errorf("%s: a line of %d columns for %d: %s", e.ID, utf8.RuneCountInString(line), width, line)
					}
					if strings.ContainsFunc(line, unicode.IsControl) || strings.HasSuffix(line, " ") {
						t.Errorf("%s: %q", e.ID, line)
					}
				}
				if strings.Contains(text, "\n\n\n") || strings.Contains(text, "‹") {
					t.Errorf("%s: a hole, or words that are missing:\n%s", e.ID, text)
				}
				text = flat(text)
				glossary.EntryRecord.Groups(e, func(r *glossary.Record, group any) {
					for i := range r.Fields {
						f := &r.Fields[i]
						if f.Text == nil || f.Kind == glossary.Choice || f.Kind == glossary.EntryID || f.Kind == glossary.Date || f.Kind == glossary.EDTF ||
							f.Kind == glossary.Region || f.Kind == glossary.Boolean || f.Kind == glossary.Language || slices.Contains(left, f.Key) || slices.Contains(left, r.Name) {
							continue
						}
						value := f.Text(group)
						if value.IsZero() || value.Doc != nil && value.Doc.Plain() != value.Value {
							continue
						}
						values++
						if !strings.Contains(text, visible(flat(value.Value))) {
							t.Errorf("%s: %s %q is not shown in\n%s", e.ID, f.Key, value.Value, text)
						}
					}
				})
			}
		}
	}
	if values < 300 {
		t.Errorf("only %d values looked for", values)
	}
}

// visible gives a text as a line of an answer shows it.
func visible(s string) string {
	var parts []string
	for _, w := range split(nil, s) {
		parts = append(parts, w.text)
	}
	return strings.Join(parts, " ")
}

func TestBoldIsForHeadwordsOnly(t *testing.T) {
	b := torture(t)
	e := b.Entry("ecran")
	plain := answer(b, e, Options{Words: i18n.For("fr"), Width: 80})
	bold := answer(b, e, Options{Words: i18n.For("fr"), Width: 80, Bold: true})
	if strings.Contains(plain, "\x1b") || !strings.HasPrefix(bold, "\x1b[1m"+strings.Fields(e.Term.Value)[0]) {
		t.Errorf("%.80q, %.80q", plain, bold)
	}
	if got := strings.NewReplacer("\x1b[1m", "", "\x1b[0m", "").Replace(bold); got != plain {
		t.Error("bold changes more than the weight")
	}
}

func TestLinesBreakAtOrdinarySpaces(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"un deux trois quatre", "  un deux\n    trois\n    quatre\n"},
		{"il dit\u00a0: «\u00a0oui\u00a0»", "  il dit\u00a0:\n    «\u00a0oui\u00a0»\n"},
		{"anticonstitutionnellement dit", "  anticonstitutionnellement\n    dit\n"},
		{"進行役 進行 a", "  進行役\n    進行 a\n"},                                // twice as wide
		{"e\u0301e\u0301e\u0301 abcd", "  e\u0301e\u0301e\u0301 abcd\n"}, // marks fill nothing
		{"\x1b[1m", "  <U+001B>[1m\n"},
		{"", "\n"},
	} {
		p := printer{Options: Options{Width: 10}}
		if p.paragraph(2, 4, "", test.text); string(p.dst) != test.want {
			t.Errorf("%q: %q, want %q", test.text, p.dst, test.want)
		}
	}
}

func TestOthersAreNamedUpToTen(t *testing.T) {
	b := torture(t)
	found := []glossary.Hit{}
	for range 4 {
		for _, e := range b.Entries {
			found = append(found, glossary.Hit{Entry: e, Form: &e.Forms("fr")[0], How: glossary.Words})
		}
	}
	got := string(Answer(b, "mot", found, Options{Words: i18n.For("fr"), Width: 1000}))
	_, others, _ := strings.Cut(got, "On trouve aussi")
	if n := strings.Count(others, "\n"); n != 12 || len(found) < 20 {
		t.Errorf("%d lines for %d entries:\n%s", n, len(found), others)
	}
}
