package locale

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A kind tells letters from the rest. The order of the special kinds, blank to other, is their order in sorting.
type kind uint8

const (
	letter     kind = iota // letters, numbers, and the marks that spell vowels
	accent                 // marks that a reader may leave out
	blank                  // spaces where a line may break
	fixedBlank             // spaces where it may not
	hyphen                 // every dash too: authors mix them up
	apostrophe
	middot
	other
	ignored // what nobody sees
)

// kindOf sorts one character. It sees characters as typed, before any decomposition: U+00B4 decomposes to a space and
// U+02BC is a letter for Unicode, but whoever types them means an apostrophe.
func kindOf(r rune) kind {
	if r < utf8.RuneSelf {
		return asciiKind[r]
	}
	if 0xC0 <= r && r < 0x250 {
		if r == '×' || r == '÷' {
			return other
		}
		return letter
	}
	switch r {
	case 0xA0, 0x2007, 0x202F:
		return fixedBlank
	case '’', '‘', '‛', '′', '´', 'ʼ', 'ʻ', 'ʹ', '׳', '＇':
		return apostrophe
	case '·', '•', '∙', '⋅', '‧', '・':
		return middot
	case '−', '⁃':
		return hyphen
	}
	switch {
	case Invisible(r), BidiControl(r):
		return ignored
	case unicode.IsMark(r):
		if isAccent(r) {
			return accent
		}
		return letter
	case unicode.IsLetter(r), unicode.IsNumber(r):
		return letter
	case unicode.IsSpace(r), unicode.Is(unicode.Z, r):
		return blank
	case unicode.Is(unicode.Pd, r):
		return hyphen
	}
	return other
}

var asciiKind = func() (t [utf8.RuneSelf]kind) {
	for i := range t {
		switch b := byte(i); {
		case 'a' <= b && b <= 'z', 'A' <= b && b <= 'Z', '0' <= b && b <= '9':
			t[i] = letter
		case b == ' ', '\t' <= b && b <= '\r':
			t[i] = blank
		case b == '-':
			t[i] = hyphen
		case b == '\'', b == '`':
			t[i] = apostrophe
		default:
			t[i] = other
		}
	}
	return t
}()

// isAccent tells the marks that readers leave out from those that spell vowels: Thai, Devanagari and their kin would
// lose half of every word.
func isAccent(mark rune) bool {
	return 0x300 <= mark && mark < 0x370 ||
		unicode.In(mark, unicode.Inherited, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Cyrillic, unicode.Greek)
}

// plainLetters gives the plain letters that stand for a lower-case Latin letter which Unicode does not decompose; "" when
// the letter stands for itself.
func plainLetters(lower rune) string {
	switch lower {
	case 'œ':
		return "oe"
	case 'æ':
		return "ae"
	case 'ß':
		return "ss"
	case 'þ':
		return "th"
	case 'ⱥ':
		return "a"
	case 'ƀ':
		return "b"
	case 'ȼ':
		return "c"
	case 'đ', 'ð':
		return "d"
	case 'ɇ':
		return "e"
	case 'ǥ':
		return "g"
	case 'ħ':
		return "h"
	case 'ı', 'ɨ':
		return "i"
	case 'ɉ':
		return "j"
	case 'ł':
		return "l"
	case 'ŋ':
		return "n"
	case 'ø':
		return "o"
	case 'ɍ':
		return "r"
	case 'ŧ', 'ⱦ':
		return "t"
	case 'ʉ':
		return "u"
	case 'ɏ':
		return "y"
	case 'ƶ':
		return "z"
	}
	return ""
}

// decompose gives the full compatibility decomposition (NFKD) of the first character of s, as UTF-8; variant says that
// the character is another shape of what it decomposes to (ligature, superscript, fullwidth form) rather than a letter
// and its marks. The result is nil when the character stands for itself, and for Hangul syllables.
func decompose(s string) (parts []byte, variant bool) {
	parts = norm.NFKD.PropertiesString(s).Decomposition()
	if parts == nil {
		return nil, false
	}
	return parts, string(parts) != string(norm.NFD.PropertiesString(s).Decomposition())
}

// digitValue gives the value, 0 to 9, of a decimal digit of any script. Unicode promises that such digits come in runs
// of ten, from zero.
func digitValue(r rune) (value byte, ok bool) {
	if !unicode.IsDigit(r) {
		return 0, false
	}
	for _, t := range unicode.Nd.R16 {
		if rune(t.Lo) <= r && r <= rune(t.Hi) {
			return byte((r - rune(t.Lo)) % 10), true
		}
	}
	for _, t := range unicode.Nd.R32 {
		if rune(t.Lo) <= r && r <= rune(t.Hi) {
			return byte((r - rune(t.Lo)) % 10), true
		}
	}
	return 0, false
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
