package html

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/lexipoche/lexipoche/internal/format"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
)

// data is what the page's script knows besides the page itself.
type data struct {
	// Keys are those of each entry, in the order of the page, in groups: a group is a string of keys, a line each.
	Keys [][]string `json:"keys"`
	// What is said of the results, {q} standing for the query and {n} for their number.
	None string `json:"none"`
	One  string `json:"one"`
	Many string `json:"many"`
}

// dataOf gives the data as JSON in which nothing can pass for a tag.
func dataOf(b *format.Book) ([]byte, error) {
	d := data{
		Keys: make([][]string, 0, len(b.Entries)),
		None: b.Words.Text("search.none", map[string]any{"q": "{q}"}),
		One:  b.Words.Count("search.count", 1),
		Many: b.Words.Text("search.count", map[string]any{"n": "{n}"}),
	}
	for i := range b.Sections {
		for _, e := range b.Sections[i].Entries {
			d.Keys = append(d.Keys, keys(e))
		}
	}
	return json.Marshal(d) // which escapes <, > and & by itself
}

// The groups of an entry's keys, by what led to it.
const (
	headword    = iota // the headword and its forms
	admitted           // terms that may be used in its place
	equivalent         // what other languages call it
	discouraged        // terms to avoid, and the ids it had
	groups
)

// keys gives what an entry is found by: all that names it, folded, each once, under the best of its titles.
func keys(e *glossary.Entry) []string {
	var f finder
	f.add(headword, &e.Term)
	f.add(headword, &e.Feminine)
	f.add(headword, &e.Plural)
	for i := range e.Synonyms {
		if e.Synonyms[i].Advised() {
			f.designation(admitted, &e.Synonyms[i])
		}
	}
	for i := range e.Translations {
		t := &e.Translations[i]
		f.add(equivalent, &t.Term)
		f.add(equivalent, &t.Plural)
		for j := range t.Synonyms {
			f.designation(equivalent, &t.Synonyms[j])
		}
	}
	for i := range e.Synonyms {
		if !e.Synonyms[i].Advised() {
			f.designation(discouraged, &e.Synonyms[i])
		}
	}
	for i := range e.Formerly {
		f.add(discouraged, &e.Formerly[i])
	}
	list := make([]string, 0, groups)
	for _, group := range f.groups {
		list = append(list, strings.Join(group, "\n"))
	}
	for len(list) > 0 && list[len(list)-1] == "" {
		list = list[:len(list)-1]
	}
	return list
}

// finder gathers the keys of an entry.
type finder struct {
	groups [groups][]string
	known  []string
}

func (f *finder) designation(group int, d *glossary.Designation) {
	f.add(group, &d.Term)
	f.add(group, &d.Plural)
}

// add takes a text as it is written, and as it is read when it is in the shorthand of inclusive writing.
func (f *finder) add(group int, t *glossary.Text) {
	f.key(group, t.Value)
	if forms := locale.Forms(t.Value); len(forms) > 1 {
		for _, form := range forms {
			f.key(group, form)
		}
	}
}

func (f *finder) key(group int, text string) {
	if key := locale.Fold(text); key != "" && !slices.Contains(f.known, key) {
		f.known = append(f.known, key)
		f.groups[group] = append(f.groups[group], key)
	}
}
