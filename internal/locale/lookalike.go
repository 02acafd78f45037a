package locale

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Homoglyph finds the first letter that passes for another: a Cyrillic or Greek letter in a word of Latin letters, a Latin
// one in a word that is otherwise Cyrillic or Greek, and wherever they stand the fullwidth forms of Latin letters and the
// styled letters of mathematics, which searches and voices do not read as letters. Words end at whatever is not a letter
// or a digit. offset is in bytes.
func Homoglyph(s string) (offset int, r rune, ok bool) {
	if isASCII(s) {
		return 0, 0, false
	}
	var w mixedWord
	for i, r := range s {
		switch {
		case 'ａ' <= r && r <= 'ｚ', 'Ａ' <= r && r <= 'Ｚ', 0x1D400 <= r && r <= 0x1D7FF:
			// A word read so far may hold an earlier one.
			if offset, r, ok := w.odd(); ok {
				return offset, r, true
			}
			return i, r, true
		case unicode.IsLetter(r), unicode.IsMark(r), unicode.IsDigit(r):
			w.add(i, r)
		default:
			if offset, r, ok := w.odd(); ok {
				return offset, r, true
			}
			w = mixedWord{}
		}
	}
	return w.odd()
}

// A mixedWord gathers what tells the script that a word is meant in from the one that strayed into it.
type mixedWord struct {
	latin, latinOwn bool // holds Latin letters; holds some that no other script draws alike
	small           int  // small Latin letters
	cyrillicOwn     bool // holds Cyrillic letters that do not look Latin
	firstLatin      place
	firstTwin       place // the first letter that looks Latin and is not
	firstSymbol     place // the first small Greek letter that could also be a symbol
}

// A place is a letter and its offset in bytes; the letter is 0 for no place.
type place struct {
	offset int
	r      rune
}

func (p *place) note(offset int, r rune) {
	if p.r == 0 {
		*p = place{offset, r}
	}
}

func (w *mixedWord) add(offset int, r rune) {
	switch {
	case !unicode.IsLetter(r):
	case r < utf8.RuneSelf || unicode.Is(unicode.Latin, r):
		w.latin = true
		w.latinOwn = w.latinOwn || !hasTwin(r)
		if unicode.IsLower(r) {
			w.small++
		}
		w.firstLatin.note(offset, r)
	default:
		switch base := withoutMarks(r); {
		case strings.ContainsRune(twins, base):
			w.firstTwin.note(offset, r)
		case strings.ContainsRune(symbols, base):
			w.firstSymbol.note(offset, r)
		case unicode.Is(unicode.Cyrillic, r):
			w.cyrillicOwn = true
		}
	}
}

func (w *mixedWord) odd() (offset int, r rune, ok bool) {
	odd := w.firstTwin
	switch {
	case !w.latin:
		return 0, 0, false
	case !w.latinOwn && w.cyrillicOwn:
		odd = w.firstLatin
	case w.small >= 3 && w.firstSymbol.r != 0 && (odd.r == 0 || w.firstSymbol.offset < odd.offset):
		odd = w.firstSymbol
	}
	return odd.offset, odd.r, odd.r != 0
}

// twins are the Cyrillic and Greek letters that are drawn as Latin ones (after the confusables of Unicode Technical
// Standard 39).
const twins = "асԁеһіјӏорԛѕѵԝхуүАВСЕԌНҺІЈКӀМОРԚЅТѴԜХУҮ" + "οϲϳΑΒϹΕΗΙΚΜΝΟΡΤΧΥΖͿ"

// symbols are the Greek letters that look Latin too, but also have uses of their own beside Latin letters: « TNFα », « hν ».
// Only among several small letters are they out of place. Mu is in neither set: « μm » is a unit.
const symbols = "αγινρσυ"

// hasTwin says whether a Latin letter could be a Cyrillic one by its drawing, marks aside.
func hasTwin(r rune) bool {
	return strings.ContainsRune("acdehijlopqsuvwxyABCEGHIJKMNOPQSTVWXYZ", withoutMarks(r))
}

func withoutMarks(r rune) rune {
	if r < utf8.RuneSelf {
		return r
	}
	base, _ := utf8.DecodeRuneInString(norm.NFD.String(string(r)))
	return base
}

// Invisible says whether a character leaves no trace on the page: zero-width and soft hyphens, joiners, fillers,
// variation selectors, tags, annotations. Ordinary spaces are not among them, nor are controls of direction (BidiControl).
func Invisible(r rune) bool {
	switch {
	case r < 0xAD:
		return false
	case r == 0xAD, r == 0x34F, r == 0x115F, r == 0x1160, r == 0x17B4, r == 0x17B5, r == 0x180E, r == 0x3164, r == 0xFEFF,
		r == 0xFFA0,
		0x200B <= r && r <= 0x200D,
		0x2060 <= r && r <= 0x2064,
		0x206A <= r && r <= 0x206F, // deprecated shaping controls
		0xFE00 <= r && r <= 0xFE0F,
		0xFFF9 <= r && r <= 0xFFFB,
		0xE0000 <= r && r <= 0xE007F,
		0xE0100 <= r && r <= 0xE01EF: // variants of ideographs
		return true
	}
	return false
}

// BidiControl says whether a character changes the direction of what follows, out of sight.
func BidiControl(r rune) bool {
	return r == 0x200E || r == 0x200F || r == 0x61C || 0x202A <= r && r <= 0x202E || 0x2066 <= r && r <= 0x2069
}

// InvisibleAt says whether the character at a byte offset of s is invisible and has no business there. Joiners belong in
// Arabic and Indic words, joiners and presentation selectors beside an emoji, tags in a flag, ideographic selectors after
// an ideograph.
func InvisibleAt(s string, i int) bool {
	r, size := utf8.DecodeRuneInString(s[i:])
	if !Invisible(r) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i+size:])
	switch {
	case r == 0x200C:
		return !(joins(before) && joins(after))
	case r == 0x200D:
		return !(joins(before) && joins(after) || emoji(before) && emoji(after))
	case r == 0xFE0E, r == 0xFE0F:
		return !(emoji(before) || after == 0x20E3 && (before == '#' || before == '*' || '0' <= before && before <= '9'))
	case 0xE0020 <= r && r <= 0xE007F:
		const blackFlag = 0x1F3F4
		return before != blackFlag && !(0xE0020 <= before && before < 0xE007F)
	case 0xE0100 <= r:
		return !unicode.Is(unicode.Han, before)
	case r == 0x180E:
		return !(unicode.Is(unicode.Mongolian, before) && unicode.Is(unicode.Mongolian, after))
	}
	return true
}

// joins says whether a letter or mark is of a script whose spelling needs joiners.
func joins(r rune) bool {
	return r >= 0x600 && (unicode.IsLetter(r) || unicode.IsMark(r)) && unicode.In(r,
		unicode.Arabic, unicode.Syriac, unicode.Nko, unicode.Mongolian, unicode.Adlam, unicode.Hanifi_Rohingya,
		unicode.Devanagari, unicode.Bengali, unicode.Gurmukhi, unicode.Gujarati, unicode.Oriya, unicode.Tamil,
		unicode.Telugu, unicode.Kannada, unicode.Malayalam, unicode.Sinhala, unicode.Khmer, unicode.Myanmar,
		unicode.Tibetan, unicode.Balinese, unicode.Javanese,
		unicode.Inherited) // Arabic vowel marks
}

// emoji says, broadly, whether a character may be drawn as an emoji or modifies one.
func emoji(r rune) bool {
	switch {
	case r == 0xA9, r == 0xAE, r == 0x203C, r == 0x2049, r == 0x2122, r == 0x2139, r == 0x24C2, r == 0x3030, r == 0x303D,
		r == 0x3297, r == 0x3299, r == 0xFE0F,
		0x2190 <= r && r <= 0x21FF,
		0x2300 <= r && r <= 0x23FF,
		0x25A0 <= r && r <= 0x27BF,
		0x2900 <= r && r <= 0x297F,
		0x2B00 <= r && r <= 0x2BFF,
		0x1F000 <= r && r <= 0x1FAFF:
		return true
	}
	return false
}
