package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// goldmark reads all of CommonMark, so that what the subset refuses is known
// for what it is. One construct is left out: a link reference definition
// ([x]: https://…) would vanish from the text. A parser is safe for concurrent
// use: goldmark keeps what it learns of a text in a Context.
var (
	inlineParser = newParser(true)
	blocksParser = newParser(false)
)

// maxDepth is how deep lists and quotes may nest, and emphasis in a paragraph.
// Beyond it marks are shown or dropped: goldmark notes something for every line
// at every depth, and a few kilobytes of marks could cost gigabytes.
const maxDepth = 8

func newParser(inline bool) parser.Parser {
	paragraph := parser.NewParagraphParser()
	if inline {
		paragraph = indented{paragraph}
	}
	blocks := []util.PrioritizedValue{
		util.Prioritized(block{parser.NewSetextHeadingParser()}, 100),
		util.Prioritized(block{parser.NewThematicBreakParser()}, 200),
		util.Prioritized(block{nesting{parser.NewListParser(), inline}}, 300),
		util.Prioritized(block{parser.NewListItemParser()}, 400),
		util.Prioritized(block{parser.NewATXHeadingParser()}, 600),
		util.Prioritized(block{parser.NewFencedCodeBlockParser()}, 700),
		util.Prioritized(block{nesting{parser.NewBlockquoteParser(), inline}}, 800),
		util.Prioritized(block{parser.NewHTMLBlockParser()}, 900),
		util.Prioritized(paragraph, 1000),
	}
	if !inline {
		blocks = append(blocks, util.Prioritized(block{parser.NewCodeBlockParser()}, 500))
	}
	return parser.NewParser(
		parser.WithBlockParsers(blocks...),
		parser.WithInlineParsers(
			util.Prioritized(referenceParser{}, 50),
			util.Prioritized(piece{parser.NewCodeSpanParser()}, 100),
			util.Prioritized(link{piece{parser.NewLinkParser()}}, 200),
			util.Prioritized(piece{parser.NewAutoLinkParser()}, 300),
			util.Prioritized(piece{parser.NewRawHTMLParser()}, 400),
			util.Prioritized(parser.NewEmphasisParser(), 500),
		))
}

// goldmark does not say where most constructs begin and end. Its parsers are
// wrapped to leave that on the node, as a *span under this attribute.
var spanName = []byte("span")

func spanOf(n ast.Node) *span {
	v, _ := n.Attribute(spanName)
	s, _ := v.(*span)
	return s
}

// block wraps a block parser.
type block struct{ parser.BlockParser }

func (b block) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, seg := reader.PeekLine()
	indent := len(line) - len(bytes.TrimLeft(line, " \t"))
	node, state := b.BlockParser.Open(parent, reader, pc)
	if node != nil {
		node.SetAttribute(spanName, &span{seg.Start + max(0, indent-seg.Padding), seg.Stop})
	}
	return node, state
}

func (b block) Continue(node ast.Node, reader text.Reader, pc parser.Context) parser.State {
	_, before := reader.Position()
	state := b.BlockParser.Continue(node, reader, pc)
	_, after := reader.Position()
	if state&parser.Close == 0 || after.Start != before.Start { // the line belongs to the block
		spanOf(node).end = before.Stop
	}
	return state
}

// nesting wraps the parser of a list or of a quote: it refuses those that nest
// too deep, and in a text of one paragraph, what a sentence may begin with.
type nesting struct {
	parser.BlockParser
	inline bool
}

// tooDeepKey holds the span of the first line that nests too deep.
var tooDeepKey = parser.NewContextKey()

func (n nesting) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, seg := reader.PeekLine()
	if _, open := parent.(*ast.List); !open { // an open list counts on being asked
		mark, content := opening(line)
		switch {
		case mark == 0 || n.inline && isText(mark, content, reader.Source()[seg.Stop:]):
			return nil, parser.NoChildren
		case depth(parent) == maxDepth:
			if pc.Get(tooDeepKey) == nil {
				pc.Set(tooDeepKey, span{seg.Stop - len(bytes.TrimLeft(line, " \t")), seg.Stop})
			}
			return nil, parser.NoChildren
		}
	}
	return n.BlockParser.Open(parent, reader, pc)
}

func depth(n ast.Node) int {
	d := 0
	for ; n != nil; n = n.Parent() {
		if k := n.Kind(); k == ast.KindList || k == ast.KindBlockquote {
			d++
		}
	}
	return d
}

// opening returns the last character of the mark that makes a line open a list
// or a quote (one of - * + . ) and >), or 0, and what follows.
func opening(line []byte) (mark byte, content []byte) {
	line = bytes.TrimLeft(line, " \t")
	digits := len(line) - len(bytes.TrimLeft(line, "0123456789"))
	if digits == len(line) {
		return 0, nil
	}
	mark, content = line[digits], line[digits+1:]
	switch {
	case mark == '>' && digits == 0:
		return mark, content
	case len(content) > 0 && !isSpace(content[0]):
		return 0, nil
	case digits == 0 && (mark == '-' || mark == '*' || mark == '+'),
		digits > 0 && (mark == '.' || mark == ')'):
		return mark, content
	}
	return 0, nil
}

// isText tells « > 50 % », a lone « - », and what would be a list of one item
// if it did not look so much like a sentence: « + de 30 % », « 2024. Une année ».
func isText(mark byte, content, rest []byte) bool {
	content = bytes.TrimLeft(content, " \t")
	switch {
	case mark == '>':
		return len(content) > 0 && '0' <= content[0] && content[0] <= '9'
	case util.IsBlank(content):
		return true
	case mark == '-' || mark == '*':
		return false
	}
	for line := range bytes.Lines(rest) {
		if m, _ := opening(line); m == mark {
			return false
		}
	}
	return true
}

// indented wraps the parser of paragraphs: without code blocks, a paragraph may
// be indented at will.
type indented struct{ parser.BlockParser }

func (indented) CanAcceptIndentedLine() bool { return true }

// piece wraps an inline parser.
type piece struct{ parser.InlineParser }

func (p piece) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	_, before := block.Position()
	node := p.InlineParser.Parse(parent, block, pc)
	switch node.(type) {
	case *ast.Link, *ast.Image, *ast.AutoLink, *ast.RawHTML, *ast.CodeSpan:
		_, after := block.Position()
		node.SetAttribute(spanName, &span{before.Start, after.Start})
	}
	return node
}

// link wraps the parser of links. The span it leaves begins at the closing
// bracket: goldmark knows where the opening one is.
type link struct{ piece }

func (l link) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	if line, _ := block.PeekLine(); bytes.HasPrefix(line, []byte("![[")) {
		return nil // « Tenez ![[id]] » is no image
	}
	return l.piece.Parse(parent, block, pc)
}

func (l link) CloseBlock(parent ast.Node, block text.Reader, pc parser.Context) {
	l.InlineParser.(parser.CloseBlocker).CloseBlock(parent, block, pc)
}
