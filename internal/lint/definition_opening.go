package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

// definitionOpening finds the definitions that begin by saying that they define, or by an article: a definition of the French
// tradition begins with the kind of thing, so that it could stand in the term's place.
var definitionOpening = &Rule{
	Code:     "definition-opening",
	Severity: diag.Review,
	Check: func(p *Pass) {
		for e, t := range p.frenchDefinitions {
			start, end := beginning(t)
			s := t.Value[start:end]
			n, isArticle := preamble(s, e.POS.Value), false
			if n == 0 {
				n = article(s)
				if isArticle = n > 0 && !quantified(s, n); !isArticle {
					continue
				}
			}
			opening := strings.TrimRightFunc(s[:n], unicode.IsSpace)
			p.Report(e.Path, t.At(start, start+len(opening)), diag.Args{"opening": opening, "article": isArticle, "next": capitalized(kindOfThing(s, n, isArticle))})
		}
	},
}

// beginning gives the first stretch of a text that is shown as it is written.
func beginning(t *glossary.Text) (start, end int) {
	shown(t, func(from, to int) bool {
		start, end = from, to
		return strings.TrimSpace(t.Value[from:to]) == ""
	})
	start = end - len(strings.TrimLeftFunc(t.Value[start:end], unicode.IsSpace))
	return start, end
}

// kindOfThing gives the word that should come first: the one after the article, when there is one.
func kindOfThing(s string, n int, isArticle bool) string {
	s = strings.TrimLeftFunc(s[n:], unicode.IsSpace)
	if !isArticle {
		n := article(s)
		if n == 0 || quantified(s, n) {
			return ""
		}
		s = s[n:]
	}
	return firstWord(s)
}

// preamble measures the turn that a definition begins with. « Se dit de » is the custom for adjectives and adverbs.
func preamble(s, pos string) int {
	if s == "" || strings.IndexByte("eclditmoEClDITMOCL", s[0]) < 0 && s[0] != 's' && s[0] != 'S' {
		return 0
	}
	for _, words := range preambles {
		if n := opening(s, words); n > 0 {
			return n
		}
	}
	if pos == "noun" || pos == "verb" {
		return opening(s, ofQuality)
	}
	return 0
}

// opening measures some words at the start of a text, with the rest of « de » after a d.
func opening(s, words string) int {
	n := opens(s, words)
	switch {
	case n == 0:
	case strings.HasSuffix(words, " d"):
		for _, rest := range []string{"e ", "u ", "es ", "'"} {
			if more := opens(s[n:], rest); more > 0 {
				if rest == "u " || rest == "es " { // « du » and « des » hold an article
					more = 1
				}
				return n + more
			}
		}
		return 0
	case !strings.HasSuffix(words, "'") && letterAfter(s, n):
		return 0
	}
	return n
}

// article measures the article that a text begins with, and the space after it.
func article(s string) int {
	for _, a := range []string{"un ", "une ", "le ", "la ", "les ", "l'", "des "} {
		if n := opens(s, a); n > 0 {
			return n
		}
	}
	return 0
}

// quantified reports whether an article is no mere article: « un ou plusieurs », « la plupart », « l’un des », « le plus ».
func quantified(s string, n int) bool {
	return quantifiers[strings.ToLower(firstWord(s[n:]))]
}

// firstWord gives the word that a text begins with; hyphens belong to it.
func firstWord(s string) string {
	for i, r := range s {
		if !inWord(r) && r != '-' {
			return s[:i]
		}
	}
	return s
}

func capitalized(word string) string {
	r, size := utf8.DecodeRuneInString(word)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(r)) + word[size:]
}
