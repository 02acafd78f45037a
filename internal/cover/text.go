package cover

import (
	"strings"
	"sync"
	"unicode"

	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/norm"
)

// The two faces of a cover. They have the letters of the languages written in Latin, Greek and Cyrillic, and no kerning.
var (
	regular = sync.OnceValue(func() *sfnt.Font { return face(goregular.TTF) })
	bold    = sync.OnceValue(func() *sfnt.Font { return face(gobold.TTF) })
)

func face(ttf []byte) *sfnt.Font {
	f, err := sfnt.Parse(ttf)
	if err != nil {
		panic(err) // it is part of the program
	}
	return f
}

// text is a text as glyphs of a face, each at its place from the start of the text, in the units of the face.
type text struct {
	face   *sfnt.Font
	runes  []rune
	glyphs []sfnt.GlyphIndex
	places []int // one more than the glyphs: the last is the end
}

// maxText is more than a cover can show, in characters.
const maxText = 400

// write gives the glyphs of a text; ok is false when the face lacks one, or when there is nothing to write. Spaces are
// single ones, and those that do not break stay what they are.
func write(f *sfnt.Font, s string) (t text, ok bool) {
	t.face = f
	var buf sfnt.Buffer
	seen := []rune(strings.Map(func(r rune) rune {
		if strings.ContainsRune("\u00ad\u200b\u2060\ufeff", r) { // marks that are not seen
			return -1
		}
		return r
	}, norm.NFC.String(s)))
	words := strings.FieldsFunc(string(seen[:min(len(seen), maxText)]), func(r rune) bool { return strings.ContainsRune(" \n\t\r", r) })
	x := 0
	for _, r := range strings.Join(words, " ") {
		shown := r
		switch r {
		case '\u202f', '\u2007', '\u2009': // spaces that the faces lack
			shown = '\u00a0'
		case '-', '\u2010', '\u2011': // the faces' own is as wide as a dash; this one is a hyphen
			shown = '\u00ad'
		}
		g, err := f.GlyphIndex(&buf, shown)
		if err != nil || g == 0 || unicode.IsControl(r) {
			return text{}, false
		}
		// At as many units an em as the face has, a length is in its units.
		advance, err := f.GlyphAdvance(&buf, g, fixed.Int26_6(f.UnitsPerEm()), font.HintingNone)
		if err != nil {
			return text{}, false
		}
		t.runes, t.glyphs, t.places = append(t.runes, r), append(t.glyphs, g), append(t.places, x)
		x += int(advance)
	}
	t.places = append(t.places, x)
	return t, len(t.runes) > 0
}

// word is a stretch of a text that is never cut. It is joined to the one before it when no space parts them.
type word struct {
	from, to int
	joined   bool
}

// words finds where a text may be cut: at spaces that break, after a hyphen, and, in what is wider than a line, anywhere.
// A space is never the first of a text, nor the last.
func (t *text) words(widest int) []word {
	var list []word
	from, joined := 0, false
	end := func(to int, hyphen bool) {
		if to > from {
			list = append(list, word{from, to, joined})
		}
		from, joined = to, hyphen
	}
	for i, r := range t.runes {
		switch {
		case r == ' ' && (t.runes[i-1] == '«' || strings.ContainsRune("»:;!?", t.runes[i+1])): // meant not to break
		case r == ' ':
			end(i, false)
			from++
		case t.places[i+1]-t.places[from] > widest:
			end(i, i > from)
		case i > from && i+2 < len(t.runes) && r == '-' && unicode.IsLetter(t.runes[i-1]) && unicode.IsLetter(t.runes[i+1]):
			end(i+1, true)
		}
	}
	end(len(t.runes), false)
	return list
}

// frame is where a text is set: in pixels, but for the leading, in hundredths of the size.
type frame struct {
	width, height, lines int
	largest, smallest    int // sizes
	leading              int
}

// block is a text cut into lines.
type block struct {
	text  text
	size  int
	lines []word
}

func (b *block) step(f *frame) int { return b.size * f.leading / 100 }

// set cuts a text into lines at the size that fits its frame best. What does not fit at the smallest size ends with an
// ellipsis.
func set(t text, f *frame) block {
	b, ok := fit(t, f)
	words := t.words(f.widest(&t))
	for n := len(words) - 1; !ok && n > 0; n-- {
		kept := strings.TrimRight(string(t.runes[:words[n].from]), " ,;:.!?…-–—«(\u00a0")
		if shorter, written := write(t.face, kept+"…"); written {
			b, ok = fit(shorter, f)
		}
	}
	return b
}

// widest is how long a word may be, in the units of a face.
func (f *frame) widest(t *text) int { return f.width * t.unitsPerEm() / f.smallest }

// fit cuts a text into lines at the largest size at which it fits its frame. A somewhat smaller size is taken when it
// spares cuts that read badly: a last line of one word, a line that ends with a small word, a cut word.
func fit(t text, f *frame) (best block, ok bool) {
	words := t.words(f.widest(&t))
	least, largest := 0, 0
	for size := f.largest; size >= f.smallest && size*100 >= largest*75; size -= 2 {
		lines, flaws := t.cut(words, f.width*t.unitsPerEm()/size, min(f.lines, f.height*100/(size*f.leading)))
		if lines == nil {
			continue
		}
		largest = max(largest, size)
		if !ok || flaws < least {
			best, least, ok = block{t, size, lines}, flaws, true
		}
		if flaws == 0 {
			break
		}
	}
	return best, ok
}

func (t *text) unitsPerEm() int { return int(t.face.UnitsPerEm()) }

// flaw is the cost of a cut that reads badly: more than any that is only uneven.
const flaw = 1 << 24

// cut finds the lines that leave the least white, in squares, nil when there are too many; and how many of their ends read
// badly.
func (t *text) cut(words []word, width, most int) (lines []word, flaws int) {
	// best[n][i] is the cost of the words from i on, in n lines at most; next is where the first of these lines ends.
	n := len(words)
	best, next := make([][]int, most+1), make([][]int, most+1)
	for k := range best {
		best[k], next[k] = make([]int, n+1), make([]int, n+1)
		for i := range n {
			best[k][i] = -1
			if k == 0 {
				continue
			}
			for j := i + 1; j <= n; j++ {
				long := t.places[words[j-1].to] - t.places[words[i].from]
				if long > width {
					break
				}
				if best[k-1][j] < 0 {
					continue
				}
				white := (width - long) * 1000 / width
				cost := white*white + best[k-1][j]
				switch {
				case j == n:
					if n > 3 && j-i == 1 { // of a few words, each may have its line
						cost += flaw
					}
				case words[j].joined:
					cost += 2 * flaw
				case t.small(words[j-1]):
					cost += flaw
				}
				if best[k][i] < 0 || cost < best[k][i] {
					best[k][i], next[k][i] = cost, j
				}
			}
		}
	}
	if n == 0 || best[most][0] < 0 {
		return nil, 0
	}
	for i, k := 0, most; i < n; k-- {
		j := next[k][i]
		lines = append(lines, word{from: words[i].from, to: words[j-1].to})
		i = j
	}
	return lines, best[most][0] / flaw
}

// small reports whether a word leans on the next one: an article, a preposition.
func (t *text) small(w word) bool {
	if w.to-w.from > 3 {
		return false
	}
	for _, r := range t.runes[w.from:w.to] {
		if !unicode.IsLower(r) && r != '’' && r != '\'' {
			return false
		}
	}
	return true
}

// draw lays the lines of a block on the canvas, the first baseline at y, and gives the y below the last.
func (b *block) draw(c *canvas, x, y int, f *frame, ink rgb) int {
	for _, line := range b.lines {
		b.text.draw(c, line, at(x, y), b.size, ink)
		y += b.step(f)
	}
	return y
}

func (t *text) draw(c *canvas, line word, from point, size int, ink rgb) {
	var buf sfnt.Buffer
	if bounds, _, err := t.face.GlyphBounds(&buf, t.glyphs[line.from], fixed.Int26_6(size*unit), font.HintingNone); err == nil {
		from.x -= int64(bounds.Min.X) // the lines are aligned by their ink
	}
	for i := line.from; i < line.to; i++ {
		segments, err := t.face.LoadGlyph(&buf, t.glyphs[i], fixed.Int26_6(size*unit), nil)
		if err != nil {
			continue // of a face that is part of the program
		}
		x := from.x + int64(t.places[i]-t.places[line.from])*int64(size)*unit/int64(t.unitsPerEm())
		c.fill(outline(segments, point{x, from.y}), ink)
	}
}

// outline gives the shape of a glyph. TrueType has no other curves than quadratic ones.
func outline(segments sfnt.Segments, at point) shape {
	var s shape
	place := func(p fixed.Point26_6) point { return point{at.x + int64(p.X), at.y + int64(p.Y)} }
	var start, pen point
	for _, segment := range segments {
		to := place(segment.Args[0])
		switch segment.Op {
		case sfnt.SegmentOpMoveTo:
			if len(s) > 0 {
				s = append(s, edge{pen, start})
			}
			start = to
		case sfnt.SegmentOpLineTo:
			s = append(s, edge{pen, to})
		case sfnt.SegmentOpQuadTo:
			by := to
			to = place(segment.Args[1])
			s = s.curve(pen, by, to)
		}
		pen = to
	}
	if len(s) == 0 { // a space
		return nil
	}
	return append(s, edge{pen, start})
}
