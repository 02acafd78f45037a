package locale

import (
	"slices"
	"unicode/utf8"
)

// Nearest gives the candidate that a mistyped word most likely stands for, "" when none comes near. Both are compared
// folded, by insertions, deletions, substitutions and swaps of neighbours (the Damerau-Levenshtein distance, restricted:
// no letter is changed twice): 1 at most in words of up to 4 letters, 2 up to 9, 3 above, and never all the letters there
// are. Of equals, the first wins.
func Nearest(word string, candidates []string) string {
	for _, i := range NearestFew(word, candidates, 1) {
		return candidates[i]
	}
	return ""
}

// NearestFew gives the places of the n candidates that come nearest to a mistyped word, as [Nearest] measures it, the
// nearest first.
func NearestFew(word string, candidates []string, n int) []int {
	a := []rune(Fold(word))
	limit := 3
	switch {
	case len(a) <= 4:
		limit = min(1, len(a)-1)
	case len(a) <= 9:
		limit = 2
	}

	var places, distances []int
	var d distance
	for i, candidate := range candidates {
		if limit < 0 || n <= 0 {
			break
		}
		folded := Fold(candidate)
		if length := utf8.RuneCountInString(folded); length < len(a)-limit || length > len(a)+limit {
			continue
		}
		far := d.between(a, folded, limit)
		if far > limit {
			continue
		}
		if len(places) == n {
			places, distances = places[:n-1], distances[:n-1]
		}
		at, _ := slices.BinarySearch(distances, far+1) // after its equals
		places, distances = slices.Insert(places, at, i), slices.Insert(distances, at, far)
		if len(places) == n {
			limit = distances[n-1] - 1
		}
	}
	return places
}

// A distance keeps its rows from one word to the next.
type distance struct {
	b    []rune
	rows [3][]int
}

// between counts the edits from a to s; beyond limit, it may answer any greater number.
func (d *distance) between(a []rune, s string, limit int) int {
	d.b = d.b[:0]
	for _, r := range s {
		d.b = append(d.b, r)
	}
	b := d.b
	for i := range d.rows {
		if cap(d.rows[i]) <= len(b) {
			d.rows[i] = make([]int, 2*len(b)+8)
		}
		d.rows[i] = d.rows[i][:len(b)+1]
	}
	before, above, row := d.rows[0], d.rows[1], d.rows[2]
	for j := range above {
		above[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			n := min(above[j]+1, row[j-1]+1, above[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				n = min(n, before[j-2]+1)
			}
			row[j] = n
			least = min(least, n)
		}
		// The least of a row is at most one more than that of the row above, so that even a swap, which reaches
		// back two rows at the cost of one edit, leads above the limit.
		if least > limit {
			return limit + 1
		}
		before, above, row = above, row, before
	}
	return above[len(b)]
}
