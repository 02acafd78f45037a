package epub

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"golang.org/x/tools/txtar"

	"github.com/lexipoche/lexipoche/internal/format"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/i18n"
	"github.com/lexipoche/lexipoche/internal/sample"
	"github.com/lexipoche/lexipoche/internal/source"
)

var update = flag.Bool("update", false, "write the results into the golden files")

// load reads a lexicon, which must have no mistake that reading finds.
func load(t testing.TB, fsys fs.FS) glossary.Input {
	t.Helper()
	in, found, err := source.Load(fsys)
	if err != nil || found.HasErrors() {
		t.Fatal(err, found)
	}
	return in
}

// bookOf makes a book as the program does.
func bookOf(in glossary.Input, ed *glossary.Edition) *format.Book {
	l := in.Lexicon
	b := format.Book{
		Edition: ed, Words: i18n.For(l.Language.Value), Language: l.Language.Value,
		ID: l.ID.Value, Slug: l.Slug.Value, Title: l.Title.Value, Subtitle: l.Subtitle.Value,
		Date: time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC), Program: "lexipoche 0.0.0",
	}
	b.Glossary = glossary.Link(in)
	if ed != nil {
		b.Glossary = b.Glossary.With(ed)
		b.ID += "#" + ed.Name
		b.Slug += "-" + ed.Name
		b.Title, b.Subtitle = ed.Title.Value, ed.Subtitle.Value
	}
	entries := b.Glossary.Select(ed)
	collation := l.Collation()
	slices.SortStableFunc(entries, func(x, y *glossary.Entry) int {
		return strings.Compare(collation.Key(x.SortText()), collation.Key(y.SortText()))
	})
	return format.New(b, entries, ed != nil && ed.Order.Value == glossary.Thematic)
}

// bookIn makes the book of a translation.
func bookIn(in glossary.Input, tag string) *format.Book {
	g := glossary.Link(in).In(tag)
	b := *bookOf(g.Input, nil)
	b.Glossary = g
	return &b
}

// dots are images of one pixel.
var dots = map[string]string{
	"images/zone.gif":   "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7",
	"images/copie.gif":  "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7",
	"images/point.webp": "UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA",
}

func torture(t testing.TB) glossary.Input {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/torture.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for name, code := range dots {
		data, err := base64.StdEncoding.DecodeString(code)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: data}
	}
	for _, f := range archive.Files {
		files[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return load(t, files)
}

// small makes a lexicon of a few lines: its language, then a term a line.
func small(t testing.TB, language string, terms ...string) glossary.Input {
	t.Helper()
	files := fstest.MapFS{"lexicon.yaml": {Data: []byte(`schema: 1
id: urn:uuid:0f0e0d0c-0b0a-4908-8706-050403020100
slug: petit
title: Petit
language: ` + language + `
version: "1"
date: 2026-11-22
license: MIT
domains: {a: {` + language + `: Domaine}}
`)}}
	for i, term := range terms {
		files[fmt.Sprintf("terms/t%03d.yaml", i)] = &fstest.MapFile{Data: []byte("term: " + term + "\npos: verb\ndomains: [a]\ndefinition: Dire.\n")}
	}
	return load(t, files)
}

func write1(t testing.TB, b *format.Book) []byte {
	t.Helper()
	files, err := write(b)
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != 1 || files[0].Name != b.Slug+".epub" {
		t.Fatalf("%d files, the first called %s", len(files), files[0].Name)
	}
	return files[0].Data
}

// members gives the contents of a book by name, and the names in their order.
func members(t testing.TB, book []byte) (map[string]string, []string) {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	var names []string
	for _, f := range r.File {
		rc, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(rc)
		if err != nil {
			t.Fatal(err)
		}
		files[f.Name] = string(data)
		names = append(names, f.Name)
	}
	return files, names
}

func TestGolden(t *testing.T) {
	in := torture(t)
	for name, b := range map[string]*format.Book{
		"torture-book":    bookOf(in, nil),
		"torture-edition": bookOf(in, in.Editions[0]),
	} {
		files, names := members(t, write1(t, b))
		var a txtar.Archive
		for _, n := range names {
			switch path.Ext(n) {
			case ".png":
				files[n] = "(drawn)\n"
			case ".gif", ".webp":
				files[n] = fmt.Sprintf("(%d bytes)\n", len(files[n]))
			case ".css":
				files[n] = "(style.css)\n"
			}
			a.Files = append(a.Files, txtar.File{Name: n, Data: []byte(files[n])})
		}
		got := txtar.Format(&a)
		golden := "testdata/" + name + ".txtar"
		if *update {
			if err := os.WriteFile(golden, got, 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s: %s", golden, firstDifference(string(got), string(want)))
		}
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range g {
		if i >= len(w) || g[i] != w[i] {
			if i >= len(w) {
				w = append(w, "(nothing)")
			}
			return fmt.Sprintf("line %d: got\n%s\nwant\n%s", i+1, g[i], w[min(i, len(w)-1)])
		}
	}
	return "the end is missing"
}

func TestSameBytes(t *testing.T) {
	in := torture(t)
	books := []*format.Book{bookOf(in, nil), bookOf(in, in.Editions[0]), bookOf(small(t, "fr", "un", "deux"), nil)}
	want := make([][]byte, len(books))
	cores := runtime.GOMAXPROCS(1)
	for i, b := range books {
		want[i] = write1(t, b)
	}
	runtime.GOMAXPROCS(cores)
	var wg sync.WaitGroup
	for n := range 8 * len(books) {
		wg.Go(func() {
			files, err := write(books[n%len(books)])
			if err != nil {
				t.Error(err)
			} else if !bytes.Equal(files[0].Data, want[n%len(books)]) {
				t.Errorf("%s: other bytes", files[0].Name)
			}
		})
	}
	wg.Wait()
}

func TestFirstBytesTellTheType(t *testing.T) {
	book := write1(t, bookOf(small(t, "fr", "mot"), nil))
	if got := string(book[30:58]); got != "mimetypeapplication/epub+zip" {
		t.Errorf("the file begins with %q", got)
	}
}

func TestZip(t *testing.T) {
	book := write1(t, bookOf(torture(t), nil))
	r, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for i, f := range r.File {
		names = append(names, f.Name)
		if f.Flags&8 != 0 {
			t.Errorf("%s: the sizes come after the content", f.Name)
		}
		if len(f.Extra) > 0 || f.ModifiedDate != 0x21 || f.ModifiedTime != 0 || f.ExternalAttrs != 0 || f.Comment != "" {
			t.Errorf("%s: the machine shows: extra %x, date %x, time %x, attributes %x", f.Name, f.Extra, f.ModifiedDate, f.ModifiedTime, f.ExternalAttrs)
		}
		if i == 0 && f.Method != zip.Store || f.CompressedSize64 > f.UncompressedSize64 {
			t.Errorf("%s: method %d, %d bytes for %d", f.Name, f.Method, f.CompressedSize64, f.UncompressedSize64)
		}
	}
	if first := []string{"mimetype", "META-INF/container.xml", "EPUB/package.opf"}; !slices.Equal(names[:3], first) || !slices.IsSorted(names[3:]) {
		t.Errorf("the order is %v", names)
	}
}

// The text of a book is its pages, as a device lays them out: neither the package, nor the keys, nor the images.
func TestSizeOfTheText(t *testing.T) {
	made, err := write(bookOf(torture(t), nil))
	if err != nil {
		t.Fatal(err)
	}
	files, _ := members(t, made[0].Data)
	want := 0
	for name, data := range files {
		if strings.HasSuffix(name, ".xhtml") {
			want += len(data)
		}
	}
	if made[0].Text != want || want < 10_000 {
		t.Errorf("%d bytes of text, not %d", made[0].Text, want)
	}
}

func TestOneEntry(t *testing.T) {
	files, names := members(t, write1(t, bookOf(small(t, "fr", "mot"), nil)))
	want := []string{
		"mimetype", "META-INF/container.xml", "EPUB/package.opf", "EPUB/css/style.css", "EPUB/images/cover.png", "EPUB/nav.xhtml",
		"EPUB/search-key-map.xml", "EPUB/toc.ncx", "EPUB/xhtml/colophon.xhtml", "EPUB/xhtml/cover.xhtml",
		"EPUB/xhtml/how-to-use.xhtml", "EPUB/xhtml/letter-m.xhtml", "EPUB/xhtml/title.xhtml",
	}
	if !slices.Equal(names, want) {
		t.Errorf("the files are %v", names)
	}
	for _, absent := range []string{"dc:creator", "dc:contributor", "dc:publisher", "dc:description", "visual", "dc:source"} {
		if strings.Contains(files["EPUB/package.opf"], absent) {
			t.Errorf("package.opf has %s", absent)
		}
	}
	for _, absent := range []string{"subtitle", "event", "publisher", `class="link"`} {
		if strings.Contains(files["EPUB/xhtml/title.xhtml"]+files["EPUB/xhtml/colophon.xhtml"], absent) {
			t.Errorf("the title page or the colophon has %s", absent)
		}
	}
}

func TestInitials(t *testing.T) {
	b := bookOf(small(t, "fr", "3D", "10 doigts", "élan", "Étang", "œuvre", "אלף", "漢字", "«guillemets»"), nil)
	files, _ := members(t, write1(t, b))
	var got []string
	for _, line := range strings.Split(files["EPUB/nav.xhtml"], "\n") {
		if _, rest, ok := strings.Cut(line, `<li class="letter"><a href="xhtml/`); ok {
			got = append(got, strings.TrimSuffix(rest, "</a></li>"))
		}
	}
	want := []string{
		`letter-0-9.xhtml">0-9`, `letter-e.xhtml">E`, `letter-g.xhtml">G`, `letter-o.xhtml">O`, `letter-u5d0.xhtml">א`, `letter-u6f22.xhtml">漢`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("the contents list %q", got)
	}
}

// Devices lay a file out whole: a letter of many entries has several.
func TestManyEntriesUnderOneLetter(t *testing.T) {
	files := fstest.MapFS{}
	for name, data := range sample.Lexicon(400) {
		files[name] = &fstest.MapFile{Data: bytes.Replace(data, []byte("term: "), []byte("term: cas "), 1)}
	}
	b := bookOf(load(t, files), nil)
	contents, names := members(t, write1(t, b))
	var labels []string
	entries := 0
	for _, name := range names {
		if strings.HasPrefix(name, "EPUB/xhtml/letter-c") {
			if size := len(contents[name]); size > 150<<10 {
				t.Errorf("%s has %d bytes", name, size)
			}
			_, rest, _ := strings.Cut(contents[name], "<h1 id=\"")
			_, rest, _ = strings.Cut(rest, ">")
			heading, _, _ := strings.Cut(rest, "</h1>")
			labels = append(labels, heading)
			entries += strings.Count(contents[name], "<article")
		}
	}
	if entries != 400 || len(labels) < 4 {
		t.Errorf("%d entries under %q", entries, labels)
	}
	slices.Sort(labels)
	if len(slices.Compact(labels)) < len(labels) {
		t.Errorf("headings that are the same: %q", labels)
	}
}

func TestThematicEdition(t *testing.T) {
	in := torture(t)
	files, names := members(t, write1(t, bookOf(in, in.Editions[0])))
	for _, name := range []string{"EPUB/xhtml/domain-web.xhtml", "EPUB/xhtml/domain-lieux.xhtml", "EPUB/xhtml/domain-latin.xhtml"} {
		if files[name] == "" {
			t.Errorf("no %s in %v", name, names)
		}
	}
	if files["EPUB/xhtml/domain-vide.xhtml"] != "" {
		t.Error("a domain without entries has a page")
	}
}

// The version 5 UUID is that of another program, for the same names.
func TestAnEditionHasAnIdentifierOfItsOwn(t *testing.T) {
	in := torture(t)
	in.Editions[0].Name = "forum"
	files, _ := members(t, write1(t, bookOf(in, in.Editions[0])))
	if want := `<dc:identifier id="id">urn:uuid:8a401a3f-a45e-504b-b676-96c1cf9ca9bf</dc:identifier>`; !strings.Contains(files["EPUB/package.opf"], want) {
		t.Errorf("no %s", want)
	}
	if want := `<dc:source>urn:uuid:5189218f-6c35-4f10-a68b-edb1ca5a4bc4</dc:source>`; !strings.Contains(files["EPUB/package.opf"], want) {
		t.Errorf("no %s", want)
	}
}

func TestFromRightToLeft(t *testing.T) {
	files, _ := members(t, write1(t, bookOf(small(t, "ar", "كلمة"), nil)))
	for name, want := range map[string]string{
		"EPUB/package.opf":             `page-progression-direction="rtl"`,
		"EPUB/nav.xhtml":               ` lang="ar" xml:lang="ar" dir="rtl">`,
		"EPUB/xhtml/letter-u643.xhtml": ` lang="ar" xml:lang="ar" dir="rtl">`,
	} {
		if !strings.Contains(files[name], want) {
			t.Errorf("%s: no %s", name, want)
		}
	}
}

// A book in a language that the program does not speak says its own words in English, as English.
func TestWordsOfAnotherLanguage(t *testing.T) {
	files, _ := members(t, write1(t, bookOf(small(t, "es", "palabra"), nil)))
	for name, words := range map[string]string{"EPUB/nav.xhtml": "Contents", "EPUB/xhtml/letter-p.xhtml": "verb", "EPUB/xhtml/title.xhtml": "Version 1"} {
		if want := `<span lang="en" xml:lang="en">` + words + "</span>"; !strings.Contains(files[name], want) {
			t.Errorf("%s: no %s", name, want)
		}
	}
}

func TestReferenceLexicon(t *testing.T) {
	in := load(t, os.DirFS("../../../lexicon"))
	write1(t, bookOf(in, nil))
	for _, ed := range in.Editions {
		write1(t, bookOf(in, ed))
	}
}

func TestImagesThatCannotBe(t *testing.T) {
	for _, file := range []string{"images/absente.png", "images/texte.png"} {
		in := small(t, "fr", "mot")
		in.Assets = fstest.MapFS{"images/texte.png": {Data: []byte("du texte")}}
		in.Entries[0].Illustration = &glossary.Illustration{File: glossary.Text{Value: file}}
		if _, err := write(bookOf(in, nil)); err == nil || !strings.Contains(err.Error(), file) {
			t.Errorf("%s: %v", file, err)
		}
	}
}

func TestSplit(t *testing.T) {
	for _, test := range []struct {
		sizes []int
		want  []span
	}{
		{nil, nil},
		{[]int{5}, []span{{0, 1}}},
		{[]int{500}, []span{{0, 1}}},
		{[]int{30, 30, 40}, []span{{0, 3}}},
		{[]int{30, 30, 41}, []span{{0, 2}, {2, 3}}},
		{[]int{10, 500, 10}, []span{{0, 1}, {1, 2}, {2, 3}}},
		{[]int{40, 40, 40, 40}, []span{{0, 2}, {2, 4}}},
	} {
		if got := split(test.sizes, 100); !slices.Equal(got, test.want) {
			t.Errorf("%v: %v", test.sizes, got)
		}
	}
}

func TestGuide(t *testing.T) {
	for _, test := range []struct{ word, other, want string }{
		{"cadre", "", "Ca"},
		{"cadre", "chantier", "Ca"},
		{"cadre", "cabane", "Cad"},
		{"écran", "école", "Écr"},
		{"e\u0301cran", "", "E\u0301c"},
		{"co", "coop", "Co"},
		{"a b", "", "A b"},
		{"x", "y", "X"},
		{"", "y", ""},
	} {
		if got := guide(test.word, test.other); got != test.want {
			t.Errorf("%q beside %q: %q", test.word, test.other, got)
		}
	}
}
