package lint

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/glossary"
)

func TestTraitsOf(t *testing.T) {
	for s, want := range map[string]traits{
		"":           0,
		"tiers-lieu": 0,
		"L’été, « déjà » : œuvre… 10\u00A0$, 14\u00A0h\u00A030\u202F; 5 €, n\u1D52\u00A03 – fin": hasMark, // a superior letter
		"café\u0301":      hasMark,
		"a\tb":            hasOddSpace,
		" a":              hasOddSpace,
		"a\u00A0":         hasOddSpace,
		"a\u2009b":        hasOddSpace,
		"a\u3000b":        hasOddSpace,
		"a\u00ADb":        hasInvisible,
		"a\u200Bb":        hasInvisible,
		"\uFEFFa":         hasInvisible,
		"a\u202Eb":        hasBidi,
		"a\u2067b":        hasBidi,
		"a\u200Fb":        hasBidi,
		"a\uF0B7b":        hasUnreadable,
		"a\uFFFDb":        hasUnreadable,
		"a\uFDD0b":        hasUnreadable,
		"a\U000F0000b":    hasUnreadable,
		"a\u0378b":        hasUnreadable,
		"\U0001FAFE":      hasMark,
		"t\u0430blier":    hasTwin | hasMark,
		"\uFF21telier":    hasTwin | hasMark,
		"dÃ©jà":           hasGarble,
		"lâ€¦":            hasGarble,
		"château, âne, Å": hasGarble,
		"château":         0,
		"SÃO":             hasGarble,
		"Ἀθῆναι":          hasMark | hasTwin,
	} {
		if got := traitsOf(s); got != want {
			t.Errorf("%q: %08b, want %08b", s, got, want)
		}
	}
}

func TestUngarble(t *testing.T) {
	mend := func(s string) string {
		var b strings.Builder
		for i := 0; i < len(s); {
			last, _ := utf8.DecodeLastRuneInString(b.String())
			n, meant := ungarble(s[i:], last)
			if n == 0 {
				r, size := utf8.DecodeRuneInString(s[i:])
				n, meant = size, string(r)
			}
			b.WriteString(meant)
			i += n
		}
		return b.String()
	}
	for s, want := range map[string]string{
		"dÃ©jÃ\u00A0 vu":              "déjà vu",
		"allÃ© Ã\u00A0 la mer":        "allé à la mer",
		"Ã‰conomie":                   "Économie",
		"RÃ‰SUMÃ‰":                    "RÉSUMÉ",
		"Ã€ la mer":                   "À la mer",
		"lâ€™atelier":                 "l’atelier",
		"Â«Â\u00A0motÂ\u00A0Â»":       "«\u00A0mot\u00A0»",
		"et la suiteâ€¦":              "et la suite…",
		"une Å“uvre":                  "une œuvre",
		"10 â‚¬":                      "10 €",
		"dÃƒÂ©jÃƒÂ\u00A0":             "déjà",
		"20 Â°C":                      "20 °C",
		"château":                     "château",
		"«\u00A0Â\u00A0»":             "«\u00A0Â\u00A0»",
		"«\u00A0Ã\u00A0»":             "«\u00A0Ã\u00A0»",
		"MAÇÃ\u00A0: pomme":           "MAÇÃ\u00A0: pomme",
		"São Paulo, SÃO, Ângela":      "São Paulo, SÃO, Ângela",
		"une longueur de 10 Å\u00A0:": "une longueur de 10 Å\u00A0:",
		"Ångström":                    "Ångström",
		"l’Âge d’or":                  "l’Âge d’or",
		"Tokyo":                       "Tokyo",
		"Ã":                           "Ã",
		"â€":                          "â€",
	} {
		if got := mend(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

func TestTwinsAreLettersOfTwoScripts(t *testing.T) {
	if a, b := utf8.RuneCountInString(masks), utf8.RuneCountInString(faces); a != b {
		t.Fatalf("%d letters for %d faces", a, b)
	}
	for r, letter := range twins {
		if r < utf8.RuneSelf || len(letter) != 1 || scriptOf(r) == "latin" {
			t.Errorf("%U passes for %s", r, letter)
		}
	}
}

func TestWordAt(t *testing.T) {
	for _, c := range []struct {
		text       string
		start, end int
		want       string
	}{
		{"un établi solide", 4, 6, "établi"},
		{"seul", 0, 1, "seul"},
		{"un mot", 3, 6, "mot"},
		{"a\u00A0b", 3, 4, "b"},
		{strings.Repeat("é", 100), 100, 102, strings.Repeat("é", 61)},
	} {
		if got := wordAt(c.text, c.start, c.end); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

func TestIsPlaceholder(t *testing.T) {
	for s, prose := range map[string]bool{
		"…": false, "...": false, "???": false, "À compléter": true, "[à compléter]": true, "TODO": true, "Lorem ipsum.": true, "à venir…": true,
	} {
		if !isPlaceholder(s, prose) {
			t.Errorf("%q is not told", s)
		}
	}
	for s, prose := range map[string]bool{
		"todo": false, "-": false, ".": false, "définition": true, "à faire": false, "Texte imprimé.": true, "Ce qui reste à faire.": true,
	} {
		if isPlaceholder(s, prose) {
			t.Errorf("%q is told", s)
		}
	}
}

func FuzzCharacters(f *testing.F) {
	for _, s := range []string{"dÃ©jà", "lâ€™", "t\u0430b", "a\u200Bb", "e\u0301", "\t", "\xff"} {
		f.Add(s, 0, 1)
	}
	f.Fuzz(func(t *testing.T, s string, start, end int) {
		if !utf8.ValidString(s) {
			return
		}
		for i := 0; i < len(s); {
			n, meant := ungarble(s[i:], 'a')
			if n < 0 || i+n > len(s) || n > 0 && (meant == "" || !utf8.ValidString(s[i:i+n])) {
				t.Fatalf("%q at %d: %d bytes for %q", s, i, n, meant)
			}
			_, size := utf8.DecodeRuneInString(s[i:])
			i += max(n, size)
		}
		if 0 <= start && start <= end && end <= len(s) && utf8.ValidString(s[:start]) && utf8.ValidString(s[start:end]) {
			if w := wordAt(s, start, end); !utf8.ValidString(w) || !strings.Contains(w, s[start:end]) && strings.TrimSpace(s[start:end]) == s[start:end] {
				t.Errorf("%q from %d to %d: %q", s, start, end, w)
			}
		}
		unmask(&glossary.Text{Value: s})
	})
}
