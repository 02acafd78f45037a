package lint

import (
	"strings"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

// repeatedTerm compares the words of one concept in one language. Capitals alone tell two words apart when the author
// says what the second one is: a variant, a form to avoid.
var repeatedTerm = &Rule{
	Code:     "repeated-term",
	Severity: diag.Warning,
	Check: func(p *Pass) {
		for e := range p.Concepts {
			if len(e.Synonyms) > 0 || !e.Feminine.IsZero() {
				p.repeated(e.Path, []*glossary.Text{&e.Term, &e.Feminine}, e.Synonyms)
			}
			for i := range e.Translations {
				if t := &e.Translations[i]; len(t.Synonyms) > 0 {
					p.repeated(e.Path, []*glossary.Text{&t.Term}, t.Synonyms)
				}
			}
		}
		for _, ed := range p.Editions {
			for i := range ed.Overrides {
				o := &ed.Overrides[i]
				p.repeated(ed.Path, []*glossary.Text{&o.Term}, o.Synonyms)
			}
		}
	},
}

func (p *Pass) repeated(file string, heads []*glossary.Text, synonyms []glossary.Designation) {
	exact := make(map[string]*glossary.Text, len(heads)+len(synonyms))
	loose := make(map[string]*glossary.Text, len(heads)+len(synonyms))
	add := func(t *glossary.Text, plain bool) {
		if t.IsZero() {
			return
		}
		folded := strings.ToLower(t.Value)
		first := exact[t.Value]
		if first == nil && plain {
			first = loose[folded]
		}
		if first != nil {
			d := p.Report(file, t.Span, diag.Args{"term": t.Value})
			d.Related = []diag.Related{{File: file, Span: first.Span, Code: p.rule.Code}}
			return
		}
		exact[t.Value] = t
		if plain {
			loose[folded] = t
		}
	}
	for _, t := range heads {
		add(t, true)
	}
	for i := range synonyms {
		s := &synonyms[i]
		add(&s.Term, s.Kind.IsZero() && s.Advised())
	}
}
