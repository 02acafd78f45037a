package glossary

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/lexipoche/lexipoche/internal/locale"
	"github.com/lexipoche/lexipoche/internal/markdown"
)

// wordList reads lines "headword; key=value; key": enough of an entry to be linked to.
func wordList(t *testing.T, lines string) []*Entry {
	t.Helper()
	var entries []*Entry
	byTerm := map[string]*Entry{}
	for line := range strings.Lines(lines) {
		parts := strings.Split(strings.TrimSpace(line), "; ")
		if parts[0] == "" {
			continue
		}
		e := &Entry{ID: strings.ReplaceAll(locale.Fold(parts[0]), " ", "-"), Term: Text{Value: parts[0]}, POS: Text{Value: "noun"}}
		byTerm[parts[0]] = e
		for _, part := range parts[1:] {
			key, value, _ := strings.Cut(part, "=")
			switch text := (Text{Value: value}); key {
			case "both":
				e.Gender.Value = "both"
			case "plural":
				e.Plural = text
			case "number":
				e.Number = text
			case "autolink":
				e.Autolink = text
			case "related":
				e.Related = append(e.Related, Text{Value: strings.ReplaceAll(locale.Fold(value), " ", "-")})
			case "synonym":
				e.Synonyms = append(e.Synonyms, Designation{Term: text})
			case "contextual", "discouraged":
				e.Synonyms = append(e.Synonyms, Designation{Term: text, Status: Text{Value: key}})
			case "acronym", "short":
				e.Synonyms = append(e.Synonyms, Designation{Term: text, Kind: Text{Value: key}})
			case "definition":
				e.Definition = Text{Value: value, Doc: markdown.Inline(value)}
			case "note":
				e.Notes = append(e.Notes, Text{Value: value, Doc: markdown.Inline(value)})
			default:
				t.Fatalf("unknown key %q", key)
			}
		}
		e.Values = Values(&EntryRecord, e)
		entries = append(entries, e)
	}
	return entries
}

// marked shows the links of a text as ⟦…⟧.
func marked(g *Glossary, text *Text) string {
	var b strings.Builder
	links := g.Autolinks(text)
	var walk func(nodes []markdown.Node)
	walk = func(nodes []markdown.Node) {
		for i := range nodes {
			n := &nodes[i]
			done := 0
			for len(links) > 0 && links[0].Node == n {
				l := links[0]
				links = links[1:]
				b.WriteString(n.Text[done:l.Start] + "⟦" + n.Text[l.Start:l.End] + "⟧")
				done = l.End
			}
			if n.Kind == markdown.Reference {
				b.WriteString("[]")
			} else {
				b.WriteString(n.Text[done:])
			}
			walk(n.Children)
		}
	}
	walk(text.Doc.Nodes)
	return b.String()
}

var unmark = strings.NewReplacer("⟦", "", "⟧", "")

// The measure of linking: on texts of the kind that lexicons go with, every link wanted is made and none of the known
// traps is fallen into.
func TestAutolinkMeasure(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/usage.txtar")
	if err != nil {
		t.Fatal(err)
	}
	in := Input{Lexicon: &Lexicon{Language: Text{Value: "fr-CA"}}}
	var traps, wants []string
	for _, f := range archive.Files {
		data := string(f.Data)
		switch f.Name {
		case "words":
			in.Entries = wordList(t, data)
		case "names":
			for name := range strings.SplitSeq(strings.TrimSpace(data), "\n") {
				in.Lexicon.ProtectedNames = append(in.Lexicon.ProtectedNames, Text{Value: name})
			}
		case "traps":
			for line := range strings.SplitSeq(strings.TrimSpace(data), "\n") {
				_, trap, _ := strings.Cut(line, ": ")
				traps = append(traps, trap)
			}
		case "text":
			want := strings.Join(strings.Fields(data), " ")
			wants = append(wants, want)
			text := unmark.Replace(want)
			in.Editions = append(in.Editions, &Edition{Preface: Text{Value: text, Doc: markdown.Blocks(text)}})
		}
	}
	g := Link(in)
	links := 0
	everything := ""
	for i, ed := range g.Editions {
		got := marked(g, &ed.Preface)
		links += strings.Count(got, "⟦")
		everything += got + "\n"
		if got != wants[i] {
			t.Errorf("got:\n%s\nwant:\n%s", got, wants[i])
		}
	}
	if links < 85 {
		t.Errorf("%d links, at least 85 wanted", links)
	}
	if len(traps) != 21 {
		t.Errorf("%d traps, 21 wanted", len(traps))
	}
	for _, trap := range traps {
		if !strings.Contains(unmark.Replace(everything), trap) {
			t.Errorf("no text holds the trap %q", trap)
		} else if !strings.Contains(strings.ReplaceAll(everything, "⟧7", "7"), trap) {
			t.Errorf("something is linked in %q", trap)
		}
	}
}

func TestAutolinkRules(t *testing.T) {
	for name, c := range map[string]struct{ words, want string }{
		"not to itself, nor twice": {
			"lieu; definition=Un lieu et un outil, puis un outil.\noutil",
			"Un lieu et un ⟦outil⟧, puis un outil.",
		},
		"not where the author links by a mark": {
			"lieu; definition=Un outil, voir [[outil|celui-ci]].\noutil",
			"Un outil, voir [].",
		},
		"not in links": {
			"lieu; definition=Voir [un outil](https://example.org).\noutil",
			"Voir un outil.",
		},
		"in emphasis": {"lieu; definition=Un *outil* neuf.\noutil", "Un ⟦outil⟧ neuf."},
		"the longest": {"lieu; definition=Un outil de travail libre.\noutil\noutil de travail\ntravail libre", "Un ⟦outil de travail⟧ libre."},
		"homographs are not guessed": {
			"lieu; definition=Une page et un outil.\npage\npage (2)\noutil; synonym=page",
			"Une page et un ⟦outil⟧.",
		},
		"unless one is never linked": {
			"lieu; definition=Une page.\npage; autolink=no\npage (2)",
			"Une ⟦page⟧.",
		},
		"cautious words between related concepts only": {
			"lieu; definition=Une veille, une page, un outil.; related=veille\nveille; autolink=cautious\npage; autolink=cautious\noutil; autolink=no",
			"Une ⟦veille⟧, une page, un outil.",
		},
		"a cautious word still takes its place": {
			"lieu; definition=Une veille libre.\nveille libre; autolink=cautious\nveille",
			"Une veille libre.",
		},
		"synonyms of one word are cautious, signs and short forms are not": {
			"lieu; definition=Un truc, une RA, un codév, une réalité enrichie.\nréalité augmentée; acronym=RA; synonym=truc; synonym=réalité enrichie\ncodéveloppement; short=codév",
			"Un truc, une ⟦RA⟧, un ⟦codév⟧, une réalité enrichie.",
		},
		"forms to avoid lead nowhere": {
			"lieu; definition=Un hub, un machin.\npôle; discouraged=hub; contextual=machin",
			"Un hub, un machin.",
		},
		"case": {
			"lieu; definition=Outil. OUTIL. ra. Ra. La RA.\noutil\nréalité augmentée; acronym=RA",
			"⟦Outil⟧. OUTIL. ra. Ra. La ⟦RA⟧.",
		},
		"short words that are no signs": {"lieu; definition=Un as, un bit.\nas\nbit", "Un as, un ⟦bit⟧."},
		"inflections": {
			"lieu; definition=Des canaux, une animatrice, des œuvres libres.\ncanal\nanimateur; both\nœuvre libre",
			"Des ⟦canaux⟧, une ⟦animatrice⟧, des ⟦œuvres libres⟧.",
		},
		"quoted words in French, not in English": {
			"lieu; definition=Dire “the outil of the year” ou « the table », et « une table ».\noutil\ntable",
			"Dire “the outil of the year” ou « the table », et « une ⟦table⟧ ».",
		},
	} {
		t.Run(name, func(t *testing.T) {
			g := Link(Input{Lexicon: &Lexicon{Language: Text{Value: "fr"}}, Entries: wordList(t, strings.ReplaceAll(c.words, "page (2)", "page"))})
			if got := marked(g, &g.Entries[0].Definition); got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

// A concept is linked once in an entry, whichever of its texts names it first.
func TestAutolinkOnceInAnEntry(t *testing.T) {
	g := Link(Input{Lexicon: &Lexicon{Language: Text{Value: "fr"}}, Entries: wordList(t, "lieu; definition=Un outil.; note=Cet outil, cette table.; note=Une table.\noutil\ntable")})
	var got []string
	e := g.Entries[0]
	for _, text := range []*Text{&e.Definition, &e.Notes[0], &e.Notes[1]} {
		got = append(got, marked(g, text))
	}
	if want := []string{"Un ⟦outil⟧.", "Cet outil, cette ⟦table⟧.", "Une table."}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
