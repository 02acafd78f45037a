package schema_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/i18n"
	"github.com/lexipoche/lexipoche/internal/schema"
)

var update = flag.Lookup("update") // of package casetest

// Editors and the web find the schemas in the repository.
func TestFilesOfTheRepository(t *testing.T) {
	dir := filepath.Join("..", "..", "schema")
	for _, s := range schema.Schemas {
		name := filepath.Join(dir, s.Name+".schema.json")
		if update.Value.String() == "true" {
			if err := os.WriteFile(name, s.Make(), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		held, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(held, s.Make()) {
			t.Errorf("%s is not what the tables make: go test ./internal/schema -update", name)
		}
	}
	held, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(held) != len(schema.Schemas) {
		t.Errorf("%d files for %d schemas", len(held), len(schema.Schemas))
	}
}

// Every key and every value that an editor proposes is explained in both languages, and every form that may be missed.
func TestEverythingHasItsWords(t *testing.T) {
	for _, s := range schema.Schemas {
		v := instance(t, s.Make())
		keys, values, patterns := 0, 0, 0
		var walk func(at string, v any)
		explained := func(at string, text any) {
			said, _ := text.(string)
			french, english, both := strings.Cut(said, "\n\n")
			if !both || french == "" || english == "" || strings.Contains(said, "‹") {
				t.Errorf("%s: %s: %q", s.Name, at, text)
			}
		}
		walk = func(at string, v any) {
			switch v := v.(type) {
			case []any:
				for _, item := range v {
					walk(at, item)
				}
			case map[string]any:
				for key, p := range asObject(v["properties"]) {
					keys++
					explained(at+"/"+key, asObject(p)["description"])
				}
				if v["enumDescriptions"] != nil {
					values += len(asList(v["enum"]))
					if len(asList(v["enum"])) != len(asList(v["enumDescriptions"])) {
						t.Errorf("%s: %s: not a text for each value", s.Name, at)
					}
					for _, text := range asList(v["enumDescriptions"]) {
						explained(at, text)
					}
				}
				if text, ok := v["patternErrorMessage"].(string); ok {
					patterns++
					if strings.Count(text, " / ") != len(i18n.Languages)-1 || strings.Contains(text, "‹") {
						t.Errorf("%s: %s: %q", s.Name, at, text)
					}
				}
				for key, child := range v {
					walk(at+"/"+key, child)
				}
			}
		}
		walk("", v)
		explained("title", strings.Replace(v.(map[string]any)["title"].(string), " / ", "\n\n", 1))
		explained("description", v.(map[string]any)["description"])
		if keys < 30 || s.Name != "export" && (values < 10 || patterns < 20) {
			t.Errorf("%s: only %d keys, %d values, %d forms", s.Name, keys, values, patterns)
		}
	}
}

// A group is told in one of the ways that the walk knows.
func TestGroupsAreToldWhole(t *testing.T) {
	seen := map[*glossary.Record]bool{}
	var walk func(r *glossary.Record)
	walk = func(r *glossary.Record) {
		if seen[r] {
			return
		}
		seen[r] = true
		if r.Rest != nil {
			if len(r.Fields) > 0 {
				t.Errorf("%s has free keys beside others", r.Name)
			}
			walk(r.Rest.Record)
		}
		if r.Short != "" && r.Fields[r.Lookup(r.Short)].Text == nil {
			t.Errorf("%s is short for what is no text", r.Name)
		}
		for i := range r.Fields {
			if p := r.Fields[i].Parts; p != nil {
				walk(p.Record)
			}
		}
	}
	for _, r := range []*glossary.Record{&glossary.EntryRecord, &glossary.LexiconRecord, &glossary.EditionRecord} {
		walk(r)
	}
	if len(seen) < 20 {
		t.Errorf("only %d groups", len(seen))
	}
}
