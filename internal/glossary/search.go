package glossary

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/locale"
)

// How says how a form answers a query, the best way first.
type How uint8

// The ways.
const (
	Exact        How = iota // the query is the form
	Beginning               // the form begins with the query
	Words                   // each word of the query begins a word of the form, or is the plural of one
	Inside                  // the query stands somewhere in the form
	Mistyped                // the query is the form but for one typing error
	WordMistyped            // each word of the query begins a word of the form, but one, in which one error is forgiven
	Ways                    // how many there are
)

var howNames = [Ways]string{"exact", "beginning", "words", "inside", "mistyped", "word-mistyped"}

// String gives the way's name in exports.
func (h How) String() string { return howNames[h] }

// Hit is an entry that answers a query, with the best of the forms that did.
type Hit struct {
	Entry *Entry
	Form  *Form
	How   How
}

// Index finds entries by any of their forms.
type Index struct {
	entries []*Entry
	keys    []key
}

// key is a form made ready.
type key struct {
	Form
	tight string // Key without spaces and apostrophes
	entry int
}

// NewIndex readies the search of some entries of a glossary, given in the order in which equal answers are wanted.
func NewIndex(g *Glossary, entries []*Entry) *Index {
	x := &Index{entries: entries, keys: make([]key, 0, 12*len(entries))}
	for i, e := range entries {
		for _, f := range e.Forms(g.Lexicon.Language.Value) {
			x.keys = append(x.keys, key{f, locale.Squeeze(f.Key), i})
		}
	}
	return x
}

// Find gives the entries that a query means, each once, the best answer first: nil when the query says nothing.
//
// How a form answers comes before what the form is: whoever types « coworking » in full wants what it leads to, though it
// is to be avoided, before the headwords that only contain it. Among forms that answer alike, headwords come first, then
// admitted terms, equivalents and terms to avoid; then the order of the index. Spaces, hyphens and apostrophes count for
// nothing, but that words are told apart by them.
//
// Of the readings of the query, from the strict to the loose, the first that finds something is the good one: as it
// stands, without the endings of inclusive shorthand (animateur·rice·s), without its punctuation (« beacon »?), without
// the little words that open it (un tiers-lieu); in the last of these, one typing error is forgiven.
//
// The page's script searches by the same rules: a change here is a change in internal/web/search.js, and a test compares both.
func (x *Index) Find(query string) []Hit {
	folded := locale.Fold(query)
	if folded == "" {
		return nil
	}
	for i, all := 0, readings(folded); ; i++ {
		q := newQuery(all[i])
		if hits := x.scan(q.match, len(q.letters) > 2); len(hits) > 0 {
			return hits
		}
		if i == len(all)-1 {
			return x.scan(q.mistyped, true)
		}
	}
}

// Nearest gives the n entries at most whose names come nearest to a query that finds nothing, the nearest first.
func (x *Index) Nearest(query string, n int) []Hit {
	var candidates []string
	var owners []*key
	add := func(k *key, text string) {
		candidates = append(candidates, text)
		owners = append(owners, k)
	}
	for i := range x.keys {
		add(&x.keys[i], x.keys[i].Key)
	}
	for i := range x.keys { // « litteracie » is near a word of « littératie numérique »
		if k := &x.keys[i]; strings.IndexByte(k.Key, ' ') >= 0 {
			for word := range strings.FieldsSeq(k.Key) {
				if utf8.RuneCountInString(word) > 4 {
					add(k, word)
				}
			}
		}
	}

	var hits []Hit
	all := readings(locale.Fold(query))
	const forms = 8 // of one entry, that may come as near as each other
	for _, place := range locale.NearestFew(all[len(all)-1], candidates, forms*n) {
		k := owners[place]
		e := x.entries[k.entry]
		if len(hits) < n && !slices.ContainsFunc(hits, func(h Hit) bool { return h.Entry == e }) {
			hits = append(hits, Hit{e, &k.Form, Mistyped})
		}
	}
	return hits
}

// scan gathers what a way of matching finds. One or two letters are inside nearly everything: unless inside is set, they
// are found there only where they begin nothing.
func (x *Index) scan(match func(k *key) How, inside bool) []Hit {
	var hits []Hit
	best := Ways
	for i := range x.keys {
		k := &x.keys[i]
		how := match(k)
		if how == Ways {
			continue
		}
		best = min(best, how)
		hit := Hit{x.entries[k.entry], &k.Form, how}
		if last := len(hits) - 1; last < 0 || hits[last].Entry != hit.Entry {
			hits = append(hits, hit)
		} else if compare(hit, hits[last]) < 0 {
			hits[last] = hit
		}
	}
	if best < Inside && !inside {
		hits = slices.DeleteFunc(hits, func(h Hit) bool { return h.How == Inside })
	}
	slices.SortStableFunc(hits, compare)
	return hits
}

func compare(a, b Hit) int {
	if a.How != b.How {
		return int(a.How) - int(b.How)
	}
	return int(a.Form.Rank) - int(b.Form.Rank)
}

// readings gives the ways to read a folded query, from the strict to the loose: each goes on from the one before.
func readings(folded string) []string {
	list := []string{folded}
	for _, loosen := range []func(string) string{withoutEndings, withoutPunctuation, withoutLittleWords} {
		if last := list[len(list)-1]; loosen(last) != last {
			list = append(list, loosen(last))
		}
	}
	return list
}

// withoutEndings cuts words at the mark of an abbreviated ending, which a masculine stands before.
func withoutEndings(folded string) string {
	if !strings.ContainsAny(folded, endingMarks) {
		return folded
	}
	words := strings.Split(folded, " ")
	for i, word := range words {
		if at := strings.IndexAny(word, endingMarks); at > 0 {
			words[i] = word[:at]
		}
	}
	return strings.Join(words, " ")
}

const endingMarks = "·(["

// withoutPunctuation leaves a query of nothing else as it is.
func withoutPunctuation(folded string) string {
	plain := locale.Fold(strings.Map(func(r rune) rune {
		if r == '\'' || unicode.In(r, unicode.Letter, unicode.Mark, unicode.Number) {
			return r
		}
		return ' '
	}, folded))
	if plain == "" {
		return folded
	}
	return plain
}

func withoutLittleWords(folded string) string {
	for {
		first, rest, found := strings.Cut(folded, " ")
		if !found || !slices.Contains(littleWords, first) {
			return folded
		}
		folded = rest
	}
}

// littleWords are those that people copy with a word.
var littleWords = []string{
	"le", "la", "les", "un", "une", "des", "du", "de", "au", "aux", "ce", "cet", "cette", "ces", "the", "a", "an",
}

// query is a reading made ready.
type query struct {
	tight   string
	letters []rune // of tight
	words   []queryWord
}

type queryWord struct {
	text, opening, singular string // the word, the word after a space, the word without the mark of its plural
	letters                 []rune
}

func newQuery(folded string) *query {
	q := &query{tight: locale.Squeeze(folded)}
	q.letters = []rune(q.tight)
	for text := range strings.SplitSeq(folded, " ") {
		text = strings.TrimRight(text, "'") // an elision of which the word is not typed yet
		if text == "" {
			continue
		}
		w := queryWord{text: text, opening: " " + text, letters: []rune(text)}
		if n := len(text); len(w.letters) > 3 && isPlural(text[n-1]) && !isPlural(text[n-2]) {
			w.singular = text[:n-1]
		}
		q.words = append(q.words, w)
	}
	return q
}

// isPlural tells the letters that mark plurals in French and English.
func isPlural(b byte) bool { return b == 's' || b == 'x' }

func (q *query) match(k *key) How {
	switch {
	case q.tight == "":
		return Ways
	case strings.HasPrefix(k.tight, q.tight):
		if len(k.tight) == len(q.tight) {
			return Exact
		}
		return Beginning
	case q.all(k.Key):
		return Words
	case strings.Contains(k.tight, q.tight):
		return Inside
	}
	return Ways
}

func (q *query) all(key string) bool {
	for i := range q.words {
		if !q.words[i].in(key) {
			return false
		}
	}
	return len(q.words) > 0
}

// in reports whether a word of the key begins as the query's does, or is its singular.
func (w *queryWord) in(key string) bool {
	if strings.HasPrefix(key, w.text) || strings.Contains(key, w.opening) {
		return true
	}
	if w.singular == "" {
		return false
	}
	for word := range strings.SplitSeq(key, " ") {
		if word == w.singular {
			return true
		}
	}
	return false
}

// mistyped forgives one error in the query as a whole, or in one of its words. A word of three letters is too near to
// too many others.
func (q *query) mistyped(k *key) How {
	if len(q.letters) > shortest && offByOne(q.letters, k.tight) {
		return Mistyped
	}
	var wrong *queryWord
	for i := range q.words {
		if w := &q.words[i]; !w.in(k.Key) {
			if wrong != nil || len(w.letters) <= shortest {
				return Ways
			}
			wrong = w
		}
	}
	if wrong == nil {
		return Ways
	}
	for word := range strings.SplitSeq(k.Key, " ") {
		if offByOne(wrong.letters, word) {
			return WordMistyped
		}
	}
	return Ways
}

// shortest is the length of the longest word in which no error is forgiven.
const shortest = 3

// offByOne reports whether two words are the same but for a letter added, left out or replaced, or two neighbours
// swapped.
func offByOne(typed []rune, word string) bool {
	if len(word) < len(typed)-1 || len(word) > utf8.UTFMax*(len(typed)+1) {
		return false
	}
	n := utf8.RuneCountInString(word)
	if n < len(typed)-1 || n > len(typed)+1 {
		return false
	}
	rest := typed
	for len(rest) > 0 && word != "" {
		r, size := utf8.DecodeRuneInString(word)
		if r != rest[0] {
			break
		}
		rest, word = rest[1:], word[size:]
	}
	for len(rest) > 0 && word != "" {
		r, size := utf8.DecodeLastRuneInString(word)
		if r != rest[len(rest)-1] {
			break
		}
		rest, word = rest[:len(rest)-1], word[:len(word)-size]
	}
	n = utf8.RuneCountInString(word)
	if len(rest) == 2 && n == 2 {
		first, size := utf8.DecodeRuneInString(word)
		second, _ := utf8.DecodeRuneInString(word[size:])
		return first == rest[1] && second == rest[0]
	}
	return len(rest) <= 1 && n <= 1
}
