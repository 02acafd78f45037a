package glossary

import (
	"runtime"
	"sync"

	"github.com/lexipoche/lexipoche/internal/markdown"
)

// Autolink is a place where a text names another concept, without a mark of its author: bytes Start to End of what Node, a
// piece of text, shows.
type Autolink struct {
	Node       *markdown.Node
	Start, End int
	Entry      *Entry
}

// Autolinks gives the links that a text gets by itself, in the order in which they are read.
//
// Definitions, notes and long forms have some, and what an edition or the lexicon says before its entries. A concept is
// linked once in an entry, where it is named first, and not at all where the author refers to it by a mark. Only the
// headword, the terms admitted in its place and their inflections lead to it; a form that several concepts have leads to
// none, and a common word (`autolink: cautious`, or a synonym of one word) only between entries that a relation joins.
// Nothing is linked between quotation marks, where words are mentioned or belong to somebody else, in links, and in what
// is not in the lexicon's language.
func (g *Glossary) Autolinks(t *Text) []Autolink { return g.autolinks()[t] }

// autolinksOf reads the texts of all entries, on all cores.
func autolinksOf(g *Glossary) map[*Text][]Autolink {
	v := g.Vocabulary()
	slots := make([][]textLinks, runtime.GOMAXPROCS(0))
	size := (len(g.Entries) + len(slots) - 1) / len(slots)
	var wg sync.WaitGroup
	for i := range slots {
		wg.Go(func() {
			l := newLinker(v)
			for _, e := range g.Entries[min(i*size, len(g.Entries)):min((i+1)*size, len(g.Entries))] {
				l.begin(e)
				l.read(&e.Definition)
				for j := range e.Notes {
					l.read(&e.Notes[j])
				}
				l.read(&e.HowItWorks)
			}
			slots[i] = l.found
		})
	}
	wg.Wait()
	front := newLinker(v)
	front.begin(nil)
	front.read(&g.Lexicon.Foreword)
	for _, ed := range g.Editions {
		front.begin(nil)
		front.read(&ed.Preface)
	}
	links := map[*Text][]Autolink{}
	for _, slot := range append(slots, front.found) {
		for _, found := range slot {
			links[found.text] = found.links
		}
	}
	return links
}

type textLinks struct {
	text  *Text
	links []Autolink
}

// A linker reads the texts of one entry after the other, or of one chapter, in the order in which a book shows them.
type linker struct {
	vocabulary *Vocabulary
	related    map[*Entry]bool
	done       map[*Entry]bool // those that are linked, and those that are not to be
	uses       []Use
	found      []textLinks
	links      []Autolink
}

func newLinker(v *Vocabulary) *linker {
	return &linker{vocabulary: v, related: map[*Entry]bool{}, done: map[*Entry]bool{}}
}

// begin turns to an entry, or to a chapter, which is nil.
func (l *linker) begin(e *Entry) {
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

func (l *linker) read(t *Text) {
	if t.Doc == nil {
		return
	}
	l.links = nil
	l.nodes(t.Doc.Nodes)
	if len(l.links) > 0 {
		l.found = append(l.found, textLinks{t, l.links})
	}
}

func (l *linker) nodes(nodes []markdown.Node) {
	for i := range nodes {
		switch n := &nodes[i]; n.Kind {
		case markdown.Text:
			l.node(n)
		case markdown.Link, markdown.Reference:
		default:
			l.nodes(n.Children)
		}
	}
}

func (l *linker) node(n *markdown.Node) {
	l.uses = l.vocabulary.Uses(l.uses[:0], n.Text)
	quotes, read := 0, 0 // open quotation marks, and how far they were counted
	for i := range l.uses {
		u := &l.uses[i]
		for _, r := range n.Text[read:u.Start] {
			switch r {
			case '«', '“':
				quotes++
			case '»', '”':
				quotes = max(0, quotes-1)
			}
		}
		read = u.Start
		if e := l.target(u); e != nil {
			l.done[e] = true
			l.links = append(l.links, Autolink{n, u.Start, u.End, e})
		}
	}
}

// target gives the entry that a use of a word leads to, nil when it leads nowhere.
func (l *linker) target(u *Use) *Entry {
	w := u.Word()
	if w == nil || !w.Links() || l.done[w.Entry] {
		return nil
	}
	if w.Cautious() && !l.related[w.Entry] {
		return nil
	}
	return w.Entry
}
