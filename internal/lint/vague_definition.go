package lint

import (
	"strings"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

// vagueDefinition finds the definitions that leave the rest to their readers: to guess, or to look up at an address.
var vagueDefinition = &Rule{
	Code:     "vague-definition",
	Severity: diag.Review,
	Check: func(p *Pass) {
		for e, t := range p.frenchDefinitions {
			for _, words := range []string{"etc", "https://", "http://", "www."} {
				if strings.Contains(t.Value, words) {
					if start, end := shownWord(t, words); end > 0 {
						text := t.Value[start:end]
						p.Report(e.Path, t.At(start, end), diag.Args{"text": text, "address": words != "etc"})
						break
					}
				}
			}
		}
	},
}

// shownWord gives the place of the first word of a text that readers see and that begins in some way: the whole abbreviation,
// or the whole address.
func shownWord(t *glossary.Text, opening string) (start, end int) {
	shown(t, func(from, to int) bool {
		s := t.Value[from:to]
		for i := 0; ; {
			n := strings.Index(s[i:], opening)
			if n < 0 {
				return true
			}
			i += n + len(opening)
			if letterBefore(s, i-len(opening)) || opening == "etc" && letterAfter(s, i) {
				continue
			}
			start, end = from+i-len(opening), from+i
			if strings.HasPrefix(s[i:], ".") {
				end++
			}
			if opening != "etc" {
				end = to
				if blank := strings.IndexAny(s[i:], " \n»,;)"); blank >= 0 {
					end = from + i + blank
				}
			}
			return false
		}
	})
	return start, end
}
