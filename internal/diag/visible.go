package diag

import (
	"fmt"
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// What people write reaches a terminal, where an escape sequence, a direction override or an invisible letter
// would show something else than what the file holds: here such characters become names such as <U+202E>.

// maxValue is how many characters a quoted value may fill: enough to recognise it, little enough for the
// message around it to stay readable.
const maxValue = 60

// Shorten makes a value fit to be quoted in a sentence: on one line, about 60 characters, cut with "…",
// and with every invisible character named. Shortening twice changes nothing more.
func Shorten(s string) string { return oneLine(s, maxValue) }

// oneLine makes s printable on one line, cut to limit characters unless limit is 0. It does not part a letter from
// its accents, unless there is nothing else to cut.
func oneLine(s string, limit int) string {
	var b strings.Builder
	count, cut, rough := 0, 0, 0
	for c := range cells(joinLines(s)) {
		if c.text == "\t" {
			c = named('\t')
		}
		if count < limit {
			rough = b.Len()
			if c.width > 0 {
				cut = rough
			}
		}
		count += utf8.RuneCountInString(c.text)
		if limit > 0 && count > limit {
			if cut == 0 {
				cut = rough
			}
			return strings.TrimRight(b.String()[:cut], " ") + "…"
		}
		b.WriteString(c.text)
	}
	return b.String()
}

// joinLines puts a space for each line break with the blanks around it, and none at the ends of the text.
func joinLines(s string) string {
	if !strings.Contains(s, "\n") {
		return s
	}
	lines := strings.Split(strings.ReplaceAll(s, "\r\n", "\n"), "\n")
	kept := lines[:0]
	for i, line := range lines {
		if i > 0 {
			line = strings.TrimLeft(line, " \t")
		}
		if i < len(lines)-1 {
			line = strings.TrimRight(line, " \t")
		}
		if line != "" {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, " ")
}

// cell is one character as a terminal shows it.
type cell struct {
	text  string
	width int // columns, 0 for what is drawn over the character before
}

// tabWidth is the most that a tab fills.
const tabWidth = 8

// cells gives the characters of s, a byte that is not UTF-8 being one. Tabs come as they are, as their width is
// for the terminal to know.
func cells(s string) iter.Seq[cell] {
	return func(yield func(cell) bool) {
		before := rune(-1)
		for s != "" {
			r, n := utf8.DecodeRuneInString(s)
			var c cell
			switch {
			case r == utf8.RuneError && n == 1:
				name := fmt.Sprintf("<0x%02X>", s[0])
				c = cell{name, len(name)}
			case r == '\t':
				c = cell{"\t", tabWidth}
			case hides(r, before):
				c = named(r)
			default:
				c = cell{s[:n], runeWidth(r)}
			}
			if !yield(c) {
				return
			}
			before, _ = utf8.DecodeLastRuneInString(c.text)
			s = s[n:]
		}
	}
}

// Characters gives the characters of a text as a terminal may be shown them, what would not be seen or would act on it
// being named, each with the columns that it fills.
func Characters(s string) iter.Seq2[string, int] {
	return func(yield func(string, int) bool) {
		for c := range cells(s) {
			if c.text == "\t" {
				c = named('\t')
			}
			if !yield(c.text, c.width) {
				return
			}
		}
	}
}

func named(r rune) cell {
	name := fmt.Sprintf("<U+%04X>", r)
	return cell{name, len(name)}
}

const (
	nonJoiner    = '\u200c'
	joiner       = '\u200d'
	blankBraille = '\u2800' // a symbol by its category, nothing to the eye
)

// hides reports whether r would not be seen, or would change how its neighbours are, when it comes after before, which
// is what is printed (-1 at the start).
func hides(r, before rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return r < ' ' || r == 0x7f
	case r == joiner || r == nonJoiner:
		// At home in emoji and in scripts whose letters join, which have no capitals.
		return !unicode.In(before, unicode.Lo, unicode.M, unicode.So, unicode.Sk)
	case unicode.Is(unicode.Variation_Selector, r):
		if before < utf8.RuneSelf {
			return !strings.ContainsRune("0123456789#*", before) // the keys of a telephone are emoji too
		}
		return unicode.In(before, unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Z, unicode.Variation_Selector)
	case unicode.Is(unicode.Prepended_Concatenation_Mark, r):
		return false // a format character by its category, yet drawn
	}
	return r == blankBraille || unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp,
		unicode.Other_Default_Ignorable_Code_Point, unicode.Noncharacter_Code_Point)
}

// runeWidth tells how many columns a terminal gives to a character that it shows. It adds up, as terminals do not agree on
// what an emoji made of several characters fills.
func runeWidth(r rune) int {
	switch {
	case r < 0x300:
		return 1
	case r == joiner || r == nonJoiner || unicode.In(r, unicode.Mn, unicode.Me):
		return 0
	case 0x1160 <= r && r <= 0x11ff || 0xd7b0 <= r && r <= 0xd7ff:
		return 0 // the vowel and the end of a Korean syllable, drawn into its beginning
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}
