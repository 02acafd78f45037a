package epub

import (
	"strings"
	"testing"

	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/i18n"
)

func TestColophon(t *testing.T) {
	in := torture(t)
	l := in.Lexicon
	files, _ := members(t, write1(t, bookOf(in, in.Editions[0])))
	page := read(t, files["EPUB/xhtml/colophon.xhtml"])
	for _, want := range []string{
		"Identifianturn:uuid:", l.Version.Value, "22 novembre 2026", "Licence\u00a0: CC BY-NC-SA 4.0",
		in.Editions[0].Title.Value + ", " + l.Publisher.Value + ", version " + l.Version.Value + ", CC BY-NC-SA 4.0, " + l.Homepage.Value,
		i18n.For("fr").Label("license.by-nc-sa"), i18n.For("fr").Label("book.other-licenses"),
	} {
		if !strings.Contains(page.words, want) {
			t.Errorf("no %q in %s", want, page.words)
		}
	}
	if _, opf, _ := strings.Cut(files["EPUB/package.opf"], `<dc:identifier id="id">`); !strings.Contains(page.words, opf[:45]) {
		t.Errorf("the identifier is not that of the package, %s", opf[:45])
	}
}

// What is not known is not said: no licence, no address.
func TestColophonOfASmallBook(t *testing.T) {
	in := small(t, "fr", "mot")
	files, _ := members(t, write1(t, bookOf(in, nil)))
	page := files["EPUB/xhtml/colophon.xhtml"]
	same(t, "headings", rows(t, page, "<h2>", "</h2>"), []string{"Citer ce lexique", "Ce qu’on peut en faire"})
	same(t, "citation", rows(t, page, `<p class="citation">`, "</p>"), []string{"Petit, version 1, MIT"})
	if strings.Contains(page, `class="terms"`) {
		t.Error("the terms of a licence that the program does not know")
	}
	in.Lexicon.License = glossary.Text{}
	files, _ = members(t, write1(t, bookOf(in, nil)))
	same(t, "headings", rows(t, files["EPUB/xhtml/colophon.xhtml"], "<h2>", "</h2>"), []string{"Citer ce lexique"})
}

// Each Creative Commons licence is explained in words of its own.
func TestLicensesAreExplained(t *testing.T) {
	in := small(t, "fr", "mot")
	said := map[string]string{}
	for _, terms := range []string{"CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0", "CC-BY-ND-4.0", "CC-BY-NC-SA-4.0", "CC-BY-NC-ND-4.0"} {
		in.Lexicon.License.Value = terms
		files, _ := members(t, write1(t, bookOf(in, nil)))
		words := strings.Join(rows(t, files["EPUB/xhtml/colophon.xhtml"], `<p class="terms">`, "</p>"), "|")
		if !strings.HasPrefix(words, "Vous pouvez ") || said[words] != "" {
			t.Errorf("%s: %q, as %s", terms, words, said[words])
		}
		said[words] = terms
		if free := strings.Contains(words, "même à des fins commerciales"); free == strings.Contains(terms, "-NC") {
			t.Errorf("%s: %s", terms, words)
		}
		if changes := strings.Contains(words, "copier, modifier et redistribuer"); changes == strings.Contains(terms, "-ND") {
			t.Errorf("%s: %s", terms, words)
		}
		if alike := strings.Contains(words, "sous la même licence"); alike != strings.Contains(terms, "-SA") {
			t.Errorf("%s: %s", terms, words)
		}
	}
}
