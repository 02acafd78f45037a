// Package lexipoche holds the rules of the repository as a whole, as tests.
package lexipoche

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/lexipoche/lexipoche/"

// imports says which of our packages each of our packages may import. See ARCHITECTURE.md.
var imports = map[string][]string{
	"cmd/lexipoche":        {"internal/cli", "lexicon"},
	"lexicon":              {},
	"internal/diag":        {},
	"internal/locale":      {},
	"internal/i18n":        {},
	"internal/jcs":         {},
	"internal/markdown":    {},
	"internal/cover":       {},
	"internal/glossary":    {"internal/diag", "internal/locale", "internal/markdown"},
	"internal/source":      {"internal/diag", "internal/locale", "internal/markdown", "internal/glossary"},
	"internal/export":      {"internal/diag", "internal/markdown", "internal/glossary", "internal/schema", "internal/jcs"},
	"internal/lint":        {"internal/diag", "internal/locale", "internal/markdown", "internal/glossary", "internal/cover"},
	"internal/markup":      {"internal/locale", "internal/i18n", "internal/markdown", "internal/glossary"},
	"internal/schema":      {"internal/i18n", "internal/glossary", "internal/locale"},
	"internal/web":         {"internal/cover", "internal/glossary", "internal/locale", "internal/i18n", "internal/markup"},
	"internal/format":      {"internal/locale", "internal/i18n", "internal/glossary"},
	"internal/format/epub": append([]string{"internal/cover"}, writer...),
	"internal/format/html": append([]string{"internal/web"}, writer...),
	"internal/format/json": append([]string{"internal/schema", "internal/jcs"}, writer...),
	"internal/format/site": append([]string{"internal/cover", "internal/web"}, writer...),
	"internal/format/text": append([]string{"internal/diag"}, writer...), // which knows what a terminal shows
	"internal/compile": {
		"internal/diag", "internal/locale", "internal/i18n", "internal/glossary", "internal/source", "internal/lint", "internal/export",
		"internal/format", "internal/format/epub", "internal/format/html", "internal/format/json",
		"internal/format/site", "internal/format/text",
	},
	"internal/cli": {"internal/diag", "internal/locale", "internal/i18n", "internal/source", "internal/schema", "internal/compile"},
	// For tests and measures alone.
	"internal/casetest": {"internal/diag", "internal/i18n"},
	"internal/sample":   {},
	"tools/sample":      {"internal/sample"},
}

// writer is what a format may import: never another format.
var writer = []string{"internal/format", "internal/markup", "internal/glossary", "internal/locale", "internal/i18n", "internal/markdown"}

// owners says which package alone may import each outside module.
var owners = map[string]string{
	"gopkg.in/yaml.v3":                    "internal/source",
	"github.com/spf13/cobra":              "internal/cli",
	"github.com/spf13/pflag":              "internal/cli",
	"github.com/nicksnyder/go-i18n/v2":    "internal/i18n",
	"github.com/go-shiori/go-epub":        "internal/format/epub",
	"github.com/klauspost/compress/flate": "internal/format/epub",
	"github.com/klauspost/compress/zlib":  "internal/cover",
	"golang.org/x/image":                  "internal/cover",
	"github.com/yuin/goldmark":            "internal/markdown",
	"golang.org/x/text/language":          "internal/i18n",
	"golang.org/x/text/collate":           "",
	"github.com/gabriel-vasile/mimetype":  "",

	"github.com/santhosh-tekuri/jsonschema/v6": "internal/export",
}

func TestWhoImportsWhom(t *testing.T) {
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", "./...").Output()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p struct {
			ImportPath string
			Imports    []string
		}
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		name, ours := strings.CutPrefix(p.ImportPath, module)
		if !ours {
			continue // this package
		}
		allowed, known := imports[name]
		if !known {
			t.Errorf("%s has no place in the table", name)
		}
		seen[name] = true
		for _, imported := range p.Imports {
			if ourOwn, ok := strings.CutPrefix(imported, module); ok && !slices.Contains(allowed, ourOwn) {
				t.Errorf("%s imports %s", name, ourOwn)
			}
			for outside, owner := range owners {
				if (imported == outside || strings.HasPrefix(imported, outside+"/")) && name != owner {
					t.Errorf("%s imports %s, which belongs to %q", name, imported, owner)
				}
			}
		}
	}
	for name := range imports {
		if !seen[name] {
			t.Errorf("%s is in the table and nowhere else", name)
		}
	}
}
