package lint

import (
	"strings"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
)

// duplicateTerm finds the concepts that readers cannot tell apart: one headword, one part of speech, a domain in
// common. A retired concept may bear the name of the one that replaces it.
var duplicateTerm = &Rule{
	Code:     "duplicate-term",
	Severity: diag.Warning,
	Check: func(p *Pass) {
		type name struct{ term, pos, domain string }
		first := make(map[name]*glossary.Entry, len(p.Entries))
		for e := range p.Concepts {
			if e.State() == glossary.Retired || e.Term.IsZero() {
				continue
			}
			term := spelling(e.Term.Value)
			var other *glossary.Entry
			var domain string
			for i := range e.Domains {
				n := name{term, e.POS.Value, e.Domains[i].Value}
				switch o := first[n]; {
				case o == nil:
					first[n] = e
				case o != e && other == nil:
					other, domain = o, n.domain
				}
			}
			if other != nil {
				d := p.Report(e.Path, e.Term.Span, diag.Args{"term": e.Term.Value, "id": other.ID, "domain": domain})
				d.Related = []diag.Related{{File: other.Path, Span: other.Term.Span, Code: p.rule.Code, Args: diag.Args{"term": other.Term.Value}}}
			}
		}
	},
}

// spelling gives what two words have in common when they are written alike but for capitals and for the way accents
// are encoded.
func spelling(word string) string { return locale.Collation{}.Key(strings.ToLower(word)) }
