// Package casetest runs the cases that show each finding at work: one txtar file a code, holding the files of a faulty
// lexicon over a clean one, then the exact text printed about them in French and in English. The same files are the
// examples of `lexipoche explain`, so that what is documented is what is tested.
package casetest

import (
	_ "embed"
	"flag"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/i18n"
)

var update = flag.Bool("update", false, "write the results into the golden files")

//go:embed base.txtar
var base []byte

// Base gives the clean lexicon that the cases are laid over.
func Base() fstest.MapFS { return files(txtar.Parse(base)) }

// Over lays a case's files over the clean lexicon. One that holds "(absent)" takes away that of the same name.
func Over(a *txtar.Archive) fstest.MapFS {
	fsys := Base()
	maps.Copy(fsys, files(a))
	for _, f := range a.Files {
		if string(f.Data) == "(absent)\n" {
			delete(fsys, f.Name)
		}
	}
	return fsys
}

// files gives an archive's files as a folder. A first line may say what no archive holds: "(link)", that the file is one
// to the path below, "(times N)", that its last line comes as many times.
func files(a *txtar.Archive) fstest.MapFS {
	m := fstest.MapFS{}
	for _, f := range a.Files {
		file := &fstest.MapFile{Data: unescape(f.Data)}
		head, rest, _ := strings.Cut(string(f.Data), "\n")
		if head == "(link)" {
			file = &fstest.MapFile{Data: []byte(strings.TrimSpace(rest)), Mode: fs.ModeSymlink}
		} else if found := times.FindStringSubmatch(head); found != nil {
			n, _ := strconv.Atoi(found[1])
			last := strings.LastIndexByte(strings.TrimSuffix(rest, "\n"), '\n') + 1
			file.Data = []byte(rest[:last] + strings.Repeat(rest[last:], n))
		}
		m[f.Name] = file
	}
	return m
}

var times = regexp.MustCompile(`^\(times ([0-9]+)\)$`)

var escapes = regexp.MustCompile(`\\[xb]\{[0-9A-F]+\}`)

// unescape lets a case show bytes that no editor shows: \x{202E} stands for a character, \b{FF} for a byte.
func unescape(data []byte) []byte {
	return escapes.ReplaceAllFunc(data, func(m []byte) []byte {
		n, err := strconv.ParseInt(string(m[3:len(m)-1]), 16, 32)
		if err != nil {
			return m
		}
		if m[1] == 'b' {
			return []byte{byte(n)}
		}
		return []byte(string(rune(n)))
	})
}

// Voice speaks a language of the catalogues.
func Voice(lang string) diag.Voice {
	c := i18n.For(lang)
	return diag.Voice{
		Say:   func(code string, args diag.Args) (string, string) { return c.Say(code, args) },
		Label: c.Label,
		About: func(code string) string { return c.Label(code + ".about") },
	}
}

// Run checks that there is a case for each code and no other, that check finds in it what it says, and finds nothing
// in the clean lexicon. Findings of other codes in a case fail it.
func Run(t *testing.T, dir string, codes map[string]diag.Severity, check func(fsys fs.FS, code string) diag.List) {
	names, err := filepath.Glob(filepath.Join(dir, "*.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if code := strings.TrimSuffix(filepath.Base(name), ".txtar"); codes[code] == diag.Off {
			t.Errorf("%s: no such code", name)
		}
	}
	for _, code := range slices.Sorted(maps.Keys(codes)) {
		t.Run(code, func(t *testing.T) {
			if found := check(Base(), code); len(found) > 0 {
				t.Errorf("speaks of the clean lexicon: %s", text(t, found, Base(), "fr"))
			}
			name := filepath.Join(dir, code+".txtar")
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			golden := map[string][]byte{}
			inputs := &txtar.Archive{Comment: archive.Comment}
			for _, f := range archive.Files {
				if f.Name == "fr" || f.Name == "en" {
					golden[f.Name] = f.Data
					continue
				}
				inputs.Files = append(inputs.Files, f)
			}
			fsys := Over(inputs)
			found := check(fsys, code)
			if !slices.ContainsFunc(found, func(d diag.Diagnostic) bool { return d.Code == code }) {
				t.Errorf("is silent")
			}
			for _, d := range found {
				if d.Code != code {
					t.Errorf("also finds %s at %s:%d:%d", d.Code, d.File, d.Span.Line, d.Span.Col)
				}
			}
			for _, lang := range i18n.Languages {
				got := text(t, found, fsys, lang)
				if *update {
					inputs.Files = append(inputs.Files, txtar.File{Name: lang, Data: []byte(got)})
				} else if got != string(golden[lang]) {
					t.Errorf("%s: got:\n%s\nwant:\n%s", lang, got, golden[lang])
				}
			}
			if *update {
				if err := os.WriteFile(name, txtar.Format(inputs), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func text(t *testing.T, found diag.List, fsys fs.FS, lang string) string {
	t.Helper()
	var b strings.Builder
	if err := found.WriteText(&b, Voice(lang), diag.TextOptions{Files: fsys}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
