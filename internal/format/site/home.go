package site

import (
	"encoding/json"
	"strings"

	"github.com/lexipoche/lexipoche/internal/glossary"
)

// home is the first page.
func (s *site) home() leaf {
	p := s.newPage(&leaf{}, "./")
	about := string(p.printer.Plain(nil, &s.Lexicon.Description))
	if about == "" || s.Edition != nil && s.Subtitle != "" {
		about = s.Subtitle
	}
	return leaf{description: about, kind: "website", shared: true, data: s.setData(about), body: (*page).homeBody}
}

// termSet is the lexicon as schema.org has it.
type termSet struct {
	Context     string `json:"@context,omitempty"`
	Type        string `json:"@type"`
	ID          string `json:"@id,omitempty"`
	Name        string `json:"name"`
	Description string `json:"description,omitempty"`
	URL         string `json:"url,omitempty"`
	Language    string `json:"inLanguage,omitempty"`
	License     string `json:"license,omitempty"`
}

const schemaOrg = "https://schema.org"

func (s *site) setData(about string) []byte {
	return encoded(termSet{
		Context: schemaOrg, Type: "DefinedTermSet", ID: s.root, Name: s.Title, Description: about, URL: s.root,
		Language: s.Language, License: licenseURL(s.Lexicon.License.Value),
	})
}

// encoded gives data as JSON in which nothing can pass for a tag: <, > and & are escaped.
func encoded(data any) []byte {
	text, err := json.Marshal(data)
	if err != nil {
		panic(err) // structs of strings always have a form
	}
	return text
}

// front appends what stands under the title on the first page.
func (p *page) front() {
	if p.Subtitle != "" {
		p.raw(`<p class="subtitle"`)
		p.dst = p.printer.Lang(p.dst, p.TitleLanguage)
		p.raw(">")
		p.text(p.Subtitle)
		p.raw("</p>\n")
	}
	if p.Edition != nil && p.Edition.Event != nil {
		p.event(p.Edition.Event)
	}
	p.raw(`<p class="imprint">`)
	p.imprint()
	p.raw("</p>\n")
}

func (p *page) event(e *glossary.Event) {
	p.raw(`<p class="event">`)
	p.dst = p.printer.Anchor(p.dst, e.URL.Value, p.Original(), e.Name.Value)
	if !e.Date.IsZero() {
		p.raw(dot)
		p.words(p.printer.Date(e.Date.Value))
	}
	if !e.Place.IsZero() {
		p.raw(dot)
		p.dst = p.printer.Term(p.dst, "", p.Original(), e.Place.Value)
	}
	p.raw("</p>\n")
}

func (p *page) homeBody() {
	p.lettersNav()
	p.raw("<div class=\"columns\">\n<div>\n")
	p.preface()
	p.latest()
	p.raw("</div>\n<div>\n")
	if len(p.domains) > 0 {
		p.section("ways", "book.domains")
		p.raw("<ul>\n")
		for i := range p.domains {
			d := &p.domains[i]
			p.way(d.at(), d.lang, d.label, len(d.entries))
		}
		p.raw("</ul>\n</section>\n")
	}
	if len(p.levels) > 0 {
		p.section("ways", "site.levels")
		p.raw("<ul>\n")
		for i := range p.levels {
			l := &p.levels[i]
			p.way(l.at(), p.wordsTag(), p.Words.Label("level."+l.value), len(l.entries))
		}
		p.raw("</ul>\n</section>\n")
	}
	if len(p.indexes) > 0 {
		p.section("ways", "site.indexes")
		p.indexLinks()
		p.raw("</section>\n")
	}
	if len(p.Downloads) > 0 {
		p.section("ways", "site.download")
		p.raw("<ul>\n")
		for _, f := range p.Downloads {
			p.raw("<li>")
			p.to(downloads+f.Name, "", strings.ToUpper(extension(f.Name)))
			p.raw(" (")
			p.words(sizeOf(&p.printer, len(f.Data)))
			p.raw(")</li>\n")
		}
		p.raw("<li>")
		p.to(downloads, p.wordsTag(), p.Words.Label("download.caption"))
		p.raw("</li>\n</ul>\n")
		p.raw("</section>\n")
	}
	p.raw("</div>\n</div>\n")
}

// way appends a link to a list, with the number of what is in it.
func (p *page) way(at, lang, text string, n int) {
	p.raw("<li>")
	p.to(at, lang, text)
	p.raw(` <span class="count">`)
	p.words(p.Words.Count("book.entries", n))
	p.raw("</span></li>\n")
}

// preface appends what is said to readers before the terms: the edition's word to them, or else the lexicon's.
func (p *page) preface() {
	switch {
	case p.hasPreface():
		p.prose("book.preface", &p.Edition.Preface)
	case !p.Lexicon.Foreword.IsZero():
		p.prose("book.foreword", &p.Lexicon.Foreword)
	}
}

func (p *page) hasPreface() bool { return p.Edition != nil && !p.Edition.Preface.IsZero() }

func (p *page) prose(label string, texts ...*glossary.Text) {
	p.section("prose", label)
	for _, t := range texts {
		p.dst = p.printer.Passage(p.dst, "div", t)
		p.raw("\n")
	}
	p.raw("</section>\n")
}
