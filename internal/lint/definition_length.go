package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
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
			} else if n := wordsShown(t); n > longestDefinition {
				p.Report(e.Path, t.Span, diag.Args{"sentences": false, "opening": "", "words": n, "max": longestDefinition})
			}
		}
	},
}

// secondSentence gives the byte at which the second sentence of a text begins, 0 when there is one only. What stands between
// « and » is one word of the sentence.
func secondSentence(s string) int {
	if stop := strings.IndexAny(s, ".!?"); stop == len(s)-1 && !strings.Contains(s, "…") {
		return 0 // as most definitions are
	}
	q := locale.QuotationsIn(s)
	for i := 0; i < len(s); {
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

// wordsShown counts the words of a text as a word processor does, signs apart: an elided article goes with its word. A
// reference that shows a headword counts as one.
func wordsShown(t *glossary.Text) (n int) {
	if len(t.Value) < 2*longestDefinition {
		return 0
	}
	counted := false // of the word at hand
	at := 0
	shown(t, func(from, to int) bool {
		n += headwords(t.Value[at:from])
		s := t.Value[from:to]
		for i := 0; i < len(s); {
			r, size := rune(s[i]), 1
			if r >= utf8.RuneSelf {
				r, size = utf8.DecodeRuneInString(s[i:])
			}
			switch i += size; {
			case r == ' ' || r == '\n' || r == '\u00A0' || r == '\u202F':
				counted = false
			case !counted && inWord(r):
				counted = true
				n++
			}
		}
		at = to
		return true
	})
	return n + headwords(t.Value[at:])
}

// headwords counts the references that show one, in what stands between two stretches shown as written.
func headwords(marks string) int {
	n := 0
	for {
		_, after, found := strings.Cut(marks, "[[")
		_, rest, whole := strings.Cut(after, "]]")
		if !found || !whole {
			return n
		}
		n++
		marks = rest
	}
}
