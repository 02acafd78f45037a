package lint

import (
	"regexp"
	"strings"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
)

var idShape = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

var badID = &Rule{
	Code:     "bad-id",
	Severity: diag.Error,
	Check: func(p *Pass) {
		for f, v := range p.Fields(glossary.NewID, glossary.FormerID) {
			if id := v.Text; !idShape.MatchString(id.Value) {
				p.Report(f.Path, id.Span, diag.Args{"id": id.Value, "key": v.Field.Key, "suggestion": idOf(id.Value)})
			}
		}
	},
}

var notInID = regexp.MustCompile(`[^a-z0-9]+`)

// idOf makes an id of a text; it is empty when the text has no Latin letter nor digit.
func idOf(text string) string {
	return strings.Trim(notInID.ReplaceAllString(locale.Fold(text), "-"), "-")
}
