package locale

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Each line is in order, each pair of it strictly.
func TestKeyOrder(t *testing.T) {
	quebec := []string{
		// The examples of the Office québécois de la langue française.
		"coercition < cœur < coexistence",
		"du < dû",
		"pécher < pêcher",
		"pêche < péché",
		"cote < côte < Côte < coté < Coté < côté < Côté < coter",
		"a < A < à < À < â < Â",
		"c < C < ç < Ç",
		"e < E < é < É < è < È < ê < Ê < ë < Ë",
		"i < I < î < Î < ï < Ï",
		"u < U < ù < Ù < û < Û < ü < Ü",
	}
	field := `2D < 3D < api < API < apiculture < atelier < cocréation < code < code ouvert < code QR < codesign < code source <
		codéveloppement < écran < Écran < elearning < e-learning < électron < fablab < fab lab < fab-lab < fabrication <
		l’atelier < œuvre ouverte < openIO < opensource < open source < open-source < ouvert < tierslieu < tiers lieu < tiers-lieu`
	tests := []struct {
		tag, style string
		lines      []string
	}{
		{"fr-CA", "letter", append(quebec, field,
			"fab lab < fab\u00a0lab < fab-lab < fab’lab < fab·lab < fab/lab", // kinds of specials
			"coop < c-oop < co-op < coo-p",                                   // the earlier special first
			"mange < mangé < mang\u00e9\u0301",                               // two accents on one letter
			"10 < 100 < 1ère < 2 < ٣ < 9 < a < zzz < ά < я < א < 字",
			"strasse < straße < strasseo", "lodz < łodz < łódź < lodza", "o < ø < oa", "th < þ < thx", "d < đ < dx",
			// What stands for a letter is an accent, more than a capital is.
			"oe < OE < œ < Œ", "ss < SS < ß < ẞ", "o < O < ò < Ò < ø < Ø < ｏ < Ｏ", "1er < 1ER < 1ᵉʳ", "2a < 2A < ٢a",
			"ca < c\u02bca", // a letter for Unicode, an apostrophe for those who type it
			"kilo < ｋilo < kiloa", "1er < 1ᵉʳ < 1era",
			"क < कि < ख", // vowel signs are letters
			"σα < σας < Σας < σασα",
		)},
		{"fr-FR", "letter", []string{field, "péché < pêche", "cote < coté < Coté < côte < Côte < côté < Côté < coter"}},
		{"fr", "letter", []string{"péché < pêche"}},
		{"en-CA", "letter", []string{"péché < pêche"}},
		{"fr_CA", "letter", []string{"péché < pêche"}}, // not a language tag
		{"FR-latn-ca", "letter", []string{"pêche < péché"}},
		{"fr-x-ca", "letter", []string{"péché < pêche"}},
		{"fr-CA", "", []string{"code < codeine < code ouvert"}},
		{"fr-CA", "word", append(quebec,
			"code < code ouvert < code QR < code source < codesign < codéveloppement",
			"fab lab < fab-lab < fab’lab < fablab < fabrication",
			"open < open data < open source < open-source < open-sourcer < openIO < opensource",
			"tiers lieu < tiers lieux < tiers-lieu < tiers-lieux < tierslieu",
			"l’atelier < lapin", "code a z < code ab", "co-a z < co-ab",
			"a b < a  b < a - b < a\u00a0b < a-b < a’b < ab < a·b < abc", // a dash between spaces is a space
			"« code » ouvert < code source",                              // what opens a text opens no word
			"pêche à la ligne < péché mortel",
			"péché < péché mortel",
		)},
		{"fr-FR", "word", []string{"code < code source < codesign", "péché < pêche"}},
	}
	for _, test := range tests {
		c := CollationFor(test.tag, test.style)
		for _, line := range test.lines {
			words := strings.Split(strings.Join(strings.FieldsFunc(line, func(r rune) bool { return r == '\n' || r == '\t' }), " "), " < ")
			for i := range words[1:] {
				a, b := words[i], words[i+1]
				if c.Key(a) >= c.Key(b) {
					t.Errorf("%s, %s: %q is not before %q\n%q\n%q", test.tag, test.style, a, b, c.Key(a), c.Key(b))
				}
			}
		}
	}
}

var collations = []Collation{
	CollationFor("fr-CA", "letter"), CollationFor("fr-CA", "word"), CollationFor("fr-FR", "letter"), CollationFor("en", "word"),
}

// randomTexts makes texts of a few awkward characters, so that many differ at one level only.
func randomTexts(n int) []string {
	r := rand.New(rand.NewPCG(1, 2))
	letters := []rune("aaabeEéÉèœŒçßø09 -’·\u00a0\u202f\u0301\u200dяЯא字")
	texts := make([]string, n)
	for i := range texts {
		text := make([]rune, r.IntN(6))
		for j := range text {
			text[j] = letters[r.IntN(len(letters))]
		}
		texts[i] = string(text)
	}
	return texts
}

func TestKeyOrderIsTotal(t *testing.T) {
	for _, c := range collations {
		texts := randomTexts(3000)
		byKey := func(a, b string) int { return strings.Compare(c.Key(a), c.Key(b)) }
		slices.SortFunc(texts, byKey)
		shuffled := slices.Clone(texts)
		rand.New(rand.NewPCG(3, 4)).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		slices.SortFunc(shuffled, byKey)
		for i := range texts {
			if norm.NFC.String(texts[i]) != norm.NFC.String(shuffled[i]) {
				t.Fatalf("%+v: the order depends on where texts start: %q and %q at %d", c, texts[i], shuffled[i], i)
			}
		}
	}
}

func TestKeyOfLongTexts(t *testing.T) {
	c := CollationFor("fr-CA", "letter")
	for _, n := range []int{1, 38, 39, 40, 41, 100, 251, 252, 253, 254, 300, 70_000} {
		long := strings.Repeat("a", n)
		sorted := []string{long, long + "-", long + "’", long + "\u0301", long + "\u0302", long + "\u0302\u0301", long + "a", long + "a-"}
		for i := range sorted[1:] {
			if c.Key(sorted[i]) >= c.Key(sorted[i+1]) {
				t.Errorf("%d letters: %q is not before %q", n, sorted[i][n-1:], sorted[i+1][n-1:])
			}
		}
		earlier, later := long+"-aa", long+"a-a"
		if c.Key(earlier) >= c.Key(later) {
			t.Errorf("%d letters: a hyphen after %d is not before one after %d", n, n, n+1)
		}
	}
}

func TestAppendKeyKeepsWhatIsThere(t *testing.T) {
	for _, c := range collations {
		for _, text := range []string{"", "code", "Été", "\u0301", "l’œuvre"} {
			if got, want := string(c.AppendKey([]byte("\x00kept\x01"), text)), "\x00kept\x01"+c.Key(text); got != want {
				t.Errorf("%q: got %q, want %q", text, got, want)
			}
		}
	}
}

// Sections are made by walking a sorted list: a heading that came back later would be a second section of that name.
func TestInitialsComeInRuns(t *testing.T) {
	texts := append(randomTexts(5000), "", "?", "ſ", "ς", "σ", "Σ", "ᲀ", "в", "µ", "μ", "ß", "ẞ", "ı", "İ", "i", "ﬁ", "ǅ", "Ⅳ", "½", "Ꭰ", "ꭰ")
	for r := rune(0xA0); r < 0x30000; r++ {
		if r%17 == 0 || r < 0x2000 {
			texts = append(texts, string(r))
		}
	}
	for _, c := range collations {
		slices.SortFunc(texts, func(a, b string) int { return strings.Compare(c.Key(a), c.Key(b)) })
		seen := map[string]string{}
		previous := ""
		for _, text := range texts {
			initial, _ := Initial(text)
			if first, again := seen[initial]; again && initial != previous {
				t.Fatalf("%+v: heading %q comes back with %q; it began with %q, and %q stood between", c, initial, text, first, previous)
			} else if !again {
				seen[initial] = text
			}
			previous = initial
		}
		if len(seen) < 100 {
			t.Fatalf("only %d headings", len(seen))
		}
	}
}

func TestInitialAndAnchor(t *testing.T) {
	tests := []struct {
		text, initial, anchor string
		ok                    bool
	}{
		{"atelier", "A", "letter-a", true},
		{"Zone", "Z", "letter-z", true},
		{"écran", "E", "letter-e", true},
		{"e\u0301cran", "E", "letter-e", true},
		{"Œuvre", "O", "letter-o", true},
		{"ß", "S", "letter-s", true},
		{"Łódź", "L", "letter-l", true},
		{"l’atelier", "L", "letter-l", true},
		{"« (code) »", "C", "letter-c", true},
		{"\u200bcode", "C", "letter-c", true},
		{"2D", "0-9", "letter-0-9", false},
		{"٣", "0-9", "letter-0-9", false},
		{"½", "0-9", "letter-0-9", false},
		{"", "0-9", "letter-0-9", false},
		{"…", "0-9", "letter-0-9", false},
		{"яблоко", "Я", "letter-u42f", true},
		{"άλφα", "Α", "letter-u391", true},
		{"אבג", "א", "letter-u5d0", true},
		{"字", "字", "letter-u5b57", true},
		{"가방", "가", "letter-uac00", true},
		{"क़लम", "क", "letter-u915", true},
	}
	for _, test := range tests {
		initial, ok := Initial(test.text)
		if initial != test.initial || ok != test.ok {
			t.Errorf("Initial(%q) = %q, %v, want %q, %v", test.text, initial, ok, test.initial, test.ok)
		}
		if anchor := Anchor(initial); anchor != test.anchor {
			t.Errorf("Anchor(%q) = %q, want %q", initial, anchor, test.anchor)
		}
	}
	for initial, want := range map[string]string{"": "letter-0-9", "é": "letter-ue9", "?": "letter-u3f", "ch": "letter-c-h"} {
		if got := Anchor(initial); got != want {
			t.Errorf("Anchor(%q) = %q, want %q", initial, got, want)
		}
	}
	anchors := map[string]string{}
	for r := rune(1); r < 0x20000; r++ {
		initial, ok := Initial(string(r))
		anchor := Anchor(initial)
		if first, again := anchors[anchor]; again && first != initial {
			t.Errorf("headings %q and %q share the anchor %s", first, initial, anchor)
		}
		anchors[anchor] = initial
		for i := range len(anchor) {
			if b := anchor[i]; !('a' <= b && b <= 'z' || i > 0 && ('0' <= b && b <= '9' || b == '-')) {
				t.Fatalf("Anchor(%q) = %q", initial, anchor)
			}
		}
		if again, _ := Initial(initial); ok && again != initial {
			t.Errorf("%q is filed under %q, which is filed under %q", r, initial, again)
		}
	}
}

func TestDigitValues(t *testing.T) {
	for _, digits := range []string{"0123456789", "٠١٢٣٤٥٦٧٨٩", "०१२३४५६७८९", "０１２３４５６７８９", "᪐᪑᪒᪓᪔᪕᪖᪗᪘᪙", "𝟘𝟙𝟚𝟛𝟜𝟝𝟞𝟟𝟠𝟡"} {
		want := byte(0)
		for _, r := range digits {
			if got, ok := digitValue(r); !ok || got != want {
				t.Errorf("%q: %d, %v, want %d", r, got, ok, want)
			}
			want++
		}
	}
	for _, r := range []rune{'a', '½', '²', '٠' - 1, '٩' + 1} {
		if v, ok := digitValue(r); ok {
			t.Errorf("%q is a digit of value %d", r, v)
		}
	}
}

func FuzzKey(f *testing.F) {
	for _, s := range randomTexts(40) {
		f.Add(s, s+"\u0301")
	}
	f.Add("e\u0301", "é")
	f.Add("\u212b", "Å")
	f.Add("\xff", "\ufffd")
	f.Add("a\x00b", "ab")
	f.Fuzz(func(t *testing.T, a, b string) {
		for _, c := range collations {
			same, sameText := c.Key(a) == c.Key(b), norm.NFC.String(a) == norm.NFC.String(b)
			if same != sameText {
				t.Errorf("%+v: %q and %q: equal keys %v, equal texts %v", c, a, b, same, sameText)
			}
			if key := c.Key(norm.NFD.String(a)); key != c.Key(a) {
				t.Errorf("%+v: %q has another key once decomposed", c, a)
			}
		}
		if initial, _ := Initial(a); !utf8.ValidString(initial) || initial == "" {
			t.Errorf("Initial(%q) = %q", a, initial)
		}
	})
}

// headwords are like those of a lexicon: one in three has an accent, one in two a space or a hyphen.
func headwords(n int) []string {
	stems := []string{"littératie numérique", "tiers-lieu", "fablab", "codéveloppement", "code source", "œuvre ouverte",
		"atelier de fabrication", "API", "données ouvertes", "balise de proximité", "learning analytics", "cotravail"}
	words := make([]string, n)
	for i := range words {
		words[i] = fmt.Sprintf("%s %d", stems[i%len(stems)], i)
	}
	return words
}

func BenchmarkKey(b *testing.B) {
	c := CollationFor("fr-CA", "letter")
	for _, text := range []string{"fablab", "atelier de fabrication", "littératie numérique", "œuvre de l’esprit"} {
		b.Run(text, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				c.Key(text)
			}
		})
	}
	b.Run("append", func(b *testing.B) {
		b.ReportAllocs()
		dst := make([]byte, 0, 256)
		for b.Loop() {
			dst = c.AppendKey(dst[:0], "littératie numérique")
		}
	})
	words := headwords(10_000)
	b.Run("10000 headwords", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			for _, word := range words {
				c.Key(word)
			}
		}
	})
}

func TestKeyAllocatesOnce(t *testing.T) {
	c := CollationFor("fr-CA", "word")
	dst := make([]byte, 0, 256)
	if n := testing.AllocsPerRun(100, func() { dst = c.AppendKey(dst[:0], "L’œuvre créée au tiers-lieu") }); n != 0 {
		t.Errorf("AppendKey allocates %v times", n)
	}
	if n := testing.AllocsPerRun(100, func() { c.Key("L’œuvre créée au tiers-lieu") }); n > 1 {
		t.Errorf("Key allocates %v times", n)
	}
	if n := testing.AllocsPerRun(100, func() { Initial("écran") }); n != 0 {
		t.Errorf("Initial allocates %v times", n)
	}
}

func TestKindsAgreeWithUnicode(t *testing.T) {
	for r := rune(0); r < unicode.MaxRune; r++ {
		got := kindOf(r)
		switch {
		case got == letter && !unicode.IsLetter(r) && !unicode.IsNumber(r) && !unicode.IsMark(r),
			got == accent && !unicode.IsMark(r),
			got == other && (unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) || unicode.IsSpace(r)):
			t.Errorf("%U is of kind %d", r, got)
		}
	}
}
