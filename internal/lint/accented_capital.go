package lint

import (
	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/locale"
)

var accentedCapital = &Rule{
	Code:     "accented-capital",
	Severity: diag.Warning,
	Check:    func(p *Pass) { p.reportSlips(locale.AccentedCapital, nil) },
}
