// Package compile turns a lexicon's folder into files: read, link, check, write. It holds the table of formats, and the
// one place where outputs reach a disk.
package compile

import (
	"cmp"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/export"
	"github.com/lexipoche/lexipoche/internal/format"
	"github.com/lexipoche/lexipoche/internal/format/epub"
	"github.com/lexipoche/lexipoche/internal/format/html"
	"github.com/lexipoche/lexipoche/internal/format/json"
	"github.com/lexipoche/lexipoche/internal/format/site"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/i18n"
	"github.com/lexipoche/lexipoche/internal/lint"
	"github.com/lexipoche/lexipoche/internal/locale"
	"github.com/lexipoche/lexipoche/internal/source"
)

// Formats are the ways of writing a book, in the order in which they are told.
var Formats = []format.Format{epub.Format, html.Format, json.Format, json.Lines, json.Files, json.Contexts, site.Format}

// DefaultFormats are written when none is asked for.
var DefaultFormats = []string{"epub", "html", "json"}

// Codes are all the findings that can be made about a lexicon, or an export of one, with their usual severity.
func Codes() map[string]diag.Severity {
	codes := maps.Clone(source.Codes)
	maps.Copy(codes, lint.Codes())
	maps.Copy(codes, export.Codes)
	return codes
}

// Check reads a lexicon and judges it. The list is sorted. The error is for what the machine refused.
func Check(fsys fs.FS) (*glossary.Glossary, diag.List, error) {
	input, read, err := source.Load(fsys)
	if err != nil {
		return nil, nil, err
	}
	g := glossary.Link(input)
	return g, lint.Run(g, read, source.Codes), nil
}

// CheckExport judges the JSON export of a lexicon, and tells how many entries it has. The list is sorted.
// The error is for what the machine refused.
func CheckExport(fsys fs.FS, file string) (entries int, found diag.List, err error) {
	f, err := fsys.Open(file)
	if err != nil {
		return 0, nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, export.MaxFile+1))
	if err != nil {
		return 0, nil, err
	}
	x, found := export.Read(file, data)
	return len(x.Entries), found, nil
}

// Options say what is wanted of a build.
type Options struct {
	Formats []string // names of [Formats]
	Edition string   // name of an edition, empty for the whole lexicon
	// Language is the tag of the book, one of the lexicon's translations; empty for the lexicon's own language.
	Language string
	// Besides are the tags of other languages in which the book is made by the same build.
	Besides []string
	// Date replaces the lexicon's own date, when it is not zero.
	Date time.Time
	// Program names what makes the book, in the book: "lexipoche 1.2.3".
	Program string
	// Progress, when set, is told each stage as it begins. It may be called from several goroutines.
	Progress func(Stage)
}

// Stage is a step of the work: its name, and for "write" the format.
type Stage struct{ Name, Format string }

// LargeText is the size of a book's text, in bytes, from which it is a burden to e-readers. KOReader, which keeps all of
// it in memory, crawls from 10 MB and fails on the smallest devices; others lay out again at each change of letters.
const LargeText = 5_000_000

// Output is what a build made, in memory.
type Output struct {
	Book  *format.Book
	Files []format.File
	// Folders are those that some of the files are in, which are replaced as a whole.
	Folders []string
}

// UnknownError says that a name given to a build is not one of those there are.
type UnknownError struct {
	What, Name string // What is "format", "edition" or "translation"
	Known      []string
}

func (e *UnknownError) Error() string { return fmt.Sprintf("unknown %s %q", e.What, e.Name) }

// Build makes the files of a lexicon. Where the lexicon has errors, the output is nil and the list tells them. The
// error is an [*UnknownError], or what the machine or a library refused.
func Build(fsys fs.FS, opt Options) (*Output, diag.List, error) {
	formats, err := choose(opt.Formats)
	if err != nil {
		return nil, nil, err
	}
	progress := opt.Progress
	if progress == nil {
		progress = func(Stage) {}
	}
	progress(Stage{Name: "read"})
	g, found, err := Check(fsys)
	if err != nil || found.HasErrors() {
		return nil, found, err
	}
	books, err := books(g, opt)
	if err != nil {
		return nil, found, err
	}
	out := &Output{Book: books[0]}
	for _, b := range books {
		if err := out.write(b, formats, progress); err != nil {
			return nil, found, err
		}
	}
	return out, found, nil
}

// write adds the files of a book to an output, one format after the other.
func (out *Output) write(b *format.Book, formats []format.Format, progress func(Stage)) error {
	made := map[string][]format.File{} // by format
	write := func(f *format.Format, b *format.Book) error {
		if made[f.Name] != nil {
			return nil
		}
		progress(Stage{Name: "write", Format: f.Name})
		files, err := f.Write(b)
		if err != nil {
			return fmt.Errorf("%s: %w", f.Name, err)
		}
		made[f.Name] = files
		return nil
	}
	for i := range formats {
		f, book := &formats[i], *b
		for _, name := range f.Offers {
			offered := &Formats[slices.IndexFunc(Formats, func(f format.Format) bool { return f.Name == name })]
			if err := write(offered, b); err != nil {
				return err
			}
			book.Downloads = append(book.Downloads, made[name]...)
		}
		if err := write(f, &book); err != nil {
			return err
		}
		out.Files = append(out.Files, made[f.Name]...)
		if f.Folder != "" {
			out.Folders = append(out.Folders, b.Folder(f.Folder))
		}
	}
	return nil
}

func choose(names []string) ([]format.Format, error) {
	var list []format.Format
	for _, name := range names {
		i := slices.IndexFunc(Formats, func(f format.Format) bool { return f.Name == name })
		if i < 0 {
			known := make([]string, len(Formats))
			for i, f := range Formats {
				known[i] = f.Name
			}
			return nil, &UnknownError{"format", name, known}
		}
		if !slices.ContainsFunc(list, func(f format.Format) bool { return f.Name == name }) {
			list = append(list, Formats[i])
		}
	}
	return list, nil
}

// books gives the book in each language asked for, and tells each of the others.
func books(g *glossary.Glossary, opt Options) ([]*format.Book, error) {
	var list []*format.Book
	var tags []string
	for _, tag := range append([]string{opt.Language}, opt.Besides...) {
		opt.Language = tag
		b, err := book(g, opt)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(tags, b.Language) {
			tags = append(tags, b.Language)
			list = append(list, b)
		}
	}
	for _, b := range list {
		b.Languages = tags
	}
	return list, nil
}

// book chooses and sorts the entries. What an edition says otherwise is in the lexicon's language, and is put in place
// before the languages are exchanged.
func book(g *glossary.Glossary, opt Options) (*format.Book, error) {
	edition := slices.IndexFunc(g.Editions, func(e *glossary.Edition) bool { return e.Name == opt.Edition })
	if opt.Edition != "" && edition < 0 {
		known := make([]string, len(g.Editions))
		for i, e := range g.Editions {
			known[i] = e.Name
		}
		return nil, &UnknownError{"edition", opt.Edition, known}
	}
	tag, err := languageOf(g.Lexicon, opt.Language)
	if err != nil {
		return nil, err
	}
	translated := tag != g.Lexicon.Language.Value
	if edition >= 0 {
		g = g.With(g.Editions[edition])
	}
	g = g.In(tag)

	l := g.Lexicon
	b := format.Book{
		Glossary:      g,
		Words:         i18n.For(tag),
		Language:      tag,
		ID:            l.ID.Value,
		Slug:          l.Slug.Value,
		Title:         l.Title.Value,
		Subtitle:      l.Subtitle.Value,
		TitleLanguage: g.LanguageOf(&l.Title),
		Date:          opt.Date,
		Program:       opt.Program,
	}
	if b.Date.IsZero() {
		b.Date, _ = time.Parse(time.DateOnly, l.Date.Value) // a rule has made sure that it is a day
	}
	name := ""
	if edition >= 0 {
		b.Edition = g.Editions[edition]
		name = b.Edition.Name
		b.Slug += "-" + name
		b.Title, b.Subtitle, b.TitleLanguage = b.Edition.Title.Value, b.Edition.Subtitle.Value, g.LanguageOf(&b.Edition.Title)
	}
	if translated { // no edition's name has a dot in it
		name += "." + strings.ToLower(tag)
		b.Slug += "." + strings.ToLower(tag)
	}
	if name != "" {
		b.ID += "#" + name
	}
	entries := b.Glossary.Select(b.Edition)
	sortEntries(entries, l.Collation())
	return format.New(b, entries, b.Edition != nil && b.Edition.Order.Value == glossary.Thematic), nil
}

// languageOf finds the language that is meant by a tag among those of a lexicon: as it is spelled there, or the only one
// of its base.
func languageOf(l *glossary.Lexicon, tag string) (string, error) {
	if tag == "" {
		return l.Language.Value, nil
	}
	known := []string{l.Language.Value}
	for i := range l.Translations {
		known = append(known, l.Translations[i].Value)
	}
	if i := slices.IndexFunc(known, func(t string) bool { return strings.EqualFold(t, tag) }); i >= 0 {
		return known[i], nil
	}
	var near []string
	for _, t := range known {
		if locale.Language(t) == locale.Language(tag) {
			near = append(near, t)
		}
	}
	if len(near) == 1 {
		return near[0], nil
	}
	return "", &UnknownError{"translation", tag, known}
}

// sortEntries puts entries in the order of a lexicon.
func sortEntries(entries []*glossary.Entry, collation locale.Collation) {
	keys := make(map[*glossary.Entry]string, len(entries))
	for _, e := range entries {
		keys[e] = collation.Key(e.SortText())
	}
	slices.SortFunc(entries, func(a, b *glossary.Entry) int {
		return cmp.Or(strings.Compare(keys[a], keys[b]), strings.Compare(a.ID, b.ID))
	})
}
