package html

import (
	"encoding/json"

	"github.com/lexipoche/lexipoche/internal/format"
	"github.com/lexipoche/lexipoche/internal/web"
)

// data is what the page's script knows besides the page itself.
type data struct {
	// Keys are those of each entry, in the order of the page: for each rank, a string of keys, a line each. What follows
	// a key after a tab is the term to avoid that it is a form of.
	Keys [][]string `json:"keys"`
	// What is said of the results: {q} stands for the query and {n} for their number.
	None string `json:"none"`
	One  string `json:"one"`
	Many string `json:"many"`
	// What is said of a result found by a term to avoid, {form}; {term} stands for its headword.
	See string `json:"see"`
}

// dataOf gives the data as JSON in which nothing can pass for a tag.
func dataOf(b *format.Book) ([]byte, error) {
	d := data{
		Keys: make([][]string, 0, len(b.Entries)),
		None: b.Words.Text("search.none", map[string]any{"q": "{q}"}),
		One:  b.Words.Count("search.count", 1),
		Many: b.Words.Text("search.count", map[string]any{"n": "{n}"}),
		See:  b.Words.Text("search.see", map[string]any{"form": "{form}", "term": "{term}"}),
	}
	for i := range b.Sections {
		for _, e := range b.Sections[i].Entries {
			d.Keys = append(d.Keys, web.Keys(e.Forms(b.Language)))
		}
	}
	return json.Marshal(d) // which escapes <, > and & by itself
}
