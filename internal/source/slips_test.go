package source_test

import (
	"io/fs"
	"math/rand"
	"strings"
	"testing"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/source"
)

// slips are what a hand does to a line of a file, apart from the words.
var slips = map[string]func(r *rand.Rand, line string) string{
	"a space more":       func(_ *rand.Rand, line string) string { return " " + line },
	"two spaces more":    func(_ *rand.Rand, line string) string { return "  " + line },
	"a space less":       func(_ *rand.Rand, line string) string { return strings.TrimPrefix(line, " ") },
	"at the margin":      func(_ *rand.Rand, line string) string { return strings.TrimLeft(line, " ") },
	"a tab":              func(_ *rand.Rand, line string) string { return "\t" + strings.TrimLeft(line, " ") },
	"no space":           func(_ *rand.Rand, line string) string { return strings.Replace(line, ": ", ":", 1) },
	"no colon":           func(_ *rand.Rand, line string) string { return strings.Replace(line, ": ", " ", 1) },
	"with the next line": func(_ *rand.Rand, line string) string { return strings.TrimSuffix(line, "\n") + " " },
	"a character less": func(r *rand.Rand, line string) string {
		runes := []rune(line)
		i := r.Intn(len(runes))
		return string(runes[:i]) + string(runes[i+1:])
	},
	"a sign more": func(r *rand.Rand, line string) string {
		signs := []string{":", " : ", "- ", "\"", "'", "[", "]", "{", "}", "#", " #", "*", "&", "!", "|", ">", ",", "“", "\\", "?", "%", "@", "`", "•", "\u00a0", "\n"}
		runes := []rune(line)
		i := r.Intn(len(runes))
		return string(runes[:i]) + signs[r.Intn(len(signs))] + string(runes[i:])
	},
}

// One slip of the hand is one finding, whatever it does to the structure of the file; and what can be corrected is so in a few
// rounds, after which nothing is left to correct.
func TestOneSlipIsOneFinding(t *testing.T) {
	var files []string
	for _, fsys := range seeds(t) {
		names, err := fs.Glob(fsys, "terms/*.yaml")
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			data, err := fs.ReadFile(fsys, name)
			if err != nil {
				t.Fatal(err)
			}
			if _, found := source.ParseEntry(name, data); len(found) == 0 {
				files = append(files, string(data))
			}
		}
	}
	for name, slip := range slips {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := rand.New(rand.NewSource(1))
			some, several := 0, 0
			for range 200 {
				lines := strings.SplitAfter(files[r.Intn(len(files))], "\n")
				i := r.Intn(len(lines) - 1)
				lines[i] = slip(r, lines[i])
				data := []byte(strings.Join(lines, ""))
				e, found := source.ParseEntry("terms/essai.yaml", data)
				check(t, data, &e.File, found)
				if len(found) > 0 {
					some++
				}
				if len(found) > 1 {
					several++
				}
				corrected(t, data)
			}
			most := 6 // in a hundred
			if name == "a sign more" {
				most = 20 // it may open a quote in the middle of a list
			}
			if some < 15 || several*100 > some*most {
				t.Errorf("%d files have findings, and %d have several", some, several)
			}
		})
	}
}

// corrected makes all corrections until none is left.
func corrected(t *testing.T, data []byte) {
	t.Helper()
	first := data
	for range 8 {
		_, found := source.ParseEntry("terms/essai.yaml", data)
		var fixes []*diag.Fix
		for _, d := range found {
			if d.Fix != nil {
				fixes = append(fixes, d.Fix)
			}
		}
		if len(fixes) == 0 {
			return
		}
		data, _ = diag.Apply(data, fixes)
	}
	t.Errorf("corrections never end in\n%s", first)
}
