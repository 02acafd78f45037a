package lint

import (
	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
)

// unknownDomain mends a domain that is written by its label, or by its id with accents or capitals.
var unknownDomain = &Rule{
	Code:     "unknown-domain",
	Severity: diag.Error,
	Check: func(p *Pass) {
		domains := p.Lexicon.Domains
		if p.Lexicon.Broken || len(domains) == 0 {
			return
		}
		known := make(map[string]bool, len(domains))
		named := map[string]string{} // ids by folded id or label
		var near suggester
		for i := range domains {
			d := &domains[i]
			known[d.ID.Value] = true
			near.candidates = append(near.candidates, d.ID.Value)
			for _, name := range append([]glossary.Label{{Value: d.ID}}, d.Labels...) {
				key := locale.Fold(name.Value.Value)
				if id, ok := named[key]; ok && id != d.ID.Value {
					named[key] = ""
				} else {
					named[key] = d.ID.Value
				}
			}
		}
		for f, t := range p.Kinds(glossary.DomainID) {
			if known[t.Value] {
				continue
			}
			id := named[locale.Fold(t.Value)]
			sure := id != ""
			if !sure {
				id = near.nearest(t.Value)
			}
			d := p.Report(f.Path, t.Span, diag.Args{"domain": t.Value, "near": id, "known": near.candidates})
			if sure {
				d.Fix = rewrite(t, id)
			}
		}
	},
}
