package lint

import (
	"slices"
	"strings"

	"github.com/lexipoche/lexipoche/internal/diag"
)

// trackers are the parameters that tell a site where a reader comes from, and change nothing to what it shows.
var trackers = []string{
	"fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "ttclid", "igshid", "li_fat_id",
	"mc_cid", "mc_eid", "_hsenc", "_hsmi", "mkt_tok", "vero_id", "oly_anon_id", "oly_enc_id",
}

var trackingURL = &Rule{
	Code:     "tracking-url",
	Severity: diag.Review,
	Check: func(p *Pass) {
		var limit perText
		for _, a := range p.survey().addresses {
			target := a.target()
			if !strings.Contains(target, "?") || !strings.HasPrefix(target, "http") {
				continue
			}
			better, names := untracked(target)
			if len(names) == 0 || !limit.allows(a.text) {
				continue
			}
			d := p.Report(a.file.Path, a.text.At(a.start, a.end), diag.Args{"url": target, "names": strings.Join(names, ", "), "n": len(names), "better": better})
			switch {
			case a.link == nil:
				d.Fix = rewrite(a.text, better)
			case target == a.link.Target:
				d.Fix = amend(a.text, []piece{{a.start, a.end, better}})
			}
		}
	},
}

// untracked gives an address without the parameters that follow its readers, and their names.
func untracked(s string) (better string, names []string) {
	whole, fragment, hasFragment := strings.Cut(s, "#")
	page, query, _ := strings.Cut(whole, "?")
	var kept []string
	for param := range strings.SplitSeq(query, "&") {
		name, _, _ := strings.Cut(param, "=")
		if strings.HasPrefix(name, "utm_") || slices.Contains(trackers, name) {
			names = append(names, name)
			continue
		}
		kept = append(kept, param)
	}
	if len(names) == 0 {
		return s, nil
	}
	if len(kept) > 0 {
		page += "?" + strings.Join(kept, "&")
	}
	if hasFragment {
		page += "#" + fragment
	}
	return page, names
}
