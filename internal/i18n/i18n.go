// Package i18n holds every word the program says, in books and in messages, in each of its languages. It knows the
// words and not what they are said of: they are asked for by id, with the values they need by name.
package i18n

import (
	"embed"
	"encoding/json"
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// Languages are those that have catalogues. The first is the one to speak when nothing else is asked for.
var Languages = []string{"fr", "en"}

// Fallback is the language of what is shown to readers of a language without a catalogue.
const Fallback = "en"

//go:embed catalogue/*.json
var files embed.FS

// Catalogue is the program's words in one language. It may be used from several goroutines.
type Catalogue struct {
	Language  string
	localizer *i18n.Localizer
	known     map[string]bool
	simple    map[string][]string // words that only show values, cut at their names: text, name, text, name… text
	said      sync.Map            // words by what they were asked with, for those that a book repeats at every entry
}

var catalogues = map[string]func() *Catalogue{
	"fr": sync.OnceValue(func() *Catalogue { return load("fr") }),
	"en": sync.OnceValue(func() *Catalogue { return load("en") }),
}

// For gives the words for a BCP 47 tag: those of its base language, else of [Fallback], as Catalogue.Language tells.
func For(tag string) *Catalogue {
	base, _, _ := strings.Cut(strings.ToLower(tag), "-")
	if !slices.Contains(Languages, base) {
		base = Fallback
	}
	return catalogues[base]()
}

// TagIn gives the language of the words in a text that is in another one, as its tag says, else nothing.
func (c *Catalogue) TagIn(tag string) string {
	if base, _, _ := strings.Cut(strings.ToLower(tag), "-"); base == c.Language {
		return ""
	}
	return c.Language
}

// load reads the files of one language into a bundle of their own, so that a word that is missing is seen, not said in
// another language. The files are part of the program: a fault in one is a fault of the program.
func load(lang string) *Catalogue {
	bundle := i18n.NewBundle(language.MustParse(lang))
	c := &Catalogue{Language: lang, localizer: i18n.NewLocalizer(bundle, lang), known: map[string]bool{}, simple: map[string][]string{}}
	for name, data := range parts(lang) {
		messages, err := bundle.ParseMessageFileBytes(data, path.Base(name))
		if err != nil {
			panic(fmt.Sprintf("i18n: %s: %v", name, err))
		}
		for _, m := range messages.Messages {
			c.known[m.ID] = true
			if m.One == "" {
				if pieces := cut(m.Other); pieces != nil {
					c.simple[m.ID] = pieces
				}
			}
		}
	}
	return c
}

// parts gives the files of one language.
func parts(lang string) map[string][]byte {
	entries, err := files.ReadDir("catalogue")
	if err != nil {
		panic(err)
	}
	list := map[string][]byte{}
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), "."+lang+".json") {
			data, err := files.ReadFile("catalogue/" + e.Name())
			if err != nil {
				panic(err)
			}
			list[e.Name()] = data
		}
	}
	return list
}

// IDs lists every id of a language's catalogue, sorted.
func IDs(lang string) []string {
	var ids []string
	for name, data := range parts(lang) {
		var tree map[string]any
		if err := json.Unmarshal(data, &tree); err != nil {
			panic(fmt.Sprintf("i18n: %s: %v", name, err))
		}
		ids = append(ids, flatten("", tree)...)
	}
	slices.Sort(ids)
	return ids
}

func flatten(prefix string, tree map[string]any) []string {
	if _, plural := tree["other"].(string); plural {
		return []string{strings.TrimSuffix(prefix, ".")}
	}
	var ids []string
	for key, v := range tree {
		if sub, ok := v.(map[string]any); ok {
			ids = append(ids, flatten(prefix+key+".", sub)...)
		} else {
			ids = append(ids, prefix+key)
		}
	}
	return ids
}

// cut divides words at the values they show; nil when they do more than show values.
func cut(words string) []string {
	var pieces []string
	for {
		text, rest, found := strings.Cut(words, "{{")
		pieces = append(pieces, text)
		if !found {
			return pieces
		}
		name, after, _ := strings.Cut(rest, "}}")
		if len(name) < 2 || name[0] != '.' || strings.ContainsAny(name[1:], " .|") {
			return nil
		}
		pieces = append(pieces, name[1:])
		words = after
	}
}

// Label gives words that take no value.
func (c *Catalogue) Label(id string) string { return c.Text(id, nil) }

// Text gives words with their values. A word that the catalogue lacks is shown by its id: nothing is hidden.
func (c *Catalogue) Text(id string, values map[string]any) string {
	pieces := c.simple[id]
	switch len(pieces) {
	case 0:
		return c.localize(&i18n.LocalizeConfig{MessageID: id, TemplateData: values})
	case 1:
		return pieces[0]
	}
	var b strings.Builder
	for i, piece := range pieces {
		if i%2 == 0 {
			b.WriteString(piece)
		} else {
			fmt.Fprint(&b, values[piece])
		}
	}
	return b.String()
}

// agreement is a number as far as words agree with it without showing it, in the languages there are.
type agreement struct {
	id string
	n  int
}

// Count gives words that agree with a number, which they may show as {{.n}}.
func (c *Catalogue) Count(id string, n int) string {
	key := agreement{id, min(n, 2)}
	if words, ok := c.said.Load(key); ok {
		return words.(string)
	}
	config := &i18n.LocalizeConfig{MessageID: id, PluralCount: n, TemplateData: map[string]any{"n": n}}
	words := c.localize(config)
	if !strings.Contains(words, fmt.Sprint(n)) {
		c.said.Store(key, words)
	}
	return words
}

func (c *Catalogue) localize(config *i18n.LocalizeConfig) string {
	s, err := c.localizer.Localize(config)
	if err != nil {
		return "‹" + config.MessageID + "›"
	}
	return s
}

// Has reports whether the catalogue has words under an id.
func (c *Catalogue) Has(id string) bool { return c.known[id] }

// Say words a finding: its message, and the advice that goes with it, empty when there is none. The words of a place
// related to a finding have an id of their own, "duplicate-key.related", and no advice.
func (c *Catalogue) Say(code string, values map[string]any) (message, hint string) {
	if c.known[code] {
		return c.Text(code, values), ""
	}
	message = c.Text(code+".message", values)
	if id := code + ".hint"; c.Has(id) {
		hint = strings.TrimSpace(c.Text(id, values))
	}
	return message, hint
}

// again gives what say said when it was last asked with the same key.
func (c *Catalogue) again(key any, say func() string) string {
	if words, ok := c.said.Load(key); ok {
		return words.(string)
	}
	words := say()
	c.said.Store(key, words)
	return words
}

type (
	languageName string
	regionName   string
	date         struct{ year, month, day int }
)

// LanguageName names a language, « anglais » for en; the tag itself when it has no name here.
func (c *Catalogue) LanguageName(tag string) string {
	return c.again(languageName(tag), func() string { return c.languageName(tag) })
}

func (c *Catalogue) languageName(tag string) string {
	t, err := language.Parse(tag)
	if err != nil {
		return tag
	}
	if name := display.Languages(language.MustParse(c.Language)).Name(t); name != "" {
		return name
	}
	return tag
}

// Date words a calendar date: a year, a month of a year or a day. A zero month or day is not known.
func (c *Catalogue) Date(year, month, day int) string {
	return c.again(date{year, month, day}, func() string { return c.date(year, month, day) })
}

func (c *Catalogue) date(year, month, day int) string {
	values := map[string]any{"year": year, "day": day}
	switch {
	case month == 0:
		return c.Text("date.year", values)
	case day == 0:
		values["month"] = c.Label(fmt.Sprintf("month.%02d", month))
		return c.Text("date.month", values)
	}
	values["month"] = c.Label(fmt.Sprintf("month.%02d", month))
	if day == 1 {
		return c.Text("date.first", values)
	}
	return c.Text("date.day", values)
}

// RegionName names a country (ISO 3166-1) or one of the subdivisions that the catalogue knows (ISO 3166-2).
func (c *Catalogue) RegionName(code string) string {
	return c.again(regionName(code), func() string { return c.regionName(code) })
}

func (c *Catalogue) regionName(code string) string {
	if id := "region." + code; c.known[id] {
		return c.Label(id)
	}
	if r, err := language.ParseRegion(code); err == nil {
		if name := display.Regions(language.MustParse(c.Language)).Name(r); name != "" {
			return name
		}
	}
	return code
}
