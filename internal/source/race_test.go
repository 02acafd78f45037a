//go:build race

package source_test

// slow: the race detector makes everything some ten times slower.
const slow = true
