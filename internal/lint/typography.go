package lint

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
	"github.com/lexipoche/lexipoche/internal/markdown"
)

// misprint is a text with what typography asks to be set otherwise in it.
type misprint struct {
	file  *glossary.File
	text  *glossary.Text
	slips []locale.Slip
}

// proofreader looks for misprints in the texts of one lexicon.
type proofreader struct {
	typography locale.Typography
	language   string
	names      []string // that are left as they are
}

func newProofreader(l *glossary.Lexicon) proofreader {
	return proofreader{l.Typography(), l.Language.Value, l.Names()}
}

// read appends the misprints of a file.
func (r *proofreader) read(doc Document, found []misprint) []misprint {
	if r.typography == (locale.Typography{}) {
		return found
	}
	doc.Record.Words(doc.Root, r.language, func(t *glossary.Text, manner glossary.Manner) {
		// What is no prose only takes slips away: nearly all texts have none to begin with.
		if r.typography.Slips(t.Value, nil) == nil {
			return
		}
		if slips := r.typography.Slips(t.Value, r.passages(t, manner)); len(slips) > 0 {
			found = append(found, misprint{doc.File, t, slips})
		}
	})
	return found
}

// passages are the stretches of a text that are not plain prose.
func (r *proofreader) passages(t *glossary.Text, manner glossary.Manner) []locale.Passage {
	var list []locale.Passage
	if manner == glossary.Cited {
		list = append(list, locale.Passage{End: len(t.Value)})
	}
	if t.Doc != nil {
		list = ofMarks(list, t.Doc.Nodes)
		for _, problem := range t.Doc.Problems {
			switch problem.Kind {
			case markdown.HTML, markdown.Code, markdown.Image, markdown.Table, markdown.BrokenLink, markdown.TooDeep:
				list = append(list, locale.Passage{Start: problem.Start, End: problem.End, Opaque: true})
			}
		}
	}
	for _, name := range r.names {
		for from := 0; ; {
			i := strings.Index(t.Value[from:], name)
			if i < 0 {
				break
			}
			list = append(list, locale.Passage{Start: from + i, End: from + i + len(name), Opaque: true})
			from += i + len(name)
		}
	}
	return list
}

// ofMarks appends the marks of Markdown, which are no text, and what is emphasized: often a word of another language.
func ofMarks(list []locale.Passage, nodes []markdown.Node) []locale.Passage {
	for i := range nodes {
		n := &nodes[i]
		start, end := n.Start, n.End
		switch n.Kind {
		case markdown.Emphasis, markdown.Strong, markdown.Link:
			if len(n.Children) > 0 && n.Children[0].Text != n.Target {
				start, end = n.Children[0].Start, n.Children[len(n.Children)-1].End
			} else {
				start = end
			}
			if n.Kind == markdown.Emphasis {
				list = append(list, locale.Passage{Start: start, End: end})
			}
		case markdown.Reference:
			if start = n.TargetStart + len(n.Target) + len("|"); n.Text == "" || start >= end-len("]]") {
				start = end
			} else {
				end -= len("]]")
			}
		}
		if n.Start < start {
			list = append(list, locale.Passage{Start: n.Start, End: start, Opaque: true})
		}
		if end < n.End {
			list = append(list, locale.Passage{Start: end, End: n.End, Opaque: true})
		}
		list = ofMarks(list, n.Children)
	}
	return list
}

// reportSlips reports the slips of a kind: once for a text those that can be mended, once the others.
func (p *Pass) reportSlips(kind locale.SlipKind, more func(text string, s locale.Slip) diag.Args) {
	for _, m := range p.survey().misprints {
		var mended, left []locale.Slip
		var pieces []piece
		tried := 0
		how := writing(m.text)
		for i, s := range m.slips {
			if s.Kind != kind || how == plain && ofUnquotedColon(m.text, s) {
				continue
			}
			c := piece{s.Start, s.End, s.Text}
			if s.Certain {
				tried++
			}
			if s.Certain && tried <= maxPieces && mendable(m.text, how, c) && !m.crowded(i, how) { // the others wait for the next round
				mended, pieces = append(mended, s), append(pieces, c)
			} else {
				left = append(left, s)
			}
		}
		fix := amend(m.text, pieces)
		if fix == nil {
			mended, left = nil, append(mended, left...)
		}
		p.reportMisprint(m, mended, fix, more)
		p.reportMisprint(m, left, nil, more)
	}
}

// crowded reports whether a slip that stands at an end of line, and takes a word along to the next one, has another slip in
// its way.
func (m *misprint) crowded(i int, how manner) bool {
	s := m.slips[i]
	if _, ok := place(m.text, how, s.Start, s.End); ok {
		return false
	}
	return i > 0 && m.slips[i-1].End >= wordStart(m.text.Value, s.Start) || i+1 < len(m.slips) && m.slips[i+1].Start <= s.End
}

// ofUnquotedColon tells the space before a colon that makes YAML refuse a text: it is mended when the text has the quotes
// that reading asks for, and until then one mistake is not reported as two.
func ofUnquotedColon(t *glossary.Text, s locale.Slip) bool {
	return (strings.HasPrefix(t.Value[s.End:], ": ") || strings.HasPrefix(t.Value[s.Start:], ": ")) && !staysPlain(t.Value)
}

func (p *Pass) reportMisprint(m misprint, slips []locale.Slip, fix *diag.Fix, more func(text string, s locale.Slip) diag.Args) {
	if len(slips) == 0 {
		return
	}
	first := slices.MinFunc(slips, func(a, b locale.Slip) int { return a.Start - b.Start })
	written, better := inContext(m.text.Value, first)
	args := diag.Args{"n": len(slips), "written": written, "better": better, "certain": first.Certain}
	if more != nil {
		maps.Copy(args, more(m.text.Value, first))
	}
	p.Report(m.file.Path, m.text.At(first.Start, first.End), args).Fix = fix
}

// inContext gives a slip with the word that it stands in, or the words on both sides of a sign, as it is and as it should
// be.
func inContext(text string, s locale.Slip) (written, better string) {
	const reach = 30
	before, after := text[:s.Start], text[s.End:]
	beside := func(string) bool { return true }
	if utf8.RuneCountInString(strings.TrimFunc(text[s.Start:s.End], notLetter)) > 1 {
		beside = func(space string) bool { return space == "" }
	}
	from := s.Start
	if words := strings.TrimRightFunc(before, space); beside(before[len(words):]) {
		from = 0
		if i := strings.LastIndexFunc(words, space); i >= 0 {
			_, size := utf8.DecodeRuneInString(words[i:])
			from = i + size
		}
	}
	for from = max(from, s.Start-reach); from < s.Start && !utf8.RuneStart(text[from]); from++ {
	}
	to := 0
	if words := strings.TrimLeftFunc(after, space); beside(after[:len(after)-len(words)]) {
		to = len(after)
		if i := strings.IndexFunc(words, space); i >= 0 {
			to -= len(words) - i
		}
	}
	for to = min(to, reach); to > 0 && to < len(after) && !utf8.RuneStart(after[to]); to-- {
	}
	after = after[:to]
	if word := strings.TrimRight(after, ",.;:!?…)»"); strings.TrimFunc(word, space) != "" {
		after = word
	}
	return text[from:s.End] + after, text[from:s.Start] + s.Text + after
}

func notLetter(r rune) bool { return !unicode.IsLetter(r) }
