package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/diag"
)

// garbledText recognises accented letters that were written as UTF-8 and read as Windows-1252, as happens on the way
// through a spreadsheet: « cÃ©dille », « lâ€™atelier ».
var garbledText = &Rule{
	Code:     "garbled-text",
	Severity: diag.Error,
	Check: func(p *Pass) {
		for f, v := range p.suspected(hasGarble) {
			s := v.Text.Value
			var found []piece
			last := utf8.RuneError
			for i := 0; i < len(s); {
				n, meant := ungarble(s[i:], last)
				if n > 0 {
					found = append(found, piece{i, i + n, meant})
					last, _ = utf8.DecodeLastRuneInString(meant)
				} else {
					last, n = utf8.DecodeRuneInString(s[i:])
				}
				i += n
			}
			if len(found) > 0 {
				first := found[0]
				p.reportCharacters(f, v.Text, found, true, diag.Args{"written": s[first.start:first.end], "meant": first.text})
			}
		}
	},
}

// ungarble gives the character that the first bytes of s stood for before they were misread, once or twice, and how many
// bytes that took; 0 when nothing was. last is the character before.
func ungarble(s string, last rune) (n int, meant string) {
	n, meant = misread(s)
	if n == 0 {
		return 0, ""
	}
	sign, _ := utf8.DecodeLastRuneInString(s[:n])
	if strings.ContainsRune("\u00A0«»", sign) && ownLetter(last, sign, s[n:]) {
		return 0, ""
	}
	end, again := n, meant
	for range 2 {
		if !strings.ContainsAny(meant, "ÃÂÅâ") {
			break
		}
		more, next := misread(s[end:])
		if more == 0 {
			break
		}
		end, again = end+more, again+next
		if all, whole := misread(again); all == len(again) {
			return end, whole
		}
	}
	return n, meant
}

// misread reads the beginning of s as bytes of UTF-8 that were taken for Windows-1252.
func misread(s string) (n int, meant string) {
	lead, n := utf8.DecodeRuneInString(s)
	follow := 1
	switch lead {
	case 'Ã', 'Â', 'Å':
	case 'â':
		follow = 2
	default:
		return 0, ""
	}
	raw := []byte{byte(lead)}
	for range follow {
		r, size := utf8.DecodeRuneInString(s[n:])
		b, ok := windows1252(r)
		if !ok || b < 0x80 || b > 0xBF {
			return 0, ""
		}
		raw = append(raw, b)
		n += size
	}
	r, size := utf8.DecodeRune(raw)
	switch {
	case r == utf8.RuneError, size != len(raw), unicode.IsControl(r):
		return 0, ""
	case lead == 'Å' && r != 'œ' && r != 'Œ': // « 10 Å »
		return 0, ""
	case lead == 'â' && raw[1] != 0x80 && raw[1] != 0x82 && raw[1] != 0x84: // neither punctuation, currency nor letterlike sign
		return 0, ""
	}
	return n, string(r)
}

// ownLetter reports whether a capital that a no-break space or a guillemet follows may be meant, from the
// characters around both: « MAÇÃ » in a title, « Â » as the name of a letter.
func ownLetter(last, sign rune, after string) bool {
	next, _ := utf8.DecodeRuneInString(after)
	switch {
	case unicode.IsUpper(last):
		return true
	case sign != 0xA0:
		return last == '«'
	}
	return !unicode.IsLetter(last) && !unicode.IsDigit(last) && (after == "" || strings.ContainsRune("»:;!?%)", next))
}

// windows1252 gives the byte of a character in that encoding.
func windows1252(r rune) (byte, bool) {
	if 0xA0 <= r && r <= 0xFF {
		return byte(r), true
	}
	const high = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ"
	b := byte(0x80)
	for _, c := range high {
		if c == r && r != utf8.RuneError {
			return b, true
		}
		b++
	}
	return 0, false
}
