package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/lexipoche/lexipoche/internal/cli"
	"github.com/lexipoche/lexipoche/lexicon"
)

const faulty = `term: établi
pos: noun
genre: masculin
domains: [outils]
definition: Table robuste : on y travaille le bois.
related: [atelie]
sources: [{title: Vocabulaire}]
`

// The sessions that the READMEs show are run: what they print is what the program prints.
func TestReadmeSessions(t *testing.T) {
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	for name, data := range map[string]string{
		"mon-lexique/lexicon.yaml":       "schema: 1\nid: urn:uuid:6f1c2a34-5b6d-4e7f-8a90-1b2c3d4e5f60\nslug: mon-lexique\ntitle: Mon lexique\nlanguage: fr-CA\nversion: \"1\"\ndate: 2026-11-22\nlicense: CC-BY-4.0\ndomains:\n  outils: {fr: Outils}\n",
		"mon-lexique/terms/etabli.yaml":  faulty,
		"mon-lexique/terms/atelier.yaml": "term: atelier\npos: noun\ngender: masculine\ndomains: [outils]\ndefinition: Lieu où l’on fabrique.\nsources: [{title: Vocabulaire}]\n",
	} {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for readme, lang := range map[string]string{"README.md": "fr", "README.en.md": "en"} {
		var printed strings.Builder
		status := cli.Main(cli.Env{
			Stdin: strings.NewReader(""), Stdout: &printed, Stderr: &printed,
			Getenv: func(string) string { return "" }, Lexicon: lexicon.FS,
		}, []string{"lint", "mon-lexique", "--ui", lang})
		if status != 1 {
			t.Fatalf("status %d\n%s", status, &printed)
		}
		command := "$ lexipoche lint mon-lexique\n"
		if lang != "fr" {
			command = "$ lexipoche lint mon-lexique --ui " + lang + "\n"
		}
		want := "```console\n" + command + printed.String() + "```\n"

		name := filepath.Join(root, readme)
		page, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		const mark = "<!-- session -->\n\n"
		before, after, found := strings.Cut(string(page), mark)
		if !found {
			t.Fatalf("%s has no session", readme)
		}
		rest := after
		if strings.HasPrefix(after, "```") {
			_, rest, _ = strings.Cut(after[3:], "```\n")
		} else {
			rest = "\n" + rest
		}
		if got := strings.TrimSuffix(after, rest); got != want {
			if !*update {
				t.Errorf("%s shows:\n%s\nthe program says:\n%s", readme, got, want)
				continue
			}
			if err := os.WriteFile(name, []byte(before+mark+want+rest), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}
