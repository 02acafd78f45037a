package lint

import (
	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
)

// doublets is the style that writes both forms in full.
const doublets = "doublets"

// inclusiveStyle holds a lexicon to the manner of naming women and men that it has chosen. « option(s) » is a plural, and
// what stands between « and » is how others write.
var inclusiveStyle = &Rule{
	Code:     "inclusive-style",
	Severity: diag.Review,
	Check: func(p *Pass) {
		if !p.Lexicon.IsFrench() || p.Lexicon.Style == nil {
			return
		}
		style := p.Lexicon.Style.Inclusive.Value
		switch style {
		case doublets, locale.Parentheses, locale.Brackets, locale.MiddleDot:
		default:
			return
		}
		var names []string
		for i := range p.Lexicon.ProtectedNames {
			names = append(names, p.Lexicon.ProtectedNames[i].Value)
		}
		var count perText
		for doc := range p.Documents {
			doc.prose(p.Lexicon.Language.Value, func(t *glossary.Text) {
				q := quotesIn(t.Value)
				shown(t, func(from, to int) bool {
					for _, h := range locale.Shorthands(t.Value[from:to]) {
						woman, man, plural := h.Forms[locale.OfWoman], h.Forms[locale.OfMan], h.Forms[locale.OfMen] != ""
						if woman == "" || h.Style == style || q.hold(from+h.Start) || within(names, t.Value, from+h.Start) {
							continue
						}
						if !count.allows(t) {
							return false
						}
						if plural {
							woman, man = h.Forms[locale.OfWomen], h.Forms[locale.OfMen]
						}
						args := diag.Args{"written": t.Value[from+h.Start : from+h.End], "style": style, "woman": woman, "man": man, "plural": plural, "better": ""}
						if style != doublets {
							args["better"] = h.In(style)
						}
						p.Report(doc.Path, t.At(from+h.Start, from+h.End), args)
					}
					return true
				})
			})
		}
	},
}
