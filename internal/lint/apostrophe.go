package lint

import (
	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/locale"
)

var apostrophe = &Rule{
	Code:     "apostrophe",
	Severity: diag.Warning,
	Check:    func(p *Pass) { p.reportSlips(locale.Apostrophe, nil) },
}
