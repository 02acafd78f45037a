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
		names := p.Lexicon.Names()
		var count perText
		for doc := range p.Documents {
			doc.prose(p.Lexicon.Language.Value, func(t *glossary.Text) {
				q := locale.QuotationsIn(t.Value)
				shown(t, func(from, to int) bool {
					for _, h := range locale.Shorthands(t.Value[from:to]) {
						woman, man, plural := h.Forms[locale.OfWoman], h.Forms[locale.OfMan], h.Forms[locale.OfMen] != ""
						if woman == "" || h.Style == style || q.Hold(from+h.Start) || within(names, t.Value, from+h.Start) {
							continue
						}
						if !count.allows(t) {
							return false
						}
						written, place, better := t.Value[from+h.Start:from+h.End], t.At(from+h.Start, from+h.End), ""
						head := isHeadword(doc, t)
						switch {
						case head && style == doublets: // its words vary together, and each form has its key
							forms := locale.Forms(t.Value)
							written, place, man, woman = t.Value, t.Span, forms[0], forms[1]
						case style != doublets:
							better = h.In(style)
						case plural:
							woman, man = h.Forms[locale.OfWomen], h.Forms[locale.OfMen]
						}
						p.Report(doc.Path, place, diag.Args{
							"written": written, "style": style, "woman": woman, "man": man, "plural": plural, "better": better, "head": head,
						})
						if head {
							return false
						}
					}
					return true
				})
			})
		}
	},
}

// isHeadword reports whether a text is the headword of an entry.
func isHeadword(doc Document, t *glossary.Text) bool {
	e, ok := doc.Root.(*glossary.Entry)
	return ok && t == &e.Term
}
