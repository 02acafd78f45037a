package glossary_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/sample"
	"github.com/lexipoche/lexipoche/internal/source"
)

// load reads a lexicon and sorts its entries as books do.
func load(t testing.TB, files fstest.MapFS) (*glossary.Glossary, []*glossary.Entry) {
	t.Helper()
	input, found, err := source.Load(files)
	if err != nil || found.HasErrors() {
		t.Fatalf("%v %v", err, found)
	}
	g := glossary.Link(input)
	collation := g.Lexicon.Collation()
	entries := slices.Clone(g.Entries)
	slices.SortStableFunc(entries, func(a, b *glossary.Entry) int {
		return strings.Compare(collation.Key(a.SortText()), collation.Key(b.SortText()))
	})
	return g, entries
}

// cases gives the lexicon of the cases that all searches share, and the cases.
func cases(t testing.TB) (fstest.MapFS, string) {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/search.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files, queries := fstest.MapFS{}, ""
	for _, f := range archive.Files {
		if f.Name == "queries" {
			queries = string(f.Data)
		} else {
			files[f.Name] = &fstest.MapFile{Data: f.Data}
		}
	}
	return files, queries
}

func TestFind(t *testing.T) {
	files, queries := cases(t)
	g, entries := load(t, files)
	index := glossary.NewIndex(g, entries)
	n := 0
	for line := range strings.Lines(queries) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		query, want, ok := strings.Cut(strings.TrimPrefix(line, "|"), "|:")
		if !ok {
			t.Fatalf("not a case: %s", line)
		}
		n++
		var got []string
		for _, hit := range index.Find(query) {
			got = append(got, hit.Entry.ID)
		}
		if !slices.Equal(got, strings.Fields(want)) {
			t.Errorf("%q gives %v, want %v", query, got, want)
		}
	}
	if n < 60 {
		t.Errorf("only %d cases", n)
	}
	for _, nothing := range []string{"", " ", "-", "\u200b"} {
		if hits := index.Find(nothing); hits != nil {
			t.Errorf("%q gives %v", nothing, hits)
		}
	}
}

// A hit tells which form led to it, and how.
func TestFindTellsWhy(t *testing.T) {
	files, _ := cases(t)
	g, entries := load(t, files)
	index := glossary.NewIndex(g, entries)
	for query, want := range map[string]string{
		"TIERSLIEUX":      "tiers-lieux headword exact of tiers-lieu, tiers-lieux",
		"beacon":          "beacon equivalent exact en avoid beacon",
		"becon":           "beacon equivalent mistyped en avoid beacon",
		"hubs":            "hubs discouraged exact avoid hub",
		"hub":             "hub discouraged exact avoid hub",
		"living":          "living lab discouraged beginning avoid living lab",
		"lab living":      "living lab discouraged words avoid living lab",
		"ving la":         "living lab discouraged inside avoid living lab",
		"coworking space": "coworking space equivalent exact en",
		"ancien-atelier":  "ancien-atelier discouraged exact",
	} {
		hits := index.Find(query)
		if len(hits) == 0 {
			t.Errorf("%q finds nothing", query)
			continue
		}
		f := hits[0].Form
		got := fmt.Sprintf("%s %s %s", f.Text, f.Rank, hits[0].How)
		if f.Language != "fr-CA" {
			got += " " + f.Language
		}
		if f.Avoid != nil {
			got += " avoid " + f.Avoid.Term.Value
		}
		if f.Of.Value != f.Text && f.Avoid == nil {
			got += " of " + f.Of.Value
		}
		if want, _, _ := strings.Cut(want, " of "); got != want {
			t.Errorf("%q: %s, want %s", query, got, want)
		}
	}
}

func TestNearestEntries(t *testing.T) {
	files, _ := cases(t)
	g, entries := load(t, files)
	index := glossary.NewIndex(g, entries)
	for query, want := range map[string]string{
		"bacoun":           "balise-de-proximite",           // two errors in a whole form
		"proximithay":      "balise-de-proximite",           // or in one of its words
		"un bacoun":        "balise-de-proximite",           // little words say nothing
		"cotrabajl":        "cotravail espace-de-cotravail", // a name before a word of a name
		"xylophoniquement": "",
		"":                 "",
	} {
		var got []string
		for _, hit := range index.Nearest(query, 5) {
			got = append(got, hit.Entry.ID)
		}
		if !slices.Equal(got, strings.Fields(want)) {
			t.Errorf("%q is near %v, want %v", query, got, want)
		}
	}
	if got := index.Nearest("cotrabajl", 1); len(got) != 1 {
		t.Errorf("asked for one, got %d", len(got))
	}
}

func tenThousand(b *testing.B) (*glossary.Glossary, []*glossary.Entry) {
	files := fstest.MapFS{}
	for name, data := range sample.Lexicon(10000) {
		files[name] = &fstest.MapFile{Data: data}
	}
	return load(b, files)
}

func BenchmarkForms(b *testing.B) {
	_, entries := tenThousand(b)
	b.ReportAllocs()
	for b.Loop() {
		n := 0
		for _, e := range entries {
			n += len(e.Forms("fr-CA"))
		}
		b.ReportMetric(float64(n), "forms")
	}
}

func BenchmarkFind(b *testing.B) {
	g, entries := tenThousand(b)
	index := glossary.NewIndex(g, entries)
	for name, query := range map[string]string{"exact": entries[5000].Term.Value, "letter": "b", "nothing": "xyzzyx lieu partagé"} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				index.Find(query)
			}
		})
	}
	b.Run("nearest", func(b *testing.B) {
		for b.Loop() {
			index.Nearest("xyzzyx lieu", 5)
		}
	})
}
