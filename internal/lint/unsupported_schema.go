package lint

import (
	"strconv"

	"github.com/lexipoche/lexipoche/internal/diag"
)

const supportedSchema = 1

var unsupportedSchema = &Rule{
	Code:     "unsupported-schema",
	Severity: diag.Error,
	Check: func(p *Pass) {
		schema := &p.Lexicon.Schema
		if n, err := strconv.Atoi(schema.Value); err == nil && n != supportedSchema && strconv.Itoa(n) == schema.Value {
			p.Report(p.Lexicon.Path, schema.Span, diag.Args{"schema": schema.Value, "supported": supportedSchema})
		}
	},
}
