package glossary

import (
	"runtime"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/locale"
)

// Vocabulary is every word by which the texts of a lexicon, in its own language, may speak of its concepts, with the
// proper names that are made of such words. It may be used from several goroutines.
type Vocabulary struct {
	g       *Glossary
	phrases *locale.Phrases
	words   []Word // by the ids of phrases
}

// Word is a form of a designation in the lexicon's language.
type Word struct {
	Form
	Entry *Entry // nil for a protected name
}

// Use is a place in a text, from byte Start to End, where a word stands: several words when several concepts have it.
type Use struct {
	Start, End int
	Words      []*Word
}

// Vocabulary gives the words of the lexicon. It is made once, when it is first asked for.
func (g *Glossary) Vocabulary() *Vocabulary { return g.vocabulary() }

func vocabularyOf(g *Glossary) *Vocabulary {
	v := &Vocabulary{g: g, phrases: locale.NewPhrases()}
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

// appendWords adds the forms of an entry that are words of the lexicon's language. What a retired concept was called is free
// for others.
func (e *Entry) appendWords(words []Word, language string) []Word {
	if e.State() == Retired {
		return words
	}
	for _, f := range e.Forms(language) {
		if !f.IsFormer() && (f.Rank != RankEquivalent || f.Avoid != nil) {
			words = append(words, Word{f, e})
		}
	}
	return words
}

func (v *Vocabulary) add(w Word, text string) {
	w.Text = text
	v.phrases.Add(text, len(v.words))
	v.words = append(v.words, w)
}

// All gives every word, protected names first, in the order of the files.
func (v *Vocabulary) All() []Word { return v.words }

// Uses appends the places where a text uses words of the vocabulary, in order. Of words that overlap, the longest is
// meant; a protected name takes its place whatever else could stand there.
func (v *Vocabulary) Uses(dst []Use, text string) []Use {
	var space [8]locale.Match
	for _, m := range v.phrases.Find(space[:0], text) {
		u := Use{Start: m.Start, End: m.End, Words: make([]*Word, 0, len(m.IDs))}
		for _, id := range m.IDs {
			u.Words = append(u.Words, &v.words[id])
		}
		dst = append(dst, u)
	}
	return dst
}

// Word gives the one word that stands there, the best of those of one concept; nil when it is a protected name, or when
// several concepts have it: homographs are not guessed. A concept that is never to be linked is out of the question.
func (u *Use) Word() *Word {
	var best *Word
	for _, w := range u.Words {
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
func (u *Use) of(e *Entry) *Word {
	for _, w := range u.Words {
		if w.Entry == e {
			return w
		}
	}
	return nil
}

// avoided gives a word that the lexicon advises against, when that is all that stands there.
func (u *Use) avoided() *Word {
	for _, w := range u.Words {
		if w.Entry == nil || w.Avoid == nil {
			return nil
		}
	}
	return u.Words[0]
}

// Links reports whether a text that uses the word may lead to its entry. Forms to avoid never do so silently, nor those that
// are clear in some contexts only, nor very short words that are no acronyms.
func (w *Word) Links() bool {
	if w.Rank > RankAdmitted || w.As != nil && w.As.State() != Admitted {
		return false
	}
	return w.Entry.Autolink.Value != "no" && (w.isSign() || utf8.RuneCountInString(w.Text) >= 3)
}

// Cautious reports whether the word is too common for all its uses to mean its concept: its entry says so, or it is a
// synonym of one word that is neither a sign nor said to be short for the headword.
func (w *Word) Cautious() bool {
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
