package lint

import (
	"strings"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
)

// placeholders are what authors leave in the place of a text to come, folded; a text that says no more is one.
var placeholders = map[string]bool{
	"todo": true, "tbd": true, "tba": true, "fixme": true, "xxx": true, "a completer": true, "a definir": true, "a faire": true,
	"a venir": true, "a rediger": true, "a ecrire": true, "a traduire": true, "a preciser": true, "to do": true, "to be completed": true,
	"definition a venir": true, "en construction": true, "lorem ipsum": true, "lorem ipsum dolor sit amet": true,
}

// placeholder looks at sentences and descriptions; in a headword or a name, such words may be meant. A draft may hold some.
var placeholder = &Rule{
	Code:     "placeholder",
	Severity: diag.Warning,
	Check: func(p *Pass) {
		var drafts map[*glossary.File]bool
		for f, v := range p.suspected(hasStub) {
			prose := v.Field.Kind != glossary.Line || v.Field.Key == "alt"
			if !isPlaceholder(v.Text.Value, prose) {
				continue
			}
			if drafts == nil {
				drafts = p.drafts()
			}
			if !drafts[f] {
				p.Report(f.Path, v.Text.Span, diag.Args{"text": v.Text.Value, "key": v.Field.Key})
			}
		}
	},
}

func (p *Pass) drafts() map[*glossary.File]bool {
	drafts := map[*glossary.File]bool{}
	for e := range p.Concepts {
		if e.State() == glossary.Draft {
			drafts[&e.File] = true
		}
	}
	return drafts
}

// longestStub is how many bytes a text may have and say nothing.
const longestStub = 32

// mayBeStub rules out, at little cost, nearly all texts that are no placeholders.
func mayBeStub(v glossary.Value) bool {
	s := v.Text.Value
	return len(s) <= longestStub && (v.Field.Kind != glossary.Line || v.Field.Key == "alt" || strings.IndexByte("._-? \xE2", s[0]) >= 0)
}

func isPlaceholder(s string, prose bool) bool {
	if strings.Trim(s, ".…?_-– ") == "" {
		return strings.ContainsAny(s, "….?_") && s != "." // a term may be a dash
	}
	return prose && placeholders[locale.Fold(strings.Trim(s, "[]()<>*.…!: "))]
}
