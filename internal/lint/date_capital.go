package lint

import (
	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/locale"
)

var dateCapital = &Rule{
	Code:     "date-capital",
	Severity: diag.Warning,
	Check:    func(p *Pass) { p.reportSlips(locale.DateCapital, nil) },
}
