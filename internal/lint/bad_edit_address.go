package lint

import (
	"strings"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

// badEditAddress judges addresses that are made for each entry by what they are without the braces, which no address
// may hold.
var badEditAddress = &Rule{
	Code:     "bad-edit-address",
	Severity: diag.Error,
	Check: func(p *Pass) {
		for f, t := range p.Kinds(glossary.Template) {
			made := strings.ReplaceAll(t.Value, glossary.FilePath, "terms/mot.yaml")
			fault, _ := judgeAddress(made)
			web := strings.HasPrefix(made, "https://") || strings.HasPrefix(made, "http://")
			if hidden(t.Value) || fault == "" && web && made != t.Value {
				continue
			}
			p.Report(f.Path, t.Span, diag.Args{"url": t.Value, "path": made != t.Value, "mark": glossary.FilePath})
		}
	},
}
