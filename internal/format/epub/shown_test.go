package epub

import (
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"github.com/lexipoche/lexipoche/internal/format"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/markup"
)

// reading is what a document gives to read.
type reading struct {
	words      string
	attributes map[string]bool // name=value
}

func read(t *testing.T, document string) reading {
	t.Helper()
	var words strings.Builder
	r := reading{attributes: map[string]bool{}}
	for d := xml.NewDecoder(strings.NewReader(document)); ; {
		token, err := d.Token()
		if err == io.EOF {
			r.words = words.String()
			return r
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.CharData:
			words.Write(token)
		case xml.StartElement:
			for _, a := range token.Attr {
				r.attributes[a.Name.Local+"="+a.Value] = true
			}
		}
	}
}

// vocabularies are the tables of the catalogues that word a choice.
var vocabularies = []string{"pos", "gender", "number", "level", "status", "term-status", "term-kind", "role", "source"}

// shows reports whether a value of an entry can be read, in the form that its kind has in a book.
func (r reading) shows(b *format.Book, f *glossary.Field, t *glossary.Text) bool {
	p := &markup.Printer{Glossary: b.Glossary, Words: b.Words}
	has := func(words string) bool { return strings.Contains(r.words, words) }
	switch f.Kind {
	case glossary.Inline, glossary.Blocks:
		const reference = "\x00" // a headword stands here, which depends on the language of the passage
		for _, line := range strings.FieldsFunc(string(t.Doc.AppendPlain(nil, func(string) string { return reference })),
			func(c rune) bool { return c == '\n' || c == 0 }) {
			if !has(line) {
				return false
			}
		}
		return true
	case glossary.Choice:
		worded := false
		for _, v := range vocabularies {
			if id := v + "." + t.Value; b.Words.Has(id) {
				worded = worded || has(b.Words.Label(id))
			}
		}
		return worded
	case glossary.Boolean:
		return has(b.Words.Label("entry.trademark"))
	case glossary.EntryID:
		other := b.Entry(t.Value)
		if !b.Has(other) {
			return has(other.Term.Value)
		}
		for a := range r.attributes {
			if strings.HasPrefix(a, "href=") && strings.HasSuffix(a, ".xhtml#"+other.ID) {
				return true
			}
		}
		return false
	case glossary.FormerID:
		return r.attributes["id="+t.Value]
	case glossary.DomainID:
		label, _ := b.Lexicon.Domain(t.Value).Label(b.Language)
		return has(label)
	case glossary.NewID:
		return has(t.Value) || has(b.Words.Label("scheme."+t.Value))
	case glossary.Language:
		return r.attributes["lang="+t.Value]
	case glossary.Region:
		return has(b.Words.RegionName(t.Value))
	case glossary.Date, glossary.EDTF:
		return has(p.Date(t.Value))
	case glossary.Address:
		return r.attributes["href="+t.Value]
	case glossary.License:
		name, _ := markup.LicenseName(t.Value)
		return has(name) || t.Value == b.Lexicon.License.Value
	case glossary.Path:
		for a := range r.attributes {
			if strings.HasPrefix(a, "src="+imagesHref) {
				return true
			}
		}
		return false
	}
	return has(t.Value) || r.attributes["alt="+t.Value]
}

// Every key of an entry is in the torture lexicon, and what it holds is shown, unless it steers the program.
func TestEverythingWrittenIsShown(t *testing.T) {
	in := torture(t)
	for key, ok := range everythingIsShown(t, bookOf(in, nil)) {
		if !ok {
			t.Errorf("%s is not in the torture lexicon", key)
		}
	}
	for _, tag := range in.Lexicon.Translations {
		t.Run(tag.Value, func(t *testing.T) { everythingIsShown(t, bookIn(in, tag.Value)) })
	}
}

// everythingIsShown looks for all that is written in the entries of a book, and gives the keys with whether they are used.
func everythingIsShown(t *testing.T, b *format.Book) map[string]bool {
	t.Helper()
	files, _ := members(t, write1(t, b))
	written := map[string]bool{}
	for _, e := range b.Entries {
		var page reading
		for _, data := range files {
			if strings.Contains(data, `<article class="entry" id="`+e.ID+`"`) {
				page = read(t, data)
			}
		}
		glossary.EntryRecord.Groups(e, func(r *glossary.Record, group any) {
			for i := range r.Fields {
				f := &r.Fields[i]
				switch {
				case f.Text != nil:
					written[r.Name+"."+f.Key] = written[r.Name+"."+f.Key] || !f.Text(group).IsZero()
				case f.Texts != nil:
					written[r.Name+"."+f.Key] = written[r.Name+"."+f.Key] || len(*f.Texts(group)) > 0
				}
			}
		})
		for _, v := range e.Values {
			if v.Field.Key != "autolink" && v.Field.Key != "sort" && !page.shows(b, v.Field, v.Text) {
				t.Errorf("%s: %s: %q is not shown", e.ID, v.Field.Key, v.Text.Value)
			}
		}
	}
	return written
}

// What the lexicon and its edition say of themselves is on the pages before and after the terms.
func TestTheBookPresentsItself(t *testing.T) {
	in := torture(t)
	ed := in.Editions[0]
	files, _ := members(t, write1(t, bookOf(in, ed)))
	pages := map[string]reading{}
	for _, name := range []string{"title", "preface", "foreword", "credits"} {
		pages[name] = read(t, files["EPUB/xhtml/"+name+".xhtml"])
	}
	for _, test := range []struct {
		page  string
		words []string
	}{
		{"title", []string{
			ed.Title.Value, ed.Subtitle.Value, ed.Event.Name.Value, "15 avril 2027 – 17 avril 2027", ed.Event.Place.Value,
			in.Lexicon.Title.Value, "Version " + in.Lexicon.Version.Value, "22 novembre 2026", in.Lexicon.Publisher.Value,
			"Licence\u00a0: CC BY-NC-SA 4.0", "Produit avec lexipoche 0.0.0",
		}},
		{"preface", []string{"Préface", "Préface & <bienvenue>.", "Deuxième paragraphe."}},
		{"foreword", []string{"Avant-propos", "force & <em>balises</em>.", "troisième point", "dedans"}},
		{"credits", []string{
			"Crédits de l’édition & <merci>.", "Crédits du lexique & <merci>.", `Zoé <Z> & Cie, illustration, Atelier "Z"`,
			`Ana & "Bob", rédaction`, `Ana & "Bob", traduction`, "Personne",
		}},
	} {
		for _, words := range test.words {
			if !strings.Contains(pages[test.page].words, words) {
				t.Errorf("%s: %q is not shown", test.page, words)
			}
		}
	}
	for _, address := range []string{
		ed.Event.URL.Value, ed.URL.Value, in.Lexicon.Homepage.Value, in.Lexicon.Contribute.Value,
		"https://creativecommons.org/licenses/by-nc-sa/4.0/",
	} {
		if !pages["title"].attributes["href="+address] {
			t.Errorf("title: no link to %s", address)
		}
	}
}
