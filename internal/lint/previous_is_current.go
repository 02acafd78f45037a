package lint

import (
	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

// previousIsCurrent finds a version said to be the one before itself: whoever prepares a version moves one of the two and
// forgets the other. A date that comes after the lexicon's is that of [futureDate].
var previousIsCurrent = &Rule{
	Code:     "previous-is-current",
	Severity: diag.Warning,
	Check: func(p *Pass) {
		before := p.Lexicon.Previous
		if before == nil {
			return
		}
		for _, said := range []struct {
			key       string
			old, this *glossary.Text
		}{
			{"version", &before.Version, &p.Lexicon.Version},
			{"date", &before.Date, &p.Lexicon.Date},
		} {
			if !said.old.IsZero() && said.old.Value == said.this.Value {
				d := p.Report(p.Lexicon.Path, said.old.Span, diag.Args{"key": said.key, "value": said.old.Value})
				d.Related = []diag.Related{{File: p.Lexicon.Path, Span: said.this.Span, Code: p.rule.Code, Args: diag.Args{"key": said.key}}}
			}
		}
	},
}
