package source_test

import (
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"github.com/lexipoche/lexipoche/internal/casetest"
	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/source"
)

// values lists what was read in all files, as key and value.
func values(in glossary.Input) []string {
	var list []string
	add := func(f *glossary.File) {
		for _, v := range f.Values {
			list = append(list, f.Path+" "+v.Field.Key+"="+v.Text.Value)
		}
	}
	add(&in.Lexicon.File)
	for _, e := range in.Entries {
		add(&e.File)
	}
	for _, e := range in.Editions {
		add(&e.File)
	}
	return list
}

func load(t *testing.T, fsys fs.FS) (glossary.Input, diag.List) {
	t.Helper()
	in, found, err := source.Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	found.Sort()
	return in, found
}

func codes(found diag.List) []string {
	var list []string
	for _, d := range found {
		list = append(list, d.File+" "+d.Code)
	}
	slices.Sort(list)
	return list
}

// Each correction, made alone, takes its finding away, brings no other, and leaves the values as they were read; and so do all of
// them together.
func TestCorrections(t *testing.T) {
	names, err := filepath.Glob("cases/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	corrections := 0
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			archive.Files = slices.DeleteFunc(archive.Files, func(f txtar.File) bool { return f.Name == "fr" || f.Name == "en" })
			fsys := casetest.Over(archive)
			before, found := load(t, fsys)
			all := map[string][]*diag.Fix{}
			for i, d := range found {
				if d.Fix == nil {
					continue
				}
				corrections++
				all[d.File] = append(all[d.File], d.Fix)
				in, left := load(t, mended(t, fsys, d.File, d.Fix))
				want := codes(slices.Delete(slices.Clone(found), i, i+1))
				if got := codes(left); !slices.Equal(got, want) {
					t.Errorf("%s at %v corrected: found %v, want %v", d.Code, d.Span, got, want)
				}
				if got, want := values(in), values(before); !slices.Equal(got, want) && d.Code != "control-character" {
					t.Errorf("%s at %v corrected: read\n%s\nwant\n%s", d.Code, d.Span, strings.Join(got, "\n"), strings.Join(want, "\n"))
				}
			}
			for file, fixes := range all {
				fsys = mended(t, fsys, file, fixes...)
			}
			in, left := load(t, fsys)
			found = slices.DeleteFunc(found, func(d diag.Diagnostic) bool { return d.Fix != nil })
			if got, want := codes(left), codes(found); !slices.Equal(got, want) {
				t.Errorf("all corrected: found %v, want %v", got, want)
			}
			if got, want := values(in), values(before); !slices.Equal(got, want) && !strings.HasSuffix(name, "control-character.txtar") {
				t.Errorf("all corrected: read\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
			}
		})
	}
	if corrections < 65 {
		t.Errorf("only %d corrections are shown", corrections)
	}
}

// mended gives the folder with corrections made in a file, all of them.
func mended(t *testing.T, fsys fstest.MapFS, file string, fixes ...*diag.Fix) fstest.MapFS {
	t.Helper()
	data, made := diag.Apply(fsys[file].Data, fixes)
	if len(made) != len(fixes) {
		t.Errorf("%s: %d corrections of %d were made", file, len(made), len(fixes))
	}
	next := maps.Clone(fsys)
	next[file] = &fstest.MapFile{Data: data}
	return next
}

// Each mistake is found for what it is, once; what is read is what was meant, which the corrections then write.
func TestMistakes(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/mistakes.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := casetest.Over(archive)
	for _, f := range archive.Files {
		name, wanted, _ := strings.Cut(f.Name, ": ")
		t.Run(name, func(t *testing.T) {
			data := files[f.Name].Data
			e, found := source.ParseEntry("terms/essai.yaml", data)
			found.Sort()
			var got []string
			var fixes []*diag.Fix
			var left []string
			for _, d := range found {
				got = append(got, d.Code)
				if d.Fix != nil {
					fixes = append(fixes, d.Fix)
				} else {
					left = append(left, d.Code)
				}
			}
			if strings.Join(got, " ") != strings.TrimPrefix(wanted, "none") {
				t.Errorf("found %v", got)
			}
			if strings.Contains(string(data), "noun") && e.POS.Value != "noun" {
				t.Errorf("the part of speech is read as %q", e.POS.Value)
			}
			data, made := diag.Apply(data, fixes)
			if len(made) != len(fixes) {
				t.Errorf("%d corrections of %d were made", len(made), len(fixes))
			}
			after, found := source.ParseEntry("terms/essai.yaml", data)
			found.Sort()
			var still []string
			for _, d := range found {
				still = append(still, d.Code)
			}
			if !slices.Equal(still, left) {
				t.Errorf("corrected: found %v, want %v, in\n%s", still, left, data)
			}
			if !slices.Equal(plainValues(after), plainValues(e)) {
				t.Errorf("corrected: read %q, want %q", plainValues(after), plainValues(e))
			}
		})
	}
}
