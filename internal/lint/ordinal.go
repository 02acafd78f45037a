package lint

import (
	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/locale"
)

var ordinal = &Rule{
	Code:     "ordinal",
	Severity: diag.Warning,
	Check:    func(p *Pass) { p.reportSlips(locale.Ordinal, nil) },
}
