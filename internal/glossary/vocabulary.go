package glossary

import (
	"runtime"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/locale"
)

// vocabulary is every word by which the texts of a lexicon, in its own language, may speak of its concepts, with the
// proper names that are made of such words. It may be used from several goroutines. It takes much room, and is kept no
// longer than it takes to read the texts.
type vocabulary struct {
	g       *Glossary
	phrases *locale.Phrases
	words   []Word // by the ids of phrases
}

// Word is a form of a designation in the lexicon's language.
type Word struct {
	Form
	Entry *Entry // nil for a protected name
}

// use is a place in a text, from byte Start to End, where a word stands: several words when several concepts have it.
type use struct {
	Start, End int
	words      []*Word
}

func vocabularyOf(g *Glossary) *vocabulary {
	v := &vocabulary{g: g, phrases: locale.NewPhrases()}
	for i := range g.Lexicon.ProtectedNames {
		name := &g.Lexicon.ProtectedNames[i]
		v.phrases.AddName(name.Value, len(v.words))
		v.words = append(v.words, Word{Form: Form{Text: name.Value, Of: name}})
	}
	for _, words := range inChunks(g.Entries, func(entries []*Entry) (words []Word) {
		for _, e := range entries {
			words = e.appendWords(words, g.Lexicon.Language.Value)
		}
		return words
	}) {
		for _, w := range words {
			v.add(w, w.Text)
			for _, text := range w.Also {
				v.add(w, text)
			}
		}
	}
	return v
}

// inChunks lets all cores work on some entries, each on a stretch of them, and gives what came of it in their order.
func inChunks[T any](entries []*Entry, work func([]*Entry) T) []T {
	size := max(1, (len(entries)+runtime.GOMAXPROCS(0)-1)/runtime.GOMAXPROCS(0))
	slots := make([]T, (len(entries)+size-1)/size)
	var wg sync.WaitGroup
	for i := range slots {
		wg.Go(func() { slots[i] = work(entries[i*size : min((i+1)*size, len(entries))]) })
	}
	wg.Wait()
	return slots
}

// appendWords adds the forms of an entry that are words of the lexicon's language, which those of an entry without a
// translation are not in a translated book. What a retired concept was called is free
// for others.
func (e *Entry) appendWords(words []Word, language string) []Word {
	if e.State() == Retired || e.Language != "" {
		return words
	}
	for _, f := range e.Forms(language) {
		if !f.IsFormer() && (f.Rank != RankEquivalent || f.Avoid != nil) {
			words = append(words, Word{f, e})
		}
	}
	return words
}

func (v *vocabulary) add(w Word, text string) {
	w.Text = text
	v.phrases.Add(text, len(v.words))
	v.words = append(v.words, w)
}

// homographs gives the words that a text could be linked by, but that several concepts have, each with the first concept's.
func (v *vocabulary) homographs() (pairs [][2]Word) {
	first := make(map[string]*Word, len(v.words))
	for i := range v.words {
		w := &v.words[i]
		if w.Entry == nil || !w.links() {
			continue
		}
		switch other := first[w.Text]; {
		case other == nil:
			first[w.Text] = w
		case other.Entry != w.Entry:
			pairs = append(pairs, [2]Word{*other, *w})
		}
	}
	return pairs
}

// uses appends the places where a text uses words of the vocabulary, in order. Of words that overlap, the longest is
// meant; a protected name takes its place whatever else could stand there.
func (v *vocabulary) uses(dst []use, text string) []use {
	var space [8]locale.Match
	for _, m := range v.phrases.Find(space[:0], text) {
		u := use{Start: m.Start, End: m.End, words: make([]*Word, 0, len(m.IDs))}
		for _, id := range m.IDs {
			u.words = append(u.words, &v.words[id])
		}
		dst = append(dst, u)
	}
	return dst
}

// word gives the one word that stands there, the best of those of one concept; nil when it is a protected name, or when
// several concepts have it: homographs are not guessed. A concept that is never to be linked is out of the question.
func (u *use) word() *Word {
	var best *Word
	for _, w := range u.words {
		switch {
		case w.Entry == nil:
			return nil
		case w.Entry.Autolink.Value == "no":
		case best == nil || w.Entry == best.Entry && w.Rank < best.Rank:
			best = w
		case w.Entry != best.Entry:
			return nil
		}
	}
	return best
}

// of gives the word that stands there for an entry, nil when there is none.
func (u *use) of(e *Entry) *Word {
	for _, w := range u.words {
		if w.Entry == e {
			return w
		}
	}
	return nil
}

// avoided gives a word that the lexicon advises against, when that is all that stands there.
func (u *use) avoided() *Word {
	for _, w := range u.words {
		if w.Entry == nil || w.Avoid == nil {
			return nil
		}
	}
	return u.words[0]
}

// links reports whether a text that uses the word may lead to its entry. Forms to avoid never do so silently, nor those that
// are clear in some contexts only, nor very short words that are no acronyms.
func (w *Word) links() bool {
	if w.Rank > RankAdmitted || w.As != nil && w.As.State() != Admitted {
		return false
	}
	return w.Entry.Autolink.Value != "no" && (w.isSign() || utf8.RuneCountInString(w.Text) >= 3)
}

// cautious reports whether the word is too common for all its uses to mean its concept: its entry says so, or it is a
// synonym of one word that is neither a sign nor said to be short for the headword.
func (w *Word) cautious() bool {
	return w.Entry.Autolink.Value == "cautious" || w.As != nil && w.As.Kind.IsZero() && isWord(w.Text) && !w.isSign()
}

// isSign reports whether the word is an acronym, or is known by its capitals as « RA » and « iPad » are.
func (w *Word) isSign() bool {
	if w.IsShortened() {
		return true
	}
	_, size := utf8.DecodeRuneInString(w.Text)
	return isWord(w.Text) && strings.ContainsFunc(w.Text[size:], unicode.IsUpper)
}

func isWord(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '’' && r != '\'' })
}
