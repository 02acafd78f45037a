package compile

import (
	"fmt"
	"io/fs"

	"golang.org/x/tools/txtar"

	"github.com/lexipoche/lexipoche/internal/export"
	"github.com/lexipoche/lexipoche/internal/lint"
	"github.com/lexipoche/lexipoche/internal/source"
)

// Example shows a finding at work, as it is printed in one of the program's languages: it is the case that its test runs.
func Example(code, language string) (string, error) {
	for _, cases := range []fs.FS{source.Cases, lint.Cases, export.Cases} {
		data, err := fs.ReadFile(cases, "cases/"+code+".txtar")
		if err != nil {
			continue
		}
		for _, f := range txtar.Parse(data).Files {
			if f.Name == language {
				return string(f.Data), nil
			}
		}
	}
	return "", fmt.Errorf("no example of %s in %s", code, language)
}
