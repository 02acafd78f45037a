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
	if !mayOpenEnding(s) {
		return []string{s}
	}
	text := norm.NFC.String(s)
	var found []shorthand
	variants, end := 2, 0
	for i, r := range text {
		if i < end || !opensEnding(r) {
			continue
		}
		if h, ok := readShorthand(text, i); ok && h.start >= end {
			found = append(found, h)
			end = h.end
			if h.forms[masculinePlural] != "" {
				variants = 4
			}
		}
	}
	if len(found) == 0 {
		return []string{s}
	}

	forms := make([]string, 0, variants)
	for v := range variants {
		var b strings.Builder
		end := 0
		for _, h := range found {
			b.WriteString(text[end:h.start])
			b.WriteString(h.form(v))
			end = h.end
		}
		b.WriteString(text[end:])
		if form := b.String(); !slices.Contains(forms, form) {
			forms = append(forms, form)
		}
	}
	return forms
}

const (
	masculine = iota
	feminine
	masculinePlural
	femininePlural
)

// A shorthand is one abbreviated word of a text, from byte start to end, and what it stands for; "" where it says nothing.
type shorthand struct {
	start, end int
	forms      [4]string
}

// form gives the variant wanted, or the nearest that the shorthand has.
func (h shorthand) form(variant int) string {
	switch {
	case h.forms[variant] != "":
		return h.forms[variant]
	case variant == femininePlural && h.forms[feminine] != "":
		return h.forms[feminine]
	case variant == femininePlural && h.forms[masculinePlural] != "":
		return h.forms[masculinePlural]
	}
	return h.forms[masculine]
}

// mayOpenEnding spares the work for texts without a byte that may begin a separator, as most are.
func mayOpenEnding(s string) bool {
	for i := range len(s) {
		switch s[i] {
		case '(', '[', ',', '.', '/', '-',
			0xC2, 0xE2, 0xE3: // of U+00B7, of bullets and hyphens, of U+30FB
			return true
		}
	}
	return false
}

func opensEnding(r rune) bool {
	return r == '(' || r == '[' || r == ',' || r == '.' || r == '/' || isDot(r) || isHyphen(r)
}

func isDot(r rune) bool    { return r >= utf8.RuneSelf && kindOf(r) == middot }
func isHyphen(r rune) bool { return r == '-' || r == '‐' || r == '‑' || r == '–' }

// readShorthand reads the abbreviated word whose ending is opened by the separator at byte i.
func readShorthand(text string, i int) (h shorthand, ok bool) {
	h.start = i
	letters := 0
	for h.start > 0 {
		r, size := utf8.DecodeLastRuneInString(text[:h.start])
		if !unicode.IsLetter(r) {
			break
		}
		h.start -= size
		letters++
	}
	// Full stops, hyphens and slashes have other uses, above all in addresses and after one or two letters.
	opening, _ := utf8.DecodeRuneInString(text[i:])
	sure := opening == '(' || opening == '[' || isDot(opening)
	if letters < 2 || !sure && (letters == 2 || h.start > 0 && strings.IndexByte("./:@", text[h.start-1]) >= 0) {
		return h, false
	}

	ending, plural, n, ok := readEnding(text[i:])
	if !ok {
		return h, false
	}
	h.end = i + n
	if first, _ := utf8.DecodeRuneInString(ending); unicode.IsUpper(first) {
		if last, _ := utf8.DecodeLastRuneInString(text[:i]); !unicode.IsUpper(last) {
			return h, false // « plan-E »
		}
	}
	if strings.EqualFold(ending, "s") && sure {
		base := text[h.start:i]
		h.forms[masculine], h.forms[masculinePlural] = base, base+ending
		return h, !plural && !endsIn(base, "s") && !endsIn(base, "x") && !endsIn(base, "z")
	}
	h.forms, ok = expand(text[h.start:i], ending, plural)
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
	r, _ := utf8.DecodeRuneInString(s[n:])
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

// expand gives the four forms of a word and its abbreviated feminine ending. An ending in -s is a plural, and the word
// before it may be one already: « participant·es », « participants·es ».
func expand(base, ending string, plural bool) (forms [4]string, ok bool) {
	ending = Fold(ending)
	if ending == "" {
		return forms, false
	}
	woman, ok := feminineOf(base, ending)
	if stem, found := strings.CutSuffix(ending, "s"); !ok && found && stem != "" {
		plural = true
		singular := singularOf(base)
		if woman, ok = feminineOf(singular, stem); ok {
			base = singular
		} else {
			woman, ok = feminineOf(base, stem)
		}
	}
	if !ok {
		return forms, false
	}
	forms[masculine], forms[feminine] = base, woman
	if plural {
		forms[masculinePlural], forms[femininePlural] = pluralOf(base), replaceEnd(woman, "", "s")
	}
	return forms, true
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
