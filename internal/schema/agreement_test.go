package schema_test

import (
	"encoding/json"
	"errors"
	"fmt"
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
	"unicode/utf8"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/tools/txtar"
	"gopkg.in/yaml.v3"

	"github.com/lexipoche/lexipoche/internal/casetest"
	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/lint"
	"github.com/lexipoche/lexipoche/internal/schema"
	"github.com/lexipoche/lexipoche/internal/source"
)

// told are the findings that a schema makes too, each with the cases in which it does; nil is in all. f is the key whose value
// the finding is about, and value its text; f is nil when it is about a group.
//
// The other codes are not here because they take other files to know (broken-reference, unknown-domain, duplicate-id, and all
// that is said of relations), the name or the folder of a file (file-name, stray-file…), the language of the lexicon
// (missing-gender, missing-plural, the whole of typography and wording), two keys at once (incomplete-source, missing-alt,
// retired-without-replacement), for which a schema would need alternatives that no editor words well, or a calendar and a clock
// (dates-out-of-order, future-date). What is said of Markdown is about the inside of a text. See also unsure.
var told = map[string]func(f *glossary.Field, value string, args diag.Args) bool{
	"unknown-key":        nil,
	"missing-key":        nil,
	"wrong-type":         nil,
	"empty-value":        nil,
	"empty-file":         nil,
	"bad-id":             nil,
	"bad-color":          nil,
	"bad-license":        nil,
	"bad-urn":            nil,
	"unknown-value":      nil,
	"line-break":         nil,
	"unsupported-schema": nil,
	// An interval that ends before it begins takes arithmetic.
	"bad-date": func(_ *glossary.Field, value string, args diag.Args) bool {
		return args["reason"] != "reversed" || strings.Count(value, "/") > 1
	},
	// The list of countries is not the schema's.
	"bad-region": func(_ *glossary.Field, value string, _ diag.Args) bool {
		return !regexp.MustCompile(`^[A-Z]{2}(-[A-Z0-9]{1,3})?$`).MatchString(value)
	},
	// Of a reference, the schema knows the form. What has another is also reported as leading nowhere.
	"broken-reference": func(f *glossary.Field, value string, _ diag.Args) bool { return isReference(f) && !isID(value) },
	"unknown-domain":   func(f *glossary.Field, value string, _ diag.Args) bool { return isReference(f) && !isID(value) },
	"unknown-rule":     func(_ *glossary.Field, value string, _ diag.Args) bool { return !isID(value) },
	// Marks are not counted.
	"too-long": func(_ *glossary.Field, value string, _ diag.Args) bool {
		return !strings.ContainsAny(value, "*_<>&`~[]\\")
	},
	// Which languages the lexicon declares stands in another file; that no part comes twice takes a memory.
	"unknown-language": func(_ *glossary.Field, value string, args diag.Args) bool {
		parts := strings.Split(strings.ToLower(value), "-")
		return args["fault"] == "form" && len(slices.Compact(slices.Sorted(slices.Values(parts)))) == len(parts)
	},
	// Of the links of a text, the schema sees nothing. Arithmetic, pairs, and marks that only a sentence puts after an address are
	// beyond a pattern.
	"bad-url": func(f *glossary.Field, value string, args diag.Args) bool {
		if f == nil || f.Kind != glossary.Address {
			return false
		}
		switch args["reason"] {
		case "brackets", "entity":
			return false
		case "wrapped":
			return !regexp.MustCompile(`^https?://[^/]+/.*[»”,;]$`).MatchString(value)
		case "truncated":
			return !strings.HasSuffix(value, "...")
		case "host":
			return !regexp.MustCompile(`:[0-9]+(/|$)|[^./]{64}`).MatchString(value)
		}
		return true
	},
	"unsafe-url": func(f *glossary.Field, _ string, _ diag.Args) bool { return f != nil && f.Kind == glossary.Address },
	"bad-edit-address": func(_ *glossary.Field, value string, _ diag.Args) bool {
		return strings.Count(value, "(") == strings.Count(value, ")")
	},
	// The image itself is another file.
	"bad-image": func(_ *glossary.Field, _ string, args diag.Args) bool {
		return slices.Contains([]string{"remote", "absolute", "outside", "backslash", "path", "svg", "type", "name"}, args["reason"].(string))
	},
	// What cannot be seen in a value is reported instead of the value.
	"invisible-character": hasForm,
	"bidi-control":        hasForm,
	"private-use":         hasForm,
	// The quotes of a word processor are part of the text for YAML.
	"curly-quotes": hasForm,
}

// unsure are the findings about YAML's own syntax: it reads something else than what was written, of which the schema may
// know something to say or nothing. Reading takes the text as it was meant.
var unsure = []string{
	"bad-escape", "control-character", "custom-tag", "duplicate-key", "encoding", "inner-quote", "merge-conflict", "missing-colon",
	"missing-line-break", "missing-space", "old-line-end", "several-documents", "tab-indentation", "text-taken-comment",
	"text-too-long", "trailing-comma", "unclosed-mark", "unquoted-text", "unreadable-yaml", "wrong-bullet", "wrong-indentation",
	"yaml-anchor", "file-too-large", "foreign-file",
}

func isReference(f *glossary.Field) bool {
	return f != nil && (f.Kind == glossary.EntryID || f.Kind == glossary.DomainID)
}

func isID(s string) bool { return regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`).MatchString(s) }

func hasForm(f *glossary.Field, value string, _ diag.Args) bool {
	if f == nil {
		return false
	}
	switch f.Kind {
	case glossary.Line, glossary.Inline, glossary.Blocks, glossary.Phonetic:
		return false
	case glossary.Address, glossary.URN, glossary.Template: // in which any sign may stand somewhere
		return strings.HasPrefix(value, "“") || strings.HasPrefix(value, "«")
	}
	return true
}

// decode gives what an editor sees in a file, by the core schema of YAML 1.2: dates, `yes` and `no` are texts. What is lossy
// holds a number, or true or false, in another form than the one it is read as: a schema cannot know which (0x1F, True).
func decode(data []byte) (v any, lossy bool, err error) {
	defer func() {
		if p := recover(); p != nil { // yaml.v3 reports some faults so
			err = fmt.Errorf("%v", p)
		}
	}()
	var doc yaml.Node
	if !utf8.Valid(data) {
		return nil, false, errors.New("not UTF-8")
	}
	if err := yaml.Unmarshal(data, &doc); err != nil {
		return nil, false, err
	}
	if len(doc.Content) == 0 {
		return nil, false, nil
	}
	v = core(doc.Content[0], 0, &lossy)
	return v, lossy, nil
}

var (
	nulls  = regexp.MustCompile(`^(?:null|Null|NULL|~|)$`)
	bools  = regexp.MustCompile(`^(?:true|True|TRUE|false|False|FALSE)$`)
	bases  = regexp.MustCompile(`^(?:0o[0-7]+|0x[0-9a-fA-F]+)$`)
	floats = regexp.MustCompile(`^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$`)
	odds   = regexp.MustCompile(`^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$`)
)

func core(n *yaml.Node, depth int, lossy *bool) any {
	if depth > 200 {
		return nil
	}
	switch n.Kind {
	case yaml.AliasNode:
		return core(n.Alias, depth+1, lossy)
	case yaml.SequenceNode:
		list := []any{}
		for _, c := range n.Content {
			list = append(list, core(c, depth+1, lossy))
		}
		return list
	case yaml.MappingNode:
		group := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			group[n.Content[i].Value] = core(n.Content[i+1], depth+1, lossy)
		}
		return group
	}
	s := n.Value
	if n.Style != 0 { // quoted, a block, or tagged
		return s
	}
	number, truth := "", ""
	switch {
	case nulls.MatchString(s):
		return nil
	case bools.MatchString(s):
		truth = strings.ToLower(s)
	case bases.MatchString(s):
		i, _ := strconv.ParseInt(s, 0, 64)
		number = strconv.FormatInt(i, 10)
	case odds.MatchString(s):
		number = "0.5"
	case floats.MatchString(s):
		number = "0.5"
		if f, err := strconv.ParseFloat(s, 64); err == nil {
			number = strconv.FormatFloat(f, 'f', -1, 64)
		}
	default:
		return s
	}
	if number+truth != s {
		*lossy = true
	}
	if truth != "" {
		return truth == "true"
	}
	return json.Number(number)
}

// judges are the compiled schemas of the source format.
type judges struct{ entry, lexicon, edition *jsonschema.Schema }

func (j *judges) of(name string) *jsonschema.Schema {
	switch {
	case name == source.LexiconFile:
		return j.lexicon
	case strings.HasPrefix(name, "terms/") && strings.HasSuffix(name, ".yaml"):
		return j.entry
	case strings.HasPrefix(name, "editions/") && strings.HasSuffix(name, ".yaml"):
		return j.edition
	}
	return nil
}

// tally is what became of the files compared.
type tally struct {
	good, bad          int // both accept, both refuse
	unsure, unreadable int // where YAML's syntax decides
	lossy              int // where a number is written in a form that YAML loses
	accepted, refused  map[glossary.Kind]bool
	codes              map[string]int // told, by code
}

// compare holds the schemas to what reading and the rules say of each file of a lexicon.
func (y *tally) compare(t *testing.T, j *judges, about string, fsys fs.FS) {
	t.Helper()
	in, read, err := source.Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]diag.List{}
	for _, d := range lint.Run(glossary.Link(in), read, source.Codes) {
		found[d.File] = append(found[d.File], d)
	}
	files := []*glossary.File{&in.Lexicon.File}
	for _, e := range in.Entries {
		files = append(files, &e.File)
	}
	for _, e := range in.Editions {
		files = append(files, &e.File)
	}
	for _, f := range files {
		judge := j.of(f.Path)
		data, err := fs.ReadFile(fsys, f.Path)
		if judge == nil || err != nil {
			continue // reported for its name, or for being no file
		}
		var tells []string
		open := false
		for _, d := range found[f.Path] {
			if slices.Contains(unsure, d.Code) {
				open = true
			}
			holds, ok := told[d.Code]
			field, value := fieldAt(f, d.Span)
			if !ok || holds != nil && !holds(field, value, d.Args) {
				continue
			}
			tells = append(tells, fmt.Sprintf("%d:%d %s", d.Span.Line, d.Span.Col, d.Code))
			y.codes[d.Code]++
			if field != nil {
				y.refused[field.Kind] = true
			}
		}
		v, lossy, err := decode(data)
		if err != nil {
			y.unreadable++
			continue
		}
		if lossy {
			y.lossy++
			continue
		}
		refused := judge.Validate(v)
		switch {
		case len(tells) > 0 && refused == nil:
			t.Errorf("%s: %s: the schema accepts what is reported: %s\n%s", about, f.Path, strings.Join(tells, ", "), short(data))
		case len(tells) > 0:
			y.bad++
		case open:
			y.unsure++
		case refused != nil:
			t.Errorf("%s: %s: the schema refuses what is not reported: %v (reported: %v)\n%s", about, f.Path, refusals(refused), codesOf(found[f.Path]), short(data))
		default:
			y.good++
			for _, v := range f.Values {
				y.accepted[v.Field.Kind] = true
			}
		}
	}
}

func short(data []byte) string { return string(data[:min(len(data), 700)]) }

func codesOf(found diag.List) (codes []string) {
	for _, d := range found {
		codes = append(codes, d.Code)
	}
	return codes
}

// fieldAt gives the key whose value stands at a place, and the value.
func fieldAt(f *glossary.File, at diag.Span) (*glossary.Field, string) {
	for _, v := range f.Values {
		s := v.Text.Span
		before := s.Line < at.Line || s.Line == at.Line && s.Col <= at.Col
		after := s.EndLine > at.Line || s.EndLine == at.Line && s.EndCol > at.Col
		if before && after {
			return v.Field, v.Text.Value
		}
	}
	return nil, ""
}

func TestSchemasAgreeWithReaderAndRules(t *testing.T) {
	for _, code := range slices.Concat(slices.Collect(maps.Keys(told)), unsure) {
		if source.Codes[code] == diag.Off && lint.Codes()[code] == diag.Off {
			t.Errorf("%s is no code", code)
		}
	}
	j := &judges{compiled(t, schema.Entry(), ""), compiled(t, schema.Lexicon(), ""), compiled(t, schema.Edition(), "")}
	y := &tally{accepted: map[glossary.Kind]bool{}, refused: map[glossary.Kind]bool{}, codes: map[string]int{}}

	root := filepath.Join("..", "..")
	lexicons, err := filepath.Glob(filepath.Join(root, "cmd", "lexipoche", "testdata", "torture*"))
	if err != nil || len(lexicons) < 5 {
		t.Fatalf("%d lexicons, %v", len(lexicons), err)
	}
	for _, dir := range append(lexicons, filepath.Join(root, "lexicon"), filepath.Join(root, "cmd", "lexipoche", "testdata", "broken")) {
		y.compare(t, j, filepath.Base(dir), os.DirFS(dir))
	}

	for _, pkg := range []string{"lint", "source"} {
		cases, err := filepath.Glob(filepath.Join("..", pkg, "cases", "*.txtar"))
		if err != nil || len(cases) < 30 {
			t.Fatalf("%d cases of %s, %v", len(cases), pkg, err)
		}
		for _, name := range cases {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			y.compare(t, j, filepath.Base(name), casetest.Over(archive))
		}
	}

	// Entries with mistakes, each under what it is a mistake of.
	mistakes, err := txtar.ParseFile(filepath.Join("..", "source", "testdata", "mistakes.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	fsys := casetest.Base()
	for i, f := range mistakes.Files {
		fsys[fmt.Sprintf("terms/mistake-%d.yaml", i)] = &fstest.MapFile{Data: f.Data}
	}
	y.compare(t, j, "mistakes", fsys)

	y.compare(t, j, "shapes", shapes())
	y.compare(t, j, "editions", editions())
	for name, fsys := range valued() {
		y.compare(t, j, name, fsys)
	}

	t.Logf("%d files that both accept, %d that both refuse; %d where YAML's syntax decides, %d that it cannot read, %d of which it loses something; %v", y.good, y.bad, y.unsure, y.unreadable, y.lossy, y.codes)
	if y.good < 700 || y.bad < 700 || y.unsure+y.unreadable > 300 {
		t.Error("the corpus has dwindled")
	}
	for code := range told {
		if y.codes[code] == 0 {
			t.Errorf("nothing is told of %s", code)
		}
	}
	for kind := glossary.Line; kind <= glossary.Phonetic; kind++ {
		if !y.accepted[kind] {
			t.Errorf("no value of kind %d is accepted", kind)
		}
		switch kind {
		case glossary.Blocks, glossary.Phonetic, glossary.RuleCode: // only emptiness is refused, or what takes a list of rules
		default:
			if !y.refused[kind] {
				t.Errorf("no value of kind %d is refused", kind)
			}
		}
	}
}
