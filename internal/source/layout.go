package source

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

// aligned is where a value stands: its bytes in the text that was parsed, its place in the file, and where each piece of it is
// when it is folded, quoted or indented. yaml.v3 gives the start alone, so that the source is read along with the value.
type aligned struct {
	aligner
	from int
	span diag.Span
	ok   bool // the source was followed to the end of the value
	mark bool // an exclamation mark stands before it, which YAML drops
}

// align finds where the value of a node stands. The value has no line end at its end.
func (r *reader) align(n *yaml.Node, value string) aligned {
	from := r.offset(n.Line, n.Column)
	a := aligned{from: from}
	a.aligner = aligner{src: r.src, pos: from, line: int32(n.Line), col: int32(n.Column), value: value}
	a.mark = n.Style&yaml.TaggedStyle == 0 && a.peek() == '!' && !strings.HasPrefix(value, "!")
	if a.mark || n.Anchor != "" || n.Style&yaml.TaggedStyle != 0 {
		a.properties()
		a.from = a.pos
	}
	a.span.Line, a.span.Col = a.line, a.col
	if end := a.pos + len(value); n.Style&quotedOrBlock == 0 && end <= len(r.src) && string(r.src[a.pos:end]) == value && strings.IndexByte(value, '\n') < 0 {
		a.pos = end
		a.col += int32(utf8.RuneCountInString(value))
		a.ok = true
	} else if a.ok = a.follow(n.Style); !a.ok {
		a.line, a.col, a.layout = a.span.Line, a.span.Col+1, nil
		a.pos = min(a.from+1, len(r.src))
	}
	a.span.EndLine, a.span.EndCol = a.line, a.col
	if len(r.patches) > 0 {
		r.bring(&a)
	}
	return a
}

const quotedOrBlock = yaml.DoubleQuotedStyle | yaml.SingleQuotedStyle | yaml.LiteralStyle | yaml.FoldedStyle

// bring moves the places of a value to those of the file.
func (r *reader) bring(a *aligned) {
	for i := range a.layout {
		at := &a.layout[i]
		at.Line, at.Col = r.origin(at.Line, at.Col)
	}
	a.span = r.page.span(a.from, a.pos)
}

// aligner walks a value and the source it was read from side by side.
type aligner struct {
	src       []byte
	pos       int
	line, col int32
	value     string
	indent    int // of a block's lines
	eol       int // where the line ends, once it was looked for
	layout    glossary.Layout
}

// properties goes over an anchor or a tag to the value.
func (a *aligner) properties() {
	for a.peek() == '&' || a.peek() == '!' {
		n := propertyLength(a.src[a.pos:])
		a.col += int32(utf8.RuneCount(a.src[a.pos : a.pos+n]))
		a.pos += n
		for a.pos < len(a.src) && isSpace(a.src[a.pos]) {
			if a.src[a.pos] == '\n' {
				a.newline()
			} else {
				a.step(1)
			}
		}
	}
}

// propertyLength gives the bytes of the anchor or tag that a text begins with.
func propertyLength(text []byte) int {
	i := 1
	if text[0] == '&' {
		for i < len(text) && (text[i] == '-' || text[i] == '_' || '0' <= text[i] && text[i] <= '9' || 'A' <= text[i]&^0x20 && text[i]&^0x20 <= 'Z') {
			i++
		}
		return i
	}
	stop := " \t\n,[]{}"
	if len(text) > 1 && text[1] == '<' {
		stop = " \t\n"
	}
	for i < len(text) && strings.IndexByte(stop, text[i]) < 0 {
		i++
	}
	return i
}

// follow goes to the end of the value, and reports false when the source is not what the value was read from.
func (a *aligner) follow(style yaml.Style) bool {
	quote := byte(0)
	block := false
	switch {
	case style&yaml.DoubleQuotedStyle != 0:
		quote = '"'
	case style&yaml.SingleQuotedStyle != 0:
		quote = '\''
	case style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		block = true
		if !a.enterBlock() {
			return false
		}
	}
	if quote != 0 {
		if a.peek() != quote {
			return false
		}
		a.step(1)
	}
	anchored := false
	for i := 0; i < len(a.value); {
		if a.pos >= len(a.src) {
			return false
		}
		if n := min(a.run(quote, block), len(a.value)-i); n > 0 {
			if string(a.src[a.pos:a.pos+n]) != a.value[i:i+n] {
				return false
			}
			if !anchored {
				a.anchor(i)
				anchored = true
			}
			a.col += int32(utf8.RuneCountInString(a.value[i : i+n]))
			a.pos += n
			i += n
			continue
		}
		anchored = false
		switch a.src[a.pos] {
		case '\\':
			if a.pos+1 < len(a.src) && a.src[a.pos+1] == '\n' { // an escaped end of line stands for nothing
				a.step(1)
				a.newline()
				a.blanks()
				continue
			}
			a.anchor(i)
			n := escapeLength(a.src[a.pos:])
			a.pos, a.col = a.pos+n, a.col+int32(utf8.RuneCount(a.src[a.pos:min(a.pos+n, len(a.src))]))
			_, size := utf8.DecodeRuneInString(a.value[i:])
			i += size
		case quote:
			if quote != '\'' || a.pos+1 >= len(a.src) || a.src[a.pos+1] != quote || a.value[i] != quote {
				return false
			}
			a.anchor(i)
			a.pos, a.col = a.pos+2, a.col+2
			i++
		default:
			a.anchor(i) // a break has a place too: the end of its line
			n := len(a.value[i:]) - len(strings.TrimLeft(a.value[i:], "\n"))
			if n == 0 {
				if a.value[i] != ' ' {
					return false
				}
				n = 1
			}
			for blank := 1; blank < n; blank++ {
				a.layout = append(a.layout, glossary.Anchor{Offset: int32(i + blank), Line: a.line + int32(blank), Col: 1})
			}
			a.breaks(block)
			i += n
		}
	}
	if quote != 0 {
		for a.pos < len(a.src) && a.src[a.pos] != quote { // what was folded away before the closing quote
			if a.src[a.pos] == '\n' {
				a.newline()
			} else {
				a.step(1)
			}
		}
		a.step(1)
	}
	return a.pos <= len(a.src)
}

// run gives how many bytes of the source stand for themselves.
func (a *aligner) run(quote byte, block bool) int {
	if a.eol < a.pos {
		a.eol = len(a.src)
		if end := bytes.IndexByte(a.src[a.pos:], '\n'); end >= 0 {
			a.eol = a.pos + end
		}
	}
	rest := a.src[a.pos:a.eol]
	if block {
		return len(rest)
	}
	stop := -1
	switch quote {
	case '\'':
		stop = bytes.IndexByte(rest, quote)
	case '"':
		stop = bytes.IndexAny(rest, `"\`)
	}
	if stop >= 0 {
		return stop
	}
	return len(bytes.TrimRight(rest, " \t"))
}

func (a *aligner) peek() byte {
	if a.pos < len(a.src) {
		return a.src[a.pos]
	}
	return 0
}

// step goes over one character of the given length in bytes.
func (a *aligner) step(size int) {
	a.pos += size
	a.col++
}

func (a *aligner) newline() {
	if a.peek() == '\n' {
		a.pos++
		a.line, a.col = a.line+1, 1
	}
}

func (a *aligner) blanks() {
	for a.peek() == ' ' || a.peek() == '\t' {
		a.step(1)
	}
}

func (a *aligner) anchor(i int) {
	if a.layout == nil {
		a.layout = make(glossary.Layout, 0, 8)
	}
	a.layout = append(a.layout, glossary.Anchor{Offset: int32(i), Line: a.line, Col: a.col})
}

// breaks goes over ends of lines and the indentation after them.
func (a *aligner) breaks(block bool) {
	if !block {
		for {
			a.blanks()
			if a.peek() != '\n' {
				return
			}
			a.newline()
		}
	}
	for a.peek() == '\n' {
		a.newline()
		a.skipIndent()
	}
}

func (a *aligner) skipIndent() {
	for n := 0; n < a.indent && a.peek() == ' '; n++ {
		a.step(1)
	}
}

// enterBlock goes from the indicator of a block to its first line of text. What the lines are indented by shows in the first
// that is not blank, and what it says is its own shows in the value.
func (a *aligner) enterBlock() bool {
	header := bytes.IndexByte(a.src[a.pos:], '\n')
	if header < 0 {
		return false
	}
	a.pos += header
	a.newline()
	for line := range bytes.Lines(a.src[a.pos:]) {
		if text := bytes.TrimLeft(line, " "); len(text) > 0 && text[0] != '\n' {
			a.indent = len(line) - len(text)
			break
		}
	}
	for line := range strings.Lines(a.value) {
		if text := strings.TrimLeft(line, " "); len(text) > 0 && text[0] != '\n' {
			a.indent -= len(line) - len(text)
			break
		}
	}
	a.skipIndent()
	return a.indent > 0
}

// escapeLength gives the bytes of a double-quoted escape.
func escapeLength(s []byte) int {
	if len(s) < 2 {
		return 2
	}
	switch s[1] {
	case 'x':
		return 4
	case 'u':
		return 6
	case 'U':
		return 10
	}
	_, size := utf8.DecodeRune(s[1:])
	return 1 + size
}

// laidOut keeps a layout beside its value, where most values have none.
func laidOut(l glossary.Layout) *glossary.Layout {
	if l == nil {
		return nil
	}
	kept := l // the argument itself would be made on the heap even when it is nil
	return &kept
}
