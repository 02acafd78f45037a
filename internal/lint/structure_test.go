package lint

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"github.com/lexipoche/lexipoche/internal/casetest"
	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/source"
)

// over lays files over the clean lexicon. A file of terms/ may hold the last lines only of a French noun's entry.
func over(files map[string]string) fstest.MapFS {
	fsys := casetest.Base()
	for name, text := range files {
		if strings.HasPrefix(name, "terms/") && !strings.HasPrefix(text, "term:") {
			id := strings.TrimSuffix(strings.TrimPrefix(name, "terms/"), ".yaml")
			text = "term: " + id + "\npos: noun\ngender: masculine\nnumber: invariable\ndomains: [outils]\ndefinition: Outil de l’atelier.\n" + text
		}
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

// check gives what one rule finds, all of them when code is empty.
func check(t *testing.T, fsys fs.FS, code string) diag.List {
	t.Helper()
	input, read, err := source.Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	rules := Rules
	if code != "" {
		rules = slices.DeleteFunc(slices.Clone(Rules), func(r *Rule) bool { return r.Code != code })
	}
	return run(glossary.Link(input), read, source.Codes, rules)
}

// brief shows findings as file:line:column code, with some of their values.
func brief(found diag.List, args ...string) []string {
	lines := []string{}
	for _, d := range found {
		s := fmt.Sprintf("%s:%d:%d %s", d.File, d.Span.Line, d.Span.Col, d.Code)
		for _, a := range args {
			s += fmt.Sprintf(" %v", d.Args[a])
		}
		lines = append(lines, s)
	}
	return lines
}

func expect(t *testing.T, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("got:\n\t%s\nwant:\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

// fixed gives a file with the corrections of findings made.
func fixed(fsys fstest.MapFS, file string, found diag.List) string {
	var fixes []*diag.Fix
	for _, d := range found {
		if d.File == file && d.Fix != nil {
			fixes = append(fixes, d.Fix)
		}
	}
	text, _ := diag.Apply(fsys[file].Data, fixes)
	return string(text)
}

func TestUnknownValue(t *testing.T) {
	for _, c := range []struct{ line, near, fixed string }{
		{"gender: masculine", "-", ""},
		{"gender: masculin", "masculine", "gender: masculine"},
		{"gender: féminin", "feminine", "gender: feminine"},
		{"gender: Feminine", "feminine", "gender: feminine"},
		{"gender: 'épicène'", "both", `gender: "both"`},
		{"gender: masculn", "masculine", ""},
		{"gender: bleu", "", ""},
		{"autolink: oui", "yes", "autolink: yes"},
		{"autolink: true", "yes", "autolink: yes"},
		{"autolink: off", "no", "autolink: no"},
		{"status: à relire", "", ""},
		{"status: brouillon", "draft", "status: draft"},
		{"level: Débutant", "beginner", "level: beginner"},
		{"synonyms: [{term: mot, trademark: true}]", "-", ""},
		{"synonyms: [{term: mot, trademark: oui}]", "true", "synonyms: [{term: mot, trademark: true}]"},
		{"synonyms: [{term: mot, trademark: peut-être}]", "", ""},
		{"synonyms: [{term: mot, status: a eviter, reason: Non.}]", "discouraged", "synonyms: [{term: mot, status: discouraged, reason: Non.}]"},
	} {
		t.Run(c.line, func(t *testing.T) {
			text := "term: mot\npos: noun\ndomains: [outils]\ndefinition: Suite de lettres.\n"
			fsys := over(map[string]string{"terms/mot.yaml": text + c.line + "\n"})
			found := check(t, fsys, "unknown-value")
			if c.near == "-" {
				expect(t, brief(found))
				return
			}
			if len(found) != 1 || found[0].Args["near"] != c.near {
				t.Fatalf("got %v, want one finding that suggests %q", brief(found, "near"), c.near)
			}
			want := text + c.line + "\n"
			if c.fixed != "" {
				want = text + c.fixed + "\n"
			}
			if got := fixed(fsys, "terms/mot.yaml", found); got != want {
				t.Errorf("corrected:\n%s", got)
			}
		})
	}
	for schema, speaks := range map[string]string{
		"1": "", "2": "unsupported-schema", "-3": "unsupported-schema", "un": "unknown-value", "1.0": "unknown-value", "01": "unknown-value", "99999999999999999999": "unknown-value",
	} {
		lexicon := strings.Replace(string(casetest.Base()["lexicon.yaml"].Data), "schema: 1", "schema: "+schema, 1)
		found := check(t, over(map[string]string{"lexicon.yaml": lexicon}), "")
		found = slices.DeleteFunc(found, func(d diag.Diagnostic) bool { return d.File != "lexicon.yaml" })
		var codes []string
		for _, d := range found {
			codes = append(codes, d.Code)
		}
		if got := strings.Join(codes, " "); got != speaks {
			t.Errorf("schema: %s: got %q, want %q", schema, got, speaks)
		}
	}
}

func TestSeveralRelationCycles(t *testing.T) {
	for _, c := range []struct {
		name  string
		links string // from>to
		want  string
	}{
		{"none", "a>b b>c a>c d>c", ""},
		{"two", "a>b b>a", "a>b>a"},
		{"itself is for another rule", "a>a", ""},
		{"told at its first entry by path", "b>c c>a a>b", "a>b>c>a"},
		{"entered from outside", "a>d d>c c>b b>d", "b>d>c>b"},
		{"two that share an entry", "a>b b>a b>c c>b", "a>b>a b>c>b"},
		{"two that share a link", "a>b b>c c>a c>b", "a>b>c>a b>c>b"},
		{"apart", "a>b b>a c>d d>c", "a>b>a c>d>c"},
		{"a branch that comes back", "a>b a>c b>d c>d d>a", "a>b>d>a"},
	} {
		for _, key := range []string{"broader", "part_of"} {
			t.Run(c.name+" by "+key, func(t *testing.T) {
				links := map[string][]string{}
				for _, l := range strings.Fields(c.links) {
					from, to, _ := strings.Cut(l, ">")
					links[from] = append(links[from], to)
					links[to] = append(links[to], []string{}...)
				}
				files := map[string]string{}
				for id, to := range links {
					files["terms/"+id+".yaml"] = ""
					if len(to) > 0 {
						files["terms/"+id+".yaml"] = key + ": [" + strings.Join(to, ", ") + "]\n"
					}
				}
				var got []string
				for _, d := range check(t, over(files), "relation-cycle") {
					ids := d.Args["ids"].([]string)
					got = append(got, strings.Join(ids, ">")+">"+ids[0])
					if want := "terms/" + ids[0] + ".yaml"; d.File != want || len(d.Related) != len(ids)-1 {
						t.Errorf("at %s with %d other places, want at %s with %d", d.File, len(d.Related), want, len(ids)-1)
					}
				}
				expect(t, got, strings.Fields(c.want)...)
			})
		}
	}
}

func TestReplacementsInACircle(t *testing.T) {
	found := check(t, over(map[string]string{
		"terms/a.yaml": "status: retired\nreplaced_by: b\n",
		"terms/b.yaml": "status: retired\nreplaced_by: a\n",
		"terms/c.yaml": "related: [a]\n",
	}), "")
	found = slices.DeleteFunc(found, func(d diag.Diagnostic) bool { return d.Code == "missing-source" })
	expect(t, brief(found),
		"terms/a.yaml:8:14 relation-cycle",
		"terms/a.yaml:8:14 retired-reference",
		"terms/b.yaml:8:14 retired-reference",
		"terms/c.yaml:7:11 retired-reference")
}

func TestLongCycleIsShortened(t *testing.T) {
	const n = 3000
	var in glossary.Input
	in.Lexicon = &glossary.Lexicon{}
	for i := range n {
		e, _ := source.ParseEntry(fmt.Sprintf("terms/e%04d.yaml", i), fmt.Appendf(nil, "broader: [e%04d, e0000]\n", (i+1)%n))
		in.Entries = append(in.Entries, e)
	}
	found := run(glossary.Link(in), nil, nil, []*Rule{relationCycle})
	if len(found) != n-1 { // each entry leads to the next one and to the first: one cycle for each length
		t.Fatalf("%d findings", len(found))
	}
	for _, d := range found {
		if len(d.Related) >= maxShown {
			t.Fatalf("%d other places", len(d.Related))
		}
	}
}

func TestCollidingTerm(t *testing.T) {
	for _, c := range []struct{ name, a, b, want string }{
		{"a synonym that heads another entry", "synonyms: [b]", "", "terms/a.yaml:7:12 b true"},
		{"with other capitals", "synonyms: [B]", "", "terms/a.yaml:7:12 b true"},
		{"a feminine that heads another entry", "feminine: b", "", "terms/a.yaml:7:11 b true"},
		{"a form to avoid that heads another entry", "synonyms: [{term: b, status: discouraged, reason: Non.}]", "", "terms/a.yaml:7:19 b true"},
		{"a synonym of both", "synonyms: [fût]", "synonyms: [Fut]", "terms/b.yaml:7:12 a false"},
		{"ligatures", "synonyms: [œuvre]", "synonyms: [oeuvre]", "terms/b.yaml:7:12 a false"},
		{"hyphens", "synonyms: [fab-lab]", "synonyms: [fab lab]", "terms/b.yaml:7:12 a false"},
		{"a synonym in some contexts", "synonyms: [x]", "synonyms: [{term: x, status: contextual}]", ""},
		{"one word to avoid for two concepts", "synonyms: [{term: x, status: discouraged, reason: Non.}]", "synonyms: [{term: x, status: discouraged, reason: Non.}]", ""},
		{"the name of a retired concept", "synonyms: [b]", "status: retired\nreplaced_by: a", ""},
		{"what a retired concept was called", "synonyms: [x]", "synonyms: [x]\nstatus: retired\nreplaced_by: a", ""},
		{"in another language", "translations: {en: b}", "", ""},
		{"its own headword", "synonyms: [A]", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			found := check(t, over(map[string]string{"terms/a.yaml": c.a + "\n", "terms/b.yaml": c.b + "\n"}), "colliding-term")
			var got []string
			for _, d := range found {
				got = append(got, fmt.Sprintf("%s:%d:%d %v %v", d.File, d.Span.Line, d.Span.Col, d.Args["id"], d.Args["head"]))
			}
			expect(t, got, slices.DeleteFunc([]string{c.want}, func(s string) bool { return s == "" })...)
		})
	}
}

func TestDuplicateTerm(t *testing.T) {
	entry := func(term, pos, domains, more string) string {
		return fmt.Sprintf("term: %s\npos: %s\ngender: masculine\ndomains: [%s]\ndefinition: Mot.\n%s", term, pos, domains, more)
	}
	for _, c := range []struct {
		name, a, b string
		want       bool
	}{
		{"one word", entry("mot", "noun", "outils", ""), entry("mot", "noun", "outils", ""), true},
		{"other capitals", entry("Mot", "noun", "outils", ""), entry("mot", "noun", "outils", ""), true},
		{"accents encoded otherwise", entry("\"c\\u00f4te\"", "noun", "outils", ""), entry("\"co\\u0302te\"", "noun", "outils", ""), true},
		{"a domain in common", entry("mot", "noun", "lieux, outils", ""), entry("mot", "noun", "outils", ""), true},
		{"other domains", entry("mot", "noun", "lieux", ""), entry("mot", "noun", "outils", ""), false},
		{"another part of speech", entry("mot", "verb", "outils", ""), entry("mot", "noun", "outils", ""), false},
		{"accents", entry("cote", "noun", "outils", ""), entry("côté", "noun", "outils", ""), false},
		{"a retired one", entry("mot", "noun", "outils", ""), entry("mot", "noun", "outils", "status: retired\nreplaced_by: a\n"), false},
	} {
		t.Run(c.name, func(t *testing.T) {
			found := check(t, over(map[string]string{"terms/a.yaml": c.a, "terms/b.yaml": c.b}), "duplicate-term")
			if c.want {
				expect(t, brief(found, "id"), "terms/b.yaml:1:7 duplicate-term a")
			} else {
				expect(t, brief(found))
			}
		})
	}
}

func TestRepeatedTerm(t *testing.T) {
	for _, c := range []struct{ lines, want string }{
		{"synonyms: [b, c]", ""},
		{"synonyms: [a]", "7:12"},
		{"synonyms: [A]", "7:12"},
		{"synonyms: [b, c, b]", "7:18"},
		{"feminine: a", "7:11"},
		{"synonyms: [{term: A, kind: variant}]", ""},
		{"synonyms: [{term: a, kind: variant}]", "7:19"},
		{"synonyms: [b, {term: B, status: discouraged, reason: Capitale de trop.}]", ""},
		{"translations: {en: {term: b, synonyms: [b]}}", "7:41"},
		{"translations: {en: {term: a, synonyms: [b]}}", ""},
		{"synonyms: [fut, fût, fab-lab, fab lab]", ""},
	} {
		t.Run(c.lines, func(t *testing.T) {
			found := check(t, over(map[string]string{"terms/a.yaml": c.lines + "\n"}), "repeated-term")
			want := []string{}
			if c.want != "" {
				want = []string{"terms/a.yaml:" + c.want + " repeated-term"}
			}
			expect(t, brief(found), want...)
		})
	}
}

func TestCompound(t *testing.T) {
	for term, want := range map[string]string{
		"tiers-lieu":            "tiers-lieu",
		"radio-étiquette":       "radio-étiquette",
		"main-d’œuvre":          "main-d’œuvre",
		"grand tiers-lieu":      "grand tiers-lieu",
		"atelier":               "",
		"atelier de co-design":  "",
		"machine à sous-titrer": "",
		"forum d’avant-garde":   "",
		"Wi-Fi":                 "",
		"borne Wi-Fi":           "",
		"CD-ROM":                "",
		"mp-3":                  "",
		"animateur, -trice":     "",
		"page – accueil":        "",
	} {
		got := compound(term)
		if want != "" {
			want = want[strings.LastIndex(want, " ")+1:]
		}
		if got != want {
			t.Errorf("compound(%q) = %q, want %q", term, got, want)
		}
	}
}

func TestPluralIsAskedOfFrenchNounsAlone(t *testing.T) {
	for _, c := range []struct {
		lines string
		want  int
	}{
		{"pos: noun", 1},
		{"pos: noun\nplural: tire-lignes", 0},
		{"pos: noun\nnumber: invariable", 0},
		{"pos: noun\nnumber: plural", 0},
		{"pos: adjective", 0},
	} {
		text := "term: tire-ligne\ngender: masculine\ndomains: [outils]\ndefinition: Outil.\n" + c.lines + "\n"
		if found := check(t, over(map[string]string{"terms/tire-ligne.yaml": text}), "missing-plural"); len(found) != c.want {
			t.Errorf("%q: %d findings, want %d", c.lines, len(found), c.want)
		}
	}
	english := strings.Replace(string(casetest.Base()["lexicon.yaml"].Data), "fr-CA\ntranslations: [en]", "en\ntranslations: [fr]", 1)
	fsys := over(map[string]string{"lexicon.yaml": english, "terms/e-book.yaml": "term: e-book\npos: noun\ndomains: [outils]\ndefinition: Book.\n"})
	for _, code := range []string{"missing-plural", "missing-gender"} {
		expect(t, brief(check(t, fsys, code)))
	}
}

func TestBrokenReferenceMendsWhatIsCertain(t *testing.T) {
	files := map[string]string{
		"terms/tiers-lieu.yaml": "term: tiers-lieu\npos: noun\ngender: masculine\nplural: tiers-lieux\ndomains: [lieux]\ndefinition: Lieu.\nsynonyms: [troisième lieu]\ntranslations: {en: third place}\n",
		"terms/mediation.yaml":  "term: médiation\npos: noun\ngender: feminine\ndomains: [lieux]\ndefinition: Action.\n",
		"terms/meditation.yaml": "term: méditation\npos: noun\ngender: feminine\ndomains: [lieux]\ndefinition: Action.\n",
		"terms/api.yaml":        "term: API\npos: noun\ngender: feminine\ndomains: [lieux]\ndefinition: Interface.\n",
	}
	for _, c := range []struct{ written, near, fixed string }{
		{"[[tiers-lieu]]", "-", ""},
		{"[[tier-lieu]]", "tiers-lieu", "[[tiers-lieu]]"},
		{"[[tire-lieux|un lieu]]", "tiers-lieu", ""},
		{"[[tierslieu|un lieu]]", "tiers-lieu", "[[tiers-lieu|un lieu]]"},
		{"[[Tiers-lieu]]", "tiers-lieu", "[[tiers-lieu|Tiers-lieu]]"},
		{"[[Tiers-lieu|Un lieu]]", "tiers-lieu", "[[tiers-lieu|Un lieu]]"},
		{"[[tiers-lieux]]", "tiers-lieu", "[[tiers-lieu|tiers-lieux]]"},
		{"[[tiers_lieu]]", "tiers-lieu", "[[tiers-lieu]]"},
		{"[[terms/tiers-lieu.yaml]]", "tiers-lieu", "[[tiers-lieu]]"},
		{"[[médiation]]", "mediation", "[[mediation]]"},
		{"[[ Médiation ]]", "mediation", "[[ mediation|Médiation ]]"},
		{"[[medittion]]", "mediation", ""},
		{"[[apu]]", "api", ""},
		{"[[troisième lieu]]", "tiers-lieu", ""},
		{"[[third place]]", "tiers-lieu", ""},
		{"[[hologramme]]", "", ""},
	} {
		t.Run(c.written, func(t *testing.T) {
			files["terms/gouge.yaml"] = "notes: [\"Voir " + c.written + " ici.\"]\n"
			fsys := over(files)
			before := string(fsys["terms/gouge.yaml"].Data)
			found := check(t, fsys, "broken-reference")
			if c.near == "-" {
				expect(t, brief(found))
				return
			}
			if len(found) != 1 || found[0].Args["near"] != c.near {
				t.Fatalf("got %v, want one that suggests %q", brief(found, "near"), c.near)
			}
			want := before
			if c.fixed != "" {
				want = strings.Replace(before, c.written, c.fixed, 1)
			}
			if got := fixed(fsys, "terms/gouge.yaml", found); got != want {
				t.Errorf("corrected:\n%s", got)
			}
		})
	}
}

func TestTypedReferencesAreMended(t *testing.T) {
	fsys := over(map[string]string{
		"terms/gouge.yaml":     "related: [Établi, \"ateliers\", grand-rabot]\n",
		"editions/visite.yaml": "title: Visite\nselect:\n  ids: [établi]\noverrides:\n  etablis: {in_brief: Table.}\n",
	})
	found := slices.Concat(check(t, fsys, "broken-reference"), check(t, fsys, "former-reference"))
	if got, want := fixed(fsys, "terms/gouge.yaml", found), "related: [etabli, \"atelier\", vieil-outil]\n"; !strings.HasSuffix(got, want) {
		t.Errorf("corrected:\n%s", got)
	}
	if got, want := fixed(fsys, "editions/visite.yaml", found), "title: Visite\nselect:\n  ids: [etabli]\noverrides:\n  etabli: {in_brief: Table.}\n"; got != want {
		t.Errorf("corrected:\n%s", got)
	}
}

func TestIsSlip(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"lieu", "lieux", true}, {"lieux", "lieu", true}, {"lieu", "liau", true}, {"lieu", "leiu", true}, {"lieu", "xlieu", true},
		{"lieu", "leui", false}, {"lieu", "lieuxx", false}, {"lieu", "feux", false}, {"a", "b", true}, {"é", "è", true}, {"pé", "pèl", false},
	} {
		if got := isSlip(c.a, c.b); got != c.want {
			t.Errorf("isSlip(%q, %q) = %v", c.a, c.b, got)
		}
	}
}

// lexiconWith gives the clean lexicon's file with some more lines.
func lexiconWith(lines string) string { return string(casetest.Base()["lexicon.yaml"].Data) + lines }

func TestLexiconSetsSeverities(t *testing.T) {
	tags := "tags: [bois, bois]\n"
	for _, c := range []struct {
		name, setting string
		want          string
	}{
		{"unless it does", "", "warning"},
		{"lower", "lint: {repeated-item: review}\n", "review"},
		{"higher", "lint: {repeated-item: error}\n", "error"},
		{"off", "lint: {repeated-item: off}\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			found := check(t, over(map[string]string{"lexicon.yaml": lexiconWith(c.setting), "terms/gouge.yaml": tags}), "repeated-item")
			got := ""
			for _, d := range found {
				got += d.Severity.String()
			}
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
	t.Run("of reading too", func(t *testing.T) {
		fsys := over(map[string]string{"lexicon.yaml": lexiconWith("lint: {stray-file: off}\n"), "terms/notes.txt": "À faire.\n"})
		expect(t, brief(check(t, fsys, "repeated-item")))
		expect(t, brief(check(t, fsys, "unknown-rule")))
	})
	t.Run("of errors never", func(t *testing.T) {
		fsys := over(map[string]string{
			"lexicon.yaml":     lexiconWith("lint: {broken-reference: off, unknown-key: review, missing-key: error}\n"),
			"terms/gouge.yaml": "related: [hologramme]\n",
		})
		found := check(t, fsys, "broken-reference")
		if len(found) != 1 || found[0].Severity != diag.Error {
			t.Errorf("got %v, want one error", brief(found))
		}
		expect(t, brief(check(t, fsys, "fixed-severity"), "code"),
			"lexicon.yaml:13:26 fixed-severity broken-reference", "lexicon.yaml:13:44 fixed-severity unknown-key")
	})
	t.Run("of the comments that accept nothing", func(t *testing.T) {
		fsys := over(map[string]string{
			"lexicon.yaml":     lexiconWith("lint: {unused-ignore: off}\n"),
			"terms/gouge.yaml": "tags: [bois] # lexipoche: ignore repeated-item: pour rien\n",
		})
		expect(t, brief(check(t, fsys, "repeated-item")))
	})
}

func TestIgnoreComments(t *testing.T) {
	for _, c := range []struct{ name, lines, want string }{
		{"at the end of the line", "tags: [a, a] # lexipoche: ignore repeated-item: voulu\n", ""},
		{"on the line before", "# lexipoche: ignore repeated-item: voulu\ntags: [a, a]\n", ""},
		{"before a list of lines", "# lexipoche: ignore repeated-item: voulu\ntags:\n  - a\n  - a\n", ""},
		{"of an item of a list", "tags:\n  - a\n  - a # lexipoche: ignore repeated-item: voulu\n", ""},
		{"on the wrong item", "tags:\n  - a # lexipoche: ignore repeated-item: voulu\n  - a\n", "8:7 unused-ignore,9:5 repeated-item"},
		{"before another key", "tags: [a, a]\n# lexipoche: ignore repeated-item: voulu\nlevel: beginner\n", "7:11 repeated-item,8:1 unused-ignore"},
		{"of another rule", "tags: [a, a] # lexipoche: ignore repeated-term: voulu\n", "7:11 repeated-item,7:14 unused-ignore"},
		{"of no rule", "tags: [a, a] # lexipoche: ignore repeated-items: voulu\n", "7:11 repeated-item,7:14 unused-ignore repeated-item"},
		{"without a reason", "tags: [a, a] # lexipoche: ignore repeated-item\n", "7:11 repeated-item,7:14 ignore-without-reason"},
		{"of an error", "related: [hologramme] # lexipoche: ignore broken-reference: à venir\n", "7:11 broken-reference,7:23 unused-ignore"},
	} {
		t.Run(c.name, func(t *testing.T) {
			found := check(t, over(map[string]string{"terms/gouge.yaml": c.lines}), "")
			found = slices.DeleteFunc(found, func(d diag.Diagnostic) bool { return d.Code == "missing-source" })
			var got []string
			for _, d := range found {
				s := fmt.Sprintf("%d:%d %s", d.Span.Line, d.Span.Col, d.Code)
				if near, _ := d.Args["near"].(string); near != "" {
					s += " " + near
				}
				got = append(got, s)
			}
			expect(t, got, slices.DeleteFunc(strings.Split(c.want, ","), func(s string) bool { return s == "" })...)
		})
	}
}

func TestIgnoreAboveEverythingCoversTheWholeFile(t *testing.T) {
	whole := &Rule{Code: "repeated-item", Severity: diag.Warning, Check: func(p *Pass) { p.Report("terms/gouge.yaml", diag.Span{}, nil) }}
	for text, want := range map[string]int{
		"# lexipoche: ignore repeated-item: voulu\nterm: gouge\n": 0,
		"term: gouge\n# lexipoche: ignore repeated-item: voulu\n": 2,
	} {
		fsys := casetest.Base()
		fsys["terms/gouge.yaml"] = &fstest.MapFile{Data: []byte(text)}
		input, _, err := source.Load(fsys)
		if err != nil {
			t.Fatal(err)
		}
		if found := run(glossary.Link(input), nil, nil, []*Rule{whole}); len(found) != want {
			t.Errorf("%q: got %v, want %d findings", text, brief(found), want)
		}
	}
}

func TestIgnoreOfARuleSwitchedOffIsLeftAlone(t *testing.T) {
	fsys := over(map[string]string{
		"lexicon.yaml":     lexiconWith("lint: {repeated-item: off}\n"),
		"terms/gouge.yaml": "tags: [bois, bois] # lexipoche: ignore repeated-item: voulu\n",
	})
	expect(t, brief(check(t, fsys, "repeated-item")))
}

func TestNothingIsConcludedFromWhatCouldNotBeRead(t *testing.T) {
	domains := "domains:\n  lieux: {fr: Lieux, en: Places}\n  outils: {fr: Outils, en: Tools}\n"
	broken := strings.Replace(lexiconWith(""), domains, "domains: [\n", 1)
	for _, code := range []string{"unknown-domain", "unused-domain", "missing-domain-label", "unknown-language"} {
		expect(t, brief(slices.DeleteFunc(check(t, over(map[string]string{"lexicon.yaml": broken}), code),
			func(d diag.Diagnostic) bool { return d.Code != code })))
	}
	// A label in place of the group of labels is a mistake of its own.
	short := strings.Replace(lexiconWith(""), "{fr: Lieux, en: Places}", "Lieux", 1)
	expect(t, brief(slices.DeleteFunc(check(t, over(map[string]string{"lexicon.yaml": short}), "unknown-domain"),
		func(d diag.Diagnostic) bool { return d.Code != "unknown-domain" })))
	// Nor is an edition empty because of an entry that could not be read.
	for _, unread := range []string{"\xff\xfe", "term: gouge\ntags:\nlevel:\ndomains:\n"} {
		fsys := over(map[string]string{
			"lexicon.yaml":         strings.Replace(lexiconWith(""), "  outils", "  metiers: {fr: Métiers, en: Trades}\n  outils", 1),
			"editions/visite.yaml": "title: Visite\nselect: {tags: [bois]}\n",
		})
		fsys["terms/gouge.yaml"] = &fstest.MapFile{Data: []byte(unread)}
		for _, code := range []string{"empty-edition", "unmatched-tag", "unused-domain"} {
			expect(t, brief(slices.DeleteFunc(check(t, fsys, code), func(d diag.Diagnostic) bool { return d.Code != code })))
		}
	}
}

func TestLeftOutReference(t *testing.T) {
	files := func(edition string) map[string]string {
		return map[string]string{
			"terms/a.yaml":         "in_brief: Voir [[c]].\ntags: [choix]\n",
			"terms/b.yaml":         "notes: [\"Voir [[c]], [[c]] et [[d]].\"]\nrelated: [e]\ntags: [choix]\n",
			"terms/c.yaml":         "",
			"terms/d.yaml":         "status: draft\n",
			"terms/e.yaml":         "",
			"editions/visite.yaml": "title: Visite\n" + edition,
		}
	}
	for _, c := range []struct {
		name, edition string
		want          []string
	}{
		{"links of the entries chosen", "select: {tags: [choix]}\n", []string{"2:9 c a 1"}},
		{"when the edition has other words", "select: {tags: [choix]}\noverrides: {a: {in_brief: Autre chose.}}\n", []string{"2:9 c b 0"}},
		{"accepted by a comment", "# lexipoche: ignore left-out-reference: petit choix\nselect:\n  tags: [choix]\n", nil},
		{"an edition of everything", "preface: Voir [[c]].\n", nil},
		{"its own links", "select: {ids: [e]}\npreface: Voir [[c]], [[d]] et [[e]].\n", []string{"3:15 c  0"}},
		{"overrides", "select: {ids: [e]}\noverrides: {c: {in_brief: C.}, d: {in_brief: D.}, e: {in_brief: E.}}\n", []string{"3:13 c  0", "3:32 d  0"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, d := range check(t, over(files(c.edition)), "left-out-reference") {
				got = append(got, fmt.Sprintf("%d:%d %v %v %v", d.Span.Line, d.Span.Col, d.Args["id"], d.Args["from"], d.Args["more"]))
			}
			expect(t, got, c.want...)
		})
	}
}

func TestUnknownLanguage(t *testing.T) {
	for _, c := range []struct {
		languages, fault, fixed string
	}{
		{"{en: x}", "", ""},
		{"{EN: x}", "capitals en", "{en: x}"},
		{"{EN: x, en: y}", "capitals en", "{EN: x, en: y}"},
		{"{anglais: x}", "form en", "{en: x}"},
		{"{en_CA: x}", "form en-CA", "{en-CA: x}"},
		{"{en-CA: x}", "undeclared en", "{en-CA: x}"},
		{"{es: x}", "undeclared ", "{es: x}"},
		{"{fr: x}", "own ", "{fr: x}"},
		{"{fr-FR: x}", "undeclared ", "{fr-FR: x}"},
		{"{anglois: x}", "form ", "{anglois: x}"},
	} {
		fsys := over(map[string]string{"terms/a.yaml": "translations: " + c.languages + "\n"})
		found := check(t, fsys, "unknown-language")
		got := ""
		for _, d := range found {
			got += fmt.Sprint(d.Args["fault"], " ", d.Args["near"])
		}
		if got != c.fault {
			t.Errorf("%s: got %q, want %q", c.languages, got, c.fault)
		}
		if text := fixed(fsys, "terms/a.yaml", found); c.fixed != "" && !strings.HasSuffix(text, "translations: "+c.fixed+"\n") {
			t.Errorf("%s: corrected:\n%s", c.languages, text)
		}
	}
}

// Corrections are worth what remains once they are made: nothing of what they corrected.
func TestCorrectionsMend(t *testing.T) {
	for _, code := range slices.Sorted(maps.Keys(Codes())) {
		t.Run(code, func(t *testing.T) {
			archive, err := txtar.ParseFile("cases/" + code + ".txtar")
			if err != nil {
				t.Fatal(err)
			}
			fsys := casetest.Over(archive)
			found := check(t, fsys, code)
			left := 0
			for _, d := range found {
				if d.Fix == nil {
					left++
				}
			}
			if left == len(found) {
				return
			}
			for name := range fsys {
				fsys[name] = &fstest.MapFile{Data: []byte(fixed(fsys, name, found))}
			}
			if again := check(t, fsys, code); len(again) > left {
				t.Errorf("corrected, it finds %v", brief(again))
			}
		})
	}
}
