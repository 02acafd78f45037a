package epub

import (
	"bytes"
	"log"
	"maps"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/glossary"
)

// made gives a small book and what go-epub made of it.
func made(t *testing.T) (*publication, map[string][]byte) {
	t.Helper()
	p, err := plan(bookOf(small(t, "fr", "mot", "nom"), nil))
	if err != nil {
		t.Fatal(err)
	}
	files, err := assemble(p)
	if err != nil {
		t.Fatal(err)
	}
	return p, files
}

// go-epub tells the logger alone of a page that it could not write, and goes on without it.
func TestWhatIsOnlyLoggedFails(t *testing.T) {
	p, _ := made(t)
	var usual bytes.Buffer
	defer log.SetOutput(log.Writer())
	log.SetOutput(&usual)
	p.pages[0].name = "a\xff.xhtml"
	if _, err := assemble(p); err == nil || !strings.Contains(err.Error(), "go-epub: ") {
		t.Errorf("the error is %v", err)
	}
	if log.Print("after"); !strings.Contains(usual.String(), "after") || strings.Contains(usual.String(), "XHTML") {
		t.Errorf("the logger got %q", usual.String())
	}
}

// go-epub quotes the whole file that it could not read.
func TestErrorsAreShort(t *testing.T) {
	if got := short("no " + strings.Repeat("é", 1<<20)); len(got) > 210 || !utf8.ValidString(got) || !strings.HasPrefix(got, "no é") {
		t.Errorf("%d bytes: %.40q", len(got), got)
	}
	if got := short("no file\n"); got != "no file" {
		t.Errorf("%q", got)
	}
}

func TestNoRequestIsMade(t *testing.T) {
	client := http.Client{Transport: noNetwork{}}
	if _, err := client.Get("https://example.org"); err == nil {
		t.Error("a request was made")
	}
}

func TestUnexpectedShapesFail(t *testing.T) {
	p, files := made(t)
	if _, err := finish(p, files); err != nil {
		t.Fatal(err)
	}
	const title = "EPUB/xhtml/title.xhtml"
	for name, change := range map[string]func(map[string][]byte){
		"a file too many":      func(f map[string][]byte) { f["EPUB/more"] = nil },
		"a file too few":       func(f map[string][]byte) { delete(f, title) },
		"no package":           func(f map[string][]byte) { f["EPUB/package.opf"] = nil },
		"a page not listed":    edit("EPUB/package.opf", `href="xhtml/title.xhtml"`, `href="xhtml/other.xhtml"`),
		"a page out of place":  edit("EPUB/package.opf", `<itemref idref="title.xhtml"></itemref>`, ""),
		"a page twice":         edit("EPUB/package.opf", `</spine>`, `<itemref idref="title.xhtml"/></spine>`),
		"another package":      edit("META-INF/container.xml", "EPUB/package.opf", "OPS/package.opf"),
		"another type":         func(f map[string][]byte) { f["mimetype"] = []byte("application/zip") },
		"another style":        func(f map[string][]byte) { f["EPUB/css/style.css"] = []byte("p {}") },
		"another start":        edit(title, `<html xmlns="http://www.w3.org/1999/xhtml"`, `<html class="x" xmlns="http://www.w3.org/1999/xhtml"`),
		"another title":        edit(title, `<title dir="auto">`, `<title>`),
		"another body":         edit(title, `<body dir="auto">`, `<body>`),
		"two bodies":           edit(title, `</html>`, `<body dir="auto">`+"\n</body></html>"),
		"no place for a body":  edit(title, bodyMark, ""),
		"two places for a one": edit(title, bodyMark, bodyMark+"\n"+bodyMark),
	} {
		changed := maps.Clone(files)
		change(changed)
		if _, err := finish(p, changed); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func edit(name, old, new string) func(map[string][]byte) {
	return func(files map[string][]byte) {
		if !bytes.Contains(files[name], []byte(old)) {
			panic(name + " has no " + old)
		}
		files[name] = bytes.ReplaceAll(files[name], []byte(old), []byte(new))
	}
}

func TestFaultsThatAreFound(t *testing.T) {
	p, files := made(t)
	sound, err := finish(p, files)
	if err != nil {
		t.Fatal(err)
	}
	if err := check(sound); err != nil {
		t.Fatal(err)
	}
	const title = "EPUB/xhtml/title.xhtml"
	for name, change := range map[string]func(map[string][]byte){
		"not well formed":          edit(title, "</h1>", ""),
		"an entity of nobody":      edit(title, "</h1>", "&nbsp;</h1>"),
		"a control character":      edit(title, "</h1>", "\v</h1>"),
		"a tag too many":           edit(title, "</body>", "</body></html>"),
		"an id twice":              edit(title, "</h1>", `<b id="_title"/></h1>`),
		"a file that is lost":      edit(title, "how-to-use.xhtml", "letter-x.xhtml"),
		"a fragment lost":          edit(title, "how-to-use.xhtml", "how-to-use.xhtml#x"),
		"a fragment of a style":    edit(title, "../css/style.css", "../css/style.css#x"),
		"a label lost":             edit(title, `aria-labelledby="_title"`, `aria-labelledby="_x"`),
		"an image elsewhere":       edit(title, "</h1>", `<img alt="" src="https://example.org/a.png"/></h1>`),
		"a style elsewhere":        edit(title, "../css/style.css", "https://example.org/style.css"),
		"a link to a program":      edit(title, "how-to-use.xhtml", "javascript:alert(1)"),
		"a script":                 edit(title, "</h1>", `<script/></h1>`),
		"a contents lost":          edit("EPUB/toc.ncx", "letter-m.xhtml", "letter-x.xhtml"),
		"a key that leads nowhere": edit("EPUB/search-key-map.xml", "#t000", "#x"),
		"a key to a page":          edit("EPUB/search-key-map.xml", "#t000", ""),
		"a key to a heading":       edit("EPUB/search-key-map.xml", "#t000", "#_t-t000"),
		"a resource lost":          edit("EPUB/package.opf", `href="xhtml/title.xhtml"`, `href="xhtml/x.xhtml"`),
		"a resource listed twice":  edit("EPUB/package.opf", "</manifest>", `<item id="x" href="xhtml/title.xhtml" media-type="text/plain"/></manifest>`),
		"a page of nothing":        edit("EPUB/package.opf", "</spine>", `<itemref idref="x"/></spine>`),
		"a resource not listed":    func(f map[string][]byte) { f["EPUB/more.css"] = []byte("p {}") },
		"a package not formed":     edit("EPUB/package.opf", "</package>", ""),
	} {
		if err := check(changed(sound, change)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if err := check(append(sound, sound[0])); err == nil {
		t.Error("a member twice: no error")
	}
}

// changed gives the members of a book after a change, in the order of their names.
func changed(sound []member, change func(map[string][]byte)) []member {
	files := map[string][]byte{}
	for _, m := range sound {
		files[m.name] = m.data
	}
	change(files)
	var list []member
	for _, name := range slices.Sorted(maps.Keys(files)) {
		list = append(list, member{name, files[name]})
	}
	return list
}

func TestDictionariesThatMixAreFound(t *testing.T) {
	in := small(t, "fr", "mot")
	in.Entries[0].Translations = []glossary.Translation{{Language: glossary.Text{Value: "en"}, Term: glossary.Text{Value: "word"}}}
	p, err := plan(bookOf(in, nil))
	if err != nil {
		t.Fatal(err)
	}
	files, err := assemble(p)
	if err != nil {
		t.Fatal(err)
	}
	sound, err := finish(p, files)
	if err != nil {
		t.Fatal(err)
	}
	if err := check(sound); err != nil {
		t.Fatal(err)
	}
	const opf, link = "EPUB/package.opf", `<link href="xhtml/index-en.xhtml"/>`
	for name, change := range map[string]func(map[string][]byte){
		"a word that is lost":        edit("EPUB/search-key-map-en.xml", "#_word-en-1", "#_word-en-2"),
		"a heading of a word":        edit("EPUB/search-key-map-en.xml", "#_word-en-1", "#_dfn-en-1"),
		"an entry for a word":        edit("EPUB/search-key-map-en.xml", "index-en.xhtml#_word-en-1", "letter-m.xhtml#t000"),
		"a word for an entry":        edit("EPUB/search-key-map.xml", "letter-m.xhtml#t000", "index-en.xhtml#_word-en-1"),
		"a page of no dictionary":    edit(opf, link, ""),
		"a page of two dictionaries": edit(opf, link, link+`<link href="xhtml/letter-m.xhtml"/>`),
		"a page that is not there":   edit(opf, link, link+`<link href="xhtml/index-en--2.xhtml"/>`),
		"a dictionary twice":         edit(opf, "</package>", `<collection role="dictionary">`+link+"</collection></package>"),
		"a key map of two languages": edit(opf, `<link href="search-key-map.xml"/>`, `<link href="search-key-map-en.xml"/>`),
		"a key map of no dictionary": edit(opf, `<link href="search-key-map-en.xml"/>`, ""),
		"an article without a name":  edit("EPUB/xhtml/index-en.xhtml", `<h3 id="_dfn-en-1">`, `<h3>`),
	} {
		if err := check(changed(sound, change)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// A compressor that has served gives the bytes of a new one: which of them serves is chance.
func TestCompressorsForget(t *testing.T) {
	a, b := bytes.Repeat([]byte("lexique de poche "), 9000), bytes.Repeat([]byte("poche de lexique, "), 9000)
	first := map[string][]byte{}
	for _, data := range [][]byte{a, b, style} {
		compressors.New = nil
		for compressors.Get() != nil {
		}
		packed, err := deflate(data)
		if err != nil {
			t.Fatal(err)
		}
		first[string(data)] = packed
	}
	for range 20 {
		for _, data := range [][]byte{b, a, style, b, b, a} {
			if packed, err := deflate(data); err != nil || !bytes.Equal(packed, first[string(data)]) {
				t.Fatalf("other bytes, %v", err)
			}
		}
	}
}

// What an older engine meets and does not know makes it drop the whole sheet; colours are the reader's.
func TestStyleIsPlain(t *testing.T) {
	for _, refused := range []string{
		`@`, `url\(`, `\b(min|max|clamp|var|calc)\(`, `display:\s*(flex|grid)`, `background`, `[^-]color:\s*[^i\s]`, `--`, `#[0-9a-f]`, `\brem\b`, `vw|vh`,
		`http`, `font-family`, `!important`,
	} {
		rules := regexp.MustCompile(`(?s)/\*.*?\*/`).ReplaceAll(style, nil)
		if found := regexp.MustCompile(refused).Find(rules); found != nil {
			t.Errorf("the style sheet has %q", found)
		}
	}
}
