package lint

import (
	"strings"
	"unicode"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
	"github.com/lexipoche/lexipoche/internal/markdown"
)

// longestSentence is how many words a sentence may have outside of a definition.
const longestSentence = 35

// longSentence finds the sentences in which readers get lost, in what entries say beside their definitions. Examples that
// are quotations are somebody else's words.
var longSentence = &Rule{
	Code:     "long-sentence",
	Severity: diag.Review,
	Check: func(p *Pass) {
		if !p.Lexicon.IsFrench() {
			return
		}
		var n perText
		for e := range p.Concepts {
			for t := range besideDefinition(e) {
				for start, end := range paragraphs(t) {
					for from, to := range sentences(t.Value[start:end]) {
						words := countWords(t.Value[start+from : start+to])
						if words > longestSentence && n.allows(t) {
							p.Report(e.Path, t.At(start+from, start+to), diag.Args{"words": words, "max": longestSentence})
						}
					}
				}
			}
		}
	},
}

// besideDefinition calls yield for the texts that explain a concept in the words of its authors, but for its definition.
func besideDefinition(e *glossary.Entry) func(yield func(*glossary.Text) bool) {
	return func(yield func(*glossary.Text) bool) {
		if !yield(&e.InBrief) {
			return
		}
		for i := range e.Examples {
			if s := e.Examples[i].Source; (s == nil || s.Type.Value != glossary.Quotation) && !yield(&e.Examples[i].Text) {
				return
			}
		}
		for i := range e.Notes {
			if !yield(&e.Notes[i]) {
				return
			}
		}
		yield(&e.HowItWorks)
	}
}

// paragraphs calls yield for the place of each paragraph of a text, those of list items too.
func paragraphs(t *glossary.Text) func(yield func(start, end int) bool) {
	return func(yield func(start, end int) bool) {
		if t.Doc == nil || len(t.Doc.Nodes) == 0 {
			return
		}
		if k := t.Doc.Nodes[0].Kind; k != markdown.Paragraph && k != markdown.List {
			yield(0, len(t.Value))
			return
		}
		paragraphsIn(t.Doc.Nodes, yield)
	}
}

func paragraphsIn(nodes []markdown.Node, yield func(start, end int) bool) bool {
	for i := range nodes {
		n := &nodes[i]
		if n.Kind == markdown.Paragraph && !yield(n.Start, n.End) || n.Kind != markdown.Paragraph && !paragraphsIn(n.Children, yield) {
			return false
		}
	}
	return true
}

// sentences calls yield for the place of each sentence of a paragraph, without the space around it.
func sentences(s string) func(yield func(start, end int) bool) {
	return func(yield func(start, end int) bool) {
		q := locale.QuotationsIn(s)
		for start := 0; ; {
			next := nextSentence(s, start, &q)
			end := next
			if next == 0 {
				end = len(s)
			}
			if !yield(start, start+len(strings.TrimRightFunc(s[start:end], unicode.IsSpace))) || next == 0 {
				return
			}
			start = next
		}
	}
}
