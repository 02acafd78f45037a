package compile

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/lexipoche/lexipoche/internal/casetest"
)

// yamlBlock gives the first YAML block of a page of the repository.
func yamlBlock(t *testing.T, name string) string {
	t.Helper()
	page, err := os.ReadFile(filepath.Join("..", "..", filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	_, after, found := strings.Cut(string(page), "```yaml\n")
	block, _, closed := strings.Cut(after, "```\n")
	if !found || !closed {
		t.Fatalf("%s has no YAML block", name)
	}
	return block
}

// The examples that editors copy are entries of the reference lexicon as they stand: nothing may be said of them, but
// that the short ones name no source yet.
func TestExamplesOfDocuments(t *testing.T) {
	for page, file := range map[string]string{
		"lexicon/README.md": "terms/infolettre.yaml",
		"README.md":         "terms/tiers-lieu.yaml",
		"README.en.md":      "terms/tiers-lieu.yaml",
	} {
		t.Run(page, func(t *testing.T) {
			files := reference(t)
			files[file] = &fstest.MapFile{Data: []byte(yamlBlock(t, page))}
			_, found, err := Check(files)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range found {
				if d.File == file && d.Code != "missing-source" {
					message, _ := casetest.Voice("fr").Say(d.Code, d.Args)
					t.Errorf("%s:%d:%d: %s [%s]", d.File, d.Span.Line, d.Span.Col, message, d.Code)
				}
			}
		})
	}
}
