package epub

import (
	"slices"
	"strings"
	"testing"
)

func TestBibliography(t *testing.T) {
	const study = `{type: quotation, authors: [Zoé Roy], title: Étude, url: "https://example.org/a", page: "3", accessed: 2026-01-02}`
	in := named(t, oneDomain, map[string]string{
		"atelier": "domains: [a]\nsources:\n  - " + study + "\n  - {type: consulted, title: Zen, language: en, date: 2019}\n",
		"écran": "domains: [a]\nexamples: [{text: Exemple., source: " + study + "}]\n" +
			`sources: [{type: adapted, authors: [Zoé Roy], title: Étude, url: "https://example.org/a", accessed: 2026-03-04, license: CC-BY-4.0}]` + "\n",
		"mot": "domains: [a]\nsources: [{type: consulted, authors: [Zoé Roy], title: Ébauche}, {type: consulted, work: Atlas, publisher: Presses}]\n",
	})
	files, _ := members(t, write1(t, bookOf(in, nil)))
	page := files["EPUB/xhtml/sources.xhtml"]
	same(t, "sources", listed(t, page), []string{
		"Atlas, Presses Cité dans : mot",
		"« Zen », 2019 Cité dans : atelier",
		"Zoé Roy, « Ébauche » Cité dans : mot",
		"Zoé Roy, « Étude », CC BY 4.0 [consulté le 4 mars 2026] Cité dans : atelier, écran",
	})
	for _, want := range []string{
		`<section epub:type="bibliography" role="doc-bibliography" class="bibliography" aria-labelledby="_sources">`,
		`<a href="https://example.org/a">Étude</a>`, `<span lang="en" xml:lang="en">Zen</span>`, `<a href="letter-e.xhtml#ecran">écran</a>`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("no %s", want)
		}
	}
	if !strings.Contains(files["EPUB/nav.xhtml"], `<a href="xhtml/sources.xhtml">Sources</a>`) {
		t.Error("the contents have no sources")
	}
	files, _ = members(t, write1(t, bookOf(small(t, "fr", "mot"), nil)))
	if files["EPUB/xhtml/sources.xhtml"] != "" {
		t.Error("a bibliography of nothing")
	}
}

// A file for each stretch of the alphabet, and no document lost between them.
func TestLongBibliography(t *testing.T) {
	files, names := members(t, write1(t, large(t, 2000)))
	var titles []string
	documents := 0
	for _, name := range names {
		if strings.HasPrefix(name, "EPUB/xhtml/sources") {
			documents += strings.Count(files[name], "<li>")
			_, title, _ := strings.Cut(files[name], "<title>")
			title, _, _ = strings.Cut(title, "</title>")
			titles = append(titles, title)
		}
	}
	if n := len(titles); documents != 2000 || n < 2 || len(slices.Compact(slices.Sorted(slices.Values(titles)))) != n {
		t.Errorf("%d documents under %q", documents, titles)
	}
}
