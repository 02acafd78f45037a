package compile

import (
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/i18n"
)

var update = flag.Lookup("update") // of package casetest

func updating() bool { return update.Value.String() == "true" }

func TestBothCataloguesSayTheSame(t *testing.T) {
	first := i18n.IDs(i18n.Languages[0])
	for i := 1; i < len(first); i++ {
		if first[i] == first[i-1] {
			t.Errorf("%s is said twice", first[i])
		}
	}
	for _, lang := range i18n.Languages[1:] {
		ids := i18n.IDs(lang)
		for _, id := range first {
			if !slices.Contains(ids, id) {
				t.Errorf("%s lacks %s", lang, id)
			}
		}
		for _, id := range ids {
			if !slices.Contains(first, id) {
				t.Errorf("%s says %s, which %s lacks", lang, id, i18n.Languages[0])
			}
		}
	}
}

func TestEachFindingHasItsWords(t *testing.T) {
	for code := range Codes() {
		for _, lang := range i18n.Languages {
			c := i18n.For(lang)
			for _, part := range []string{".message", ".about"} {
				if !c.Has(code + part) {
					t.Errorf("%s%s is missing in %s", code, part, lang)
				}
			}
		}
	}
	for _, key := range diag.Labels {
		for _, lang := range i18n.Languages {
			if !i18n.For(lang).Has(key) {
				t.Errorf("%s is missing in %s", key, lang)
			}
		}
	}
}

// records lists the tables of the source format, each after the one that leads to it.
func records() []*glossary.Record {
	var list []*glossary.Record
	var down func(r *glossary.Record)
	down = func(r *glossary.Record) {
		if slices.Contains(list, r) {
			return
		}
		list = append(list, r)
		for i := range r.Fields {
			if p := r.Fields[i].Parts; p != nil {
				down(p.Record)
			}
		}
		if r.Rest != nil {
			down(r.Rest.Record)
		}
	}
	for _, r := range []*glossary.Record{&glossary.EntryRecord, &glossary.LexiconRecord, &glossary.EditionRecord} {
		down(r)
	}
	return list
}

// exportKeys are the keys that the export has and the source format has not, by group.
var exportKeys = map[string][]string{
	"export": {
		"schema-address", "schema", "type", "generator", "title_language", "edition", "languages", "collation", "count", "redirects", "fold",
		"entries", "index",
	},
	"edition-export": {"name"},
	"concept": {
		"id", "type", "language", "narrower", "parts", "mentions", "mentioned_by", "replaces", "status", "modified", "letter",
		"sort_key", "labels", "search", "hash",
	},
	"labels":   {"preferred", "admitted", "discouraged"},
	"search":   {"headword", "admitted", "equivalent", "discouraged"},
	"text":     {"lang", "markdown", "text", "html"},
	"language": {"tag", "direction", "names"},
	"index":    {"id", "term", "hash"},
}

// wordsOfKeys lists the ids of the words that explain keys, values and schemas: they follow from the tables.
func wordsOfKeys() map[string]bool {
	ids := map[string]bool{}
	for _, r := range records() {
		for i := range r.Fields {
			f := &r.Fields[i]
			ids["key."+r.Name+"."+f.Key] = true
			for _, o := range f.Choices {
				ids["option."+f.Key+"."+o.Value] = true
			}
		}
	}
	for group, keys := range exportKeys {
		for _, key := range keys {
			ids["key."+group+"."+key] = true
		}
	}
	for _, name := range []string{"entry", "lexicon", "edition", "export"} {
		ids["schema."+name+".title"], ids["schema."+name+".short"] = true, true
	}
	return ids
}

// Whoever types a key, or reads one in the export, is told what it is for.
func TestEachKeyHasItsWords(t *testing.T) {
	wanted := wordsOfKeys()
	if len(wanted) < 250 {
		t.Errorf("only %d keys and values", len(wanted))
	}
	for _, lang := range i18n.Languages {
		c := i18n.For(lang)
		for _, id := range slices.Sorted(maps.Keys(wanted)) {
			if !c.Has(id) {
				t.Errorf("%s is missing in %s", id, lang)
			} else if words := c.Label(id); words == "" || words != strings.TrimSpace(words) || strings.Contains(words, "\n") {
				t.Errorf("%s in %s is not one line: %q", id, lang, words)
			}
		}
		for _, id := range i18n.IDs(lang) {
			group, _, _ := strings.Cut(id, ".")
			if slices.Contains([]string{"key", "option", "schema"}, group) && !wanted[id] {
				t.Errorf("%s explains in %s what does not exist", id, lang)
			}
		}
	}
}

// Two keys of the same name share the words of their values, so that a value of one may not mean something else in the other.
func TestValuesOfOneNameMeanOneThing(t *testing.T) {
	of := map[string]*glossary.Option{}
	for _, r := range records() {
		for i := range r.Fields {
			f := &r.Fields[i]
			for j := range f.Choices {
				id := f.Key + "." + f.Choices[j].Value
				if other := of[id]; other != nil && other != &f.Choices[j] {
					t.Errorf("%s is a value of two vocabularies", id)
				}
				of[id] = &f.Choices[j]
			}
		}
	}
}

// goFiles parses the program's own files, tests left out.
func goFiles(t *testing.T) map[string]*ast.File {
	t.Helper()
	list := map[string]*ast.File{}
	err := filepath.WalkDir("..", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		list[name], err = parser.ParseFile(token.NewFileSet(), name, nil, 0)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// Words have one place. What is written in Go is ids, formats, and the errors that no finding is: the French names of
// keys and values in the tables of the model are data.
func TestNoWordsOutsideTheCatalogues(t *testing.T) {
	sentence := regexp.MustCompile(`\p{L}+[,:]?([ \x{a0}]\p{L}+){2,}|« ?\p{L}|[éèàç]`)
	exempt := []string{"../i18n/", "../locale/", "../sample/", "../casetest/", "../glossary/tables.go", "../glossary/fields.go", "../lint/placeholder.go", "../lint/words.go"}
	n := 0
	for name, file := range goFiles(t) {
		if slices.ContainsFunc(exempt, func(p string) bool { return strings.HasPrefix(name, p) }) {
			continue
		}
		ast.Inspect(file, func(node ast.Node) bool {
			switch x := node.(type) {
			case *ast.CallExpr:
				if f, ok := x.Fun.(*ast.SelectorExpr); ok && (f.Sel.Name == "Errorf" || f.Sel.Name == "New" || f.Sel.Name == "Fields" || f.Sel.Name == "Sprintf" && isError(x)) {
					return false
				}
				if f, ok := x.Fun.(*ast.Ident); ok && f.Name == "panic" {
					return false
				}
			case *ast.Field:
				return x.Tag == nil
			case *ast.BasicLit:
				if x.Kind == token.STRING {
					n++
					if value, err := strconv.Unquote(x.Value); err == nil && sentence.MatchString(value) && !strings.ContainsAny(value, "<{\\^") {
						t.Errorf("%s: %q", name, value)
					}
				}
			}
			return true
		})
	}
	if n < 300 {
		t.Errorf("only %d texts looked at", n)
	}
}

// isError tells the texts of an Error method from others: they are for programs and logs.
func isError(call *ast.CallExpr) bool {
	lit, ok := call.Args[0].(*ast.BasicLit)
	return ok && strings.HasPrefix(lit.Value, `"unknown`)
}

// TestNoUnusedWords looks for each id in the program, and in what makes its pages: whole, or as a prefix to which a value is
// added.
func TestNoUnusedWords(t *testing.T) {
	var literals []string
	pages, err := parser.ParseFile(token.NewFileSet(), "formatpage_test.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range append(slices.Collect(maps.Values(goFiles(t))), pages) {
		ast.Inspect(file, func(node ast.Node) bool {
			if x, ok := node.(*ast.BasicLit); ok && x.Kind == token.STRING {
				if value, err := strconv.Unquote(x.Value); err == nil {
					literals = append(literals, value)
				}
			}
			return true
		})
	}
	known := map[string]bool{}
	for _, l := range literals {
		known[l] = true
	}
	codes, keys := Codes(), wordsOfKeys()
	for _, id := range i18n.IDs(i18n.Languages[0]) {
		used := known[id] || keys[id]
		for at := range id {
			if id[at] == '.' {
				head, tail := id[:at], id[at+1:]
				_, code := codes[head]
				used = used || code || known[head+"."] || known[head] || known[tail] && known["entry."] || known[id[:at+1]+"%02d"]
			}
		}
		if !used {
			t.Errorf("%s is never said", id)
		}
	}
}

func TestCatalogueOfFindings(t *testing.T) {
	for lang, name := range map[string]string{"fr": "diagnostics.md", "en": "diagnostics.en.md"} {
		golden(t, filepath.Join("..", "..", "docs", name), catalogue(t, lang))
	}
}

// golden holds a page of the repository to what the program says.
func golden(t *testing.T, name, got string) {
	t.Helper()
	if updating() {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s is not what the program says: make golden", name)
	}
}

// catalogue writes the page of all findings in one language.
func catalogue(t *testing.T, lang string) string {
	t.Helper()
	c := i18n.For(lang)
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n%s\n", c.Label("explain.title"), c.Label("explain.intro"))
	codes := Codes()
	for _, code := range slices.Sorted(maps.Keys(codes)) {
		example, err := Example(code, lang)
		if err != nil {
			t.Error(err)
		}
		fmt.Fprintf(&b, "\n## %s\n\n*%s*\n\n%s\n\n```\n%s```\n", code, c.Label("severity."+codes[code].String()), c.Label(code+".about"), example)
	}
	return b.String()
}
