package epub

import (
	"encoding/xml"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/lexipoche/lexipoche/internal/glossary"
)

// word gives an entry of the small lexicon more than its term.
func word(t *testing.T, language, entry string) glossary.Input {
	t.Helper()
	return load(t, fstest.MapFS{
		"lexicon.yaml": {Data: []byte("schema: 1\nid: urn:uuid:0f0e0d0c-0b0a-4908-8706-050403020100\nslug: petit\ntitle: Petit\nlanguage: " + language +
			"\nversion: \"1\"\ndate: 2026-11-22\nlicense: MIT\ndomains: {a: {fr: Domaine}}\n")},
		"terms/mot.yaml": {Data: []byte("domains: [a]\ndefinition: Dire.\n" + entry)},
	})
}

func TestKeyMap(t *testing.T) {
	for name, test := range map[string]struct {
		language, entry string
		want            []string
	}{
		"a headword and its inflections": {"fr", "term: animateur\nfeminine: animatrice\nplural: animateurs, animatrices\npos: noun\n", []string{
			`<match value="animateur"><value value="animatrice"/><value value="animateurs, animatrices"/><value value="animateurs"/><value value="animatrices"/></match>`,
		}},
		"terms that replace it, in the book's language and in others": {"fr-CA",
			"term: bas-côté\npos: noun\nsynonyms: [accotement, {term: BC, kind: acronym}, {term: banquette, status: discouraged}]\n" +
				"translations: {en: {term: aisle, synonyms: [side path]}}\nformerly: [bas-cote]\n",
			[]string{
				`<match value="bas-côté"/>`, // no rule knows the plural of a compound
				`<match value="accotement"><value value="accotements"/></match>`,
				`<match value="BC"/>`,
				`<match value="aisle" xml:lang="en"><value value="aisles"/></match>`,
				`<match value="side path" xml:lang="en"><value value="side paths"/></match>`,
				`<match value="banquette"><value value="banquettes"/></match>`,
			}},
		"spellings that a search takes for one": {"fr", "term: Élan\npos: verb\nplural: elan\n", []string{
			`<match value="Élan"><value value="elan"/></match>`,
		}},
		"a sign without a letter": {"fr", "term: '&'\npos: symbol\n", []string{`<match value="&amp;"/>`}},
		"a sign that is said":     {"fr", "term: '&'\npos: symbol\nsynonyms: [esperluette]\n", []string{`<match value="&amp;"/>`, `<match value="esperluette"/>`}},
	} {
		files, _ := members(t, write1(t, bookOf(word(t, test.language, test.entry), nil)))
		var got []string
		for line := range strings.Lines(files["EPUB/search-key-map.xml"]) {
			if strings.HasPrefix(line, "<match") {
				got = append(got, strings.TrimSpace(line))
			}
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s:\n%s\nnot\n%s", name, strings.Join(got, "\n"), strings.Join(test.want, "\n"))
		}
	}
}

// A word of another language is found by its own forms, whether or not the headword has them too.
func TestReverseKeyMap(t *testing.T) {
	in := named(t, "translations: [en, en-CA, ja, ar]\n"+oneDomain, map[string]string{
		"forum": "domains: [a]\ntranslations: {en: {term: forum, synonyms: [{term: fora, status: obsolete}, {term: agora, plural: agorae}]}}\n",
		"place": "domains: [a]\ntranslations: {en: {term: forum, plural: fora}, en-CA: {term: centre}, ja: 場, ar: مكان}\n",
		"signe": "domains: [a]\ntranslations: {en: {term: '&', synonyms: ['@', \"D'Or <x>\", {term: R&D, kind: acronym}]}}\n",
	})
	files, _ := members(t, write1(t, bookOf(in, nil)))
	for tag, want := range map[string][]string{
		"en": {
			`1 <match value="&amp;"/>`,
			`2 <match value="@"/>`,
			`3 <match value="agora"><value value="agorae"/></match>`,
			`4 <match value="D'Or &lt;x&gt;"/>`,
			`5 <match value="fora"><value value="foras"/></match>`,
			`6 <match value="forum"><value value="forums"/><value value="fora"/></match>`,
			`7 <match value="R&amp;D"/>`,
		},
		"en-ca": {`1 <match value="centre"><value value="centres"/></match>`},
		"ja":    {`1 <match value="場"/>`},
		"ar":    {`1 <match value="مكان"/>`},
	} {
		keys := files["EPUB/search-key-map-"+tag+".xml"]
		var got []string
		for _, m := range regexp.MustCompile(`(?s)<search-key-group href="xhtml/index-`+tag+`.xhtml#_word-`+tag+`-(\d+)">\n(.*?)\n</search`).FindAllStringSubmatch(keys, -1) {
			got = append(got, m[1]+" "+m[2])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s:\n%s\nnot\n%s", tag, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
	for tag, want := range map[string]string{"en-ca": `xml:lang="en-CA">`, "ja": `xml:lang="ja">`, "ar": `xml:lang="ar" dir="rtl">`} {
		if start := `<search-key-map xmlns="http://www.idpf.org/2007/ops" ` + want; !strings.Contains(files["EPUB/search-key-map-"+tag+".xml"], start) {
			t.Errorf("%s: no %s", tag, start)
		}
	}
}

// packaged is what the package document says of dictionaries.
type packaged struct {
	Meta        []packagedMeta `xml:"metadata>meta"`
	Languages   []string       `xml:"metadata>language"`
	Types       []string       `xml:"metadata>type"`
	Collections []struct {
		Role  string         `xml:"role,attr"`
		Title string         `xml:"metadata>title"`
		Meta  []packagedMeta `xml:"metadata>meta"`
		Links []struct {
			Href string `xml:"href,attr"`
		} `xml:"link"`
	} `xml:"collection"`
}

type packagedMeta struct {
	Property string `xml:"property,attr"`
	Value    string `xml:",chardata"`
}

func packageOf(t *testing.T, files map[string]string) packaged {
	t.Helper()
	var p packaged
	if err := xml.Unmarshal([]byte(files["EPUB/package.opf"]), &p); err != nil {
		t.Fatal(err)
	}
	return p
}

// A group stands for each entry of the book, and for each word of another language, and leads to the element that holds
// the whole of it, in a document of the same dictionary.
func TestKeyMapsLeadToArticles(t *testing.T) {
	b := large(t, 1200)
	for _, e := range b.Entries {
		e.Translations[0].Synonyms = []glossary.Designation{{Term: glossary.Text{Value: "place of " + e.Term.Value}}}
		e.Translations = append(e.Translations, glossary.Translation{
			Language: glossary.Text{Value: "es"}, Term: glossary.Text{Value: "lugar " + e.Term.Value},
		})
	}
	made, names := members(t, write1(t, b))
	articles := map[string]bool{} // by address; ids are those of one place in the book
	ids := map[string]bool{}
	for _, name := range names {
		for _, m := range regexp.MustCompile(`<article [^>]*?id="([!-~]+?)"`).FindAllStringSubmatch(made[name], -1) {
			if ids[m[1]] {
				t.Errorf("%s: the id %s is in the book twice", name, m[1])
			}
			ids[m[1]], articles[strings.TrimPrefix(name, "EPUB/")+"#"+m[1]] = true, true
		}
	}
	want := map[string]int{"search-key-map.xml": 1200, "search-key-map-en.xml": 2400, "search-key-map-es.xml": 1200}
	collections := packageOf(t, made).Collections
	if len(collections) != len(want) {
		t.Fatalf("%d dictionaries", len(collections))
	}
	for _, c := range collections {
		name := c.Links[0].Href
		held := map[string]bool{}
		for _, l := range c.Links[1:] {
			held[l.Href] = true
		}
		var keys struct {
			Groups []struct {
				Href string `xml:"href,attr"`
			} `xml:"search-key-group"`
		}
		if err := xml.Unmarshal([]byte(made["EPUB/"+name]), &keys); err != nil {
			t.Fatal(err)
		}
		if c.Role != "dictionary" || len(keys.Groups) != want[name] || len(held) < 2 {
			t.Errorf("%s: a %s of %d groups for %d articles in %d files", name, c.Role, len(keys.Groups), want[name], len(held))
		}
		led := map[string]bool{}
		for _, g := range keys.Groups {
			if file, _, _ := strings.Cut(g.Href, "#"); !articles[g.Href] || !held[file] || led[g.Href] {
				t.Errorf("%s: %s is not an entry, is another dictionary's or is there twice", name, g.Href)
			}
			led[g.Href] = true
		}
	}
	if len(articles) != 1200+2400+1200 {
		t.Errorf("%d articles", len(articles))
	}
}

// Languages that lead back make other dictionaries, and each says then what it is; one alone says it of the book.
func TestKindsOfDictionaries(t *testing.T) {
	for translations, want := range map[string][]string{
		"":                     {"monolingual: fr-CA > fr-CA"},
		"{en: {term: word}}":   {"bilingual: fr-CA > en", "bilingual: en > fr-CA"},
		"{fr-FR: {term: mot}}": {"monolingual: fr-CA > fr-FR", "monolingual: fr-FR > fr-CA"},
		"{en-GB: {term: w}, en-CA: {term: w}}": {
			"bilingual: fr-CA > en-CA en-GB", "bilingual: en-CA > fr-CA", "bilingual: en-GB > fr-CA",
		},
		"{en: {term: word}, es: {term: vocab}}": {"multilingual: fr-CA > en es", "bilingual: en > fr-CA", "bilingual: es > fr-CA"},
	} {
		entry := "term: mot\npos: noun\n"
		if translations != "" {
			entry += "translations: " + translations + "\n"
		}
		files, names := members(t, write1(t, bookOf(word(t, "fr-CA", entry), nil)))
		opf := packageOf(t, files)
		kind := func(meta []packagedMeta) string {
			values := map[string][]string{}
			for _, m := range meta {
				values[m.Property] = append(values[m.Property], m.Value)
			}
			for _, property := range []string{"source-language", "target-language"} {
				for _, tag := range values[property] {
					if !slices.Contains(opf.Languages, tag) {
						t.Errorf("%s: %s is not a language of the book", translations, tag)
					}
				}
			}
			if len(values["dictionary-type"]) == 0 {
				return ""
			}
			return values["dictionary-type"][0] + ": " + strings.Join(values["source-language"], " ") + " > " + strings.Join(values["target-language"], " ")
		}
		got := []string{kind(opf.Meta)}
		if len(opf.Collections) > 0 {
			if got[0] != "" {
				t.Errorf("%s: the book says %s of all its dictionaries", translations, got[0])
			}
			got = nil
			for _, c := range opf.Collections {
				got = append(got, kind(c.Meta))
			}
		}
		maps := 0
		for _, name := range names {
			if strings.HasPrefix(name, "EPUB/search-key-map") {
				maps++
			}
		}
		if !slices.Equal(got, want) || maps != len(want) || !slices.Equal(opf.Types, []string{"dictionary"}) {
			t.Errorf("%s: %q and %d key maps, not %q", translations, got, maps, want)
		}
	}
}

// What reads a dictionary by its name finds it in the language that it is said in.
func TestTitlesOfDictionaries(t *testing.T) {
	for language, want := range map[string]string{
		"fr": "<dc:title>Index anglais–français</dc:title>", "es": `<dc:title xml:lang="en">English–Spanish index</dc:title>`,
	} {
		in := small(t, language, "mot")
		in.Entries[0].Translations = []glossary.Translation{{Language: glossary.Text{Value: "en"}, Term: glossary.Text{Value: "word"}}}
		files, _ := members(t, write1(t, bookOf(in, nil)))
		_, collections, _ := strings.Cut(files["EPUB/package.opf"], "</spine>")
		if !strings.Contains(collections, "<dc:title>Petit</dc:title>") || !strings.Contains(collections, want) {
			t.Errorf("%s: no %s in %s", language, want, collections)
		}
	}
}

// A book without an entry is no dictionary: a rule refuses it, and the format does not rely on that.
func TestNoEntryNoDictionary(t *testing.T) {
	in := small(t, "fr", "mot")
	in.Entries = nil
	files, names := members(t, write1(t, bookOf(in, nil)))
	if slices.Contains(names, "EPUB/search-key-map.xml") || strings.Contains(files["EPUB/package.opf"], "dictionary") {
		t.Errorf("a dictionary of nothing: %v", names)
	}
}
