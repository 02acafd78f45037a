package lint

import (
	"regexp"
	"strings"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/markdown"
)

var (
	openTag  = regexp.MustCompile(`^<([A-Za-z][A-Za-z0-9]*)(?:\s[^<>]*)?>$`)
	closeTag = regexp.MustCompile(`^</([A-Za-z][A-Za-z0-9]*)\s*>$`)
)

// tagMarks are the Markdown marks that say the same as a pair of tags.
var tagMarks = map[string]string{"b": "**", "strong": "**", "i": "*", "em": "*"}

// rawHTML reports an element once, at the tag that opens it.
var rawHTML = &Rule{
	Code:     "raw-html",
	Severity: diag.Error,
	Check: func(p *Pass) {
		var limit perText
		for _, in := range p.survey().troubled {
			t := in.Text
			for _, e := range elements(t.Doc.Problems) {
				if !limit.allows(t) {
					break
				}
				d := p.Report(in.file.Path, t.At(e.open.Start, e.open.End), diag.Args{"text": e.open.Text})
				if mark := tagMarks[e.name]; mark != "" && e.close.End > 0 {
					d.Fix = reread(t, []piece{{e.open.Start, e.open.End, mark}, {e.close.Start, e.close.End, mark}})
				}
			}
		}
	},
}

// element is a tag with the one that closes it; name is empty for what is not a tag that opens.
type element struct {
	name        string
	open, close markdown.Problem
}

// elements pairs the tags of a text.
func elements(problems []markdown.Problem) []element {
	var list []element
	var opened []int // in list
	for _, problem := range problems {
		if problemCodes[problem.Kind] != "raw-html" {
			continue
		}
		if m := closeTag.FindStringSubmatch(problem.Text); m != nil && len(opened) > 0 {
			last := &list[opened[len(opened)-1]]
			if strings.EqualFold(last.name, m[1]) {
				last.close = problem
				opened = opened[:len(opened)-1]
				continue
			}
		}
		e := element{open: problem}
		if m := openTag.FindStringSubmatch(problem.Text); m != nil {
			e.name = strings.ToLower(m[1])
			opened = append(opened, len(list))
		}
		list = append(list, e)
	}
	return list
}

// maxReread is how long a text may be to be read again with each of its corrections, in bytes.
const maxReread = 8 << 10

// reread amends a text of Markdown if what is read then is as long, and has fewer problems: a mark that is not
// understood would be shown.
func reread(t *glossary.Text, pieces []piece) *diag.Fix {
	fix := amend(t, pieces)
	if fix == nil || len(t.Value) > maxReread {
		return nil
	}
	var b strings.Builder
	done, before := 0, len(t.Doc.Plain())
	for _, c := range pieces {
		b.WriteString(t.Value[done:c.start] + c.text)
		done = c.end
		before -= c.end - c.start // what is refused is shown as it is written
	}
	b.WriteString(t.Value[done:])
	after := markdown.Inline(b.String())
	if len(t.Doc.Nodes) > 0 && t.Doc.Nodes[0].Kind >= markdown.Paragraph {
		after = markdown.Blocks(b.String())
	}
	if len(after.Problems) >= len(t.Doc.Problems) || len(after.Plain()) != before {
		return nil
	}
	return fix
}
