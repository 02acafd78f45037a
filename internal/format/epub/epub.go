// Package epub writes a book as an EPUB 3.3 publication that older reading systems open too. go-epub assembles it, and
// the finisher makes of the result what validators, assistive technologies and readers' devices ask for: go-epub alone
// gives other bytes at each run, names no language and says nothing of what it could not write.
//
// It alone knows go-epub, and the shapes of an EPUB: the zip, the package document, the two tables of contents.
package epub

import (
	_ "embed"
	"fmt"
	"path"
	"regexp"

	"github.com/lexipoche/lexipoche/internal/format"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
	"github.com/lexipoche/lexipoche/internal/markup"
)

// Format writes `<slug>.epub`.
var Format = format.Format{Name: "epub", Write: write}

//go:embed style.css
var style []byte

const styleName = "style.css"

// maxPage is the size of the entries of a content file, in bytes, above which a section is cut: older devices lay a file
// out whole.
const maxPage = 150_000

// publication is the book as files.
type publication struct {
	*format.Book
	printer     markup.Printer
	pages       []page // in reading order
	parts       []part // those of the pages that hold entries
	sees        []name // those that stand between the entries
	people      []person
	images      []image
	cover       string // the name of one of them
	indexed     bool   // there is an index, whose entries are links
	illustrated bool
	file        map[*glossary.Entry]string

	dictionaries []*dictionary // the book's own, then those that lead back to it from other languages
}

// page is a content document.
type page struct {
	name  string // of its file, without the folder
	label string // what the table of contents calls it; empty: it is not listed there
	ours  bool   // the label is made of the program's words
	from  string // the label's last words, between parentheses, when they are the lexicon's: where the page goes from and to
	lang  string // theirs, when it is not the book's
	class string // how the table of contents shows it
	role  string // what it is the beginning of, when the landmarks may show it
	body  []byte
}

func write(b *format.Book) ([]format.File, error) {
	p, err := plan(b)
	if err != nil {
		return nil, err
	}
	assembled, err := assemble(p)
	if err != nil {
		return nil, err
	}
	members, err := finish(p, assembled)
	if err != nil {
		return nil, err
	}
	if err := check(members); err != nil {
		return nil, err
	}
	data, err := pack(members)
	if err != nil {
		return nil, err
	}
	text := 0
	for _, m := range members {
		if path.Ext(m.name) == ".xhtml" {
			text += len(m.data)
		}
	}
	return []format.File{{Name: b.Slug + ".epub", Data: data, Text: text}}, nil
}

// plan makes the pages of a book.
func plan(b *format.Book) (*publication, error) {
	p := &publication{Book: b}
	p.printer = markup.Printer{Glossary: b.Glossary, Words: b.Words, Language: b.Language, Href: p.href, XML: true, Types: true}
	if err := p.loadImages(); err != nil {
		return nil, err
	}
	if err := p.loadCover(); err != nil {
		return nil, err
	}
	p.cut()
	p.people = p.everybody()
	p.write()
	for _, page := range p.pages {
		if !fileName.MatchString(page.name) {
			return nil, fmt.Errorf("%q is not a name for a file", page.name)
		}
	}
	return p, nil
}

// fileName is what every reading system takes for a name: go-epub makes ids of names, and checks none.
var fileName = regexp.MustCompile(`^[a-z][a-z0-9-]*\.[a-z]+$`)

// rtl reports whether the book is written from the right.
func (p *publication) rtl() bool { return locale.Direction(p.Language) == "rtl" }
