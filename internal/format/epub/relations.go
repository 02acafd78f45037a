package epub

import (
	"slices"

	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/markup"
)

// minTree is how many concepts are under another one in a book that shows how they hang together.
const minTree = 2

// maxDepth is how many levels a tree shows. What lies deeper has a tree of its own, further down: on a small screen, a
// list that goes further in has no room for its words.
const maxDepth = 6

// tree lists the concepts from the most general ones down to the most particular. One that has several broader concepts
// is under each, and what it leads to is shown once.
func (p *publication) tree() []list {
	narrower := map[*glossary.Entry][]*glossary.Entry{}
	below := map[*glossary.Entry]bool{}
	links := 0
	for _, e := range p.Entries { // so that those under one concept are in the order of the book
		for _, broader := range p.Relations(e).Broader {
			if p.Has(broader) {
				narrower[broader] = append(narrower[broader], e)
				below[e] = true
				links++
			}
		}
	}
	if links < minTree {
		return nil
	}

	var branches []branch
	expanded := map[*glossary.Entry]bool{}
	var grow func(e *glossary.Entry, depth int)
	grow = func(e *glossary.Entry, depth int) {
		b := branch{entry: e, depth: depth}
		switch leads := len(narrower[e]) > 0; {
		case leads && expanded[e]:
			b.mark = "book.see-above"
		case leads && depth == maxDepth-1:
			b.mark = "book.see-below"
		}
		branches = append(branches, b)
		if b.mark == "" && len(narrower[e]) > 0 {
			expanded[e] = true
			for _, n := range narrower[e] {
				grow(n, depth+1)
			}
		}
	}
	var rows []row
	add := func(root *glossary.Entry) {
		branches = branches[:0]
		grow(root, 0)
		rows = append(rows, p.rowsOf(branches)...)
	}
	for _, e := range p.Entries {
		if len(narrower[e]) > 0 && !below[e] {
			add(e)
		}
	}
	for _, e := range p.Entries { // what is too deep; and circles, which have no top, in a lexicon that was not checked
		if len(narrower[e]) > 0 && !expanded[e] {
			add(e)
		}
	}
	return []list{{
		name: "tree", label: p.Words.Label("book.tree"), use: p.Words.Label("guide.tree"),
		class: indexClass + " tree", groups: []group{{items: rows}},
	}}
}

// branch is a line of a tree.
type branch struct {
	entry *glossary.Entry
	depth int
	mark  string // id of the words that follow it; empty: none
}

// rowsOf makes rows of a tree: one, unless it is longer than a file may be. The second and the following ones begin with
// the concepts that lead to where they go on.
func (p *publication) rowsOf(branches []branch) []row {
	lines := make([][]byte, len(branches))
	sizes := make([]int, len(branches))
	for i, b := range branches {
		lines[i] = p.branch(b)
		sizes[i] = len(lines[i]) + len("<ul>\n<li></li>\n</ul>")
	}
	var rows []row
	var path [maxDepth]int // the last line seen of each level
	for _, run := range split(sizes, maxPage) {
		shown := slices.Clone(path[:branches[run.from].depth])
		for _, i := range shown {
			lines[i] = p.branch(branch{entry: branches[i].entry, mark: "book.continued"})
		}
		for i := run.from; i < run.to; i++ {
			path[branches[i].depth] = i
			shown = append(shown, i)
		}
		var dst []byte
		depth := 0
		for n, i := range shown {
			switch b := branches[i]; {
			case b.depth > depth:
				dst = append(dst, "\n<ul>\n<li>"...)
			case n > 0:
				for ; depth > b.depth; depth-- {
					dst = append(dst, "</li>\n</ul>\n"...)
				}
				dst = append(dst, "</li>\n<li>"...)
			}
			depth = branches[i].depth
			dst = append(dst, lines[i]...)
		}
		for ; depth > 0; depth-- {
			dst = append(dst, "</li>\n</ul>\n"...)
		}
		rows = append(rows, row{branches[0].entry.SortText(), dst})
	}
	return rows
}

func (p *publication) branch(b branch) []byte {
	dst := p.printer.Link(nil, b.entry, "")
	if b.mark != "" {
		dst = append(dst, " ("...)
		dst = p.printer.Say(dst, p.Words.Label(b.mark))
		dst = append(dst, ')')
	}
	return dst
}

// confusable lists the pairs of concepts that could be taken for each other, each once, with what tells them apart.
func (p *publication) confusable() []list {
	place := make(map[*glossary.Entry]int, len(p.Entries))
	for i, e := range p.Entries {
		place[e] = i
	}
	var rows []row
	for i, e := range p.Entries {
		others := slices.DeleteFunc(slices.Clone(p.Relations(e).Distinguish), func(o *glossary.Entry) bool {
			return !p.Has(o) || place[o] < i
		})
		slices.SortFunc(others, func(a, b *glossary.Entry) int { return place[a] - place[b] })
		for _, o := range others {
			rows = append(rows, row{e.SortText(), p.glossed(p.glossed(nil, e), o)})
		}
	}
	if len(rows) == 0 {
		return nil
	}
	return []list{{
		name: "not-to-be-confused", label: p.Words.Label("book.confusable"), use: p.Words.Label("guide.confusable"),
		class: indexClass + " pairs", groups: []group{{items: rows}}, guided: true,
	}}
}

// glossed appends a concept and, below, its gloss.
func (p *publication) glossed(dst []byte, e *glossary.Entry) []byte {
	line := p.printer.Link(nil, e, "")
	if !e.InBrief.IsZero() {
		line = append(line, "<br/>\n"...)
		line = markup.Escape(line, p.plain(&e.InBrief))
	}
	return paragraph(dst, "gloss", line)
}
