package source

import (
	"bytes"
	"cmp"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/diag"
)

// page is the text of a file as it is parsed, and the way from its places to those of the file. The two differ where
// the text was mended in thought: the patches made then are also the corrections that are offered, so that what is
// offered is what was read.
type page struct {
	src   []byte // what is parsed
	lines []int32
	memo  memo

	patches []patch // by place; without any, src is the file's text
	file    []byte  // the file's text
	rows    []int32
	fileAt  memo
}

// patch puts text in place of bytes of the file's text.
type patch struct {
	from, to int
	text     string
	at       int // where text begins in page.src
}

// memo is the last place that was found: places are mostly asked for one near the other, and counting the characters of a
// long line from its start for each would take a time that grows with the square of its length.
type memo struct{ line, col, at int }

// newPage gives the page of a text with patches, which must not overlap but may come in any order; of two of which one
// lies in the other, the outer one is made.
func newPage(file []byte, patches []patch) *page {
	if len(patches) == 0 {
		return &page{src: file, lines: lineStarts(file)}
	}
	slices.SortStableFunc(patches, func(a, b patch) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(b.to, a.to))
	})
	p := &page{file: file, rows: lineStarts(file), src: make([]byte, 0, len(file)+len(file)/8)}
	done := 0
	for _, c := range patches {
		if c.from < done {
			continue
		}
		p.src = append(p.src, file[done:c.from]...)
		c.at = len(p.src)
		p.src = append(p.src, c.text...)
		p.patches = append(p.patches, c)
		done = c.to
	}
	p.src = append(p.src, file[done:]...)
	p.lines = lineStarts(p.src)
	return p
}

func lineStarts(src []byte) []int32 {
	starts := make([]int32, 1, 1+bytes.Count(src, []byte{'\n'}))
	for at := 0; ; {
		i := bytes.IndexByte(src[at:], '\n')
		if i < 0 {
			return starts
		}
		at += i + 1
		starts = append(starts, int32(at))
	}
}

// line gives line i, from 0, without its end.
func (p *page) line(i int) []byte {
	if i+1 < len(p.lines) {
		return p.src[p.lines[i] : p.lines[i+1]-1]
	}
	return p.src[p.lines[i]:]
}

// offset gives the byte of src at which a line and column, from 1, stand; its end when there is no such place.
func (p *page) offset(line, col int) int {
	if line < 1 || line > len(p.lines) {
		return len(p.src)
	}
	c, i := 1, int(p.lines[line-1])
	if p.memo.line == line && p.memo.col <= 2*col {
		c, i = p.memo.col, p.memo.at
	}
	for ; c > col; c-- {
		_, size := utf8.DecodeLastRune(p.src[:i])
		i -= size
	}
	for ; c < col && i < len(p.src); c++ {
		if p.src[i] < utf8.RuneSelf {
			i++
			continue
		}
		_, size := utf8.DecodeRune(p.src[i:])
		i += size
	}
	p.memo = memo{line, c, i}
	return i
}

// origin gives the place in the file of a line and column of src.
func (p *page) origin(line, col int32) (int32, int32) {
	if len(p.patches) == 0 {
		return line, col
	}
	return p.place(p.fileOffset(p.offset(int(line), int(col))))
}

// fileOffset gives the byte of the file's text for one of src; where something was taken out, the byte after it.
func (p *page) fileOffset(at int) int {
	return p.before(at, sort.Search(len(p.patches), func(i int) bool { return p.patches[i].at > at }))
}

// fileEnd is as fileOffset, for the end of a stretch: where something was taken out, the byte before it.
func (p *page) fileEnd(at int) int {
	return p.before(at, sort.Search(len(p.patches), func(i int) bool { return p.patches[i].at >= at }))
}

// before gives the byte of the file's text for one of src that comes after i patches.
func (p *page) before(at, i int) int {
	if i == 0 {
		return at
	}
	c := &p.patches[i-1]
	if in := at - c.at; in < len(c.text) {
		return c.from + min(in, c.to-c.from)
	}
	return c.to + at - c.at - len(c.text)
}

// place gives the line and column at which a byte of the file's text stands.
func (p *page) place(at int) (line, col int32) {
	text, rows := p.file, p.rows
	if len(p.patches) == 0 {
		text, rows = p.src, p.lines
	}
	row := sort.Search(len(rows), func(i int) bool { return int(rows[i]) > at })
	start, c := int(rows[row-1]), 1
	if m := p.fileAt; m.line == row && m.at-start <= 2*(at-start) {
		start, c = m.at, m.col
	}
	if start <= at {
		c += utf8.RuneCount(text[start:at])
	} else {
		c -= utf8.RuneCount(text[at:start])
	}
	p.fileAt = memo{row, c, at}
	return int32(row), int32(c)
}

// lineCol gives the line and column of src at which a byte stands.
func (p *page) lineCol(at int) (line, col int32) {
	row := sort.Search(len(p.lines), func(i int) bool { return int(p.lines[i]) > at })
	return int32(row), int32(utf8.RuneCount(p.src[p.lines[row-1]:at])) + 1
}

// span gives the place in the file of bytes of src.
func (p *page) span(from, to int) diag.Span {
	if len(p.patches) > 0 {
		from, to = p.fileOffset(from), p.fileEnd(to)
	}
	return p.fileSpan(from, max(from, to))
}

// fileSpan gives the place of bytes of the file's text.
func (p *page) fileSpan(from, to int) diag.Span {
	line, col := p.place(from)
	endLine, endCol := p.place(to)
	return diag.Span{Line: line, Col: col, EndLine: endLine, EndCol: endCol}
}

// edit gives the correction that replaces bytes of src; false where src is not what the file holds, or close to such a place.
func (p *page) edit(from, to int, text string) (diag.Edit, bool) {
	if len(p.patches) > 0 {
		i := sort.Search(len(p.patches), func(i int) bool { return p.patches[i].at+len(p.patches[i].text) >= from })
		if i < len(p.patches) && p.patches[i].at <= to {
			return diag.Edit{}, false
		}
	}
	return diag.Edit{Span: p.span(from, to), Text: text}, true
}

func indentOf(line []byte) int { return len(line) - len(bytes.TrimLeft(line, " ")) }

// quote puts a text between quotes that change nothing in it: double ones, unless single ones spare their escapes.
// It gives the marks to put before and after, and the replacer for what is between.
func quotes(text string) (mark string, escape *strings.Replacer) {
	if strings.ContainsAny(text, `"\`) && !strings.Contains(text, "'") {
		return "'", noEscape
	}
	return `"`, escapes
}

var (
	noEscape = strings.NewReplacer()
	escapes  = strings.NewReplacer(`\`, `\\`, `"`, `\"`)
)

// quote gives a text of one line between quotes.
func quote(text string) string {
	mark, escape := quotes(text)
	return mark + escape.Replace(text) + mark
}
