package source_test

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/lexipoche/lexipoche/internal/casetest"
	"github.com/lexipoche/lexipoche/internal/source"
)

func file(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }

func TestLoadFindsEveryFile(t *testing.T) {
	fsys := casetest.Base()
	entry := string(fsys["terms/atelier.yaml"].Data)
	for _, name := range []string{
		"terms/z/y/x.yaml", "terms/_brouillon.yaml", "terms/.cache.yaml", "terms/_vieux/a.yaml", "terms/.git/b.yaml", "_c.yaml", "editions/_d.yaml",
		"terms/README.md", "terms/LISEZMOI.txt", "terms/Thumbs.db", "README.md", "LICENSE", "images/a.yaml",
	} {
		fsys[name] = file(entry)
	}
	in, found := load(t, fsys)
	var ids []string
	for _, e := range in.Entries {
		ids = append(ids, e.ID)
	}
	if want := []string{"atelier", "etabli", "vieil-outil", "x"}; !slices.Equal(ids, want) {
		t.Errorf("read %v", ids)
	}
	if len(in.Editions) != 1 || in.Lexicon.Broken || len(found) > 0 {
		t.Errorf("%d editions, %v", len(in.Editions), found)
	}
}

func TestLoadReportsWhatIsNotWhereItShouldBe(t *testing.T) {
	base := casetest.Base()
	lexicon, entry := base["lexicon.yaml"], base["terms/atelier.yaml"]
	link := &fstest.MapFile{Data: []byte("terms/atelier.yaml"), Mode: fs.ModeSymlink}
	noTerms := fstest.MapFS{"terms/atelier.yaml": nil, "terms/etabli.yaml": nil, "terms/vieil-outil.yaml": nil}
	with := func(m fstest.MapFS, name string, f *fstest.MapFile) fstest.MapFS {
		m = maps.Clone(m)
		m[name] = f
		return m
	}
	for name, test := range map[string]struct {
		change  fstest.MapFS // a nil file takes one away
		want    []string
		lexicon bool
		entries int
	}{
		"another name":       {fstest.MapFS{"lexicon.yaml": nil, "Lexique.yml": lexicon}, []string{"Lexique.yml wrong-extension"}, true, 3},
		"hidden extension":   {fstest.MapFS{"lexicon.yaml": nil, "lexicon.yaml.txt": lexicon}, []string{"lexicon.yaml.txt wrong-extension"}, true, 3},
		"both names":         {fstest.MapFS{"lexicon.yml": lexicon}, nil, true, 3},
		"no lexicon":         {fstest.MapFS{"lexicon.yaml": nil}, []string{"lexicon.yaml missing-lexicon"}, false, 3},
		"a folder":           {fstest.MapFS{"lexicon.yaml": nil, "lexicon.yaml/a": entry}, []string{"lexicon.yaml special-file"}, false, 3},
		"a link":             {fstest.MapFS{"lexicon.yaml": link}, []string{"lexicon.yaml special-file"}, false, 3},
		"a link to an entry": {fstest.MapFS{"terms/b.yaml": link}, []string{"terms/b.yaml special-file"}, true, 3},
		"capitals":           {fstest.MapFS{"terms/B.YAML": entry}, []string{"terms/B.YAML file-name", "terms/B.YAML wrong-extension"}, true, 4},
		"a short extension":  {fstest.MapFS{"terms/b.yml": entry}, []string{"terms/b.yml wrong-extension"}, true, 4},
		"no term":            {noTerms, []string{"lexicon.yaml no-entries"}, true, 0},
		"terms elsewhere":    {with(noTerms, "Terms/a.yaml", entry), []string{"lexicon.yaml no-entries"}, true, 0},
		"terms is a file":    {with(noTerms, "terms", entry), []string{"terms special-file"}, true, 0},
		"no edition":         {fstest.MapFS{"editions/visite.yaml": nil}, nil, true, 3},
		"one id":             {fstest.MapFS{"terms/a/atelier.yaml": entry, "terms/b/atelier.yaml": entry}, []string{"terms/atelier.yaml duplicate-id", "terms/b/atelier.yaml duplicate-id"}, true, 5},
	} {
		t.Run(name, func(t *testing.T) {
			fsys := maps.Clone(base)
			for name, f := range test.change {
				if f == nil {
					delete(fsys, name)
				} else {
					fsys[name] = f
				}
			}
			in, found := load(t, fsys)
			if got := codes(found); !slices.Equal(got, test.want) {
				t.Errorf("found %v, want %v", got, test.want)
			}
			if len(in.Entries) != test.entries || in.Lexicon.Broken == test.lexicon {
				t.Errorf("%d entries, the lexicon is broken: %t", len(in.Entries), in.Lexicon.Broken)
			}
		})
	}
}

// On a disk, links are not followed, be it to folders.
func TestLoadFollowsNoLink(t *testing.T) {
	dir, elsewhere := t.TempDir(), t.TempDir()
	for name, f := range casetest.Base() {
		name = filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(elsewhere, "secret.yaml"), []byte("term: secret\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(elsewhere, filepath.Join(dir, "terms", "liens")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join(elsewhere, "secret.yaml"), filepath.Join(dir, "terms", "secret.yaml")); err != nil {
		t.Fatal(err)
	}
	in, found := load(t, os.DirFS(dir))
	if want := []string{"terms/liens special-file", "terms/secret.yaml special-file"}; !slices.Equal(codes(found), want) || len(in.Entries) != 3 {
		t.Errorf("found %v, %d entries", codes(found), len(in.Entries))
	}
}

type failing struct{ fstest.MapFS }

var errDisk = errors.New("the disk failed")

func (f failing) Open(name string) (fs.File, error) {
	if strings.HasSuffix(name, "etabli.yaml") {
		return nil, errDisk
	}
	return f.MapFS.Open(name)
}

func TestLoadTellsWhatTheMachineRefused(t *testing.T) {
	if _, _, err := source.Load(failing{casetest.Base()}); !errors.Is(err, errDisk) {
		t.Errorf("the error is %v", err)
	}
	if _, _, err := source.Load(os.DirFS(filepath.Join(t.TempDir(), "none"))); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the error is %v", err)
	}
}

func TestLoadDependsOnNothingButTheFiles(t *testing.T) {
	fsys := casetest.Base()
	for _, bad := range []string{"a", "b", "c", "d"} {
		fsys["terms/"+bad+".yaml"] = file("term: " + bad + " : x\ncouleur: y\n")
	}
	first, found, err := source.Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	for range 20 {
		again, foundAgain, err := source.Load(fsys)
		if err != nil || !reflect.DeepEqual(foundAgain, found) || !slices.Equal(values(again), values(first)) {
			t.Fatal("read again, it differs", err)
		}
	}
}

func TestSlug(t *testing.T) {
	for headword, want := range map[string]string{
		"tiers-lieu": "tiers-lieu", "Modèle d’affaires": "modele-d-affaires", "cœur": "coeur", "  À  propos! ": "a-propos", "2FA": "2fa",
		"C++": "c", "图": "", "": "", "--": "", "aux": "aux-terme", "Straße": "strasse", "n° 5": "n-5", "l'été": "l-ete", "e\u0301te\u0301": "ete", "Ærø": "aero",
	} {
		if got := source.Slug(headword); got != want {
			t.Errorf("%q gives %q, want %q", headword, got, want)
		}
	}
}
