package lint

import (
	"strings"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/markdown"
)

var relativeLink = &Rule{
	Code:     "relative-link",
	Severity: diag.Error,
	Check: func(p *Pass) {
		var limit perText
		for _, a := range p.survey().addresses {
			if a.link == nil {
				continue
			}
			target := a.target()
			if hidden(a.written()) || harmfulScheme(target) != "" {
				continue
			}
			if fault, _ := judgeAddress(target); fault != faultRelative || !limit.allows(a.text) {
				continue
			}
			e := p.Entry(idIn(target))
			args := diag.Args{"target": target, "id": "", "text": markdownPlain(a.link)}
			if e != nil {
				args["id"] = e.ID
			}
			d := p.Report(a.file.Path, a.text.At(a.start, a.end), args)
			if e != nil && e.Path != a.file.Path && e.State() != glossary.Draft && e.State() != glossary.Retired {
				d.Fix = refer(a, e)
			}
		}
	},
}

// idIn gives the id of the concept that a relative destination names, if it names one: #tiers-lieu, tiers-lieu,
// terms/tiers-lieu.yaml.
func idIn(target string) string {
	if i := strings.LastIndexAny(target, "/#"); i >= 0 && i < len(target)-1 {
		target = target[i+1:]
	}
	for _, ext := range []string{".yaml", ".html"} {
		target = strings.TrimSuffix(target, ext)
	}
	return strings.Trim(target, "/#.")
}

// refer makes a cross-reference of a link whose text is plain; nil for any other.
func refer(a address, e *glossary.Entry) *diag.Fix {
	n := a.link
	if len(n.Children) != 1 || n.Children[0].Kind != markdown.Text || a.text.Value[n.Start] != '[' ||
		!strings.HasPrefix(a.text.Value[a.end:n.End], ")") || n.End != a.end+1 {
		return nil
	}
	shown := n.Children[0].Text
	if shown == "" || strings.ContainsAny(shown, "[]|\\\n") || a.text.Value[n.Children[0].Start:n.Children[0].End] != shown {
		return nil
	}
	reference := "[[" + e.ID + "|" + shown + "]]"
	if shown == e.Term.Value {
		reference = "[[" + e.ID + "]]"
	}
	return amend(a.text, []piece{{n.Start, n.End, reference}})
}

// markdownPlain gives the text that a link shows.
func markdownPlain(n *markdown.Node) string {
	return (&markdown.Doc{Nodes: n.Children}).Plain()
}
