package locale

import (
	"math/rand/v2"
	"strings"
	"testing"
)

func TestNearest(t *testing.T) {
	keys := "term pos gender feminine plural number domains definition in_brief examples notes how_it_works synonyms translations " +
		"broader related distinguish part_of level sources further_reading illustration status formerly sort tags created tiers-lieu écran"
	tests := []struct{ word, candidates, want string }{
		{"defintion", keys, "definition"},
		{"définition", keys, "definition"},
		{"Définitions", keys, "definition"},
		{"tem", keys, "term"},
		{"psoo", "pos", ""},
		{"pso", keys, "pos"},
		{"realted", keys, "related"},
		{"exmaples", keys, "examples"},
		{"tierslieu", keys, "tiers-lieu"},
		{"tiers lieux", keys, "tiers-lieu"},
		{"ecran", keys, "écran"},
		{"écrans", keys, "écran"},
		{"genre", keys, "gender"},
		{"xyzzy", keys, ""},
		{"", keys, ""},
		{"", "é", ""},
		{"a", "b", ""}, // no letter in common
		{"a", "b à", "à"},
		{"a", "ab", ""},
		{"term", "", ""},
		// The limits: 1 edit up to 4 letters, 2 up to 9, 3 above.
		{"abcd", "abxx", ""},
		{"abcd", "abxd", "abxd"},
		{"abcde", "abcxx", "abcxx"},
		{"abcde", "abxxx", ""},
		{"abcdefghi", "abcdefxxx", ""},
		{"abcdefghij", "abcdefgxxx", "abcdefgxxx"},
		{"abcdefghij", "abcdefxxxx", ""},
		// The nearest wins, then the first.
		{"abcde", "abcxx abcdx", "abcdx"},
		{"abcde", "xbcde abcdx", "xbcde"},
		{"cote", "côté cote", "côté"},
		// A swap is one edit, an insertion inside it is another.
		{"abcd", "bacd", "bacd"},
		{"ca", "abc", ""},
	}
	for _, test := range tests {
		if got := Nearest(test.word, strings.Fields(test.candidates)); got != test.want {
			t.Errorf("Nearest(%q) = %q, want %q", test.word, got, test.want)
		}
	}
}

// slowDistance is the definition, without the short cuts.
func slowDistance(a, b string) int {
	switch {
	case a == "":
		return len(b)
	case b == "":
		return len(a)
	}
	cost := 1
	if a[0] == b[0] {
		cost = 0
	}
	n := min(slowDistance(a[1:], b)+1, slowDistance(a, b[1:])+1, slowDistance(a[1:], b[1:])+cost)
	if len(a) > 1 && len(b) > 1 && a[0] == b[1] && a[1] == b[0] {
		n = min(n, slowDistance(a[2:], b[2:])+1)
	}
	return n
}

func TestDistanceAgreesWithItsDefinition(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	word := func() string {
		b := make([]byte, 1+r.IntN(6))
		for i := range b {
			b[i] = "abc"[r.IntN(3)]
		}
		return string(b)
	}
	var d distance
	for range 3000 {
		a, b := word(), word()
		want := slowDistance(a, b)
		for limit := range 7 {
			got := d.between([]rune(a), b, limit)
			if got != want && (want <= limit || got <= limit) {
				t.Fatalf("from %q to %q: %d, want %d (limit %d)", a, b, got, want, limit)
			}
		}
	}
}

func BenchmarkNearest(b *testing.B) {
	words := headwords(10_000)
	b.ReportAllocs()
	for b.Loop() {
		Nearest("codevelopement 4", words)
	}
}
