package lint

import (
	"fmt"
	"maps"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
)

// traits are what a text may be suspected of. Each is judged by one rule, which may find nothing wrong.
type traits uint16

const (
	hasOddSpace   traits = 1 << iota // a tab, a space of unusual width, white space at an end
	hasInvisible                     // what leaves no trace
	hasBidi                          // a control of direction
	hasUnreadable                    // what no font draws
	hasTwin                          // a letter that passes for another
	hasMark                          // what may be written in two ways
	hasGarble                        // the beginning of a letter read in the wrong encoding
	hasBreak                         // a line feed
	hasMarkup                        // what opens a mark
	hasStub                          // little enough to be no text yet
	hasWeb                           // a name that is spelled in two ways
	hasDot                           // what passes for a middle dot
)

const (
	anywhere  = hasInvisible | hasBidi | hasUnreadable
	inAddress = anywhere | hasTwin | hasBreak
	inWording = hasWeb | hasDot
	inProse   = anywhere | hasTwin | hasOddSpace | hasMark | hasGarble | hasStub
)

// suspicions tells what is looked for in a value of each kind. What has a grammar of its own needs little: the rule of
// that grammar refuses the rest. Names from a closed list are told apart from others by their own rule.
var suspicions = func() (of [glossary.Phonetic + 1]traits) {
	for kind := range of {
		of[kind] = anywhere
	}
	for _, kind := range []glossary.Kind{glossary.Path, glossary.Date, glossary.EDTF, glossary.Region, glossary.License, glossary.Color, glossary.URN} {
		of[kind] |= hasBreak
	}
	of[glossary.Address], of[glossary.Template] = inAddress, inAddress
	of[glossary.Line] = inProse | hasBreak | hasMarkup
	of[glossary.Inline], of[glossary.Blocks] = inProse, inProse
	of[glossary.Phonetic] = anywhere | hasOddSpace | hasMark | hasBreak // Greek letters and combining marks belong to it
	return of
}()

// suspect is a text with something to be judged.
type suspect struct {
	located
	traits traits
}

func traitsOf(s string) (t traits) {
	for i := 0; i < len(s); {
		b := s[i]
		if b < utf8.RuneSelf {
			t |= asciiTraits[b]
			i++
			continue
		}
		if i+1 < len(s) && (b == 0xC2 || b == 0xC3) { // the letters of French, mostly
			switch next := s[i+1]; {
			case b == 0xC2 && next == 0xAD:
				t |= hasInvisible
			case b == 0xC3 && (next == 0x83 || next == 0x82 || next == 0x85): // Ã, Â, Å
				t |= hasGarble
			case b == 0xC3 && next == 0xA2: // â
				if after := s[i+2:]; strings.HasPrefix(after, "€") || strings.HasPrefix(after, "‚") || strings.HasPrefix(after, "„") {
					t |= hasGarble
				}
			}
			i += 2
			continue
		}
		if b == 0xE2 && i+2 < len(s) && s[i+1] == 0x80 && 0x90 <= s[i+2] && s[i+2] <= 0xA6 { // U+2010 to U+2026: dashes, quotes, the ellipsis
			if s[i+2] == 0xA2 {
				t |= hasDot
			}
			i += 3
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if r >= 0x300 {
			t |= traitsOfRune(r)
		}
		i += size
	}
	if t&hasWeb != 0 && !strings.Contains(s, "Web") && !strings.Contains(s, "web") {
		t &^= hasWeb
	}
	if first, _ := utf8.DecodeRuneInString(s); space(first) {
		t |= hasOddSpace
	} else if last, _ := utf8.DecodeLastRuneInString(s); space(last) {
		t |= hasOddSpace
	}
	return t
}

var asciiTraits = func() (of [utf8.RuneSelf]traits) {
	of['\t'], of['\n'] = hasOddSpace, hasBreak
	of['w'], of['W'] = hasWeb, hasWeb
	for _, b := range "[*<&" {
		of[b] = hasMarkup
	}
	return of
}()

func traitsOfRune(r rune) traits {
	switch {
	case r == '\u2027':
		return hasDot
	case r == '\u2219', r == '\u22C5', r == '\u30FB':
		return hasDot | hasMark
	case 0x2010 <= r && r <= 0x2027, r == 0x202F, 0x2030 <= r && r <= 0x205E, 0x20A0 <= r && r <= 0x20BF: // punctuation, currencies
		return 0
	case oddSpace(r):
		return hasOddSpace
	case locale.BidiControl(r):
		return hasBidi
	case locale.Invisible(r):
		return hasInvisible
	case unreadable(r):
		return hasUnreadable
	case 0x370 <= r && r < 0x530, 0xFF21 <= r && r <= 0xFF5A, 0x1D400 <= r && r <= 0x1D7FF:
		return hasTwin | hasMark
	}
	return hasMark
}

// space tells every white space, the ideographic one and the no-break ones among them.
func space(r rune) bool { return unicode.IsSpace(r) || oddSpace(r) }

// oddSpace tells the spaces that no French or English text asks for: their width depends on the font, and some let a line
// break where none may. U+00A0 and U+202F have their place.
func oddSpace(r rune) bool {
	return r == '\t' || 0x2000 <= r && r <= 0x200A || r == 0x205F || r == 0x3000 || r == 0x1680
}

// unreadable tells the characters that mean nothing outside one font or program. An emoji younger than the tables of this
// program is not one of them.
func unreadable(r rune) bool {
	switch {
	case r == utf8.RuneError, unicode.Is(unicode.Co, r), unicode.Is(unicode.Noncharacter_Code_Point, r):
		return true
	case 0x1F000 <= r && r <= 0x1FAFF:
		return false
	}
	return unicode.Is(unicode.Cn, r)
}

// reportCharacters reports, once for a value, the characters found in it, of which the first is shown; they are
// replaced as each piece says if that is certain.
func (p *Pass) reportCharacters(f *glossary.File, t *glossary.Text, found []piece, certain bool, more diag.Args) {
	if len(found) == 0 {
		return
	}
	first := found[0]
	r := []rune(t.Value[first.start:first.end])[0]
	word := wordAt(t.Value, first.start, first.end)
	if word == t.Value[first.start:first.end] {
		word = ""
	}
	args := diag.Args{"character": codePoint(r), "word": word, "n": len(found)}
	maps.Copy(args, more)
	d := p.Report(f.Path, t.At(first.start, first.end), args)
	if certain {
		d.Fix = amend(t, found)
	}
}

// hidden reports whether a value holds what another rule asks to take out: a character that cannot be seen, or a line
// feed. The grammars of dates, addresses and the like judge a value without these only.
func hidden(s string) bool { return strings.Contains(s, "\n") || unseen(s) }

// unseen reports whether a text holds what the rules about invisible characters, controls of direction and unreadable
// characters refuse.
func unseen(s string) bool {
	if traitsOf(s)&anywhere == 0 {
		return false
	}
	leftward := hasLeftward(s)
	for i, r := range s {
		if r >= 0xAD && (locale.InvisibleAt(s, i) || misdirects(r, leftward) || r >= 0x300 && unreadable(r)) {
			return true
		}
	}
	return false
}

// codePoint names a character as Unicode does: U+00E9.
func codePoint(r rune) string { return fmt.Sprintf("U+%04X", r) }

// wordAt gives the word that holds the bytes start to end of a value, or the beginning of it.
func wordAt(s string, start, end int) string {
	const reach = 60
	from := max(0, start-reach)
	if i := strings.LastIndexFunc(s[from:start], unicode.IsSpace); i >= 0 {
		_, size := utf8.DecodeRuneInString(s[from+i:])
		from += i + size
	}
	for from < start && !utf8.RuneStart(s[from]) {
		from++
	}
	to := min(len(s), end+reach)
	if i := strings.IndexFunc(s[end:to], unicode.IsSpace); i >= 0 {
		to = end + i
	}
	for to < len(s) && to > end && !utf8.RuneStart(s[to]) {
		to--
	}
	return s[from:to]
}
