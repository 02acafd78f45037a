package cli

import (
	"strings"
	"testing"

	"github.com/lexipoche/lexipoche/internal/compile"
	"github.com/lexipoche/lexipoche/internal/format"
	"github.com/lexipoche/lexipoche/internal/i18n"
)

// A book that is too much for e-readers is told, with what to do, and is no failure.
func TestLargeBooksAreToldOf(t *testing.T) {
	summary := func(lang string, text int) string {
		var out, told strings.Builder
		a := &app{Env: Env{Stdout: &out, Stderr: &told}, words: i18n.For(lang)}
		err := a.summary("dist", &compile.Output{
			Book:  &format.Book{Title: "Gros"},
			Files: []format.File{{Name: "gros.epub", Text: text}, {Name: "gros.html", Data: make([]byte, 2*compile.LargeText)}},
		}, nil)
		if err != nil || !strings.Contains(out.String(), "gros.epub") {
			t.Errorf("%v, %q", err, out.String())
		}
		return told.String()
	}
	if told := summary("fr", compile.LargeText); told != "" {
		t.Errorf("said of a book that is not too large: %s", told)
	}
	for lang, want := range map[string]string{
		"fr": "dist/gros.epub: avertissement: le livre contient 12,3 Mo de texte; au-delà de 5,0 Mo, des liseuses ralentissent ou renoncent\n" +
			"aide: faites-en des éditions par domaine ou par niveau (« select » dans editions/*.yaml), ou distribuez la page HTML\n",
		"en": "dist/gros.epub: warning: the book holds 12.3 MB of text; above 5.0 MB, some e-readers slow down or give up\n" +
			"help: make editions of it by domain or by level (“select” in editions/*.yaml), or hand out the HTML page\n",
	} {
		if told := summary(lang, 12_345_678); told != want {
			t.Errorf("%s: said\n%s", lang, told)
		}
	}
}

// The help of build names every format there is.
func TestFormatsAreTold(t *testing.T) {
	for _, lang := range i18n.Languages {
		help := i18n.For(lang).Label("command.build.long")
		for _, f := range compile.Formats {
			if !strings.Contains(help, "\n  "+f.Name+" ") {
				t.Errorf("%s: the help says nothing of %s", lang, f.Name)
			}
		}
	}
}
