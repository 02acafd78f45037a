package epub

import (
	"slices"
	"strings"
	"testing"

	"github.com/lexipoche/lexipoche/internal/format"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/i18n"
)

// guideOf gives the lines of the page of advice of a book.
func guideOf(t *testing.T, b *format.Book) (page string, lines []string) {
	t.Helper()
	files, _ := members(t, write1(t, b))
	page = files["EPUB/xhtml/"+guideName]
	return page, rows(t, strings.NewReplacer("<h2>", "<li>#", "</h2>", "</li>", "<p>", "<li>", "</p>", "</li>").Replace(page), "<li>", "</li>")
}

func TestAdviceIsTrueOfASmallBook(t *testing.T) {
	_, lines := guideOf(t, bookOf(small(t, "fr", "mot"), nil))
	fr := i18n.For("fr")
	want := []string{"#Chercher un mot", fr.Label("guide.by-letter"), fr.Label("guide.search"), "#Lire une entrée", fr.Label("guide.always")}
	same(t, "advice", lines, want)
}

func TestAdviceIsTrueOfALargerBook(t *testing.T) {
	in := named(t, "translations: [en]\n"+oneDomain, map[string]string{
		"atelier": "domains: [a]\nlevel: advanced\nsynonyms: [{term: hub, status: discouraged}, {term: FL, kind: acronym, status: contextual}]\n" +
			"translations: {en: lab}\nin_brief: Dire.\nsources: [{type: consulted, title: Titre}]\n",
		"écran": "domains: [a]\nlevel: beginner\ndistinguish: [atelier]\n",
	})
	b := bookOf(in, nil)
	page, lines := guideOf(t, b)
	want := []string{
		"#Chercher un mot", b.Words.Label("guide.by-letter"), strings.ReplaceAll(b.Words.Label("guide.arrows"), "\u00a0", " "),
		"Index anglais–français : pour partir d’un mot en anglais.", "Sigles et abréviations : ce que veulent dire les formes courtes.",
		"À ne pas confondre : les termes que l’on prend l’un pour l’autre, et ce que chacun veut dire.",
		"Sources : les documents cités, et les termes qui s’appuient sur eux.", b.Words.Label("guide.search"),
		"#Lire une entrée", b.Words.Label("guide.always"), "Selon les termes, on y trouve aussi :",
		"l’essentiel en une phrase, avant la définition", "les autres noms de la même chose", "les équivalents dans d’autres langues",
		"les termes avec lesquels on pourrait le confondre", "les sources",
		"#Quel mot employer", "à éviter : " + b.Words.Label("guide.discouraged"), "dans certains contextes : " + b.Words.Label("guide.contextual"),
		"#Les niveaux", "pour commencer : " + b.Words.Label("guide.beginner"), "avancé : " + b.Words.Label("guide.advanced"),
	}
	same(t, "advice", lines, want)
	if want := `<a href="index-en.xhtml">Index anglais–français</a>`; !strings.Contains(page, want) {
		t.Errorf("no %s", want)
	}

	in.Editions = []*glossary.Edition{{Name: "x", Title: glossary.Text{Value: "X"}, Order: glossary.Text{Value: glossary.Thematic}}}
	_, lines = guideOf(t, bookOf(in, in.Editions[0]))
	if !slices.Contains(lines, b.Words.Label("guide.by-domain")) || slices.Contains(lines, b.Words.Label("guide.by-letter")) || slices.Contains(lines, want[2]) {
		t.Errorf("a book in the order of its domains says %q", lines)
	}
}

// The parts stand in the order in which books have them.
func TestOrderOfTheParts(t *testing.T) {
	in := torture(t)
	for ed, want := range map[*glossary.Edition]string{
		nil: "cover title how-to-use foreword news nav letter-0-9 letter-a letter-s letter-t letter-v letter-z letter-u5d0 letter-u6f22 " +
			"index-domains tree index-en index-ar index-ja abbreviations not-to-be-confused sources credits colophon",
		in.Editions[0]: "cover title how-to-use preface foreword news nav domain-web domain-lieux domain-latin " +
			"tree index-en index-ar index-ja abbreviations not-to-be-confused sources credits colophon",
	} {
		p, err := plan(bookOf(in, ed))
		if err != nil {
			t.Fatal(err)
		}
		var names []string
		for i := range p.pages {
			names = append(names, strings.TrimSuffix(p.pages[i].name, ".xhtml"))
		}
		if got := strings.Join(names, " "); got != want {
			t.Errorf("the pages are %s", got)
		}
	}
}

// In a language that the program does not speak, the page is marked as one in another language, with its direction.
func TestAdviceInAnotherLanguage(t *testing.T) {
	for tag, term := range map[string]string{"es": "palabra", "ar": "كلمة"} {
		page, _ := guideOf(t, bookOf(small(t, tag, term), nil))
		section := `<section class="prose guide" lang="en" xml:lang="en" aria-`
		if tag == "ar" {
			section = `<section class="prose guide" lang="en" xml:lang="en" dir="ltr" aria-`
		}
		for _, want := range []string{section, "<li>" + i18n.For("en").Label("guide.search") + "</li>"} {
			if !strings.Contains(page, want) {
				t.Errorf("%s: no %s", tag, want)
			}
		}
	}
}

// What the advice says is worded in both languages, and for each value of the vocabularies that it explains.
func TestAdviceIsWorded(t *testing.T) {
	ids := map[string][]string{}
	for _, lang := range i18n.Languages {
		for _, id := range i18n.IDs(lang) {
			group, value, _ := strings.Cut(id, ".")
			if group == "guide" {
				ids[lang] = append(ids[lang], id)
			}
			if (group == "level" || group == "term-status") && !i18n.For(lang).Has("guide."+value) {
				t.Errorf("%s: nothing explains %s", lang, id)
			}
		}
	}
	if !slices.Equal(ids["fr"], ids["en"]) {
		t.Errorf("%q and %q", ids["fr"], ids["en"])
	}
}
