package locale

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Typography is how the French of a region is set: what stands around signs and numbers, and which signs are used. The
// zero value asks for nothing.
//
// It follows the Office québécois de la langue française for Canada and the Imprimerie nationale for France and the
// countries that set French as she does. They differ in the space before « ; ! ? »: none in Canada, a narrow no-break one
// in France.
type Typography struct {
	french bool
	narrow bool // before ; ! ?
}

// TypographyFor gives the typography of a profile, which is a language tag: "fr-CA", "fr-FR". French without a region is
// set as in Canada. Of what is not French, as of "none", nothing is asked.
func TypographyFor(profile string) Typography {
	if Language(profile) != "fr" {
		return Typography{}
	}
	switch region(profile) {
	case "", "CA", "US", "PM":
		return Typography{french: true}
	}
	return Typography{french: true, narrow: true}
}

// SlipKind sorts slips by the custom that they go against.
type SlipKind uint8

// The kinds of slips.
const (
	AccentedCapital  SlipKind = iota // Etat
	Apostrophe                       // l'atelier
	Dash                             // a - b
	DateCapital                      // 8 Juillet 2020
	Ellipsis                         // ...
	Etc                              // etc...
	Guillemets                       // "a"
	Ligature                         // oeuvre
	NumberSpace                      // 10$
	Ordinal                          // 2ème
	PunctuationSpace                 // a ; b
)

// A Slip is a stretch of a text, never empty, which should read otherwise.
type Slip struct {
	Kind       SlipKind
	Start, End int // bytes, on character boundaries
	Text       string
	// Certain: a machine may write Text there without asking.
	Certain bool
}

// A Passage is a stretch of a text that is not plain prose. Words quoted are left as they are printed but for their
// spaces and apostrophes; what is opaque (an address, a mark, a name that is protected) is neither read nor changed.
type Passage struct {
	Start, End int
	Opaque     bool // or quoted
}

const (
	nbsp  = "\u00A0"
	nnbsp = "\u202F"
)

// Slips gives what a text should be set otherwise, in order, no slip over another. Passages are those that the caller
// knows of; quotations between guillemets and addresses are found here. What is left alone when in doubt is far more than
// what is found: a false alarm costs an editor more than a straight apostrophe costs a reader.
//
// Correcting a slip may bring another one to light (that a word is quoted shows once it has its guillemets): what is
// certain is exhausted after a few rounds.
func (t Typography) Slips(text string, passages []Passage) []Slip {
	if !t.french {
		return nil
	}
	f := finder{Typography: t, s: text}
	f.scan()
	if f.slips == nil && !f.quotes && !f.dashes {
		return nil
	}
	return f.settle(passages)
}

// finder reads one text. The scan looks at each sign and its neighbours; what it finds in a passage that is not prose is
// dropped afterwards, so that a text without slips, as nearly all are, is read once and costs no memory.
type finder struct {
	Typography
	s      string
	slips  []Slip
	quotes bool // there are quotation marks other than guillemets
	dashes bool // there are dashes between spaces
	ground []ground
}

func (f *finder) add(kind SlipKind, start, end int, text string, certain bool) {
	f.slips = append(f.slips, Slip{kind, start, end, text, certain})
}

// watched are the bytes at which a slip may begin.
var watched = func() (t [256]bool) {
	for _, b := range []byte(" '`\"-.,;:!?0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZao\xC2\xCA\xE2") {
		t[b] = true
	}
	return t
}()

func (f *finder) scan() {
	s := f.s
	for i := 0; i < len(s); {
		c := s[i]
		if !watched[c] {
			i++
			continue
		}
		// Most of what is watched is nothing:
		switch {
		case i+2 >= len(s):
		case c == ' ' && startsPlain[s[i+1]] && i > 0 && endsPlain[s[i-1]], (c == 'o' || c == 'a') && s[i+1] != 'e':
			i++
			continue
		case c == 0xE2 && s[i+1] == 0x80 && s[i+2] == 0x99: // U+2019
			i += 3
			continue
		}
		i = f.at(i)
	}
}

// endsPlain tells the last bytes of what an ordinary space may follow when startsPlain has the first byte of what comes
// next: whatever opens no bracket or quotation, and is no other space. A no-break space ends as à does, but takes the
// ordinary one after it along.
var endsPlain, startsPlain = func() (ends, starts [256]bool) {
	for b := range 256 {
		ends[b] = isAlphanumeric(byte(b)) || 0xA0 <= b && b <= 0xBF && b != 0xAB
		starts[b] = isAlphanumeric(byte(b)) || b == 0xC3 || b == 0xC5
	}
	for _, b := range ",.;:!?)]*" {
		ends[b] = true
	}
	for _, b := range "([*" {
		starts[b] = true
	}
	return ends, starts
}()

// at looks at a watched byte and gives the place to go on from.
func (f *finder) at(i int) int {
	s := f.s
	switch c := s[i]; {
	case c == ' ':
		return f.spaces(i)
	case '0' <= c && c <= '9':
		return f.number(i)
	case c == 'o':
		return f.oe(i)
	case c == 'a':
		return f.ae(i)
	case 'A' <= c && c <= 'Z':
		return f.capital(i)
	case c == '\'', c == '`':
		return f.apostrophe(i, 1)
	case c == '"':
		f.quotes = true
	case c == ',', c == ';', c == '!', c == '?':
		return f.stop(i)
	case c == ':':
		return f.colon(i)
	case c == '.':
		return f.dots(i)
	case c == '-':
		return f.hyphens(i)
	case c < utf8.RuneSelf:
	default:
		return f.sign(i)
	}
	return i + 1
}

// sign looks at a character beyond ASCII.
func (f *finder) sign(i int) int {
	r, size := utf8.DecodeRuneInString(f.s[i:])
	end := i + size
	switch r {
	case 0xA0, 0x202F:
		return f.spaces(i)
	case '«':
		if after := f.after(end); after != 0 && after != '»' && !isSpace(after) {
			f.add(PunctuationSpace, i, end, "«"+nbsp, true)
		}
	case '»':
		if before := f.before(i); before != 0 && before != '«' && !isSpace(before) {
			f.add(PunctuationSpace, i, end, nbsp+"»", true)
		}
	case '“', '”', '„':
		f.quotes = true
	case '–', '—':
		f.dashes = true
	case '…':
		return f.dots(i)
	case '°':
		f.numero(i, end)
	case '´', '‘', 'ʼ', '′', '‛':
		return f.apostrophe(i, size)
	}
	return end
}

// before and after give the character next to a place, 0 at an end of the text.
func (f *finder) before(i int) rune {
	if i == 0 {
		return 0
	}
	if c := f.s[i-1]; c < utf8.RuneSelf {
		return rune(c)
	}
	r, _ := utf8.DecodeLastRuneInString(f.s[:i])
	return r
}

func (f *finder) after(i int) rune {
	if i >= len(f.s) {
		return 0
	}
	if c := f.s[i]; c < utf8.RuneSelf {
		return rune(c)
	}
	r, _ := utf8.DecodeRuneInString(f.s[i:])
	return r
}

// spaceAt gives the bytes of the space at a place, of those that French uses; 0 when there is none.
func spaceAt(s string, i int) int {
	switch {
	case i >= len(s):
	case s[i] == ' ':
		return 1
	case s[i] == 0xC2 && strings.HasPrefix(s[i:], nbsp):
		return len(nbsp)
	case s[i] == 0xE2 && strings.HasPrefix(s[i:], nnbsp):
		return len(nnbsp)
	}
	return 0
}

// spacesFrom gives the end of the spaces at a place; spacesTo gives their start from their end.
func (f *finder) spacesFrom(i int) int {
	for {
		n := spaceAt(f.s, i)
		if n == 0 {
			return i
		}
		i += n
	}
}

func (f *finder) spacesTo(i int) int {
	for i > 0 {
		switch {
		case f.s[i-1] == ' ':
			i--
		case strings.HasSuffix(f.s[:i], nbsp):
			i -= len(nbsp)
		case strings.HasSuffix(f.s[:i], nnbsp):
			i -= len(nnbsp)
		default:
			return i
		}
	}
	return i
}

// lettersBefore gives the start of the letters that end at a place, or of the last of them: nothing depends on a word
// longer than that.
func (f *finder) lettersBefore(i int) int {
	const longest = 40
	for from := i; i > 0 && from-i < longest; {
		r, size := utf8.DecodeLastRuneInString(f.s[:i])
		if !isLetter(r) {
			break
		}
		i -= size
	}
	return i
}

func (f *finder) lettersAfter(i int) int {
	const longest = 40
	for from := i; i < len(f.s) && i-from < longest; {
		r, size := utf8.DecodeRuneInString(f.s[i:])
		if !isLetter(r) {
			break
		}
		i += size
	}
	return i
}

// word reports whether two letters or more stand before a place, or after it: less is as often a symbol.
func (f *finder) wordBefore(i int) bool { return utf8.RuneCountInString(f.s[f.lettersBefore(i):i]) > 1 }
func (f *finder) wordAfter(i int) bool  { return utf8.RuneCountInString(f.s[i:f.lettersAfter(i)]) > 1 }

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	return unicode.IsLetter(r) && r != 'ʼ' && r != 'ᵒ' && r != 'ᵉ'
}

func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// isSpace tells any space, the end of a line among them.
func isSpace(r rune) bool {
	k := kindOf(r)
	return k == blank || k == fixedBlank || k == ignored
}

// closes tells what a word or a quotation may end with; a mark of emphasis may stand on both sides.
func closes(r rune) bool { return r != 0 && strings.ContainsRune(")]»”\"*_", r) }
func opens(r rune) bool  { return r != 0 && strings.ContainsRune("([«“\"*_", r) }

func isWord(r rune) bool { return isLetter(r) || isDigit(r) }

// reach is how far a sign is looked for, in bytes, so that the time taken stays in proportion to the text.
const reach = 200

// spaces looks at the spaces that start at a place, and gives their end.
func (f *finder) spaces(i int) int {
	s := f.s
	j := f.spacesFrom(i)
	before, after := f.before(i), f.after(j)
	if before == 0 || after == 0 || isSpace(before) || isSpace(after) { // edges and other spaces have their own rules
		return j
	}
	run, next := s[i:j], j+1 // next is after the signs of ASCII
	word := isWord(before) || closes(before) || strings.ContainsRune("%$€°’'", before)
	switch after {
	case ',':
		if word && !isDigit(f.after(next)) {
			f.add(PunctuationSpace, i, j, "", true)
			return j
		}
	case '.': // but « .org » and what is left out
		if r := f.after(next); word && (r == 0 || isSpace(r) || closes(r)) {
			f.add(PunctuationSpace, i, j, "", true)
			return j
		}
	case ';', '!', '?':
		r := f.after(next)
		if another := f.after(f.spacesFrom(next)); r == ' ' && another != 0 && strings.ContainsRune(";:!?", another) {
			return j // the signs are what is spoken of
		}
		glued := f.wordAfter(next) && isLetter(before) && (after == ';' || unicode.IsUpper(r))
		if word && (glued || r == 0 || isSpace(r) || after != ';' && (closes(r) || r == '!' || r == '?') || r == '*' || r == '_') {
			want := ""
			if f.narrow {
				want = nnbsp
			}
			if glued {
				f.add(PunctuationSpace, j, next, s[j:next]+" ", true)
			}
			if run != want && run != nnbsp && !(f.narrow && run == nbsp) {
				f.add(PunctuationSpace, i, j, want, true)
			}
			return j
		}
	case ':':
		if word && run != nbsp && f.colonAt(before, j) {
			f.add(PunctuationSpace, i, j, nbsp, true)
			return j
		}
		if word {
			return j
		}
	case '»':
		if before != '«' && run != nbsp && !(f.narrow && run == nnbsp) {
			f.add(PunctuationSpace, i, j, nbsp, true)
		}
		return j
	case '”', ')', ']':
		if (word || strings.ContainsRune(".!?…,", before)) && !opens(before) && !f.mention(i) && (after != '”' || strings.Contains(s[max(0, i-reach):i], "“")) {
			f.add(PunctuationSpace, i, j, "", true)
		}
		return j
	}
	switch before {
	case '«':
		if run != nbsp && !(f.narrow && run == nnbsp) {
			f.add(PunctuationSpace, i, j, nbsp, true)
		}
		return j
	case '“', '(', '[':
		if (isWord(after) || opens(after)) && !f.mention(f.lettersAfter(j)) && (before != '“' || strings.Contains(s[j:min(len(s), j+reach)], "”")) {
			f.add(PunctuationSpace, i, j, "", true)
		}
		return j
	}
	if j-i > 1 && strings.Trim(run, " ") == "" && !f.opensLine(i) {
		f.add(PunctuationSpace, i, j-1, "", true)
	}
	return j
}

// mention reports whether the word before a place does no more than join two signs that are spoken of: « les signes “ et ” ».
func (f *finder) mention(end int) bool {
	word := f.s[f.lettersBefore(end):end]
	return word == "et" || word == "ou"
}

// colonAt reports whether the colon at j, after a space, is the one of a sentence, and not of a ratio or of « :) ».
func (f *finder) colonAt(before rune, j int) bool {
	next := f.after(j + 1)
	if next == 0 || isSpace(next) {
		after := f.after(f.spacesFrom(j + 1))
		return !(isDigit(before) && isDigit(after))
	}
	if next == '»' || next == '*' || next == '_' {
		return true
	}
	end := f.lettersAfter(j + 1)
	if isLetter(before) && f.wordAfter(j+1) && f.after(end) != ':' && unicode.IsLower(next) {
		f.add(PunctuationSpace, j, j+1, ": ", true)
		return true
	}
	return false
}

// opensLine reports whether a line begins with what stands before a place: marks of lists may be followed by any number of
// spaces.
func (f *finder) opensLine(i int) bool {
	const longest = 12
	for from := i; i > 0 && f.s[i-1] != '\n'; i-- {
		if from-i > longest || strings.IndexByte(" \t>*+-.)0123456789|", f.s[i-1]) < 0 {
			return false
		}
	}
	return true
}

// stop looks at a sign that a space follows, and in France precedes.
func (f *finder) stop(i int) int {
	c := f.s[i]
	if !f.narrow && (i+1 == len(f.s) || f.s[i+1] == ' ') {
		return i + 1
	}
	before, after := f.before(i), f.after(i+1)
	word := isWord(before) || closes(before)
	if !word {
		return i + 1
	}
	want := string(c)
	if f.narrow && c != ',' {
		want = nnbsp + want
	}
	missing := f.wordAfter(i+1) && !isDigit(before) && (f.wordBefore(i) || before == '»' || before == ')')
	switch {
	case missing && (c == ',' || c == ';' && !f.entity(i) || unicode.IsUpper(after) && (c == '!' || c == '?')):
		f.add(PunctuationSpace, i, i+1, want+" ", true)
	case f.narrow && c != ',' && (after == 0 || isSpace(after) || closes(after) || (c != ';' && (after == '!' || after == '?'))) && before != '"':
		if c != ';' || !f.entity(i) {
			f.add(PunctuationSpace, i, i+1, want, true)
		}
	}
	return i + 1
}

// entity reports whether the semicolon at a place ends a character reference of HTML.
func (f *finder) entity(i int) bool {
	const longest = 32
	for from := i; i > 0 && from-i < longest; i-- {
		switch c := f.s[i-1]; {
		case c == '&':
			return from-i > 1
		case c != '#' && !isAlphanumeric(c):
			return false
		}
	}
	return false
}

// colon looks at a colon without a space before it.
func (f *finder) colon(i int) int {
	before, after := f.before(i), f.after(i+1)
	if !isWord(before) && !closes(before) || before == '"' || after != 0 && !isSpace(after) {
		return i + 1
	}
	if j := f.spacesFrom(i + 1); j > i+1 {
		next := f.after(j)
		if closes(next) && !opens(next) || isDigit(before) && isDigit(next) {
			return i + 1 // « alt: », 16: 9
		}
	}
	if isLetter(before) {
		start := f.lettersBefore(i)
		word := f.s[start:i]
		if len(word) == 1 || f.before(start) == ':' || schemes[strings.ToLower(word)] {
			return i + 1
		}
		if f.isSetting(start, i) {
			return i + 1
		}
	}
	f.add(PunctuationSpace, i, i+1, nbsp+":", true)
	return i + 1
}

// isSetting reports whether the word before a colon is the key of a setting, which code keeps close to it: one word that a
// bracket or a quotation mark opens, with one value before these close, as in « (display: none) »; or one in a sentence
// that sets another colon as it should be.
func (f *finder) isSetting(start, colon int) bool {
	if opens(f.before(f.spacesTo(start))) {
		i := f.spacesFrom(colon + 1)
		for to := min(len(f.s), i+reach); i < to && f.s[i] != '\n' && spaceAt(f.s, i) == 0; i++ {
		}
		if closes(f.before(i)) || closes(f.after(f.spacesFrom(i))) {
			return true
		}
	}
	sentence := f.s[max(0, start-reach):start]
	return strings.Contains(sentence[strings.LastIndexAny(sentence, ".!?\n")+1:], nbsp+": ")
}

// dots looks at full stops and ellipses, and at « etc. » before them.
func (f *finder) dots(i int) int {
	s := f.s
	j := i
	for j < len(s) && s[j] == '.' {
		j++
	}
	end := j
	for strings.HasPrefix(s[end:], "…") {
		end += len("…")
	}
	if start := i - len("etc"); start >= 0 && strings.EqualFold(s[start:i], "etc") && !isWord(f.before(start)) {
		if s[i:end] != "." {
			f.add(Etc, i, end, ".", true)
		}
		f.commaBefore(start)
		return end
	}
	if j-i == 3 && end == j {
		f.add(Ellipsis, i, j, "…", !isWord(f.after(j)) || isWord(f.before(i)))
	}
	return end
}

// commaBefore asks for a comma before the « etc. » at a place. That an enumeration comes before is certain when it has a
// comma.
func (f *finder) commaBefore(start int) {
	i := f.spacesTo(start)
	before := f.before(i)
	if i == start || !isWord(before) && (!closes(before) || before == '"') {
		return
	}
	if isLetter(before) && notListed[strings.ToLower(f.s[f.lettersBefore(i):i])] {
		return
	}
	sentence := f.s[max(0, i-reach):i]
	if at := strings.LastIndexAny(sentence, ".;:!?\n("); at >= 0 {
		sentence = sentence[at:]
	}
	f.add(Etc, i, start, ", ", strings.Contains(sentence, ", "))
}

// apostrophe looks at a sign of so many bytes that may stand for one.
func (f *finder) apostrophe(i, size int) int {
	s := f.s
	end := i + size
	if s[i] == '\'' && end < len(s) && s[end] == '\'' { // doubled for YAML, in a text that had no quotes
		end++
	}
	before, after := f.before(i), f.after(end)
	if !isLetter(before) {
		return end
	}
	elided := elisions[strings.ToLower(s[f.lettersBefore(i):i])]
	switch {
	case isLetter(after):
		if !elided && (end-i > 1 && !strings.ContainsAny(s[i:end], "‘ʼ‛") || s[i] == '`') {
			return end // a prime, a mark of code
		}
	case !elided || !isDigit(after) && !opens(after):
		return end
	}
	f.add(Apostrophe, i, end, "’", true)
	return end
}

// oe looks at the letters o and e, ae at a and e: only words that are known have a ligature.
func (f *finder) oe(i int) int {
	if !strings.HasPrefix(f.s[i+1:], "e") && !strings.HasPrefix(f.s[i:], "OE") {
		return i + 1
	}
	start, end := f.lettersBefore(i), f.lettersAfter(i)
	word := strings.ToLower(f.s[start:end])
	at := i - start
	if oeWords[word] {
		f.add(Ligature, i, i+2, sameCase(f.s[i], "œ"), true)
		return i + 2
	}
	for _, stem := range oeStems {
		if strings.HasPrefix(word, stem) && strings.Index(stem, "oe") == at {
			f.add(Ligature, i, i+2, sameCase(f.s[i], "œ"), true)
			break
		}
	}
	return i + 2
}

func (f *finder) ae(i int) int {
	if !strings.HasPrefix(f.s[i+1:], "e") && !strings.HasPrefix(f.s[i:], "AE") {
		return i + 1
	}
	start, end := f.lettersBefore(i), f.lettersAfter(i)
	before, ok := aeWords[strings.ToLower(f.s[start:end])]
	if ok && before != "" {
		j := f.spacesTo(start)
		ok = j < start && strings.EqualFold(f.s[f.lettersBefore(j):j], before)
	}
	if ok {
		f.add(Ligature, i, i+2, sameCase(f.s[i], "æ"), true)
	}
	return i + 2
}

func sameCase(model byte, letter string) string {
	if model <= 'Z' {
		return strings.ToUpper(letter)
	}
	return letter
}

// capital looks at a capital letter of ASCII.
func (f *finder) capital(i int) int {
	s := f.s
	if i+1 < len(s) && s[i+1]|0x20 == 'e' {
		switch s[i] {
		case 'O':
			return f.oe(i)
		case 'A':
			return f.ae(i)
		}
	}
	if isWord(f.before(i)) {
		return i + 1
	}
	end := f.lettersAfter(i)
	word := s[i:end]
	if len(word) > 1 && (s[i] == 'E' || s[i] == 'I') {
		singular := strings.TrimSuffix(word, "s")
		if accented := accentedCapitals[singular]; accented != "" {
			if found, sure := f.isFrench(singular, i, end); found {
				f.add(AccentedCapital, i, end, accented+word[len(singular):], sure)
			}
			return end
		}
	}
	switch {
	case word == "A" && f.opensSentence(i) && spaceAt(s, end) > 0:
		if next := f.spacesFrom(end); afterA[s[next:f.lettersAfter(next)]] {
			f.add(AccentedCapital, i, end, "À", false)
		}
	case word == "Ca" && f.opensSentence(i) && spaceAt(s, end) > 0:
		if next := f.spacesFrom(end); unicode.IsLower(f.after(next)) && f.wordAfter(next) {
			f.add(AccentedCapital, i, end, "Ça", false)
		}
	case len(word) > 2 && strings.IndexByte("JFMASONDLV", s[i]) >= 0:
		f.date(i, end, calendar[word])
	}
	if strings.IndexByte("IVXLCDM", s[i]) >= 0 {
		f.roman(i, end)
	}
	return i + 1
}

// isFrench reports whether a word that may be English too stands in French, and whether that is certain.
func (f *finder) isFrench(word string, start, end int) (found, sure bool) {
	if !englishToo[word] {
		return true, true
	}
	next := f.spacesFrom(end)
	if after := f.s[next:f.lettersAfter(next)]; next > end && (frenchWords[after] || elisions[after] || utf8.RuneCountInString(after) < len(after)) {
		return true, true
	}
	last := f.spacesTo(start)
	return !unicode.IsUpper(f.after(f.lettersBefore(last))), false
}

// opensSentence reports whether a word starts a sentence.
func (f *finder) opensSentence(i int) bool {
	before := f.before(i)
	if before == 0 || before == '\n' {
		return true
	}
	j := f.spacesTo(i)
	return j < i && strings.ContainsRune(".!?…", f.before(j))
}

// date looks at the name of a month or of a day with a capital, which it may have where it is no name of a feast: a month
// stands between a day or a preposition and a year, a day before its number.
func (f *finder) date(start, end int, what byte) {
	i, j := f.spacesTo(start), f.spacesFrom(end)
	if what == 0 || i == start || j == end {
		return
	}
	from := f.lettersBefore(i)
	before := strings.ToLower(f.s[from:i])
	digits := j
	for digits < len(f.s) && isDigit(rune(f.s[digits])) {
		digits++
	}
	n := digits - j
	switch {
	case what == aMonth && n == 4 && (dateWords[before] || isDigit(f.before(i)) || before == "er" && isDigit(f.before(from))):
	case what == aDay && (n == 1 || n == 2) && (before == "le" || before == "ce" || before == "du" || before == "au"):
	default:
		return
	}
	f.add(DateCapital, start, end, strings.ToLower(f.s[start:end]), true)
}

// roman looks at a number in Roman digits with a long ending.
func (f *finder) roman(start, end int) {
	i := start
	for i < end && strings.IndexByte("IVXLCDM", f.s[i]) >= 0 {
		i++
	}
	digits, ending := f.s[start:i], f.s[i:end]
	if len(digits) == 1 && strings.IndexByte("IVX", digits[0]) < 0 {
		return // « Mère »
	}
	if short := ordinal(digits == "I", ending); short != "" {
		f.add(Ordinal, i, end, short, true)
	}
}

// ordinal gives the short form of a long ending, "" when it has none.
func ordinal(first bool, ending string) string {
	if first {
		return firstEndings[ending]
	}
	return ordinalEndings[ending]
}

// numero looks at a degree sign: what follows the n of « n° » in Canada is a raised o.
func (f *finder) numero(i, end int) {
	if start := f.lettersBefore(i); !f.narrow && i-start == 1 && f.s[start]|0x20 == 'n' {
		f.add(Ordinal, i, end, "ᵒ", false)
	}
}

// number looks at a number and its unit, and gives the place to go on from.
func (f *finder) number(start int) int {
	s := f.s
	end := f.digitsFrom(start)
	before := f.before(start)
	if isLetter(before) || before != 0 && strings.ContainsRune("._#@/:\\", before) || before == '-' && isLetter(f.before(start-1)) {
		return end // « MP3 », « v2.1 », « covid-19 »
	}
	if at, ok := strings.CutSuffix(s[:start], " "); ok { // « nᵒ 2 »
		if word, ok := strings.CutSuffix(at, "ᵒ"); ok && (strings.HasSuffix(word, "n") || strings.HasSuffix(word, "N")) && len(word)-f.lettersBefore(len(word)) == 1 {
			f.add(NumberSpace, start-1, start, nbsp, true)
		}
	}
	whole := true
	if grouped := f.groups(start, end); grouped > end {
		end, whole = grouped, false
	}
	point := -1
	for end+1 < len(s) && (s[end] == '.' || s[end] == ',') && isDigit(rune(s[end+1])) {
		if point >= 0 {
			return f.digitsFrom(end + 1) // a version, a date
		}
		point, whole = end, false
		end = f.digitsFrom(end + 1)
	}
	if whole {
		if last := f.lettersAfter(end); last > end {
			if short := ordinal(s[start:end] == "1", s[end:last]); short != "" {
				f.add(Ordinal, end, last, short, true)
				return last
			}
		}
	}
	at := f.spacesFrom(end)
	unitEnd, unit := f.unit(at)
	if unit == noUnit {
		return end
	}
	if unit == hours {
		return f.hour(end, at, whole)
	}
	switch gap := s[end:at]; {
	case gap == "" && unit == glued:
		_, size := utf8.DecodeRuneInString(s[at:])
		f.add(NumberSpace, at, at+size, nbsp+s[at:at+size], true)
	case gap == "":
		return unitEnd
	case strings.Contains(gap, " "):
		f.add(NumberSpace, end, at, nbsp, true)
	}
	if point >= 0 && s[point] == '.' && end-point <= 3 { // thousands would have three digits
		f.add(NumberSpace, point, point+1, ",", true)
	}
	return unitEnd
}

func (f *finder) digitsFrom(i int) int {
	for i < len(f.s) && isDigit(rune(f.s[i])) {
		i++
	}
	return i
}

// groups gives the end of a number written in groups of three digits. Ordinary spaces are found between the groups of what
// is no telephone or reference number.
func (f *finder) groups(start, end int) int {
	s := f.s
	if end-start > 3 || s[start] == '0' {
		return end
	}
	ordinary := 0
	last := end
	for {
		n := spaceAt(s, last)
		if n == 0 || f.digitsFrom(last+n) != last+n+3 {
			break
		}
		if s[last] == ' ' {
			ordinary++
		}
		last += n + 3
	}
	if ordinary == 0 {
		return last
	}
	if n := spaceAt(s, last); isLetter(f.after(last)) || n > 0 && isDigit(f.after(last+n)) || f.after(last) == '-' && isDigit(f.after(last+1)) {
		return end
	}
	if before := f.before(f.spacesTo(start)); before != 0 && (isDigit(before) || strings.ContainsRune(")+-", before)) {
		return end
	}
	want := nbsp
	if f.narrow {
		want = nnbsp
	}
	for i := end; i < last; i += spaceAt(s, i) + 3 {
		if s[i] == ' ' {
			f.add(NumberSpace, i, i+1, want, true)
		}
	}
	return last
}

// unit reads a unit at a place.
func (f *finder) unit(i int) (end int, u unit) {
	s := f.s
	r, size := utf8.DecodeRuneInString(s[i:])
	switch r {
	case '$', '€', '£', '¥', '¢':
		return i + size, glued
	case '%', '‰':
		end, u = i+size, glued
	case '°':
		end, u = f.lettersAfter(i+size), units[s[i:f.lettersAfter(i+size)]]
	default:
		if !isLetter(r) {
			return i, noUnit
		}
		end = f.lettersAfter(i)
		if r, size := utf8.DecodeRuneInString(s[end:]); r == '$' || r == '€' || r == '²' || r == '³' {
			end += size
		}
		u = units[s[i:end]]
	}
	if r := f.after(end); u == hours && isDigit(r) {
		return end, u
	} else if u == noUnit || isWord(r) || r != 0 && strings.ContainsRune("'’´`‘ʼ′", r) || r == '-' && isLetter(f.after(end+1)) {
		return i, noUnit // « 5 m’ont », « 3 l’eau », whatever stands for the apostrophe
	}
	return end, u
}

// hour looks at a time of day, or a length of time: 14 h 30.
func (f *finder) hour(end, at int, whole bool) int {
	s := f.s
	unitEnd := at + len("h")
	minutes := f.spacesFrom(unitEnd)
	if !whole || f.digitsFrom(minutes) != minutes+2 || s[minutes] > '5' || isLetter(f.after(minutes+2)) {
		if gap := s[end:at]; !isDigit(f.after(unitEnd)) && (gap == "" || strings.Contains(gap, " ")) && f.after(unitEnd) != '/' {
			f.add(NumberSpace, end, unitEnd, nbsp+"h", true)
		}
		return unitEnd
	}
	before, after := s[end:at], s[unitEnd:minutes]
	if before == "" || after == "" || strings.Contains(before+after, " ") {
		f.add(NumberSpace, end, minutes, nbsp+"h"+nbsp, true)
	}
	return minutes
}

// hyphens looks at a hyphen: two of them, or one between spaces, stand for a dash.
func (f *finder) hyphens(i int) int {
	j := i
	for j < len(f.s) && f.s[j] == '-' {
		j++
	}
	if i > 0 && f.s[i-1] == ' ' && j < len(f.s) && f.s[j] == ' ' && j-i <= 2 {
		f.dashes = true
	}
	return j
}
