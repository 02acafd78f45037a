package markdown

import (
	"fmt"
	"math/rand"
	"strings"
	"sync"
	"testing"
)

// sketch writes a Doc on one line: each node with its offsets, its target and
// where it is, its text, its children; then each problem.
func sketch(d *Doc) string {
	var b strings.Builder
	var write func([]Node)
	write = func(nodes []Node) {
		for i, n := range nodes {
			if i > 0 {
				b.WriteByte(' ')
			}
			fmt.Fprintf(&b, "%v[%d:%d]", n.Kind, n.Start, n.End)
			if n.Ordered {
				fmt.Fprintf(&b, "#%d", n.First)
			}
			if n.Tight {
				b.WriteByte('!')
			}
			if n.Target != "" {
				fmt.Fprintf(&b, "→%s@%d", n.Target, n.TargetStart)
			}
			if n.Text != "" {
				fmt.Fprintf(&b, "%q", n.Text)
			}
			if n.Children != nil {
				b.WriteByte('(')
				write(n.Children)
				b.WriteByte(')')
			}
		}
	}
	write(d.Nodes)
	for _, p := range d.Problems {
		fmt.Fprintf(&b, " !%s[%d:%d]", p.Kind, p.Start, p.End)
	}
	return b.String()
}

func TestInline(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{" \n", ""},
		{"Lieu ouvert.\n", `text[0:12]"Lieu ouvert."`},
		{" Espace  double\ttab ", `text[1:19]"Espace double tab"`},
		{"Une\nligne", `text[0:9]"Une ligne"`},
		{"a  \nb\\\nc", `text[0:8]"a b c"`},
		{"« été » :\u00a0 un", `text[0:18]"« été » :\u00a0 un"`},

		{"Un *mot* et **deux**.", `text[0:3]"Un " emphasis[3:8](text[4:7]"mot") text[8:12]" et " strong[12:20](text[14:18]"deux") text[20:21]"."`},
		{"***trois***", `emphasis[0:11](strong[1:10](text[3:8]"trois"))`},
		{"*a**b*** c", `emphasis[0:8](text[1:2]"a" strong[2:7](text[4:5]"b")) text[8:10]" c"`},
		{"*a _b_**** c", `emphasis[0:7](text[1:3]"a " emphasis[3:6](text[4:5]"b")) text[7:12]"*** c"`},
		{"l'*idée*, d_es_a", `text[0:2]"l'" emphasis[2:9](text[3:8]"idée") text[9:17]", d_es_a"`},
		{`\*a\* &eacute;&#233;&#xE9; R&D AT&T; &copie; &#0;&NewLine;`, `text[0:58]"*a* ééé R&D AT&T; &copie; � "`},

		{"[é](http://x)", `link[0:14]→http://x@5(text[1:3]"é")`},
		{`[*a* b](<c d> "t")`, `link[0:18]→c d@9(emphasis[1:4](text[2:3]"a") text[4:6]" b")`},
		{"*[a]( b )*", `emphasis[0:10](link[1:9]→b@6(text[2:3]"a"))`},
		{"<https://x.org>", `link[0:15]→https://x.org@1(text[1:14]"https://x.org")`},

		{"[[hub]]", `reference[0:7]→hub@2`},
		{"[[ hub |\u00a0le\n hub ]]", `reference[0:20]→hub@3"le hub"`},
		{"[[hub\n| le hub]]", `reference[0:16]→hub@2"le hub"`},
		{`[[hub|*a* &amp; \] b]]`, `reference[0:22]→hub@2"*a* & ] b"`},
		{"é *[[a]]*[[[b]]]", `text[0:3]"é " emphasis[3:10](reference[4:9]→a@6) text[10:11]"[" reference[11:16]→b@13 text[16:17]"]"`},
		{"Tenez ![[hub]]", `text[0:7]"Tenez !" reference[7:14]→hub@9`},

		{"2024. Une année", `text[0:16]"2024. Une année"`},
		{"1. Un *seul*", `text[0:6]"1. Un " emphasis[6:12](text[7:11]"seul")`},
		{"+ de 30 %", `text[0:9]"+ de 30 %"`},
		{"> 50 %", `text[0:6]"> 50 %"`},
		{"-", `text[0:1]"-"`},
		{"    retrait", `text[4:11]"retrait"`},
	} {
		if got := sketch(Inline(c.in)); got != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.in, got, c.want)
		}
	}
}

func TestBlocks(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{"Un.\n", `paragraph[0:3](text[0:3]"Un.")`},
		{"Un\nseul.\n\nDeux.\n", `paragraph[0:8](text[0:8]"Un seul.") paragraph[10:15](text[10:15]"Deux.")`},
		{"a  \nb\\\nc", `paragraph[0:8](text[0:1]"a" break[1:4] text[4:5]"b" break[5:7] text[7:8]"c")`},
		{"é\r\n\r\n- a\r\n", `paragraph[0:2](text[0:2]"é") list[6:9]!(item[6:9](paragraph[8:9](text[8:9]"a")))`},
		{"Deux :\n- *a*\n  b\n- [[c]]", `paragraph[0:6](text[0:6]"Deux :") ` +
			`list[7:24]!(item[7:16](paragraph[9:16](emphasis[9:12](text[10:11]"a") text[12:16]" b")) item[17:24](paragraph[19:24](reference[19:24]→c@21)))`},
		{"3. a\n\n4. b", `list[0:10]#3(item[0:4](paragraph[3:4](text[3:4]"a")) item[6:10](paragraph[9:10](text[9:10]"b")))`},
		{"- a\n  1) b\n\n     c\n- d", `list[0:22]!(item[0:18](paragraph[2:3](text[2:3]"a") ` +
			`list[6:18]#1(item[6:18](paragraph[9:10](text[9:10]"b") paragraph[17:18](text[17:18]"c")))) item[19:22](paragraph[21:22](text[21:22]"d")))`},
		{"- a\nsuite\n\nb", `list[0:9]!(item[0:9](paragraph[2:9](text[2:9]"a suite"))) paragraph[11:12](text[11:12]"b")`},
		{"-\t- a", `list[0:5]!(item[0:5](list[2:5]!(item[2:5](paragraph[4:5](text[4:5]"a")))))`},
		{"- ", `list[0:1]!(item[0:1])`},
	} {
		if got := sketch(Blocks(c.in)); got != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.in, got, c.want)
		}
	}
}

// Each problem is given as its kind and the piece it points at; then what is
// shown.
func TestProblems(t *testing.T) {
	const none = ""
	for _, c := range []struct {
		read               func(string) *Doc
		in, problems, text string
	}{
		{Inline, "<b>x</b>", "html <b>|html </b>", "<b>x</b>"},
		{Inline, "a <!-- b --> c", "html <!-- b -->", "a <!-- b --> c"},
		{Blocks, "a\n\n<!-- b\n\nc -->\n\nd", "html <!-- b\n\nc -->", "a\n\n<!-- b c -->\n\nd"},
		{Blocks, "<div>\na\n</div>\n", "html <div>\na\n</div>", "<div> a </div>"},
		{Inline, "# Titre #", "heading # Titre #", "Titre"},
		{Inline, "#", "heading #", "#"},
		{Blocks, "Titre\nlong\n---\na", "heading Titre\nlong\n---", "Titre long\n\na"},
		{Inline, "a ![*é*](b.png) c", "image ![*é*](b.png)", "a é c"},
		{Inline, "![](b.png)", "image ![](b.png)", "![](b.png)"},
		{Inline, "a `b  c` d", "code `b  c`", "a b c d"},
		{Blocks, "```go\na\n\nb\n```\nc", "code ```go\na\n\nb\n```", "a b\n\nc"},
		{Blocks, "a\n\n    b\n    c\n\nd", "code b\n    c", "a\n\nb c\n\nd"},
		{Blocks, "> a\n> - b\nc\n\nd", "quote > a\n> - b", "a\n\nb c\n\nd"},
		{Blocks, ">", "quote >", ">"},
		{Blocks, "a\n\n***\n\nb", "rule ***", "a\n\n***\n\nb"},
		{Inline, "|a|b|\n|-|:-:|\n|--|--|", "table |a|b|\n|-|:-:|\n|--|--|", "|a|b| |-|:-:| |--|--|"},
		{Blocks, "- |---|", "table |---|", "|---|"},

		{Inline, "- tiret", "block - tiret", "tiret"},
		{Inline, "a\n\nb *c*\n\nd", "block b *c*", "a b c d"},
		{Inline, "1. a\n2. b", "block 1. a\n2. b", "a b"},
		{Inline, "+ a\n+ b\n\nc", "block + a\n+ b", "a b c"},

		{Inline, "le [x] (#y).", "broken-link [x] (#y)", "le [x] (#y)."},
		{Inline, "[x]\n(http://y) b", "broken-link [x]\n(http://y)", "[x] (http://y) b"},
		{Inline, "le [x](y", "broken-link [x](y", "le [x](y"},
		{Inline, "[x](y et *z*", "broken-link [x](y", "[x](y et z"},
		{Inline, "[x](mon fichier.html) a", "broken-link [x](mon fichier.html)", "[x](mon fichier.html) a"},
		{Inline, "[*x*](y", "broken-link [*x*](y", "[x](y"},
		{Inline, "[x]( )", "broken-link [x]( )", "[x]( )"},
		{Inline, "[](y)", "broken-link [](y)", "[](y)"},
		{Inline, "[x][y]", "broken-link [x][y]", "[x][y]"},
		{Inline, "[x][]", "broken-link [x][]", "[x][]"},
		{Blocks, "[x]: http://y\n[z]: <#t>", "broken-link [x]: http://y|broken-link [z]: <#t>", "[x]: http://y [z]: <#t>"},
		{Inline, "[a [[b]] c](d)", "broken-link [a [[b]] c](d)", "[a b c](d)"},
		{Inline, "[a [b](c) d](e)", "broken-link [a [b](c) d](e)", "[a b d](e)"},
		{Inline, "[[id]", "broken-link [[id]", "[[id]"},
		{Inline, "[[id|un texte] a", "broken-link [[id|un texte]", "[[id|un texte] a"},
		{Inline, "*[[tiers-lieu* a", "broken-link [[tiers-lieu", "[[tiers-lieu a"},
		{Inline, "[[a\nb]]", "broken-link [[a\nb]]", "[[a b]]"},
		{Inline, "[[a|b\nc\nd]]", "broken-link [[a", "[[a|b c d]]"},
		{Inline, "[[]]", "broken-link [[]]", "[[]]"},
		{Inline, "[[a|\u00a0]]", "broken-link [[a|\u00a0]]", "[[a|\u00a0]]"},
		{Inline, "le [id]] a", "broken-link [id]]", "le [id]] a"},
		{Inline, "[[1], [2]]", "broken-link [[1]", "[[1], [2]]"},

		{Blocks, "- - - - - - - - - a", "too-deep - a", "- a"},
		{Inline, strings.Repeat("*a _b ", 5) + strings.Repeat("b_ a* ", 5), "too-deep *a _b b_ a*", strings.Repeat("a b ", 5) + strings.TrimSpace(strings.Repeat("b a ", 5))},

		{Inline, "[…] [sic] [1] a [i [j]] (voir [note]) [1][2] [Le bilan] (2024) [a](b)[c](d)", none, "[…] [sic] [1] a [i [j]] (voir [note]) [1][2] [Le bilan] (2024) ac"},
		{Inline, "a < b, R&D, C#, 5 * 3 * 2, snake_case_word, a | b, ~5, :-|, 1 > 0", none, "a < b, R&D, C#, 5 * 3 * 2, snake_case_word, a | b, ~5, :-|, 1 > 0"},
		{Inline, "#motclic", none, "#motclic"},
		{Inline, `\[[a]] \[x](y) [x\](y) \[\[b]]`, none, "[[a]] [x](y) [x](y) [[b]]"},
		{Inline, "Fondé en\n2024. Puis", none, "Fondé en 2024. Puis"},
		{Blocks, "Un\n\n- deux\n- trois\n  - quatre", none, "Un\n\ndeux\ntrois\nquatre"},
	} {
		d := c.read(c.in)
		var got []string
		for _, p := range d.Problems {
			got = append(got, string(p.Kind)+" "+p.Text)
		}
		if got := strings.Join(got, "|"); got != c.problems {
			t.Errorf("%q\n got %q\nwant %q", c.in, got, c.problems)
		}
		if got := d.Plain(); got != c.text {
			t.Errorf("%q shows %q, want %q", c.in, got, c.text)
		}
	}
}

func TestPlain(t *testing.T) {
	const s = "Un [[hub]], *un [[hub|carrefour]]*.\n\nDes [liens](http://x) :\n\n- a\n- b  \n  c"
	upper := string(Blocks(s).AppendPlain([]byte("> "), strings.ToUpper))
	if want := "> Un HUB, un carrefour.\n\nDes liens :\n\na\nb\nc"; upper != want {
		t.Errorf("got %q, want %q", upper, want)
	}
}

func TestReferencesAndLinks(t *testing.T) {
	d := Blocks("[[a]] *[[b|c]]* [x](y)\n\n- [[d]] <a@b.c>")
	var ids, urls []string
	for n := range d.References {
		if ids = append(ids, n.Target); n.Target == "b" {
			break
		}
	}
	for n := range d.Links {
		urls = append(urls, n.URL())
	}
	if got := fmt.Sprint(ids, urls); got != "[a b] [y mailto:a@b.c]" {
		t.Error(got)
	}
}

func TestURL(t *testing.T) {
	for target, want := range map[string]string{
		"http://a.b/?c&amp;d&e": "http://a.b/?c&d&e",
		`a\_b\c`:                `a_b\c`,
		"a@b.c":                 "mailto:a@b.c",
		"http://a@b.c":          "http://a@b.c",
	} {
		if got := (Node{Target: target}).URL(); got != want {
			t.Errorf("%q: %q, want %q", target, got, want)
		}
	}
}

// A value of marks alone must not hold up the reading of the others. Some of
// these take goldmark seconds, or would make a tree thousands deep.
func TestBombs(t *testing.T) {
	const size = 64 << 10
	for _, unit := range []string{"[", "[[", "[[a", "[]\n", "*", "_a *b", "a* ", "<", "<a b='", "`a``", "[a](b", "[a](<b", "- ", "> ", "- > ", "&", "\n- a\n"} {
		for _, read := range []func(string) *Doc{Inline, Blocks} {
			d := read(strings.Repeat(unit, size/len(unit)))
			if len(d.Nodes) == 0 {
				t.Errorf("%q shows nothing", unit)
			}
		}
	}
	const many = "_a *b "
	if d := Inline(strings.Repeat(many, size/len(many))); len(d.Problems) != 1 || d.Problems[0].Kind != TooDeep {
		t.Errorf("%d problems", len(d.Problems))
	}
}

// Mixtures of marks reach what bytes drawn at random do not.
func TestMixtures(t *testing.T) {
	marks := strings.Split("*·**·***·_·__·[·]·[[·]]·](·)·|·||·a·b·é· ·  ·\n·\n\n·\n  ·\n    ·\n> ·\n- ·\n1. ·- ·+ ·> ·# ·`·``·```·~~~·<·>·<b>·</b>·"+
		"<!--·-->·<div>·<http://x>·<a@b.c>·!·![·\\·&amp;·&#32;·\t·\r\n·---·===·|--|·=·.·»·\u00a0·\xff·  \n·\\\n·]:·#x", "·")
	random := rand.New(rand.NewSource(1))
	for range 5000 {
		var b strings.Builder
		for range 1 + random.Intn(24) {
			b.WriteString(marks[random.Intn(len(marks))])
		}
		checkInline(t, b.String())
		checkBlocks(t, b.String())
	}
}

func TestConcurrentReads(t *testing.T) {
	want := sketch(Inline(texts[1])) + sketch(Blocks(texts[2]))
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 50 {
				if got := sketch(Inline(texts[1])) + sketch(Blocks(texts[2])); got != want {
					t.Errorf("got %s", got)
					return
				}
			}
		})
	}
	group.Wait()
}

var texts = [...]string{
	"Lieu ouvert, distinct du domicile et du travail, où une communauté se rassemble pour travailler, apprendre et créer ensemble.",
	"Espace de [[cotravail]] ouvert à **tous**, souvent adossé à un [[fablab|laboratoire de fabrication]] (voir [Lab](https://exemple.org)).",
	"Trois temps :\n\n1. On *choisit* un projet.\n2. On forme un groupe de [[codeveloppement]].\n3. On se revoit.\n\nEt l'on recommence.\n",
}

func BenchmarkInlinePlain(b *testing.B)  { benchmark(b, Inline, texts[0]) }
func BenchmarkInlineMarked(b *testing.B) { benchmark(b, Inline, texts[1]) }
func BenchmarkBlocks(b *testing.B)       { benchmark(b, Blocks, texts[2]) }

func benchmark(b *testing.B, read func(string) *Doc, s string) {
	b.ReportAllocs()
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		read(s)
	}
}
