package diag_test

import (
	"io/fs"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/diag"
)

func writeText(t *testing.T, l diag.List, voice diag.Voice, opt diag.TextOptions) string {
	t.Helper()
	var b strings.Builder
	if err := l.WriteText(&b, voice, opt); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

const sharedText = `lexicon/lexicon.yaml:1:1: erreur: lexicon.yaml manque, 100 % [missing-lexicon]
aide: l'ajouter {ici}
lexicon/terms/a.yaml:3:3: erreur: clé inconnue « defintion » [unknown-key]
      defintion: où l’on va
      ^~~~~~~~~
aide: écrire definition (corrigeable avec --fix)
lexicon/terms/b.yaml:2:1: avertissement: clé « term » en double [duplicate-key]
    term: b
    ^~~~~~~
aide: corrigeable avec --fix
  lexicon/terms/b.yaml:1:1: déjà donnée ici : {0}
  lexicon/terms/é, :%.yaml:1:1: déjà donnée ici : 2
lexicon/terms/é, :%.yaml:4:2: à revoir: clé « x » en double [duplicate-key]
`

func TestText(t *testing.T) {
	compare(t, writeText(t, shared(), french, diag.TextOptions{Files: files, Path: inLexicon}), sharedText)
}

func TestTextInColor(t *testing.T) {
	got := writeText(t, shared(), french, diag.TextOptions{Files: files, Path: inLexicon, Color: true})
	const bold, red, green, yellow, cyan, reset = "\x1b[1m", "\x1b[31m", "\x1b[32m", "\x1b[33m", "\x1b[36m", "\x1b[0m"
	for _, want := range []string{
		"\n" + bold + "lexicon/terms/a.yaml:3:3:" + reset + " " + red + "erreur:" + reset + " clé inconnue",
		"\n      defintion: où l’on va\n      " + green + "^~~~~~~~~" + reset + "\n",
		reset + " " + yellow + "avertissement:" + reset + " clé",
		reset + " " + cyan + "à revoir:" + reset + " clé",
		"\n  " + bold + "lexicon/terms/b.yaml:1:1:" + reset + " déjà donnée",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in %q", want, got)
		}
	}
	compare(t, colors.ReplaceAllString(got, ""), sharedText)
}

var colors = regexp.MustCompile("\x1b\\[[0-9]+m")

func TestTextWithoutSource(t *testing.T) {
	l := diag.List{{Code: "c", Severity: diag.Error, File: "../a", Span: diag.Span{2, 1, 2, 2}, Args: diag.Args{"s": "m"}}}
	want := "../a:2:1: erreur: m [c]\n"
	for name, fsys := range map[string]fs.FS{
		"no files":   nil,
		"no file":    fstest.MapFS{},
		"no line":    fstest.MapFS{"../a": {Data: []byte("x")}},
		"empty line": fstest.MapFS{"../a": {Data: []byte("x\n\n")}},
		"blank line": fstest.MapFS{"../a": {Data: []byte("x\r\n \t\r\n")}},
	} {
		t.Run(name, func(t *testing.T) {
			compare(t, writeText(t, l, quoting, diag.TextOptions{Files: anyPath{fsys}}), want)
		})
	}
	l[0].File = ""
	compare(t, writeText(t, l, quoting, diag.TextOptions{Files: files}), "erreur: m [c]\n")
}

// anyPath opens files of the map whatever their path, which MapFS refuses for some.
type anyPath struct{ fs.FS }

func (a anyPath) Open(name string) (fs.File, error) {
	m, _ := a.FS.(fstest.MapFS)
	f, ok := m[name]
	if !ok {
		return nil, fs.ErrNotExist
	}
	return fstest.MapFS{"f": f}.Open("f")
}

type counting struct {
	fs.FS
	opened map[string]int
}

func (c counting) Open(name string) (fs.File, error) {
	c.opened[name]++
	return c.FS.Open(name)
}

func TestEachFileIsReadOnce(t *testing.T) {
	var l diag.List
	for _, file := range []string{"gone.yaml", "terms/a.yaml", "terms/b.yaml"} {
		for col := range int32(3) {
			l = append(l, diag.Diagnostic{Code: "c", Severity: diag.Error, File: file, Span: diag.Span{1, col + 1, 1, col + 2}})
		}
	}
	fsys := counting{files, map[string]int{}}
	got := writeText(t, l, quoting, diag.TextOptions{Files: fsys})
	if n := strings.Count(got, "    term: "); n != 6 {
		t.Errorf("%d lines of source in %s", n, got)
	}
	for _, file := range []string{"gone.yaml", "terms/a.yaml", "terms/b.yaml"} {
		if n := fsys.opened[file]; n != 1 {
			t.Errorf("%s opened %d times", file, n)
		}
	}
}

func TestTerminalIsSafeFromPaths(t *testing.T) {
	l := diag.List{{Code: "c", Severity: diag.Error, File: "a\x1b[2J\n\u202eb", Args: diag.Args{"s": "m"}}}
	compare(t, writeText(t, l, quoting, diag.TextOptions{}), "a<U+001B>[2J <U+202E>b:1:1: erreur: m [c]\n")
}

func FuzzText(f *testing.F) {
	for _, src := range []string{
		"\ufeffa: b\r\nc:\td\r\n", "é: 図書館 👩\u200d💻\n", "a\x1b[31m\u202eb\x00\xff\u009b", strings.Repeat("mot\t図", 200), "\u0301\u0301",
	} {
		f.Add(src, int32(1), int32(2), int32(1), int32(4), "valeur\u2066", 40)
		f.Add(src, int32(2), int32(700), int32(3), int32(1), src, 0)
		f.Add(src, int32(1), int32(300), int32(1), int32(900), "", 0)
	}
	f.Fuzz(func(t *testing.T, src string, line, col, endLine, endCol int32, arg string, width int) {
		l := diag.List{{
			Code: "c", Severity: diag.Error, File: "f", Span: diag.Span{line, col, endLine, endCol}, Args: diag.Args{"s": arg},
			Related: []diag.Related{{File: arg, Code: "c", Args: diag.Args{"s": src}}},
		}}
		opt := diag.TextOptions{Files: fstest.MapFS{"f": {Data: []byte(src)}}, Width: width}
		plain := writeText(t, l, quoting, opt)
		if !utf8.ValidString(plain) {
			t.Errorf("not UTF-8: %q", plain)
		}
		for _, r := range plain {
			if r != '\n' && r != '\t' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)) {
				t.Errorf("%U in %q", r, plain)
			}
		}
		if n := strings.Count(plain, "\n"); n != 2 && n != 4 {
			t.Errorf("%d lines: %q", n, plain)
		}
		opt.Color = true
		if got := colors.ReplaceAllString(writeText(t, l, quoting, opt), ""); got != plain {
			t.Errorf("in colour %q, without %q", got, plain)
		}
	})
}
