package glossary

import "testing"

// Each pair of short words over a few letters, some of them long in UTF-8, against the definition.
func TestOffByOne(t *testing.T) {
	words := []string{""}
	for start, n := 0, 0; n < 4; n++ {
		end := len(words)
		for _, w := range words[start:end] {
			for _, letter := range []string{"a", "b", "é", "京"} {
				words = append(words, w+letter)
			}
		}
		start = end
	}
	near := func(a, b []rune) bool { // a becomes b by one change at most
		same := func(c []rune) bool { return string(c) == string(b) }
		if same(a) {
			return true
		}
		for i := range a {
			if same(append(append([]rune{}, a[:i]...), a[i+1:]...)) {
				return true
			}
			for _, letter := range b {
				c := append([]rune{}, a...)
				if c[i] = letter; same(c) {
					return true
				}
			}
			if i > 0 {
				c := append([]rune{}, a...)
				if c[i-1], c[i] = c[i], c[i-1]; same(c) {
					return true
				}
			}
		}
		for i := 0; i <= len(a); i++ {
			for _, letter := range b {
				if same(append(append(append([]rune{}, a[:i]...), letter), a[i:]...)) {
					return true
				}
			}
		}
		return false
	}
	yes := 0
	for _, a := range words {
		for _, b := range words {
			if len([]rune(b))-len([]rune(a)) > 1 || len([]rune(a))-len([]rune(b)) > 1 {
				continue
			}
			want := near([]rune(a), []rune(b))
			if got := offByOne([]rune(a), b); got != want {
				t.Fatalf("%q and %q: %v", a, b, got)
			}
			if want {
				yes++
			}
		}
	}
	if yes < 1000 {
		t.Errorf("only %d pairs are near", yes)
	}
}
