package schema_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"testing"

	"github.com/lexipoche/lexipoche/internal/schema"
)

// broken lists what a schema breaks of the promise that an older one made: see [schema.Major]. Both are decoded JSON.
func broken(old, now any) []string {
	var list []string
	var compare func(at string, old, now any)
	report := func(at, format string, args ...any) { list = append(list, at+": "+fmt.Sprintf(format, args...)) }
	children := func(at, what string, old, now any) {
		was, is := asObject(old), asObject(now)
		for _, name := range slices.Sorted(maps.Keys(was)) {
			if _, ok := is[name]; !ok {
				report(at, "the %s %q is gone", what, name)
				continue
			}
			compare(at+"/"+name, was[name], is[name])
		}
	}
	compare = func(at string, old, now any) {
		was, ok := old.(map[string]any)
		is, okNow := now.(map[string]any)
		if !ok || !okNow { // true or false
			if !reflect.DeepEqual(old, now) {
				report(at, "%v has become %v", old, now)
			}
			return
		}
		keywords := maps.Clone(was)
		maps.Copy(keywords, is)
		for _, keyword := range slices.Sorted(maps.Keys(keywords)) {
			was, had := was[keyword]
			is, has := is[keyword]
			at := at + "/" + keyword
			switch {
			case keyword == "description" || keyword == "title" || keyword == "$id":
			case keyword == "properties":
				children(at, "key", was, is)
			case keyword == "$defs":
				children(at, "definition", was, is)
			case keyword == "required":
				for _, key := range asList(was) {
					if !slices.Contains(asList(is), key) {
						report(at, "%q may now be absent", key)
					}
				}
				for _, key := range asList(is) {
					if !slices.Contains(asList(was), key) {
						report(at, "%q is asked for, which older files lack", key)
					}
				}
			case !had:
				report(at, "%v is asked for, which older files need not heed", is)
			case !has:
				report(at, "%v is no longer asked for", was)
			case keyword == "enum":
				for _, value := range asList(was) {
					if !slices.Contains(asList(is), value) {
						report(at, "the value %q is gone", value)
					}
				}
			case keyword == "items" || keyword == "additionalProperties" || keyword == "unevaluatedProperties" || keyword == "propertyNames":
				compare(at, was, is)
			case !reflect.DeepEqual(was, is):
				report(at, "%v has become %v", was, is)
			}
		}
	}
	compare("", old, now)
	return list
}

func asObject(v any) map[string]any {
	o, _ := v.(map[string]any)
	return o
}

func asList(v any) []any {
	l, _ := v.([]any)
	return l
}

var versionID = regexp.MustCompile(`/export-([0-9]+)\.([0-9]+)\.json$`)

// version reads the numbers in the address of a schema.
func version(t *testing.T, s any) (major, minor int) {
	t.Helper()
	m := versionID.FindStringSubmatch(s.(map[string]any)["$id"].(string))
	if m == nil {
		t.Fatalf("no version in %v", s.(map[string]any)["$id"])
	}
	major, _ = strconv.Atoi(m[1])
	minor, _ = strconv.Atoi(m[2])
	return major, minor
}

// wordless takes off a schema what is there for people alone, which may be said better at any time.
func wordless(v any) any {
	switch v := v.(type) {
	case map[string]any:
		kept := map[string]any{}
		for key, value := range v {
			if _, words := value.(string); words && (key == "description" || key == "title") { // else a key of that name
				continue
			}
			kept[key] = wordless(value)
		}
		return kept
	case []any:
		kept := make([]any, len(v))
		for i := range v {
			kept[i] = wordless(v[i])
		}
		return kept
	}
	return v
}

// The files of released/ are the schemas as they were published, each printed once by `lexipoche schema export`. They are
// never changed.
func TestReleasesAreKept(t *testing.T) {
	now := instance(t, schema.Export())
	major, minor := version(t, now)
	names, err := filepath.Glob(filepath.Join("released", "*.schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	compared := 0
	for _, name := range names {
		published, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		old := instance(t, published)
		oldMajor, oldMinor := version(t, old)
		if want := fmt.Sprintf("export-%d.%d.schema.json", oldMajor, oldMinor); filepath.Base(name) != want {
			t.Errorf("%s says that it is %s", name, want)
		}
		if oldMajor != major {
			continue
		}
		compared++
		switch {
		case oldMinor > minor:
			t.Errorf("%s is newer than the schema, %d.%d", name, major, minor)
		case oldMinor == minor && !reflect.DeepEqual(wordless(old), wordless(now)):
			t.Errorf("the schema asks for something else than %s, under the same number: raise the minor one", name)
		}
		for _, fault := range broken(old, now) {
			t.Errorf("breaks what %s promised: %s", name, fault)
		}
	}
	if compared == 0 {
		t.Errorf("no release of the major %d", major)
	}
}

func TestBroken(t *testing.T) {
	const concept = "/$defs/concept"
	for _, c := range []struct {
		name, at string
		to       any
		want     string // empty when nothing is broken
	}{
		{"other words", concept + "/properties/term/description", "Autrement dit.", ""},
		{"a newer minor", "/$id", "https://lexipoche.github.io/lexipoche/schema/export-1.1.json", ""},
		{"a new key", concept + "/properties/usage", map[string]any{"type": "string"}, ""},
		{"a new key of a group", "/$defs/synonym/properties/usage", map[string]any{"type": "string"}, ""},
		{"a new definition", "/$defs/usage", map[string]any{"type": "string"}, ""},
		{"a new value", concept + "/properties/pos/enum", append(enum(t, "concept", "pos"), "article"), ""},
		{"values in another order", concept + "/properties/level/enum", []any{"advanced", "intermediate", "beginner"}, ""},
		{"keys in another order", "/$defs/text/required", []any{"html", "text", "markdown", "lang"}, ""},

		{"a key gone", concept + "/properties/sort_key", remove, `/$defs/concept/properties: the key "sort_key" is gone`},
		{"a key of the root gone", "/properties/entries", remove, `/properties: the key "entries" is gone`},
		{"a definition gone", "/$defs/header", remove, `/$defs: the definition "header" is gone`},
		{"a key no longer sure", concept + "/required", []any{"id", "type", "term", "pos", "domains", "status", "letter", "sort_key", "labels", "search"}, `/$defs/concept/required: "hash" may now be absent`},
		{"none sure", "/$defs/authority/required", remove, `/$defs/authority/required: "name" may now be absent`},
		{"a new key asked for", "/$defs/authority/required", []any{"name", "url"}, `/$defs/authority/required: "url" is asked for, which older files lack`},
		{"the first asked for", "/$defs/source/required", []any{"title"}, `/$defs/source/required: "title" is asked for, which older files lack`},
		{"a value gone", concept + "/properties/gender/enum", []any{"masculine", "feminine", "both"}, `/$defs/concept/properties/gender/enum: the value "neuter" is gone`},
		{"a vocabulary opened", concept + "/properties/gender/enum", remove, `/$defs/concept/properties/gender/enum: [masculine feminine both neuter] is no longer asked for`},
		{"a vocabulary closed", concept + "/properties/term/enum", []any{"mot"}, `/$defs/concept/properties/term/enum: [mot] is asked for, which older files need not heed`},
		{"another type", concept + "/properties/term/type", "object", `/$defs/concept/properties/term/type: string has become object`},
		{"one more type", concept + "/properties/term/type", []any{"string", "number"}, `/$defs/concept/properties/term/type: string has become [string number]`},
		{"another group", concept + "/properties/definition/$ref", "#/$defs/synonym", `/$defs/concept/properties/definition/$ref: #/$defs/text has become #/$defs/synonym`},
		{"another constant", "/$defs/envelope/properties/type/const", "glossary", `/$defs/envelope/properties/type/const: lexicon has become glossary`},
		{"any text", concept + "/properties/hash/pattern", remove, `/$defs/concept/properties/hash/pattern: ^[0-9a-f]{64}$ is no longer asked for`},
		{"another text", concept + "/properties/hash/pattern", "^[0-9a-f]+$", `/$defs/concept/properties/hash/pattern: ^[0-9a-f]{64}$ has become ^[0-9a-f]+$`},
		{"empty texts", concept + "/properties/term/minLength", remove, `/$defs/concept/properties/term/minLength: 1 is no longer asked for`},
		{"shorter texts", concept + "/properties/term/maxLength", 20, `/$defs/concept/properties/term/maxLength: 20 is asked for, which older files need not heed`},
		{"empty lists", concept + "/properties/domains/minItems", remove, `/$defs/concept/properties/domains/minItems: 1 is no longer asked for`},
		{"items twice", concept + "/properties/broader/uniqueItems", remove, `/$defs/concept/properties/broader/uniqueItems: true is no longer asked for`},
		{"other items", concept + "/properties/domains/items/pattern", "^.*$", `/$defs/concept/properties/domains/items/pattern: ^[a-z0-9]+(-[a-z0-9]+)*$ has become ^.*$`},
		{"other free keys", "/$defs/envelope/properties/redirects/propertyNames", remove, `/$defs/envelope/properties/redirects/propertyNames: map[pattern:^[a-z0-9]+(-[a-z0-9]+)*$ type:string] is no longer asked for`},
		{"other values under free keys", "/$defs/envelope/properties/redirects/additionalProperties/type", "array", `/$defs/envelope/properties/redirects/additionalProperties/type: string has become array`},
		{"any key", concept + "/additionalProperties", true, `/$defs/concept/additionalProperties: false has become true`},
		{"any key of the root", "/unevaluatedProperties", remove, `/unevaluatedProperties: false is no longer asked for`},
		{"keys by pattern", concept + "/patternProperties", map[string]any{"^x-": true}, `/$defs/concept/patternProperties: map[^x-:true] is asked for, which older files need not heed`},
	} {
		t.Run(c.name, func(t *testing.T) {
			now := instance(t, schema.Export())
			change(t, now, c.at, c.to)
			got := broken(instance(t, schema.Export()), now)
			if c.want == "" && len(got) > 0 || c.want != "" && !slices.Equal(got, []string{c.want}) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// enum gives the values of a key of a definition.
func enum(t *testing.T, definition, key string) []any {
	t.Helper()
	s := instance(t, schema.Export())
	for _, step := range []string{"$defs", definition, "properties", key} {
		s = asObject(s)[step]
	}
	return asList(asObject(s)["enum"])
}
