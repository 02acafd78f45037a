package lint

import (
	"strings"
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/locale"
)

var punctuationSpace = &Rule{
	Code:     "punctuation-space",
	Severity: diag.Warning,
	Check:    func(p *Pass) { p.reportSlips(locale.PunctuationSpace, besideWhat) },
}

// besideWhat says which sign a space is missing or wrong beside, on which side, and what should be there.
func besideWhat(text string, s locale.Slip) diag.Args {
	written := text[s.Start:s.End]
	next, _ := utf8.DecodeRuneInString(text[s.End:])
	sign, place, want := next, "before", s.Text
	if bare := strings.TrimFunc(written, space); bare != "" {
		sign, _ = utf8.DecodeRuneInString(bare)
		if want = s.Text[:strings.Index(s.Text, bare)]; want == "" {
			place, want = "after", strings.TrimPrefix(s.Text, bare)
		}
	} else if next == ' ' {
		place = "double"
	} else if last, _ := utf8.DecodeLastRuneInString(text[:s.Start]); strings.ContainsRune("«“([", last) {
		sign, place = last, "after"
	}
	names := map[string]string{"": "none", " ": "space", "\u00A0": "no-break", "\u202F": "narrow"}
	return diag.Args{"sign": string(sign), "place": place, "want": names[want]}
}
