package lint

import (
	"unicode"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/locale"
)

// bidiControl refuses what turns round the order of the letters shown, hence what a reviewer reads ("Trojan Source").
// The two marks that carry a direction and no more are at home beside letters written from right to left.
var bidiControl = &Rule{
	Code:     "bidi-control",
	Severity: diag.Error,
	Check: func(p *Pass) {
		for f, v := range p.suspected(hasBidi) {
			leftward := hasLeftward(v.Text.Value)
			var found []piece
			for i, r := range v.Text.Value {
				if misdirects(r, leftward) {
					found = append(found, piece{start: i, end: i + len(string(r))})
				}
			}
			p.reportCharacters(f, v.Text, found, !leftward, nil)
		}
	},
}

// misdirects tells the controls of direction that have no place in a text, which holds letters written leftward or not.
func misdirects(r rune, leftward bool) bool {
	mark := r == 0x200E || r == 0x200F || r == 0x61C
	return locale.BidiControl(r) && !(mark && leftward)
}

// hasLeftward reports whether a text holds letters written from right to left.
func hasLeftward(s string) bool {
	for _, r := range s {
		if r >= 0x590 && unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko, unicode.Adlam) {
			return true
		}
	}
	return false
}
