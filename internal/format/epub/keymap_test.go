package epub

import (
	"encoding/xml"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/sample"
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

// A group stands for each entry of the book and leads to the element that holds the whole of it.
func TestKeyMapLeadsToArticles(t *testing.T) {
	files := fstest.MapFS{}
	for name, data := range sample.Lexicon(300) {
		files[name] = &fstest.MapFile{Data: data}
	}
	b := bookOf(load(t, files), nil)
	made, _ := members(t, write1(t, b))
	var keys struct {
		Groups []struct {
			Href string `xml:"href,attr"`
		} `xml:"search-key-group"`
	}
	if err := xml.Unmarshal([]byte(made["EPUB/search-key-map.xml"]), &keys); err != nil {
		t.Fatal(err)
	}
	if len(keys.Groups) != len(b.Entries) {
		t.Errorf("%d groups for %d entries", len(keys.Groups), len(b.Entries))
	}
	for _, g := range keys.Groups {
		file, id, _ := strings.Cut(g.Href, "#")
		if !strings.Contains(made["EPUB/"+file], `<article class="entry" id="`+id+`" epub:type="dictentry"`) {
			t.Errorf("%s is not an entry", g.Href)
		}
	}
}

func TestKindOfDictionary(t *testing.T) {
	for translations, want := range map[string]string{
		"":                                      "monolingual: fr-CA > fr-CA",
		"{en: {term: word}}":                    "bilingual: fr-CA > en",
		"{en-GB: {term: w}, en-CA: {term: w}}":  "bilingual: fr-CA > en-CA en-GB",
		"{fr-FR: {term: mot}}":                  "monolingual: fr-CA > fr-FR",
		"{en: {term: word}, es: {term: vocab}}": "multilingual: fr-CA > en es",
	} {
		entry := "term: mot\npos: noun\n"
		if translations != "" {
			entry += "translations: " + translations + "\n"
		}
		files, _ := members(t, write1(t, bookOf(word(t, "fr-CA", entry), nil)))
		opf := files["EPUB/package.opf"]
		values := func(property string) string {
			var list []string
			for _, m := range regexp.MustCompile(`<meta property="`+property+`">(.*)</meta>`).FindAllStringSubmatch(opf, -1) {
				list = append(list, m[1])
			}
			return strings.Join(list, " ")
		}
		got := values("dictionary-type") + ": " + values("source-language") + " > " + values("target-language")
		if got != want || strings.Count(opf, "<dc:type>dictionary</dc:type>") != 1 {
			t.Errorf("%s: %s, not %s", translations, got, want)
		}
		for _, tag := range strings.Fields(values("source-language") + " " + values("target-language")) {
			if !strings.Contains(opf, "<dc:language>"+tag+"</dc:language>") {
				t.Errorf("%s: %s is not a language of the book", translations, tag)
			}
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
