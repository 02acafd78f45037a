package source_test

import (
	"io/fs"
	"testing"

	"github.com/lexipoche/lexipoche/internal/casetest"
	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/source"
)

func TestCases(t *testing.T) {
	casetest.Run(t, "cases", source.Codes, func(fsys fs.FS, _ string) diag.List {
		_, found, err := source.Load(fsys)
		if err != nil {
			t.Fatal(err)
		}
		found.Sort()
		return found
	})
}
