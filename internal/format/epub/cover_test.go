package epub

import (
	"bytes"
	"encoding/base64"
	"image/png"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/lexipoche/lexipoche/internal/format"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

// coverOf gives the cover of a book: its image, its name, and the page that shows it.
func coverOf(t *testing.T, b *format.Book) (data, name, page string) {
	t.Helper()
	files, _ := members(t, write1(t, b))
	page = files["EPUB/xhtml/cover.xhtml"]
	_, rest, _ := strings.Cut(page, `src="../`)
	name, _, _ = strings.Cut(rest, `"`)
	data = files["EPUB/"+name]
	if data == "" {
		t.Fatalf("no cover at %q", name)
	}
	for file, want := range map[string]string{
		"EPUB/package.opf": `<meta name="cover" content="` + strings.ReplaceAll(name, "/", "_") + `"/>`,
		"EPUB/nav.xhtml":   `<ol>` + "\n" + `<li><a epub:type="cover" href="xhtml/cover.xhtml">`,
	} {
		if strings.Count(files[file], want) != 1 {
			t.Errorf("%s: no %s", file, want)
		}
	}
	opf := files["EPUB/package.opf"]
	_, item, _ := strings.Cut(opf, `href="`+name+`"`)
	item, _, _ = strings.Cut(item, "/>")
	if strings.Count(opf, "cover-image") != 1 || !strings.HasSuffix(item, ` properties="cover-image"`) {
		t.Errorf("package.opf lists the cover as%s", item)
	}
	if !strings.Contains(opf, `<itemref idref="xhtml_cover.xhtml"/>`+"\n"+`<itemref idref="xhtml_title.xhtml"/>`) || strings.Contains(opf, "linear") {
		t.Error("the cover is not the first page")
	}
	if strings.Contains(files["EPUB/toc.ncx"], "cover") || strings.Count(files["EPUB/nav.xhtml"], "cover.xhtml") != 1 {
		t.Error("a table of contents lists the cover")
	}
	for _, absent := range []string{"<nav", "<h1", "<a "} {
		if strings.Contains(page, absent) {
			t.Errorf("the page of the cover has %s", absent)
		}
	}
	if !strings.Contains(files["EPUB/package.opf"], ">alternativeText<") {
		t.Error("package.opf does not tell of the alternative text")
	}
	return data, name, page
}

func TestACoverIsDrawn(t *testing.T) {
	b := bookOf(small(t, "fr", "mot"), nil)
	data, name, page := coverOf(t, b)
	if name != "images/cover.png" {
		t.Errorf("it is called %s", name)
	}
	if _, err := png.Decode(strings.NewReader(data)); err != nil {
		t.Error(err)
	}
	if want := `<div class="cover"><img role="doc-cover" epub:type="cover" src="../images/cover.png" alt="Couverture` + "\u00a0" + `: Petit"/></div>`; !strings.Contains(page, want) {
		t.Errorf("the page is %s", page)
	}
}

// Each thing that a cover shows changes it.
func TestWhatACoverShows(t *testing.T) {
	plain, _, _ := coverOf(t, bookOf(small(t, "fr", "mot"), nil))
	text := func(s string) glossary.Text { return glossary.Text{Value: s} }
	edition := func(change func(*glossary.Edition)) func(*glossary.Input) {
		return func(in *glossary.Input) {
			ed := &glossary.Edition{Name: "e", Title: in.Lexicon.Title}
			change(ed)
			in.Editions = []*glossary.Edition{ed}
		}
	}
	seen := map[string]string{plain: "nothing"}
	for name, change := range map[string]func(*glossary.Input){
		"title":     func(in *glossary.Input) { in.Lexicon.Title = text("Grand") },
		"subtitle":  func(in *glossary.Input) { in.Lexicon.Subtitle = text("Un lexique") },
		"version":   func(in *glossary.Input) { in.Lexicon.Version = text("2") },
		"publisher": func(in *glossary.Input) { in.Lexicon.Publisher = text("Éditions") },
		"colour":    func(in *glossary.Input) { in.Lexicon.Cover = &glossary.Cover{Color: text("#7a1f4e")} },
		"logo":      func(in *glossary.Input) { in.Lexicon.Cover = &glossary.Cover{Logo: text("images/zone.gif")} },
		"event": edition(func(ed *glossary.Edition) {
			ed.Event = &glossary.Event{Name: text("Forum"), Date: text("2027-04-15"), Place: text("Salle")}
		}),
		"no place": edition(func(ed *glossary.Edition) {
			ed.Event = &glossary.Event{Name: text("Forum"), Date: text("2027-04-15")}
		}),
		"no date":                  edition(func(ed *glossary.Edition) { ed.Event = &glossary.Event{Name: text("Forum"), Place: text("Salle")} }),
		"the edition's own colour": edition(func(ed *glossary.Edition) { ed.Cover = &glossary.Cover{Color: text("#ffd166")} }),
	} {
		in := small(t, "fr", "mot")
		in.Assets = decoded(t)
		change(&in)
		var ed *glossary.Edition
		if len(in.Editions) > 0 {
			ed = in.Editions[0]
		}
		data, _, _ := coverOf(t, bookOf(in, ed))
		if same, ok := seen[data]; ok {
			t.Errorf("%s: the cover is that of %s", name, same)
		}
		seen[data] = name
	}
}

// decoded gives the images of one pixel.
func decoded(t *testing.T) fs.FS {
	t.Helper()
	files := fstest.MapFS{"images/coupe.png": {Data: []byte("\x89PNG\r\n\x1a\n")}}
	for name, code := range dots {
		data, err := base64.StdEncoding.DecodeString(code)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: data}
	}
	return files
}

// The image is that of the edition, or of the lexicon: an edition does not bear the title of another book.
func TestTheCoverThatIsGiven(t *testing.T) {
	in := small(t, "fr", "mot")
	in.Assets = decoded(t)
	in.Lexicon.Cover = &glossary.Cover{Color: glossary.Text{Value: "#7a1f4e"}, Image: glossary.Text{Value: "images/zone.gif"}}
	edition := &glossary.Edition{Name: "e", Title: glossary.Text{Value: `L’"été" & <fils>`}, Cover: &glossary.Cover{Image: glossary.Text{Value: "images/point.webp"}}}
	for ed, file := range map[*glossary.Edition]string{nil: "images/zone.gif", edition: "images/point.webp"} {
		data, name, page := coverOf(t, bookOf(in, ed))
		want, err := fs.ReadFile(in.Assets, file)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal([]byte(data), want) || strings.Contains(name, "cover") {
			t.Errorf("%s is not the image given, %s", name, file)
		}
		if ed == edition && !strings.Contains(page, "alt=\"Couverture\u00a0: L’&quot;été&quot; &amp; &lt;fils&gt;\"") {
			t.Errorf("the page is %s", page)
		}
	}
	if _, name, _ := coverOf(t, bookOf(in, &glossary.Edition{Name: "f", Title: glossary.Text{Value: "Autre"}})); !strings.HasSuffix(name, "cover.png") {
		t.Errorf("the cover of another edition is %s", name)
	}
	// An image that is also an illustration is held once.
	in.Entries[0].Illustration = &glossary.Illustration{File: glossary.Text{Value: "images/zone.gif"}, Alt: glossary.Text{Value: "Zone"}}
	coverOf(t, bookOf(in, nil))
}

// An alternative text is in one language.
func TestTheCoverInAnotherLanguage(t *testing.T) {
	if _, _, page := coverOf(t, bookOf(small(t, "ar", "كلمة"), nil)); !strings.Contains(page, `alt="Petit"`) {
		t.Errorf("the page is %s", page)
	}
}

func TestCoversThatCannotBe(t *testing.T) {
	for file, c := range map[string]glossary.Cover{
		"images/absente.png": {Logo: glossary.Text{Value: "images/absente.png"}},
		"images/coupe.png":   {Logo: glossary.Text{Value: "images/coupe.png"}},
		"images/rien.png":    {Image: glossary.Text{Value: "images/rien.png"}},
	} {
		in := small(t, "fr", "mot")
		in.Assets = decoded(t)
		in.Lexicon.Cover = &c
		if _, err := write(bookOf(in, nil)); err == nil || !strings.Contains(err.Error(), file) {
			t.Errorf("%s: %v", file, err)
		}
	}
}
