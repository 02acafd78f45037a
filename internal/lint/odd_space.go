package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

// oddSpaceRule leaves alone the spaces that typography asks for: those are the formatter's business.
var oddSpaceRule = &Rule{
	Code:     "odd-space",
	Severity: diag.Warning,
	Check: func(p *Pass) {
		for f, v := range p.suspected(hasOddSpace) {
			s := v.Text.Value
			from, to := trimmed(s, writing(v.Text) == quoted)
			var found []piece
			if from > 0 {
				found = append(found, piece{start: 0, end: from})
			}
			certain := true
			for i := from; i < to; {
				end := i + oddRun(s[i:to])
				if end == i {
					_, size := utf8.DecodeRuneInString(s[i:])
					i += size
					continue
				}
				if !ideographic(s, i, end) {
					found = append(found, piece{i, end, spaceFor(s, i, end)})
					certain = certain && !(v.Field.Kind == glossary.Blocks && opensLine(s[:i]))
				}
				i = end
			}
			if to < len(s) {
				found = append(found, piece{start: to, end: len(s)})
			}
			if len(found) > 0 {
				edge := found[0].start == 0 || found[0].end == len(s)
				p.reportCharacters(f, v.Text, found, certain, diag.Args{"edge": edge})
			}
		}
	},
}

// trimmed gives where a text begins and ends without its outer white space; ordinary spaces count only between quotes,
// where somebody typed them, and line feeds only among other white space.
func trimmed(s string, quotes bool) (from, to int) {
	outer := func(r rune) bool { return space(r) && (quotes || r != ' ') }
	from = len(s) - len(strings.TrimLeftFunc(s, outer))
	to = max(from, len(strings.TrimRightFunc(s, outer)))
	if strings.Trim(s[:from], "\n") == "" {
		from = 0
	}
	if strings.Trim(s[to:], "\n") == "" {
		to = len(s)
	}
	return from, to
}

// oddRun gives how many bytes of odd spaces a text begins with.
func oddRun(s string) int {
	return len(s) - len(strings.TrimLeftFunc(s, oddSpace))
}

// ideographic reports whether a space is the wide one, beside a character of its width.
func ideographic(s string, start, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:start])
	after, _ := utf8.DecodeRuneInString(s[end:])
	return s[start:end] == "\u3000" && (isWide(before) || isWide(after))
}

func isWide(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul, unicode.Bopomofo)
}

// spaceFor gives what takes the place of odd spaces: nothing beside another space.
func spaceFor(s string, start, end int) string {
	before, _ := utf8.DecodeLastRuneInString(s[:start])
	after, _ := utf8.DecodeRuneInString(s[end:])
	if space(before) || space(after) {
		return ""
	}
	return " "
}

// opensLine reports whether a line begins with what comes before a place: there, a tab may be what makes a list.
func opensLine(before string) bool {
	line := before[strings.LastIndexByte(before, '\n')+1:]
	return strings.Trim(line, " \t>*+-.)0123456789") == ""
}
