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
			_, rest, web := strings.Cut(t.Value, "://")
			web = web && (strings.HasPrefix(made, "https://") || strings.HasPrefix(made, "http://"))
			// Of « https://example.org{path} » the file would make the name of another site.
			host := rest[:max(0, strings.IndexAny(rest, "/?#"))]
			within := host != "" && !strings.Contains(host, glossary.FilePath)
			if hidden(t.Value) || fault == "" && web && within && made != t.Value {
				continue
			}
			p.Report(f.Path, t.Span, diag.Args{"url": t.Value, "path": made != t.Value, "mark": glossary.FilePath})
		}
	},
}
