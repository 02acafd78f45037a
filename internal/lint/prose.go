package lint

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
	"github.com/lexipoche/lexipoche/internal/markdown"
)

// prose calls yield for what a file says in the lexicon's own language, a base tag, and in its own words: neither quotations,
// nor titles of works, nor translations.
func prose(root any, language string, yield func(*glossary.Text)) {
	each := func(list []glossary.Text) {
		for i := range list {
			yield(&list[i])
		}
	}
	examples := func(list []glossary.Example) {
		for i := range list {
			if s := list[i].Source; s == nil || s.Type.Value != quotation {
				yield(&list[i].Text)
			}
		}
	}
	reasons := func(list []glossary.Designation) {
		for i := range list {
			yield(&list[i].Reason)
		}
	}
	switch root := root.(type) {
	case *glossary.Entry:
		yield(&root.Term)
		yield(&root.Definition)
		yield(&root.InBrief)
		examples(root.Examples)
		each(root.Notes)
		yield(&root.HowItWorks)
		reasons(root.Synonyms)
		if root.Illustration != nil {
			yield(&root.Illustration.Alt)
		}
	case *glossary.Edition:
		yield(&root.Title)
		yield(&root.Subtitle)
		yield(&root.Preface)
		yield(&root.Credits)
		for i := range root.Overrides {
			o := &root.Overrides[i]
			yield(&o.Term)
			yield(&o.InBrief)
			each(o.Notes)
			examples(o.Examples)
			reasons(o.Synonyms)
		}
	case *glossary.Lexicon:
		yield(&root.Title)
		yield(&root.Subtitle)
		yield(&root.Description)
		yield(&root.Foreword)
		yield(&root.Credits)
		for i := range root.Domains {
			labels := root.Domains[i].Labels
			for j := range labels {
				if locale.Language(labels[j].Language.Value) == language {
					yield(&labels[j].Value)
				}
			}
		}
	}
}

// quotation is the type of a source that is quoted word for word.
const quotation = "quotation"

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

// quotes tells, for places of a text asked about from left to right, whether they stand between « and ».
type quotes struct {
	s          string
	start, end int // of the quotation last found
}

func (q *quotes) hold(i int) bool {
	for q.end <= i {
		open := strings.Index(q.s[q.end:], "«")
		if open < 0 {
			q.start, q.end = len(q.s), len(q.s)+1
			break
		}
		q.start = q.end + open
		if length := strings.Index(q.s[q.start:], "»"); length >= 0 {
			q.end = q.start + length
		} else {
			q.start, q.end = len(q.s), len(q.s)+1
		}
	}
	return q.start <= i
}

// inWord tells what words are made of.
func inWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// between tells what may stand between two words of a group: blanks, hyphens, apostrophes.
func between(r rune) bool {
	return unicode.IsSpace(r) || r == '-' || r == '\u2010' || r == '\u2011' || r == '\'' || r == '’'
}

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
