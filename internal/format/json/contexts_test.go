package json_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/lexipoche/lexipoche/internal/compile"
)

// contextsOf gives the contexts of a build, by the names of their vocabularies.
func contextsOf(t *testing.T, out *compile.Output) map[string]map[string]any {
	t.Helper()
	all := map[string]map[string]any{}
	for _, f := range out.Files {
		name, ok := strings.CutSuffix(f.Name, ".jsonld")
		if !ok {
			continue
		}
		var file struct {
			Context map[string]any `json:"@context"`
		}
		if err := json.Unmarshal(f.Data, &file); err != nil || len(file.Context) == 0 {
			t.Fatalf("%s: %v", f.Name, err)
		}
		all[name[strings.LastIndexByte(name, '.')+1:]] = file.Context
	}
	return all
}

// The contexts are JSON for every lexicon, and nothing is left in them to be filled. What they mean is for tools/jsonld.mjs.
func TestContexts(t *testing.T) {
	for name, out := range lexicons(t) {
		contexts := contextsOf(t, out)
		if len(contexts) != 2 || contexts["skos"] == nil || contexts["schema-org"] == nil {
			t.Fatalf("%s: %d contexts", name, len(contexts))
		}
		for vocabulary, context := range contexts {
			data, err := json.Marshal(context)
			if err != nil {
				t.Fatal(err)
			}
			for _, blank := range []string{"BASE", "LANGUAGE", "TITLE", "LABELS", "TRANSLATIONS", "SOURCE"} {
				if strings.Contains(string(data), blank) {
					t.Errorf("%s: %s: %s is left", name, vocabulary, blank)
				}
			}
			if context["@language"] != out.Book.Language {
				t.Errorf("%s: %s: in %v", name, vocabulary, context["@language"])
			}
		}
	}
}

// A book of a translation may keep the title of its lexicon, which is then not said to be in the language of the book.
func TestContextOfUntranslatedTitle(t *testing.T) {
	torture := os.DirFS(filepath.Join("..", "..", "..", "cmd", "lexipoche", "testdata", "torture"))
	for language, want := range map[string]string{"ar": "fr-CA", "en": "en"} {
		out, found, err := compile.Build(torture, compile.Options{Formats: []string{"jsonld"}, Language: language, Program: "lexipoche test"})
		if err != nil || out == nil {
			t.Fatal(err, found)
		}
		for vocabulary, context := range contextsOf(t, out) {
			if title := context["title"].(map[string]any); title["@language"] != want {
				t.Errorf("%s: %s: the title is %v", language, vocabulary, title)
			}
		}
	}
}

// Indonesian is called "id": concepts are named by their key id all the same.
func TestContextWithIndonesian(t *testing.T) {
	for tag, want := range map[string]any{"id": nil, "ms": "@nest"} {
		fsys := tiny("Une table.\ntranslations:\n  " + tag + ": {term: meja, definition: Sebuah meja.}")
		lexicon := fsys["lexicon.yaml"]
		lexicon.Data = append(lexicon.Data, "translations: ["+tag+"]\n"...)
		out, found, err := compile.Build(fsys, compile.Options{Formats: []string{"jsonld"}, Program: "lexipoche test"})
		if err != nil || out == nil {
			t.Fatal(err, found)
		}
		for vocabulary, context := range contextsOf(t, out) {
			of := context["entries"].(map[string]any)["@context"].(map[string]any)
			if got := of["translations"]; got != want || of[tag] != want || context["id"] != "@id" {
				t.Errorf("%s: %s: translations are %v, %v", tag, vocabulary, got, of[tag])
			}
		}
	}
}
