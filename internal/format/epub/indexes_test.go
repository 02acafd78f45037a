package epub

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/lexipoche/lexipoche/internal/glossary"
)

// listed gives the headings and the lines of a list, as they are read.
func listed(t *testing.T, page string) []string {
	t.Helper()
	page = regexp.MustCompile("<article [^>]*>").ReplaceAllString(page, "<li>")
	page = strings.NewReplacer("<h2>", "<li>#", "</h2>", "</li>", "</article>", "</li>").Replace(page)
	return rows(t, page, "<li>", "</li>")
}

func same(t *testing.T, what string, got, want []string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s: %q, want %q", what, got, want)
	}
}

func TestIndexByDomain(t *testing.T) {
	in := named(t, "domains: {z: {fr: Zones}, vide: {fr: Sans terme}, a: {en: Areas}}\n", map[string]string{
		"école": "domains: [a, z]\n", "écran": "domains: [z, z]\n", "Ecce": "domains: [z]\n",
	})
	files, _ := members(t, write1(t, bookOf(in, nil)))
	page := files["EPUB/xhtml/index-domains.xhtml"]
	same(t, "index", listed(t, page), []string{"#Zones (3 termes)", "Ecce", "école", "écran", "#Areas (1 terme)", "école"})
	if want := `<h2><span lang="en" xml:lang="en">Areas</span> <`; !strings.Contains(page, want) {
		t.Errorf("no %s", want)
	}
	for _, name := range []string{"EPUB/nav.xhtml", "EPUB/toc.ncx"} {
		if !strings.Contains(files[name], "Index par domaine") {
			t.Errorf("%s has no index", name)
		}
	}

	in.Editions = []*glossary.Edition{{Name: "x", Title: glossary.Text{Value: "X"}, Order: glossary.Text{Value: glossary.Thematic}}}
	thematic, _ := members(t, write1(t, bookOf(in, in.Editions[0])))
	single, _ := members(t, write1(t, bookOf(named(t, oneDomain, map[string]string{"mot": "domains: [a]\n"}), nil)))
	if thematic["EPUB/xhtml/index-domains.xhtml"]+single["EPUB/xhtml/index-domains.xhtml"] != "" {
		t.Error("an index of what is in that order already, or of one domain")
	}
}

func TestReverseIndexes(t *testing.T) {
	in := named(t, "translations: [he, en, ja]\n"+oneDomain, map[string]string{
		"atelier":  "domains: [a]\ntranslations: {en: {term: workshop, synonyms: [Lab, {term: patch, status: discouraged}]}, he: {term: סדנה}}\n",
		"fabrique": "domains: [a]\ntranslations: {en: workshop, ja: 工房}\n",
		"écran":    "domains: [a]\ntranslations: {en: {term: écran, synonyms: [patch]}, he: אלף}\n",
	})
	files, _ := members(t, write1(t, bookOf(in, nil)))
	english := files["EPUB/xhtml/index-en.xhtml"]
	same(t, "English", listed(t, english), []string{
		"#E", "écran → écran", "#L", "Lab → atelier", "#P", "patch → écran", "patch (à éviter) → atelier", "#W", "workshop → atelier, fabrique",
	})
	same(t, "Hebrew", listed(t, files["EPUB/xhtml/index-he.xhtml"]), []string{"#א", "אלף → écran", "#ס", "סדנה → atelier"})
	for page, wants := range map[string][]string{
		"EPUB/xhtml/index-en.xhtml": {
			"<title>Index anglais–français</title>", `<section epub:type="dictionary" role="doc-index" `,
			`<article id="_word-en-5" aria-labelledby="_dfn-en-5"><h3 id="_dfn-en-5"><dfn lang="en" xml:lang="en">workshop</dfn></h3> → <a href="letter-a.xhtml#atelier">atelier</a>, <a`,
			`<h3 id="_dfn-en-4"><dfn class="avoid" lang="en" xml:lang="en">patch</dfn></h3> (à éviter) → <a`,
		},
		"EPUB/xhtml/index-he.xhtml": {
			`<h2><span lang="he" xml:lang="he" dir="rtl">א</span></h2>`, `<h3 id="_dfn-he-1"><dfn lang="he" xml:lang="he" dir="rtl">אלף</dfn></h3> → `,
		},
		"EPUB/xhtml/index-ja.xhtml": {`<h3 id="_dfn-ja-1"><dfn lang="ja" xml:lang="ja">工房</dfn></h3> → `},
	} {
		for _, want := range wants {
			if !strings.Contains(files[page], want) {
				t.Errorf("%s: no %s", page, want)
			}
		}
	}
	// Articles or not, they are an index: the book, of one domain, has no other.
	if want := `<meta property="schema:accessibilityFeature">index</meta>`; !strings.Contains(files["EPUB/package.opf"], want) {
		t.Errorf("no %s", want)
	}
	// In the order of the lexicon's languages.
	same(t, "contents", rows(t, files["EPUB/nav.xhtml"], `<li><a href="xhtml/index-`, "</a>"), []string{
		`he.xhtml">Index hébreu–français`, `en.xhtml">Index anglais–français`, `ja.xhtml">Index japonais–français`,
	})
}

// Between two texts of other directions, a colon is in neither.
func TestColonsStandBetweenTexts(t *testing.T) {
	files, _ := members(t, write1(t, bookOf(small(t, "ar", "كلمة"), nil)))
	if want := `Next</span>: <span lang="en" xml:lang="en" dir="ltr">How to use`; !strings.Contains(files["EPUB/xhtml/title.xhtml"], want) {
		t.Errorf("no %s in %s", want, files["EPUB/xhtml/title.xhtml"])
	}
	for name, page := range files {
		if strings.Contains(page, ": </span>") {
			t.Errorf("%s: a colon within a text", name)
		}
	}
}

func TestVarietiesOfALanguageHaveTheirNames(t *testing.T) {
	in := named(t, "translations: [en-GB, en-US]\n"+oneDomain, map[string]string{
		"centre": "domains: [a]\ntranslations: {en-GB: centre, en-US: center}\n",
	})
	files, _ := members(t, write1(t, bookOf(in, nil)))
	for name, want := range map[string]string{"en-gb": "Index anglais britannique–français", "en-us": "Index anglais américain–français"} {
		if !strings.Contains(files["EPUB/xhtml/index-"+name+".xhtml"], "<title>"+want+"</title>") {
			t.Errorf("no %s", want)
		}
	}
}

func TestFromTheRightArrowsPointLeft(t *testing.T) {
	in := small(t, "ar", "كلمة")
	in.Entries[0].Synonyms = []glossary.Designation{{Term: glossary.Text{Value: "لفظة"}, Kind: glossary.Text{Value: "acronym"}}}
	in.Entries[0].Translations = []glossary.Translation{{Language: glossary.Text{Value: "en"}, Term: glossary.Text{Value: "word"}}}
	files, _ := members(t, write1(t, bookOf(in, nil)))
	for _, name := range []string{"index-en", "abbreviations", "letter-u644"} {
		page := files["EPUB/xhtml/"+name+".xhtml"]
		if !regexp.MustCompile("</(span|h3)> ← <a").MatchString(page) || strings.Contains(page, "→") {
			t.Errorf("%s: the arrow points back:\n%s", name, page)
		}
	}
	if want := `<dfn lang="en" xml:lang="en" dir="ltr">word</dfn>`; !strings.Contains(files["EPUB/xhtml/index-en.xhtml"], want) {
		t.Errorf("no %s", want)
	}
}

func TestAbbreviations(t *testing.T) {
	in := named(t, oneDomain, map[string]string{
		"réalité augmentée": "domains: [a]\nsynonyms: [{term: RA, kind: acronym}, {term: AR, kind: acronym, status: discouraged}, {term: réalité aug., kind: abbreviation}, {term: réalité mixte, kind: variant}]\n",
		"rez artistique":    "domains: [a]\nsynonyms: [{term: RA, kind: acronym}]\n",
	})
	files, _ := members(t, write1(t, bookOf(in, nil)))
	same(t, "abbreviations", listed(t, files["EPUB/xhtml/abbreviations.xhtml"]), []string{
		"AR (à éviter) → réalité augmentée", "RA → réalité augmentée, rez artistique", "réalité aug. → réalité augmentée",
	})
	if !strings.Contains(files["EPUB/nav.xhtml"], `<a href="xhtml/abbreviations.xhtml">Sigles et abréviations</a>`) {
		t.Error("the contents have no abbreviations")
	}
	files, _ = members(t, write1(t, bookOf(small(t, "fr", "mot"), nil)))
	if files["EPUB/xhtml/abbreviations.xhtml"] != "" {
		t.Error("a list of nothing")
	}
}

func TestLongListsHaveSeveralFiles(t *testing.T) {
	b := large(t, 5000)
	for i, e := range b.Entries { // not the sample's: all under one letter
		e.Translations[0].Term.Value = "term " + strings.Repeat(e.Term.Value+" ", 1+i%3)
	}
	files, names := members(t, write1(t, b))
	var labels []string
	lines := map[string]int{}
	for _, name := range names {
		for _, kind := range []string{"index-en", "index-domains"} {
			if strings.HasPrefix(name, "EPUB/xhtml/"+kind) {
				lines[kind] += strings.Count(files[name], "<li>") + strings.Count(files[name], "<article ")
				_, title, _ := strings.Cut(files[name], "<title>")
				title, _, _ = strings.Cut(title, "</title>")
				labels = append(labels, title)
				if !strings.Contains(files[name], "<h2>") {
					t.Errorf("%s has no heading", name)
				}
			}
		}
	}
	if lines["index-en"] != 5000 || lines["index-domains"] != 5000 {
		t.Errorf("the lines are %v", lines)
	}
	if n := len(labels); n < 5 || len(slices.Compact(slices.Sorted(slices.Values(labels)))) != n {
		t.Errorf("the titles are %q", labels)
	}
	_, heading, _ := strings.Cut(files["EPUB/xhtml/index-en--2.xhtml"], `<h1 id="_index-en--2">`)
	if !strings.HasPrefix(heading, `Index anglais–français (<span lang="en" xml:lang="en">Term `) {
		t.Errorf("the heading is %.90s", heading)
	}
	if !slices.Contains(labels, "Index par domaine (2/3)") {
		t.Errorf("the titles are %q", labels)
	}
}

// In the book of a translation, the index from the lexicon's own language holds all its words: those of the entries that
// have no other too.
func TestReverseIndexHoldsTheUntranslated(t *testing.T) {
	in := torture(t)
	b := bookIn(in, "ja")
	files, _ := members(t, write1(t, b))
	index := read(t, files["EPUB/xhtml/index-fr-ca.xhtml"])
	own := 0
	for _, e := range b.Entries {
		words := e.Term.Value
		if e.Language == "" {
			words = e.Translations[0].Term.Value
		} else {
			own++
		}
		if !strings.Contains(index.words, words+" → "+e.Term.Value) {
			t.Errorf("%s: %q does not lead to %q", e.ID, words, e.Term.Value)
		}
	}
	if own < 3 || own == len(b.Entries) {
		t.Errorf("%d of %d entries are not translated", own, len(b.Entries))
	}
}
