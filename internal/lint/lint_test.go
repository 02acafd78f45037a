package lint

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/lexipoche/lexipoche/internal/casetest"
	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/source"
)

func TestCases(t *testing.T) {
	casetest.Run(t, "cases", Codes(), func(fsys fs.FS, code string) diag.List {
		input, read, err := source.Load(fsys)
		if err != nil {
			t.Fatal(err)
		}
		rules := slices.DeleteFunc(slices.Clone(Rules), func(r *Rule) bool { return r.Code != code })
		if len(rules) == 0 { // a finding about the comments that silence others: what they silence is not its affair
			found := run(glossary.Link(input), read, source.Codes, Rules)
			return slices.DeleteFunc(found, func(d diag.Diagnostic) bool { return d.Code != code })
		}
		return run(glossary.Link(input), read, source.Codes, rules)
	})
}

func TestRulesAreSortedAndEachHasItsFile(t *testing.T) {
	if !slices.IsSortedFunc(Rules, func(a, b *Rule) int { return strings.Compare(a.Code, b.Code) }) {
		t.Error("Rules is not sorted by code")
	}
	files, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	ruleFiles := map[string]bool{}
	for _, f := range files {
		src, _ := os.ReadFile(f.Name())
		if strings.Contains(string(src), "= &Rule{") && !strings.HasSuffix(f.Name(), "_test.go") {
			ruleFiles[f.Name()] = true
		}
	}
	for _, r := range Rules {
		name := strings.ReplaceAll(r.Code, "-", "_") + ".go"
		if !ruleFiles[name] {
			t.Errorf("%s is not in %s", r.Code, name)
		}
		delete(ruleFiles, name)
	}
	for name := range ruleFiles {
		t.Errorf("the rule of %s is not in Rules", name)
	}
}
