package lint

import (
	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/locale"
)

var etc = &Rule{
	Code:     "etc",
	Severity: diag.Warning,
	Check:    func(p *Pass) { p.reportSlips(locale.Etc, nil) },
}
