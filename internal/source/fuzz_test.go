package source_test

import (
	"bytes"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"github.com/lexipoche/lexipoche/internal/casetest"
	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/source"
)

func FuzzParseEntry(f *testing.F) {
	fuzz(f, "terms", func(data []byte) (*glossary.File, diag.List) {
		e, found := source.ParseEntry("terms/essai.yaml", data)
		return &e.File, found
	})
}

func FuzzParseLexicon(f *testing.F) {
	fuzz(f, ".", func(data []byte) (*glossary.File, diag.List) {
		l, found := source.ParseLexicon("lexicon.yaml", data)
		return &l.File, found
	})
}

func FuzzParseEdition(f *testing.F) {
	fuzz(f, "editions", func(data []byte) (*glossary.File, diag.List) {
		e, found := source.ParseEdition("editions/essai.yaml", data)
		return &e.File, found
	})
}

// fuzz seeds with the files of a folder in the clean lexicon, the cases and the real lexicon, and checks what holds of any file.
func fuzz(f *testing.F, dir string, parse func(data []byte) (*glossary.File, diag.List)) {
	for _, fsys := range seeds(f) {
		names, err := fs.Glob(fsys, path.Join(dir, "*.yaml"))
		if err != nil {
			f.Fatal(err)
		}
		for _, name := range names {
			data, err := fs.ReadFile(fsys, name)
			if err != nil {
				f.Fatal(err)
			}
			if len(data) < 10_000 {
				f.Add(data)
			}
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		original := slices.Clone(data)
		start := time.Now()
		file, found := parse(data)
		if took := time.Since(start); took > 2*time.Second {
			t.Errorf("%d bytes took %v", len(data), took)
		}
		if !bytes.Equal(data, original) {
			t.Fatal("the bytes were changed")
		}
		check(t, data, file, found)
		again, foundAgain := parse(data)
		if !reflect.DeepEqual(found, foundAgain) || !reflect.DeepEqual(again.Values, file.Values) && len(file.Values) > 0 && !sameValues(again, file) {
			t.Error("read twice, it differs")
		}
	})
}

// seeds gives folders that have the shape of a lexicon.
func seeds(t testing.TB) []fs.FS {
	list := []fs.FS{casetest.Base()}
	names, err := filepath.Glob("cases/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		fsys := casetest.Over(archive)
		for name := range fsys {
			if fsys[name].Mode != 0 {
				delete(fsys, name)
			}
		}
		list = append(list, fsys)
	}
	if _, err := os.Stat("../../lexicon"); err == nil {
		list = append(list, os.DirFS("../../lexicon"))
	}
	return list
}

func sameValues(a, b *glossary.File) bool {
	return slices.EqualFunc(a.Values, b.Values, func(a, b glossary.Value) bool {
		return a.Field.Key == b.Field.Key && a.Text.Value == b.Text.Value && a.Text.Span == b.Text.Span && slices.Equal(a.Text.Layout.Anchors(), b.Text.Layout.Anchors())
	})
}

// check tells what is wrong with what was read, whatever was read.
func check(t *testing.T, data []byte, file *glossary.File, found diag.List) {
	t.Helper()
	rows := rowsOf(data)
	if file.Broken && !found.HasErrors() {
		t.Error("nothing was read and nothing is reported")
	}
	if len(file.Values) == 0 && len(found) == 0 {
		t.Error("no value was read and nothing is reported")
	}
	for _, d := range found {
		if source.Codes[d.Code] != d.Severity || d.Severity == diag.Off {
			t.Errorf("%s is %v", d.Code, d.Severity)
		}
		if !inside(rows, d.Span) {
			t.Errorf("%s is at %v", d.Code, d.Span)
		}
		for _, r := range d.Related {
			if !inside(rows, r.Span) {
				t.Errorf("%s is related to %v", d.Code, r.Span)
			}
		}
		if d.Fix != nil {
			if _, made := diag.Apply(data, []*diag.Fix{d.Fix}); len(made) != 1 {
				t.Errorf("%s at %v: the correction cannot be made: %+v", d.Code, d.Span, d.Fix.Edits)
			}
		}
	}
	plain := utf8.Valid(data) && !slices.ContainsFunc(found, func(d diag.Diagnostic) bool { return d.Code == "control-character" })
	for _, v := range file.Values {
		if !inside(rows, v.Text.Span) {
			t.Errorf("%s %q is at %v", v.Field.Key, v.Text.Value, v.Text.Span)
		}
		last := int32(-1)
		for _, a := range v.Text.Layout.Anchors() {
			if a.Offset <= last || int(a.Offset) >= len(v.Text.Value) || !utf8.RuneStart(v.Text.Value[a.Offset]) {
				t.Errorf("%s %q: anchor at byte %d", v.Field.Key, v.Text.Value, a.Offset)
				continue
			}
			last = a.Offset
			c, ok := runeAt(rows, a.Line, a.Col)
			if !ok {
				t.Errorf("%s %q: byte %d at %d:%d", v.Field.Key, v.Text.Value, a.Offset, a.Line, a.Col)
			} else if want, _ := utf8.DecodeRuneInString(v.Text.Value[a.Offset:]); plain && c != want && want != ' ' && want != '\n' && !strings.ContainsRune("\\'\"", c) {
				t.Errorf("%s %q: byte %d is %q in the file", v.Field.Key, v.Text.Value, a.Offset, c)
			}
		}
	}
	for _, i := range file.Ignores {
		if !inside(rows, i.Span) {
			t.Errorf("ignore at %v", i.Span)
		}
	}
}

// rowsOf gives the characters of each line, found with nothing in common with the package.
func rowsOf(data []byte) [][]rune {
	text := strings.TrimPrefix(string(data), "\ufeff")
	var rows [][]rune
	for _, line := range strings.Split(text, "\n") {
		rows = append(rows, []rune(line))
	}
	return rows
}

func inside(rows [][]rune, s diag.Span) bool {
	if s.IsZero() {
		return s == diag.Span{}
	}
	_, start := runeAt(rows, s.Line, s.Col)
	_, end := runeAt(rows, s.EndLine, s.EndCol)
	return start && end && (s.Line < s.EndLine || s.Line == s.EndLine && s.Col <= s.EndCol)
}

// runeAt gives the character at a place, a line end just after the last one of a line.
func runeAt(rows [][]rune, line, col int32) (rune, bool) {
	if line < 1 || int(line) > len(rows) || col < 1 || int(col) > len(rows[line-1])+1 {
		return 0, false
	}
	if row := rows[line-1]; int(col) <= len(row) {
		return row[col-1], true
	}
	return '\n', true
}
