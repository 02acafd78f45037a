package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// A cross-reference is [[id]] or [[id|text]]. White space around either part is
// dropped; the text is shown as it is, marks included, save that escapes and
// entities are resolved; it holds no bracket unless escaped. A value folded at
// the margin may break it once, not inside the id.

// reference is a cross-reference in goldmark's tree, as offsets only.
type reference struct {
	ast.BaseInline
	span
	id   span
	text [2]span // a line each

	// broken says that the span is to be shown as written; open is how many
	// of its brackets the rest of the paragraph may still close.
	broken bool
	open   int
}

var kindReference = ast.NewNodeKind("Reference")

func (*reference) Kind() ast.NodeKind { return kindReference }

func (r *reference) Dump(source []byte, level int) { ast.DumpHelper(r, source, level, nil, nil) }

type referenceParser struct{}

func (referenceParser) Trigger() []byte { return []byte{'['} }

func (referenceParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, seg := block.PeekLine()
	run := len(line) - len(bytes.TrimLeft(line, "["))
	switch {
	case run < 2:
		return nil
	case run > 2: // « [[[id]]] » is a reference between brackets
		block.Advance(run - 2)
		return ast.NewTextSegment(text.NewSegment(seg.Start, seg.Start+run-2))
	}

	r := &reference{span: span{start: seg.Start}}
	bar, end := closing(line, 2, false)
	if end == len(line) { // perhaps on the next line
		number, here := block.Position()
		block.AdvanceLine()
		next, nextSeg := block.PeekLine()
		nextBar, nextEnd := closing(next, 0, bar >= 0)
		if isClosed(next, nextEnd) {
			block.Advance(nextEnd + 2)
			r.end = nextSeg.Start + nextEnd + 2
			first, last := span{seg.Start + 2, seg.Stop}, span{nextSeg.Start, nextSeg.Start + nextEnd}
			switch {
			case bar >= 0:
				r.id = span{first.start, seg.Start + bar}
				r.text = [2]span{{seg.Start + bar + 1, first.end}, last}
			case nextBar >= 0 && util.IsBlank(next[:nextBar]):
				r.id = first
				r.text[0] = span{nextSeg.Start + nextBar + 1, last.end}
			default: // the id itself is broken
				r.broken = true
				return r
			}
			r.settle(block.Source(), true)
			return r
		}
		block.SetPosition(number, here)
	}

	switch {
	case isClosed(line, end):
		block.Advance(end + 2)
		r.end = seg.Start + end + 2
		r.id = span{seg.Start + 2, seg.Start + end}
		if bar >= 0 {
			r.id.end = seg.Start + bar
			r.text[0] = span{seg.Start + bar + 1, seg.Start + end}
		}
		r.settle(block.Source(), bar >= 0)
		return r
	case end < len(line) && line[end] == ']':
		end++
		r.open = 1
	default:
		end = 2
		for end < len(line) && isWord(line[end]) {
			end++
		}
		r.open = 2
	}
	block.Advance(end)
	r.broken, r.end = true, seg.Start+end
	return r
}

// settle trims the parts; a reference to nothing, or that promises a text and
// has none, is broken.
func (r *reference) settle(source []byte, barred bool) {
	for _, part := range []*span{&r.id, &r.text[0], &r.text[1]} {
		word := bytes.TrimSpace(source[part.start:part.end]) // no-break spaces too
		part.start += bytes.Index(source[part.start:part.end], word)
		part.end = part.start + len(word)
	}
	r.broken = r.id.start == r.id.end ||
		barred && r.text[0].start == r.text[0].end && r.text[1].start == r.text[1].end
}

// closing looks, from i on, for the first bracket of a line and for the bar
// before it; -1 and len(line) say there is none.
func closing(line []byte, i int, barred bool) (bar, end int) {
	bar = -1
	for ; i < len(line); i++ {
		switch line[i] {
		case '[', ']':
			return bar, i
		case '|':
			if bar < 0 && !barred {
				bar = i
			}
		case '\\':
			if i+1 < len(line) && util.IsPunct(line[i+1]) {
				i++
			}
		}
	}
	return bar, i
}

func isClosed(line []byte, end int) bool {
	return bytes.HasPrefix(line[end:], []byte("]]"))
}

// isWord tells what an id, well or badly written, is made of.
func isWord(c byte) bool { return c == '-' || c >= 0x80 || util.IsAlphaNumeric(c) }
