package markup

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
)

func appendInt(dst []byte, n int) []byte { return strconv.AppendInt(dst, int64(n), 10) }

// Entry appends a whole entry: an article whose id is the concept's, so that a link to it, or a reader that shows the
// target of a link in a window, gets headword and definition together. Every field of the model is shown, but those
// that only steer the program (autolink, sort). heading is the level of the headword's heading, 1 to 6.
func (p *Printer) Entry(dst []byte, e *glossary.Entry, heading int) []byte {
	level := strconv.Itoa(heading)
	dst = append(dst, "<article class=\"entry\" id=\""...)
	dst = append(dst, e.ID...)
	dst = append(dst, '"')
	dst = p.epubType(dst, "dictentry")
	if e.Language != "" {
		dst = p.lang(dst, e.Language)
		p = p.In(e.Language)
	}
	dst = append(dst, " aria-labelledby=\"_t-"...)
	dst = append(dst, e.ID...)
	dst = append(dst, "\">\n"...)
	for i := range e.Formerly {
		id := e.Formerly[i].Value
		again := slices.ContainsFunc(e.Formerly[:i], func(t glossary.Text) bool { return t.Value == id })
		if p.Glossary.Redirects()[id] == e && !again { // an id stands once in a page, and a living concept keeps its own
			dst = append(dst, `<span id="`...)
			dst = Escape(dst, id)
			dst = append(dst, `"></span>`...)
		}
	}
	dst = append(dst, "<h"+level+" id=\"_t-"...)
	dst = append(dst, e.ID...)
	dst = append(dst, "\"><dfn>"...)
	dst = Escape(dst, e.Term.Value)
	dst = append(dst, "</dfn>"...)
	if !e.Feminine.IsZero() {
		dst = append(dst, ", "...)
		dst = p.element(dst, "dfn", "feminine", "", e.Feminine.Value)
	}
	dst = append(dst, "</h"+level+">\n"...)

	dst = p.grammar(dst, e)
	dst = p.marks(dst, e)
	if e.State() == glossary.Retired {
		dst = p.retired(dst, e)
	}
	if e.Language != "" {
		dst = append(dst, `<p class="untranslated">`...)
		dst = p.Say(dst, capital(p.inLanguage(e.Language)))
		dst = append(dst, "</p>\n"...)
	}
	lent := lentTo(e)
	if lent.brief != nil {
		dst = p.lent(dst, "brief", "", lent.language, lent.brief)
	} else {
		dst = p.paragraph(dst, "brief", "", &e.InBrief)
	}
	if lent.definition != nil {
		dst = p.lent(dst, "definition", "def", lent.language, lent.definition)
	} else {
		dst = p.paragraph(dst, "definition", "def", &e.Definition)
	}
	dst = p.illustration(dst, e.Illustration)

	fields := len(dst)
	dst = append(dst, "<dl class=\"fields\">\n"...)
	empty := len(dst)
	dst = p.examples(dst, e.Examples)
	dst = p.texts(dst, "notes", e.Notes)
	if !e.HowItWorks.IsZero() {
		dst = p.term(dst, "how-it-works", p.Words.Label("entry.how-it-works"))
		dst = append(dst, `<dd class="long">`...)
		dst = p.Markdown(dst, &e.HowItWorks)
		dst = append(dst, "</dd></div>\n"...)
	}
	dst = p.synonyms(dst, e.Synonyms)
	for i := range e.Translations {
		dst = p.translation(dst, &e.Translations[i], lent)
	}
	r := p.Glossary.Relations(e)
	dst = p.entries(dst, "broader", r.Broader)
	dst = p.entries(dst, "narrower", p.held(r.Narrower, nil))
	dst = p.entries(dst, "part-of", r.PartOf)
	dst = p.entries(dst, "parts", p.held(r.Parts, nil))
	dst = p.entries(dst, "related", p.held(r.Related, e.Related))
	dst = p.entries(dst, "distinguish", p.held(r.Distinguish, e.Distinguish))
	dst = p.entries(dst, "mentioned-by", p.mentions(r))
	dst = p.entries(dst, "replaces", p.held(r.Replaces, nil))
	dst = p.sources(dst, e.Sources)
	dst = p.further(dst, e.Further)
	dst = p.identifiers(dst, e.Identifiers)
	dst = p.plainList(dst, "tags", e.Tags)
	dst = p.contributors(dst, e.Contributors)
	dst = p.history(dst, e)
	if len(dst) == empty {
		dst = dst[:fields]
	} else {
		dst = append(dst, "</dl>\n"...)
	}
	return append(dst, "</article>\n"...)
}

// pieces gathers the short texts of a line, with what stands between them.
type pieces struct {
	p     *Printer
	dst   []byte
	mark  string
	first bool
}

func (s *pieces) next() {
	if !s.first {
		s.dst = append(s.dst, s.mark...)
	}
	s.first = false
}

func (s *pieces) add(text string) {
	if text != "" {
		s.next()
		s.dst = Escape(s.dst, text)
	}
}

// say adds words of the program.
func (s *pieces) say(words string) {
	if words != "" {
		s.next()
		s.dst = s.p.Say(s.dst, words)
	}
}

// sayAs adds words of the program that are a part of the entry by themselves.
func (s *pieces) sayAs(epubType, words string) {
	if words == "" || !s.p.Types {
		s.say(words)
		return
	}
	s.next()
	s.dst = append(s.dst, "<span"...)
	s.dst = s.p.epubType(s.dst, epubType)
	s.dst = append(s.dst, '>')
	s.dst = s.p.Say(s.dst, words)
	s.dst = closeTag(s.dst, "span")
}

const dot = ` <span aria-hidden="true">·</span> `

// grammar says what kind of word the headword is, how it varies and how it is said.
func (p *Printer) grammar(dst []byte, e *glossary.Entry) []byte {
	dst = append(dst, `<p class="grammar">`...)
	s := pieces{p: p, dst: dst, mark: ", ", first: true}
	s.sayAs("part-of-speech", p.WordClass(&e.POS, &e.Gender))
	s.say(p.Vocabulary("number", &e.Number))
	if e.IsTrademark() {
		s.say(p.Words.Label("entry.trademark"))
	}
	p.plural(&s, &e.Plural, "")
	p.pronunciation(&s, &e.Pronunciation, "")
	return append(s.dst, "</p>\n"...)
}

// plural adds the plural of a word in a language, the book's when lang is empty.
func (p *Printer) plural(s *pieces, t *glossary.Text, lang string) {
	if !t.IsZero() {
		s.say(p.Words.Label("entry.plural"))
		s.dst = append(s.dst, ' ')
		s.dst = p.element(s.dst, "i", "", lang, t.Value)
	}
}

// pronunciation adds how a word of a language is said, the book's when lang is empty.
func (p *Printer) pronunciation(s *pieces, t *glossary.Text, lang string) {
	if t.IsZero() {
		return
	}
	s.next()
	s.dst = p.open(s.dst, "span", "ipa", "phonetic-transcription", lang)
	s.dst = append(s.dst, '[')
	s.dst = Escape(s.dst, t.Value)
	s.dst = append(s.dst, "]</span>"...)
}

// WordClass joins part of speech and gender: « nom féminin », "feminine noun".
func (p *Printer) WordClass(pos, gender *glossary.Text) string {
	word := p.Vocabulary("pos", pos)
	if gender.IsZero() {
		return word
	}
	if word == "" {
		return p.Vocabulary("gender", gender)
	}
	return p.Words.Text("entry.word-class", map[string]any{"pos": word, "gender": p.Vocabulary("gender", gender)})
}

// Vocabulary gives the word for a value of a closed vocabulary, the value itself when it is not one.
func (p *Printer) Vocabulary(name string, t *glossary.Text) string {
	if t.IsZero() {
		return ""
	}
	if id := name + "." + t.Value; p.Words.Has(id) {
		return p.Words.Label(id)
	}
	return t.Value
}

// marks says where the entry belongs, for whom it is and how far its review has gone.
func (p *Printer) marks(dst []byte, e *glossary.Entry) []byte {
	if len(e.Domains) == 0 && e.Level.IsZero() && e.Status.IsZero() {
		return dst
	}
	dst = append(dst, `<p class="marks">`...)
	s := pieces{p: p, dst: dst, mark: dot, first: true}
	for i := range e.Domains {
		label, lang := e.Domains[i].Value, ""
		if d := p.Glossary.Lexicon.Domain(label); d != nil {
			label, lang = d.Label(p.Language)
		}
		if locale.Language(lang) == locale.Language(p.language()) {
			lang = ""
		}
		s.next()
		s.dst = p.element(s.dst, "span", "domain", lang, label)
	}
	s.say(p.Vocabulary("level", &e.Level))
	s.say(p.Vocabulary("status", &e.Status))
	return append(s.dst, "</p>\n"...)
}

func (p *Printer) retired(dst []byte, e *glossary.Entry) []byte {
	other := p.Glossary.Entry(e.ReplacedBy.Value)
	if other == nil {
		return dst
	}
	dst = append(dst, `<p class="replaced">`...)
	dst = p.Say(dst, p.Words.Label("entry.replaced-by"))
	dst = append(dst, ' ')
	dst = p.Link(dst, other, "")
	return append(dst, "</p>\n"...)
}

// loan is what an entry takes from one of its translations, to be shown in the place of its own.
type loan struct {
	language          string
	brief, definition *glossary.Text // nil when the entry has its own, or the translation none
}

// lentTo gives what an entry without a definition takes from the first of its translations that has one: in a translated
// book, that is the lexicon's own language.
func lentTo(e *glossary.Entry) (l loan) {
	if !e.Definition.IsZero() {
		return l
	}
	for i := range e.Translations {
		if t := &e.Translations[i]; !t.Definition.IsZero() {
			l.language, l.definition = t.Language.Value, &t.Definition
			if e.InBrief.IsZero() && !t.InBrief.IsZero() {
				l.brief = &t.InBrief
			}
			break
		}
	}
	return l
}

// lent appends a paragraph in another language, which it names.
func (p *Printer) lent(dst []byte, class, epubType, lang string, t *glossary.Text) []byte {
	within := p.In(lang)
	dst = p.open(dst, "p", class, epubType, lang)
	dst = within.named(dst)
	dst = within.Markdown(dst, t)
	return append(dst, "</p>\n"...)
}

// named appends the name of the language of the passage, for those who see it without hearing it.
func (p *Printer) named(dst []byte) []byte {
	dst = append(dst, `<span class="language"`...)
	dst = p.lang(dst, p.Words.Language)
	dst = append(dst, ">("...)
	dst = Escape(dst, p.inLanguage(p.within))
	return append(dst, ")</span> "...)
}

func (p *Printer) inLanguage(tag string) string {
	return p.Words.Text("entry.in-language", map[string]any{"language": p.Words.LanguageName(tag)})
}

func (p *Printer) paragraph(dst []byte, class, epubType string, t *glossary.Text) []byte {
	if t.IsZero() {
		return dst
	}
	dst = p.open(dst, "p", class, epubType, "")
	dst = p.Markdown(dst, t)
	return append(dst, "</p>\n"...)
}

func (p *Printer) illustration(dst []byte, i *glossary.Illustration) []byte {
	if i == nil {
		return dst
	}
	src := p.Image(i.File.Value)
	if src == "" {
		return dst
	}
	dst = p.open(dst, "figure", "", "", p.Glossary.Original())
	dst = append(dst, `<img src="`...)
	dst = Escape(dst, src)
	dst = append(dst, `" alt="`...)
	dst = Escape(dst, i.Alt.Value)
	dst = append(dst, '"')
	dst = p.closeVoid(dst)
	if !i.Credit.IsZero() || !i.License.IsZero() {
		dst = append(dst, "<figcaption>"...)
		s := pieces{p: p, dst: dst, mark: ", ", first: true}
		s.add(i.Credit.Value)
		license, _ := LicenseName(i.License.Value)
		s.add(license)
		dst = append(s.dst, "</figcaption>"...)
	}
	return append(dst, "</figure>\n"...)
}

// groupTypes tells what the named groups of an entry are in a dictionary; itemTypes, what each thing in them is.
var (
	groupTypes = map[string]string{"synonyms": "synonym-group"}
	itemTypes  = map[string]string{"examples": "example"}
)

// term opens a named group of the entry.
func (p *Printer) term(dst []byte, class, label string) []byte {
	dst = append(dst, `<div class="`...)
	dst = append(dst, class...)
	dst = append(dst, '"')
	dst = p.epubType(dst, groupTypes[class])
	dst = append(dst, "><dt>"...)
	dst = p.Say(dst, label)
	return append(dst, "</dt> "...) // the space is seen where a style puts both on a line
}

// group appends a named group of n things, each in its own dd.
func (p *Printer) group(dst []byte, name string, n int, item func(dst []byte, i int) []byte) []byte {
	if n == 0 {
		return dst
	}
	dst = p.term(dst, name, p.Words.Count("entry."+name, n))
	for i := range n {
		dst = p.open(dst, "dd", "", itemTypes[name], "")
		dst = item(dst, i)
		dst = append(dst, "</dd>"...)
	}
	return append(dst, "</div>\n"...)
}

func (p *Printer) texts(dst []byte, name string, list []glossary.Text) []byte {
	return p.group(dst, name, len(list), func(dst []byte, i int) []byte { return p.Markdown(dst, &list[i]) })
}

func (p *Printer) examples(dst []byte, list []glossary.Example) []byte {
	return p.group(dst, "examples", len(list), func(dst []byte, i int) []byte { return p.example(dst, &list[i]) })
}

func (p *Printer) example(dst []byte, x *glossary.Example) []byte {
	if lang := x.Foreign(p.language()); lang != "" {
		dst = p.open(dst, "span", "", "", lang)
		dst = closeTag(p.In(lang).Markdown(dst, &x.Text), "span")
	} else {
		dst = p.Markdown(dst, &x.Text)
	}
	if x.Source == nil {
		return dst
	}
	dst = append(dst, ` <span class="source">(`...)
	dst = p.Source(dst, x.Source)
	return append(dst, ")</span>"...)
}

func (p *Printer) synonyms(dst []byte, list []glossary.Designation) []byte {
	return p.group(dst, "synonyms", len(list), func(dst []byte, i int) []byte {
		return p.designation(dst, &list[i], "", "")
	})
}

// designation shows a term with all that is said of it: its standing in words, never by its look alone.
func (p *Printer) designation(dst []byte, d *glossary.Designation, epubType, lang string) []byte {
	class := "term"
	if !d.Advised() {
		class = "term avoid"
	}
	dst = p.typed(dst, "span", class, epubType, lang, d.Term.Value)
	start := len(dst)
	dst = append(dst, " ("...)
	s := pieces{p: p, dst: dst, mark: ", ", first: true}
	if d.State() != glossary.Admitted {
		s.say(p.Vocabulary("term-status", &d.Status))
	}
	s.say(p.Vocabulary("term-kind", &d.Kind))
	s.say(p.region(&d.Region))
	if d.IsTrademark() {
		s.say(p.Words.Label("entry.trademark"))
	}
	p.plural(&s, &d.Plural, lang)
	if s.first {
		dst = dst[:start]
	} else {
		dst = append(s.dst, ')')
	}
	if d.Authority != nil {
		dst = append(dst, ", "...)
		dst = p.Say(dst, p.Words.Label("entry.according-to"))
		dst = append(dst, ' ')
		dst = p.Anchor(dst, d.Authority.URL.Value, lang, d.Authority.Name.Value)
	}
	if d.Reason.IsZero() {
		return dst
	}
	dst = Escape(dst, p.Words.Label("punctuation.colon"))
	if lang == "" {
		return p.Markdown(dst, &d.Reason)
	}
	within := p.In(lang)
	dst = p.open(dst, "span", "", "", lang)
	dst = within.Markdown(dst, &d.Reason)
	return closeTag(dst, "span")
}

// region names the place where a term is used, a code when it has no name here.
func (p *Printer) region(t *glossary.Text) string {
	if t.IsZero() {
		return ""
	}
	return p.Words.RegionName(t.Value)
}

// capital gives words as they begin a line.
func capital(words string) string {
	first, size := utf8.DecodeRuneInString(words)
	return string(unicode.ToUpper(first)) + words[size:]
}

// translation shows all that another language says, but what it has lent to the entry.
func (p *Printer) translation(dst []byte, t *glossary.Translation, lent loan) []byte {
	lang := t.Language.Value
	within := p.In(lang)
	dst = p.term(dst, "translation", capital(p.Words.LanguageName(lang)))
	dst = append(dst, "<dd>"...)
	dst = p.typed(dst, "span", "term", "tran", lang, t.Term.Value)
	if !t.Feminine.IsZero() {
		dst = append(dst, ", "...)
		dst = p.typed(dst, "span", "term", "tran", lang, t.Feminine.Value)
	}
	s := pieces{p: p, mark: ", ", first: true}
	s.say(p.WordClass(&t.POS, &t.Gender))
	s.say(p.Vocabulary("number", &t.Number))
	if t.IsTrademark() {
		s.say(p.Words.Label("entry.trademark"))
	}
	p.plural(&s, &t.Plural, lang)
	p.pronunciation(&s, &t.Pronunciation, lang)
	if !s.first {
		dst = append(dst, " ("...)
		dst = append(dst, s.dst...)
		dst = append(dst, ')')
	}
	dst = append(dst, "</dd>"...)
	for i := range t.Synonyms {
		dst = append(dst, "<dd>"...)
		dst = p.designation(dst, &t.Synonyms[i], "tran", lang)
		dst = append(dst, "</dd>"...)
	}
	foreign := func(class, epubType string, show func([]byte) []byte) {
		dst = p.open(dst, "dd", class, epubType, lang)
		dst = show(dst)
		dst = append(dst, "</dd>"...)
	}
	colon := strings.TrimRight(p.Words.Label("punctuation.colon"), " ")
	if x := &t.InBrief; !x.IsZero() && x != lent.brief {
		foreign("foreign", "", func(dst []byte) []byte { return within.Markdown(dst, x) })
	}
	if x := &t.Definition; !x.IsZero() && x != lent.definition {
		foreign("foreign", "def", func(dst []byte) []byte { return within.Markdown(dst, x) })
	}
	for i := range t.Examples {
		foreign("foreign", "example", func(dst []byte) []byte {
			return within.example(within.lead(dst, p.Words.Count("entry.examples", 1)+colon), &t.Examples[i])
		})
	}
	for i := range t.Notes {
		foreign("foreign", "", func(dst []byte) []byte {
			return within.Markdown(within.lead(dst, p.Words.Count("entry.notes", 1)+colon), &t.Notes[i])
		})
	}
	if !t.HowItWorks.IsZero() {
		foreign("foreign long", "", func(dst []byte) []byte {
			return within.Markdown(within.lead(dst, p.Words.Label("entry.how-it-works")), &t.HowItWorks)
		})
	}
	if !t.Reviewed.IsZero() {
		dst = append(dst, `<dd class="reviewed">`...)
		dst = p.dated(dst, "entry.reviewed", &t.Reviewed)
		dst = append(dst, "</dd>"...)
	}
	return append(dst, "</div>\n"...)
}

// lead appends the words that tell what a text is which has no heading of its own.
func (p *Printer) lead(dst []byte, words string) []byte {
	dst = append(dst, `<span class="lead"`...)
	dst = p.lang(dst, p.Words.Language)
	dst = append(dst, '>')
	dst = Escape(dst, words)
	return append(dst, "</span> "...)
}

// held gives the entries of a list that the book holds, and those that the entry itself said: their names are part of its
// text. What only others say of it would be noise without them, and could give away a draft.
func (p *Printer) held(list []*glossary.Entry, said []glossary.Text) []*glossary.Entry {
	missing := func(e *glossary.Entry) bool {
		return p.Href(e) == "" && !slices.ContainsFunc(said, func(t glossary.Text) bool { return p.Glossary.Entry(t.Value) == e })
	}
	if !slices.ContainsFunc(list, missing) {
		return list
	}
	return slices.DeleteFunc(slices.Clone(list), missing)
}

// mentions gives the entries whose texts speak of this one, without those that another of its relations names already.
func (p *Printer) mentions(r *glossary.Relations) []*glossary.Entry {
	list := p.held(r.MentionedBy, nil)
	if len(list) == 0 {
		return nil
	}
	named := map[*glossary.Entry]bool{}
	for _, relation := range [][]*glossary.Entry{r.Broader, r.Narrower, r.PartOf, r.Parts, r.Related, r.Distinguish, r.Replaces} {
		for _, e := range relation {
			named[e] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(list), func(e *glossary.Entry) bool { return named[e] })
}

func (p *Printer) entries(dst []byte, name string, list []*glossary.Entry) []byte {
	if len(list) == 0 {
		return dst
	}
	dst = p.term(dst, name, p.Words.Count("entry."+name, len(list)))
	dst = append(dst, "<dd>"...)
	for i, e := range list {
		if i > 0 {
			dst = append(dst, ", "...)
		}
		dst = p.Link(dst, e, "")
	}
	return append(dst, "</dd></div>\n"...)
}

func (p *Printer) further(dst []byte, list []glossary.Reading) []byte {
	return p.group(dst, "further-reading", len(list), func(dst []byte, i int) []byte {
		r := &list[i]
		dst = p.Anchor(dst, r.URL.Value, cmp.Or(r.Language.Value, p.Glossary.Original()), r.Title.Value)
		return p.accessed(dst, &r.Accessed)
	})
}

func (p *Printer) identifiers(dst []byte, list []glossary.Identifier) []byte {
	return p.group(dst, "identifiers", len(list), func(dst []byte, i int) []byte {
		name := list[i].Scheme.Value
		if id := "scheme." + name; p.Words.Has(id) {
			name = p.Words.Label(id)
		}
		dst = Escape(dst, name)
		dst = append(dst, ' ')
		return Escape(dst, list[i].Value.Value)
	})
}

func (p *Printer) plainList(dst []byte, name string, list []glossary.Text) []byte {
	if len(list) == 0 {
		return dst
	}
	dst = p.term(dst, name, p.Words.Count("entry."+name, len(list)))
	dst = append(dst, "<dd>"...)
	s := pieces{p: p, dst: dst, mark: ", ", first: true}
	for i := range list {
		s.next()
		s.dst = p.element(s.dst, "span", "", p.Glossary.Original(), list[i].Value)
	}
	return append(s.dst, "</dd></div>\n"...)
}

func (p *Printer) contributors(dst []byte, list []glossary.Contributor) []byte {
	return p.group(dst, "contributors", len(list), func(dst []byte, i int) []byte {
		return p.Contributor(dst, &list[i])
	})
}

// Contributor appends a person's name, role and organisation.
func (p *Printer) Contributor(dst []byte, c *glossary.Contributor) []byte {
	s := pieces{p: p, dst: dst, mark: ", ", first: true}
	s.add(c.Name.Value)
	s.say(p.Vocabulary("role", &c.Role))
	s.add(c.Organization.Value)
	return s.dst
}

// history says when the entry was made, changed and reviewed.
func (p *Printer) history(dst []byte, e *glossary.Entry) []byte {
	if e.Created.IsZero() && e.Modified.IsZero() && e.Reviewed.IsZero() {
		return dst
	}
	dst = p.term(dst, "history", p.Words.Label("entry.history"))
	dst = append(dst, "<dd>"...)
	s := pieces{p: p, dst: dst, mark: ", ", first: true}
	for _, d := range []struct {
		id   string
		text *glossary.Text
	}{{"entry.created", &e.Created}, {"entry.modified", &e.Modified}, {"entry.reviewed", &e.Reviewed}} {
		if !d.text.IsZero() {
			s.next()
			s.dst = p.dated(s.dst, d.id, d.text)
		}
	}
	return append(s.dst, "</dd></div>\n"...)
}

// dated appends what happened on a day.
func (p *Printer) dated(dst []byte, id string, t *glossary.Text) []byte {
	return p.Say(dst, p.Words.Text(id, map[string]any{"date": p.Date(t.Value)}))
}

func (p *Printer) accessed(dst []byte, t *glossary.Text) []byte {
	if t.IsZero() {
		return dst
	}
	dst = append(dst, " ["...)
	dst = p.dated(dst, "entry.accessed", t)
	return append(dst, ']')
}
