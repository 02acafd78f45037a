package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/locale"
)

// longestDefinition is how many words a definition may have.
const longestDefinition = 45

// definitionLength asks for one sentence that can be read in one breath.
var definitionLength = &Rule{
	Code:     "definition-length",
	Severity: diag.Review,
	Check: func(p *Pass) {
		for e, t := range p.frenchDefinitions {
			if start := secondSentence(t.Value); start > 0 {
				word := firstWord(t.Value[start:])
				p.Report(e.Path, t.At(start, start+max(len(word), 1)), diag.Args{"sentences": true, "opening": word, "words": 0, "max": longestDefinition})
			} else if n := countWords(t.Value); n > longestDefinition {
				p.Report(e.Path, t.Span, diag.Args{"sentences": false, "opening": "", "words": n, "max": longestDefinition})
			}
		}
	},
}

// secondSentence gives the byte at which the second sentence of a text begins, 0 when there is one only.
func secondSentence(s string) int {
	if stop := strings.IndexAny(s, ".!?"); stop == len(s)-1 && !strings.Contains(s, "…") {
		return 0 // as most definitions are
	}
	q := locale.QuotationsIn(s)
	return nextSentence(s, 0, &q)
}

// nextSentence gives the byte at which the sentence after the one at a place of a text begins, 0 when that one is the last.
// What stands between « and » is one word of the sentence.
func nextSentence(s string, from int, q *locale.Quotations) int {
	for i := from; i < len(s); {
		stop := i
		switch b := s[i]; {
		case b == '.' || b == '!' || b == '?':
			i++
		case b == 0xE2 && strings.HasPrefix(s[i:], "…"):
			i += len("…")
		default:
			i++
			continue
		}
		next := i + len(s[i:]) - len(strings.TrimLeft(s[i:], ")*_\"”]"))
		start := next + len(s[next:]) - len(strings.TrimLeftFunc(s[next:], unicode.IsSpace))
		if start == next || start == len(s) || q.Hold(stop) || s[stop] == '.' && abbreviates(s[:stop]) {
			continue
		}
		first, _ := utf8.DecodeRuneInString(strings.TrimLeft(s[start:], "*_[«( \u00A0\u202F"))
		if unicode.IsUpper(first) {
			return start
		}
	}
	return 0
}

// abbreviates reports whether a text that a full stop follows ends in an abbreviation or an initial, or is the number of a
// first sense.
func abbreviates(s string) bool {
	if s != "" && strings.Trim(s, "0123456789") == "" {
		return true
	}
	start := strings.LastIndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) }) + 1
	for start < len(s) && !utf8.RuneStart(s[start]) {
		start++
	}
	word := s[start:]
	if abbreviations[word] {
		return true
	}
	r, size := utf8.DecodeRuneInString(word)
	return size > 0 && size == len(word) && unicode.IsUpper(r)
}

// countWords counts the words of a text as a word processor does, signs apart: an elided article goes with its word, the
// address of a link with its last one, and a reference that shows a headword is one.
func countWords(s string) (n int) {
	counted := false // of the word at hand
	for _, r := range s {
		switch {
		case r == ' ' || r == '\n' || r == '\u00A0' || r == '\u202F':
			counted = false
		case !counted && inWord(r):
			counted = true
			n++
		}
	}
	return n
}
