package locale

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Phrases finds, in running text, the words and groups of words of a list: all of them in one reading, however many there
// are. Its automaton goes from word to word, as a trie goes from letter to letter.
//
// A phrase is met as a whole: no letter, digit or hyphen on either side, though an elided word may come before it
// (« l’atelier »). A no-break space equals a space and a straight apostrophe a curly one; the case of the first letter may
// differ, no other: an acronym is met in its capitals alone. A note number glued to a word (« numérique4 ») is set aside. Nothing
// is found in an address or after the sign of a mot-clic. Once phrases are added, it may be used from several goroutines.
type Phrases struct {
	words map[string]word
	next  map[step]int32
	nodes [][]phrase // what ends at a node
}

// A word is its number, and whether a phrase begins with it.
type word struct {
	number int32
	opens  bool
}

// A step leads from a node by what stands between two words and by the second of them.
type step struct {
	node    int32
	between rune // space, '-', '\'' or another sign, as written
	word    int32
}

type phrase struct {
	id         int
	name       string // how it must be written, of a proper name
	head, tail string // the signs before its first word and after the last: « .org », « C++ »
}

// Match is a place where a text, from byte Start to End, holds phrases: all those that are written so, in the order in
// which they were added.
type Match struct {
	Start, End int
	IDs        []int
	name       bool
}

// NewPhrases gives an empty list.
func NewPhrases() *Phrases {
	return &Phrases{words: map[string]word{}, next: map[step]int32{}, nodes: make([][]phrase, 1)}
}

// maxPhrase is the most words that a phrase may have: what is longer is no term.
const maxPhrase = 16

// maxAlike is the most phrases that are told apart by their ids alone: nobody asks which of so many is meant.
const maxAlike = 64

// Add puts a phrase on the list under an id of the caller's. What has no word, far too many, or more than a sign between
// two of them is nowhere found.
func (p *Phrases) Add(text string, id int) { p.add(text, phrase{id: id}) }

// AddName puts a proper name on the list: it is written in one way only, and takes its place whatever else could be met
// there.
func (p *Phrases) AddName(text string, id int) {
	text = norm.NFC.String(text)
	p.add(text, phrase{id: id, name: text})
}

func (p *Phrases) add(text string, ph phrase) {
	text = norm.NFC.String(text)
	words := 0
	for r := (reader{text: text}); ; words++ {
		if _, ok := r.next(); !ok {
			break
		}
	}
	if words > maxPhrase {
		return
	}
	node := int32(0)
	r := reader{text: text}
	for t, ok := r.next(); ok; t, ok = r.next() {
		if node == 0 {
			ph.head = strings.TrimLeftFunc(text[:t.start], unicode.IsSpace)
		}
		ph.tail = strings.TrimRightFunc(text[t.end:], unicode.IsSpace)
		if node != 0 && t.between == 0 {
			return
		}
		key := p.key(text[t.start:t.end], node == 0)
		w, known := p.words[key]
		if !known {
			w.number = int32(len(p.words) + 1)
		}
		w.opens = w.opens || node == 0
		p.words[strings.Clone(key)] = w
		s := step{node: node, word: w.number}
		if node != 0 {
			s.between = t.between
		}
		if p.next[s] == 0 {
			p.next[s] = int32(len(p.nodes))
			p.nodes = append(p.nodes, nil)
		}
		node = p.next[s]
	}
	if node == 0 {
		return
	}
	if len(p.nodes[node]) < maxAlike {
		p.nodes[node] = append(p.nodes[node], ph)
	}
}

// key is how a word is known: as written but for the first letter of the first one.
func (p *Phrases) key(word string, first bool) string {
	if !first {
		return word
	}
	r, size := utf8.DecodeRuneInString(word)
	lower := unicode.ToLower(r)
	if lower == r {
		return word
	}
	return string(lower) + word[size:]
}

// Find appends the matches of a text to dst, by place. Where phrases overlap, names come first, then the longest, then the
// leftmost.
func (p *Phrases) Find(dst []Match, text string) []Match {
	var space [16]Match
	found := p.all(space[:0], text)
	if len(found) <= 1 {
		return append(dst, found...)
	}
	slices.SortStableFunc(found, func(a, b Match) int {
		if a.name != b.name {
			if a.name {
				return -1
			}
			return 1
		}
		return cmp.Or(cmp.Compare(b.End-b.Start, a.End-a.Start), cmp.Compare(a.Start, b.Start))
	})
	from := len(dst)
	taken := make([]bool, len(text))
	for _, m := range found {
		if slices.Contains(taken[m.Start:m.End], true) {
			continue
		}
		for i := m.Start; i < m.End; i++ {
			taken[i] = true
		}
		dst = append(dst, m)
	}
	slices.SortFunc(dst[from:], func(a, b Match) int { return cmp.Compare(a.Start, b.Start) })
	return dst
}

// all appends every match, overlapping ones too.
func (p *Phrases) all(found []Match, text string) []Match {
	if len(p.nodes) == 1 {
		return found
	}
	var buf [64]byte
	r := reader{text: text}
	for t, ok := r.next(); ok; t, ok = r.next() {
		w, end := p.lookup(text, t, buf[:0], true)
		if !w.opens || !opensAt(text, t.start) {
			continue
		}
		node := p.next[step{word: w.number}]
		for ahead := r; ; {
			if len(p.nodes[node]) > 0 && closesAt(text, end, end < t.end) && !inAddress(text, t.start, end) {
				found = p.written(found, node, text, r.last, end)
			}
			if end < t.end { // a note number: the phrase is over
				break
			}
			if t, ok = ahead.next(); !ok || t.between == 0 {
				break
			}
			if w, end = p.lookup(text, t, nil, false); w.number == 0 {
				break
			}
			if node = p.next[step{node, t.between, w.number}]; node == 0 {
				break
			}
		}
	}
	return found
}

// written appends the phrases of a node that the text writes as they must be: a match for those that have the same signs.
func (p *Phrases) written(found []Match, node int32, text string, start, end int) []Match {
	first := len(found)
	for _, ph := range p.nodes[node] {
		if !strings.HasSuffix(text[:start], ph.head) || !strings.HasPrefix(text[end:], ph.tail) {
			continue
		}
		m := Match{Start: start - len(ph.head), End: end + len(ph.tail), name: ph.name != ""}
		if m.name && !sameWriting(ph.name, text[m.Start:m.End]) {
			continue
		}
		i := slices.IndexFunc(found[first:], func(o Match) bool { return o.Start == m.Start && o.End == m.End })
		if i < 0 {
			i = len(found) - first
			found = append(found, m)
		}
		o := &found[first+i]
		o.IDs = append(o.IDs, ph.id)
		o.name = o.name || m.name
	}
	return found
}

// sameWriting compares two texts but for the spaces and apostrophes that typography chooses.
func sameWriting(a, b string) bool {
	if a == b {
		return true
	}
	if isASCII(a) && isASCII(b) {
		return false
	}
	plain := func(s string) string { return strings.NewReplacer("’", "'", "\u00a0", " ", "\u202f", " ").Replace(s) }
	return plain(a) == plain(b)
}

// lookup gives the word of a token, and where it ends without the note number that may follow it.
func (p *Phrases) lookup(text string, t token, buf []byte, first bool) (w word, end int) {
	s := text[t.start:t.end]
	if first {
		if r, size := utf8.DecodeRuneInString(s); unicode.IsUpper(r) {
			buf = utf8.AppendRune(buf, unicode.ToLower(r))
			buf = append(buf, s[size:]...)
			if w = p.words[string(buf)]; w.number > 0 {
				return w, t.end
			}
			s = string(buf)
		}
	}
	if w = p.words[s]; w.number > 0 {
		return w, t.end
	}
	note := 0 // digits of a note number
	for note < len(s) && '0' <= s[len(s)-1-note] && s[len(s)-1-note] <= '9' {
		note++
	}
	if 0 < note && note <= 2 && len(s)-note >= 4 {
		if w = p.words[s[:len(s)-note]]; w.number > 0 {
			return w, t.end - note
		}
	}
	return word{}, t.end
}

// A token is a word of a text, and the sign between it and the one before: 0 when no phrase can hold what is there.
type token struct {
	start, end int
	between    rune
}

// A reader cuts a text into words.
type reader struct {
	text string
	pos  int
	last int // where the last word began
}

func (r *reader) next() (t token, ok bool) {
	signs, spaces := 0, false
	for r.pos < len(r.text) {
		c, size := utf8.DecodeRuneInString(r.text[r.pos:])
		if isWordRune(c) {
			break
		}
		r.pos += size
		switch kindOf(c) {
		case blank, fixedBlank:
			spaces = true
			continue
		case apostrophe:
			c = '\''
		}
		if c == '‐' || c == '‑' {
			c = '-'
		}
		t.between = c
		signs++
	}
	if r.pos == len(r.text) {
		return token{}, false
	}
	switch {
	case signs == 0 && spaces:
		t.between = ' '
	case signs != 1, spaces && (t.between == '-' || t.between == '\''): // a colon may have spaces, a hyphen has none
		t.between = 0
	}
	t.start = r.pos
	for r.pos < len(r.text) {
		if b := r.text[r.pos]; b < utf8.RuneSelf {
			if asciiKind[b] != letter {
				break
			}
			r.pos++
			continue
		}
		c, size := utf8.DecodeRuneInString(r.text[r.pos:])
		if !isWordRune(c) {
			break
		}
		r.pos += size
	}
	t.end = r.pos
	r.last = t.start
	return t, true
}

func isWordRune(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return asciiKind[r] == letter
	case 0xC0 <= r && r < 0x250:
		return r != '×' && r != '÷'
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r)
}

// opensAt reports whether a phrase may begin at a byte: not within a compound, an address or a mot-clic, nor after an
// apostrophe but that of an elision.
func opensAt(text string, start int) bool {
	r, size := utf8.DecodeLastRuneInString(text[:start])
	switch {
	case r == '-' || r == '‐' || r == '‑', r == '#', r == '@', r == '_', r >= utf8.RuneSelf && kindOf(r) == middot:
		return false
	case kindOf(r) == apostrophe && size > 0:
		before := start - size
		from := before
		for from > 0 && isASCIILetter(text[from-1]) {
			from--
		}
		if from > 0 {
			if r, _ := utf8.DecodeLastRuneInString(text[:from]); isWordRune(r) || isHyphen(r) {
				return false // « chef-d’œuvre »
			}
		}
		return from == before || isElision(strings.ToLower(text[from:before]))
	}
	return true
}

func isASCIILetter(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }

// isElision tells the words that lose their last letter before a vowel.
func isElision(word string) bool {
	switch word {
	case "c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu":
		return true
	}
	return false
}

// closesAt reports whether a phrase may end at a byte: not where the word goes on by a hyphen, an apostrophe, or the
// shorthand of inclusive writing. noted says that a note number follows.
func closesAt(text string, end int, noted bool) bool {
	if noted {
		end += len(text[end:]) - len(strings.TrimLeft(text[end:], "0123456789"))
	}
	if end == len(text) {
		return true
	}
	r, size := utf8.DecodeRuneInString(text[end:])
	if isWordRune(r) {
		return false
	}
	after, _ := utf8.DecodeRuneInString(text[end+size:])
	switch {
	case r == '-' || r == '‐' || r == '‑':
		return false
	case kindOf(r) == apostrophe, kindOf(r) == middot, r == '(', r == '[', r == '_', r == '@':
		return !isWordRune(after)
	}
	return true
}

// inAddress reports whether a place belongs to an address, a file name or the like: a run without spaces with the signs
// that only those have.
func inAddress(text string, start, end int) bool {
	const reach = 100 // before and after: a text without spaces is still read once
	from := max(0, start-reach)
	from += strings.LastIndexAny(text[from:start], " \u00a0\u202f\n") + 1
	to := min(len(text), end+reach)
	if i := strings.IndexAny(text[end:to], " \u00a0\u202f\n"); i >= 0 {
		to = end + i
	}
	run := text[from:to]
	if strings.Contains(run, "://") || strings.Contains(run, "@") {
		return true
	}
	for i := 1; i+1 < len(run); i++ { // fablab.org
		if run[i] == '.' && isASCIILetter(run[i-1]) && isASCIILetter(run[i+1]) {
			return true
		}
	}
	return false
}
