package lint

import (
	"html"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/diag"
)

// The marks that are looked for in texts where none is read. A tag alone may be what a title speaks of: only a pair
// around something counts.
var (
	referenceMark = regexp.MustCompile(`\[\[[^\[\]]+\]\]`)
	linkMark      = regexp.MustCompile(`\[[^\[\]]+\]\([^()\s]+\)`)
	strongMark    = regexp.MustCompile(`\*\*([^\s*](?:[^*]*[^\s*])?)\*\*`)
	tagMark       = regexp.MustCompile(`(?i)<(?:a|b|em|font|i|p|small|span|strong|sub|sup|u)(?: [^<>]*)?>([^<>]+)</(?:a|b|em|font|i|p|small|span|strong|sub|sup|u)>`)
	entityMark    = regexp.MustCompile(`&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});`)
)

// markupInPlainText looks at lines of plain text: headwords, titles, names.
var markupInPlainText = &Rule{
	Code:     "markup-in-plain-text",
	Severity: diag.Warning,
	Check: func(p *Pass) {
		var limit perText
		for f, v := range p.suspected(hasMarkup) {
			t := v.Text
			found := marksIn(t.Value)
			for _, m := range found {
				if !limit.allows(t) {
					break
				}
				d := p.Report(f.Path, t.At(m.start, m.end), diag.Args{"text": t.Value[m.start:m.end], "shown": m.text})
				// Without its marks, a text may make a mark with what is around it.
				if m.text != "" && len(t.Value) <= maxReread && len(marksIn(t.Value[:m.start]+m.text+t.Value[m.end:])) == len(found)-1 {
					d.Fix = amend(t, []piece{m})
				}
			}
		}
	},
}

// marksIn finds the marks in a text, the outermost ones; the text of each is what was meant to be shown, when that is certain.
func marksIn(s string) []piece {
	var list []piece
	for _, pattern := range []*regexp.Regexp{tagMark, strongMark, linkMark, referenceMark, entityMark} {
		for _, m := range pattern.FindAllStringSubmatchIndex(s, maxPerText) {
			c := piece{start: m[0], end: m[1]}
			if slices.ContainsFunc(list, func(other piece) bool { return c.start < other.end && other.start < c.end }) {
				continue
			}
			switch pattern {
			case tagMark, strongMark:
				if shown := s[m[2]:m[3]]; len(marksIn(shown)) == 0 {
					c.text = shown
				}
			case entityMark:
				shown := html.UnescapeString(s[c.start:c.end])
				if shown == s[c.start:c.end] {
					continue
				}
				if r, size := utf8.DecodeRuneInString(shown); size == len(shown) && (unicode.IsLetter(r) || strings.ContainsRune("&’«»", r)) {
					c.text = shown
				}
			}
			list = append(list, c)
		}
	}
	return list
}
