package export_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/lexipoche/lexipoche/internal/casetest"
	"github.com/lexipoche/lexipoche/internal/compile"
	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/export"
	"github.com/lexipoche/lexipoche/internal/sample"
)

// whole is the export of a small lexicon.
func whole(t *testing.T) string {
	t.Helper()
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	fsys := fstest.MapFS{
		"lexicon.yaml": file("schema: 1\nid: urn:uuid:6f1c2a34-5b6d-4e7f-8a90-1b2c3d4e5f60\nslug: petit\ntitle: Petit\nlanguage: fr-CA\n" +
			"translations: [en]\nversion: \"1\"\ndate: 2026-11-22\nlicense: CC-BY-4.0\ndomains:\n  outils: {fr: Outils}\n"),
		"terms/banc.yaml": file("term: banc\npos: noun\ngender: masculine\ndomains: [outils]\ndefinition: Un siège long, voir [[chaise]].\n" +
			"formerly: [banquette]\nrelated: [chaise]\ntranslations: {en: bench}\ncreated: 2026-01-31\nsynonyms: [escabeau]\n" +
			"sources: [{title: Le siège, url: \"https://example.org/siege\", date: 2019}]\n"),
		"terms/chaise.yaml": file("term: chaise\npos: noun\ngender: feminine\ndomains: [outils]\ndefinition: Un siège avec un dossier.\nbroader: [siege]\n"),
		"terms/siege.yaml":  file("term: siège\npos: noun\ngender: masculine\ndomains: [outils]\ndefinition: Ce qui sert à s’assoir.\n"),
	}
	out, found, err := compile.Build(fsys, compile.Options{Formats: []string{"json"}, Program: "lexipoche test"})
	if err != nil || out == nil {
		t.Fatal(err, found)
	}
	return string(out.Files[0].Data)
}

// said reads an export in which some texts were replaced by others, and words what is wrong with it, the text at each place
// coming first.
func said(t *testing.T, src string, replace ...string) string {
	t.Helper()
	for i := 0; i < len(replace); i += 2 {
		if !strings.Contains(src, replace[i]) {
			t.Fatalf("no %s in\n%s", replace[i], src)
		}
		src = strings.Replace(src, replace[i], replace[i+1], 1)
	}
	_, found := export.Read("petit.json", []byte(src))
	lines := strings.Split(src, "\n")
	var list []string
	for _, d := range found {
		line := []rune(lines[d.Span.Line-1])
		message, _ := casetest.Voice("en").Say(d.Code, d.Args)
		list = append(list, fmt.Sprintf("%s %s [%s]", string(line[d.Span.Col-1:d.Span.EndCol-1]), message, d.Code))
	}
	return strings.Join(list, "\n")
}

func TestReadsAnExport(t *testing.T) {
	if got := said(t, whole(t)); got != "" {
		t.Error(got)
	}
}

// Each mistake is told once, where it is.
func TestShape(t *testing.T) {
	src := whole(t)
	for _, test := range []struct{ from, to, want string }{
		{`"pos":"noun",`, ``, `{ entries[0] (banc): the key "pos" is missing [export-shape]`},
		{`"pos":"noun"`, `"pos":null`, `null entries[0] (banc), pos: null instead of a value [export-shape]`},
		{`"pos":"noun"`, `"pos":3`, `3 entries[0] (banc), pos: a number instead of a text [export-shape]`},
		{`"domains":["outils"]`, `"domains":"outils"`, `"outils" entries[0] (banc), domains: a text instead of a list, [ ] [export-shape]`},
		{`"domains":["outils"]`, `"domains":[]`, `[ entries[0] (banc), domains: empty list [export-shape]`},
		{`"title":"Le siège"`, `"title":""`, `"" entries[0] (banc), sources[0].title: empty text [export-shape]`},
		{`"type":"concept"`, `"type":"mot"`, `"mot" entries[0] (banc), type: "mot" is not one of the values there are [export-shape]`},
		{`"status":"admitted"`, `"status":"usuel"`, `"usuel" entries[0] (banc), synonyms[0].status: "usuel" is not one of the values there are [export-shape]`},
		{`"id":"banc"`, `"id":"Banc Long"`, `"Banc Long" entries[0] (Banc Long), id: "Banc Long" is not an id (unaccented small letters, digits and hyphens) [export-shape]`},
		{`"created":"2026-01-31"`, `"created":"2026-02-31"`, `"2026-02-31" entries[0] (banc), created: "2026-02-31" is not a date (2026-11-22) [export-shape]`},
		{`"en":{"term"`, `"en_CA":{"term"`, `"en_CA" entries[0] (banc), translations: the key "en_CA" is not a language tag (fr-CA) [export-shape]`},
		{`https://example.org/siege`, `javascript:alert(1)`, `"javascript:alert(1)" entries[0] (banc), sources[0].url: "javascript:alert(1)" is not an http, https or mailto address [export-shape]`},
		{`"related":["chaise"]`, `"related":["chaise","chaise"]`, `"chaise" entries[0] (banc), related[1]: "chaise" is there twice [export-shape]`},
		{`"hash":"`, `"hash":"z`, ``},
		{`"slug":"petit"`, `"slug":""`, `"" slug: empty text [export-shape]`},
		{`"date":"2026-11-22"`, `"date":"demain"`, `"demain" date: "demain" is not a date (2026-11-22) [export-shape]`},
		{`"slug":"petit",`, ``, `{ the key "slug" is missing [export-shape]`},
		{`"count":3`, `"count":"3"`, `"3" count: a text instead of a whole number [export-shape]`},
		{`"entries":[`, `"entrees":[`, "{ the key \"entries\" is missing [export-shape]\n\"entrees\" unknown key \"entrees\", left aside [export-unknown-key]"},
		{`"schema":1`, `"schema":0`, `0 schema: "0" is not one of the values there are [export-shape]`},
	} {
		got := said(t, src, test.from, test.to)
		if test.want == "" {
			if strings.Count(got, "[export-shape]") != 1 {
				t.Errorf("%s: %s", test.to, got)
			}
		} else if got != test.want {
			t.Errorf("%s: got\n%s\nwant\n%s", test.to, got, test.want)
		}
	}
}

func TestSense(t *testing.T) {
	src := whole(t)
	for _, test := range []struct{ from, to, want string }{
		{`"count":3`, `"count":4`, `4 count: 4 announced, but 3 in "entries" [export-incoherent]`},
		{`"related":["chaise"]`, `"related":["chaise","pouf"]`, `"pouf" entries[0] (banc), related: "pouf" is not in this file [export-incoherent]`},
		{`"related":["chaise"]`, `"related":["chaise","banc"]`, `"banc" entries[0] (banc), related: "banc" refers to itself [export-incoherent]`},
		{`"mentioned_by":["banc"]`, `"mentioned_by":["siege"]`,
			"\"chaise\" entries[0] (banc), mentions: \"chaise\" is named, but does not name \"banc\" under \"mentioned_by\" [export-incoherent]\n" +
				"\"siege\" entries[1] (chaise), mentioned_by: \"siege\" is named, but does not name \"chaise\" under \"mentions\" [export-incoherent]"},
		{`"redirects":{"banquette":"banc"}`, `"redirects":{"banquette":"pouf"}`, `"pouf" redirects: "pouf" is not in this file [export-incoherent]`},
		{`"redirects":{"banquette":"banc"}`, `"redirects":{"banquette":"siege"}`, `"banquette" redirects: "banquette" leads to "siege", which does not have it under "formerly" [export-incoherent]`},
		{`"redirects":{"banquette":"banc"}`, `"redirects":{}`, `"banquette" entries[0] (banc), formerly: "banquette" is not in "redirects" [export-incoherent]`},
		{`"redirects":{"banquette":"banc"}`, `"redirects":{"banquette":"banc","siege":"banc"}`, `"siege" redirects: "siege" leads elsewhere, but a concept has that id [export-incoherent]`},
		{`"domains":["outils"]`, `"domains":["lieux"]`, `"lieux" entries[0] (banc), domains: domain "lieux" not declared [export-incoherent]`},
		{`"en":{"term"`, `"es":{"term"`, `"es" entries[0] (banc), translations: language "es" not declared [export-incoherent]`},
		{`"sort_key":"`, `"sort_key":"V`, "\"banc\" entries[0] (banc): changed since lexipoche wrote it [export-altered]\n" +
			`"chaise" entries[1] (chaise): placed after "banc", which it should come before [export-incoherent]`},
		{`"text":"Un siège long`, `"text":"Un siège court`, `"banc" entries[0] (banc): changed since lexipoche wrote it [export-altered]`},
		{`"schema":1`, `"schema":2`, `2 export of version 2 of the format, written by "lexipoche test": this program knows version 1 [export-version]`},
		{`"schema":1`, `"schema":1e400`, `1e400 schema: "1e400" is not one of the values there are [export-shape]`},
	} {
		if got := said(t, src, test.from, test.to); got != test.want {
			t.Errorf("%s: got\n%s\nwant\n%s", test.to, got, test.want)
		}
	}
}

// A file that is something else is told by what it is.
func TestKinds(t *testing.T) {
	for src, want := range map[string]string{
		`[]`:        "a list,",
		`"bonjour"`: "a mere value,",
		`{"type":"lexicon","count":1}` + "\n" + `{"type":"concept"}`: "an export as JSON Lines",
		`{"type":"lexicon","count":0}`:                               "the first line of an export as JSON Lines",
		`{"type":"lexicon","index":[]}`:                              "the index of an export",
		`{"id":"banc","type":"concept"}`:                             "a concept alone",
		`{"schema":1,"generator":"lexipoche 0.9","entries":[]}`:      "from before version 1",
		`{"query":"banc","results":[]}`:                              "an answer of",
		`{"@context":{}}`:                                            "linked data",
		`{"$schema":"https://json-schema.org","$defs":{}}`:           "a JSON Schema",
		`{"name":"x","dependencies":{}}`:                             "the configuration of a program",
		`{"type":"FeatureCollection"}`:                               "this JSON is not",
		`{}`:                                                         "this JSON is not",
	} {
		if got := said(t, src); !strings.Contains(got, want) || !strings.HasSuffix(got, "[not-an-export]") || strings.Contains(got, "\n") {
			t.Errorf("%s: %s", src, got)
		}
	}
	if got := said(t, "{} {}"); got != "{ something follows the end of the content [not-json]" {
		t.Error(got)
	}
}

// A newer lexipoche may write a new key in all entries: it is told once, and nothing is lost.
func TestKeysOfANewerVersion(t *testing.T) {
	const n = 300
	fsys := fstest.MapFS{}
	for name, data := range sample.Lexicon(n) {
		fsys[name] = &fstest.MapFile{Data: data}
	}
	out, found, err := compile.Build(fsys, compile.Options{Formats: []string{"json"}, Program: "lexipoche test"})
	if err != nil || out == nil {
		t.Fatal(err, found)
	}
	x, found := export.Read("mesure.json", []byte(strings.ReplaceAll(string(out.Files[0].Data), `"pos":"noun",`, `"pos":"noun","new":0,`)))
	if len(x.Entries) != n || found.HasErrors() {
		t.Errorf("%d entries", len(x.Entries))
	}
	unknown := slices.DeleteFunc(found, func(d diag.Diagnostic) bool { return d.Code == "export-altered" }) // by this test
	if len(unknown) != 1 || unknown[0].Code != "export-unknown-key" || unknown[0].Args["times"] != n {
		t.Errorf("%v", unknown)
	}
}

// An export is what it says, whatever program laid it out again: indented, with its keys in another order, its characters
// escaped, its lines ended as Windows does.
func TestLaidOutAgain(t *testing.T) {
	src := []byte(whole(t))
	var tree any
	if err := json.Unmarshal(src, &tree); err != nil {
		t.Fatal(err)
	}
	sorted, err := json.Marshal(tree)
	if err != nil {
		t.Fatal(err)
	}
	var indented, escaped bytes.Buffer
	if err := json.Indent(&indented, src, "", "\t"); err != nil {
		t.Fatal(err)
	}
	for _, r := range string(src) {
		if r > 0x7F {
			fmt.Fprintf(&escaped, `\u%04X`, r)
		} else {
			escaped.WriteRune(r)
		}
	}
	for name, data := range map[string][]byte{
		"sorted": sorted, "indented": indented.Bytes(), "escaped": escaped.Bytes(), "lines": bytes.ReplaceAll(src, []byte("\n"), []byte("\r\n")),
	} {
		x, found := export.Read("petit.json", data)
		if len(found) > 0 || len(x.Entries) != 3 {
			t.Errorf("%s: %d entries, %v", name, len(x.Entries), found)
			continue
		}
		for _, e := range x.Entries {
			if e.ID == "siege" && e.Definition.Value != "Ce qui sert à s’assoir." {
				t.Errorf("%s: %q", name, e.Definition.Value)
			}
		}
	}
}
