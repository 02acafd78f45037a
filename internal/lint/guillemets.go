package lint

import (
	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/locale"
)

var guillemets = &Rule{
	Code:     "guillemets",
	Severity: diag.Warning,
	Check:    func(p *Pass) { p.reportSlips(locale.Guillemets, nil) },
}
