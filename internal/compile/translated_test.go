package compile

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/lexicon"
)

func tortureLexicon() fs.FS {
	return os.DirFS(filepath.Join("..", "..", "cmd", "lexipoche", "testdata", "torture"))
}

// What a lexicon says is said in each of its books, by the same entries, in one language or the other.
func TestNothingIsLostInTranslation(t *testing.T) {
	g, found, err := Check(tortureLexicon())
	if err != nil || found.HasErrors() {
		t.Fatalf("%v %v", err, found)
	}
	own := g.Lexicon.Language.Value
	written := func(e *glossary.Entry, languages ...string) (values []string) {
		for _, v := range e.Values {
			switch {
			case v.Field.Key == "sort": // which is that of one language's word
			case v.Field.Key == "translation" && slices.Contains(languages, v.Text.Value):
			default:
				values = append(values, v.Field.Key+": "+v.Text.Value)
			}
		}
		slices.Sort(values)
		return values
	}
	exchanged, kept := 0, 0
	for _, tag := range g.Lexicon.Translations {
		book := g.In(tag.Value)
		for i, e := range book.Entries {
			was := g.Entries[i]
			translated := slices.ContainsFunc(was.Translations, func(t glossary.Translation) bool { return t.Language.Value == tag.Value })
			if translated == (e.Language == own) {
				t.Errorf("%s in %s: its language is %q", e.ID, tag.Value, e.Language)
			}
			want, got := written(was, tag.Value), written(e, own)
			if translated {
				exchanged++
				// The part of speech is that of both words, where the translation names none.
				for _, list := range []*[]string{&want, &got} {
					*list = slices.DeleteFunc(*list, func(v string) bool { return strings.HasPrefix(v, "pos: ") })
				}
			} else {
				kept++
			}
			if !slices.Equal(got, want) {
				t.Errorf("%s in %s: %q, want %q", e.ID, tag.Value, got, want)
			}
		}
		if l := book.Lexicon; l.Language.Value != tag.Value || l.Translations[0].Value != own || len(l.Translations) != len(g.Lexicon.Translations) {
			t.Errorf("%s: language %q, translations %v", tag.Value, l.Language.Value, l.Translations)
		}
	}
	if exchanged < 4 || kept < 10 {
		t.Errorf("only %d entries exchanged and %d kept", exchanged, kept)
	}
	if g.In(own) != g {
		t.Error("the lexicon's own book is another one")
	}
}

func TestTranslatedBook(t *testing.T) {
	own := mustBuild(t, lexicon.FS, Options{}).Book
	out := mustBuild(t, lexicon.FS, Options{Language: "EN"})
	b := out.Book
	if b.Language != "en" || b.Words.Language != "en" || b.Title != "Pocket Glossary of Digital Culture" || b.TitleLanguage != "" {
		t.Errorf("%q in %q with words in %q", b.Title, b.Language, b.Words.Language)
	}
	if b.ID != own.ID+"#.en" || len(b.Entries) != len(own.Entries) {
		t.Errorf("%s has %d entries", b.ID, len(b.Entries))
	}
	for i, name := range []string{"lexique-numerique.en.epub", "lexique-numerique.en.html", "lexique-numerique.en.json"} {
		if out.Files[i].Name != name {
			t.Errorf("made %s, want %s", out.Files[i].Name, name)
		}
	}
	terms := make([]string, len(b.Entries))
	for i, e := range b.Entries {
		terms[i] = strings.ToLower(e.Term.Value)
	}
	if !slices.IsSorted(terms) { // English headwords of this lexicon have no accent, and spaces do not count
		flat := func(s string) string { return strings.NewReplacer(" ", "", "-", "").Replace(s) }
		if !slices.IsSortedFunc(terms, func(a, b string) int { return cmp.Compare(flat(a), flat(b)) }) {
			t.Errorf("in the order %v", terms)
		}
	}
	e := b.Glossary.Entry("tiers-lieu")
	if e.Term.Value != "third place" || e.Translations[0].Term.Value != "tiers-lieu" || e.Translations[0].Pronunciation.IsZero() {
		t.Errorf("%q is %q in %q", e.Term.Value, e.Translations[0].Term.Value, e.Translations[0].Language.Value)
	}

	edition := mustBuild(t, lexicon.FS, Options{Language: "en-US", Edition: "forum"}).Book
	if edition.Slug != "lexique-numerique-forum.en" || edition.ID != own.ID+"#forum.en" {
		t.Errorf("%s, %s", edition.Slug, edition.ID)
	}
	// The edition's own words are French, and go with the French word.
	notes := edition.Glossary.Entry("tiers-lieu").Translations[0].Notes
	if !strings.HasPrefix(notes[0].Value, "La visite du lieu") {
		t.Errorf("the first French note is %q", notes[0].Value)
	}
	for _, tag := range []string{"", "fr", "fr-ca"} {
		if b := mustBuild(t, lexicon.FS, Options{Language: tag, Formats: []string{"json"}}).Book; b.Slug != own.Slug || b.ID != own.ID {
			t.Errorf("%q: %s, %s", tag, b.Slug, b.ID)
		}
	}
	_, _, err := Build(lexicon.FS, Options{Language: "es", Formats: []string{"json"}})
	var unknown *UnknownError
	if !errors.As(err, &unknown) || unknown.What != "translation" || !slices.Equal(unknown.Known, []string{"fr-CA", "en"}) {
		t.Errorf("Spanish: %v", err)
	}
}

// Whoever reads by ear hears each text in its language: in the English book, no word of the French texts is left to an
// English voice, and no word of the English ones to a French voice.
func TestTextsAreInTheirLanguages(t *testing.T) {
	g, _, err := Check(lexicon.FS)
	if err != nil {
		t.Fatal(err)
	}
	// The first words of the texts, with their languages.
	const enough = 4
	texts := map[string]string{}
	add := func(lang string, t *glossary.Text) {
		if words := strings.Fields(t.Value); len(words) > enough+1 {
			texts[strings.Join(words[:enough], " ")] = lang
		}
	}
	for _, e := range g.Entries {
		add("fr", &e.Definition)
		add("fr", &e.InBrief)
		for i := range e.Notes {
			add("fr", &e.Notes[i])
		}
		for i := range e.Synonyms {
			add("fr", &e.Synonyms[i].Reason)
		}
		for i := range e.Translations {
			add("en", &e.Translations[i].Definition)
		}
	}
	for _, language := range []string{"fr", "en"} {
		seen := map[string]int{}
		out := mustBuild(t, lexicon.FS, Options{Language: language, Formats: []string{"epub"}})
		for said, in := range spoken(t, out.Files[0].Data) {
			words := strings.Fields(said)
			for i := range max(0, len(words)-enough+1) {
				if lang := texts[strings.Join(words[i:i+enough], " ")]; lang != "" {
					seen[lang]++
					if in != lang {
						t.Errorf("%s book: %q is told to be in %q", language, said, in)
					}
				}
			}
		}
		if seen["fr"] < 400 || seen["en"] < 150 {
			t.Errorf("%s book: only %v texts were met", language, seen)
		}
	}
}

// spoken gives the pieces of text of a book, with the base of the language each is told to be in.
func spoken(t *testing.T, book []byte) map[string]string {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, f := range r.File {
		if !strings.HasSuffix(f.Name, ".xhtml") {
			continue
		}
		rc, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		languages := []string{""}
		d := xml.NewDecoder(rc)
		for {
			token, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", f.Name, err)
			}
			switch token := token.(type) {
			case xml.StartElement:
				lang := languages[len(languages)-1]
				for _, a := range token.Attr {
					if a.Name.Space == "" && a.Name.Local == "lang" {
						lang, _, _ = strings.Cut(a.Value, "-")
					}
				}
				languages = append(languages, lang)
			case xml.EndElement:
				languages = languages[:len(languages)-1]
			case xml.CharData:
				if text := strings.Join(strings.Fields(string(token)), " "); text != "" {
					all[text] = languages[len(languages)-1]
				}
			}
		}
		rc.Close()
	}
	return all
}

// A program that reads the English export takes no French text for English.
func TestTranslatedExport(t *testing.T) {
	out := mustBuild(t, tortureLexicon(), Options{Language: "ar", Formats: []string{"json"}})
	type text struct{ Lang, Text string }
	var book struct {
		Language              string
		Description, Foreword text
		Translations          []string
		Texts                 map[string]struct {
			Title    string
			Foreword text
		}
		Entries []struct {
			ID, Term, Language string
			Definition         text
			Translations       map[string]struct {
				Term       string
				Definition text
			}
		}
	}
	if err := json.Unmarshal(out.Files[0].Data, &book); err != nil {
		t.Fatal(err)
	}
	if book.Language != "ar" || book.Translations[0] != "fr-CA" || book.Foreword.Text != "" || book.Description.Lang != "ar" || !strings.HasPrefix(book.Description.Text, "معجم") {
		t.Errorf("%q %v %v %v", book.Language, book.Translations, book.Foreword, book.Description)
	}
	if french := book.Texts["fr-CA"]; !strings.HasPrefix(french.Foreword.Text, "Un paragraphe") || french.Foreword.Lang != "fr-CA" || french.Title == "" || book.Texts["en"].Title == "" {
		t.Errorf("texts: %v", book.Texts)
	}
	for _, e := range book.Entries {
		french, exchanged := e.Translations["fr-CA"]
		switch {
		case exchanged == (e.Language == "fr-CA"):
			t.Errorf("%s: language %q, with French: %t", e.ID, e.Language, exchanged)
		case exchanged && (french.Term == "" || french.Definition.Text == "" || french.Definition.Lang != "fr-CA"):
			t.Errorf("%s: French %v", e.ID, french)
		case e.Definition.Text != "" && e.Definition.Lang != cmp.Or(e.Language, "ar"):
			t.Errorf("%s: its definition is in %q", e.ID, e.Definition.Lang)
		}
	}
}
