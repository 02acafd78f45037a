package site

import (
	"bytes"
	"cmp"
	"encoding/json"
	"path"
	"strconv"
	"strings"
	"time"

	"github.com/lexipoche/lexipoche/internal/format"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/markup"
)

const (
	catalogueType  = "application/atom+xml;profile=opds-catalog;kind=acquisition"
	opds2Type      = "application/opds+json"
	publicationOf2 = "application/opds-publication+json"
	epubType       = "application/epub+zip"
	openAccess     = "http://opds-spec.org/acquisition/open-access"
)

// coverTypes are those that a catalogue may show (OPDS 1.2, section 5.2.2).
var coverTypes = map[string]string{".gif": "image/gif", ".jpeg": "image/jpeg", ".jpg": "image/jpeg", ".png": "image/png"}

func coverType(name string) string { return coverTypes[strings.ToLower(path.Ext(name))] }

// publication is a book as the catalogue tells of it. Addresses are from the root of the site.
type publication struct {
	id            string
	title         string
	subtitle      string
	titleLanguage string
	language      string
	summary       string
	summaryIn     string // its language, when it is not the book's
	day           string
	file          string // the EPUB
	size          int    // in bytes
	cover         string // an image, empty for none
	thumbnail     string
}

// publicationOf gives what a catalogue tells of a book that is offered as an EPUB.
func publicationOf(b *format.Book, p *markup.Printer, epub format.File, cover, thumbnail string) publication {
	description := &b.Lexicon.Description
	if b.Edition != nil && b.Subtitle != "" {
		description = &glossary.Text{} // an edition is told of by its own words
	}
	return publication{
		id:            b.Identifier(),
		title:         b.Title,
		subtitle:      b.Subtitle,
		titleLanguage: b.TitleLanguage,
		language:      b.Language,
		summary:       string(p.Plain(nil, description)),
		summaryIn:     b.LanguageOf(description),
		day:           b.Date.Format(time.DateOnly),
		file:          downloads + path.Base(epub.Name),
		size:          len(epub.Data),
		cover:         cover,
		thumbnail:     thumbnail,
	}
}

// catalogue writes the books for the catalogues of reading applications (OPDS 1.2).
func catalogue(b *format.Book, base string, books []publication) []byte {
	day := b.Date.Format(time.DateOnly)
	w := &atom{lang: b.Language}
	w.raw(`<?xml version="1.0" encoding="UTF-8"?>` + "\n" + `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/terms/"`)
	w.attribute("xml:lang", b.Language)
	w.raw(">\n")
	w.element("id", "", nameOf(b.ID, "catalogue"))
	w.element("title", b.TitleLanguage, b.Title)
	w.element("updated", "", instant(day))
	w.authors(authorsOf(b))
	w.element("icon", "", base+iconName(192))
	w.link("self", catalogueType, base+catalogueName)
	w.link("start", catalogueType, base+catalogueName)
	w.link("alternate", opds2Type, base+opds2Name)
	w.link("alternate", "text/html", homeOf(base))
	for i := range books {
		p := &books[i]
		w.raw("<entry>\n")
		w.element("id", "", p.id)
		w.element("title", p.titleLanguage, p.title)
		w.element("updated", "", instant(p.day))
		w.authors(authorsOf(b))
		w.element("dc:identifier", "", p.id)
		w.element("dc:language", "", p.language)
		w.element("dc:publisher", "", b.Lexicon.Publisher.Value)
		w.element("dc:issued", "", p.day)
		w.rights(b.Lexicon)
		if p.summary != "" {
			w.element("summary", p.summaryIn, p.summary)
		} else {
			w.element("summary", p.titleLanguage, p.subtitle)
		}
		w.image("http://opds-spec.org/image", base, p.cover)
		w.image("http://opds-spec.org/image/thumbnail", base, p.thumbnail)
		w.link(openAccess, epubType, base+p.file, "length", strconv.Itoa(p.size))
		w.raw("</entry>\n")
	}
	w.raw("</feed>\n")
	return w.dst
}

func (w *atom) image(rel, base, file string) {
	if media := coverType(file); media != "" {
		w.link(rel, media, base+file)
	}
}

// The objects of OPDS 2.0, whose metadata are those of the Readium Web Publication Manifest.
type (
	opds2Feed struct {
		Metadata     opds2Title         `json:"metadata"`
		Links        []opds2Link        `json:"links"`
		Publications []opds2Publication `json:"publications"`
	}
	opds2Title struct {
		Title    any    `json:"title"`
		Modified string `json:"modified"`
	}
	opds2Publication struct {
		Metadata opds2Metadata `json:"metadata"`
		Links    []opds2Link   `json:"links"`
		Images   []opds2Link   `json:"images"`
	}
	opds2Metadata struct {
		Type        string   `json:"@type"`
		Identifier  string   `json:"identifier"`
		Title       any      `json:"title"` // a text, or texts by language
		Subtitle    any      `json:"subtitle,omitempty"`
		Language    string   `json:"language"`
		Author      []string `json:"author"`
		Publisher   string   `json:"publisher,omitempty"`
		Published   string   `json:"published"`
		Modified    string   `json:"modified"`
		Description string   `json:"description,omitempty"`
	}
	opds2Link struct {
		Rel  string `json:"rel,omitempty"`
		Href string `json:"href"`
		Type string `json:"type"`
	}
)

// opds2 writes the same books in the newer form (OPDS 2.0): the catalogue, and a file for each book. An image is required
// there: a book without a cover has the icon of the site.
func opds2(b *format.Book, base string, books []publication) ([]format.File, error) {
	day := instant(b.Date.Format(time.DateOnly))
	feed := opds2Feed{
		Metadata:     opds2Title{inLanguage(b.TitleLanguage, b.Title), day},
		Links:        []opds2Link{{"self", base + opds2Name, opds2Type}, {"alternate", base + catalogueName, catalogueType}},
		Publications: []opds2Publication{},
	}
	files := make([]format.File, 1, 1+len(books))
	for i := range books {
		p := &books[i]
		name := "opds-" + strings.TrimSuffix(path.Base(p.file), path.Ext(p.file)) + ".json"
		one := opds2Publication{
			Metadata: opds2Metadata{
				Type:        "http://schema.org/Book",
				Identifier:  p.id,
				Title:       inLanguage(p.titleLanguage, p.title),
				Language:    p.language,
				Author:      authorsOf(b),
				Publisher:   b.Lexicon.Publisher.Value,
				Published:   p.day,
				Modified:    instant(p.day),
				Description: cmp.Or(p.summary, p.subtitle),
			},
			Links: []opds2Link{{"self", base + name, publicationOf2}, {openAccess, base + p.file, epubType}},
		}
		if p.subtitle != "" {
			one.Metadata.Subtitle = inLanguage(p.titleLanguage, p.subtitle)
		}
		for _, image := range []string{p.cover, p.thumbnail} {
			if media := coverType(image); media != "" {
				one.Images = append(one.Images, opds2Link{Href: base + image, Type: media})
			}
		}
		if len(one.Images) == 0 {
			one.Images = []opds2Link{{Href: base + iconName(512), Type: "image/png"}}
		}
		data, err := indented(one)
		if err != nil {
			return nil, err
		}
		feed.Publications = append(feed.Publications, one)
		files = append(files, format.File{Name: name, Data: data})
	}
	data, err := indented(feed)
	if err != nil {
		return nil, err
	}
	files[0] = format.File{Name: opds2Name, Data: data}
	return files, nil
}

// inLanguage gives a text, with its language when that is not the book's.
func inLanguage(lang, text string) any {
	if lang == "" {
		return text
	}
	return map[string]string{lang: text}
}

// indented writes JSON for programs that people also look at.
func indented(v any) ([]byte, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(v)
	return out.Bytes(), err
}
