package lint

import (
	"slices"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

// ambiguousForm finds the forms that several concepts have, so that texts link to none. Headwords that readers cannot tell
// apart and synonyms that collide have rules of their own; here are true homographs, and inflections that happen to meet.
var ambiguousForm = &Rule{
	Code:     "ambiguous-form",
	Severity: diag.Review,
	Check: func(p *Pass) {
		reported := map[[2]*glossary.Text]bool{} // designations: they meet in their inflections too
		homographs := p.Homographs()
		for i := range homographs {
			other, w := &homographs[i][0], &homographs[i][1]
			if w.Entry.Broken || other.Entry.Broken || reported[[2]*glossary.Text{other.Of, w.Of}] || otherwiseReported(other, w) {
				continue
			}
			reported[[2]*glossary.Text{other.Of, w.Of}] = true
			d := p.Report(w.Entry.Path, w.Of.Span, diag.Args{"form": w.Text, "id": other.Entry.ID, "written": w.Of.Value})
			d.Related = []diag.Related{{File: other.Entry.Path, Span: other.Of.Span, Code: p.rule.Code, Args: diag.Args{"written": other.Of.Value}}}
		}
	},
}

// otherwiseReported reports whether duplicate-term or colliding-term speaks of the two words that meet in a form.
func otherwiseReported(a, b *glossary.Word) bool {
	if spelling(a.Of.Value) != spelling(b.Of.Value) {
		return false
	}
	if a.As != nil || b.As != nil {
		return true
	}
	return a.Entry.POS.Value == b.Entry.POS.Value && slices.ContainsFunc(a.Entry.Domains, func(d glossary.Text) bool {
		return slices.ContainsFunc(b.Entry.Domains, func(other glossary.Text) bool { return other.Value == d.Value })
	})
}
