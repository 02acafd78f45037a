package export_test

import (
	"bytes"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"github.com/lexipoche/lexipoche/internal/export"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/lint"
)

// Whatever the bytes, reading ends soon, says the same each time, at places that are in the file; and what was read can be
// linked and judged.
func FuzzRead(f *testing.F) {
	cases, err := filepath.Glob(filepath.Join("cases", "*.txtar"))
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range cases {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(archive.Files[0].Data)
	}
	for _, src := range []string{"", "[", "{\"a\":", "\"\\ud83d\"", "{\"type\":\"lexicon\",\"schema\":1e999}", "{\"type\":\"lexicon\",\"entries\":[null,{},[]]}"} {
		f.Add([]byte(src))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		original := slices.Clone(data)
		start := time.Now()
		x, found := export.Read("lexique.json", data)
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%d bytes took %v", len(data), took)
		}
		if !bytes.Equal(data, original) {
			t.Fatal("the bytes were changed")
		}
		lines := bytes.Count(data, []byte("\n")) + 1
		for _, d := range found {
			if d.Span.Line < 1 || int(d.Span.Line) > lines || d.Span.Col < 1 || int(d.Span.Col) > len(data)+1 {
				t.Errorf("%s at %v, of %d lines", d.Code, d.Span, lines)
			}
			if d.Span.EndLine < d.Span.Line || d.Span.EndLine == d.Span.Line && d.Span.EndCol < d.Span.Col {
				t.Errorf("%s ends before it begins: %v", d.Code, d.Span)
			}
		}
		again, foundAgain := export.Read("lexique.json", data)
		if !reflect.DeepEqual(found, foundAgain) || len(again.Entries) != len(x.Entries) {
			t.Error("read twice, it differs")
		}
		lint.Run(glossary.Link(x.Input), nil, nil)
	})
}
