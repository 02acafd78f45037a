package lint

import (
	"github.com/lexipoche/lexipoche/internal/diag"
)

// discouragedTerm finds the words that the lexicon advises against in its own prose. A word may have a sense that the
// advice does not aim at: only a person can tell.
var discouragedTerm = &Rule{
	Code:     "discouraged-term",
	Severity: diag.Review,
	Check: func(p *Pass) {
		var n perText
		for _, a := range p.Avoided() {
			if !n.allows(a.Text) {
				continue
			}
			args := diag.Args{
				"term": a.Text.Value[a.Start:a.End], "headword": a.Word.Entry.Term.Value, "id": a.Word.Entry.ID, "status": a.Word.Avoid.State(),
			}
			d := p.Report(a.File.Path, a.Text.At(a.Start, a.End), args)
			d.Related = []diag.Related{{File: a.Word.Entry.Path, Span: a.Word.Avoid.Term.Span, Code: p.rule.Code}}
		}
	},
}
