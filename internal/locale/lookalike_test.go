package locale

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestHomoglyph(t *testing.T) {
	// The letter to be found stands between braces.
	for _, marked := range []string{
		"tiers-li{е}u", "le{ѕ} tiers-lieux", "{С}ode", "cod{е} оuvert", "Ecol{ё}", "na{ї}f", "c{о}dе", "fab l{а}b ouvert", "l’{а}telier",
		"d{ο}nnées", "{Α}telier", "h{ό}tel", "{Τ}IESS", "c{α}fé", "{α}telier", "{α}teliеr",
		"к{a}фе", "кафе, м{o}локо",
		"{Ｗ}ｅｂ", "code {𝐚}bc", "{𝟙}0", "字{ａ}", "{ｚ}", "{Ａ}", "{Ｚ}", "{𝐀}", "{𝟿}", "café {ｂ}", "c{о}de ｂ", "e\u0301{а}",
	} {
		before, rest, found := strings.Cut(marked, "{")
		inside, after, _ := strings.Cut(rest, "}")
		if !found {
			t.Fatalf("nothing between braces in %q", marked)
		}
		s := before + inside + after
		offset, r, ok := Homoglyph(s)
		if want, _ := utf8.DecodeRuneInString(inside); !ok || offset != len(before) || r != want {
			t.Errorf("%q: found %q (%U) at %d, %v, want %q at %d", s, r, r, offset, ok, inside, len(before))
		}
	}
	for _, s := range []string{
		"", "tiers-lieu", "codéveloppement œuvre", "кафе", "Я и ты", "а", "άλφα ο", "Москва (Moscou)", "le mot « код »", "μm", "kΩ", "Δx", "TNFα", "hν",
		"α-test", "πr²", "20 µm", "字code", "カフェcafé", "א1", "О2", "Wi‑Fi", "été\u0301", "№ 5", "ﬁn",
	} {
		if offset, r, ok := Homoglyph(s); ok {
			t.Errorf("%q: found %q (%U) at %d", s, r, r, offset)
		}
	}
}

func TestLookalikeSetsHoldNoLatinLetter(t *testing.T) {
	seen := map[rune]bool{}
	for _, r := range twins + symbols {
		if r < 0x370 || r > 0x52F || seen[r] {
			t.Errorf("%q (%U) is Latin, or there twice", r, r)
		}
		seen[r] = true
	}
}

func TestInvisible(t *testing.T) {
	for _, r := range []rune{0xAD, 0x34F, 0x115F, 0x1160, 0x180E, 0x200B, 0x200C, 0x200D, 0x2060, 0x2064, 0x3164, 0xFE00, 0xFE0F, 0xFEFF, 0xFFA0, 0xFFF9,
		0xFFFB, 0xE0000, 0xE0041, 0xE007F} {
		if !Invisible(r) {
			t.Errorf("%U is seen", r)
		}
	}
	for _, r := range []rune{0, 'a', ' ', '\t', 0xA0, 0x202F, 0x2009, 0x200A, 0x200E, 0x2010, 0x2065, 0x2066, 0xFE10, 0xFFFC, 0xFFFD, 0xE0080, 0x301} {
		if Invisible(r) {
			t.Errorf("%U is invisible", r)
		}
	}
	for _, r := range []rune{0x200E, 0x200F, 0x61C, 0x202A, 0x202E, 0x2066, 0x2069} {
		if !BidiControl(r) || Invisible(r) {
			t.Errorf("%U: bidi control %v, invisible %v", r, BidiControl(r), Invisible(r))
		}
	}
	for _, r := range []rune{'a', 0x200D, 0x2010, 0x2029, 0x202F, 0x2065, 0x206A, 0x61B, 0x61D} {
		if BidiControl(r) {
			t.Errorf("%U is a bidi control", r)
		}
	}
}

func TestInvisibleAt(t *testing.T) {
	for _, s := range []string{
		"tiers\u200blieu", "code\u00ad", "\ufeffcode", "a\u200db", "a\u200cb", "می\u200c", "\u200cمی", "❤\u200d", "\u200d❤", "❤\u200da", "a\ufe0f", "字\ufe00",
		"1\ufe0f", "a\ufe0f\u20e3", "\u2060", "a\U000E0061", "字a\U000E0100", "a\u180eb", "a\u034fb", "\u3164",
	} {
		if i := strings.IndexFunc(s, Invisible); !InvisibleAt(s, i) {
			t.Errorf("%+q: %U has business there", s, []rune(s[i:])[0])
		}
	}
	for _, s := range []string{
		"می\u200cخواهم", "ක\u0dca\u200dෂ", "क\u094d\u200cष", "نَ\u200cه", "❤\ufe0f", "❤\ufe0f\u200d🔥", "👩🏽\u200d💻", "0\ufe0f\u20e3", "9\ufe0f\u20e3", "#\ufe0f\u20e3", "©\ufe0f",
		"🏴\U000E0067\U000E0062\U000E007F", "葛\U000E0100", "ᠠ\u180eᠠ", "code", "é",
	} {
		for i := range s {
			if InvisibleAt(s, i) {
				t.Errorf("%+q: the character at %d has no business there", s, i)
			}
		}
	}
}

func FuzzLookalike(f *testing.F) {
	for _, s := range []string{"tiers-liеu", "к\u0301aфе", "a\u200d\xff", "Ｗ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if offset, r, ok := Homoglyph(s); ok {
			if got, _ := utf8.DecodeRuneInString(s[offset:]); got != r {
				t.Errorf("%q: %q is not at %d", s, r, offset)
			}
		}
		for i := range s {
			if r, _ := utf8.DecodeRuneInString(s[i:]); InvisibleAt(s, i) && !Invisible(r) {
				t.Errorf("%q: %U at %d is both", s, r, i)
			}
		}
	})
}
