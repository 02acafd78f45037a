package lint

import (
	"unicode"
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/diag"
)

var privateUse = &Rule{
	Code:     "private-use",
	Severity: diag.Error,
	Check: func(p *Pass) {
		for f, v := range p.suspected(hasUnreadable) {
			var found []piece
			kind := ""
			for i, r := range v.Text.Value {
				if r < 0x300 || !unreadable(r) {
					continue
				}
				if found == nil {
					switch {
					case r == utf8.RuneError:
						kind = "damaged"
					case unicode.Is(unicode.Co, r):
						kind = "private"
					default:
						kind = "unassigned"
					}
				}
				found = append(found, piece{start: i, end: i + utf8.RuneLen(r)})
			}
			p.reportCharacters(f, v.Text, found, false, diag.Args{"kind": kind})
		}
	},
}
