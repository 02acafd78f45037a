package export_test

import (
	"bytes"
	"cmp"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"
	"time"

	"github.com/lexipoche/lexipoche/internal/casetest"
	"github.com/lexipoche/lexipoche/internal/compile"
	"github.com/lexipoche/lexipoche/internal/export"
	"github.com/lexipoche/lexipoche/internal/format"
	"github.com/lexipoche/lexipoche/internal/format/json"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/i18n"
	"github.com/lexipoche/lexipoche/lexicon"
)

// What is read of an export is written as the same export, to the byte: nothing is lost, and nothing is added. One thing that
// shows in its rendered texts comes from elsewhere, for it does not hold it: the names of the concepts that an edition left
// out, within which no shorter name becomes a link by itself.
func TestRoundTrip(t *testing.T) {
	folders := map[string]fs.FS{"reference": lexicon.FS}
	dirs, err := filepath.Glob(filepath.Join("..", "..", "cmd", "lexipoche", "testdata", "torture*"))
	if err != nil || len(dirs) < 5 {
		t.Fatalf("%v %v", dirs, err)
	}
	for _, dir := range dirs {
		folders[filepath.Base(dir)] = os.DirFS(dir)
	}
	for name, fsys := range folders {
		g, _, err := compile.Check(fsys)
		if err != nil {
			t.Fatal(err)
		}
		editions, tags := []string{""}, []string{""}
		for _, ed := range g.Editions {
			editions = append(editions, ed.Name)
		}
		for i := range g.Lexicon.Translations {
			tags = append(tags, g.Lexicon.Translations[i].Value)
		}
		for _, edition := range editions {
			for _, tag := range tags {
				t.Run(name+"/"+cmp.Or(edition, "whole")+"/"+cmp.Or(tag, "own"), func(t *testing.T) {
					out, _, err := compile.Build(fsys, compile.Options{Formats: []string{"json"}, Edition: edition, Language: tag, Program: "lexipoche test"})
					if err != nil || out == nil {
						t.Fatal(err)
					}
					roundTrip(t, out)
				})
			}
		}
	}
}

func roundTrip(t *testing.T, out *compile.Output) {
	t.Helper()
	data := out.Files[0].Data
	x, found := export.Read(out.Files[0].Name, data)
	for _, d := range found {
		message, _ := casetest.Voice("fr").Say(d.Code, d.Args)
		t.Errorf("%s:%d:%d: %s [%s]", d.File, d.Span.Line, d.Span.Col, message, d.Code)
	}
	if len(found) > 0 {
		return
	}
	var left []*glossary.Entry
	for _, e := range out.Book.Glossary.Entries {
		if !out.Book.Has(e) {
			left = append(left, e)
		}
	}
	again := write(t, x, left)
	was, is := bytes.Split(data, []byte("\n")), bytes.Split(again, []byte("\n"))
	if len(was) != len(is) {
		t.Errorf("%d lines, now %d", len(was), len(is))
	}
	for i := range min(len(was), len(is)) {
		if !bytes.Equal(was[i], is[i]) {
			at := 0
			for at < min(len(was[i]), len(is[i])) && was[i][at] == is[i][at] {
				at++
			}
			t.Errorf("line %d, from byte %d:\n%.300s\nis now:\n%.300s", i+1, at, was[i][max(0, at-80):], is[i][max(0, at-80):])
		}
	}
}

// write makes the export of what was read of one, in a lexicon that has other entries besides.
func write(t *testing.T, x *export.Export, besides []*glossary.Entry) []byte {
	t.Helper()
	l := x.Lexicon
	date, err := time.Parse(time.DateOnly, l.Date.Value)
	if err != nil {
		t.Fatal(err)
	}
	entries := slices.Clone(x.Entries)
	x.Input.Entries = append(x.Entries, besides...)
	g := glossary.Link(x.Input)
	b := format.Book{
		Glossary: g, Edition: x.Edition, Words: i18n.For(l.Language.Value), Language: l.Language.Value, Slug: x.Slug,
		Title: l.Title.Value, Subtitle: l.Subtitle.Value, TitleLanguage: x.TitleLanguage, Date: date, Program: x.Generator,
	}
	keys := map[*glossary.Entry]string{}
	for _, e := range entries {
		keys[e] = l.Collation().Key(e.SortText())
	}
	slices.SortFunc(entries, func(a, b *glossary.Entry) int {
		return cmp.Or(cmp.Compare(keys[a], keys[b]), cmp.Compare(a.ID, b.ID))
	})
	files, err := json.Format.Write(format.New(b, entries, false))
	if err != nil {
		t.Fatal(err)
	}
	return files[0].Data
}

// An order that is not the usual one is known again.
func TestRoundTripOfAnOrder(t *testing.T) {
	fsys := fstest.MapFS{"lexicon.yaml": {Data: []byte("schema: 1\nid: urn:uuid:6f1c2a34-5b6d-4e7f-8a90-1b2c3d4e5f60\nslug: petit\ntitle: Petit\n" +
		"language: fr-CA\nversion: \"1\"\ndate: 2026-11-22\nlicense: CC-BY-4.0\nstyle: {collation: word}\ndomains:\n  outils: {fr: Outils}\n")}}
	for name, term := range map[string]string{
		"base": "base", "base-de-donnees": "base de données", "basse-mer": "basse mer", "base-a": "base à", "baser": "baser",
	} {
		entry := "term: " + term + "\npos: noun\ngender: feminine\nplural: choses\ndomains: [outils]\ndefinition: Une chose, parmi d’autres.\n"
		if term != "baser" {
			entry += "broader: [baser]\n"
		}
		fsys["terms/"+name+".yaml"] = &fstest.MapFile{Data: []byte(entry)}
	}
	out, found, err := compile.Build(fsys, compile.Options{Formats: []string{"json"}, Program: "lexipoche test"})
	if err != nil || out == nil {
		t.Fatal(err, found)
	}
	x, _ := export.Read(out.Files[0].Name, out.Files[0].Data)
	if x.Lexicon.Style == nil || x.Lexicon.Style.Collation.Value != "word" {
		t.Error("taken for the order of letters")
	}
	roundTrip(t, out)
}
