package lint

import (
	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
)

// collidingTerm finds the words that lead to two concepts, as a search compares them: without case, accents, ligatures
// or hyphens. A synonym of any status that heads another entry is one; so is a word admitted for two concepts. What
// a retired concept was called is free for others, and one form to avoid may stand for several concepts.
var collidingTerm = &Rule{
	Code:     "colliding-term",
	Severity: diag.Warning,
	Check: func(p *Pass) {
		type place struct {
			entry *glossary.Entry
			term  *glossary.Text
		}
		heads := make(map[string][]place, len(p.Entries))
		for e := range p.Concepts {
			if e.State() != glossary.Retired && !e.Term.IsZero() {
				key := locale.Fold(e.Term.Value)
				if len(heads[key]) < 2 { // one of two is another entry than the one asked about
					heads[key] = append(heads[key], place{e, &e.Term})
				}
			}
		}
		admitted := map[string]place{}
		for e := range p.Concepts {
			if e.State() == glossary.Retired {
				continue
			}
			check := func(t *glossary.Text, isAdmitted bool) {
				if t.IsZero() {
					return
				}
				key := locale.Fold(t.Value)
				report := func(other place, head bool) {
					d := p.Report(e.Path, t.Span, diag.Args{"term": t.Value, "id": other.entry.ID, "head": head})
					d.Related = []diag.Related{{
						File: other.entry.Path, Span: other.term.Span, Code: p.rule.Code,
						Args: diag.Args{"term": other.term.Value, "head": head},
					}}
				}
				for _, head := range heads[key] {
					if head.entry != e {
						report(head, true)
						return
					}
				}
				if !isAdmitted {
					return
				}
				switch other, ok := admitted[key]; {
				case !ok:
					admitted[key] = place{e, t}
				case other.entry != e:
					report(other, false)
				}
			}
			check(&e.Feminine, true)
			for i := range e.Synonyms {
				s := &e.Synonyms[i]
				check(&s.Term, s.State() == glossary.Admitted)
			}
		}
	},
}
