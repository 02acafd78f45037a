package locale

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold gives what a search compares: the text in compatibility decomposition (NFKD) without its accents, in lower case,
// with œ as oe and the like, one kind of apostrophe, and single spaces for spaces and hyphens of every kind; what nobody
// sees is dropped, and so are French elisions that open a word (« l’atelier » gives "atelier"; « aujourd’hui » keeps
// its own). Vowel signs of Indic and Thai writing are letters and stay. Folding a folded text changes nothing.
func Fold(s string) string {
	if isFolded(s) {
		return s
	}
	var f folding
	var space [128]byte
	out := space[:0]
	for i := 0; i < len(s); {
		if b := s[i]; b < utf8.RuneSelf {
			i++
			switch {
			case 'a' <= b && b <= 'z', '0' <= b && b <= '9':
				out = append(f.elide(out), b)
			case 'A' <= b && b <= 'Z':
				out = append(f.elide(out), b|0x20)
			default:
				out = f.appendSpecial(out, asciiKind[b], rune(b))
			}
			continue
		}
		_, size := utf8.DecodeRuneInString(s[i:])
		out = f.appendRune(out, s[i:i+size])
		i += size
	}

	if len(out) > 0 && out[len(out)-1] == ' ' {
		out = out[:len(out)-1]
	}
	if f.reorder {
		return norm.NFKD.String(string(out))
	}
	if string(out) == s {
		return s
	}
	return string(out)
}

// isFolded spares the work for the commonest texts: plain lower-case words with single spaces.
func isFolded(s string) bool {
	previous := byte(' ')
	for i := range len(s) {
		b := s[i]
		if !('a' <= b && b <= 'z' || '0' <= b && b <= '9' || b == ' ' && previous != ' ') {
			return false
		}
		previous = b
	}
	return s == "" || previous != ' '
}

// A folding is what Fold knows of the text behind it. The text itself goes through its methods and comes back longer:
// held here, it would leave the stack.
type folding struct {
	word    int  // where the current word starts, in bytes
	reorder bool // marks were kept: dropping what stood between them may leave them out of order
}

// elide comes before each letter: an elision that it follows goes away. Elisions may pile up (« d’l’eau »), so the word
// starts anew where the dropped one did.
func (f *folding) elide(out []byte) []byte {
	last := len(out) - 1
	if last <= f.word || out[last] != '\'' {
		return out
	}
	if isElision(string(out[f.word:last])) {
		return out[:f.word]
	}
	return out
}

// appendSpecial writes what is not a letter.
func (f *folding) appendSpecial(out []byte, kind kind, r rune) []byte {
	switch kind {
	case ignored, accent:
		return out
	case apostrophe:
		return append(out, '\'')
	case blank, fixedBlank, hyphen:
		if len(out) > 0 && out[len(out)-1] != ' ' {
			out = append(out, ' ')
		}
	default:
		out = utf8.AppendRune(out, r)
	}
	f.word = len(out)
	return out
}

// appendRune reads a character beyond ASCII, given as its UTF-8.
func (f *folding) appendRune(out []byte, s string) []byte {
	r, _ := utf8.DecodeRuneInString(s)
	kind := kindOf(r)
	if kind != letter && kind != other {
		return f.appendSpecial(out, kind, r)
	}
	if 0xAC00 <= r && r < 0xD7A4 {
		for _, jamo := range norm.NFKD.String(s) {
			out = f.appendPart(out, jamo, letter)
		}
		return out
	}
	parts, _ := decompose(s)
	if parts == nil {
		return f.appendPart(out, r, kind)
	}
	for len(parts) > 0 {
		r, size := utf8.DecodeRune(parts)
		parts = parts[size:]
		out = f.appendPart(out, r, kindOf(r))
	}
	return out
}

// appendPart writes a character that decomposes no further.
func (f *folding) appendPart(out []byte, r rune, kind kind) []byte {
	r = unicode.ToLower(r)
	if kind != letter {
		return f.appendSpecial(out, kind, r)
	}
	if unicode.IsMark(r) {
		f.reorder = true
		return utf8.AppendRune(out, r)
	}
	out = f.elide(out)
	if plain := plainLetters(r); plain != "" {
		return append(out, plain...)
	}
	if r == 'ς' { // a search knows no end of word
		r = 'σ'
	}
	return utf8.AppendRune(out, r)
}

// Squeeze gives a folded text without its spaces and apostrophes, so that "co developpement" and "codeveloppement" meet.
func Squeeze(folded string) string {
	if strings.IndexByte(folded, ' ') < 0 && strings.IndexByte(folded, '\'') < 0 {
		return folded
	}
	out := make([]byte, 0, len(folded))
	for i := range len(folded) {
		if b := folded[i]; b != ' ' && b != '\'' {
			out = append(out, b)
		}
	}
	return string(out)
}
