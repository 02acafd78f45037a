package locale

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Forms expands the inclusive shorthand of French: « participant·e·s », « participant(e)s » and « participant[e]s » give
// participant, participante, participants and participantes; « directeur(-trice) », « créateur·rice » and « animateur,
// -trice » give both genders. The bullets and operators that pass for a middle dot are read as one, and so are a full
// stop, a hyphen or a slash before a feminine ending. Words of one text vary together (« expert·e certifié·e »: expert
// certifié, experte certifiée). A text without shorthand gives itself alone. Masculine comes first, singular first.
func Forms(s string) []string {
	if !mayAbbreviate(s) {
		return []string{s}
	}
	text := norm.NFC.String(s)
	found := Shorthands(text)
	if len(found) == 0 {
		return []string{s}
	}
	variants := 2
	for i := range found {
		if found[i].Forms[OfMen] != "" {
			variants = 4
		}
	}

	forms := make([]string, 0, variants)
	for v := range variants {
		var b strings.Builder
		end := 0
		for _, h := range found {
			b.WriteString(text[end:h.Start])
			b.WriteString(h.form(v))
			end = h.End
		}
		b.WriteString(text[end:])
		if form := b.String(); !slices.Contains(forms, form) {
			forms = append(forms, form)
		}
	}
	return forms
}

// Shorthands finds the words that Forms expands, in a text in NFC, from left to right.
func Shorthands(text string) []Shorthand {
	if !mayAbbreviate(text) {
		return nil
	}
	var found []Shorthand
	end := 0
	for i, r := range text {
		if i < end || !opensEnding(r) {
			continue
		}
		if h, ok := readShorthand(text, i); ok && h.Start >= end {
			found = append(found, h)
			end = h.End
		}
	}
	return found
}

// The forms of a shorthand.
const (
	OfMan = iota
	OfWoman
	OfMen
	OfWomen
)

// Shorthand is one abbreviated word of a text, from byte Start to byte End.
type Shorthand struct {
	Start, End int
	Style      string    // the manner of writing, as lexicons name it; "" for those that none asks for (« directeur/trice »)
	Forms      [4]string // what it stands for; "" where it says nothing. « option(s) » has no feminine
	ending     string    // of the feminine, as written, without the mark of the plural
}

// The manners of writing a shorthand.
const (
	Parentheses = "parentheses"
	Brackets    = "brackets"
	MiddleDot   = "middle-dot"
)

// In writes the shorthand in another manner: « participant·e·s », « directeur(-trice)s », « nouveaux[-elles] ».
func (h Shorthand) In(style string) string {
	word, ending, plural := h.Forms[OfMan], h.ending, ""
	cut := word+ending != h.Forms[OfWoman]
	if all := h.Forms[OfMen]; all != "" {
		plural = replaceEnd(word, word, "s")
		if all != word+plural {
			word, ending, plural, cut = all, ending+plural, "", true
		}
	}
	if style == MiddleDot {
		if plural != "" {
			plural = "·" + plural
		}
		return word + "·" + ending + plural
	}
	if cut {
		ending = "-" + ending
	}
	if style == Brackets {
		return word + "[" + ending + "]" + plural
	}
	return word + "(" + ending + ")" + plural
}

// form gives the variant wanted, or the nearest that the shorthand has.
func (h Shorthand) form(variant int) string {
	switch {
	case h.Forms[variant] != "":
		return h.Forms[variant]
	case variant == OfWomen && h.Forms[OfWoman] != "":
		return h.Forms[OfWoman]
	case variant == OfWomen && h.Forms[OfMen] != "":
		return h.Forms[OfMen]
	}
	return h.Forms[OfMan]
}

// mayAbbreviate spares the work for texts in which no separator stands between a word and an ending, as in most.
func mayAbbreviate(s string) bool {
	for i := 1; i+1 < len(s); i++ {
		if !separators[s[i]] || !mayBeLetter(s[i-1]) {
			continue
		}
		if next := s[i+1]; mayBeLetter(next) || next == '-' || s[i] == ',' && (next == ' ' || next == '\n') {
			return true
		}
	}
	return false
}

// separators are the bytes that may begin one: those of U+00B7, of bullets and hyphens and of U+30FB among them.
var separators = [256]bool{'(': true, '[': true, ',': true, '.': true, '/': true, '-': true, 0xC2: true, 0xE2: true, 0xE3: true}

func mayBeLetter(b byte) bool { return b >= utf8.RuneSelf || 'a' <= b|0x20 && b|0x20 <= 'z' }

func opensEnding(r rune) bool {
	return r == '(' || r == '[' || r == ',' || r == '.' || r == '/' || isDot(r) || isHyphen(r)
}

func isDot(r rune) bool    { return r >= utf8.RuneSelf && kindOf(r) == middot }
func isHyphen(r rune) bool { return r == '-' || r == '‐' || r == '‑' || r == '–' }

// readShorthand reads the abbreviated word whose ending is opened by the separator at byte i.
func readShorthand(text string, i int) (h Shorthand, ok bool) {
	ending, plural, n, ok := readEnding(text[i:])
	if !ok {
		return h, false
	}
	h.End = i + n
	h.Start = i
	letters := 0
	for h.Start > 0 {
		r, size := utf8.DecodeLastRuneInString(text[:h.Start])
		if !unicode.IsLetter(r) {
			break
		}
		h.Start -= size
		letters++
	}
	// Full stops, hyphens and slashes have other uses, above all in addresses and after one or two letters.
	opening, _ := utf8.DecodeRuneInString(text[i:])
	switch {
	case opening == '(':
		h.Style = Parentheses
	case opening == '[':
		h.Style = Brackets
	case isDot(opening):
		h.Style = MiddleDot
	}
	sure := h.Style != ""
	if letters < 2 || !sure && (letters == 2 || h.Start > 0 && strings.IndexByte("./:@", text[h.Start-1]) >= 0) {
		return h, false
	}
	if first, _ := utf8.DecodeRuneInString(ending); unicode.IsUpper(first) {
		if last, _ := utf8.DecodeLastRuneInString(text[:i]); !unicode.IsUpper(last) {
			return h, false // « plan-E »
		}
	}
	base := text[h.Start:i]
	if strings.EqualFold(ending, "s") && sure {
		h.Forms[OfMan], h.Forms[OfMen] = base, base+ending
		return h, !plural && !endsIn(base, "s") && !endsIn(base, "x") && !endsIn(base, "z")
	}
	h.Forms, h.ending, ok = expand(base, ending, plural)
	return h, ok
}

// readEnding reads an abbreviated ending and the mark of the plural after it, in n bytes: « ·e·s », « (e)s », « (-trice) »,
// « , -trice ». Whatever follows must not go on with the word.
func readEnding(s string) (ending string, plural bool, n int, ok bool) {
	opening, n := utf8.DecodeRuneInString(s)
	closing := rune(0)
	switch opening {
	case '(':
		closing = ')'
	case '[':
		closing = ']'
	case ',':
		n += len(s[n:]) - len(strings.TrimLeftFunc(s[n:], unicode.IsSpace))
	}
	if r, size := utf8.DecodeRuneInString(s[n:]); isHyphen(r) && (closing != 0 || opening == ',') {
		n += size
	} else if opening == ',' {
		return "", false, 0, false
	}
	ending = s[n : n+lettersIn(s[n:])]
	if ending == "" {
		return "", false, 0, false
	}
	n += len(ending)
	if closing != 0 {
		if r, _ := utf8.DecodeRuneInString(s[n:]); r != closing {
			return "", false, 0, false
		}
		n++
		if word := lettersIn(s[n:]); word == 1 && (s[n] == 's' || s[n] == 'S') {
			return ending, true, n + 1, true
		}
	}
	if mark := pluralMark(s[n:]); mark > 0 {
		return ending, true, n + mark, true
	}
	r, size := utf8.DecodeRuneInString(s[n:])
	if isHyphen(r) && lettersIn(s[n+size:]) > 0 { // « papier/e-book »
		return "", false, 0, false
	}
	return ending, false, n, !unicode.IsLetter(r) && !unicode.IsDigit(r) && !isDot(r)
}

// pluralMark measures « ·s », « (s) » and the like at the start of s, in bytes; 0 when there is none.
func pluralMark(s string) int {
	for _, mark := range []string{"(s)", "[s]", "(S)", "[S]"} {
		if strings.HasPrefix(s, mark) {
			return len(mark)
		}
	}
	r, size := utf8.DecodeRuneInString(s)
	if (isDot(r) || isHyphen(r) || r == '.' || r == '/') && lettersIn(s[size:]) == 1 && (s[size] == 's' || s[size] == 'S') {
		return size + 1
	}
	return 0
}

func lettersIn(s string) (bytes int) {
	for i, r := range s {
		if !unicode.IsLetter(r) {
			return i
		}
	}
	return len(s)
}

// expand gives the four forms of a word and its abbreviated feminine ending, and this ending in the singular. One in -s is
// a plural, and the word before it may be one already: « participant·es », « participants·es ».
func expand(base, written string, plural bool) (forms [4]string, singular string, ok bool) {
	ending := Fold(written)
	if ending == "" {
		return forms, "", false
	}
	woman, ok := feminineOf(base, ending)
	if stem, found := strings.CutSuffix(ending, "s"); !ok && found && stem != "" {
		_, last := utf8.DecodeLastRuneInString(written)
		plural, written = true, written[:len(written)-last]
		man := singularOf(base)
		if woman, ok = feminineOf(man, stem); ok {
			base = man
		} else {
			woman, ok = feminineOf(base, stem)
		}
	}
	if !ok {
		return forms, "", false
	}
	forms[OfMan], forms[OfWoman] = base, woman
	if plural {
		forms[OfMen], forms[OfWomen] = pluralOf(base), replaceEnd(woman, "", "s")
	}
	return forms, written, true
}

// feminineEndings pairs the ends of masculine and feminine words. A written ending may show more or less of the second
// (« danseur·euse », « danseur·se »): the first pair whose result ends as written is meant.
var feminineEndings = [][2]string{
	{"teur", "trice"}, {"eur", "euse"}, {"eur", "rice"}, {"er", "ère"}, {"f", "ve"}, {"x", "se"}, {"el", "elle"},
	{"en", "enne"}, {"on", "onne"}, {"et", "ette"},
	{"et", "ète"}, {"x", "ce"}, {"x", "sse"}, {"eau", "elle"}, {"eil", "eille"}, {"il", "ille"}, {"ul", "ulle"},
	{"an", "anne"}, {"as", "asse"}, {"os", "osse"}, {"ou", "oute"}, {"f", "ffe"}, {"c", "que"}, {"c", "che"}, {"e", "esse"},
}

// bareEndings are the words whose feminine takes more than the -e that is written: « premier·e », « citoyen·e ».
var bareEndings = [][2]string{
	{"er", "ère"}, {"et", "ète"}, {"f", "ve"}, {"x", "se"}, {"el", "elle"}, {"en", "enne"}, {"on", "onne"},
}

// feminineOf gives the feminine of a word from its written ending, folded.
func feminineOf(base, ending string) (string, bool) {
	if ending == "e" {
		for _, pair := range bareEndings {
			if endsIn(base, pair[0]) {
				return replaceEnd(base, pair[0], pair[1]), true
			}
		}
		return replaceEnd(base, "", "e"), !endsIn(base, "e")
	}
	for _, pair := range feminineEndings {
		if !endsIn(base, pair[0]) {
			continue
		}
		if woman := replaceEnd(base, pair[0], pair[1]); writtenAs(woman, base, ending) {
			return woman, true
		}
	}
	woman := replaceEnd(base, "", "e")
	return woman, !endsIn(base, "e") && writtenAs(woman, base, ending)
}

// writtenAs says whether a folded ending can stand for a feminine. What the feminine adds to the masculine must be there
// in full: « hôte·sse », but « site.se » is something else.
func writtenAs(woman, base, ending string) bool {
	added, longer := strings.CutPrefix(woman, base)
	return strings.HasSuffix(Fold(woman), ending) && !(longer && len(added) > len(ending))
}

// singularOf undoes the plural of a word. A final -s after i, o or u is more often the word's own (« français »).
func singularOf(base string) string {
	switch {
	case endsIn(base, "eaux"):
		return base[:len(base)-1]
	case endsIn(base, "aux"):
		return replaceEnd(base, "aux", "al")
	case endsIn(base, "is"), endsIn(base, "os"), endsIn(base, "us"):
		return base
	case endsIn(base, "s"):
		return base[:len(base)-1]
	}
	return base
}

// endsIn compares without case; end is in ASCII.
func endsIn(word, end string) bool {
	return len(word) >= len(end) && strings.EqualFold(word[len(word)-len(end):], end)
}

// replaceEnd puts an end in the place of another that the word has, in capitals after capitals.
func replaceEnd(word, old, end string) string {
	if last, _ := utf8.DecodeLastRuneInString(word); unicode.IsUpper(last) {
		end = strings.ToUpper(end)
	}
	return word[:len(word)-len(old)] + end
}
