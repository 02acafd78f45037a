package glossary

import (
	"github.com/lexipoche/lexipoche/internal/locale"
	"github.com/lexipoche/lexipoche/internal/markdown"
)

// usage is what the texts of a lexicon do with its words. They are read once for all that is asked of it.
type usage struct {
	links   map[*Text][]Autolink
	known   map[*markdown.Node][]Place
	avoided []Occurrence
	naming  []Occurrence
	shared  [][2]Word
}

// Autolink is a place where a text names another concept, without a mark of its author: bytes Start to End of what Node, a
// piece of text, shows.
type Autolink struct {
	Node       *markdown.Node
	Start, End int
	Entry      *Entry
}

// Place is a stretch of a piece of text: bytes Start to End of what it shows.
type Place struct{ Start, End int }

// Occurrence is a place where a text uses a word: bytes Start to End of its value.
type Occurrence struct {
	File       *File
	Text       *Text
	Start, End int
	Word       Word
}

// Autolinks gives the links that a text gets by itself, in the order in which they are read.
//
// Definitions, notes and long forms have some, and what an edition or the lexicon says before its entries. A concept is
// linked once in an entry, where it is named first, and not at all where the author refers to it by a mark. Only the
// headword, the terms admitted in its place and their inflections lead to it; a form that several concepts have leads to
// none, and a common word (`autolink: cautious`, or a synonym of one word) only between entries that a relation joins.
// Nothing is linked in links, nor in quotations of another language.
func (g *Glossary) Autolinks(t *Text) []Autolink { return g.usage().links[t] }

// Known gives the places, from left to right, where a piece of a definition or of a gloss uses words of the lexicon, proper names too.
func (g *Glossary) Known(n *markdown.Node) []Place { return g.usage().known[n] }

// Avoided gives the places where texts written for the lexicon, in its language, use words that it advises against. What is
// quoted or emphasized is a mention, not a use.
func (g *Glossary) Avoided() []Occurrence { return g.usage().avoided }

// SelfNaming gives the places where the definition or the gloss of an entry names its own concept, mentions left aside.
func (g *Glossary) SelfNaming() []Occurrence { return g.usage().naming }

// Homographs gives the words that texts could be linked by, but that several concepts have: each with that of the concept that
// comes first. Inflections meet too.
func (g *Glossary) Homographs() [][2]Word { return g.usage().shared }

// usageOf reads all texts, on all cores. What it gives is in the order of the files.
func usageOf(g *Glossary) *usage {
	v := vocabularyOf(g)
	linkers := inChunks(g.Entries, func(entries []*Entry) *linker {
		l := newLinker(v)
		for _, e := range entries {
			if e.Language != "" { // the words are those of the book's language
				continue
			}
			l.begin(e)
			l.document(&e.File, &EntryRecord, e, e.isLinkable)
		}
		return l
	})
	front := newLinker(v)
	front.begin(nil)
	front.document(&g.Lexicon.File, &LexiconRecord, g.Lexicon, func(t *Text) bool { return t == &g.Lexicon.Foreword })
	for _, ed := range g.Editions {
		front.begin(nil)
		front.document(&ed.File, &EditionRecord, ed, func(t *Text) bool { return t == &ed.Preface })
	}
	all := &usage{links: map[*Text][]Autolink{}, known: map[*markdown.Node][]Place{}, shared: v.homographs()}
	for _, l := range append([]*linker{front}, linkers...) {
		for _, found := range l.found {
			all.links[found.text] = found.links
		}
		for _, k := range l.known {
			all.known[k.node] = k.places
		}
		all.avoided = append(all.avoided, l.avoided...)
		all.naming = append(all.naming, l.naming...)
	}
	return all
}

// isLinkable tells the texts of an entry that get links by themselves.
func (e *Entry) isLinkable(t *Text) bool {
	if t == &e.Definition || t == &e.HowItWorks {
		return true
	}
	for i := range e.Notes {
		if t == &e.Notes[i] {
			return true
		}
	}
	return false
}

type textLinks struct {
	text  *Text
	links []Autolink
}

type knownPlaces struct {
	node   *markdown.Node
	places []Place
}

// A linker reads the texts of one entry after the other, or of one chapter, in the order in which a book shows them.
type linker struct {
	vocabulary *vocabulary
	entry      *Entry // nil for a chapter
	related    map[*Entry]bool
	done       map[*Entry]bool // those that are linked, and those that are not to be

	file     *File
	text     *Text
	linkable bool
	links    []Autolink // of the text
	uses     []use

	found   []textLinks
	known   []knownPlaces
	avoided []Occurrence
	naming  []Occurrence
}

func newLinker(v *vocabulary) *linker {
	return &linker{vocabulary: v, related: map[*Entry]bool{}, done: map[*Entry]bool{}}
}

// begin turns to an entry, or to a chapter, which is nil.
func (l *linker) begin(e *Entry) {
	l.entry = e
	clear(l.related)
	clear(l.done)
	if e == nil {
		return
	}
	l.done[e] = true
	r := l.vocabulary.g.relations[e]
	for _, other := range r.Mentions {
		l.done[other] = true
	}
	for _, list := range [][]*Entry{r.Broader, r.Narrower, r.Related, r.Distinguish, r.PartOf, r.Parts} {
		for _, other := range list {
			l.related[other] = true
		}
	}
}

// document reads the prose of a file; linkable tells the texts that get links.
func (l *linker) document(f *File, r *Record, root any, linkable func(*Text) bool) {
	l.file = f
	r.Words(root, l.vocabulary.g.Lexicon.Language.Value, func(t *Text, manner Manner) {
		if t.Doc == nil || manner != Prose || l.vocabulary.g.LanguageOf(t) != "" {
			return
		}
		l.text, l.linkable, l.links = t, linkable(t), nil
		l.nodes(t.Doc.Nodes, false)
		if len(l.links) > 0 {
			l.found = append(l.found, textLinks{t, l.links})
		}
	})
}

func (l *linker) nodes(nodes []markdown.Node, emphasized bool) {
	for i := range nodes {
		switch n := &nodes[i]; n.Kind {
		case markdown.Text:
			l.node(n, emphasized)
		case markdown.Link, markdown.Reference:
		default:
			l.nodes(n.Children, emphasized || n.Kind == markdown.Emphasis)
		}
	}
}

func (l *linker) node(n *markdown.Node, emphasized bool) {
	l.uses = l.vocabulary.uses(l.uses[:0], n.Text)
	if len(l.uses) == 0 {
		return
	}
	if l.defines() {
		places := make([]Place, len(l.uses))
		for i, u := range l.uses {
			places[i] = Place{u.Start, u.End}
		}
		l.known = append(l.known, knownPlaces{n, places})
	}
	quotations := locale.QuotationsIn(n.Text)
	for i := range l.uses {
		u := &l.uses[i]
		quotation, quoted := quotations.At(u.Start)
		if !quoted && !emphasized {
			l.note(n, u)
		}
		if !l.linkable {
			continue
		}
		if e := l.target(u); e != nil && !(quoted && locale.IsEnglish(n.Text[quotation.Start:quotation.End])) {
			l.done[e] = true
			l.links = append(l.links, Autolink{n, u.Start, u.End, e})
		}
	}
}

// defines reports whether the text at hand is the definition or the gloss of the entry.
func (l *linker) defines() bool {
	return l.entry != nil && (l.text == &l.entry.Definition || l.text == &l.entry.InBrief)
}

// note records what rules want to know of a use of a word.
func (l *linker) note(n *markdown.Node, u *use) {
	if w := u.avoided(); w != nil {
		l.avoided = append(l.avoided, l.occurrence(n, u, w))
	}
	if l.defines() {
		if w := u.of(l.entry); w != nil && w.Rank <= RankAdmitted {
			l.naming = append(l.naming, l.occurrence(n, u, w))
		}
	}
}

func (l *linker) occurrence(n *markdown.Node, u *use, w *Word) Occurrence {
	start, end := n.In(l.text.Value, u.Start, u.End)
	return Occurrence{l.file, l.text, start, end, *w}
}

// target gives the entry that a use of a word leads to, nil when it leads nowhere.
func (l *linker) target(u *use) *Entry {
	w := u.word()
	if w == nil || !w.links() || l.done[w.Entry] || w.cautious() && !l.related[w.Entry] {
		return nil
	}
	return w.Entry
}
