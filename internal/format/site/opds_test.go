package site

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/lexipoche/lexipoche/internal/format"
)

func booksFor(b *format.Book, cover, thumbnail string) []publication {
	return []publication{publicationOf(b, printerFor(b), format.File{Name: b.Slug + ".epub", Data: make([]byte, 1234)}, cover, thumbnail)}
}

func TestCatalogue(t *testing.T) {
	whole, edition := bookFor(t, terms(), ""), bookFor(t, terms(), "rencontre")
	for _, base := range bases {
		for _, b := range []*format.Book{whole, edition} {
			feed := checkAtom(t, catalogue(b, base, booksFor(b, "cover.jpg", "icon-192.png")))
			for _, rel := range []string{"self", "start"} {
				links := feed.linked(rel)
				if len(links) != 1 || links[0].attr("href") != base+"opds.xml" || links[0].attr("type") != catalogueType {
					t.Errorf("the links %s are %v", rel, links)
				}
			}
			entries := feed.all("entry")
			if len(entries) != 1 {
				t.Fatalf("%d books", len(entries))
			}
			e := entries[0]
			for name, want := range map[string]string{
				"id": b.Identifier(), "identifier": b.Identifier(), "title": b.Title, "updated": "2026-11-22T00:00:00Z",
				"issued": "2026-11-22", "language": "fr-CA", "publisher": "Éditions <&>", "summary": "Un lexique pour essayer & voir ceci.",
			} {
				if got := e.value(t, name); got != want {
					t.Errorf("the %s is %q", name, got)
				}
			}
			for rel, want := range map[string][3]string{
				openAccess:                             {base + "download/" + b.Slug + ".epub", "application/epub+zip", "1234"},
				"http://opds-spec.org/image":           {base + "cover.jpg", "image/jpeg", ""},
				"http://opds-spec.org/image/thumbnail": {base + "icon-192.png", "image/png", ""},
			} {
				links := e.linked(rel)
				if len(links) != 1 || [3]string{links[0].attr("href"), links[0].attr("type"), links[0].attr("length")} != want {
					t.Errorf("the links %s are %v", rel, links)
				}
			}
		}
	}
}

// A book without a cover has no image, nor has one whose cover is of a kind that no catalogue may show.
func TestCatalogueWithoutCover(t *testing.T) {
	b := bookFor(t, terms(), "")
	for _, cover := range []string{"", "cover.svg", "cover.webp"} {
		feed := checkAtom(t, catalogue(b, "", booksFor(b, cover, cover)))
		for _, link := range feed.all("entry")[0].all("link") {
			if strings.Contains(link.attr("rel"), "image") {
				t.Errorf("%q gives a link to %s", cover, link.attr("href"))
			}
		}
	}
}

// Where the lexicon is not described, the subtitle is what is told; nothing is where there is none either.
func TestCatalogueSummary(t *testing.T) {
	b := bookFor(t, terms(), "")
	b.Lexicon.Description.Value, b.Lexicon.Description.Doc = "", nil
	if got := checkAtom(t, catalogue(b, "", booksFor(b, "", ""))).all("entry")[0].value(t, "summary"); got != "Pour essayer" {
		t.Errorf("the summary is %q", got)
	}
	of := bookFor(t, terms(), "rencontre")
	of.Subtitle = "Pour ce jour"
	if got := checkAtom(t, catalogue(of, "", booksFor(of, "", ""))).all("entry")[0].value(t, "summary"); got != "Pour ce jour" {
		t.Errorf("the summary of the edition is %q", got)
	}
	b.Subtitle = ""
	if n := len(checkAtom(t, catalogue(b, "", booksFor(b, "", ""))).all("entry")[0].all("summary")); n != 0 {
		t.Errorf("%d summaries", n)
	}
}

// Editions stand beside the lexicon, each by its own name.
func TestCatalogueOfSeveral(t *testing.T) {
	whole, edition := bookFor(t, terms(), ""), bookFor(t, terms(), "rencontre")
	books := append(booksFor(whole, "", ""), booksFor(edition, "", "")...)
	if n := len(checkAtom(t, catalogue(whole, "", books)).all("entry")); n != 2 {
		t.Errorf("%d books", n)
	}
	files, err := opds2(whole, "", books)
	if err != nil || len(files) != 3 || files[1].Name != "opds-petit.json" || files[2].Name != "opds-petit-rencontre.json" {
		t.Errorf("%v %v", files, err)
	}
}

// What the schemas of OPDS 2.0 ask for is there, and what a file says of a book is what the catalogue does.
func TestOPDS2(t *testing.T) {
	type link struct{ Rel, Href, Type string }
	type book struct {
		Metadata map[string]any
		Links    []link
		Images   []link
	}
	b := bookFor(t, terms(), "")
	b.TitleLanguage = "en"
	for _, base := range bases {
		files, err := opds2(b, base, booksFor(b, "", ""))
		if err != nil {
			t.Fatal(err)
		}
		var feed struct {
			Metadata     struct{ Title map[string]string }
			Links        []link
			Publications []json.RawMessage
		}
		if err := json.Unmarshal(files[0].Data, &feed); err != nil {
			t.Fatal(err)
		}
		if feed.Metadata.Title["en"] != b.Title || feed.Links[0] != (link{"self", base + "opds.json", "application/opds+json"}) {
			t.Errorf("%+v", feed)
		}
		var listed, alone book
		if err := json.Unmarshal(feed.Publications[0], &listed); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(files[1].Data, &alone); err != nil {
			t.Fatal(err)
		}
		for _, p := range []book{listed, alone} {
			want := []link{
				{"self", base + files[1].Name, "application/opds-publication+json"},
				{openAccess, base + "download/petit.epub", "application/epub+zip"},
			}
			if len(p.Links) != 2 || p.Links[0] != want[0] || p.Links[1] != want[1] {
				t.Errorf("the links are %v", p.Links)
			}
			if len(p.Images) != 1 || p.Images[0] != (link{"", base + "icon-512.png", "image/png"}) {
				t.Errorf("the images are %v", p.Images)
			}
			if p.Metadata["identifier"] != b.ID || p.Metadata["language"] != "fr-CA" || p.Metadata["modified"] != "2026-11-22T00:00:00Z" {
				t.Errorf("%v", p.Metadata)
			}
		}
	}
}
