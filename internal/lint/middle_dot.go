package lint

import (
	"strings"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/locale"
)

// middleDot finds the bullets and operators that were typed for a middle dot within a word: they look alike, and no search
// nor speech synthesis takes one for the other.
var middleDot = &Rule{
	Code:     "middle-dot",
	Severity: diag.Warning,
	Check: func(p *Pass) {
		if !p.Lexicon.IsFrench() {
			return
		}
		var count perText
		for f, t := range p.passages(hasDot) {
			shown(t, func(from, to int) bool {
				for _, h := range locale.Shorthands(t.Value[from:to]) {
					var dots []piece
					for i, r := range t.Value[from+h.Start : from+h.End] {
						if dotTwins[r] {
							start := from + h.Start + i
							dots = append(dots, piece{start, start + len(string(r)), "·"})
						}
					}
					if len(dots) == 0 {
						continue
					}
					if !count.allows(t) {
						return false
					}
					word := t.Value[from+h.Start : from+h.End]
					d := p.Report(f.Path, t.At(dots[0].start, dots[0].end), diag.Args{
						"character": codePoint([]rune(t.Value[dots[0].start:dots[0].end])[0]), "word": word, "better": undotted(word),
					})
					d.Fix = amend(t, dots)
				}
				return true
			})
		}
	},
}

// dotTwins are the characters that pass for the middle dot, U+00B7.
var dotTwins = map[rune]bool{'\u2022': true, '\u2027': true, '\u2219': true, '\u22C5': true, '\u30FB': true}

// undotted puts middle dots in the place of those that pass for it.
func undotted(word string) string {
	return strings.Map(func(r rune) rune {
		if dotTwins[r] {
			return '·'
		}
		return r
	}, word)
}
