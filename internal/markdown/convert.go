package markdown

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// parse reads s with goldmark and converts what it finds.
func parse(s string, p parser.Parser) *Doc {
	c := &converter{src: s, inline: p == inlineParser, doc: &Doc{}, buf: make([]byte, 0, len(s))}
	c.line = run{c: c, spaced: true}
	if at, ok := tooMany(s); ok {
		c.problem(TooDeep, at)
		c.doc.Nodes = c.leaf(nil, at, func(r *run) { r.text(at, true) })
	} else {
		pc := parser.NewContext()
		root := p.Parse(text.NewReader([]byte(s)), parser.WithContext(pc))
		if at, ok := pc.Get(tooDeepKey).(span); ok {
			c.nested = true
			c.problem(TooDeep, c.clip(at))
		}
		c.doc.Nodes = c.blocks(nil, root)
	}
	if c.inline {
		c.line.flush()
		c.doc.Nodes = c.line.nodes
	}
	slices.SortStableFunc(c.doc.Problems, func(a, b Problem) int { return a.Start - b.Start })
	return c.doc
}

// converter turns the tree of goldmark for src into a Doc. Its methods for a
// block are given the span of the block in src; those for an inline node find
// it and return it.
type converter struct {
	src    string
	inline bool
	doc    *Doc
	buf    []byte // of the text that a run gathers

	line     run  // in Inline: the paragraph
	leaves   int  // in Inline: how many blocks of text were met
	refused  bool // in Inline: a block was, and was reported
	nested   bool // something is too deep, and was reported
	cursor   int  // up to where the paragraph was converted
	brackets brackets
}

func (c *converter) problem(kind ProblemKind, s span) {
	c.doc.Problems = append(c.doc.Problems, Problem{kind, s.start, s.end, c.src[s.start:s.end]})
}

// block reports what a text of one paragraph cannot hold, once.
func (c *converter) block(s span) {
	if c.inline && !c.refused {
		c.refused = true
		c.problem(Block, s)
	}
}

// clip returns s within the value and without the white space around it.
func (c *converter) clip(s span) span {
	s.end = min(s.end, len(c.src))
	s.start = min(s.start, s.end)
	return trim(c.src, s)
}

// extent returns the span of a block: what its parser saw, and its lines.
func (c *converter) extent(n ast.Node) span {
	s := span{len(c.src), 0}
	if seen := spanOf(n); seen != nil {
		s = *seen
	}
	if lines := n.Lines(); lines.Len() > 0 {
		s.start = min(s.start, lines.At(0).Start)
		s.end = max(s.end, lines.At(lines.Len()-1).Stop)
	}
	return c.clip(s)
}

// blocks appends the blocks that n holds. In Inline, they add to the line.
func (c *converter) blocks(to []Node, n ast.Node) []Node {
	for b := n.FirstChild(); b != nil; b = b.NextSibling() {
		at := c.extent(b)
		switch b := b.(type) {
		case *ast.Paragraph, *ast.TextBlock:
			c.tables(b, at)
			to = c.paragraph(to, b, at)
		case *ast.List:
			c.block(at)
			to = c.list(to, b, at)
		case *ast.Heading:
			c.problem(Heading, at)
			to = c.paragraph(to, b, at)
		case *ast.Blockquote:
			c.problem(Quote, at)
			if b.HasChildren() {
				to = c.blocks(to, b)
			} else {
				to = c.asWritten(to, b, at)
			}
		case *ast.ThematicBreak:
			c.problem(Rule, at)
			to = c.asWritten(to, b, at)
		case *ast.HTMLBlock:
			c.problem(HTML, at)
			to = c.asWritten(to, b, at)
		default:
			c.problem(Code, at)
			to = c.asWritten(to, b, at)
		}
	}
	return to
}

func (c *converter) list(to []Node, list *ast.List, at span) []Node {
	if c.inline {
		for item := list.FirstChild(); item != nil; item = item.NextSibling() {
			c.blocks(nil, item)
		}
		return nil
	}
	l := Node{Kind: List, Start: at.start, Ordered: list.IsOrdered(), Tight: list.IsTight}
	if l.Ordered {
		l.First = list.Start
	}
	for item := list.FirstChild(); item != nil; item = item.NextSibling() {
		at := c.extent(item)
		i := Node{Kind: Item, Start: at.start, End: at.end, Children: c.blocks(nil, item)}
		if n := len(i.Children); n > 0 { // a paragraph may run on without the indent of its item
			i.End = i.Children[n-1].End
		}
		l.Children = append(l.Children, i)
		l.End = i.End
	}
	return append(to, l)
}

// leaf adds a block of text: a paragraph of its own, or in Inline a further
// part of the only one.
func (c *converter) leaf(to []Node, at span, fill func(*run)) []Node {
	if !c.inline {
		r := run{c: c, spaced: true}
		fill(&r)
		r.flush()
		return append(to, Node{Kind: Paragraph, Start: at.start, End: at.end, Children: r.nodes})
	}
	if c.leaves > 0 {
		c.block(at)
		c.line.space(at.start)
	}
	c.leaves++
	fill(&c.line)
	return nil
}

func (c *converter) paragraph(to []Node, n ast.Node, at span) []Node {
	if !n.HasChildren() { // an empty heading
		return c.asWritten(to, n, at)
	}
	return c.leaf(to, at, func(r *run) {
		c.cursor, c.brackets = at.start, brackets{end: at.end}
		c.children(r, n, 0)
	})
}

// asWritten shows a refused block: its lines, or all of it when they are blank.
func (c *converter) asWritten(to []Node, n ast.Node, at span) []Node {
	segments := n.Lines().Sliced(0, n.Lines().Len())
	if h, ok := n.(*ast.HTMLBlock); ok && h.HasClosure() {
		segments = append(segments, h.ClosureLine)
	}
	return c.leaf(to, at, func(r *run) {
		blank := true
		for _, s := range segments {
			if line := c.clip(span{s.Start, s.Stop}); line.start < line.end {
				r.space(line.start)
				r.text(line, true)
				blank = false
			}
		}
		if blank {
			r.text(at, true)
		}
	})
}

// children adds the inline nodes that n holds, nested in depth others.
func (c *converter) children(r *run, n ast.Node, depth int) span {
	s := span{-1, -1}
	for i := n.FirstChild(); i != nil; i = i.NextSibling() {
		at := c.add(r, i, depth)
		c.cursor = at.end
		if s.start < 0 {
			s.start = at.start
		}
		s.end = at.end
	}
	return s
}

func (c *converter) add(r *run, n ast.Node, depth int) span {
	switch n := n.(type) {
	case *ast.Text:
		return c.text(r, n)
	case *ast.Emphasis:
		return c.emphasis(r, n, depth)
	case *ast.Link:
		return c.link(r, n, depth)
	case *reference:
		return c.reference(r, n)
	case *ast.AutoLink:
		at := *spanOf(n)
		label := span{at.start + 1, at.end - 1}
		target := c.src[label.start:label.end]
		r.add(Node{Kind: Link, Start: at.start, End: at.end, Target: target, TargetStart: label.start,
			Children: []Node{{Kind: Text, Start: label.start, End: label.end, Text: target}}})
		return at
	case *ast.Image:
		at := span{n.Pos(), spanOf(n).end}
		c.problem(Image, at)
		if !n.HasChildren() {
			r.text(at, true)
			return at
		}
		r.extend(span{at.start, at.start})
		c.brackets.muted++
		c.children(r, n, depth)
		c.brackets.muted--
		r.extend(span{at.end, at.end})
		return at
	case *ast.CodeSpan:
		at := *spanOf(n)
		c.problem(Code, at)
		r.extend(span{at.start, at.start})
		for t := n.FirstChild(); t != nil; t = t.NextSibling() {
			s := t.(*ast.Text).Segment
			r.text(span{s.Start, s.Stop}, true)
		}
		r.extend(span{at.end, at.end})
		return at
	case *ast.RawHTML:
		at := *spanOf(n)
		c.problem(HTML, at)
		for i := range n.Segments.Len() {
			s := n.Segments.At(i)
			r.text(span{s.Start, s.Stop}, true)
		}
		return at
	}
	return c.children(r, n, depth)
}

func (c *converter) text(r *run, n *ast.Text) span {
	at := span{n.Segment.Start, n.Segment.Stop}
	if slip := c.cursor - at.start; slip > 0 {
		// What is left of a run of marks whose first ones closed an emphasis:
		// goldmark keeps its length but not its place.
		at = span{at.start + slip, at.end + slip}
	}
	r.text(at, false)
	c.scan(at)
	if !n.SoftLineBreak() && !n.HardLineBreak() {
		return at
	}
	next := len(c.src)
	if i := strings.IndexByte(c.src[at.end:], '\n'); i >= 0 {
		next = at.end + i + 1
	}
	if n.HardLineBreak() && !c.inline {
		r.add(Node{Kind: Break, Start: at.end, End: next})
	} else {
		r.space(next)
	}
	return at
}

func (c *converter) emphasis(r *run, n *ast.Emphasis, depth int) span {
	if depth == maxDepth {
		first := !c.nested
		c.nested = true
		at := c.marked(c.children(r, n, depth), n.Level)
		if first {
			c.problem(TooDeep, at)
		}
		return at
	}
	r.flush()
	in := run{c: c}
	at := c.marked(c.children(&in, n, depth+1), n.Level)
	in.flush()
	kind := Emphasis
	if n.Level == 2 {
		kind = Strong
	}
	r.add(Node{Kind: kind, Start: at.start, End: at.end, Children: in.nodes})
	return at
}

// marked widens the span of what an emphasis encloses by its marks. They touch
// it, but that goldmark lets one close after the mark of a quote.
func (c *converter) marked(s span, level int) span {
	s.start -= level
	s.end += max(0, strings.IndexByte(c.src[s.end:], c.src[s.start]))
	return span{s.start, s.end + level}
}

func (c *converter) link(r *run, n *ast.Link, depth int) span {
	label := *spanOf(n)
	at := span{n.Pos(), label.end}
	r.flush()
	in := run{c: c}
	c.brackets.muted++
	c.children(&in, n, depth)
	c.brackets.muted--
	in.flush()
	switch target := string(n.Destination); {
	case target == "" || isBlank(in.nodes):
		c.problem(BrokenLink, at)
		r.text(at, true)
	case holds(in.nodes, Link) || holds(in.nodes, Reference): // the inner one works
		c.problem(BrokenLink, at)
		r.text(span{at.start, at.start + 1}, true)
		r.flush()
		r.nodes = append(r.nodes, in.nodes...)
		r.text(label, true)
	default:
		r.add(Node{Kind: Link, Start: at.start, End: at.end, Target: target,
			TargetStart: c.destination(label, target), Children: in.nodes})
	}
	return at
}

// destination finds where a link holds its destination. Its label is what
// follows its text: ](destination "title")
func (c *converter) destination(label span, target string) int {
	start := label.start + len("](")
	start = trim(c.src, span{start, label.end}).start
	if c.src[start] == '<' {
		start++
	}
	if i := strings.Index(c.src[start:label.end], target); i > 0 { // on another line, past the mark of a quote
		start += i
	}
	return start
}

func (c *converter) reference(r *run, n *reference) span {
	if n.broken {
		c.problem(BrokenLink, n.span)
		r.text(n.span, true)
		c.brackets.left(n.open)
		return n.span
	}
	r.flush()
	shown := run{c: c, spaced: true}
	for _, t := range n.text {
		if t.start < t.end {
			shown.space(t.start)
			shown.text(t, false)
		}
	}
	shown.flush()
	ref := Node{Kind: Reference, Start: n.start, End: n.end, Target: c.src[n.id.start:n.id.end], TargetStart: n.id.start}
	for _, t := range shown.nodes {
		ref.Text = t.Text
	}
	r.add(ref)
	return n.span
}

func isBlank(nodes []Node) bool {
	for _, n := range nodes {
		if n.Kind != Text || strings.TrimSpace(n.Text) != "" {
			return false
		}
	}
	return true
}

func holds(nodes []Node, kind Kind) bool {
	return !each(nodes, kind, func(Node) bool { return false })
}
