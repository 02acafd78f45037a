package lint

import (
	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
)

var duplicateLabel = &Rule{
	Code:     "duplicate-label",
	Severity: diag.Warning,
	Check: func(p *Pass) {
		type name struct{ language, label string }
		type place struct {
			domain string
			label  *glossary.Text
		}
		first := map[name]place{}
		for i := range p.Lexicon.Domains {
			d := &p.Lexicon.Domains[i]
			for j := range d.Labels {
				l := &d.Labels[j]
				if l.Value.IsZero() {
					continue
				}
				key := name{locale.Language(l.Language.Value), spelling(l.Value.Value)}
				switch other, ok := first[key]; {
				case !ok:
					first[key] = place{d.ID.Value, &l.Value}
				case other.domain != d.ID.Value:
					f := p.Report(p.Lexicon.Path, l.Value.Span, diag.Args{"label": l.Value.Value, "domain": d.ID.Value, "other": other.domain})
					f.Related = []diag.Related{{File: p.Lexicon.Path, Span: other.label.Span, Code: p.rule.Code}}
				}
			}
		}
	},
}
