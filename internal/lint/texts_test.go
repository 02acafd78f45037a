package lint

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"unicode"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"github.com/lexipoche/lexipoche/internal/casetest"
	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/i18n"
	"github.com/lexipoche/lexipoche/internal/markdown"
	"github.com/lexipoche/lexipoche/internal/source"
)

// textRules are the rules about what is written, apart from how entries hang together.
var textRules = []*Rule{
	circularDefinition, definitionCapital, definitionEnd, definitionLength, definitionOpening, headwordForm, inclusiveStyle, jargonChain, longSentence, middleDot,
	unmarkedTrademark, vagueDefinition, webSpelling,
	accentedCapital, accessDateWithoutURL, apostrophe, badAlt, badColor, badDate, badImage, badLicense, badPhonetic, badRegion, badURL, badURN, bidiControl, brokenLink,
	dash, dateCapital, ellipsis, etc, futureDate, garbledText, guillemets, incompleteSource, invisibleCharacter, ligature, lineBreak, lookAlike,
	markdownBlock, markdownUnsupported, markupInPlainText, missingAccessDate, missingAlt, missingSource, notNFC, numberSpace, oddSpaceRule,
	ordinal, placeholder, privateUse, punctuationSpace, rawHTML, relativeLink, tooLong, trackingURL, unsafeURL,
}

// read gives a lexicon with what reading it found.
func read(t testing.TB, fsys fs.FS) (*glossary.Glossary, diag.List) {
	t.Helper()
	input, found, err := source.Load(fsys)
	if err != nil {
		t.Fatal(err)
	}
	return glossary.Link(input), found
}

// tally counts findings by file and code.
func tally(found diag.List) map[string]int {
	n := map[string]int{}
	for _, d := range found {
		n[d.File+" "+d.Code]++
	}
	return n
}

func mended(fsys fstest.MapFS, d diag.Diagnostic) (fstest.MapFS, bool) {
	data, applied := diag.Apply(fsys[d.File].Data, []*diag.Fix{d.Fix})
	fsys = maps.Clone(fsys)
	fsys[d.File] = &fstest.MapFile{Data: data}
	return fsys, len(applied) == 1
}

// Each correction, made alone, takes its finding away and brings none, whatever rule might make it.
func TestEachCorrectionMends(t *testing.T) {
	corrections := 0
	for _, rule := range textRules {
		archive, err := txtar.ParseFile("cases/" + rule.Code + ".txtar")
		if err != nil {
			t.Fatal(err)
		}
		fsys := casetest.Over(archive)
		g, reading := read(t, fsys)
		found := run(g, reading, source.Codes, Rules)
		before := tally(found)
		for _, d := range found {
			if d.Fix == nil || d.Code != rule.Code {
				continue
			}
			corrections++
			fixed, ok := mended(fsys, d)
			if !ok {
				t.Errorf("%s:%d:%d %s: cannot be made", d.File, d.Span.Line, d.Span.Col, d.Code)
				continue
			}
			g, reading := read(t, fixed)
			after := tally(run(g, reading, source.Codes, Rules))
			if after[d.File+" "+d.Code] != before[d.File+" "+d.Code]-1 {
				t.Errorf("%s:%d:%d %s: is still found in\n%s", d.File, d.Span.Line, d.Span.Col, d.Code, fixed[d.File].Data)
			}
			for what, n := range after {
				if n > before[what] {
					t.Errorf("%s:%d:%d %s: brings %s in\n%s", d.File, d.Span.Line, d.Span.Col, d.Code, what, fixed[d.File].Data)
				}
			}
		}
	}
	if corrections < 30 {
		t.Errorf("only %d corrections", corrections)
	}
}

func TestEachMarkdownProblemHasItsRule(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "../markdown/markdown.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	kinds := 0
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		if typ, ok := spec.Type.(*ast.Ident); ok && typ.Name == "ProblemKind" {
			kind, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
			if err != nil {
				t.Fatal(err)
			}
			kinds++
			code := problemCodes[markdown.ProblemKind(kind)]
			if !slices.ContainsFunc(textRules, func(r *Rule) bool { return r.Code == code }) {
				t.Errorf("no rule reports %s", kind)
			}
		}
		return true
	})
	if kinds != len(problemCodes) {
		t.Errorf("%d kinds of problems, %d with a rule", kinds, len(problemCodes))
	}
}

// Careful texts that look like what the rules look for.
func TestCarefulTexts(t *testing.T) {
	fsys := casetest.Base()
	careful := strings.NewReplacer("{LRM}", "\u200E", "{RLM}", "\u200F", "{ZWJ}", "\u200D", "␣", "\u00A0").Replace(`term: gouge
pos: noun
gender: feminine
domains: [outils]
pronunciation: ɡuʒ, β, θ, ɔ̃
definition: >-
  Ciseau «␣à lame creuse␣» («␣3 < 4␣»)… pour l’œuvre d’art, à 10␣$, 14␣h␣30, 20␣°C, nᵒ␣3 & suite; voir [[etabli]],
  [le musée](https://example.org/a_(b)) ou [écrire](mailto:info@example.org) [sic], «␣S’il vous plaît!␣» 🪵👩{ZWJ}🔧.
in_brief: Un **ciseau** *creux* * * *, 5␣μm d’épaisseur, TNFα, café, naïf, Ÿ, Œuvre.
notes:
  - Les mots «␣À compléter␣» et «␣todo␣» n’en disent pas plus; l’Âge d’or, château, São Paulo, 10␣Å.
  - 2024. Une année.
  - + de 30␣% des gouges, ≥ 3␣mm, x², H₂O, ½, ℓ, №.
examples:
  - text: "Elle dit␣: «␣gouge␣»"
    source: {work: Revue du bois, date: 2004/2006, authors: ["Tremblay, L. [éd.]"]}
how_it_works: |
  On affûte␣:

  - à l’eau;
  - à l’huile.

  1. d’abord
  2. ensuite

  La **lame** et le *manche*.
synonyms:
  - {term: C*, kind: variant}
  - {term: "balise <b>", kind: variant}
  - {term: R&D, kind: variant}
  - {term: "[1]", kind: variant}
  - {term: "**", kind: variant}
  - {term: "-", kind: variant}
  - {term: creux-bois, region: CA-QC}
translations:
  en: gouge
  ar: "مِظفار {LRM}(أداة){RLM}"
  el: σμίλη
  ru: стамеска
  ja: 丸鑿　工具
sources:
  - title: "Using &nbsp in HTML 5 & more"
    date: 201X
    url: https://example.org/?a=1&b=2#c
    accessed: 2026-11-22
    license: etalab-2.0
  - {title: Le bois, date: 1990~, license: CC-BY-SA-3.0}
created: 2026-11-21
`)
	fsys["terms/gouge.yaml"] = &fstest.MapFile{Data: []byte(careful)}
	g, reading := read(t, fsys)
	for _, d := range reading {
		t.Errorf("reading finds %s at %d:%d %v", d.Code, d.Span.Line, d.Span.Col, d.Args)
	}
	for _, d := range run(g, nil, source.Codes, textRules) {
		t.Errorf("%s at %d:%d %v", d.Code, d.Span.Line, d.Span.Col, d.Args)
	}
}

// ways is how many ways write has.
const ways = 8

// write puts a text in a file in one of the ways in which YAML lets it be written.
func write(s string, style uint8) string {
	lines := func(indicator string) string {
		return indicator + "\n      " + strings.ReplaceAll(s, "\n", "\n      ")
	}
	double := strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`)
	switch style % ways {
	case 0:
		return s
	case 1:
		return `"` + double.Replace(s) + `"`
	case 2:
		return `"` + strings.Trim(strconv.QuoteToASCII(s), `"`) + `"`
	case 3:
		return "'" + strings.ReplaceAll(s, "'", "''") + "'"
	case 4:
		return lines("|-")
	case 5:
		return lines(">-")
	case 6:
		return lines("|2-")
	}
	return `"` + strings.ReplaceAll(double.Replace(s), " ", "\n      ") + `"`
}

const sample = `term: %[1]s
pos: noun
gender: feminine
domains: [outils]
pronunciation: %[1]s
definition: %[1]s
in_brief: %[1]s
notes:
  - %[1]s
how_it_works: %[1]s
synonyms:
  - term: %[1]s
    region: %[1]s
sources:
  - title: %[1]s
    date: %[1]s
    url: %[1]s
    accessed: %[1]s
    license: %[1]s
illustration:
  file: %[1]s
  alt: %[1]s
`

// Whatever a text holds and however it is written, a finding lies in the value it is about, and a correction leaves a file
// that is read without more trouble, in which the finding is no more.
func FuzzTextRules(f *testing.F) {
	for _, s := range []string{
		"8 juillet 2020", "2004-2006", "www.example.org", "https://example.org/a|b?fbclid=x", "CC BY 4.0", "Québec", "[ɡuʒ]", "a\u200Bb", "\u200Ba\u00ADb", "e\u0301",
		"a\tb", "\u3000a", "a\u2009: b", "tаblier", "dÃ©jÃ\u00A0", "<b>a</b> b", "[a] (https://example.org)", "[x](#etabli)", "**a** &eacute;", "a\nb", "a\n\n- b", "`a` # b",
		"java\tscript:x", "\u202Ea\u202C", "\uFFFD", "\uF0B7 a", "…", "l'a\u200B'b", "images\\etabli.png", "[x](www.example.org)", "- \u200B a", "a \u200B", "a: \u2009b", " <i>x</i>",
		"a\u200B: b", "a \u200B#b", "~\u200B", "\u2009", "null\u200B", "\u200B- a", "a\u200B\nb", "x \t", "[x](https://a.org/{b})", "<b><b>a</b></b>", "l'Ecole ; \"on\"  y va... à 10$, oeuvre etc... le 2ème - n° 3", "a : b,c:d\u00A0; «e » ( f )", "– a – b –c ''x'y \"l'\"", "8 Mai 2020 14h30 10 000 3.5%", "a b 10\nkm c\n: d l'e\n» f «\ng h\n! i", "\tb\t\t\n\t", "dÃ©Ã\u00A0", "!аb", "[[", "0 \n ", "  \n[[;", "[/a/]",
	} {
		for style := range uint8(ways) {
			f.Add(s, style)
		}
	}
	f.Fuzz(func(t *testing.T, s string, style uint8) {
		control := func(r rune) bool { return unicode.IsControl(r) && r != '\t' && r != '\n' }
		if !utf8.ValidString(s) || len(s) > 300 || strings.ContainsFunc(s, control) { // the reader's business
			return
		}
		fsys := casetest.Base()
		const name = "terms/gouge.yaml"
		fsys[name] = &fstest.MapFile{Data: fmt.Appendf(nil, sample, write(s, style))}
		g, reading := read(t, fsys)
		entry := g.Entry("gouge")
		found := run(g, nil, nil, textRules)
		before, trouble := tally(found), len(reading)
		for _, d := range found {
			if d.File != name {
				t.Fatalf("%s in %s", d.Code, d.File)
			}
			ofGroup := d.Code == "incomplete-source" || d.Code == "missing-alt"
			if !ofGroup && !slices.ContainsFunc(entry.Values, func(v glossary.Value) bool { return holds(v.Text.Span, d.Span) }) {
				t.Errorf("%s is at %v, in no value: %q, style %d", d.Code, d.Span, s, style%ways)
			}
			if d.Fix == nil {
				continue
			}
			fixed, ok := mended(fsys, d)
			if !ok {
				t.Errorf("%s at %v cannot be mended: %q, style %d", d.Code, d.Span, s, style%ways)
				continue
			}
			g, reading := read(t, fixed)
			if len(reading) > trouble {
				t.Errorf("%s at %v, mended, gives %s: %q, style %d, mended %q", d.Code, d.Span, reading[len(reading)-1].Code, s, style%ways, d.Fix.Edits)
			}
			after := tally(run(g, nil, nil, []*Rule{textRules[slices.IndexFunc(textRules, func(r *Rule) bool { return r.Code == d.Code })]}))
			if key := d.File + " " + d.Code; after[key] != before[key]-1 {
				t.Errorf("%s at %v is still found: %q, style %d, mended %q", d.Code, d.Span, s, style%ways, d.Fix.Edits)
			}
			if n := len(g.Entry("gouge").Values); n != len(entry.Values) {
				t.Errorf("%s at %v, mended, leaves %d values of %d: %q, style %d, mended %q", d.Code, d.Span, n, len(entry.Values), s, style%ways, d.Fix.Edits)
			}
		}
	})
}

// holds reports whether a span lies in another.
func holds(outer, inner diag.Span) bool {
	end := diag.Span{Line: inner.EndLine, Col: inner.EndCol}
	return outer.Contains(inner) && (outer.Contains(end) || end.Line == outer.EndLine && end.Col == outer.EndCol)
}

// All the rules about texts take less than 0.2 s for 10 000 entries of 1.2 kB.
func BenchmarkTextRules(b *testing.B) {
	const entry = `term: gouge %[1]d
pos: noun
gender: feminine
plural: gouges %[1]d
pronunciation: ɡuʒ
domains: [outils]
definition: >-
  Ciseau à lame creuse, à l’usage des sculptrices et des sculpteurs, qui sert à évider le bois et que l’on pousse à la
  main sur [[etabli|l’établi]] (nᵒ %[1]d).
in_brief: Un ciseau **creux** pour évider le bois.
examples:
  - On dégrossit la pièce à la gouge, puis on la finit au racloir.
  - {text: "La gouge « mord » mieux dans le sens du fil.", source: {work: Revue du bois, date: 2004}}
notes:
  - Le mot vient du bas latin; on a aussi écrit « gouje ».
how_it_works: |
  On tient la gouge à deux mains, biseau en dessous :

  - la main droite pousse;
  - la main gauche guide, tout près de l’arête.

  Une gouge bien affûtée laisse une surface brillante. Voir [le musée](https://example.org/gouge/%[1]d).
synonyms:
  - ciseau creux %[1]d
  - {term: fermoir rond %[1]d, status: discouraged, reason: Vieux mot., region: CA-QC}
translations:
  en: {term: gouge %[1]d, definition: "Chisel with a hollow blade, for scooping out wood."}
level: beginner
sources:
  - {type: consulted, title: Vocabulaire du lieu, url: "https://example.org/vocabulaire/%[1]d", accessed: 2026-01-31, date: 2019-09}
illustration: {file: images/etabli.png, alt: Une gouge posée sur un établi}
created: 2026-01-31
tags: [bois, outil]
`
	fsys := casetest.Base()
	const entries = 10_000
	for i := range entries {
		fsys[fmt.Sprintf("terms/gouge-%d.yaml", i)] = &fstest.MapFile{Data: fmt.Appendf(nil, entry, i)}
	}
	g, reading := read(b, fsys)
	if found := run(g, reading, source.Codes, textRules); len(found) > 0 {
		b.Fatalf("finds %s at %v %v", found[0].Code, found[0].Span, found[0].Args)
	}
	b.Run("all", func(b *testing.B) {
		for b.Loop() {
			run(g, nil, nil, textRules)
		}
	})
	for _, rule := range textRules {
		b.Run(rule.Code, func(b *testing.B) {
			for b.Loop() {
				run(g, nil, nil, []*Rule{rule})
			}
		})
	}
}

// Every fault that a rule tells apart has its own words, with all the values they need.
func TestEachFaultIsWorded(t *testing.T) {
	quote := func(s string) string { return write(s, 2) }
	entry := func(line string, values ...string) string {
		var b strings.Builder
		b.WriteString("term: gouge\npos: noun\ngender: feminine\ndomains: [outils]\ndefinition: Ciseau.\n")
		for _, v := range values {
			fmt.Fprintf(&b, line, quote(v))
		}
		return b.String()
	}
	for _, c := range []struct {
		rule   *Rule
		entry  string
		faults int
	}{
		{badURL, entry("") + "further_reading:\n" + lines("  - {title: a, url: %s}\n", quote,
			"ftp://example.org/", "www.example.org", "info@example.org", "/page", "https://example.org/ma page", "https://exemple", "https:/example.org/a",
			"https://https://example.org/", "https://lise:secret@example.org/", "<https://example.org/>", "https://example.org/a_(b", "https://example.org/une-pa…",
			"https://example.org/100%-a", "https://example.org/a|b", "https://example.org/?a=1&amp;b=2", "mailto:example.org"), 16},
		{badDate, entry("") + "sources:\n" + lines("  - {title: a, date: %s}\n", quote, "2023-02-29", "2006/2004", "hier", "08/07/2020", "2020/07/08") +
			"created: 2020\nreviewed: hier\n", 7},
		{badLicense, entry("") + "sources:\n" + lines("  - {title: a, license: %s}\n", quote, "CC BY 4.0", "CC BY", "libre"), 3},
		{lookAlike, entry("") + "synonyms:\n" + lines("  - %s\n", quote, "t\u0430blier", "m\u03BFt", "\uFF41telier", "\U0001D41Atelier", "\u0431\u0443\u043A\u0432a"), 5},
		{privateUse, entry("") + "synonyms:\n" + lines("  - %s\n", quote, "a\uFFFD", "\uF0B7 a", "a\u0378"), 3},
		{oddSpaceRule, entry("") + "synonyms:\n" + lines("  - %s\n", quote, "a\tb", "a\u2009b", " a", "\ta"), 4},
		{invisibleCharacter, entry("") + "synonyms:\n" + lines("  - %s\n", quote, "a\u00ADb", "a\u200Bb", "\uFEFFa", "a\u2060b", "a\u200Db", "a\u200Cb", "a\u00ADb\u00ADc", "a\u2063b"), 8},
		{markdownUnsupported, entry("") + "how_it_works: |\n  # a\n\n  ![b](c.png) `d`\n\n  > e\n\n  ---\n\n  | f |\n  |---|\nnotes:\n  - " + strings.Repeat("*a _b ", 20) + strings.Repeat("c_ d* ", 20) + "\n", 7},
		{badImage, entry("illustration: {alt: a, file: %s}\n", "https://example.org/a.png"), 1},
	} {
		fsys := casetest.Base()
		fsys["terms/gouge.yaml"] = &fstest.MapFile{Data: []byte(c.entry)}
		g, _ := read(t, fsys)
		found := run(g, nil, nil, []*Rule{c.rule})
		if len(found) != c.faults {
			t.Errorf("%s: %d findings, want %d", c.rule.Code, len(found), c.faults)
		}
		worded(t, found)
	}

	var found diag.List
	for _, file := range []string{
		"https://example.org/a.png", "/images/a.png", "../a.png", `images\a.png`, "./images/a.png", "images/l’a.png", "images/dessin.svg", "images/a.tiff", "images/rien-du-tout.png",
		"a.png", "images/liee.png", "images/dossier.png", "images/vide.png", "images/grande.png", "images/faux.png", "images/texte.png", "images/vaste.gif",
	} {
		found = append(found, diag.Diagnostic{Code: "bad-image", Severity: diag.Error, Args: judgeImage(images(), file, false)})
	}
	worded(t, found)
	i := slices.IndexFunc(found, func(d diag.Diagnostic) bool { return d.Args["reason"] == imageLarge })
	if size := found[i].Args["size"]; size != int64(2049) { // one byte too many
		t.Errorf("%v KiB", size)
	}
}

func lines(format string, quote func(string) string, values ...string) string {
	var b strings.Builder
	for _, v := range values {
		fmt.Fprintf(&b, format, quote(v))
	}
	return b.String()
}

func worded(t *testing.T, found diag.List) {
	t.Helper()
	for _, lang := range i18n.Languages {
		voice := casetest.Voice(lang)
		said := map[string]bool{}
		for _, d := range found {
			message, hint := voice.Say(d.Code, d.Args)
			if message == "" || strings.Contains(message+hint, "<no value>") || strings.Contains(message+hint, "‹") {
				t.Errorf("%s %v: %q, %q", d.Code, d.Args, message, hint)
			}
			if said[message] {
				t.Errorf("%s: %q is said twice", d.Code, message)
			}
			said[message] = true
		}
	}
}

// A text full of mistakes costs no more than its length: each rule says enough of it, and stops.
func TestFindingsAboutOneTextAreBounded(t *testing.T) {
	for _, unit := range []string{"**a** ", "&eacute; ", "<i>x</i>\\n\\n", "[a](b)\\n\\n", "[x](javascript:a)\\n\\n", "[a](www.example.org)\\n\\n", "`a`\\n\\n", "[a](https://example.org/?utm_a=1)\\n\\n", "a\u200B", "e\u0301", "l'a ", "a ; ", "« a ", "10$ ", "oeuvre etc... ", "'' "} {
		text := `"` + strings.Repeat(unit, 60_000/len(unit)) + `"`
		fsys := casetest.Base()
		fsys["terms/gouge.yaml"] = &fstest.MapFile{Data: []byte("term: " + text + "\npos: noun\ndomains: [outils]\ndefinition: Ciseau.\nhow_it_works: " + text + "\n")}
		g, _ := read(t, fsys)
		if len(g.Entry("gouge").Values) != 5 {
			t.Fatalf("%q: %d values", unit, len(g.Entry("gouge").Values))
		}
		count := tally(run(g, nil, nil, textRules))
		found := 0
		for what, n := range count {
			found += n
			if n > 2*maxPerText {
				t.Errorf("%q: %d findings of %s", unit, n, what)
			}
		}
		if found == 0 {
			t.Errorf("%q: nothing is found", unit)
		}
	}
}

// Markdown resolves entities: what an address hides so stands nowhere as a character for another rule to find.
func TestAddressHidesNothingInEntities(t *testing.T) {
	for address, want := range map[string]*Rule{
		"https://example.org/a&#x200B;b":   badURL,
		"https://exa&#xAD;mple.org/":       badURL,
		"https://example.org/?a=1&amp;b=2": nil,
		"java&#x09;script:alert(1)":        unsafeURL,
		"&#100;ata:text/html,x":            unsafeURL,
		"tiers&#45;lieu":                   relativeLink,
	} {
		fsys := casetest.Base()
		fsys["terms/gouge.yaml"] = &fstest.MapFile{Data: []byte("term: gouge\npos: noun\ngender: feminine\ndomains: [outils]\ndefinition: Ciseau [creux](" + address + ").\n")}
		g, _ := read(t, fsys)
		var codes []string
		for _, d := range run(g, nil, nil, []*Rule{badURL, relativeLink, unsafeURL}) {
			codes = append(codes, d.Code)
		}
		if want == nil && len(codes) > 0 || want != nil && !slices.Equal(codes, []string{want.Code}) {
			t.Errorf("%s: %v", address, codes)
		}
	}
}
