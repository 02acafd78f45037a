package markdown

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

var seeds = []string{
	"", " ", "a", " a  b\tc\u00a0d ", "é*è*à", "*a*", "**a** _b_ ***c*** ****d****", "*a **b* c**",
	"[a](b)", "[a *b* c](<d e> 'f')", "[a](b", "[](b)", "[a]()", "[a] (#b)", "[a][b]", "[a]: http://b\n[c]: #d", "[![a](b)](c)",
	"[[a]]", "[[a|b]]", "[[ a |\nb ]]", "[[a\n|b]]", "[[a", "[[a]", "[[a|b\nc]", "[[]]", "[[[a]]]", "[a]]", `\[[a]]`, `[[a|b\]]]`,
	"*[[a]]*", "[x [[a]] y](z)", "![[a]]", "[<http://a.b>](c)", "<http://a.b> <a@b.c>", "&eacute;&#233;&#xE9;&NewLine;&#0;&amp &x;",
	"<b>a</b>", "<!-- a\n\nb -->", "<div>\na\n</div>", "a `b` ``c`", "```go\na\n```\nb", "~~~", "    a\n\tb\n", "> a\n> - b\nc",
	"# a #", "#", "a\n=\nb\n-", "---", "* * *", "a  \nb\\\nc", "|a|b|\n|-|-|\n|--|--|", "- a\n- b\n\n  c\n  1. d\n  2. e\n", "-\t-\ta",
	"- - - - - - - - - - a", "> > > > > > > > > > a", "1. a", "2024. a\n2025. b", "+ de 30 %", "- ", "> 5", "1)\n2)", "a\r\nb\r\n\r\nc\rd",
	"*a* \n _b_", "a\xffb*\xc3*\xe2\x80", "- a\n\n\n- b\nlazy\n> c\nlazy", strings.Repeat("*a _b ", 9) + strings.Repeat("b_ a* ", 9),
	"*\x00 _b_****** ****d****", "- > ***a_</b>\n    >**»", "[[\u00a0]]",
}

func FuzzInline(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(checkInline)
}

func FuzzBlocks(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(checkBlocks)
}

func checkInline(t *testing.T, s string) {
	slow := parse(s, inlineParser)
	checkDoc(t, s, slow, Text, Emphasis, Strong, Link, Reference)
	if fast, ok := plainInline(s); ok && !reflect.DeepEqual(fast, slow) {
		t.Fatalf("%q: fast %s, slow %s", s, sketch(fast), sketch(slow))
	}
}

func checkBlocks(t *testing.T, s string) {
	slow := parse(s, blocksParser)
	checkDoc(t, s, slow, Paragraph, List)
	if fast, ok := plainBlocks(s); ok && !reflect.DeepEqual(fast, slow) {
		t.Fatalf("%q: fast %s, slow %s", s, sketch(fast), sketch(slow))
	}
}

// holdable is what each kind may hold.
var holdable = map[Kind][]Kind{
	Emphasis:  {Text, Emphasis, Strong, Link, Reference, Break},
	Strong:    {Text, Emphasis, Strong, Link, Reference, Break},
	Link:      {Text, Emphasis, Strong, Break},
	Paragraph: {Text, Emphasis, Strong, Link, Reference, Break},
	List:      {Item},
	Item:      {Paragraph, List},
}

func checkDoc(t *testing.T, s string, d *Doc, top ...Kind) {
	t.Helper()
	boundary := make([]bool, len(s)+1)
	boundary[len(s)] = true
	for i := range s {
		boundary[i] = true
	}
	inside := func(what string, start, end, from, to int) {
		if start < from || end < start || to < end || !boundary[start] || !boundary[end] {
			t.Fatalf("%q: %s at [%d:%d], not well inside [%d:%d]", s, what, start, end, from, to)
		}
	}
	var check func(nodes []Node, allowed []Kind, from, to, depth int)
	check = func(nodes []Node, allowed []Kind, from, to, depth int) {
		if depth > 4*maxDepth {
			t.Fatalf("%q: nested %d deep", s, depth)
		}
		for _, n := range nodes {
			inside(n.Kind.String(), n.Start, n.End, from, to)
			from = n.End
			if n.Start == n.End {
				t.Fatalf("%q: empty %v at %d", s, n.Kind, n.Start)
			}
			if !slices.Contains(allowed, n.Kind) {
				t.Fatalf("%q: %v among %v", s, n.Kind, allowed)
			}
			written := s[n.Start:n.End]
			marks := [2]string{}
			switch n.Kind {
			case Text:
				if n.Text == "" || strings.ContainsAny(n.Text, "\n\r\t") {
					t.Fatalf("%q: text %q", s, n.Text)
				}
			case Emphasis:
				marks = [2]string{written[:1], written[:1]}
			case Strong:
				marks = [2]string{written[:2], written[:2]}
			case Link:
				marks = [2]string{"[", ")"}
				if written[0] == '<' {
					marks = [2]string{"<", ">"}
				}
			case Reference:
				marks = [2]string{"[[", "]]"}
			}
			if !strings.HasPrefix(written, marks[0]) || !strings.HasSuffix(written, marks[1]) || len(written) < len(marks[0])+len(marks[1]) {
				t.Fatalf("%q: %v is %q", s, n.Kind, written)
			}
			if n.Kind == Emphasis && strings.Trim(written[:1], "*_") != "" || n.Kind == Strong && strings.Trim(written[:2], "*_") != "" {
				t.Fatalf("%q: %v is %q", s, n.Kind, written)
			}
			if n.Kind == Link || n.Kind == Reference {
				if n.Target == "" || strings.TrimSpace(n.Target) == "" && n.Kind == Reference {
					t.Fatalf("%q: no target", s)
				}
				if !strings.HasPrefix(s[n.TargetStart:n.End], n.Target) {
					t.Fatalf("%q: target %q is not at %d", s, n.Target, n.TargetStart)
				}
			}
			check(n.Children, holdable[n.Kind], n.Start, n.End, depth+1)
		}
	}
	check(d.Nodes, top, 0, len(s), 0)

	last := 0
	for _, p := range d.Problems {
		inside(string(p.Kind), p.Start, p.End, 0, len(s))
		if p.Start < last || p.Start == p.End || p.Text != s[p.Start:p.End] {
			t.Fatalf("%q: problem %+v", s, p)
		}
		last = p.Start
	}

	// Nothing is lost: save destinations, entities and the language of a
	// fenced block, what is written is shown.
	if utf8.ValidString(s) && !strings.ContainsAny(s, "[&~`") {
		if got, want := letters(d.Plain()), letters(s); got != want {
			t.Fatalf("%q: shown %q, want %q", s, got, want)
		}
	}
}

func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return r
		}
		return -1
	}, s)
}
