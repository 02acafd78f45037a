package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/markdown"
)

// jargonInARow is how many words of jargon in a row are too many.
const jargonInARow = 3

// jargonChain finds what only people of the trade understand in a definition or a gloss: words of jargon in a row, none of
// which the lexicon defines.
var jargonChain = &Rule{
	Code:     "jargon-chain",
	Severity: diag.Review,
	Check: func(p *Pass) {
		if !p.Lexicon.IsFrench() {
			return
		}
		var n perText
		for e := range p.Concepts {
			for _, t := range []*glossary.Text{&e.Definition, &e.InBrief} {
				if t.Doc == nil {
					continue
				}
				plainTexts(t.Doc.Nodes, func(node *markdown.Node) {
					for _, c := range jargonIn(node.Text, p.Known(node)) {
						if n.allows(t) {
							p.Report(e.Path, t.At(node.In(t.Value, c.start, c.end)), diag.Args{"words": c.words, "text": node.Text[c.start:c.end]})
						}
					}
				})
			}
		}
	},
}

// plainTexts calls yield for the pieces of a text that are no links: what a link leads to explains its words.
func plainTexts(nodes []markdown.Node, yield func(*markdown.Node)) {
	for i := range nodes {
		switch n := &nodes[i]; n.Kind {
		case markdown.Text:
			yield(n)
		case markdown.Link, markdown.Reference:
		default:
			plainTexts(n.Children, yield)
		}
	}
}

// chain is a place of a text where words of jargon follow each other.
type chain struct{ start, end, words int }

// jargonIn gives the chains of a text that are too long. Little words, apostrophes and spaces do not end a chain; another
// word, a sign, or a word of the lexicon does.
func jargonIn(s string, known []glossary.Place) (chains []chain) {
	var c chain
	end := func() {
		if c.words >= jargonInARow {
			chains = append(chains, c)
		}
		c = chain{}
	}
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if !inWord(r) {
			if r != '’' && r != '\'' && !unicode.IsSpace(r) {
				end()
			}
			i += size
			continue
		}
		start := i
		for i < len(s) {
			r, size := utf8.DecodeRuneInString(s[i:])
			if !inWord(r) && !(r == '-' && letterAfter(s, i+size)) {
				break
			}
			i += size
		}
		for len(known) > 0 && known[0].End <= start {
			known = known[1:]
		}
		word := s[start:i]
		switch {
		case len(known) > 0 && known[0].Start < i:
			end()
		case littleWords[strings.ToLower(word)]:
		case isJargon(word):
			if c.words == 0 {
				c.start = start
			}
			c.end = i
			c.words++
		default:
			end()
		}
	}
	end()
	return chains
}

// isJargon reports whether a word looks like one of a trade: an acronym, a word with a capital or a digit inside, or a long
// learned one. The capital after a hyphen is that of a place (« Trois-Rivières »).
func isJargon(word string) bool {
	var letters, capitals, digits, inside int
	last := ' '
	for _, r := range word {
		switch {
		case unicode.IsDigit(r):
			digits++
		case unicode.IsUpper(r):
			capitals++
			if unicode.IsLetter(last) {
				inside++
			}
			letters++
		case unicode.IsLetter(r):
			letters++
		}
		last = r
	}
	if letters > 0 && digits > 0 || inside > 0 {
		return true
	}
	if letters < learnedLength || capitals > 0 {
		return false
	}
	word = strings.TrimSuffix(word, "s")
	for _, ending := range learnedEndings {
		if strings.HasSuffix(word, ending) {
			return true
		}
	}
	for _, opening := range learnedOpenings {
		if strings.HasPrefix(word, opening) {
			return true
		}
	}
	return false
}
