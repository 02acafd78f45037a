package diag_test

import (
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/diag"
)

// snippet gives the two lines that show a place of src, without their indentation.
func snippet(t *testing.T, src string, span diag.Span, width int) (source, mark string) {
	t.Helper()
	l := diag.List{{Code: "c", Severity: diag.Error, File: "f", Span: span, Args: diag.Args{"s": "m"}}}
	opt := diag.TextOptions{Files: fstest.MapFS{"f": {Data: []byte(src)}}, Width: width}
	lines := strings.Split(writeText(t, l, quoting, opt), "\n")
	if len(lines) != 4 {
		t.Fatalf("no snippet in %q", lines)
	}
	var ok, okMark bool
	source, ok = strings.CutPrefix(lines[1], "    ")
	mark, okMark = strings.CutPrefix(lines[2], "    ")
	if !ok || !okMark {
		t.Fatalf("not indented: %q", lines)
	}
	return source, mark
}

// on is a span of line 1.
func on(col, endCol int32) diag.Span { return diag.Span{1, col, 1, endCol} }

func TestSnippet(t *testing.T) {
	for name, test := range map[string]struct {
		src          string
		span         diag.Span
		source, mark string
	}{
		"plain":               {"a: b\n", on(4, 5), "a: b", "   ^"},
		"first of the file":   {"a: b", on(1, 2), "a: b", "^"},
		"accents":             {"été: élève", on(6, 11), "été: élève", "     ^~~~~"},
		"accents apart":       {"e\u0301te\u0301: x", on(8, 9), "e\u0301te\u0301: x", "     ^"},
		"an accent alone":     {"te\u0300", on(3, 4), "te\u0300", " ^"},
		"a leading accent":    {"\u0301te", on(1, 2), "\u0301te", "^"},
		"wide":                {"a: 図書館 x", on(4, 7), "a: 図書館 x", "   ^~~~~~"},
		"after wide":          {"図書館 Ａ x", on(7, 8), "図書館 Ａ x", "          ^"},
		"half width":          {"ｶｶ x", on(4, 5), "ｶｶ x", "   ^"},
		"korean in parts":     {"\u1112\u1161\u11ab x", on(5, 6), "\u1112\u1161\u11ab x", "   ^"},
		"emoji":               {"a 👩\u200d💻 b", on(7, 8), "a 👩\u200d💻 b", "       ^"},
		"an emoji":            {"a 👩\u200d💻 b", on(3, 6), "a 👩\u200d💻 b", "  ^~~~"},
		"emoji with selector": {"❤\ufe0f x", on(4, 5), "❤\ufe0f x", "  ^"},
		"tab before":          {"\té\tb: c", on(4, 5), "\té\tb: c", "\t \t^"},
		"tab marked":          {"a\tb", on(2, 3), "a\tb", " ^"},
		"tab first":           {"a\tb", on(2, 4), "a\tb", " ^"},
		"tab inside":          {"a\tb\t", on(1, 5), "a\tb", "^\t~"},
		"right to left":       {"term: שלום x", on(7, 11), "term: שלום x", "      ^~~~"},
		"after right to left": {"مرحبا: x", on(8, 9), "مرحبا: x", "       ^"},
		"override":            {"a\u202eb c", on(5, 6), "a<U+202E>b c", "           ^"},
		"override marked":     {"a\u202eb", on(2, 3), "a<U+202E>b", " ^~~~~~~~"},
		"isolate":             {"\u2066b", on(2, 3), "<U+2066>b", "        ^"},
		"escape":              {"\x1b[2Jb", on(5, 6), "<U+001B>[2Jb", "           ^"},
		"old escape":          {"\u009b2Jb", on(4, 5), "<U+009B>2Jb", "          ^"},
		"nul and delete":      {"\x00\x7f\xff", on(3, 4), "<U+0000><U+007F><0xFF>", "                ^~~~~~"},
		"invisible":           {"a\u200b\u00ad\ufeff\u2060\u3164\u2800", on(1, 2), "a<U+200B><U+00AD><U+FEFF><U+2060><U+3164><U+2800>", "^"},
		"tags":                {"\U000E0041x", on(2, 3), "<U+E0041>x", "         ^"},
		"separators":          {"\u2028\u0085x", on(3, 4), "<U+2028><U+0085>x", "                ^"},
		"a stray joiner":      {"a\u200db\u200c", on(1, 2), "a<U+200D>b<U+200C>", "^"},
		"a joiner at home":    {"می\u200cخواهم x", on(10, 11), "می\u200cخواهم x", "        ^"},
		"a stray selector":    {"a\ufe0f x\ufe0f\ufe0f", on(4, 5), "a<U+FE0F> x<U+FE0F><U+FE0F>", "          ^"},
		"a selector at home":  {"1\ufe0f\u20e3 x", on(5, 6), "1\ufe0f\u20e3 x", "  ^"},
		"a mark on numbers":   {"\u0600\u0661 x", on(4, 5), "\u0600\u0661 x", "   ^"},
		"no-break spaces":     {"«\u00a0a\u202f»", on(3, 4), "«\u00a0a\u202f»", "  ^"},
		"byte-order mark":     {"\ufeffabc", on(2, 3), "abc", " ^"},
		"carriage return":     {"abc\r\nd", on(3, 4), "abc", "  ^"},
		"a lone one":          {"a\rb\n", on(3, 4), "a<U+000D>b", "         ^"},
		"the last line":       {"a\nbc", diag.Span{2, 2, 2, 3}, "bc", " ^"},
		"an insertion":        {"abc", on(2, 2), "abc", " ^"},
		"at the end":          {"abc\r\n", on(4, 4), "abc", "   ^"},
		"past the end":        {"abc", on(9, 12), "abc", "   ^"},
		"ending past it":      {"abc", on(2, 99), "abc", " ^~"},
		"several lines":       {"a: b  \t\nc", diag.Span{1, 2, 2, 1}, "a: b", " ^~~"},
		"from blanks":         {"a  \nb", diag.Span{1, 3, 2, 1}, "a", "  ^"},
		"trailing blanks":     {"a   ", on(2, 5), "a", " ^~~"},
		"no end":              {"abc", diag.Span{Line: 1, Col: 2}, "abc", " ^"},
		"an end before":       {"abc", diag.Span{1, 3, 1, 1}, "abc", "  ^"},
	} {
		t.Run(name, func(t *testing.T) {
			source, mark := snippet(t, test.src, test.span, 0)
			compare(t, source+"\n"+mark, test.source+"\n"+test.mark)
		})
	}
}

func TestLongLinesAreCut(t *testing.T) {
	line := "0123456789abcdefghijklmnopqrstuvwxyz" // 36 columns, shown in 20: 18 and an ellipsis on each side
	for name, test := range map[string]struct {
		src          string
		span         diag.Span
		source, mark string
	}{
		"all of it":      {line[:20], on(20, 21), line[:20], strings.Repeat(" ", 19) + "^"},
		"one more":       {line[:21], on(1, 3), "0123456789abcdefgh…", "^~"},
		"near the start": {line, on(17, 19), "0123456789abcdefgh…", strings.Repeat(" ", 16) + "^~"},
		"further":        {line, on(18, 20), "…bcdefghijklmnopqrs…", "       ^~"},
		"at the end":     {line, on(36, 37), "…ijklmnopqrstuvwxyz", strings.Repeat(" ", 18) + "^"},
		"after the end":  {line, on(37, 37), "…ijklmnopqrstuvwxyz", strings.Repeat(" ", 19) + "^"},
		"a long place":   {line, on(3, 36), "0123456789abcdefgh…", "  ^~~~~~~~~~~~~~~~"},
		"a long end":     {line, on(13, 36), "…6789abcdefghijklmn…", "       ^~~~~~~~~~~~"},
		"a wide end":     {strings.Repeat("図x", 9), on(18, 19), "…図x図x図x図x図x図x", strings.Repeat(" ", 18) + "^"},
		"a wide x end":   {strings.Repeat("x図", 9), on(18, 19), "…x図x図x図x図x図x図", strings.Repeat(" ", 17) + "^~"},
		"a first accent": {"\u0301" + line, on(2, 3), "\u03010123456789abcdefgh…", "^"},
		"wide":           {strings.Repeat("図", 20), on(11, 12), "…図図図図図図図図図…", "       ^~"},
		"accents":        {strings.Repeat("e\u0301", 40), on(41, 43), "…" + strings.Repeat("e\u0301", 18) + "…", "       ^"},
		"tabs":           {strings.Repeat("\tx", 9), on(10, 11), "…x\tx\t…", " ^"},
		"named":          {strings.Repeat("\x1b", 9), on(5, 6), "…<U+001B><U+001B>…", " ^~~~~~~~"},
	} {
		t.Run(name, func(t *testing.T) {
			source, mark := snippet(t, test.src, test.span, 24)
			compare(t, source+"\n"+mark, test.source+"\n"+test.mark)
		})
	}
}

// Whatever the width, the mark is under the word and the lines are no longer than asked.
func TestMarkStaysTrue(t *testing.T) {
	for _, width := range []int{0, 30, 80, 500} {
		for before := range 300 {
			src := strings.Repeat("é", before) + "MOT" + strings.Repeat("à", 300)
			source, mark := snippet(t, src, on(int32(before+1), int32(before+4)), width)
			at := strings.IndexByte(mark, '^')
			if shown := []rune(source); string(shown[at:at+len(mark[at:])]) != "MOT" {
				t.Fatalf("width %d:\n%s\n%s", width, source, mark)
			}
			limit := width
			if width == 0 {
				limit = 160
			}
			if n := utf8.RuneCountInString(source) + 4; n > limit {
				t.Fatalf("width %d: %d columns", width, n)
			}
		}
	}
}

// Of a line without end, as programs write them, only what is around a place is looked at: it is shown as it would be of a
// shorter line.
func TestSnippetOfAVeryLongLine(t *testing.T) {
	const word = "« été » "
	filler := strings.Repeat(word, 20_000)
	for _, at := range []int{0, 3, 500, 19_000, 19_999} {
		before := filler[:at*len(word)]
		src := before + "ICI, " + filler[at*len(word):]
		col := int32(utf8.RuneCountInString(before)) + 1
		source, mark := snippet(t, src, on(col, col+3), 60)
		line := []rune(source)
		i := strings.IndexByte(mark, '^')
		if mark[i:] != "^~~" || string(line[i:i+3]) != "ICI" {
			t.Errorf("at %d: %q is marked %q", at, source, mark)
		}
		if n := len(line); n < 50 || n > 56 {
			t.Errorf("at %d: %d characters shown", at, n)
		}
		if left := line[0] == '…'; left != (at > 3) {
			t.Errorf("at %d: %q", at, source)
		}
	}
	var l diag.List
	for col := int32(1); col < 100_000; col += 500 {
		l = append(l, diag.Diagnostic{Code: "c", Severity: diag.Error, File: "f", Span: on(col, col+90_000)})
	}
	shown := writeText(t, l, quoting, diag.TextOptions{Files: fstest.MapFS{"f": {Data: []byte(filler)}}, Width: 60})
	if n := strings.Count(shown, "^"); n != len(l) {
		t.Errorf("%d places marked of %d", n, len(l))
	}
}
