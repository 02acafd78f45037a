package lint

import (
	"maps"
	"slices"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/locale"
)

// unmatchedTag finds misspelt tags: being free words, they are compared with nothing else.
var unmatchedTag = &Rule{
	Code:     "unmatched-tag",
	Severity: diag.Warning,
	Check: func(p *Pass) {
		if !p.Conclusive("tags") {
			return
		}
		given := map[string]bool{}
		for _, e := range p.Entries {
			for i := range e.Tags {
				given[e.Tags[i].Value] = true
			}
		}
		var near suggester
		for _, ed := range p.Editions {
			if ed.Broken || ed.Select == nil {
				continue
			}
			for i := range ed.Select.Tags {
				t := &ed.Select.Tags[i]
				if given[t.Value] {
					continue
				}
				if near.candidates == nil {
					near.candidates = slices.Sorted(maps.Keys(given))
				}
				tag := near.nearest(t.Value)
				d := p.Report(ed.Path, t.Span, diag.Args{"tag": t.Value, "near": tag})
				if tag != "" && locale.Fold(tag) == locale.Fold(t.Value) && idShape.MatchString(tag) {
					d.Fix = rewrite(t, tag)
				}
			}
		}
	},
}
