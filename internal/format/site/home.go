package site

import (
	"cmp"
	"encoding/json"
	"strings"

	"github.com/lexipoche/lexipoche/internal/glossary"
)

// home is the first page.
func (s *site) home() leaf {
	p := s.newPage(&leaf{}, "./")
	about := string(p.Printer.Plain(nil, &s.Lexicon.Description))
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
		p.Raw(`<p class="subtitle"`)
		p.Dst = p.Printer.Lang(p.Dst, p.TitleLanguage)
		p.Raw(">")
		p.Text(p.Subtitle)
		p.Raw("</p>\n")
	}
	if p.Edition != nil && p.Edition.Event != nil {
		p.Event(p.Edition.Event)
	}
	p.Raw(`<p class="imprint">`)
	p.imprint()
	p.Raw("</p>\n")
}

func (p *page) homeBody() {
	p.lettersNav()
	p.Raw("<div class=\"columns\">\n<div>\n")
	p.preface()
	p.latest()
	p.Raw("</div>\n<div>\n")
	if len(p.domains) > 0 {
		p.section("ways", "book.domains")
		p.Raw("<ul>\n")
		for i := range p.domains {
			d := &p.domains[i]
			p.way(d.at(), d.lang, d.label, len(d.entries))
		}
		p.Raw("</ul>\n</section>\n")
	}
	if len(p.levels) > 0 {
		p.section("ways", "site.levels")
		p.Raw("<ul>\n")
		for i := range p.levels {
			l := &p.levels[i]
			p.way(l.at(), p.Words.TagIn(p.Language), p.Words.Label("level."+l.value), len(l.entries))
		}
		p.Raw("</ul>\n</section>\n")
	}
	if len(p.indexes) > 0 {
		p.section("ways", "site.indexes")
		p.indexLinks()
		p.Raw("</section>\n")
	}
	if len(p.Downloads) > 0 {
		p.section("ways", "site.download")
		p.Raw("<ul>\n")
		for _, f := range p.Downloads {
			kind := kindOf(f.Name)
			if kind == "schema" { // of use with the file it describes: the page of downloads has it
				continue
			}
			p.Raw("<li>")
			p.to(downloads+f.Name, "", cmp.Or(uses[kind].name, strings.ToUpper(kind)))
			p.Raw(" (")
			p.Say(sizeOf(&p.Printer, len(f.Data)))
			p.Raw(")</li>\n")
		}
		p.Raw("<li>")
		p.to(downloads, p.Words.TagIn(p.Language), p.Words.Label("download.caption"))
		p.Raw("</li>\n</ul>\n")
		p.Raw("</section>\n")
	}
	p.Raw("</div>\n</div>\n")
}

// way appends a link to a list, with the number of what is in it.
func (p *page) way(at, lang, text string, n int) {
	p.Raw("<li>")
	p.to(at, lang, text)
	p.Raw(` <span class="count">`)
	p.Say(p.Words.Count("book.entries", n))
	p.Raw("</span></li>\n")
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
		p.Dst = p.Printer.Passage(p.Dst, "div", t)
		p.Raw("\n")
	}
	p.Raw("</section>\n")
}
