package lint

import (
	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

// duplicateIdentifier finds two entries that stand for one concept of another reference work: a copied line, or the same
// concept twice. A retired entry may share that of its replacement.
var duplicateIdentifier = &Rule{
	Code:     "duplicate-identifier",
	Severity: diag.Warning,
	Check: func(p *Pass) {
		type identifier struct{ scheme, value string }
		type place struct {
			entry *glossary.Entry
			value *glossary.Text
		}
		first := map[identifier]place{}
		for e := range p.Concepts {
			if e.State() == glossary.Retired {
				continue
			}
			for i := range e.Identifiers {
				id := &e.Identifiers[i]
				if id.Value.IsZero() {
					continue
				}
				key := identifier{id.Scheme.Value, id.Value.Value}
				other, ok := first[key]
				if !ok {
					first[key] = place{e, &id.Value}
					continue
				}
				d := p.Report(e.Path, id.Value.Span, diag.Args{"scheme": key.scheme, "value": key.value, "id": other.entry.ID})
				d.Related = []diag.Related{{File: other.entry.Path, Span: other.value.Span, Code: p.rule.Code}}
			}
		}
	},
}
