package lint

import (
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/locale"
)

var invisibleCharacter = &Rule{
	Code:     "invisible-character",
	Severity: diag.Error,
	Check: func(p *Pass) {
		for f, v := range p.suspected(hasInvisible) {
			var found []piece
			certain := true
			for i, r := range v.Text.Value {
				if r >= 0xAD && locale.InvisibleAt(v.Text.Value, i) {
					found = append(found, piece{start: i, end: i + utf8.RuneLen(r)})
					certain = certain && idle(r)
				}
			}
			p.reportCharacters(f, v.Text, found, certain, nil)
		}
	},
}

// idle tells the invisible characters whose absence changes nothing to what is read. Fillers stand for a letter, and
// annotations part a text from its gloss.
func idle(r rune) bool {
	switch {
	case r == 0xAD, r == 0xFEFF, r == 0x34F, r == 0x180E,
		0x200B <= r && r <= 0x200D,
		0x2060 <= r && r <= 0x2064,
		0xFE00 <= r && r <= 0xFE0F,
		0xE0000 <= r && r <= 0xE01EF:
		return true
	}
	return false
}
