package json_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/lexipoche/lexipoche/internal/compile"
	"github.com/lexipoche/lexipoche/internal/locale"
	"github.com/lexipoche/lexipoche/lexicon"
)

// lexicons gives the reference lexicon and those made to be hard, by name, in every shape of the export: built once for all.
func lexicons(t *testing.T) map[string]*compile.Output {
	t.Helper()
	made, err := built()
	if err != nil {
		t.Fatal(err)
	}
	return made
}

var built = sync.OnceValues(func() (map[string]*compile.Output, error) {
	made := map[string]*compile.Output{}
	add := func(name string, fsys fs.FS, opt compile.Options) error {
		opt.Formats, opt.Program = []string{"json", "jsonl", "json-files", "jsonld"}, "lexipoche test"
		out, found, err := compile.Build(fsys, opt)
		if err == nil && out == nil {
			err = fmt.Errorf("%v", found)
		}
		made[name] = out
		return err
	}
	dirs, err := filepath.Glob(filepath.Join("..", "..", "..", "cmd", "lexipoche", "testdata", "torture*"))
	if len(dirs) < 5 {
		err = errors.Join(err, fmt.Errorf("only %v", dirs))
	}
	for name, opt := range map[string]compile.Options{"reference": {}, "forum": {Edition: "forum"}, "english": {Language: "en"}} {
		err = errors.Join(err, add(name, lexicon.FS, opt))
	}
	for _, dir := range dirs {
		err = errors.Join(err, add(filepath.Base(dir), os.DirFS(dir), compile.Options{}))
	}
	return made, err
})

// entriesOf gives the concepts of an export as they are written, and its envelope.
func entriesOf(t *testing.T, data []byte) (envelope map[string]json.RawMessage, entries []json.RawMessage) {
	t.Helper()
	if err := json.Unmarshal(data, &envelope); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(envelope["entries"], &entries); err != nil {
		t.Fatal(err)
	}
	return envelope, entries
}

// A concept is the same, to the byte, in the file, on its line and in its own file; and so is the envelope, but for the
// address of its schema.
func TestOneObjectInEveryShape(t *testing.T) {
	for name, out := range lexicons(t) {
		files := map[string][]byte{}
		for _, f := range out.Files {
			files[strings.TrimPrefix(f.Name, out.Book.Slug)] = f.Data
		}
		envelope, entries := entriesOf(t, files[".json"])
		lines := bytes.Split(bytes.TrimSuffix(files[".jsonl"], []byte("\n")), []byte("\n"))
		if len(lines) != len(entries)+1 || len(entries) == 0 {
			t.Fatalf("%s: %d lines for %d entries", name, len(lines), len(entries))
		}
		folder := out.Book.Folder("json") + "/"
		var index struct {
			Index []struct{ ID, Term, Hash string }
		}
		if err := json.Unmarshal(files[folder+"index.json"], &index); err != nil {
			t.Fatal(err)
		}
		for i, e := range entries {
			id := out.Book.Entries[i].ID
			if !bytes.Equal(e, lines[i+1]) {
				t.Errorf("%s: the line of %s is another", name, id)
			}
			if !bytes.Equal(append(bytes.Clone(e), '\n'), files[folder+"terms/"+id+".json"]) {
				t.Errorf("%s: the file of %s is another", name, id)
			}
			var about struct{ ID, Term, Hash string }
			if err := json.Unmarshal(e, &about); err != nil {
				t.Fatal(err)
			}
			if index.Index[i] != about {
				t.Errorf("%s: the index says %v of %v", name, index.Index[i], about)
			}
		}
		var header, listed map[string]json.RawMessage
		if err := json.Unmarshal(lines[0], &header); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(files[folder+"index.json"], &listed); err != nil {
			t.Fatal(err)
		}
		for _, m := range []map[string]json.RawMessage{envelope, header, listed} {
			for _, key := range []string{"$schema", "entries", "index"} {
				delete(m, key)
			}
		}
		same := func(a, b json.RawMessage) bool { return bytes.Equal(a, b) }
		if !maps.EqualFunc(envelope, header, same) || !maps.EqualFunc(envelope, listed, same) {
			t.Errorf("%s: the envelopes differ", name)
		}
	}
}

// The hash is that of the canonical form, worked out here by another program: encoding/json sorts keys, and what it escapes
// that RFC 8785 does not is put back.
func TestHash(t *testing.T) {
	plain := strings.NewReplacer(`\u2028`, "\u2028", `\u2029`, "\u2029")
	for name, out := range lexicons(t) {
		_, entries := entriesOf(t, out.Files[0].Data)
		seen := map[string]bool{}
		for _, e := range entries {
			var object map[string]any
			if err := json.Unmarshal(e, &object); err != nil {
				t.Fatal(err)
			}
			hash := object["hash"].(string)
			delete(object, "hash")
			var canonical bytes.Buffer
			enc := json.NewEncoder(&canonical)
			enc.SetEscapeHTML(false)
			if err := enc.Encode(object); err != nil {
				t.Fatal(err)
			}
			sum := sha256.Sum256([]byte(plain.Replace(strings.TrimSuffix(canonical.String(), "\n"))))
			if got := hex.EncodeToString(sum[:]); got != hash || seen[hash] {
				t.Errorf("%s: %s: hash %s, want %s", name, object["id"], hash, got)
			}
			seen[hash] = true
		}
	}
}

// A change in one entry, or in what leads to it, changes its hash; the others keep theirs.
func TestHashTellsWhatChanged(t *testing.T) {
	hashes := func(def string) map[string]string {
		fsys := tiny(def)
		out, found, err := compile.Build(fsys, compile.Options{Formats: []string{"json"}, Program: "lexipoche test"})
		if err != nil || out == nil {
			t.Fatal(err, found)
		}
		_, entries := entriesOf(t, out.Files[0].Data)
		m := map[string]string{}
		for _, e := range entries {
			var o struct{ ID, Hash string }
			if err := json.Unmarshal(e, &o); err != nil {
				t.Fatal(err)
			}
			m[o.ID] = o.Hash
		}
		return m
	}
	before, same, edited, linked := hashes("Une table."), hashes("Une table."), hashes("Un meuble."), hashes("Une table, voir [[banc]].")
	if !maps.Equal(before, same) {
		t.Error("the same lexicon has other hashes")
	}
	if edited["etabli"] == before["etabli"] || edited["banc"] != before["banc"] {
		t.Error("a definition was changed")
	}
	if linked["banc"] == before["banc"] || linked["chaise"] != before["chaise"] {
		t.Error("a link was added")
	}
}

// Sorted by their keys as plain texts, concepts stand in the order of the book.
func TestSortKeys(t *testing.T) {
	for name, out := range lexicons(t) {
		_, entries := entriesOf(t, out.Files[0].Data)
		previous := ""
		for _, e := range entries {
			var o struct {
				ID, Letter string
				SortKey    string `json:"sort_key"`
			}
			if err := json.Unmarshal(e, &o); err != nil {
				t.Fatal(err)
			}
			key := o.SortKey + " " + o.ID // a space comes before what keys are made of
			if key <= previous || o.Letter == "" || strings.Trim(o.SortKey, "0123456789ABCDEFGHIJKLMNOPQRSTUV") != "" {
				t.Errorf("%s: %s is filed under %q by %q, after %q", name, o.ID, o.Letter, key, previous)
			}
			previous = key
		}
	}
}

// With the table of the envelope alone, a program folds what its reader types as the search does: letter by letter, then
// spaces made one. What opens a word with an apostrophe it takes off by itself.
func TestFoldTable(t *testing.T) {
	for name, out := range lexicons(t) {
		envelope, _ := entriesOf(t, out.Files[0].Data)
		var table map[string]string
		if err := json.Unmarshal(envelope["fold"], &table); err != nil {
			t.Fatal(err)
		}
		fold := func(s string) string {
			var b strings.Builder
			for _, r := range s {
				if to, ok := table[string(r)]; ok {
					b.WriteString(to)
				} else {
					b.WriteRune(r)
				}
			}
			return strings.Join(strings.Fields(b.String()), " ")
		}
		queries := []string{
			"Tiers-Lieu", "  littératie   NUMÉRIQUE ", "cœur", "CŒUR", "e\u0301le\u0300ve", "aujourd’hui", "ﬁn", "“Beacon”?", "Straße", "naïve\u00a0idée",
			"co\u2011développement", "ÆSIR ĳ ǆ", "x²", "mot\u200bclic", "3D",
		}
		for _, e := range out.Book.Entries {
			for _, f := range e.Forms(out.Book.Language) {
				queries = append(queries, f.Text, strings.ToUpper(f.Text))
			}
		}
		compared := 0
		for _, q := range queries {
			if strings.ContainsAny(q, "'’") && fold(q) != locale.Fold(q) {
				continue // an elision
			}
			compared++
			if got, want := fold(q), locale.Fold(q); got != want {
				t.Errorf("%s: %q folds to %q, want %q", name, q, got, want)
			}
		}
		if compared < 15 {
			t.Errorf("%s: only %d queries", name, compared)
		}
	}
}

// No label of a language is two things at once (SKOS Reference, S13), and there is one preferred label a language (S14).
func TestLabels(t *testing.T) {
	n := 0
	for name, out := range lexicons(t) {
		_, entries := entriesOf(t, out.Files[0].Data)
		for i, e := range entries {
			var o struct {
				Labels struct {
					Preferred             map[string]string
					Admitted, Discouraged map[string][]string
				}
			}
			if err := json.Unmarshal(e, &o); err != nil {
				t.Fatal(err)
			}
			entry := out.Book.Entries[i]
			own := out.Book.Language
			if entry.Language != "" {
				own = entry.Language
			}
			if o.Labels.Preferred[own] != entry.Term.Value || len(o.Labels.Preferred) != 1+len(entry.Translations) {
				t.Errorf("%s: %s is called %v", name, entry.ID, o.Labels.Preferred)
			}
			seen := map[string]bool{}
			for tag, label := range o.Labels.Preferred {
				seen[tag+" "+label] = true
			}
			for _, others := range []map[string][]string{o.Labels.Admitted, o.Labels.Discouraged} {
				for tag, labels := range others {
					for _, label := range labels {
						n++
						if seen[tag+" "+label] {
							t.Errorf("%s: %s: %q is there twice in %s", name, entry.ID, label, tag)
						}
						seen[tag+" "+label] = true
					}
				}
			}
		}
	}
	if n < 300 {
		t.Errorf("only %d labels", n)
	}
}

// Each rendered text is said to be in its language, and its HTML is made of the elements and attributes that the contract names.
func TestRenderedTexts(t *testing.T) {
	elements := []string{"a", "em", "strong", "br", "p", "ul", "ol", "li", "span"}
	attributes := []string{"href", "class", "lang", "dir", "start"}
	attribute := regexp.MustCompile(` ([^ =]+)="([^"]*)"`)
	n := 0
	for name, out := range lexicons(t) {
		tags := []string{out.Book.Language}
		if own := out.Book.Original(); own != "" {
			tags = append(tags, own)
		}
		for i := range out.Book.Lexicon.Translations {
			tags = append(tags, out.Book.Lexicon.Translations[i].Value)
		}
		var walk func(v any)
		walk = func(v any) {
			switch v := v.(type) {
			case []any:
				for _, item := range v {
					walk(item)
				}
			case map[string]any:
				html, rendered := v["html"].(string)
				for _, item := range v {
					walk(item)
				}
				if !rendered {
					return
				}
				n++
				if len(v) != 4 || v["markdown"] == "" || v["text"] == "" || html == "" {
					t.Errorf("%s: %v", name, v)
				}
				if tag := v["lang"].(string); !slices.Contains(tags, tag) && tag != "de" { // which an example quotes
					t.Errorf("%s: a text in %q: %v", name, tag, v["text"])
				}
				for rest := html; ; {
					_, after, found := strings.Cut(rest, "<")
					if !found {
						break
					}
					tag, content, _ := strings.Cut(after, ">")
					element, _, _ := strings.Cut(strings.TrimPrefix(tag, "/"), " ")
					if !slices.Contains(elements, element) {
						t.Errorf("%s: <%s> in %q", name, tag, html)
					}
					for _, attribute := range attribute.FindAllStringSubmatch(tag, -1) {
						if !slices.Contains(attributes, attribute[1]) || attribute[1] == "class" && attribute[2] != "auto" {
							t.Errorf("%s: %s in %q", name, attribute[0], html)
						}
					}
					if _, href, ok := strings.Cut(tag, `href="`); ok {
						href, _, _ = strings.Cut(href, `"`)
						id, own := strings.CutPrefix(href, "#")
						if own && (out.Book.Entry(id) == nil || !out.Book.Has(out.Book.Entry(id))) ||
							!own && !strings.HasPrefix(href, "https://") && !strings.HasPrefix(href, "http://") && !strings.HasPrefix(href, "mailto:") {
							t.Errorf("%s: a link to %q", name, href)
						}
					}
					rest = content
				}
			}
		}
		var export any
		if err := json.Unmarshal(out.Files[0].Data, &export); err != nil {
			t.Fatal(err)
		}
		walk(export)
	}
	if n < 3000 {
		t.Errorf("only %d texts", n)
	}
}

// tiny is a lexicon of three concepts, with the definition of one of them.
func tiny(definition string) fstest.MapFS {
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	return fstest.MapFS{
		"lexicon.yaml": file("schema: 1\nid: urn:uuid:6f1c2a34-5b6d-4e7f-8a90-1b2c3d4e5f60\nslug: petit\ntitle: Petit\nlanguage: fr-CA\n" +
			"version: \"1\"\ndate: 2026-11-22\nlicense: CC-BY-4.0\ndomains:\n  outils: {fr: Outils}\n"),
		"terms/etabli.yaml": file("term: établi\npos: noun\ngender: masculine\ndomains: [outils]\ndefinition: " + definition + "\n"),
		"terms/banc.yaml":   file("term: banc\npos: noun\ngender: masculine\ndomains: [outils]\ndefinition: Un siège long.\n"),
		"terms/chaise.yaml": file("term: chaise\npos: noun\ngender: feminine\ndomains: [outils]\ndefinition: Un siège avec un dossier.\n"),
	}
}
