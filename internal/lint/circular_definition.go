package lint

import (
	"strings"
	"unicode"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
)

// circularDefinition finds the definitions and glosses that say the word they explain, in any of its forms, and those that
// open with a full synonym. One finding a text is enough to have it written again.
var circularDefinition = &Rule{
	Code:     "circular-definition",
	Severity: diag.Review,
	Check: func(p *Pass) {
		if !p.Lexicon.IsFrench() {
			return
		}
		var last *glossary.Text
		for _, o := range p.SelfNaming() {
			e, t := o.Word.Entry, o.Text
			synonym := o.Word.As != nil
			if t == last || synonym && (t != &e.Definition || !opensText(t.Value, o.Start) || isShort(&o.Word)) {
				continue
			}
			last = t
			key := "definition"
			if t == &e.InBrief {
				key = "in_brief"
			}
			p.Report(o.File.Path, t.At(o.Start, o.End), diag.Args{"key": key, "written": t.Value[o.Start:o.End], "term": e.Term.Value, "synonym": synonym})
		}
	},
}

// opensText reports whether no letter stands before a place of a text.
func opensText(s string, at int) bool { return !strings.ContainsFunc(s[:at], unicode.IsLetter) }

// isShort tells the synonyms that are the headword cut short (« coefficient » of « coefficient de jauge »): they also name the
// wider thing, which a definition opens with.
func isShort(w *glossary.Word) bool {
	kind := w.As.Kind.Value
	return kind != "" && kind != "full" && kind != "variant" || strings.Contains(locale.Fold(w.Entry.Term.Value), locale.Fold(w.As.Term.Value))
}
