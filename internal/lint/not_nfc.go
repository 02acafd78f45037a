package lint

import (
	"golang.org/x/text/unicode/norm"

	"github.com/lexipoche/lexipoche/internal/diag"
)

// notNFC asks for Unicode's composed form, NFC (Unicode Standard Annex 15): é as one character and not as e and an accent.
var notNFC = &Rule{
	Code:     "not-nfc",
	Severity: diag.Warning,
	Check: func(p *Pass) {
		for f, v := range p.suspected(hasMark) {
			s := v.Text.Value
			if norm.NFC.IsNormalString(s) {
				continue
			}
			var found []piece
			var it norm.Iter
			it.InitString(norm.NFC, s)
			for !it.Done() {
				start := it.Pos()
				composed := string(it.Next())
				if written := s[start:it.Pos()]; written != composed && !oddSpace([]rune(written)[0]) {
					found = append(found, piece{start, it.Pos(), composed})
				}
			}
			if len(found) > 0 {
				p.reportCharacters(f, v.Text, found, true, diag.Args{"composed": found[0].text})
			}
		}
	},
}
