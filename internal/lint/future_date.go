package lint

import (
	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

// futureDate has no clock but the lexicon's own date: the same files get the same findings on any day.
var futureDate = &Rule{
	Code:     "future-date",
	Severity: diag.Warning,
	Check: func(p *Pass) {
		today := &p.Lexicon.Date
		if !isDate(glossary.Date, today.Value) {
			return
		}
		for f, v := range p.Fields(glossary.Date) {
			if t := v.Text; t.Value > today.Value && isDate(glossary.Date, t.Value) {
				d := p.Report(f.Path, t.Span, diag.Args{"date": t.Value, "key": v.Field.Key, "today": today.Value})
				d.Related = []diag.Related{{File: p.Lexicon.Path, Span: today.Span, Code: "future-date"}}
			}
		}
	},
}
