package lint

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/casetest"
	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/source"
	"github.com/lexipoche/lexipoche/lexicon"
)

// typographyRules are the rules of this file.
var typographyRules = []*Rule{
	accentedCapital, apostrophe, dash, dateCapital, ellipsis, etc, guillemets, ligature, numberSpace, ordinal, punctuationSpace,
}

// reference gives the lexicon that is shipped, to be changed.
func reference(t *testing.T) fstest.MapFS {
	t.Helper()
	fsys := fstest.MapFS{}
	err := fs.WalkDir(lexicon.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(lexicon.FS, name)
		fsys[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return fsys
}

// corrected gives a lexicon with every correction made, in as many rounds as it takes, and what is found then.
func corrected(t *testing.T, fsys fstest.MapFS) (fstest.MapFS, diag.List) {
	t.Helper()
	fsys = maps.Clone(fsys)
	for range 10 {
		g, reading := read(t, fsys)
		found := run(g, reading, source.Codes, Rules)
		fixes := map[string][]*diag.Fix{}
		for _, d := range found {
			if d.Fix != nil {
				fixes[d.File] = append(fixes[d.File], d.Fix)
			}
		}
		if len(fixes) == 0 {
			return fsys, found
		}
		for file, list := range fixes {
			data, made := diag.Apply(fsys[file].Data, list)
			if len(made) == 0 {
				t.Fatalf("%s: no correction can be made", file)
			}
			fsys[file] = &fstest.MapFile{Data: data}
		}
	}
	t.Fatal("there is no end to corrections")
	return nil, nil
}

// habits are what keyboards and haste make of careful French: in any text, and in what is not quoted.
var (
	habits = []habit{
		{"’", "'"}, {"’", "´"}, {"«\u00A0", "« "}, {"\u00A0»", " »"}, {"«\u00A0", "«"}, {"\u00A0»", "»"}, {"\u00A0:", " :"}, {"\u00A0:", ":"},
		{"\u00A0", " "}, {"; ", " ; "}, {"; ", "\u00A0; "}, {"? ", " ? "}, {", ", " , "},
	}
	ownHabits = append([]habit{{"…", "..."}, {"œ", "oe"}, {"État", "Etat"}, {"Éc", "Ec"}, {" ", "  "}}, habits...)
)

type habit struct{ careful, typed string }

// typedIn gives what an author might have typed for the texts of a file, as a reader of the file would find it.
func typedIn(random *rand.Rand, data []byte, doc Document, language string) ([]byte, int) {
	var fixes []*diag.Fix
	doc.Record.Words(doc.Root, language, func(t *glossary.Text, manner glossary.Manner) {
		if t.Layout != nil && len(*t.Layout) == 0 {
			return
		}
		s := t.Value
		for i := 0; i < len(s); {
			done := i
			mine := ownHabits
			if manner == glossary.Cited || strings.Count(s[:i], "«") > strings.Count(s[:i], "»") {
				mine = habits
			}
			for _, h := range mine {
				if !strings.HasPrefix(s[i:], h.careful) || random.IntN(6) > 0 || h.typed == "  " && (i == 0 || s[i-1] < 'a' || i+1 == len(s) || s[i+1] < 'a') {
					continue
				}
				span := t.At(i, i+len(h.careful))
				next := t.Span
				next.Line, next.Col = next.EndLine, next.EndCol
				if i+len(h.careful) < len(s) {
					next = t.At(i+len(h.careful), i+len(h.careful)+1)
				}
				// Where a line ends, the text goes on on the next one: what is typed stands within a line.
				if span.Line != span.EndLine || next.Line != span.EndLine || int(span.EndCol-span.Col) != utf8.RuneCountInString(h.careful) {
					continue
				}
				fixes = append(fixes, &diag.Fix{Edits: []diag.Edit{{Span: span, Text: h.typed}}})
				done = i + len(h.careful)
				break
			}
			if done == i {
				_, size := utf8.DecodeRuneInString(s[i:])
				done += size
			}
			i = done
		}
	})
	data, made := diag.Apply(data, fixes)
	return data, len(made)
}

// Whatever of the lexicon is typed carelessly, the corrections give back its bytes: no comment, fold or quote of the YAML
// is touched.
func TestCarelessTypingIsMended(t *testing.T) {
	original := reference(t)
	if _, found := corrected(t, original); len(found) > 0 {
		t.Fatalf("%s at %s:%d", found[0].Code, found[0].File, found[0].Span.Line)
	}
	for seed := range uint64(6) {
		random := rand.New(rand.NewPCG(seed, 1))
		g, _ := read(t, original)
		typed := maps.Clone(original)
		changes := 0
		for doc := range (&Pass{Glossary: g}).Documents {
			data, n := typedIn(random, original[doc.Path].Data, doc, g.Lexicon.Language.Value)
			typed[doc.Path] = &fstest.MapFile{Data: data}
			changes += n
		}
		if changes < 300 {
			t.Fatalf("only %d changes", changes)
		}
		mended, found := corrected(t, typed)
		for _, d := range found {
			t.Errorf("seed %d: %s is left at %s:%d:%d %v", seed, d.Code, d.File, d.Span.Line, d.Span.Col, d.Args)
		}
		for _, name := range slices.Sorted(maps.Keys(original)) {
			if want, got := original[name].Data, mended[name].Data; !bytes.Equal(want, got) {
				t.Errorf("seed %d: %s is not what it was: %s", seed, name, firstDifference(want, got))
			}
		}
	}
}

func firstDifference(want, got []byte) string {
	a, b := strings.Split(string(want), "\n"), strings.Split(string(got), "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("%q\nbut %q", a[i], b[i])
		}
	}
	return "lines"
}

// In France, the lexicon would be set otherwise: its corrections change spaces alone, and come to an end.
func TestProfilesDifferInSpaces(t *testing.T) {
	canada := reference(t)
	france := maps.Clone(canada)
	france["lexicon.yaml"] = &fstest.MapFile{Data: bytes.Replace(canada["lexicon.yaml"].Data, []byte("typography: fr-CA"), []byte("typography: fr-FR"), 1)}
	mended, found := corrected(t, france)
	for _, d := range found {
		t.Errorf("%s is left at %s:%d:%d", d.Code, d.File, d.Span.Line, d.Span.Col)
	}
	narrow := 0
	for name, f := range france {
		got := mended[name].Data
		narrow += bytes.Count(got, []byte("\u202F"))
		if !bytes.Equal(bytes.ReplaceAll(got, []byte("\u202F"), nil), f.Data) {
			t.Errorf("%s: %s", name, firstDifference(f.Data, got))
		}
	}
	if narrow < 50 {
		t.Errorf("%d narrow spaces", narrow)
	}
	mended["lexicon.yaml"] = canada["lexicon.yaml"]
	if _, found := corrected(t, mended); len(found) > 0 { // which the other profile accepts
		t.Errorf("%d findings, the first %s in %s", len(found), found[0].Code, found[0].File)
	}
}

// Only what is written in the language of the lexicon is looked at, and what others wrote or said is left as it is.
func TestWhoseWordsAreMended(t *testing.T) {
	const entry = `term: l'etat de Oeuvre
pos: noun
gender: masculine
domains: [outils]
definition: L'Etat de Atelier l'Etoile, *l'Etat*, [l'Etat](https://example.org/l'Etat), [[etabli|l'Etat]].
examples:
  - {text: "L'Etat : 10$", source: {type: quotation, work: "L'Etat", authors: ["L'Etat"]}}
  - {text: "L'Etat : 10$", source: {type: quotation, work: "L'Etat", language: en}}
synonyms:
  - {term: l'Etat, reason: L'Etat le dit, status: discouraged, authority: {name: L'Etat}}
translations:
  en: {term: l'Etat, definition: "L'Etat : 10$", synonyms: [l'Etat]}
sources:
  - {title: l'Etat, publisher: L'Etat, date: 2019}
  - {title: l'Etat, publisher: L'Etat, date: 2019, language: fr}
further_reading:
  - {title: l'Etat, url: "https://example.org/l'Etat", language: en}
  - {title: l'Etat, url: "https://example.org/l'Etat", language: fr-FR}
tags: [l'Etat]
contributors: [{name: L'Etat, organization: L'Etat}]
`
	const want = `term: l’etat de Œuvre
pos: noun
gender: masculine
domains: [outils]
definition: L’État de Atelier l'Etoile, *l’Etat*, [l’État](https://example.org/l'Etat), [[etabli|l’État]].
examples:
  - {text: "L’Etat␣: 10␣$", source: {type: quotation, work: "L'Etat", authors: ["L'Etat"]}}
  - {text: "L'Etat : 10$", source: {type: quotation, work: "L'Etat", language: en}}
synonyms:
  - {term: l’Etat, reason: L’État le dit, status: discouraged, authority: {name: L'Etat}}
translations:
  en: {term: l'Etat, definition: "L'Etat : 10$", synonyms: [l'Etat]}
sources:
  - {title: l'Etat, publisher: L'Etat, date: 2019}
  - {title: l’Etat, publisher: L'Etat, date: 2019, language: fr}
further_reading:
  - {title: l'Etat, url: "https://example.org/l'Etat", language: en}
  - {title: l’Etat, url: "https://example.org/l'Etat", language: fr-FR}
tags: [l'Etat]
contributors: [{name: L'Etat, organization: L'Etat}]
`
	fsys := casetest.Base()
	fsys["terms/etat.yaml"] = &fstest.MapFile{Data: []byte(entry)}
	fsys["lexicon.yaml"].Data = append(fsys["lexicon.yaml"].Data, "protected_names: [Atelier l'Etoile]\n"...)
	if got := mendedBy(t, fsys, "terms/etat.yaml"); got != strings.ReplaceAll(want, "␣", "\u00A0") {
		t.Errorf("got\n%s", got)
	}
	for _, line := range []string{"language: en-CA", "language: fr-CA\nstyle: {typography: none}"} {
		other := maps.Clone(fsys)
		other["lexicon.yaml"] = &fstest.MapFile{Data: bytes.Replace(fsys["lexicon.yaml"].Data, []byte("language: fr-CA"), []byte(line), 1)}
		if got := mendedBy(t, other, "terms/etat.yaml"); got != entry {
			t.Errorf("%s: got\n%s", line, got)
		}
	}
}

// mendedBy gives a file with the corrections of these rules.
func mendedBy(t *testing.T, fsys fstest.MapFS, name string) string {
	t.Helper()
	fsys = maps.Clone(fsys)
	for range 5 {
		g, reading := read(t, fsys)
		for _, d := range reading {
			t.Fatalf("reading finds %s at %s:%d", d.Code, d.File, d.Span.Line)
		}
		var fixes []*diag.Fix
		for _, d := range run(g, nil, source.Codes, typographyRules) {
			if d.File == name {
				fixes = append(fixes, d.Fix)
			}
		}
		data, _ := diag.Apply(fsys[name].Data, fixes)
		fsys[name] = &fstest.MapFile{Data: data}
	}
	return string(fsys[name].Data)
}

// However YAML holds a text, its slips are mended there.
func TestEveryWayOfWritingIsMended(t *testing.T) {
	const careless = "L'atelier de l'Ecole ; \"on\" y  va... à 10$, \\ l'oeuvre"
	const careful = "L’atelier de l’École; «\u00A0on\u00A0» y va… à 10\u00A0$, \\ l’œuvre"
	for style := range uint8(6) { // the others indent the text, or fold it at every space
		fsys := casetest.Base()
		fsys["terms/gouge.yaml"] = &fstest.MapFile{Data: []byte("term: gouge\npos: noun\ngender: feminine\ndomains: [outils]\ndefinition: " + write(careless, style) + "\n")}
		fsys["terms/gouge.yaml"] = &fstest.MapFile{Data: []byte(mendedBy(t, fsys, "terms/gouge.yaml"))}
		g, _ := read(t, fsys)
		if got := g.Entry("gouge").Definition.Value; got != careful {
			t.Errorf("style %d: %q, in\n%s", style, got, fsys["terms/gouge.yaml"].Data)
		}
	}
}

// A space that no line may end with is mended where one does: the lines stay as many.
func TestEndsOfLinesAreMended(t *testing.T) {
	for _, c := range []struct{ typed, want string }{
		{">-\n  La salle a 10\n  km de fils; on l'y voit «\n  mieux », dit-on\n  : c’est vrai", ">-\n  La salle a\n  10␣km de fils; on l’y voit\n  «␣mieux␣»,\n  dit-on␣: c’est vrai"},
		{"\"La salle a 10\n  km de fils, dit-on\n  : c’est\n  vrai\n  ; oui\"", "\"La salle a\n  10␣km de fils,\n  dit-on␣: c’est\n  vrai\n  ; oui\""},
		{"La salle a l'eau et 10\n  km de fils", "La salle a l’eau et\n  10␣km de fils"},
		{"10\n  km de fils", "10\n  km de fils"},
	} {
		fsys := casetest.Base()
		const name, head = "terms/gouge.yaml", "term: gouge\npos: noun\ngender: feminine\ndomains: [outils]\ndefinition: "
		fsys[name] = &fstest.MapFile{Data: []byte(head + c.typed + "\n")}
		if got := strings.TrimPrefix(mendedBy(t, fsys, name), head); got != strings.ReplaceAll(c.want, "␣", "\u00A0")+"\n" {
			t.Errorf("got\n%swant\n%s", got, c.want)
		}
	}
}
