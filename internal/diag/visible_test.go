package diag_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/diag"
)

func TestShorten(t *testing.T) {
	x := func(n int) string { return strings.Repeat("x", n) }
	for name, test := range map[string]struct{ in, want string }{
		"empty":             {"", ""},
		"short":             {"tiers-lieu", "tiers-lieu"},
		"just fits":         {strings.Repeat("é", 60), strings.Repeat("é", 60)},
		"one too many":      {strings.Repeat("é", 61), strings.Repeat("é", 59) + "…"},
		"cut after a space": {x(58) + " yz", x(58) + "…"},
		"blanks kept":       {" a ", " a "},
		"new line":          {"a\nb", "a b"},
		"folded":            {"a  \r\n\r\n\t b\n", "a b"},
		"only new lines":    {"\n\r\n", ""},
		"blanks at ends":    {" a\nb ", " a b "},
		"tab":               {"a\tb", "a<U+0009>b"},
		"return":            {"a\rb", "a<U+000D>b"},
		"escape":            {"\x1b[31m", "<U+001B>[31m"},
		"override":          {"a\u202eb", "a<U+202E>b"},
		"not text":          {"a\xffb", "a<0xFF>b"},
		"replacement":       {"a\ufffdb", "a\ufffdb"},
		"a name uncut":      {x(55) + "\u202e" + "abc", x(55) + "…"},
		"accent kept":       {x(57) + "e\u0301" + "zz", x(57) + "e\u0301…"},
		"accent not parted": {x(58) + "e\u0301" + "zz", x(58) + "…"},
		"only accents":      {"e" + strings.Repeat("\u0301", 80), "e" + strings.Repeat("\u0301", 58) + "…"},
		"emoji":             {"👩\u200d💻", "👩\u200d💻"},
	} {
		t.Run(name, func(t *testing.T) {
			compare(t, diag.Shorten(test.in), test.want)
		})
	}
}

func FuzzShorten(f *testing.F) {
	f.Add("a\n\u202eb\t\xff")
	f.Add(strings.Repeat("e\u0301\u200d", 50))
	f.Add("e\xcc\u200d\u200b\ufe0f\u200dx") // a joiner after a byte that is shown by its name
	f.Add(strings.Repeat(" \n", 50) + "x")
	f.Fuzz(func(t *testing.T, s string) {
		short := diag.Shorten(s)
		if n := utf8.RuneCountInString(short); n > 60 || !utf8.ValidString(short) || strings.ContainsAny(short, "\n\t\x1b\u202e") {
			t.Errorf("%q became %q", s, short)
		}
		if again := diag.Shorten(short); again != short {
			t.Errorf("%q, again %q", short, again)
		}
	})
}
