package html

import (
	"encoding/json"
	"strings"

	"github.com/lexipoche/lexipoche/internal/format"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/markup"
	"github.com/lexipoche/lexipoche/internal/web"
)

// data is what the page's script knows besides the page itself. Its lists have an item for each entry, in the order of the
// page.
type data struct {
	web.Keys
	// Domains are those of each entry, and Levels its level: values of the filters.
	Domains []string `json:"domains"` // ids, with a space between two
	Levels  []string `json:"levels"`
	// Citation is what is copied of an entry, around its headword and its id.
	Citation citation `json:"citation"`
	// Shelf is the name under which the browser keeps what was read.
	Shelf string `json:"shelf"`
	// Words are what the script says; what stands in braces is a value.
	Words map[string]string `json:"words"`
}

type citation struct {
	Term  string `json:"term"`           // « {term} »,
	Title string `json:"title"`          // in italics where there are
	Rest  string `json:"rest"`           // version, date, publisher, licence
	Link  string `json:"link,omitempty"` // an address that only lacks the id; empty when the lexicon has no home
}

// dataOf gives the data as JSON in which nothing can pass for a tag.
func dataOf(b *format.Book) ([]byte, error) {
	d := data{Citation: citationOf(b), Shelf: "lexipoche " + b.ID, Words: wordsOf(b)}
	var entries []*glossary.Entry
	for i := range b.Sections {
		entries = append(entries, b.Sections[i].Entries...)
	}
	d.Keys = web.KeysOf(entries, b.Language)
	for _, e := range entries {
		ids := make([]string, len(e.Domains))
		for i := range e.Domains {
			ids[i] = e.Domains[i].Value
		}
		d.Domains = append(d.Domains, strings.Join(ids, " "))
		d.Levels = append(d.Levels, e.Level.Value)
	}
	return json.Marshal(d) // which escapes <, > and & by itself
}

func citationOf(b *format.Book) citation {
	l := b.Lexicon
	c := citation{Term: b.Words.Text("page.cited-term", map[string]any{"term": "{term}"}), Title: b.Title}
	add := func(text string) {
		if text != "" {
			c.Rest += ", " + text
		}
	}
	if v := l.Version.Value; v != "" {
		add(b.Words.Text("page.cited-version", map[string]any{"version": v}))
	}
	if !b.Date.IsZero() {
		add(b.Words.Date(b.Date.Year(), int(b.Date.Month()), b.Date.Day()))
	}
	add(l.Publisher.Value)
	license, _ := markup.LicenseName(l.License.Value)
	add(license)
	if home := l.Homepage.Value; home != "" && markup.SafeURL(home) {
		home, _, _ = strings.Cut(home, "#")
		c.Link = home + "#"
	}
	return c
}

// wordsOf gives the words of the script.
func wordsOf(b *format.Book) map[string]string {
	words := web.Words(b.Words)
	for _, id := range []string{"page.cite", "page.cited", "page.not-cited", "page.link", "page.forgotten", "page.filter"} {
		words[id] = b.Words.Label(id)
	}
	for id, value := range map[string]string{"page.cite-term": "term", "page.link-term": "term", "page.filtered": "filters"} {
		words[id] = b.Words.Text(id, map[string]any{value: "{" + value + "}"})
	}
	words["page.shown.one"] = b.Words.Count("page.shown", 1)
	words["page.shown.many"] = b.Words.Text("page.shown", map[string]any{"n": "{n}"})
	words["page.shown.none"] = b.Words.Label("page.shown-none")
	return words
}
