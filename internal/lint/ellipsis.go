package lint

import (
	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/locale"
)

var ellipsis = &Rule{
	Code:     "ellipsis",
	Severity: diag.Warning,
	Check:    func(p *Pass) { p.reportSlips(locale.Ellipsis, nil) },
}
