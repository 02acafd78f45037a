package lint

import (
	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/locale"
)

var dash = &Rule{
	Code:     "dash",
	Severity: diag.Warning,
	Check:    func(p *Pass) { p.reportSlips(locale.Dash, nil) },
}
