package i18n

import (
	"regexp"
	"strings"
	"sync"
	"testing"
)

func TestForFallsBack(t *testing.T) {
	for tag, want := range map[string]string{"fr": "fr", "fr-CA": "fr", "FR-ca": "fr", "en-GB": "en", "de": "en", "": "en", "zz-ZZ": "en"} {
		if got := For(tag).Language; got != want {
			t.Errorf("For(%q) speaks %s, want %s", tag, got, want)
		}
	}
}

// The program speaks the French that it asks of others: no-break spaces stand before a colon and inside guillemets.
func TestFrenchTypography(t *testing.T) {
	breaking := regexp.MustCompile(`\S :(?:[ "{\\\n]|$)|« | »`)
	n := 0
	for name, data := range parts("fr") {
		for i, line := range strings.Split(string(data), "\n") {
			n++
			if found := breaking.FindString(line); found != "" {
				t.Errorf("%s:%d: %q", name, i+1, found)
			}
		}
	}
	if n < 500 {
		t.Errorf("only %d lines", n)
	}
}

func TestCountAgreesAsTheLanguageDoes(t *testing.T) {
	for _, test := range []struct {
		lang string
		n    int
		want string
	}{
		{"fr", 0, "0 terme"}, {"fr", 1, "1 terme"}, {"fr", 2, "2 termes"},
		{"en", 0, "0 terms"}, {"en", 1, "1 term"}, {"en", 2, "2 terms"},
	} {
		if got := For(test.lang).Count("book.entries", test.n); got != test.want {
			t.Errorf("%s: %q, want %q", test.lang, got, test.want)
		}
	}
}

func TestDates(t *testing.T) {
	for _, test := range []struct {
		lang             string
		year, month, day int
		want             string
	}{
		{"fr", 2020, 7, 8, "8 juillet 2020"}, {"fr", 2020, 7, 1, "1er juillet 2020"}, {"fr", 2011, 9, 0, "septembre 2011"}, {"fr", 2011, 0, 0, "2011"},
		{"fr", 2019, 21, 0, "printemps 2019"},
		{"en", 2020, 7, 8, "July 8, 2020"}, {"en", 2020, 7, 1, "July 1, 2020"}, {"en", 2011, 9, 0, "September 2011"},
	} {
		if got := For(test.lang).Date(test.year, test.month, test.day); got != test.want {
			t.Errorf("%q, want %q", got, test.want)
		}
	}
}

func TestNames(t *testing.T) {
	fr, en := For("fr"), For("en")
	for got, want := range map[string]string{
		fr.LanguageName("en"): "anglais", en.LanguageName("fr"): "French", fr.LanguageName("???"): "???",
		fr.RegionName("CA-QC"): "Québec", en.RegionName("CA-QC"): "Quebec", fr.RegionName("BE"): "Belgique", fr.RegionName("XX-YY"): "XX-YY",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestAMissingWordIsSeen(t *testing.T) {
	if got := For("fr").Text("no.such.word", nil); got != "‹no.such.word›" {
		t.Errorf("%q", got)
	}
	if For("fr").Has("no.such.word") || !For("fr").Has("book.entries") {
		t.Error("Has is wrong")
	}
}

func TestSayGivesNoEmptyAdvice(t *testing.T) {
	fr := For("fr")
	if message, hint := fr.Say("usage.flag-value", map[string]any{"name": "out"}); message == "" || hint != "" {
		t.Errorf("%q, %q", message, hint)
	}
	if message, hint := fr.Say("usage.unknown-command", map[string]any{"name": "x", "near": "y"}); message == "" || hint == "" {
		t.Errorf("%q, %q", message, hint)
	}
}

func TestIsSafeForSeveralGoroutines(t *testing.T) {
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for n := range 100 {
				_ = For("fr").Count("book.entries", n)
				_ = For("en").Text("entry.page", map[string]any{"page": n})
			}
		})
	}
	wg.Wait()
}
