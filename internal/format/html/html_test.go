package html

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"encoding/xml"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/tools/txtar"

	"github.com/lexipoche/lexipoche/internal/format"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/i18n"
	"github.com/lexipoche/lexipoche/internal/locale"
	"github.com/lexipoche/lexipoche/internal/source"
	"github.com/lexipoche/lexipoche/internal/web"
)

var update = flag.Bool("update", false, "write the results into the golden files")

// image only needs to look like one.
var image = &fstest.MapFile{Data: []byte("\x89PNG\r\n\x1a\n")}

const imageFile = "images/etabli.png"

// sample is a small lexicon that is hard on pages.
func sample(t testing.TB) fs.FS {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/sample.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{imageFile: image}
	for _, f := range archive.Files {
		files[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return files
}

// bookOf gathers a lexicon, or one of its editions, without its drafts.
func bookOf(t testing.TB, files fs.FS, edition string) *format.Book {
	t.Helper()
	input, found, err := source.Load(files)
	if err != nil || found.HasErrors() {
		t.Fatalf("%v %v", err, found)
	}
	return newBook(input, edition)
}

func newBook(input glossary.Input, edition string) *format.Book {
	l := input.Lexicon
	b := format.Book{
		Glossary: glossary.Link(input),
		Words:    i18n.For(l.Language.Value),
		Language: l.Language.Value,
		ID:       l.ID.Value,
		Slug:     l.Slug.Value,
		Title:    l.Title.Value,
		Subtitle: l.Subtitle.Value,
		Program:  "lexipoche 1.2.3",
	}
	b.Date, _ = time.Parse(time.DateOnly, l.Date.Value)
	for _, e := range input.Editions {
		if e.Name == edition {
			b.Edition, b.Title, b.Subtitle = e, e.Title.Value, e.Subtitle.Value
		}
	}
	entries := slices.DeleteFunc(slices.Clone(input.Entries), func(e *glossary.Entry) bool { return e.State() == glossary.Draft })
	collation := l.Collation()
	slices.SortStableFunc(entries, func(a, c *glossary.Entry) int {
		return strings.Compare(collation.Key(a.SortText()), collation.Key(c.SortText()))
	})
	return format.New(b, entries, b.Edition != nil && b.Edition.Order.Value == glossary.Thematic)
}

func pageOf(t testing.TB, b *format.Book) string {
	t.Helper()
	files, err := Format.Write(b)
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != 1 || files[0].Name != b.Slug+".html" {
		t.Fatalf("wrote %d files, the first %q", len(files), files[0].Name)
	}
	return string(files[0].Data)
}

// block gives what stands in the page from one mark to the next.
func block(t testing.TB, page, from, to string) string {
	t.Helper()
	_, rest, ok := strings.Cut(page, from)
	if !ok {
		t.Fatalf("no %s in the page", from)
	}
	inside, _, ok := strings.Cut(rest, to)
	if !ok {
		t.Fatalf("no %s after %s", to, from)
	}
	return inside
}

func styleOf(t testing.TB, page string) string { return block(t, page, "<style>", "</style>") }

func scriptOf(t testing.TB, page string) string {
	return block(t, page, `<script type="module">`, "</script>")
}

func blockOfData(t testing.TB, page string) string {
	return block(t, page, `<script type="application/json" id="_data">`, "</script>")
}

func TestGolden(t *testing.T) {
	for _, edition := range []string{"", "visite"} {
		name := "testdata/sample.html"
		if edition != "" {
			name = "testdata/" + edition + ".html"
		}
		page := pageOf(t, bookOf(t, sample(t), edition))
		// The style and the script have files of their own, and their hashes would change with each word of them.
		got := strings.Replace(page, styleOf(t, page), "…", 1)
		got = strings.Replace(got, scriptOf(t, page), "…", 1)
		got = regexp.MustCompile(`'sha256-[^']*'`).ReplaceAllString(got, "'sha256-…'")
		if *update {
			if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			line := 1
			for i := range min(len(got), len(want)) {
				if got[i] != want[i] {
					break
				}
				if got[i] == '\n' {
					line++
				}
			}
			t.Errorf("the page is not that of %s from line %d on", name, line)
		}
	}
}

// books are those that the properties are tried on.
func books(t *testing.T, try func(t *testing.T, b *format.Book, page string)) {
	real := os.DirFS("../../../lexicon")
	for _, c := range []struct {
		name, edition string
		files         fs.FS
	}{
		{"sample", "", sample(t)}, {"thematic sample", "visite", sample(t)},
		{"lexicon", "", real}, {"edition of the lexicon", "forum", real},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := bookOf(t, c.files, c.edition)
			try(t, b, pageOf(t, b))
		})
	}
}

func TestSameBytes(t *testing.T) {
	books(t, func(t *testing.T, b *format.Book, page string) {
		again := pageOf(t, newBook(b.Input, editionName(b)))
		if again != page {
			t.Error("two pages of one lexicon differ")
		}
	})
}

func editionName(b *format.Book) string {
	if b.Edition == nil {
		return ""
	}
	return b.Edition.Name
}

// element is a start tag of a page.
type element struct {
	name       string
	attributes map[string]string
	parent     *element
}

var (
	blocks = regexp.MustCompile(`(?s)(<(?:style|script)[^>]*>).*?(</(?:style|script)>)`)
	voids  = regexp.MustCompile(`<((?:meta|link|input|img|br)(?:"[^"]*"|[^">])*)>`)
)

// parse reads a page as strictly as XML is read: the page is HTML, but each of its tags is closed, and each value is
// quoted.
func parse(t *testing.T, page string) (elements []*element, text string) {
	t.Helper()
	page = voids.ReplaceAllString(blocks.ReplaceAllString(page, "$1$2"), "<$1/>")
	d := xml.NewDecoder(strings.NewReader(page))
	var open *element
	var b strings.Builder
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return elements, b.String()
		}
		if err != nil {
			line, _ := d.InputPos()
			t.Fatalf("line %d: %v", line, err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			e := &element{token.Name.Local, map[string]string{}, open}
			for _, a := range token.Attr {
				e.attributes[a.Name.Local] = a.Value
			}
			elements = append(elements, e)
			open = e
		case xml.EndElement:
			open = open.parent
		case xml.CharData:
			b.Write(token)
		case xml.Comment:
			t.Errorf("a comment: %s", token)
		}
	}
}

func TestPageHoldsTogether(t *testing.T) {
	books(t, func(t *testing.T, b *format.Book, page string) {
		elements, text := parse(t, page)
		if strings.Contains(text, "‹") {
			t.Error("a label is missing")
		}
		byID := map[string]*element{}
		for _, e := range elements {
			if id, ok := e.attributes["id"]; ok {
				if byID[id] != nil || id == "" {
					t.Errorf("the id %q stands twice, or is empty", id)
				}
				byID[id] = e
			}
		}
		linked := map[string]bool{}
		for _, e := range elements {
			for name, value := range e.attributes {
				switch {
				case name == "href" && strings.HasPrefix(value, "#"), name == "for":
					id := strings.TrimPrefix(value, "#")
					linked[id] = true
					if byID[id] == nil {
						t.Errorf("%s leads nowhere", value)
					}
				case name == "aria-labelledby":
					if byID[value] == nil {
						t.Errorf("%s is no label", value)
					}
				case name == "href" && e.name == "a":
					if !regexp.MustCompile(`^(https?|mailto):`).MatchString(value) {
						t.Errorf("a link to %q", value)
					}
				case name == "href", name == "src":
					if !strings.HasPrefix(value, "data:") {
						t.Errorf("%s asks for %q", e.name, value)
					}
				case name == "style", strings.HasPrefix(name, "on"), name == "srcset", name == "action", name == "data", name == "poster":
					t.Errorf("%s has %s=%q", e.name, name, value)
				}
			}
		}
		for i := range b.Sections {
			if !linked[b.Sections[i].Anchor] {
				t.Errorf("no link to %s", b.Sections[i].Anchor)
			}
		}
		for _, e := range b.Entries {
			if at := byID[e.ID]; at == nil || at.name != "article" {
				t.Errorf("no article for %s", e.ID)
			}
		}
		for former, e := range b.Redirects() {
			if at := byID[former]; b.Has(e) && (at == nil || at.parent != byID[e.ID]) {
				t.Errorf("#%s does not lead to %s", former, e.ID)
			}
		}
		for _, m := range regexp.MustCompile(`getElementById\("(\w+)"\)`).FindAllStringSubmatch(scriptOf(t, page), -1) {
			if byID[m[1]] == nil {
				t.Errorf("the script looks for #%s", m[1])
			}
		}
		if style := styleOf(t, page); regexp.MustCompile(`(?i)url\(|@import|expression`).MatchString(style) {
			t.Error("the style asks for something")
		}
	})
}

// hash names a block as a policy does.
func hash(block string) string {
	sum := sha256.Sum256([]byte(block))
	return " 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

func TestPolicyNamesTheBlocks(t *testing.T) {
	books(t, func(t *testing.T, b *format.Book, page string) {
		got := block(t, page, `http-equiv="Content-Security-Policy" content="`, `"`)
		rules := map[string]string{}
		for rule := range strings.SplitSeq(got, "; ") {
			name, value, _ := strings.Cut(rule, " ")
			rules[name] = " " + value
		}
		if want := hash(styleOf(t, page)); rules["style-src"] != want {
			t.Errorf("style-src%s, the hash is%s", rules["style-src"], want)
		}
		if want := hash(scriptOf(t, page)) + hash(blockOfData(t, page)); rules["script-src"] != want {
			t.Errorf("script-src%s, the hashes are%s", rules["script-src"], want)
		}
		if rules["img-src"] != " data:" {
			t.Errorf("img-src%s", rules["img-src"])
		}
		for _, name := range []string{"default-src", "base-uri", "form-action"} {
			if rules[name] != " 'none'" {
				t.Errorf("%s%s", name, rules[name])
			}
		}
		if n := strings.Count(page, "<script"); n != 2 {
			t.Errorf("%d scripts", n)
		}
	})
}

// fill writes something in every value that the tables know of.
func fill(r *glossary.Record, group any, write func(*glossary.Field, *glossary.Text)) {
	for i := range r.Fields {
		f := &r.Fields[i]
		switch {
		case f.Text != nil:
			write(f, f.Text(group))
		case f.Texts != nil:
			*f.Texts(group) = make([]glossary.Text, 2)
			for j := range *f.Texts(group) {
				write(f, &(*f.Texts(group))[j])
			}
		default:
			fillParts(f.Parts, group, write)
		}
	}
	if r.Rest != nil {
		fillParts(r.Rest, group, write)
	}
}

func fillParts(p *glossary.Parts, group any, write func(*glossary.Field, *glossary.Text)) {
	part := p.Add(group)
	if p.KeyField != nil {
		write(p.KeyField, p.KeyField.Text(part))
	}
	fill(p.Record, part, write)
}

// filled makes a page of a lexicon and an edition that say something in each of their values.
func filled(t *testing.T, value func(*glossary.Field) string) string {
	t.Helper()
	write := func(f *glossary.Field, text *glossary.Text) {
		text.Value = value(f)
		readMarkdown(f, text)
	}
	l, e, ed := &glossary.Lexicon{}, &glossary.Entry{ID: "terme"}, &glossary.Edition{Name: "edition"}
	fill(&glossary.LexiconRecord, l, write)
	fill(&glossary.EntryRecord, e, write)
	fill(&glossary.EditionRecord, ed, write)
	l.Language.Value = "fr-CA"
	e.Status.Value = glossary.Retired
	input := glossary.Input{Lexicon: l, Entries: []*glossary.Entry{e}, Editions: []*glossary.Edition{ed}, Assets: fstest.MapFS{imageFile: image}}
	b := newBook(input, "edition")
	b.Slug, b.Program = "slug", value(&glossary.Field{})
	return pageOf(t, b)
}

func TestTextStaysText(t *testing.T) {
	plain := func(text string) func(*glossary.Field) string {
		return func(f *glossary.Field) string {
			switch f.Kind {
			case glossary.Path:
				return imageFile
			case glossary.DomainID, glossary.NewID: // so that the entry and its domain meet
				return "domaine"
			case glossary.Address:
				return "https://example.org/" + text
			}
			return text
		}
	}
	skeleton := func(page string) (list []string) {
		elements, _ := parse(t, page)
		for _, e := range elements {
			names := []string{}
			for name := range e.attributes {
				names = append(names, name)
			}
			slices.Sort(names)
			list = append(list, e.name+" "+strings.Join(names, " "))
		}
		return list
	}
	want := skeleton(filled(t, plain("un mot")))
	for _, hostile := range []string{
		`x </script><script>alert(1)</script>`, `x </style><style>*{display:none}</style>`, `x <!-- `, `x --> `, `x ]]> <![CDATA[`,
		`x " onfocus="alert(1)" autofocus="`, `x ' onclick='alert(1)'`, `x"><img src=x onerror=alert(1)>`, `x &quot;&lt;b&gt;`, `x <svg/onload=alert(1)>`,
		`x</textarea></title></head><body>`, `x </template></dl></article></main>`, `x {{.}} ${x} {n} {q}`,
	} {
		page := filled(t, plain(hostile))
		got := skeleton(page)
		if !slices.Equal(got, want) {
			for i := range min(len(got), len(want)) {
				if got[i] != want[i] {
					t.Errorf("%s changes the page: %s instead of %s after %s", hostile, got[i], want[i], got[i-1])
					break
				}
			}
			t.Errorf("%s makes %d elements of %d", hostile, len(got), len(want))
		}
		if _, text := parse(t, page); strings.Count(text, strings.TrimSpace(hostile)) < 60 {
			t.Errorf("%s is shown %d times", hostile, strings.Count(text, hostile))
		}
		var d data
		if err := json.Unmarshal([]byte(blockOfData(t, page)), &d); err != nil {
			t.Errorf("%s: %v", hostile, err)
		} else if !strings.HasPrefix(d.Keys.Keys, "A"+locale.Fold(hostile)) {
			t.Errorf("%s is not among the keys", hostile)
		} else if d.Citation.Title != hostile {
			t.Errorf("%s is cited as %q", hostile, d.Citation.Title)
		}
	}
	for _, url := range []string{"javascript:alert(1)", " javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "vbscript:x", "//example.org", "file:///etc/passwd"} {
		page := filled(t, func(f *glossary.Field) string {
			if f.Kind == glossary.Address {
				return url
			}
			return plain("mot")(f)
		})
		elements, _ := parse(t, page)
		for _, e := range elements {
			if e.name == "a" && e.attributes["href"] == url {
				t.Errorf("a link to %s", url)
			}
		}
	}
}

func TestWordsOfAnotherLanguage(t *testing.T) {
	b := bookOf(t, sample(t), "")
	book := *b
	book.Language, book.Words = "es", i18n.For("es")
	page := pageOf(t, &book)
	for _, want := range []string{
		`<html lang="es" dir="ltr">`, `<form class="search" id="_search" role="search" hidden="" lang="en" dir="ltr">`,
		`<dt><span lang="en">Notes</span></dt>`, `aria-label="Letters"`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("no %s", want)
		}
	}
	book.Language = "ar"
	if page := pageOf(t, &book); !strings.Contains(page, `<html lang="ar" dir="rtl">`) || !strings.Contains(page, `<ul lang="ar" dir="rtl">`) {
		t.Error("an Arabic book is not written from the right")
	}
}

func TestLibraryFaultIsAnError(t *testing.T) {
	b := bookOf(t, sample(t), "")
	b.Assets = fstest.MapFS{}
	if files, err := Format.Write(b); err == nil || len(files) > 0 {
		t.Errorf("a page without its image: %v", err)
	}
}

func TestDrafts(t *testing.T) {
	page := pageOf(t, bookOf(t, sample(t), ""))
	_, text := parse(t, page)
	if strings.Count(text, "brouillon") != 1 { // where animateur says it itself
		t.Errorf("the draft is named %d times", strings.Count(text, "brouillon"))
	}
}

// copies makes a lexicon of n entries of another one.
func copies(input glossary.Input, n int) glossary.Input {
	entries := input.Entries
	input.Entries = make([]*glossary.Entry, n)
	for i := range n {
		e := *entries[i%len(entries)]
		if i >= len(entries) {
			e.ID = fmt.Sprintf("%s-%d", e.ID, i)
			e.Illustration = nil
		}
		input.Entries[i] = &e
	}
	return input
}

func TestLongPage(t *testing.T) {
	input := bookOf(t, sample(t), "").Input
	for _, n := range []int{3, 2 * long} {
		elements, _ := parse(t, pageOf(t, newBook(copies(input, n), "")))
		for _, e := range elements {
			if class, isLong := e.attributes["class"], n > long; e.name == "main" && (class == "long") != isLong {
				t.Errorf("%d entries in a main of class %q", n, class)
			}
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	input := bookOf(b, os.DirFS("../../../lexicon"), "").Input
	for _, n := range []int{100, 1000, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			book := newBook(copies(input, n), "")
			var size int
			b.ReportAllocs()
			for b.Loop() {
				size = len(pageOf(b, book))
			}
			b.SetBytes(int64(size))
		})
	}
}

// The blocks hold no text of an author: nothing in them may close them. What an author wrote is shown by them as text, never
// read as tags or as a script.
func TestBlocksAreClosedOnce(t *testing.T) {
	reading := regexp.MustCompile(`(inner|outer)HTML\s*=[^=]|insertAdjacentHTML|document\.write|\beval\b|\bFunction\b|createContextualFragment`)
	for name, text := range map[string]string{
		"base.css": web.Base, "page.css": pageStyle, "search.js": web.Search, "combobox.js": web.Combobox, "recent.js": web.Recent,
		"citation.js": web.Citation, "page.js": ownScript,
	} {
		if strings.Contains(text, "</") || strings.Contains(text, "<!--") || bytes.ContainsRune([]byte(text), '\r') {
			t.Errorf("%s holds an end of block", name)
		}
		if found := reading.FindString(text); found != "" {
			t.Errorf("%s reads a text as something else: %s", name, found)
		}
	}
}
