package format

import (
	"slices"
	"testing"

	"github.com/lexipoche/lexipoche/internal/glossary"
)

func TestNews(t *testing.T) {
	text := func(s string) glossary.Text { return glossary.Text{Value: s} }
	entry := func(id, created, modified, status string) *glossary.Entry {
		return &glossary.Entry{ID: id, Term: text(id), Created: text(created), Modified: text(modified), Status: text(status)}
	}
	entries := []*glossary.Entry{
		entry("old", "2026-01-01", "2026-05-31", ""),
		entry("same-day", "2026-06-01", "2026-06-01", ""), // was in the version of that day
		entry("new", "2026-06-02", "", "proposed"),
		entry("new-and-revised", "2026-06-02", "2026-07-01", ""),
		entry("revised", "2026-01-01", "2026-07-01", ""),
		entry("revised-of-old", "", "2026-07-01", ""),
		entry("undated", "", "", ""),
		entry("withdrawn", "2026-01-01", "2026-07-01", glossary.Retired),
		entry("withdrawn-before", "2026-01-01", "2026-02-01", glossary.Retired),
		entry("undated-withdrawn", "", "", glossary.Retired),
		entry("came-and-went", "2026-06-02", "2026-07-01", glossary.Retired),
	}
	lexicon := &glossary.Lexicon{}
	b := New(Book{Glossary: glossary.Link(glossary.Input{Lexicon: lexicon, Entries: entries})}, entries, false)
	if news := b.News(); !news.IsZero() {
		t.Errorf("a first version has news: %v", news)
	}
	lexicon.Previous = &glossary.Previous{Date: text("2026-06-01")}
	news := b.News()
	for _, test := range []struct {
		what string
		got  []*glossary.Entry
		want []string
	}{
		{"new", news.New, []string{"new", "new-and-revised"}},
		{"revised", news.Revised, []string{"revised", "revised-of-old"}},
		{"withdrawn", news.Withdrawn, []string{"withdrawn"}},
	} {
		var got []string
		for _, e := range test.got {
			got = append(got, e.ID)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q", test.what, got, test.want)
		}
	}
}
