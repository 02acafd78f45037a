package lint

import (
	"unicode"
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/markdown"
)

// prose calls yield for what a file says in the lexicon's language and in its own words.
func (d *Document) prose(language string, yield func(*glossary.Text)) {
	d.Record.Words(d.Root, language, func(t *glossary.Text, manner glossary.Manner) {
		if manner == glossary.Prose {
			yield(t)
		}
	})
}

// frenchDefinitions calls yield for every definition written in French, with its entry.
func (p *Pass) frenchDefinitions(yield func(*glossary.Entry, *glossary.Text) bool) {
	if !p.Lexicon.IsFrench() {
		return
	}
	for e := range p.Concepts {
		if !e.Definition.IsZero() && !yield(e, &e.Definition) {
			return
		}
	}
}

// shown calls yield for the stretches of a value that are shown as they are written, from left to right: what stands
// between the marks and the addresses of Markdown.
func shown(t *glossary.Text, yield func(start, end int) bool) bool {
	if t.Doc == nil {
		return yield(0, len(t.Value))
	}
	return shownIn(t.Doc.Nodes, yield)
}

func shownIn(nodes []markdown.Node, yield func(start, end int) bool) bool {
	for i := range nodes {
		n := &nodes[i]
		goOn := true
		switch {
		case n.Kind == markdown.Text:
			goOn = yield(n.Start, n.End)
		case n.Kind == markdown.Reference && n.Text != "":
			goOn = yield(n.TargetStart+len(n.Target)+len("|"), n.End-len("]]"))
		default:
			goOn = shownIn(n.Children, yield)
		}
		if !goOn {
			return false
		}
	}
	return true
}

// inWord tells what words are made of.
func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// letterBefore and letterAfter report whether a letter or a digit touches a place of a text.
func letterBefore(s string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return inWord(r)
}

func letterAfter(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return inWord(r)
}

// base gives the letter of the alphabet that a lower- or upper-case letter of French stands for.
func base(r rune) rune {
	if r < utf8.RuneSelf {
		if 'A' <= r && r <= 'Z' {
			r |= 0x20
		}
		return r
	}
	switch unicode.ToLower(r) {
	case 'à', 'â', 'ä', 'á':
		return 'a'
	case 'ç':
		return 'c'
	case 'é', 'è', 'ê', 'ë':
		return 'e'
	case 'î', 'ï', 'í':
		return 'i'
	case 'ô', 'ö', 'ó':
		return 'o'
	case 'ù', 'û', 'ü', 'ú':
		return 'u'
	case '’':
		return '\''
	case '\u00A0', '\u202F':
		return ' '
	}
	return unicode.ToLower(r)
}

// opens measures, in bytes, what a text begins with that reads as some plain words, whatever its capitals and accents;
// 0 when it begins otherwise.
func opens(s, words string) int {
	i := 0
	for _, want := range words {
		r, size := utf8.DecodeRuneInString(s[i:])
		if size == 0 || base(r) != want {
			return 0
		}
		i += size
	}
	return i
}
