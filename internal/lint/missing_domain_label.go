package lint

import (
	"slices"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
)

var missingDomainLabel = &Rule{
	Code:     "missing-domain-label",
	Severity: diag.Warning,
	Check: func(p *Pass) {
		var languages []string
		for _, t := range append([]glossary.Text{p.Lexicon.Language}, p.Lexicon.Translations...) {
			if locale.ValidTag(t.Value) && !slices.Contains(languages, locale.Language(t.Value)) {
				languages = append(languages, locale.Language(t.Value))
			}
		}
		for i := range p.Lexicon.Domains {
			d := &p.Lexicon.Domains[i]
			for _, language := range languages {
				if len(d.Labels) > 0 && !slices.ContainsFunc(d.Labels, func(l glossary.Label) bool {
					return locale.Language(l.Language.Value) == language
				}) {
					p.Report(p.Lexicon.Path, d.ID.Span, diag.Args{"domain": d.ID.Value, "language": language})
				}
			}
		}
	},
}
