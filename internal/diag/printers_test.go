package diag_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/lexipoche/lexipoche/internal/diag"
)

// french is a catalogue of three codes, as i18n would have it.
var french = diag.Voice{
	Say: func(code string, args diag.Args) (message, hint string) {
		switch code {
		case "unknown-key":
			return fmt.Sprintf("clé inconnue « %s »", args["key"]), fmt.Sprintf("écrire %s", args["near"])
		case "duplicate-key":
			return fmt.Sprintf("clé « %s » en double", args["key"]), ""
		case "duplicate-key.related":
			return fmt.Sprintf("déjà donnée ici : %v", args["value"]), "sans usage"
		case "missing-lexicon":
			return "lexicon.yaml manque, 100 %", "l'ajouter {ici}"
		}
		return "?" + code, ""
	},
	Label: func(key string) string {
		return map[string]string{
			"severity.error": "erreur", "severity.warning": "avertissement", "severity.review": "à revoir",
			"help": "aide", "fixable": "corrigeable avec --fix",
		}[key]
	},
	About: func(code string) string {
		if code == "duplicate-key" {
			return ""
		}
		return "À propos de " + code + ".\n\nAvec {un: exemple}.\n"
	},
}

// quoting says the argument "s" and nothing else.
var quoting = diag.Voice{
	Say:   func(_ string, args diag.Args) (string, string) { return fmt.Sprint(args["s"]), "" },
	Label: french.Label,
	About: french.About,
}

// files is what the findings of shared are about.
var files = fstest.MapFS{
	"terms/a.yaml": {Data: []byte("\ufeffterm: tiers-lieu\r\npos: noun\r\n  defintion: où l’on va\r\n")},
	"terms/b.yaml": {Data: []byte("term: a\nterm: b\n")},
}

// shared holds each kind of finding that there is.
func shared() diag.List {
	return diag.List{
		{Code: "missing-lexicon", Severity: diag.Error, File: "lexicon.yaml"},
		{
			Code: "unknown-key", Severity: diag.Error, File: "terms/a.yaml", Span: diag.Span{3, 3, 3, 12},
			Args: diag.Args{"key": "defintion", "near": "definition"},
			Fix:  &diag.Fix{Edits: []diag.Edit{{diag.Span{3, 3, 3, 12}, "definition"}, {diag.Span{3, 13, 3, 13}, "<&>"}}},
		},
		{Code: "unknown-key", Severity: diag.Off, File: "terms/a.yaml", Span: diag.Span{1, 1, 1, 2}},
		{
			Code: "duplicate-key", Severity: diag.Warning, File: "terms/b.yaml", Span: diag.Span{2, 1, 3, 1},
			Args: diag.Args{"key": "term"},
			Related: []diag.Related{
				{File: "terms/b.yaml", Span: diag.Span{1, 1, 1, 5}, Code: "duplicate-key", Args: diag.Args{"value": "{0}"}},
				{File: "terms/é, :%.yaml", Code: "duplicate-key", Args: diag.Args{"value": 2}},
			},
			Fix: &diag.Fix{Edits: []diag.Edit{{diag.Span{2, 1, 3, 1}, ""}}},
		},
		{
			Code: "duplicate-key", Severity: diag.Review, File: "terms/é, :%.yaml", Span: diag.Span{Line: 4, Col: 2},
			Args: diag.Args{"key": "x"}, Fix: &diag.Fix{},
		},
	}
}

func inLexicon(file string) string { return "lexicon/" + file }

func compare(t *testing.T, got, want string) {
	t.Helper()
	lines, wanted := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(lines), len(wanted)) {
		if lines[i] != wanted[i] {
			t.Errorf("line %d:\ngot  %q\nwant %q", i+1, lines[i], wanted[i])
		}
	}
	if len(lines) != len(wanted) {
		t.Errorf("%d lines, want %d:\n%s", len(lines), len(wanted), got)
	}
}

// printers runs the four printers alike.
var printers = map[string]func(diag.List, *strings.Builder, diag.Voice) error{
	"text": func(l diag.List, b *strings.Builder, v diag.Voice) error {
		return l.WriteText(b, v, diag.TextOptions{})
	},
	"json":   func(l diag.List, b *strings.Builder, v diag.Voice) error { return l.WriteJSON(b, v, nil) },
	"github": func(l diag.List, b *strings.Builder, v diag.Voice) error { return l.WriteGitHub(b, v, nil) },
	"sarif": func(l diag.List, b *strings.Builder, v diag.Voice) error {
		return l.WriteSARIF(b, v, nil, diag.SARIFTool{Name: "x"})
	},
}

func TestEveryPrinterShortensAndShowsArguments(t *testing.T) {
	type named string
	long := strings.Repeat("é", 200)
	short := strings.Repeat("é", 59) + "…"
	for name, print := range printers {
		for _, test := range []struct {
			arg  any
			want string
		}{
			{long, short},
			{named(long), short},
			{[]string{"a", long}, "[a " + short + "]"},
			{[]named{named(long)}, "[" + short + "]"},
			{"a\u202eb", "aU+202Eb"},
			{"deux\n  lignes", "deux lignes"},
			{fmt.Errorf("\x1b[2J"), "U+001B[2J"}, // not a text, yet what is said of it is safe
			{[]int{1, 2}, "[1 2]"},
			{nil, "nil"},
		} {
			var b strings.Builder
			l := diag.List{{Code: "c", Severity: diag.Error, File: "f", Args: diag.Args{"s": test.arg}}}
			if err := print(l, &b, quoting); err != nil {
				t.Fatal(err)
			}
			if got := strings.NewReplacer("<", "", ">", "").Replace(b.String()); !strings.Contains(got, test.want) {
				t.Errorf("%s: %q is not in %q", name, test.want, got)
			}
		}
	}
}

func TestPrintersLeaveTheListAsItIs(t *testing.T) {
	for name, print := range printers {
		l := shared()
		l[1].Args["key"] = strings.Repeat("x", 100)
		before := fmt.Sprintf("%#v", l[1].Args)
		if err := print(l, &strings.Builder{}, french); err != nil {
			t.Fatal(err)
		}
		if after := fmt.Sprintf("%#v", l[1].Args); after != before {
			t.Errorf("%s: arguments became %s", name, after)
		}
	}
}

func TestLabelsAreTheOnesAskedFor(t *testing.T) {
	asked := map[string]bool{}
	voice := french
	voice.Label = func(key string) string { asked[key] = true; return key }
	if err := shared().WriteText(&strings.Builder{}, voice, diag.TextOptions{}); err != nil {
		t.Fatal(err)
	}
	for _, key := range diag.Labels {
		if !asked[key] {
			t.Errorf("%s is listed and not asked for", key)
		}
		delete(asked, key)
	}
	for key := range asked {
		t.Errorf("%s is asked for and not listed", key)
	}
}

// full refuses what is written to it.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

var errFull = fmt.Errorf("full")

func TestPrintersReportTheWriter(t *testing.T) {
	l := shared()
	for name, err := range map[string]error{
		"text":   l.WriteText(full{}, french, diag.TextOptions{}),
		"json":   l.WriteJSON(full{}, french, nil),
		"github": l.WriteGitHub(full{}, french, nil),
		"sarif":  l.WriteSARIF(full{}, french, nil, diag.SARIFTool{}),
	} {
		if err != errFull {
			t.Errorf("%s: %v", name, err)
		}
	}
}
