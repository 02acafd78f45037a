package epub

import (
	"slices"
	"strings"
	"testing"

	"github.com/lexipoche/lexipoche/internal/glossary"
)

// sinceJune is a lexicon of terms that came, were revised and were withdrawn since its version of June.
func sinceJune(t *testing.T, head string) glossary.Input {
	return named(t, head+oneDomain, map[string]string{
		"zone":     "domains: [a]\ncreated: 2026-06-02\n",
		"école":    "domains: [a]\ncreated: 2026-06-02\n",
		"atelier":  "domains: [a]\ncreated: 2026-01-01\nmodified: 2026-07-01\n",
		"fabrique": "domains: [a]\ncreated: 2026-01-01\nmodified: 2026-07-01\nstatus: retired\nreplaced_by: atelier\n",
		"mot":      "domains: [a]\ncreated: 2026-01-01\nmodified: 2026-05-01\n",
	})
}

func TestNews(t *testing.T) {
	in := sinceJune(t, "previous: {version: \"0 & 1\", date: 2026-06-01}\nnews: Plus de mots, dont [[zone]].\n")
	files, _ := members(t, write1(t, bookOf(in, nil)))
	page := files["EPUB/xhtml/news.xhtml"]
	same(t, "news", listed(t, page), []string{
		"#Nouveaux termes (2 termes)", "école", "zone", "#Termes revus (1 terme)", "atelier", "#Termes retirés (1 terme)", "fabrique → atelier",
	})
	for _, want := range []string{
		`<p>Plus de mots, dont <a href="letter-z.xhtml#zone">zone</a>.</p>`,
		`<p class="since">Depuis la version 0 &amp; 1 (1er juin 2026)</p>`,
		`<li><a href="letter-f.xhtml#fabrique">fabrique</a> → <a href="letter-a.xhtml#atelier">atelier</a></li>`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("no %s", want)
		}
	}
	if want := `<a href="xhtml/news.xhtml">Nouveautés de cette version</a>`; !strings.Contains(files["EPUB/nav.xhtml"], want) {
		t.Errorf("the contents have no %s", want)
	}

	in.Editions = []*glossary.Edition{{Name: "x", Title: glossary.Text{Value: "X"}, Select: &glossary.Selection{IDs: []glossary.Text{{Value: "zone"}, {Value: "fabrique"}}}}}
	files, _ = members(t, write1(t, bookOf(in, in.Editions[0])))
	same(t, "of an edition", listed(t, files["EPUB/xhtml/news.xhtml"]), []string{
		"#Nouveaux termes (1 terme)", "zone", "#Termes retirés (1 terme)", "fabrique → atelier",
	})
}

func TestNewsSaysWhatIsKnown(t *testing.T) {
	for head, want := range map[string]string{
		"":                               "",
		"previous: {date: 2026-11-01}\n": "",
		"previous: {date: 2026-06-01}\n": `<p class="since">Depuis le 1er juin 2026</p>`,
		"news: Voici.\n":                 "<p>Voici.</p>\n</div>\n</section>",
		"previous: {version: \"0\", date: 2026-11-01}\nnews: Voici.\n": "<p>Voici.</p>\n</div>\n</section>",
	} {
		files, _ := members(t, write1(t, bookOf(sinceJune(t, head), nil)))
		page, made := files["EPUB/xhtml/news.xhtml"]
		if made != (want != "") || !strings.Contains(page, want) {
			t.Errorf("%q gives %s", head, page)
		}
	}
}

// In a language that the program does not speak, its words are marked as those of another one; from the right, arrows point
// left.
func TestNewsInAnotherLanguage(t *testing.T) {
	in := small(t, "ar", "كلمة", "لفظة")
	in.Lexicon.Previous = &glossary.Previous{Version: glossary.Text{Value: "1"}, Date: glossary.Text{Value: "2026-06-01"}}
	old := in.Entries[0]
	old.Modified.Value, old.Status.Value, old.ReplacedBy.Value = "2026-07-01", glossary.Retired, in.Entries[1].ID
	files, _ := members(t, write1(t, bookOf(in, nil)))
	for _, want := range []string{
		`<p class="since"><span lang="en" xml:lang="en" dir="ltr">Since version 1 (June 1, 2026)</span></p>`,
		`كلمة</a> ← <a href`, `<h2><span lang="en" xml:lang="en" dir="ltr">Withdrawn terms</span> `,
	} {
		if !strings.Contains(files["EPUB/xhtml/news.xhtml"], want) {
			t.Errorf("no %s in %s", want, files["EPUB/xhtml/news.xhtml"])
		}
	}
}

// A first version that says that everything is new would be longer than a file may be.
func TestLongNews(t *testing.T) {
	b := large(t, 5000)
	b.Lexicon.Previous = &glossary.Previous{Date: glossary.Text{Value: "2026-06-01"}}
	for _, e := range b.Entries {
		e.Created.Value = "2026-06-02"
	}
	p, err := plan(b)
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(p.pages, func(p page) bool { return p.name == "news--2.xhtml" })
	if at < 0 {
		t.Fatal("there is no second file")
	}
	if rest := string(p.pages[at].body); !strings.Contains(rest, "Nouveaux termes") || strings.Contains(rest, "Depuis le") {
		t.Errorf("the second file is %.300s", rest)
	}
}
