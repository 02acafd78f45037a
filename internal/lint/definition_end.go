package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/diag"
)

// definitionEnd asks for the full stop that closes a definition, as dictionaries of French have it.
var definitionEnd = &Rule{
	Code:     "definition-end",
	Severity: diag.Warning,
	Check: func(p *Pass) {
		for e, t := range p.frenchDefinitions {
			if closed(t.Value) || t.Doc == nil || closed(t.Doc.Plain()) {
				continue
			}
			end := len(strings.TrimRightFunc(t.Value, unicode.IsSpace))
			last, size := utf8.DecodeLastRuneInString(t.Value[:end])
			if size == 0 {
				continue
			}
			d := p.Report(e.Path, t.At(end-size, end), diag.Args{"last": lastWord(t.Value[:end]), "unfinished": unfinished(last)})
			if !unfinished(last) {
				d.Fix = amend(t, []piece{{end - size, end, string(last) + "."}})
			}
		}
	},
}

// unfinished tells the signs after which a text goes on.
func unfinished(last rune) bool { return strings.ContainsRune(",;:-–—([{«“/&+=\\", last) }

// closed reports whether a text ends in a mark that ends a sentence, even one that stands in quotation marks or brackets.
func closed(s string) bool {
	if strings.HasSuffix(s, ".") {
		return true
	}
	s = strings.TrimRightFunc(s, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("»”\")]’'*_", r) })
	return strings.HasSuffix(s, ".") || strings.HasSuffix(s, "…") || strings.HasSuffix(s, "!") || strings.HasSuffix(s, "?")
}

// lastWord gives what a text ends with, from its last blank on.
func lastWord(s string) string {
	word := s[strings.LastIndexFunc(s, unicode.IsSpace)+1:]
	for word != "" && !utf8.RuneStart(word[0]) {
		word = word[1:]
	}
	return word
}
