package locale

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// ground is what a byte of a text stands on.
type ground uint8

const (
	prose ground = iota
	quoted
	opaque
)

// settle finds what takes more than a sign and its neighbours, drops what was found where nothing is to be, and puts the
// rest in order.
func (f *finder) settle(passages []Passage) []Slip {
	f.ground = make([]ground, len(f.s))
	for _, p := range passages {
		g := quoted
		if p.Opaque {
			g = opaque
		}
		f.lay(p.Start, p.End, g)
	}
	for _, p := range passages {
		if !p.Opaque {
			f.leaveEnglish(p.Start, p.End)
		}
	}
	f.leaveAddresses()
	f.quotations()
	if f.dashes {
		f.allDashes()
	}

	f.slips = slices.DeleteFunc(f.slips, func(s Slip) bool {
		switch slices.Max(f.ground[s.Start:s.End]) {
		case opaque:
			return true
		case quoted:
			return s.Kind != Apostrophe && s.Kind != Guillemets && !sameButSpaces(f.s[s.Start:s.End], s.Text)
		}
		return false
	})
	slices.SortStableFunc(f.slips, func(a, b Slip) int { return a.Start - b.Start })
	kept := f.slips[:0]
	for _, s := range f.slips {
		// The two marks of a quotation are replaced together: they take the place of what else was found there.
		for len(kept) > 0 && kept[len(kept)-1].End > s.Start && s.Kind == Guillemets {
			kept = kept[:len(kept)-1]
		}
		if len(kept) == 0 || kept[len(kept)-1].End <= s.Start {
			kept = append(kept, s)
		}
	}
	return kept
}

// lay says what a stretch of the text stands on; of several, the one that is left alone most prevails.
func (f *finder) lay(start, end int, g ground) {
	for i := max(start, 0); i < min(end, len(f.s)); i++ {
		f.ground[i] = max(f.ground[i], g)
	}
}

// sameButSpaces reports whether two texts differ in their spaces alone.
func sameButSpaces(a, b string) bool {
	drop := func(r rune) rune {
		if isSpace(r) {
			return -1
		}
		return r
	}
	return strings.Map(drop, a) == strings.Map(drop, b)
}

// leaveEnglish leaves words alone when they are plainly English.
func (f *finder) leaveEnglish(start, end int) {
	if start, end = max(start, 0), min(end, len(f.s)); start < end && IsEnglish(f.s[start:end]) {
		f.lay(start, end, opaque)
	}
}

// leaveAddresses leaves alone what is no word: addresses, names of files, code.
func (f *finder) leaveAddresses() {
	s := f.s
	for i := 0; i < len(s); {
		start := i
		for i < len(s) && f.ground[i] != opaque && !separates(s, i) {
			i++
		}
		if i > start {
			if from, to := unwrap(s, start, i); isCode(s[from:to]) {
				f.lay(from, to, opaque)
			}
		}
		for i < len(s) && (f.ground[i] == opaque || separates(s, i)) {
			i++
		}
	}
}

// separates reports whether a byte is white space or a guillemet, which no address holds.
func separates(s string, i int) bool {
	switch s[i] {
	case ' ', '\t', '\n':
		return true
	case 0xC2:
		return strings.HasPrefix(s[i:], nbsp) || strings.HasPrefix(s[i:], "«") || strings.HasPrefix(s[i:], "»")
	case 0xE2:
		return strings.HasPrefix(s[i:], nnbsp)
	case 0xA0, 0xAB, 0xBB: // their last bytes
		return i > 0 && s[i-1] == 0xC2
	case 0x80, 0xAF:
		return i > 0 && strings.HasPrefix(s[i-1:], nnbsp) || i > 1 && strings.HasPrefix(s[i-2:], nnbsp)
	}
	return false
}

// unwrap takes off what a word stands between: brackets, quotation marks, an elided article.
func unwrap(s string, start, end int) (from, to int) {
	word := s[start:end]
	word = strings.TrimLeft(word, `"'([*_“‘`)
	from = end - len(word)
	word = strings.TrimRight(word, `"')]*_”’.,;:!?…`)
	to = from + len(word)
	if i := strings.IndexAny(word, "'’"); i > 0 && elisions[strings.ToLower(word[:i])] {
		_, size := utf8.DecodeRuneInString(word[i:])
		from += i + size
		rest := strings.TrimLeft(s[from:to], `"'([*_“‘`)
		from = to - len(rest)
	}
	return from, to
}

// isCode reports whether a word is none of a language.
func isCode(word string) bool {
	if len(word) < 2 {
		return false
	}
	if strings.ContainsAny(word, `@\_={}<>|`) || strings.Contains(word, "://") || strings.Contains(word, "::") || strings.HasSuffix(word, "()") ||
		strings.HasPrefix(word, "www.") || word[0] == '#' || word[0] == '/' || strings.Count(word, "/") > 1 {
		return true
	}
	if i := strings.IndexByte(word, '&'); i >= 0 && strings.IndexByte(word[i:], ';') > 0 {
		return true
	}
	for i := 1; i+1 < len(word); i++ {
		if word[i] == '.' && isAlphanumeric(word[i-1]) && isAlphanumeric(word[i+1]) && !(isDigit(rune(word[i-1])) && isDigit(rune(word[i+1]))) {
			return true
		}
	}
	return false
}

// mark is a quotation mark.
type mark struct {
	start, end int
	r          rune
}

// quotations pairs the quotation marks of each paragraph. What is between the outer ones is quoted; those that are no
// guillemets are to be some.
func (f *finder) quotations() {
	for from := 0; from < len(f.s); {
		to := f.paragraph(from)
		f.paired(from, to)
		from = to
	}
}

// paragraph gives the end of the paragraph or of the item of a list that starts at a place.
func (f *finder) paragraph(i int) int {
	for {
		n := strings.IndexByte(f.s[i:], '\n')
		if n < 0 {
			return len(f.s)
		}
		i += n + 1
		rest := strings.TrimLeft(f.s[i:min(len(f.s), i+12)], " \t")
		if rest == "" || strings.IndexByte("\n-*+>#|0123456789", rest[0]) >= 0 {
			return i
		}
	}
}

// paired reads one paragraph. Marks that do not pair there are not touched at all.
func (f *finder) paired(from, to int) {
	if !strings.ContainsAny(f.s[from:to], "«»\"“”„") {
		return
	}
	type pair struct {
		open, close mark
		mixed       bool // with guillemets within
	}
	var outer []pair
	var open []mark
	nested := false // there are guillemets within the pair at hand
	sound := true
	for i := from; i < to; {
		r, size := utf8.DecodeRuneInString(f.s[i:])
		m := mark{i, i + size, r}
		i += size
		if r == '"' && f.before(m.start) == '=' { // the value of an attribute
			if n := strings.IndexByte(f.s[i:to], '"'); n >= 0 {
				f.lay(m.start, i+n+1, opaque)
				i += n + 1
			}
			continue
		}
		if !strings.ContainsRune("\"«»“”„", r) || f.ground[m.start] != prose {
			continue
		}
		top := rune(0)
		if len(open) > 0 {
			top = open[len(open)-1].r
		}
		closing := false
		switch r {
		case '«':
		case '»':
			closing = true
			sound = sound && top == '«'
		case '„':
		case '”':
			closing = true
			sound = sound && (top == '“' || top == '„')
		case '“':
			closing = top == '„'
		case '"':
			before, after := f.before(m.start), f.after(m.end)
			if isDigit(before) && top != '"' {
				continue // inches, seconds
			}
			mayOpen := after != 0 && !isSpace(after) && !strings.ContainsRune(".,;:!?…)]»", after) && !isWord(before)
			mayClose := before != 0 && !isSpace(before) && !isWord(after)
			closing = top == '"'
			sound = sound && (closing && (mayClose || !mayOpen) || !closing && (mayOpen || !mayClose))
		}
		if !sound {
			return
		}
		if !closing {
			open = append(open, m)
			continue
		}
		p := pair{open[len(open)-1], m, nested}
		open = open[:len(open)-1]
		if len(open) > 0 {
			if p.open.r == '«' {
				nested = true
			} else if p.open.r != '“' || r != '”' { // a quotation is not rewritten: the editor decides
				f.add(Guillemets, p.open.start, p.open.end, "“", false)
				f.add(Guillemets, p.close.start, p.close.end, "”", false)
			}
			continue
		}
		outer = append(outer, p)
		nested = false
	}
	if len(open) > 0 {
		return
	}
	for _, p := range outer {
		start, end := f.spacesFrom(p.open.end), f.spacesTo(p.close.start)
		if start >= end || !strings.ContainsFunc(f.s[start:end], isWord) || f.mention(end) && f.lettersBefore(end) == start {
			continue // signs that are spoken of
		}
		if p.open.r != '«' {
			f.add(Guillemets, p.open.start, start, "«"+nbsp, !p.mixed)
			f.add(Guillemets, end, p.close.end, nbsp+"»", !p.mixed)
		}
		f.lay(start, end, quoted)
		f.leaveEnglish(start, end)
	}
}

// dash is a dash, or what stands for one.
type dash struct {
	left, start, end, right int // right and left are the ends of the spaces beside it
}

// allDashes looks at the dashes of each sentence.
func (f *finder) allDashes() {
	s := f.s
	var pair [2]dash
	n := 0
	flush := func() {
		if n == 2 {
			f.pairOfDashes(pair[0], pair[1])
		}
		n = 0
	}
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c == '\n':
			flush()
			i++
			continue
		case (c == '.' || c == '!' || c == '?' || c == ';' || c == ':') && (i+1 == len(s) || isSpace(f.after(i+1))):
			flush()
			i++
			continue
		case c == '-', strings.HasPrefix(s[i:], "–"), strings.HasPrefix(s[i:], "—"):
		default:
			i++
			continue
		}
		d := dash{start: i, end: i + 1}
		if c == '-' {
			for d.end < len(s) && s[d.end] == '-' {
				d.end++
			}
		} else {
			d.end = i + len("–")
		}
		i = d.end
		d.left, d.right = f.spacesTo(d.start), f.spacesFrom(d.end)
		if f.ground[d.start] != prose {
			continue
		}
		if f.punctuates(d) {
			if n < len(pair) {
				pair[n] = d
			}
			n++
			if c == '-' {
				f.add(Dash, d.start, d.end, "–", true)
			}
		} else if c != '-' {
			f.gluedDash(d)
		}
	}
	flush()
}

// punctuates reports whether a dash stands between words and spaces, and a hyphen for a dash.
func (f *finder) punctuates(d dash) bool {
	before, after := f.before(d.left), f.after(d.right)
	if d.left == d.start || before == 0 || after == 0 || isSpace(before) || isSpace(after) || f.opensLine(d.left) {
		return false
	}
	hyphen := f.s[d.start] == '-'
	if d.right == d.end {
		return !hyphen && strings.ContainsRune(",.;:!?)", after)
	}
	if !hyphen {
		return true
	}
	if d.end-d.start > 2 || !isWord(before) && !closes(before) || !isLetter(after) && !opens(after) { // before a digit, it is a minus
		return false
	}
	if !isLetter(before) {
		return true
	}
	start := f.lettersBefore(d.left)
	word := f.s[start:d.left]
	if unicode.IsUpper(f.after(start)) && utf8.RuneCountInString(word) <= 2 || ofSigns[word] {
		return false // « l’ion Cl - », « le signe - »
	}
	return utf8.RuneCountInString(word) > 1 || f.wordAfter(d.right) || !isLetter(after)
}

// gluedDash shows a dash that touches the word on one side: a space may be missing there, or be too many on the other.
func (f *finder) gluedDash(d dash) {
	glyph := f.s[d.start:d.end]
	switch {
	case !f.wordBefore(d.left) || !f.wordAfter(d.right):
	case d.left == d.start && d.right > d.end:
		f.add(Dash, d.start, d.end, " "+glyph, false)
	case d.left < d.start && d.right == d.end:
		f.add(Dash, d.start, d.end, glyph+" ", false)
	}
}

// pairOfDashes asks for no-break spaces within a pair that sets a piece of a sentence apart.
func (f *finder) pairOfDashes(first, second dash) {
	within, beyond := f.after(first.right), f.after(second.right)
	if f.s[first.start:first.end] != f.s[second.start:second.end] || first.right >= second.left || !unicode.IsLower(within) && !opens(within) || !unicode.IsLower(beyond) && !strings.ContainsRune(",.;:!?)", beyond) {
		return
	}
	if strings.Contains(f.s[first.end:first.right], " ") {
		f.add(Dash, first.end, first.right, nbsp, true)
	}
	if strings.Contains(f.s[second.left:second.start], " ") {
		f.add(Dash, second.left, second.start, nbsp, true)
	}
}
