package lint

import (
	"regexp"
	"strings"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

var (
	uuid = regexp.MustCompile(`^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$`)
	// RFC 8141, without the components that nothing uses.
	urn = regexp.MustCompile(`^urn:[A-Za-z0-9][A-Za-z0-9-]{0,30}[A-Za-z0-9]:(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*$`)
)

// badURN asks for what books, TBX, SKOS and schema.org all take for an identifier of the whole.
var badURN = &Rule{
	Code:     "bad-urn",
	Severity: diag.Error,
	Check: func(p *Pass) {
		for f, t := range p.Kinds(glossary.URN) {
			if hidden(t.Value) || isURN(t.Value) {
				continue
			}
			meant := ""
			bare := strings.TrimPrefix(strings.TrimPrefix(strings.ToLower(strings.Trim(t.Value, " {}")), "urn:"), "uuid:")
			if uuid.MatchString(bare) {
				meant = "urn:uuid:" + bare
			}
			d := p.Report(f.Path, t.Span, diag.Args{"id": t.Value, "meant": meant})
			if meant != "" {
				d.Fix = rewrite(t, meant)
			}
		}
	},
}

func isURN(s string) bool {
	if id, ok := strings.CutPrefix(s, "urn:uuid:"); ok {
		return uuid.MatchString(id)
	}
	if urn.MatchString(s) {
		return true
	}
	fault, _ := judgeAddress(s)
	return fault == "" && strings.HasPrefix(s, "http")
}
