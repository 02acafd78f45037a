package site_test

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"flag"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/lexipoche/lexipoche/internal/compile"
	"github.com/lexipoche/lexipoche/internal/sample"
	"github.com/lexipoche/lexipoche/lexicon"
)

var update = flag.Bool("update", false, "write the results into the golden files")

var torture = os.DirFS("../../../cmd/lexipoche/testdata/torture")

// built gives the files of the site of a lexicon, by their names from the output folder.
func built(t testing.TB, files fs.FS, opt compile.Options) map[string]string {
	t.Helper()
	opt.Formats, opt.Program = []string{"site"}, "lexipoche 1.2.3"
	out, found, err := compile.Build(files, opt)
	if err != nil || found.HasErrors() {
		t.Fatalf("%v %v", err, found)
	}
	list := map[string]string{}
	for _, f := range out.Files {
		if _, twice := list[f.Name]; twice {
			t.Errorf("%s is written twice", f.Name)
		}
		list[f.Name] = string(f.Data)
	}
	return list
}

// sites are those that the properties are tried on.
func sites(t *testing.T, try func(t *testing.T, files map[string]string)) {
	for _, c := range []struct {
		name  string
		files fs.FS
		opt   compile.Options
	}{
		{"lexicon", lexicon.FS, compile.Options{}},
		{"both languages", lexicon.FS, compile.Options{Language: "en", Besides: []string{"fr"}}},
		{"edition", lexicon.FS, compile.Options{Edition: "forum"}},
		{"torture", torture, compile.Options{Besides: []string{"en", "ar"}}},
		{"torture edition", torture, compile.Options{Edition: "choix"}},
		{"large", sampleFS(120), compile.Options{}},
	} {
		t.Run(c.name, func(t *testing.T) { try(t, built(t, c.files, c.opt)) })
	}
}

// element is a start tag of a page.
type element struct {
	name       string
	attributes map[string]string
	text       string // right under it
}

var voids = regexp.MustCompile(`<((?:meta|link|input|img|br)(?:"[^"]*"|[^">])*)>`)

// parse reads a page as strictly as XML is read: it is HTML, but each of its tags is closed, and each value is quoted.
// What scripts and styles hold is left out.
func parse(t *testing.T, name, page string) (elements []*element, text string) {
	t.Helper()
	page = regexp.MustCompile(`(?s)(<(?:style|script)[^>]*>).*?(</(?:style|script)>)`).ReplaceAllString(page, "$1$2")
	d := xml.NewDecoder(strings.NewReader(voids.ReplaceAllString(page, "<$1/>")))
	var open []*element
	var b strings.Builder
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return elements, b.String()
		}
		if err != nil {
			line, _ := d.InputPos()
			t.Fatalf("%s, line %d: %v", name, line, err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			e := &element{name: token.Name.Local, attributes: map[string]string{}}
			for _, a := range token.Attr {
				e.attributes[a.Name.Local] = a.Value
			}
			elements, open = append(elements, e), append(open, e)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			b.Write(token)
			if len(open) > 0 {
				open[len(open)-1].text += string(token)
			}
		case xml.Comment:
			t.Errorf("%s: a comment: %s", name, token)
		}
	}
}

func isPage(name string) bool {
	return strings.HasSuffix(name, ".html") && !strings.Contains(name, "/download/")
}

// Every link leads to a file of the site, and to something in it.
func TestSiteHoldsTogether(t *testing.T) {
	sites(t, func(t *testing.T, files map[string]string) {
		ids := map[string]map[string]bool{}
		pages := map[string][]*element{}
		for name, data := range files {
			if !isPage(name) {
				continue
			}
			elements, text := parse(t, name, data)
			if strings.Contains(text, "‹") {
				t.Errorf("%s lacks a label", name)
			}
			pages[name], ids[name] = elements, map[string]bool{}
			for _, e := range elements {
				if id, has := e.attributes["id"]; has {
					if id == "" || ids[name][id] {
						t.Errorf("%s: the id %q stands twice, or is empty", name, id)
					}
					ids[name][id] = true
				}
			}
		}
		reached := map[string]bool{}
		for name, elements := range pages {
			headings := 0
			for _, e := range elements {
				if e.name == "h1" {
					headings++
				}
				for key, value := range e.attributes {
					switch {
					case key == "for" || key == "aria-labelledby" || key == "aria-describedby":
						if !ids[name][value] {
							t.Errorf("%s: no %s", name, value)
						}
					case key == "style", strings.HasPrefix(key, "on"), key == "srcset", key == "action":
						t.Errorf("%s: %s has %s", name, e.name, key)
					case key != "href" && key != "src", value == "data:,":
					case regexp.MustCompile(`^(https?|mailto):`).MatchString(value):
						if e.name != "a" && e.attributes["rel"] != "canonical" && e.attributes["rel"] != "alternate" {
							t.Errorf("%s asks for %s", name, value)
						}
					default:
						address, fragment, _ := strings.Cut(value, "#")
						target := name
						if address != "" {
							target = path.Join(path.Dir(name), address)
							if strings.HasSuffix(address, "/") {
								target += "/index.html"
							}
						}
						if _, there := files[target]; !there {
							t.Errorf("%s: %s leads nowhere", name, value)
						} else if fragment != "" && !ids[target][fragment] {
							t.Errorf("%s: %s leads to nothing in its page", name, value)
						}
						reached[target] = true
					}
				}
			}
			if headings != 1 {
				t.Errorf("%s has %d headings of the first level", name, headings)
			}
		}
		for name := range pages {
			former := strings.Contains(files[name], `http-equiv="refresh"`)
			if !reached[name] && !former && path.Base(name) != "404.html" {
				t.Errorf("nothing leads to %s", name)
			}
		}
	})
}

func TestSameBytes(t *testing.T) {
	again := map[string]map[string]string{}
	for range 2 {
		sites(t, func(t *testing.T, files map[string]string) {
			name := path.Base(strings.TrimSuffix(t.Name(), "#01"))
			if before := again[name]; before != nil && !maps.Equal(before, files) {
				t.Error("two sites of one lexicon differ")
			}
			again[name] = files
		})
	}
}

// What a page says of itself as data is JSON, and nothing in it can end the block that it stands in.
func TestData(t *testing.T) {
	sites(t, func(t *testing.T, files map[string]string) {
		for name, page := range files {
			if !isPage(name) {
				continue
			}
			_, rest, has := strings.Cut(page, `<script type="application/ld+json">`)
			if !has {
				continue
			}
			block, _, _ := strings.Cut(rest, "</script>")
			if strings.ContainsAny(block, "<>&") {
				t.Errorf("%s: %s", name, block)
			}
			var data struct {
				Type string `json:"@type"`
				Name string `json:"name"`
			}
			if err := json.Unmarshal([]byte(block), &data); err != nil || data.Name == "" || !strings.HasPrefix(data.Type, "DefinedTerm") {
				t.Errorf("%s: %v, %+v", name, err, data)
			}
			if strings.Count(page, "<script") != strings.Count(page, "</script>") {
				t.Errorf("%s: scripts do not close", name)
			}
		}
	})
}

// The words of another language than the page's say which it is, in the indexes as well as in the entries.
func TestLanguages(t *testing.T) {
	files := built(t, lexicon.FS, compile.Options{Besides: []string{"en"}})
	for name, want := range map[string][]string{
		"site/index.html":                     {`<html lang="fr-CA"`, `hreflang="en" href="./en/"`, `lang="en">English</a>`},
		"site/index/en/index.html":            {`<span class="term" lang="en">beacon</span>`},
		"site/terms/tiers-lieu/index.html":    {`<span class="term" lang="en">third place</span>`, `hreflang="en" href="../../en/terms/tiers-lieu/"`},
		"site/en/index.html":                  {`<html lang="en"`, `href="../" lang="fr-CA">Français</a>`},
		"site/en/terms/tiers-lieu/index.html": {`<dfn>third place</dfn>`, `hreflang="fr-CA" href="../../../terms/tiers-lieu/"`},
		"site/en/index/fr-ca/index.html":      {`lang="fr-CA">tiers-lieu</span>`},
	} {
		for _, w := range want {
			if !strings.Contains(files[name], w) {
				t.Errorf("no %s in %s", w, name)
			}
		}
	}
	if alone := built(t, lexicon.FS, compile.Options{}); strings.Contains(alone["site/index.html"], "hreflang") {
		t.Error("a link to a language in which the site was not made")
	}
}

// A former id leads to where its concept is now.
func TestFormerIDs(t *testing.T) {
	page := built(t, torture, compile.Options{})["site/terms/et-commercial/index.html"]
	for _, want := range []string{
		`http-equiv="refresh" content="0; url=../../terms/esperluette/"`, `rel="canonical" href="../../terms/esperluette/"`,
		`<a href="../../terms/esperluette/">esperluette &amp; &lt;chevron&gt;</a>`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("no %s in %s", want, page)
		}
	}
}

func TestAddresses(t *testing.T) {
	for _, c := range []struct{ keys, canonical, edit string }{
		{"", "", ""},
		{"contribute: https://example.org/dire\n", "", "https://example.org/dire"},
		{"contribute: https://example.org/dire\nedit: https://example.org/edit/main/{path}\n", "", "https://example.org/edit/main/terms/mot.yaml"},
		{"homepage: https://example.org\n", "https://example.org/terms/mot/", ""},
		{"homepage: https://example.org/lexique/\n", "https://example.org/lexique/terms/mot/", ""},
		{"homepage: https://example.org/lexique\n", "https://example.org/lexique/terms/mot/", ""},
		{"homepage: https://example.org/lexique/index.html\n", "https://example.org/lexique/terms/mot/", ""},
		{"homepage: https://example.org/?page=1\n", "", ""},
		{"homepage: https://github.com/o/r\n", "", ""},
		{"homepage: mailto:nom@example.org\n", "", ""},
	} {
		page := built(t, small(c.keys), compile.Options{})["site/terms/mot/index.html"]
		canonical, edit := "", ""
		elements, _ := parse(t, c.keys, page)
		for _, e := range elements {
			if e.attributes["rel"] == "canonical" {
				canonical = e.attributes["href"]
			}
			if e.text == "Proposer une correction" {
				edit = e.attributes["href"]
			}
		}
		if canonical != c.canonical || edit != c.edit {
			t.Errorf("%q: canonical %q, want %q; edit %q, want %q", c.keys, canonical, c.canonical, edit, c.edit)
		}
	}
}

// What an author writes stays text: whatever it is, the pages have the same elements and attributes.
func TestTextStaysText(t *testing.T) {
	skeleton := func(value string) (list []string, text string) {
		files := built(t, hostile(value), compile.Options{})
		for _, name := range slices.Sorted(maps.Keys(files)) {
			if !isPage(name) {
				continue
			}
			elements, said := parse(t, name, files[name])
			text += said
			for _, e := range elements {
				if e.name == "tspan" { // a long name is on several lines
					continue
				}
				list = append(list, name+": "+e.name+" "+strings.Join(slices.Sorted(maps.Keys(e.attributes)), " "))
			}
		}
		var search struct{ Entries []struct{ Term string } }
		if err := json.Unmarshal([]byte(files["site/search.json"]), &search); err != nil || search.Entries[0].Term != value {
			t.Errorf("%q is searched as %v, %v", value, search.Entries, err)
		}
		return list, text
	}
	want, _ := skeleton("x mot")
	for _, value := range []string{
		`x </script><script>alert(1)</script>`, `x </style><style>*{display:none}</style>`, `x <!-- `, `x ]]> <![CDATA[`, `x " onfocus="alert(1)" autofocus="`,
		`x ' onclick='alert(1)'`, `x"><img src=x onerror=alert(1)>`, `x &quot;&lt;b&gt;`, `x <svg/onload=alert(1)>`, `x</textarea></title></head><body>`, `x {{.}} {n} {q}`,
	} {
		value = strings.TrimSpace(value)
		got, text := skeleton(value)
		if !slices.Equal(got, want) {
			for i := range min(len(got), len(want)) {
				if got[i] != want[i] {
					t.Errorf("%s changes the pages: %s instead of %s", value, got[i], want[i])
					break
				}
			}
		}
		if n := strings.Count(text, value); n < 50 {
			t.Errorf("%s is shown %d times", value, n)
		}
	}
}

func TestGolden(t *testing.T) {
	files := built(t, torture, compile.Options{})
	for name, golden := range map[string]string{
		"site/index.html": "home.html", "site/terms/esperluette/index.html": "term.html", "site/404.html": "404.html",
	} {
		got := files[name]
		if name == "site/404.html" { // the style and the script have files of their own
			got = regexp.MustCompile(`(?s)(<(?:style|script)[^>]*>).*?(</(?:style|script)>)`).ReplaceAllString(got, "$1…$2")
			got = regexp.MustCompile(`'sha256-[^']*'`).ReplaceAllString(got, "'sha256-…'")
		}
		// The sizes of the other formats are theirs to change.
		got = regexp.MustCompile(`\(\d+\x{00a0}ko\)`).ReplaceAllString(got, "(… ko)")
		if *update {
			if err := os.WriteFile("testdata/"+golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile("testdata/" + golden)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s is not testdata/%s", name, golden)
		}
	}
}

func BenchmarkSite(b *testing.B) {
	files := sampleFS(1000)
	for b.Loop() {
		built(b, files, compile.Options{})
	}
}

func sampleFS(n int) fs.FS { return folder(sample.Lexicon(n)) }
