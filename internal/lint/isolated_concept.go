package lint

import (
	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

// fewEntries is how many entries a lexicon may have before those that stand alone are told of.
const fewEntries = 9

// isolatedConcept finds the entries that nothing leads to, and that lead nowhere. Links that texts get by themselves do not
// count: they come and go with the words. A reference that is wrong counts, for it has its own finding.
var isolatedConcept = &Rule{
	Code:     "isolated-concept",
	Severity: diag.Review,
	Check: func(p *Pass) {
		if len(p.Entries) <= fewEntries || !p.Conclusive("broader", "related", "distinguish", "part_of", "definition", "in_brief", "notes", "how_it_works") {
			return
		}
		for e := range p.Concepts {
			if s := e.State(); s != glossary.Retired && s != glossary.Draft && !p.isJoined(e) {
				p.Report(e.Path, e.Term.Span, diag.Args{"term": e.Term.Value})
			}
		}
	},
}

// isJoined reports whether an entry refers to a concept, or another one to it.
func (p *Pass) isJoined(e *glossary.Entry) bool {
	r := p.Relations(e)
	if len(r.Narrower)+len(r.Related)+len(r.Distinguish)+len(r.Parts)+len(r.MentionedBy) > 0 {
		return true
	}
	for range e.References() {
		return true
	}
	return false
}
