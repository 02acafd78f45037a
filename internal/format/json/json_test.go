package json_test

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/compile"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

var update = flag.Bool("update", false, "write the results into the golden files")

func build(t *testing.T, edition string) (*compile.Output, []byte) {
	t.Helper()
	torture := os.DirFS(filepath.Join("..", "..", "..", "cmd", "lexipoche", "testdata", "torture"))
	out, found, err := compile.Build(torture, compile.Options{Formats: []string{"json"}, Edition: edition, Program: "lexipoche test"})
	if err != nil || out == nil {
		t.Fatalf("%v %v", err, found)
	}
	return out, out.Files[0].Data
}

func TestGolden(t *testing.T) {
	for name, edition := range map[string]string{"torture.json": "", "torture-choix.json": "choix"} {
		_, got := build(t, edition)
		golden := filepath.Join("testdata", name)
		if *update {
			if err := os.WriteFile(golden, got, 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != string(want) {
			t.Errorf("%s: got:\n%s", name, got)
		}
	}
}

// Every value of every entry stands in the export under the key it has in the source, and nothing is null.
func TestHoldsEveryValue(t *testing.T) {
	out, data := build(t, "")
	var export struct {
		Schema    int
		Count     int
		Redirects map[string]string
		Entries   []map[string]any
	}
	if err := json.Unmarshal(data, &export); err != nil {
		t.Fatal(err)
	}
	if export.Schema != 1 || export.Count != len(export.Entries) || export.Count != len(out.Book.Entries) {
		t.Errorf("schema %d, count %d for %d entries", export.Schema, export.Count, len(export.Entries))
	}
	if export.Redirects["perluete"] != "esperluette" {
		t.Errorf("redirects %v", export.Redirects)
	}
	values := 0
	for i, e := range out.Book.Entries {
		object := export.Entries[i]
		if object["id"] != e.ID {
			t.Errorf("entry %d is %v, want %s", i, object["id"], e.ID)
		}
		texts := map[string]bool{}
		collect(t, object, texts)
		glossary.EntryRecord.Walk(e, func(f *glossary.Field, text *glossary.Text) {
			if f.Kind == glossary.EntryID {
				return // closed both ways, and within the book
			}
			values++
			if !texts[text.Value] {
				t.Errorf("%s: %s: %q is not in the export", e.ID, f.Key, text.Value)
			}
		})
	}
	if values < 100 {
		t.Errorf("only %d values looked for", values)
	}
}

// collect gathers the texts of a JSON value, keys included.
func collect(t *testing.T, v any, texts map[string]bool) {
	switch v := v.(type) {
	case nil:
		t.Error("null in the export")
	case string:
		texts[v] = true
	case bool:
		texts["true"] = texts["true"] || v
	case []any:
		for _, item := range v {
			collect(t, item, texts)
		}
	case map[string]any:
		for key, item := range v {
			texts[key] = true
			collect(t, item, texts)
		}
	}
}

// Each relation is told from both of its ends, and leads to entries of the book.
func TestRelationsAreClosed(t *testing.T) {
	other := map[string]string{
		"broader": "narrower", "narrower": "broader", "related": "related", "distinguish": "distinguish",
		"part_of": "parts", "parts": "part_of", "mentions": "mentioned_by", "mentioned_by": "mentions", "replaces": "replaced_by",
	}
	for edition, least := range map[string]int{"": 20, "choix": 4} {
		_, data := build(t, edition)
		var export struct{ Entries []map[string]any }
		if err := json.Unmarshal(data, &export); err != nil {
			t.Fatal(err)
		}
		byID := map[string]map[string]any{}
		for _, e := range export.Entries {
			byID[e["id"].(string)] = e
		}
		links := 0
		for id, e := range byID {
			for key, back := range other {
				list, _ := e[key].([]any)
				for _, to := range list {
					links++
					there := byID[to.(string)]
					ids, _ := there[back].([]any)
					if there == nil || !slices.Contains(ids, any(id)) && there[back] != id {
						t.Errorf("%q: %s: %s is %s, which does not lead back by %s", edition, id, key, to, back)
					}
				}
			}
			if to, ok := e["replaced_by"]; ok {
				links++
				if ids, _ := byID[to.(string)]["replaces"].([]any); !slices.Contains(ids, any(id)) {
					t.Errorf("%q: %s is replaced by %s, which does not say so", edition, id, to)
				}
			}
		}
		if links < least {
			t.Errorf("%q: only %d links", edition, links)
		}
	}
}

func TestIsTextThatAnyParserReads(t *testing.T) {
	_, data := build(t, "")
	if !utf8.Valid(data) || !json.Valid(data) {
		t.Error("not JSON in UTF-8")
	}
}

// A program that folds what is typed finds an entry by comparing it with its keys, which are told apart by what they are.
func TestSearchKeys(t *testing.T) {
	out, data := build(t, "")
	var export struct {
		Entries []struct{ Search map[string][]string }
	}
	if err := json.Unmarshal(data, &export); err != nil {
		t.Fatal(err)
	}
	for i, e := range out.Book.Entries {
		got := export.Entries[i].Search
		n := 0
		for _, f := range e.Forms(out.Book.Language) {
			n++
			if !slices.Contains(got[f.Rank.String()], f.Key) {
				t.Errorf("%s: %q is not among the keys %q", e.ID, f.Key, f.Rank)
			}
		}
		for rank, keys := range got {
			n -= len(keys)
			if len(keys) == 0 {
				t.Errorf("%s: %q is empty", e.ID, rank)
			}
		}
		if n != 0 || len(got["headword"]) == 0 {
			t.Errorf("%s: keys %v", e.ID, got)
		}
	}
}
