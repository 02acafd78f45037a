package source_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/lexipoche/lexipoche/internal/source"
)

// fill repeats a piece until the file is as large as is read.
func fill(head, piece, tail string) string {
	return head + strings.Repeat(piece, (source.MaxFile-len(head)-len(tail))/len(piece)) + tail
}

// quarter does so for the largest file that is mended.
func quarter(head, piece, tail string) string {
	return head + strings.Repeat(piece, (source.MaxFile/4-len(head)-len(tail))/len(piece)) + tail
}

func numbered(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

// stairs gives lines of which each is indented more than the one before.
func stairs(n int, step string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat(" ", i))
		b.WriteString(step)
	}
	return b.String()
}

// Files made to exhaust a reader take about as long as their size asks for: with a time that grew with its square, this test would
// run for minutes.
func TestHostileFiles(t *testing.T) {
	for name, data := range map[string]string{
		"brackets":              fill("", "[", ""),
		"braces":                fill("", "{", ""),
		"dashes":                fill("", "- ", ""),
		"questions":             fill("", "? ", ""),
		"colons":                fill("", ": ", ""),
		"same key":              fill("", "a: \n", ""),
		"same key, same line":   fill("", "a: ", ""),
		"known key":             fill("", "term: x\n", ""),
		"list of dashes":        fill("notes:\n", "- \n", ""),
		"list of lists":         fill("notes: ", "[", ""),
		"flow list":             fill("tags: [", "a,", "]"),
		"flow list of empties":  fill("tags: [", "~,", "]"),
		"flow groups":           fill("synonyms: [", "{},", "]"),
		"flow group":            fill("identifiers: {", "a: b, ", "}"),
		"flow commas":           fill("sources: [{title: a", ", b", "}]"),
		"flow of free keys":     "identifiers: {" + numbered(80_000, "k%d: v, ") + "}",
		"free keys":             "identifiers:\n" + numbered(80_000, "  k%d: v\n"),
		"domains":               "identifiers:\n" + numbered(80_000, "  k%d:\n"),
		"aliases":               "a: &a [" + strings.Repeat("*a,", 300_000) + "]",
		"anchors":               numbered(50_000, "k%d: &a%[1]d x\n"),
		"anchors read":          "tags:\n" + numbered(50_000, "- &a%d x\n"),
		"bomb":                  "a: &a [x,x,x,x,x,x,x,x,x]\n" + numbered(2_000, "b%d: &b%[1]d [*a,*a,*a,*a,*a,*a,*a,*a]\n"),
		"unknown keys":          numbered(80_000, "k%d: v\n"),
		"unknown words":         numbered(55_000, "definitiom%d: v\n"),
		"stars":                 fill("term: ", "*", ""),
		"one line":              fill("term: ", "mot ", ""),
		"one line between":      fill("term: \"", "\\\"", "\""),
		"deep":                  stairs(1_400, "a:\n"),
		"deep lists":            stairs(1_400, "-\n"),
		"open quotes":           fill("", "a: \"\n", ""),
		"one open quote":        fill("a: \"", "b ", ""),
		"one open quote, lines": fill("a: \"", "b\n  ", ""),
		"quotes":                fill("", "\"", ""),
		"apostrophes":           fill("", "'", ""),
		"comments":              fill("", "#\n", ""),
		"comments in a list":    fill("notes:\n", "# a\n- b\n", ""),
		"comment ends":          fill("", "a: b # c\n", ""),
		"blank lines":           fill("term: a", "\n", ""),
		"blanks":                fill("term: a", " ", ""),
		"tabs":                  fill("term: a", "\t", ""),
		"tab lines":             fill("term: a\n", "\t\n", ""),
		"returns":               fill("", "\r", ""),
		"return lines":          fill("", "a: b\r", ""),
		"controls":              fill("", "a\x01\n", ""),
		"wrong bytes":           fill("term: ", "\xE9\n  ", ""),
		"marks":                 fill("", "---\n", ""),
		"dots":                  fill("", "...\n", ""),
		"directives":            fill("", "%YAML 1.1\n", ""),
		"tags":                  fill("a: ", "!a ", ""),
		"block":                 fill("how_it_works: |\n", "  a\n", ""),
		"block of blanks":       fill("how_it_works: |\n", "  \n", ""),
		"folded":                fill("how_it_works: >\n", "  a\n", ""),
		"folded stairs":         fill("how_it_works: >\n", "  a\n   b\n", ""),
		"plain lines":           fill("term: a\n", "  b\n", ""),
		"ignores":               fill("", "# lexipoche: ignore a: b\n", "term: a\n"),
		"ignores of keys":       fill("", "a: b # lexipoche: ignore a: b\n", ""),
		"ignores in texts":      fill("tags:\n", "- lexipoche # lexipoche: ignore a\n", ""),
		"bad ignores":           fill("term: a\n", "# lexipoche:\n", ""),
		"ignores, then lines":   strings.Repeat("# lexipoche: ignore a: b\n", 20_000) + fill("notes:\n", "  - a\n", "")[:source.MaxFile-500_100],
		"references":            fill("notes:\n", "- \"[[a]] [[b|c]]\"\n", ""),
		"reference items":       fill("related:\n", "- [[a]]\n", ""),
		"conflicts":             fill("", "<<<<<<< a\n", ""),
		"conflict ends":         fill("", "=======\n", ""),
		"merges":                fill("", "<<: *a\n", ""),
		"glued dashes":          fill("notes:\n", "  -a\n", ""),
		"null keys":             fill("? ~\n", ": a\n? ~\n", ""),

		// Of the size that is mended.
		"mend brackets":              quarter("term: x : y\n", "[", ""),
		"mend quotes needed":         quarter("", "a: b : c\n", ""),
		"mend items":                 quarter("notes:\n", "- *a\n", ""),
		"mend bullets":               quarter("notes:\n", "  * a\n", ""),
		"mend indentation":           quarter("term: a\n", " pos: b\n", ""),
		"mend stairs":                "term: a : b\n" + stairs(700, "pos: a\n"),
		"mend lost lines":            quarter("term: a : b\n", "x\n", ""),
		"mend lost":                  quarter("", "x\ny: z\n", ""),
		"mend tabs":                  quarter("notes:\n", "\t- a : b\n", ""),
		"mend open quotes":           quarter("", "a: \"\n", ""),
		"mend open brackets":         quarter("", "a: [\n", ""),
		"mend braces":                quarter("sources:\n", "- {title: a : b}\n", ""),
		"mend one flow":              quarter("sources: [", "{title: a : b},", "]"),
		"mend flow texts":            quarter("tags: [", "a : b : c,", "]"),
		"mend one line":              quarter("term: ", "a : ", ""),
		"mend keys on a line":        quarter("term: ", "a pos: b ", ""),
		"mend hashtags":              quarter("definition: a : b #c\n", "  d #e\n", ""),
		"mend no spaces":             quarter("", "term:a\nb: c\n", ""),
		"mend long text":             quarter("definition: a : b\n", "  c : d\n", ""),
		"mend quoted lines":          quarter("definition: \"a\" b\n", "  \"c\" d\n", ""),
		"mend escapes":               quarter("term: \"", "\\q", "\""),
		"mend apostrophes":           quarter("term: '", "a'b", "'"),
		"mend aliases":               quarter("", "a: *b\n", ""),
		"mend unknown":               quarter("", "x: a : b\n  y: c : d\n", ""),
		"mend open conflicts":        quarter("", "<<<<<<< a\n", ""),
		"mend side conflicts":        quarter("a: b: c\n", "=======\n", ">>>>>>> d\n"),
		"mend joined keys":           quarter("term: a\n", "x: y pos: b : c\n", "pos: noun\n"),
		"mend joined keys, one line": quarter("term: ", "a pos: b ", "\npos: noun : x\n"),
		"mend outdented":             quarter("notes:\n", "    - >-\n    a: b\n", ""),
		"parted items":               fill("notes:\n", "- a\n  - b\n", ""),
		"parted item":                fill("notes:\n- a\n", "  - b\n", ""),
		"parted item, long":          fill("notes:\n- a\n  - b\n", "    c\n", ""),
		"outer key, long":            fill("sources:\n  - title: a\n    notes:\n", "      - b\n", ""),
		"item, long":                 fill("notes: a\n", "  b\n", ""),
		"outer keys":                 fill("sources:\n", "  - title: a\n    notes: b\n", ""),
		"closed groups":              fill("illustration: {file: a}\n", "alt: b\n", ""),
		"empty blocks":               fill("definition: >-\n", "a b : c\n", ""),
		"keys in a translation":      fill("translations:\n  en:\n", "  term: a\n", ""),
		"mend conflicts":             quarter("", "<<<<<<< a\nterm: b\n=======\nterm: c\n>>>>>>> d\n", ""),
		"mend flow, then text":       quarter("related: [[a]] b\nterm: a : b\ntags: [", "a, ", "]"),
		"mend returns":               quarter("", "a: b : c\r", ""),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if slow {
				data = data[:min(len(data), 64<<10)]
			}
			if len(data) > source.MaxFile {
				t.Fatalf("%d bytes", len(data))
			}
			e, found := source.ParseEntry("terms/essai.yaml", []byte(data))
			if len(found) == 0 && len(e.Values) == 0 {
				t.Error("nothing was read and nothing is reported")
			}
			if len(found) > 400 {
				t.Errorf("%d findings", len(found))
			}
		})
	}
}
