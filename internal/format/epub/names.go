package epub

import (
	"cmp"
	"slices"
	"strings"

	"github.com/lexipoche/lexipoche/internal/format"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
)

// name is a word by which readers look for entries whose headword is another one.
type name struct {
	text    string
	lang    string // empty: the book's
	state   string // of the designation: glossary.Admitted…
	entries []*glossary.Entry
	key     string
	forms   []string // what else it is found by, when it is an entry of a dictionary
	id      string   // of that entry, after [wordID]
}

// avoided reports whether the name is one that is not to be used any more.
func (n *name) avoided() bool { return n.state == glossary.Discouraged || n.state == glossary.Obsolete }

// names gathers names in the order of a language.
type names struct {
	collation locale.Collation
	list      []name
}

func (n *names) add(text, lang, state string, e *glossary.Entry, forms ...string) {
	n.list = append(n.list, name{
		text: text, lang: lang, state: state, entries: []*glossary.Entry{e}, key: n.collation.Key(text), forms: forms,
	})
}

// sorted gives the names in order, those that read the same being one. A name that is to be avoided for one concept and
// not for another stays two, so that each says the truth of what it leads to.
func (n *names) sorted() []name {
	slices.SortStableFunc(n.list, func(a, b name) int {
		return cmp.Or(strings.Compare(a.key, b.key), strings.Compare(a.state, b.state), strings.Compare(a.lang, b.lang))
	})
	var list []name
	for _, one := range n.list {
		if len(list) > 0 {
			last := &list[len(list)-1]
			if last.key == one.key && last.state == one.state && last.lang == one.lang {
				// Entries come in the order of the book: one that is there already is the last.
				if last.entries[len(last.entries)-1] != one.entries[0] {
					last.entries = append(last.entries, one.entries[0])
					last.forms = append(last.forms, one.forms...)
				}
				continue
			}
		}
		list = append(list, one)
	}
	return list
}

// show appends a name, what it is worth in words, and the way to its entries.
func (p *publication) show(dst []byte, n *name) []byte {
	class := "term"
	if n.avoided() {
		class = "term avoid"
	}
	return p.leads(p.printer.Term(dst, class, n.lang, n.text), n)
}

// leads appends what a name is worth, and the way to its entries.
func (p *publication) leads(dst []byte, n *name) []byte {
	if n.state != glossary.Admitted {
		dst = append(dst, " ("...)
		dst = p.printer.Say(dst, p.printer.Vocabulary("term-status", &glossary.Text{Value: n.state}))
		dst = append(dst, ')')
	}
	dst = append(dst, p.arrow()...)
	return p.links(dst, n.entries)
}

func (p *publication) links(dst []byte, entries []*glossary.Entry) []byte {
	for i, e := range entries {
		if i > 0 {
			dst = append(dst, ", "...)
		}
		dst = p.printer.Link(dst, e, "")
	}
	return dst
}

// arrow points onwards. No reading system turns an arrow round with the direction of the text.
func (p *publication) arrow() string {
	if p.rtl() {
		return " ← "
	}
	return " → "
}

// line is what a file of entries holds at one place: an entry, or a name that leads to others.
type line struct {
	entry *glossary.Entry
	see   *name
}

func (l *line) text() string {
	if l.see != nil {
		return l.see.text
	}
	return l.entry.SortText()
}

func (p *publication) line(dst []byte, l *line) []byte {
	if l.see == nil {
		return p.printer.Entry(dst, l.entry, 2)
	}
	dst = append(dst, `<p class="see">`...)
	dst = p.show(dst, l.see)
	return append(dst, "</p>\n"...)
}

// thematic reports whether the sections of the book are domains.
func (p *publication) thematic() bool {
	return p.Edition != nil && p.Edition.Order.Value == glossary.Thematic
}

// lines gives the sections of the book with what stands in each. Between the letters' entries stand the other names of
// the concepts, at their place in the alphabet; a letter may hold nothing else. A domain has its entries alone: nobody
// looks for a word there by its letters.
func (p *publication) lines() ([]format.Section, [][]line) {
	if p.thematic() {
		lines := make([][]line, len(p.Sections))
		for i := range p.Sections {
			for _, e := range p.Sections[i].Entries {
				lines[i] = append(lines[i], line{entry: e})
			}
		}
		return p.Sections, lines
	}
	var sections []format.Section
	var lines [][]line
	add := func(l line) {
		heading, _ := locale.Initial(l.text())
		if n := len(sections); n == 0 || sections[n-1].Heading != heading {
			sections = append(sections, format.Section{Anchor: "_" + locale.Anchor(heading), Heading: heading})
			lines = append(lines, nil)
		}
		last := len(sections) - 1
		if l.entry != nil {
			sections[last].Entries = append(sections[last].Entries, l.entry)
		}
		lines[last] = append(lines[last], l)
	}
	collation := p.Lexicon.Collation()
	keys := make([]string, len(p.Entries))
	for i, e := range p.Entries {
		keys[i] = collation.Key(e.SortText())
	}
	p.sees = p.otherNames(keys)
	rest := p.sees
	for i, e := range p.Entries {
		for ; len(rest) > 0 && rest[0].key < keys[i]; rest = rest[1:] {
			add(line{see: &rest[0]})
		}
		add(line{entry: e})
	}
	for i := range rest {
		add(line{see: &rest[i]})
	}
	return sections, lines
}

// otherNames gives the synonyms that have a line of their own among the letters; keys are those of the entries.
//
// Terms to avoid all have one: it says so to whoever looks for them. The others have one unless it would stand beside the
// entry that it leads to, under the same letter: whoever looks there has found the entry. The first letters would be a
// poorer measure: « mot-clic » and « mot-dièse » share theirs, and in a large lexicon a hundred entries may stand between.
// Ids that concepts had are no words.
func (p *publication) otherNames(keys []string) []name {
	all := names{collation: p.Lexicon.Collation()}
	place := make(map[*glossary.Entry]int, len(p.Entries))
	for i, e := range p.Entries {
		place[e] = i
		for j := range e.Synonyms {
			d := &e.Synonyms[j]
			all.add(d.Term.Value, borrowed(e, d), d.State(), e)
		}
	}
	return slices.DeleteFunc(all.sorted(), func(n name) bool {
		if n.avoided() {
			return false
		}
		next, _ := slices.BinarySearch(keys, n.key)
		for next < len(keys) && keys[next] == n.key {
			next++
		}
		initial, _ := locale.Initial(n.text)
		for _, e := range n.entries {
			its, _ := locale.Initial(e.SortText())
			if at := place[e]; at != next && at != next-1 || its != initial {
				return false
			}
		}
		return true
	})
}

// borrowed gives the language that a term to avoid was taken from: that of the equivalent which is written alike. Of
// other terms nothing is said: « forum » is as French as it is English.
func borrowed(e *glossary.Entry, d *glossary.Designation) string {
	if d.State() != glossary.Discouraged {
		return ""
	}
	for i := range e.Translations {
		t := &e.Translations[i]
		if t.Term.Value == d.Term.Value {
			return t.Language.Value
		}
		for j := range t.Synonyms {
			if t.Synonyms[j].Term.Value == d.Term.Value {
				return t.Language.Value
			}
		}
	}
	return ""
}
