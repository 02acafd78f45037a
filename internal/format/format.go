// Package format is what the formats have in common: the book they write, and the shape of a format. What may be wrong
// with a book has been found before: a format judges nothing.
package format

import (
	"slices"
	"strings"
	"time"

	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/i18n"
	"github.com/lexipoche/lexipoche/internal/locale"
)

// Format is a way of writing a book.
type Format struct {
	Name string
	// Folder is where all its files are, and nothing else of the program's, for a format of many files: what an earlier
	// build made there, and this one did not, is to go.
	Folder string
	// Offers names the formats whose files it offers to readers: it is given them as [Book.Downloads].
	Offers []string
	// Write makes the files of the book, named from the output folder. The same book gives the same bytes. The error
	// is for what no book should make happen: a fault of the program, or of a library.
	Write func(*Book) ([]File, error)
}

// File is one file of an output.
type File struct {
	Name string // slash-separated
	Data []byte
	// Text is the size of the pages that a reading system unpacks from the file and lays out, in bytes; 0 for a file that
	// is read as it is.
	Text int
}

// Book is a lexicon, or one of its editions, ready to be written: chosen, sorted, cut into sections. It is made once,
// is not changed and is shared by the formats.
type Book struct {
	*glossary.Glossary
	Edition *glossary.Edition // nil for the whole lexicon
	Words   *i18n.Catalogue   // the labels of the book, in its language
	// Language is the BCP 47 tag of the book's texts.
	Language string
	ID       string // a URI
	Slug     string // stem of the files' names
	Title    string
	Subtitle string
	// TitleLanguage is the tag of the title and the subtitle, when they are in another language than the book.
	TitleLanguage string
	// Date is the day the book says it was made: its lexicon's, or the one that the environment imposes.
	Date time.Time
	// Languages are those in which a format of many files is made by one build, the lexicon's own first: the pages of
	// each lead to those of the others.
	Languages []string
	// Downloads are the files of the book that a format is to offer: see [Format.Offers].
	Downloads []File
	// Program names what made the book: "lexipoche 1.2.3".
	Program string

	// Sections hold the entries in the order in which they are read.
	Sections []Section
	// Entries are those of the sections, in collation order.
	Entries []*glossary.Entry
	place   map[*glossary.Entry]int // in Entries
}

// Section is a letter of the book, or a domain.
type Section struct {
	Anchor  string // an ASCII fragment that no entry can have: "_letter-a"
	Heading string // what is shown: "A"
	Entries []*glossary.Entry
}

// New makes a book of entries given in collation order; thematic gives it a section for each domain rather than for
// each letter.
func New(b Book, entries []*glossary.Entry, thematic bool) *Book {
	b.Entries = entries
	b.place = make(map[*glossary.Entry]int, len(entries))
	for i, e := range entries {
		b.place[e] = i
	}
	if thematic {
		b.Sections = b.byDomain()
	} else {
		b.Sections = b.byLetter()
	}
	return &b
}

// Has reports whether an entry is in the book, so that a link to it leads somewhere.
func (b *Book) Has(e *glossary.Entry) bool {
	_, in := b.place[e]
	return in
}

// Among gives those of some entries that the book holds, in its order.
func (b *Book) Among(entries []*glossary.Entry) []*glossary.Entry {
	var list []*glossary.Entry
	for _, e := range entries {
		if b.Has(e) {
			list = append(list, e)
		}
	}
	slices.SortFunc(list, func(x, y *glossary.Entry) int { return b.place[x] - b.place[y] })
	return list
}

// Cover gives what steers the look of the book.
func (b *Book) Cover() glossary.Cover { return b.Lexicon.CoverOf(b.Edition) }

func (b *Book) byLetter() []Section {
	var list []Section
	for _, e := range b.Entries {
		heading, _ := locale.Initial(e.SortText())
		if n := len(list); n == 0 || list[n-1].Heading != heading {
			list = append(list, Section{Anchor: "_" + locale.Anchor(heading), Heading: heading})
		}
		last := &list[len(list)-1]
		last.Entries = append(last.Entries, e)
	}
	return list
}

// byDomain puts each entry under its first domain, the domains being in the order of the lexicon.
func (b *Book) byDomain() []Section {
	byID := map[string][]*glossary.Entry{}
	for _, e := range b.Entries {
		if len(e.Domains) > 0 {
			id := e.Domains[0].Value
			byID[id] = append(byID[id], e)
		}
	}
	var list []Section
	for i := range b.Lexicon.Domains {
		d := &b.Lexicon.Domains[i]
		if entries := byID[d.ID.Value]; len(entries) > 0 {
			heading, _ := d.Label(b.Language)
			list = append(list, Section{Anchor: "_domain-" + d.ID.Value, Heading: heading, Entries: entries})
		}
	}
	return list
}

// Folder gives where a format of many files puts those of the book: in the format's folder for the lexicon in its own
// language, in a folder within it for a translation, so that one site may hold them all, and in a folder beside it for an
// edition, which is published elsewhere.
func (b *Book) Folder(of string) string {
	if b.Edition != nil {
		of += "-" + b.Edition.Name
	}
	if b.Original() != "" {
		of += "/" + strings.ToLower(b.Language)
	}
	return of
}
