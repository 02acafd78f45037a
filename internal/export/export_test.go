package export_test

import (
	"io/fs"
	"testing"

	"github.com/lexipoche/lexipoche/internal/casetest"
	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/export"
)

// A case is a file named lexique.json over the clean lexicon, which has none.
func TestCases(t *testing.T) {
	casetest.Run(t, "cases", export.Codes, func(fsys fs.FS, _ string) diag.List {
		const name = "lexique.json"
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil
		}
		_, found := export.Read(name, data)
		return found
	})
}
