package compile

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/lexipoche/lexipoche/internal/casetest"
	"github.com/lexipoche/lexipoche/internal/format"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/lexicon"
)

func mustBuild(t *testing.T, fsys fs.FS, opt Options) *Output {
	t.Helper()
	if opt.Formats == nil {
		opt.Formats = DefaultFormats
	}
	opt.Program = "lexipoche test"
	out, found, err := Build(fsys, opt)
	if err != nil {
		t.Fatal(err)
	}
	if out == nil {
		t.Fatalf("not built: %v", found)
	}
	return out
}

// The content is held to what it asks of others: no error, no warning.
func TestReferenceLexiconIsClean(t *testing.T) {
	_, found, err := Check(lexicon.FS)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range found {
		message, hint := casetest.Voice("fr").Say(d.Code, d.Args)
		t.Errorf("%s:%d:%d: %s (%s)", d.File, d.Span.Line, d.Span.Col, message, hint)
	}
}

func TestReferenceLexiconBuilds(t *testing.T) {
	out := mustBuild(t, lexicon.FS, Options{})
	var names []string
	for _, f := range out.Files {
		names = append(names, f.Name)
	}
	want := []string{"lexique-numerique.epub", "lexique-numerique.html", "lexique-numerique.json", "lexique-numerique.schema.json"}
	if !slices.Equal(names, want) {
		t.Errorf("made %v, want %v", names, want)
	}
	for _, e := range out.Book.Entries {
		if e.State() == "draft" {
			t.Errorf("%s is a draft and is in the book", e.ID)
		}
	}
}

// reference gives the files of the reference lexicon, to be changed at will.
func reference(t *testing.T) fstest.MapFS {
	t.Helper()
	files := fstest.MapFS{}
	err := fs.WalkDir(lexicon.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(lexicon.FS, name)
		files[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// shuffled gives the files of a folder in an order of its own.
type shuffled struct{ fstest.MapFS }

func (s shuffled) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := s.MapFS.ReadDir(name)
	slices.Reverse(entries)
	return entries, err
}

func TestSameInputGivesSameBytes(t *testing.T) {
	files := reference(t)
	first := mustBuild(t, files, Options{})
	cores := runtime.GOMAXPROCS(1)
	one := mustBuild(t, files, Options{})
	runtime.GOMAXPROCS(cores)
	for how, other := range map[string]*Output{
		"one core":         one,
		"again":            mustBuild(t, files, Options{}),
		"folders shuffled": mustBuild(t, shuffled{files}, Options{}),
	} {
		for i, f := range first.Files {
			if !bytes.Equal(f.Data, other.Files[i].Data) {
				t.Errorf("%s: %s differs", how, f.Name)
			}
		}
	}
}

func TestSourceDateReplacesTheLexicons(t *testing.T) {
	date := time.Date(2001, 2, 3, 0, 0, 0, 0, time.UTC)
	if got := mustBuild(t, casetest.Base(), Options{Date: date}).Book.Date; !got.Equal(date) {
		t.Errorf("dated %v", got)
	}
	if got := mustBuild(t, casetest.Base(), Options{}).Book.Date.Format(time.DateOnly); got != "2026-11-22" {
		t.Errorf("dated %v", got)
	}
}

func TestEdition(t *testing.T) {
	out := mustBuild(t, lexicon.FS, Options{Edition: "forum"})
	b := out.Book
	if b.Slug != "lexique-numerique-forum" || b.Title != "Les mots du forum" {
		t.Errorf("slug %q, title %q", b.Slug, b.Title)
	}
	whole := mustBuild(t, lexicon.FS, Options{}).Book
	if len(b.Entries) == 0 || len(b.Entries) >= len(whole.Entries) {
		t.Errorf("%d entries of %d", len(b.Entries), len(whole.Entries))
	}
	before, after := whole.Entry("tiers-lieu"), b.Entry("tiers-lieu")
	if before.InBrief.Value == after.InBrief.Value || len(after.Notes) != len(before.Notes)+1 {
		t.Error("the edition's words are not in the entry")
	}
	if after.Definition.Value != before.Definition.Value {
		t.Error("the lexicon's own words are lost")
	}
	for _, s := range b.Sections {
		if !strings.HasPrefix(s.Anchor, "_domain-") {
			t.Errorf("section %s in a thematic edition", s.Anchor)
		}
	}
}

func TestUnknownNames(t *testing.T) {
	for _, opt := range []Options{{Formats: []string{"pdf"}}, {Formats: DefaultFormats, Edition: "fete"}} {
		_, _, err := Build(casetest.Base(), opt)
		if e, ok := err.(*UnknownError); !ok || len(e.Known) == 0 {
			t.Errorf("%+v: %v", opt, err)
		}
	}
}

func TestErrorsMakeNothing(t *testing.T) {
	fsys := casetest.Base()
	fsys["terms/x.yaml"] = &fstest.MapFile{Data: []byte("term: x\n")}
	out, found, err := Build(fsys, Options{Formats: DefaultFormats})
	if out != nil || err != nil || !found.HasErrors() {
		t.Errorf("%v, %v, %v", out, found, err)
	}
}

func TestSave(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new")
	files := []format.File{{Name: "a.txt", Data: []byte("a")}, {Name: "sub/b.txt", Data: []byte("b")}}
	for range 2 { // the second time over the first
		if err := Save(dir, &Output{Files: files}); err != nil {
			t.Fatal(err)
		}
	}
	for _, f := range files {
		got, err := os.ReadFile(filepath.Join(dir, f.Name))
		if err != nil || !bytes.Equal(got, f.Data) {
			t.Errorf("%s: %q, %v", f.Name, got, err)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

// A run that was stopped leaves parts; the next one takes them away, and touches nothing else.
func TestSaveCleansWhatAnInterruptionLeft(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{".lexipoche-123.part", ".other", "kept.txt"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("x"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := Save(dir, &Output{Files: []format.File{{Name: "a", Data: []byte("a")}}}); err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if want := []string{".other", "a", "kept.txt"}; !slices.Equal(names, want) {
		t.Errorf("left %v, want %v", names, want)
	}
}

// When one file cannot be made, none replaces what was there, and no part stays.
func TestSaveAllOrNothing(t *testing.T) {
	dir := t.TempDir()
	old := filepath.Join(dir, "a.txt")
	if err := os.WriteFile(old, []byte("old"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "blocked"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	err := Save(dir, &Output{Files: []format.File{{Name: "a.txt", Data: []byte("new")}, {Name: "blocked/b.txt", Data: []byte("b")}}})
	if err == nil {
		t.Fatal("no error")
	}
	if got, _ := os.ReadFile(old); string(got) != "old" {
		t.Errorf("a.txt became %q", got)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestReplaceKeepsPermissions(t *testing.T) {
	name := filepath.Join(t.TempDir(), "a")
	if err := os.WriteFile(name, []byte("old"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Replace(name, []byte("new")); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(name)
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(name); string(got) != "new" || info.Mode().Perm() != 0o600 {
		t.Errorf("%q with mode %v", got, info.Mode())
	}
}

// A folder that is made anew keeps nothing of what an earlier build made there, and all that others put in it.
func TestSaveFolder(t *testing.T) {
	dir := t.TempDir()
	save := func(names ...string) {
		t.Helper()
		out := &Output{Folders: []string{"site"}}
		for _, name := range names {
			out.Files = append(out.Files, format.File{Name: name, Data: []byte(name)})
		}
		if err := Save(dir, out); err != nil {
			t.Fatal(err)
		}
	}
	there := func() (names []string) {
		_ = filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
			if rel, _ := filepath.Rel(dir, name); rel != "." {
				names = append(names, filepath.ToSlash(rel))
			}
			return err
		})
		return names
	}
	save("lexique.epub", "site/index.html", "site/terms/a/index.html", "site/terms/b/index.html")
	for name, text := range map[string]string{"site/CNAME": "example.org", "site/terms/b/mine.txt": "x", "precious": "y"} {
		if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(name)), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	save("site/index.html", "site/terms/c/index.html")
	want := []string{
		"lexique.epub", "precious", "site", "site/.lexipoche", "site/CNAME", "site/index.html", "site/terms", "site/terms/b",
		"site/terms/b/mine.txt", "site/terms/c", "site/terms/c/index.html",
	}
	if got := there(); !slices.Equal(got, want) {
		t.Errorf("there are %q, want %q", got, want)
	}

	// A folder within another has a list of its own.
	nested := &Output{Folders: []string{"site/en"}, Files: []format.File{{Name: "site/en/index.html"}}}
	if err := Save(dir, nested); err != nil {
		t.Fatal(err)
	}
	want = slices.Insert(want, slices.Index(want, "site/index.html"), "site/en", "site/en/.lexipoche", "site/en/index.html")
	save("site/index.html", "site/terms/c/index.html")
	if got := there(); !slices.Equal(got, want) {
		t.Errorf("there are %q, want %q", got, want)
	}
	both := &Output{Folders: []string{"site", "site/en"}, Files: []format.File{{Name: "site/index.html"}, {Name: "site/en/index.html"}, {Name: "a"}}}
	for i, folder := range []string{"site", "site/en", ""} {
		if got := both.Folder(both.Files[i]); got != folder {
			t.Errorf("%s is in %q, want %q", both.Files[i].Name, got, folder)
		}
	}

	// A list that names files elsewhere takes nothing away.
	list := "../precious\n/" + filepath.ToSlash(filepath.Join(dir, "precious"))[1:] + "\nterms/../../precious\nabsent\n\n"
	if err := os.WriteFile(filepath.Join(dir, "site", ".lexipoche"), []byte(list), 0o644); err != nil {
		t.Fatal(err)
	}
	save("site/index.html", "site/terms/c/index.html")
	if got := there(); !slices.Equal(got, want) {
		t.Errorf("there are %q, want %q", got, want)
	}
}

// Whatever people say, they land on the word to use.
func TestWordsThatPeopleSay(t *testing.T) {
	g, _, err := Check(lexicon.FS)
	if err != nil {
		t.Fatal(err)
	}
	index := glossary.NewIndex(g, g.Entries)
	for word, id := range map[string]string{
		"coworking": "cotravail", "fablab": "atelier-de-fabrication-collaboratif", "Fab Lab": "atelier-de-fabrication-collaboratif",
		"makerspace": "atelier-de-fabrication-collaboratif", "living lab": "laboratoire-vivant", "beacon": "balise-de-proximite",
		"hub": "pole-technocreatif", "membership": "adhesion", "hashtag": "mot-clic", "cloud": "infonuagique",
		"streaming": "diffusion-en-continu", "podcast": "balado", "newsletter": "infolettre", "digital": "numerique",
		"startup": "jeune-pousse", "crowdfunding": "financement-participatif", "webinar": "webinaire",
		"smartphone": "telephone-intelligent", "chatbot": "agent-conversationnel", "big data": "megadonnees",
		"open data": "donnees-ouvertes", "storytelling": "mise-en-recit", "phishing": "hameconnage",
		"cookies": "temoin-de-connexion", "QR code": "code-qr", "MOOC": "cours-en-ligne-ouvert", "hackathon": "marathon-de-programmation",
		"design thinking": "pensee-design", "SEO": "referencement", "ebook": "livre-numerique", "blog": "blogue", "API": "interface-de-programmation",
		"codev": "codeveloppement", "OBNL": "organisme-sans-but-lucratif", "imprimantes 3D": "impression-3d",
	} {
		switch hits := index.Find(word); {
		case len(hits) == 0:
			t.Errorf("%q leads nowhere", word)
		case hits[0].How != glossary.Exact || hits[0].Entry.ID != id:
			t.Errorf("%q leads to %s, want %s", word, hits[0].Entry.ID, id)
		}
	}
}
