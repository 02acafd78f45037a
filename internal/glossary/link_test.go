package glossary

import (
	"slices"
	"testing"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/markdown"
)

// concept makes an entry as a reader would.
func concept(id string, edit func(*Entry)) *Entry {
	e := &Entry{ID: id, Term: text(id)}
	e.Path = "terms/" + id + ".yaml"
	if edit != nil {
		edit(e)
	}
	e.Values = Values(&EntryRecord, e)
	return e
}

func prose(s string) Text {
	return Text{Value: s, Doc: markdown.Inline(s), Span: diag.Span{Line: 5, Col: 13, EndLine: 5, EndCol: 99}}
}

func ids(list []*Entry) []string {
	var out []string
	for _, e := range list {
		out = append(out, e.ID)
	}
	return out
}

func TestRelationsAreKnownFromBothSides(t *testing.T) {
	g := Link(Input{Lexicon: &Lexicon{}, Entries: []*Entry{
		concept("atelier", func(e *Entry) {
			e.Broader = []Text{text("lieu"), text("absent"), text("lieu")}
			e.Related = []Text{text("etabli"), text("atelier")}
			e.Definition = prose("Lieu où l’on trouve un [[etabli]], un [[etabli|autre]] et l’[[atelier]].")
		}),
		concept("etabli", func(e *Entry) {
			e.PartOf = []Text{text("ancien-atelier")}
			e.Distinguish = []Text{text("table")}
			e.Related = []Text{text("atelier")}
		}),
		concept("lieu", nil),
		concept("rabot", func(e *Entry) {
			e.Status, e.ReplacedBy = text(Retired), text("etabli")
			e.Formerly = []Text{text("varlope"), text("lieu")}
		}),
		concept("table", func(e *Entry) { e.Formerly = []Text{text("varlope"), text("ancien-atelier")} }),
	}})

	for _, test := range []struct {
		id, relation string
		of           func(*Relations) []*Entry
		want         []string
	}{
		{"atelier", "broader", func(r *Relations) []*Entry { return r.Broader }, []string{"lieu"}},
		{"lieu", "narrower", func(r *Relations) []*Entry { return r.Narrower }, []string{"atelier"}},
		{"atelier", "related", func(r *Relations) []*Entry { return r.Related }, []string{"etabli"}},
		{"etabli", "related", func(r *Relations) []*Entry { return r.Related }, []string{"atelier"}},
		{"etabli", "part of, by a former id", func(r *Relations) []*Entry { return r.PartOf }, []string{"table"}},
		{"table", "parts", func(r *Relations) []*Entry { return r.Parts }, []string{"etabli"}},
		{"table", "distinguish", func(r *Relations) []*Entry { return r.Distinguish }, []string{"etabli"}},
		{"atelier", "mentions", func(r *Relations) []*Entry { return r.Mentions }, []string{"etabli"}},
		{"etabli", "mentioned by", func(r *Relations) []*Entry { return r.MentionedBy }, []string{"atelier"}},
		{"etabli", "replaces", func(r *Relations) []*Entry { return r.Replaces }, []string{"rabot"}},
		{"lieu", "related", func(r *Relations) []*Entry { return r.Related }, nil},
	} {
		if got := ids(test.of(g.Relations(g.Entry(test.id)))); !slices.Equal(got, test.want) {
			t.Errorf("%s: %s is %q, want %q", test.id, test.relation, got, test.want)
		}
	}
}

func TestFormerIDsLeadOn(t *testing.T) {
	g := Link(Input{Lexicon: &Lexicon{}, Entries: []*Entry{
		concept("a", func(e *Entry) { e.Formerly = []Text{text("vieux"), text("b")} }),
		concept("b", func(e *Entry) { e.Formerly = []Text{text("vieux")} }),
	}})
	if e := g.Entry("vieux"); e == nil || e.ID != "a" {
		t.Error("the first entry that had an id does not have it")
	}
	if e := g.Entry("b"); e == nil || e.ID != "b" {
		t.Error("a former id hides a living one")
	}
	if g.Entry("jamais") != nil {
		t.Error("an unknown id leads somewhere")
	}
	if n := len(g.Redirects()); n != 1 {
		t.Errorf("%d redirects", n)
	}
}

func TestReferencesHaveTheirPlace(t *testing.T) {
	e := concept("a", func(e *Entry) {
		e.Definition = prose("Voir [[b|là]].")
		e.Related = []Text{{Value: "c", Span: diag.Span{Line: 9, Col: 11, EndLine: 9, EndCol: 12}}}
	})
	var got []Reference
	for ref := range e.References() {
		got = append(got, ref)
	}
	if len(got) != 2 {
		t.Fatalf("%d references", len(got))
	}
	want := map[string]diag.Span{
		"b": {Line: 5, Col: 18, EndLine: 5, EndCol: 26},
		"c": {Line: 9, Col: 11, EndLine: 9, EndCol: 12},
	}
	for _, ref := range got {
		if ref.Span != want[ref.ID] {
			t.Errorf("%s is at %v, want %v", ref.ID, ref.Span, want[ref.ID])
		}
	}
}

// A much cited concept must not make linking slow: what it receives is never searched.
func BenchmarkLinkToOneHub(b *testing.B) {
	entries := []*Entry{concept("hub", nil)}
	for i := range 10000 {
		entries = append(entries, concept("c"+string(rune('a'+i%26))+string(rune('0'+i%10))+string(rune(0x4E00+i)), func(e *Entry) {
			e.Related = []Text{text("hub")}
		}))
	}
	in := Input{Lexicon: &Lexicon{}, Entries: entries}
	for b.Loop() {
		if g := Link(in); len(g.Relations(entries[0]).Related) != 10000 {
			b.Fatal("not linked")
		}
	}
}
