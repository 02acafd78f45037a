package markdown

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"
)

// span is a piece of the value.
type span struct{ start, end int }

// isSpace tells the white space that Markdown drops and joins. The no-break
// spaces of French typography are text.
func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

func trim(src string, s span) span {
	for s.start < s.end && isSpace(src[s.start]) {
		s.start++
	}
	for s.start < s.end && isSpace(src[s.end-1]) {
		s.end--
	}
	return s
}

// run gathers the nodes of one level; pieces of text that touch become one
// node. Before another run of the same converter is used, it must be flushed:
// they share the buffer.
type run struct {
	c          *converter
	nodes      []Node
	start, end int  // of the pending text, in the value
	pending    bool // there is one, in c.buf
	spaced     bool // white space here would double one, or open a paragraph
}

// text adds a piece of the value, resolving its escapes and entities unless it
// is to be shown as written.
func (r *run) text(s span, asWritten bool) {
	r.extend(s)
	src := r.c.src[s.start:s.end]
	buf := r.c.buf
	for i := 0; i < len(src); {
		n := 1
		switch c := src[i]; {
		case isSpace(c):
			if !r.spaced {
				buf = append(buf, ' ')
			}
			r.spaced = true
			i++
			continue
		case asWritten || c != '\\' && c != '&':
			buf = append(buf, c)
		default:
			buf, n = appendOne(buf, src[i:])
		}
		r.spaced = false
		i += n
	}
	r.c.buf = buf
}

// space adds the space that parts two lines or blocks, unless there is one;
// what follows starts at next.
func (r *run) space(next int) {
	at := span{next, next}
	if n := len(r.nodes); !r.pending && n > 0 {
		at.start = r.nodes[n-1].End
	}
	r.extend(at)
	if !r.spaced {
		r.c.buf = append(r.c.buf, ' ')
	}
	r.spaced = true
}

// extend makes the pending text cover s, and starts one if there is none.
func (r *run) extend(s span) {
	if !r.pending {
		r.pending, r.start = true, s.start
		r.c.buf = r.c.buf[:0]
	}
	r.end = s.end
}

func (r *run) add(n Node) {
	r.flush()
	r.nodes = append(r.nodes, n)
	r.spaced = n.Kind == Break
}

func (r *run) flush() {
	if r.pending && len(r.c.buf) > 0 {
		t := r.c.src[r.start:r.end]
		if t != string(r.c.buf) {
			t = string(r.c.buf)
		}
		r.nodes = append(r.nodes, Node{Kind: Text, Start: r.start, End: r.end, Text: t})
	}
	r.pending = false
}

// appendResolved appends s with escapes and entities resolved.
func appendResolved(dst []byte, s string) []byte {
	for i, n := 0, 0; i < len(s); i += n {
		dst, n = appendOne(dst, s[i:])
	}
	return dst
}

// appendCollapsed appends s with every stretch of white space made one space.
func appendCollapsed(dst []byte, s string) []byte {
	for i := range len(s) {
		switch {
		case !isSpace(s[i]):
			dst = append(dst, s[i])
		case i == 0 || !isSpace(s[i-1]):
			dst = append(dst, ' ')
		}
	}
	return dst
}

// appendOne appends what the escape, the entity or the byte that starts s
// stands for, and tells how many bytes it takes.
func appendOne(dst []byte, s string) ([]byte, int) {
	switch {
	case len(s) > 1 && s[0] == '\\' && util.IsPunct(s[1]):
		return append(dst, s[1]), 2
	case s[0] == '&':
		if end := strings.IndexByte(s[:min(len(s), longestEntity)], ';'); end > 0 {
			if chars, ok := entity(s[1:end]); ok {
				return append(dst, chars...), end + 1
			}
		}
	}
	return append(dst, s[0]), 1
}

// longestEntity is that of &CounterClockwiseContourIntegral;
const longestEntity = 33

func entity(name string) (string, bool) {
	digits, numeric := strings.CutPrefix(name, "#")
	if !numeric {
		e, ok := util.LookUpHTML5EntityByName(name)
		switch {
		case !ok:
			return "", false
		case len(e.Characters) == 1:
			return string(shown(rune(e.Characters[0]))), true
		}
		return string(e.Characters), true
	}
	base, longest := 10, 7
	if hex := strings.TrimLeft(digits, "xX"); len(digits)-len(hex) == 1 {
		digits, base, longest = hex, 16, 6
	}
	code, err := strconv.ParseUint(digits, base, 32)
	if err != nil || len(digits) > longest {
		return "", false
	}
	return string(shown(rune(code))), true
}

// shown keeps a number from naming what no text may hold: a line break, which
// is a space, and what XML forbids.
func shown(r rune) rune {
	switch {
	case r == '\t' || r == '\n' || r == '\r':
		return ' '
	case r < ' ' || r == 0xFFFE || r == 0xFFFF || !utf8.ValidRune(r):
		return utf8.RuneError
	}
	return r
}
