package lint

import (
	"math/bits"
	"path"
	"strings"
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
)

// maxCompared bounds the candidates that one run of a rule looks at closely: nobody reads the advice of the thousandth
// finding, and a large lexicon has many ids.
const maxCompared = 200_000

// suggester finds the candidate that a mistyped word stands for.
type suggester struct {
	candidates []string
	letters    []uint64 // of each candidate
	answers    map[string]string
	compared   int
}

// maxSlips is the most edits that [locale.Nearest] forgives. Each changes two letters at most.
const maxSlips = 3

func (s *suggester) nearest(word string) string {
	if near, ok := s.answers[word]; ok {
		return near
	}
	if s.compared >= maxCompared {
		return ""
	}
	if s.letters == nil {
		s.letters = make([]uint64, len(s.candidates))
		for i, c := range s.candidates {
			s.letters[i] = lettersOf(locale.Fold(c))
		}
		s.answers = map[string]string{}
	}
	letters := lettersOf(locale.Fold(word))
	var alike []string
	for i, l := range s.letters {
		if bits.OnesCount64(l^letters) <= 2*maxSlips {
			alike = append(alike, s.candidates[i])
		}
	}
	s.compared += len(alike) + len(s.candidates)/64
	near := locale.Nearest(word, alike)
	s.answers[word] = near
	return near
}

// lettersOf gives the letters that a word is made of, as bits. A letter beyond ASCII may share its bit with others.
func lettersOf(folded string) (set uint64) {
	for _, r := range folded {
		set |= 1 << (r & 63)
	}
	return set
}

// concepts finds the concept that a broken reference was meant for. It is filled when the first one is met: most
// lexicons have none.
type concepts struct {
	entries []*glossary.Entry
	ids     map[string]string // by folded id
	folded  suggester
	words   map[string]*glossary.Entry // by folded headword, plural or feminine; nil when several concepts have it
	others  map[string]*glossary.Entry // likewise by the other words for it, in any language
	slips   map[string]bool
}

// likeness tells how a concept was recognised in a broken reference.
type likeness uint8

const (
	byNothing  likeness = iota
	byLikeness          // the concept most likely meant
	bySlip              // its id, but for one letter
	byID                // its id, but for capitals, accents and marks
	byWord              // one of the forms of its headword
)

func (c *concepts) find(written string) (id string, how likeness) {
	if c.ids == nil {
		c.fill()
	}
	name := strings.TrimSuffix(path.Base(written), ".yaml")
	folded := locale.Fold(strings.ReplaceAll(name, "_", " "))
	if id, ok := c.ids[folded]; ok {
		if e := c.words[folded]; e != nil && e.ID == id && strings.EqualFold(e.Term.Value, written) {
			return id, byWord
		}
		return id, byID
	}
	if e := c.words[folded]; e != nil {
		return e.ID, byWord
	}
	if near := c.folded.nearest(folded); near != "" {
		if c.oneSlip(folded, near) {
			return c.ids[near], bySlip
		}
		return c.ids[near], byLikeness
	}
	if e := c.others[folded]; e != nil {
		return e.ID, byLikeness
	}
	return "", byNothing
}

func (c *concepts) fill() {
	c.ids = make(map[string]string, len(c.entries))
	c.words = make(map[string]*glossary.Entry, len(c.entries))
	c.others = map[string]*glossary.Entry{}
	c.slips = map[string]bool{}
	add := func(m map[string]*glossary.Entry, t glossary.Text, e *glossary.Entry) {
		if t.IsZero() {
			return
		}
		key := locale.Fold(t.Value)
		if other, ok := m[key]; ok && other != e {
			e = nil
		}
		m[key] = e
	}
	for _, e := range c.entries {
		folded := locale.Fold(e.ID)
		c.ids[folded] = e.ID
		c.folded.candidates = append(c.folded.candidates, folded)
		add(c.words, e.Term, e)
		add(c.words, e.Plural, e)
		add(c.words, e.Feminine, e)
		for i := range e.Synonyms {
			add(c.others, e.Synonyms[i].Term, e)
		}
		for i := range e.Translations {
			t := &e.Translations[i]
			add(c.others, t.Term, e)
			for j := range t.Synonyms {
				add(c.others, t.Synonyms[j].Term, e)
			}
		}
	}
}

// oneSlip reports whether near is the only id one slip away from a word long enough for that to mean something.
func (c *concepts) oneSlip(folded, near string) bool {
	if sure, ok := c.slips[folded]; ok {
		return sure
	}
	n := 0
	for _, candidate := range c.folded.candidates {
		if isSlip(folded, candidate) {
			n++
		}
	}
	c.slips[folded] = n == 1 && utf8.RuneCountInString(near) >= 5 && isSlip(folded, near)
	return c.slips[folded]
}

// isSlip reports whether one letter more, less, changed or swapped with its neighbour makes b of a.
func isSlip(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > utf8.UTFMax {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	for i > 0 && i < len(a) && !utf8.RuneStart(a[i]) {
		i--
	}
	ra, sa := utf8.DecodeRuneInString(a[i:])
	rb, sb := utf8.DecodeRuneInString(b[i:])
	restA, restB := a[i+sa:], b[i+sb:]
	if a[i:] == restB || restA == b[i:] || restA == restB {
		return true
	}
	nextA, na := utf8.DecodeRuneInString(restA)
	nextB, nb := utf8.DecodeRuneInString(restB)
	return ra == nextB && rb == nextA && restA[na:] == restB[nb:]
}

// rekey corrects the key of a group, unless one of the groups beside it has that key already.
func rekey[T any](key *glossary.Text, by string, groups []T, keyOf func(*T) *glossary.Text) *diag.Fix {
	for i := range groups {
		if keyOf(&groups[i]).Value == by {
			return nil
		}
	}
	return rewrite(key, by)
}
