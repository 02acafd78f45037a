package epub

import (
	"encoding/xml"
	"io"
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/lexipoche/lexipoche/internal/format"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/i18n"
	"github.com/lexipoche/lexipoche/internal/locale"
)

// passage is a text of a document, and the language that it is said to be in.
type passage struct{ words, lang string }

// passages gives the texts of a document, each between two tags.
func passages(t *testing.T, document string) []passage {
	t.Helper()
	var list []passage
	langs := []string{""}
	for d := xml.NewDecoder(strings.NewReader(document)); ; {
		token, err := d.Token()
		if err == io.EOF {
			return list
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			lang := langs[len(langs)-1]
			for _, a := range token.Attr {
				if a.Name.Local == "lang" {
					lang = a.Value
				}
			}
			langs = append(langs, lang)
		case xml.EndElement:
			langs = langs[:len(langs)-1]
		case xml.CharData:
			if words := strings.Join(strings.Fields(string(token)), " "); words != "" {
				list = append(list, passage{words, langs[len(langs)-1]})
			}
		}
	}
}

// phrases gives what the program says in one language and not in another: its words, without the values between them.
func phrases(lang, other string) []string {
	value := regexp.MustCompile(`<no value>|<nil>|[0-9]+|‹[^›]*›`)
	all := func(lang string) []string {
		words := i18n.For(lang)
		var list []string
		for _, id := range i18n.IDs(lang) {
			for _, said := range []string{words.Label(id), words.Count(id, 1), words.Count(id, 2)} {
				for _, piece := range value.Split(said, -1) {
					list = append(list, strings.Join(strings.Fields(piece), " "))
				}
			}
		}
		slices.Sort(list)
		return slices.Compact(list)
	}
	others := " " + strings.ToLower(strings.Join(all(other), " ")) + " "
	letters := regexp.MustCompile(`\p{L}`)
	return slices.DeleteFunc(all(lang), func(s string) bool {
		return len(letters.FindAllString(s, -1)) < 4 || strings.Contains(others, " "+strings.ToLower(s)+" ")
	})
}

// booksOf makes the book of a lexicon and those of its editions.
func booksOf(in glossary.Input) []*format.Book {
	list := []*format.Book{bookOf(in, nil)}
	for _, ed := range in.Editions {
		list = append(list, bookOf(in, ed))
	}
	return list
}

// A book says nothing in the program's other language, but what is said to be in that language.
func TestLabelsAreOfTheBooksLanguage(t *testing.T) {
	edge := regexp.MustCompile(`https?://\S+|[^\p{L}\p{N}]+`) // an address is in no language
	plain := func(s string) string { return " " + strings.ToLower(edge.ReplaceAllString(s, " ")) + " " }
	for _, test := range []struct{ folder, other string }{
		{"../../../cmd/lexipoche/testdata/torture-en", "fr"},
		{"../../../cmd/lexipoche/testdata/torture-es", "fr"},
		{"../../../cmd/lexipoche/testdata/torture-rtl", "fr"},
		{"../../../cmd/lexipoche/testdata/torture-cjk", "fr"},
		{"../../../cmd/lexipoche/testdata/torture", "en"},
	} {
		in := load(t, os.DirFS(test.folder))
		own := i18n.For(in.Lexicon.Language.Value).Language
		var foreign, ours []string
		for _, s := range phrases(test.other, own) {
			foreign = append(foreign, plain(s))
		}
		for _, s := range phrases(own, test.other) {
			ours = append(ours, plain(s))
		}
		said := false
		seen := map[passage]bool{}
		for _, b := range booksOf(in) {
			files, _ := members(t, write1(t, b))
			for name, document := range files {
				if ext := path.Ext(name); ext != ".xhtml" && ext != ".ncx" {
					continue
				}
				for _, p := range passages(t, document) {
					if seen[p] {
						continue
					}
					seen[p] = true
					words := plain(p.words)
					said = said || slices.ContainsFunc(ours, func(s string) bool { return strings.Contains(words, s) })
					if locale.Language(p.lang) == test.other {
						continue
					}
					for _, s := range foreign {
						if strings.Contains(words, s) {
							t.Errorf("%s: %s: %q, in %s, says%sin %s", test.folder, name, p.words, p.lang, s, test.other)
						}
					}
				}
			}
		}
		if !said { // else nothing was compared
			t.Errorf("%s: no words of the program", test.folder)
		}
	}
}

// The two tables of contents name the same pages in the same words, in the order of reading, and the older one names the
// book as the package does.
func TestTablesOfContentsAgree(t *testing.T) {
	in := torture(t)
	for _, b := range booksOf(in) {
		files, _ := members(t, write1(t, b))
		var opf struct {
			Unique      string `xml:"unique-identifier,attr"`
			Identifiers []struct {
				ID    string `xml:"id,attr"`
				Value string `xml:",chardata"`
			} `xml:"metadata>identifier"`
			Items []struct {
				ID   string `xml:"id,attr"`
				Href string `xml:"href,attr"`
			} `xml:"manifest>item"`
			Spine []struct {
				ID string `xml:"idref,attr"`
			} `xml:"spine>itemref"`
		}
		var ncx struct {
			Meta []struct {
				Name    string `xml:"name,attr"`
				Content string `xml:"content,attr"`
			} `xml:"head>meta"`
			Points []struct {
				Order int    `xml:"playOrder,attr"`
				Label string `xml:"navLabel>text"`
				Place struct {
					Src string `xml:"src,attr"`
				} `xml:"content"`
			} `xml:"navMap>navPoint"`
		}
		for name, v := range map[string]any{"EPUB/package.opf": &opf, "EPUB/toc.ncx": &ncx} {
			if err := xml.Unmarshal([]byte(files[name]), v); err != nil {
				t.Fatal(err)
			}
		}
		if len(opf.Identifiers) != 1 || opf.Identifiers[0].ID != opf.Unique || ncx.Meta[0].Name != "dtb:uid" || ncx.Meta[0].Content != opf.Identifiers[0].Value {
			t.Errorf("the package is %+v, the contents %+v", opf.Identifiers, ncx.Meta)
		}
		hrefs := map[string]string{}
		for _, i := range opf.Items {
			hrefs[i.ID] = i.Href
		}
		at := map[string]int{} // the place of a page in the order of reading
		for i, s := range opf.Spine {
			at[hrefs[s.ID]] = i + 1
		}
		toc, _, _ := strings.Cut(files["EPUB/nav.xhtml"], `epub:type="landmarks"`)
		links := regexp.MustCompile(`(?s)<li[^>]*><a href="([^"]*)">(.*?)</a>`).FindAllStringSubmatch(toc, -1)
		if len(links) != len(ncx.Points) || len(links) < 5 {
			t.Fatalf("%d and %d pages", len(links), len(ncx.Points))
		}
		last := 0
		for i, link := range links {
			point := ncx.Points[i]
			label := read(t, "<a>"+link[2]+"</a>").words
			if link[1] != point.Place.Src || label != point.Label || point.Order != i+1 {
				t.Errorf("%s, %q, and %+v", link[1], label, point)
			}
			if at[link[1]] <= last {
				t.Errorf("%s is not read after the one before it", link[1])
			}
			last = at[link[1]]
		}
	}
}
