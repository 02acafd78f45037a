package schema_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/lexipoche/lexipoche/internal/schema"
)

// compiled gives a schema ready to judge, or the part of it at a fragment.
func compiled(t *testing.T, data []byte, fragment string) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	id := doc.(map[string]any)["$id"].(string)
	c := jsonschema.NewCompiler()
	if err := c.AddResource(id, doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(id + fragment)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func instance(t *testing.T, data []byte) any {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// refusals gives where a schema refuses a value, each place once with what is wrong there.
func refusals(err error) map[string]string {
	places := map[string]string{}
	var walk func(*jsonschema.ValidationError)
	walk = func(e *jsonschema.ValidationError) {
		if len(e.Causes) == 0 {
			place := "/" + strings.Join(e.InstanceLocation, "/")
			places[place] = strings.TrimSpace(places[place] + " " + fmt.Sprint(strings.Join(e.ErrorKind.KeywordPath(), "/")))
		}
		for _, c := range e.Causes {
			walk(c)
		}
	}
	if v := new(jsonschema.ValidationError); errors.As(err, &v) {
		walk(v)
	}
	return places
}

func small(t *testing.T) map[string]any {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "export.json"))
	if err != nil {
		t.Fatal(err)
	}
	return instance(t, data).(map[string]any)
}

func TestExportIsAccepted(t *testing.T) {
	if err := compiled(t, schema.Export(), "").Validate(small(t)); err != nil {
		t.Error(err)
	}

	header := small(t)
	concepts := header["entries"].([]any)
	delete(header, "$schema")
	delete(header, "entries")
	if err := compiled(t, schema.Export(), "#/$defs/header").Validate(header); err != nil {
		t.Error(err)
	}

	index := header
	index["$schema"] = "schema.json#/$defs/index"
	index["index"] = []any{map[string]any{"id": "tiers-lieu", "term": "tiers-lieu", "hash": strings.Repeat("0a", 32)}}
	if err := compiled(t, schema.Export(), "#/$defs/index").Validate(index); err != nil {
		t.Error(err)
	}

	for _, c := range concepts {
		if err := compiled(t, schema.Export(), "#/$defs/concept").Validate(c); err != nil {
			t.Error(err)
		}
	}
}

// The shapes are told from each other: none passes for another.
func TestExportShapesAreTold(t *testing.T) {
	s := schema.Export()
	for _, fragment := range []string{"#/$defs/header", "#/$defs/index", "#/$defs/concept"} {
		if compiled(t, s, fragment).Validate(small(t)) == nil {
			t.Errorf("the file passes for %s", fragment)
		}
	}
}

// remove, for a mutation, stands for the absence of what it replaces.
var remove = new(int)

func TestExportMutationsAreRefused(t *testing.T) {
	s := compiled(t, schema.Export(), "")
	const concept = "/entries/0"
	for _, c := range []struct {
		at    string // what is changed
		to    any
		where string // where that is told, at itself when empty; the library tells wrong names of keys at the root
		by    string
	}{
		{at: "/$schema", to: remove, where: "/", by: "required"},
		{at: "/schema", to: json.Number("2"), by: "const"},
		{at: "/schema", to: "1", by: "const"},
		{at: "/type", to: "book", by: "const"},
		{at: "/title", to: nil, by: "type"},
		{at: "/title", to: "", by: "minLength"},
		{at: "/title", to: remove, where: "/", by: "required"},
		{at: "/subtitle", to: []any{}, by: "type"},
		{at: "/title_language", to: "fr_CA", by: "pattern"},
		{at: "/style", to: map[string]any{}, by: ""},
		{at: "/id", to: "lexique", by: "pattern"},
		{at: "/id", to: "1234", by: "pattern"},
		{at: "/slug", to: "Lexique", by: "pattern"},
		{at: "/language", to: "français", by: "pattern"},
		{at: "/translations", to: []any{}, by: "minItems"},
		{at: "/translations/0", to: "e", by: "pattern"},
		{at: "/texts", to: map[string]any{}, by: "minProperties"},
		{at: "/texts/en", to: map[string]any{"foreword": "Words."}, where: "/texts/en/foreword", by: "type"},
		{at: "/version", to: json.Number("2026.1"), by: "type"},
		{at: "/date", to: "2026-02-29", by: "pattern"},
		{at: "/previous/date", to: "2025", by: "pattern"},
		{at: "/license", to: "CC BY 4.0", by: "pattern"},
		{at: "/description/html", to: remove, where: "/description", by: "required"},
		{at: "/description/lang", to: remove, where: "/description", by: "required"},
		{at: "/description/text", to: "", by: "minLength"},
		{at: "/description/more", to: "x", by: ""},
		{at: "/description", to: "Un lexique.", by: "type"},
		{at: "/homepage", to: "www.exemple.org", by: "pattern"},
		{at: "/edit", to: "https://exemple.org/edit", by: "pattern"},
		{at: "/contributors/0/role", to: "boss", by: "enum"},
		{at: "/edition/name", to: "Forum 2026", by: "pattern"},
		{at: "/edition/event/date", to: "novembre 2026", by: "pattern"},
		{at: "/edition/select", to: map[string]any{"tags": []any{"a"}}, by: ""},
		{at: "/edition/order", to: "random", by: "enum"},
		{at: "/languages", to: []any{}, by: "minItems"},
		{at: "/languages/0/direction", to: "up", by: "enum"},
		{at: "/languages/0/names/fr", to: remove, where: "/languages/0/names", by: "required"},
		{at: "/domains", to: remove, where: "/", by: "required"},
		{at: "/domains/lieux", to: map[string]any{}, by: "minProperties"},
		{at: "/domains/lieux/fr", to: "", by: "minLength"},
		{at: "/domains/Lieux", to: map[string]any{"fr": "Lieux"}, where: "/", by: "pattern"},
		{at: "/count", to: json.Number("-1"), by: "minimum"},
		{at: "/count", to: json.Number("1.5"), by: "type"},
		{at: "/redirects", to: nil, by: "type"},
		{at: "/redirects/tiers lieu", to: "tiers-lieu", where: "/", by: "pattern"},
		{at: "/redirects/lieu-tiers", to: "Tiers", by: "pattern"},
		{at: "/fold/é", to: json.Number("1"), by: "type"},
		{at: "/fold/éé", to: "ee", where: "/", by: "maxLength"},
		{at: "/entries", to: remove, where: "/", by: "required"},
		{at: "/entries", to: map[string]any{}, by: "type"},
		{at: concept + "/id", to: "Tiers-lieu", by: "pattern"},
		{at: concept + "/type", to: "term", by: "const"},
		{at: concept + "/term", to: remove, where: concept, by: "required"},
		{at: concept + "/pos", to: "nom", by: "enum"},
		{at: concept + "/gender", to: nil, by: "type"},
		{at: concept + "/domains", to: []any{}, by: "minItems"},
		{at: concept + "/definition", to: "Lieu.", by: "type"},
		{at: concept + "/in_brief/markdown", to: "", by: "minLength"},
		{at: concept + "/notes", to: map[string]any{}, by: "type"},
		{at: concept + "/examples/0", to: "Un exemple.", by: "type"},
		{at: concept + "/examples/0/text", to: remove, where: concept + "/examples/0", by: "required"},
		{at: concept + "/trademark", to: "true", by: "type"},
		{at: concept + "/synonyms/0", to: "troisième lieu", by: "type"},
		{at: concept + "/synonyms/0/status", to: remove, where: concept + "/synonyms/0", by: "required"},
		{at: concept + "/synonyms/0/status", to: "bad", by: "enum"},
		{at: concept + "/synonyms/0/region", to: "Québec", by: "pattern"},
		{at: concept + "/synonyms/0/authority", to: map[string]any{}, by: "required"},
		{at: concept + "/translations/en", to: "third place", by: "type"},
		{at: concept + "/translations/en/term", to: "", by: "minLength"},
		{at: concept + "/translations/en_CA", to: map[string]any{"term": "third place"}, where: "/", by: "pattern"},
		{at: concept + "/broader", to: []any{"a", "a"}, by: "uniqueItems"},
		{at: concept + "/broader", to: "lieu", by: "type"},
		{at: concept + "/narrower", to: []any{}, by: "minItems"},
		{at: concept + "/mentions/0", to: "A", by: "pattern"},
		{at: concept + "/sources/0/date", to: "1989-13", by: "pattern"},
		{at: concept + "/sources/0/url", to: "javascript:alert(1)", by: "pattern"},
		{at: concept + "/further_reading/0/title", to: remove, where: concept + "/further_reading/0", by: "required"},
		{at: concept + "/illustration/file", to: "../secret.png", by: "pattern"},
		{at: concept + "/status", to: remove, where: concept, by: "required"},
		{at: concept + "/replaced_by", to: []any{"lieu"}, by: "type"},
		{at: concept + "/identifiers/Wikidata", to: "Q1", where: "/", by: "pattern"},
		{at: concept + "/created", to: "hier", by: "pattern"},
		{at: concept + "/letter", to: "", by: "minLength"},
		{at: concept + "/sort_key", to: "0W", by: "pattern"},
		{at: concept + "/labels", to: map[string]any{}, by: "required"},
		{at: concept + "/labels/preferred", to: map[string]any{}, by: "minProperties"},
		{at: concept + "/labels/preferred/fr-CA", to: []any{"tiers-lieu"}, by: "type"},
		{at: concept + "/labels/admitted/fr-CA", to: "troisième lieu", by: "type"},
		{at: concept + "/search/headword", to: []any{}, by: "minItems"},
		{at: concept + "/search/headword", to: remove, where: concept + "/search", by: "required"},
		{at: concept + "/search/best", to: []any{"a"}, by: ""},
		{at: concept + "/hash", to: strings.Repeat("0A", 32), by: "pattern"},
		{at: concept + "/hash", to: "00", by: "pattern"},
		{at: concept + "/domain", to: "lieux", by: ""},
	} {
		t.Run(c.at, func(t *testing.T) {
			file := small(t)
			if err := s.Validate(file); err != nil {
				t.Fatal(err)
			}
			change(t, file, c.at, c.to)
			where := c.where
			if where == "" {
				where = c.at
			}
			if c.by == "" && strings.LastIndexByte(where, '/') > 0 { // no such key: told at the group, or at the key of the envelope
				where, c.by = where[:strings.LastIndexByte(where, '/')], "additionalProperties"
			}
			got := refusals(s.Validate(file))
			if found, ok := got[where]; !ok || !strings.Contains(found, c.by) {
				t.Errorf("%v: refused at %v, want %s by %s", c.to, got, where, c.by)
			}
		})
	}
}

// change puts a value, or its absence, at a JSON pointer.
func change(t *testing.T, at any, pointer string, to any) {
	t.Helper()
	steps := strings.Split(pointer[1:], "/")
	for i, step := range steps {
		last := i == len(steps)-1
		switch group := at.(type) {
		case map[string]any:
			if last && to == remove {
				if _, ok := group[step]; !ok {
					t.Fatalf("%s: nothing to remove", pointer)
				}
				delete(group, step)
				return
			}
			if last {
				group[step] = to
				return
			}
			at = group[step]
		case []any:
			n, err := strconv.Atoi(step)
			if err != nil || n >= len(group) {
				t.Fatalf("%s: no item %s", pointer, step)
			}
			if last {
				group[n] = to
				return
			}
			at = group[n]
		default:
			t.Fatalf("%s: nothing at %s", pointer, step)
		}
	}
}

// What a schema says of a wrong file is only readable without alternatives; and everything has its words.
func TestExportIsPlain(t *testing.T) {
	data := schema.Export()
	for _, keyword := range []string{"anyOf", "oneOf", "if", "not"} {
		if bytes.Contains(data, []byte(`"`+keyword+`":`)) {
			t.Errorf("%s", keyword)
		}
	}
	if !bytes.Equal(data, schema.Export()) {
		t.Error("not the same twice")
	}
	if bytes.Contains(data, []byte(`\u003c`)) || !bytes.HasSuffix(data, []byte("}\n")) {
		t.Error("not written for people")
	}
	unused := map[string]bool{}
	_, defs, _ := bytes.Cut(data, []byte(`"$defs"`))
	for _, m := range regexp.MustCompile(`(?m)^    "([a-z-]+)": \{`).FindAllSubmatch(defs, -1) {
		name := string(m[1])
		if !bytes.Contains(data, []byte(`"#/$defs/`+name+`"`)) {
			unused[name] = true
		}
	}
	if delete(unused, "header"); len(unused) != 1 || !unused["index"] { // which stand for themselves
		t.Errorf("nothing refers to %v", unused)
	}
}
