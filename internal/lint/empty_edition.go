package lint

import (
	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

// emptyEdition says nothing as long as an entry or a word of the selection could not be understood: that may be what it
// lacks.
var emptyEdition = &Rule{
	Code:     "empty-edition",
	Severity: diag.Error,
	Check: func(p *Pass) {
		if len(p.Entries) == 0 || !p.Conclusive("domains", "level", "tags", "status") {
			return
		}
		for _, ed := range p.Editions {
			if ed.Broken || ed.Select == nil || !p.understood(ed.Select) || len(p.Select(ed)) > 0 {
				continue
			}
			p.Report(ed.Path, ed.Select.Span, nil)
		}
	},
}

func (p *Pass) understood(s *glossary.Selection) bool {
	for _, ids := range [][]glossary.Text{s.IDs, s.Except} {
		for i := range ids {
			if p.Entry(ids[i].Value) == nil {
				return false
			}
		}
	}
	for i := range s.Domains {
		if p.Lexicon.Domain(s.Domains[i].Value) == nil {
			return false
		}
	}
	for i := range s.Levels {
		if !isOption(glossary.Levels, s.Levels[i].Value) {
			return false
		}
	}
	return true
}
