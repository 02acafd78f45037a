package lint

import (
	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/locale"
)

var ligature = &Rule{
	Code:     "ligature",
	Severity: diag.Warning,
	Check:    func(p *Pass) { p.reportSlips(locale.Ligature, nil) },
}
