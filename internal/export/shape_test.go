package export

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/lexipoche/lexipoche/internal/i18n"
	"github.com/lexipoche/lexipoche/internal/schema"
)

// Each form that the schema asks for has words of its own in each language.
func TestFormsHaveWords(t *testing.T) {
	var doc any
	if err := json.Unmarshal(schema.Export(), &doc); err != nil {
		t.Fatal(err)
	}
	patterns := map[string]bool{}
	var walk func(v any)
	walk = func(v any) {
		switch v := v.(type) {
		case []any:
			for _, item := range v {
				walk(item)
			}
		case map[string]any:
			if p, ok := v["pattern"].(string); ok {
				patterns[p] = true
			}
			for _, item := range v {
				walk(item)
			}
		}
	}
	walk(doc)
	if len(patterns) < 8 {
		t.Fatalf("only %d patterns", len(patterns))
	}
	for _, lang := range i18n.Languages {
		said := map[string]bool{}
		for p := range patterns {
			message, _ := i18n.For(lang).Say("export-shape", map[string]any{"what": "form", "value": "x", "entry": "", "path": "", "form": formOf(p)})
			other, _ := i18n.For(lang).Say("export-shape", map[string]any{"what": "form", "value": "x", "entry": "", "path": "", "form": ""})
			if message == other || said[message] {
				t.Errorf("%s: %s: %s", lang, p, message)
			}
			said[message] = true
		}
	}
}

// Nothing in the schema makes errors that cannot be told in one sentence.
func TestSchemaIsPlain(t *testing.T) {
	src := string(schema.Export())
	for _, keyword := range []string{`"anyOf"`, `"oneOf"`, `"not"`, `"if"`, `"contains"`, `"dependent`} {
		if strings.Contains(src, keyword) {
			t.Errorf("%s is in the schema", keyword)
		}
	}
}
