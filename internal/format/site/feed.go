package site

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/lexipoche/lexipoche/internal/format"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
	"github.com/lexipoche/lexipoche/internal/markup"
)

// feedLength is how many terms the feed tells of: a reader of feeds looks every day, not once a year.
const feedLength = 50

const feedType = "application/atom+xml"

// atom appends the elements of a feed (RFC 4287) in a language.
type atom struct {
	dst  []byte
	lang string
}

func (w *atom) raw(s string) { w.dst = append(w.dst, s...) }

func (w *atom) attribute(name, value string) {
	if value != "" {
		w.raw(" " + name + `="`)
		w.dst = markup.Escape(w.dst, value)
		w.raw(`"`)
	}
}

// element appends a text in a language, nothing when it is empty.
func (w *atom) element(name, lang, text string) {
	if text == "" {
		return
	}
	w.raw("<" + name)
	if !strings.EqualFold(lang, w.lang) {
		w.attribute("xml:lang", lang)
	}
	w.raw(">")
	w.dst = markup.Escape(w.dst, text)
	w.raw("</" + name + ">\n")
}

// link appends a link; more are other attributes, by name and value.
func (w *atom) link(rel, media, href string, more ...string) {
	w.raw("<link")
	for i, pairs := 0, append([]string{"rel", rel, "type", media, "href", href}, more...); i < len(pairs); i += 2 {
		w.attribute(pairs[i], pairs[i+1])
	}
	w.raw("/>\n")
}

func (w *atom) authors(names []string) {
	for _, name := range names {
		w.raw("<author>\n")
		w.element("name", "", name)
		w.raw("</author>\n")
	}
}

// rights says what may be done with the content, and where that is told at length (RFC 4946).
func (w *atom) rights(l *glossary.Lexicon) {
	name, url := markup.LicenseName(l.License.Value)
	w.element("rights", "", name)
	if url != "" {
		w.link("license", "", url)
	}
}

// feed writes the terms that are new or have changed, the last ones first. The base is the address of the site,
// with its last slash, empty when it is not known: links are then relative to the feed. href gives the
// address of an entry from the root of the site.
func feed(b *format.Book, p *markup.Printer, base string, href func(*glossary.Entry) string) []byte {
	entries := lastChanged(b.Entries)
	updated := b.Date.Format(time.DateOnly)
	if len(entries) > 0 {
		updated, _ = changed(entries[0])
	}
	w := &atom{lang: b.Language}
	w.raw(`<?xml version="1.0" encoding="UTF-8"?>` + "\n" + `<feed xmlns="http://www.w3.org/2005/Atom"`)
	w.attribute("xml:lang", b.Language)
	w.raw(">\n")
	w.element("id", "", nameOf(b.ID, "feed"))
	w.element("title", b.TitleLanguage, b.Title)
	w.element("subtitle", wordsLanguage(b), b.Words.Label("feed.subtitle"))
	w.element("updated", "", instant(updated))
	w.authors(authorsOf(b))
	w.link("self", feedType, base+feedName)
	w.link("alternate", "text/html", homeOf(base))
	w.element("icon", "", base+iconName(192))
	w.rights(b.Lexicon)
	program, version, _ := strings.Cut(b.Program, " ")
	if program != "" {
		w.raw("<generator")
		w.attribute("version", version)
		w.raw(">")
		w.dst = markup.Escape(w.dst, program)
		w.raw("</generator>\n")
	}
	for _, e := range entries {
		day, isNew := changed(e)
		lang := cmp.Or(e.Language, b.Language)
		label := "feed.changed"
		if isNew {
			label = "feed.new"
		}
		w.raw("<entry>\n")
		w.element("id", "", nameOf(b.ID, "terms/"+e.ID))
		w.element("title", lang, b.Words.Text(label, map[string]any{"term": isolated(e.Term.Value, lang, b.Words.Language)}))
		w.element("updated", "", instant(day))
		if created := dayOf(&e.Created); created != "" {
			w.element("published", "", instant(created))
		}
		w.link("alternate", "text/html", base+href(e))
		summary := &e.InBrief
		if summary.IsZero() {
			summary = &e.Definition
		}
		w.element("summary", lang, strings.TrimSpace(string(p.Plain(nil, summary))))
		w.raw("</entry>\n")
	}
	w.raw("</feed>\n")
	return w.dst
}

// lastChanged gives the entries that have a date, the last ones first; those of one day stay in the order of the book.
func lastChanged(entries []*glossary.Entry) []*glossary.Entry {
	var dated []*glossary.Entry
	for _, e := range entries {
		if day, _ := changed(e); day != "" {
			dated = append(dated, e)
		}
	}
	slices.SortStableFunc(dated, func(a, b *glossary.Entry) int {
		dayA, _ := changed(a)
		dayB, _ := changed(b)
		return strings.Compare(dayB, dayA)
	})
	return dated[:min(len(dated), feedLength)]
}

// changed gives the day of the last change of an entry, empty when none is written, and whether the entry was new then.
func changed(e *glossary.Entry) (day string, isNew bool) {
	created, modified := dayOf(&e.Created), dayOf(&e.Modified)
	if modified > created {
		return modified, false
	}
	return created, true
}

func dayOf(t *glossary.Text) string {
	if _, ok := glossary.ParseDay(t.Value); !ok {
		return ""
	}
	return t.Value
}

// instant gives the beginning of a day (RFC 3339).
func instant(day string) string { return day + "T00:00:00Z" }

// wordsLanguage gives the language of the program's words where they are not in the book's, else nothing.
func wordsLanguage(b *format.Book) string {
	if b.Words.Language == locale.Language(b.Language) {
		return ""
	}
	return b.Words.Language
}

// isolated keeps a word from being mixed with those around it, which are written the other way (Unicode, annex 9).
func isolated(word, lang, around string) string {
	if locale.Direction(lang) == locale.Direction(around) {
		return word
	}
	return "\u2068" + word + "\u2069"
}

// authorsOf names who wrote the lexicon, else who publishes it: a feed must have an author.
func authorsOf(b *format.Book) []string {
	var names []string
	for i := range b.Lexicon.Contributors {
		if c := &b.Lexicon.Contributors[i]; c.Role.IsZero() || c.Role.Value == "author" {
			names = append(names, c.Name.Value)
		}
	}
	if len(names) == 0 {
		names = append(names, cmp.Or(b.Lexicon.Publisher.Value, b.Lexicon.Title.Value))
	}
	return names
}
