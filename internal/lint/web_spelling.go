package lint

import (
	"slices"
	"strings"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
)

// webSpelling asks for one spelling of « site Web » or « site web »: both are good French, both in one book look careless.
// The lexicon's own habit decides.
var webSpelling = &Rule{
	Code:     "web-spelling",
	Severity: diag.Warning,
	Check: func(p *Pass) {
		if !p.Lexicon.IsFrench() {
			return
		}
		type place struct {
			file  *glossary.File
			text  *glossary.Text
			start int // of what comes before
			web   int
		}
		places := map[string][]place{}
		names := slices.DeleteFunc(p.Lexicon.Names(), func(name string) bool { return !strings.Contains(strings.ToLower(name), "web") })
		first := ""
		for f, t := range p.passages(hasWeb) {
			q := locale.QuotationsIn(t.Value)
			shown(t, func(from, to int) bool {
				s := t.Value[:to]
				for i := from; ; {
					n := strings.Index(s[i:], "eb")
					if n < 0 {
						return true
					}
					web := i + n - 1
					i += n + len("eb")
					if web < from || !webAt(s, web) {
						continue
					}
					start := beforeWeb(s, web)
					if start < 0 || q.Hold(web) || within(names, s, web) {
						continue
					}
					written := s[web : web+len("web")]
					if first == "" {
						first = written
					}
					places[written] = append(places[written], place{f, t, start, web})
				}
			})
		}
		const upper, lower = "Web", "web"
		rare, usual := upper, lower
		if n, m := len(places[upper]), len(places[lower]); n > m || n == m && first == upper {
			rare, usual = lower, upper
		}
		var count perText
		for _, at := range places[rare] {
			if count.allows(at.text) {
				end := at.web + len(rare)
				written := strings.Join(strings.Fields(at.text.Value[at.start:end]), " ")
				p.Report(at.file.Path, at.text.At(at.start, end), diag.Args{
					"written": written, "better": strings.TrimSuffix(written, rare) + usual, "rare": len(places[rare]), "usual": len(places[usual]),
				})
			}
		}
	},
}

// webAt reports whether the word Web stands at byte i of a text, alone.
func webAt(s string, i int) bool {
	if w := s[i : i+len("web")]; w != "Web" && w != "web" {
		return false
	}
	end := i + len("web")
	if end < len(s) && (strings.IndexByte("-./:@_", s[end]) >= 0 && end+1 < len(s) && letterAfter(s, end+1)) {
		return false
	}
	return !letterAfter(s, end) && !letterBefore(s, i)
}

// beforeWeb gives where the word before byte i of a text begins, or -1 when it does not make French of what follows.
func beforeWeb(s string, i int) int {
	end := len(strings.TrimRight(s[:i], "*_ \n\u00A0\u202F"))
	start := end
	for start > 0 && (s[start-1] >= 0x80 || 'a' <= s[start-1]|0x20 && s[start-1]|0x20 <= 'z') && end-start < 20 {
		start--
	}
	if start == end || end == i {
		return -1
	}
	switch noun := locale.Fold(s[start:end]); {
	case besideWeb[noun], besideWeb[strings.TrimSuffix(noun, "s")], strings.HasSuffix(noun, "eaux") && besideWeb[noun[:len(noun)-1]]:
		return start
	}
	return -1
}

// within reports whether one of some names stands over byte i of a text.
func within(names []string, s string, i int) bool {
	for _, name := range names {
		from := max(0, i-len(name))
		to := min(len(s), i+len(name))
		if at := strings.Index(s[from:to], name); at >= 0 && from+at <= i && i < from+at+len(name) {
			return true
		}
	}
	return false
}
