package lint

import "github.com/lexipoche/lexipoche/internal/diag"

// unusedDomain says nothing as long as the domains of an entry could not be read: they may be those it misses.
var unusedDomain = &Rule{
	Code:     "unused-domain",
	Severity: diag.Review,
	Check: func(p *Pass) {
		if len(p.Entries) == 0 || !p.Conclusive("domains") {
			return
		}
		used := map[string]bool{}
		for _, e := range p.Entries {
			for i := range e.Domains {
				used[e.Domains[i].Value] = true
			}
		}
		for i := range p.Lexicon.Domains {
			if id := &p.Lexicon.Domains[i].ID; !used[id.Value] {
				p.Report(p.Lexicon.Path, id.Span, diag.Args{"domain": id.Value})
			}
		}
	},
}
