package web

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/lexipoche/lexipoche/internal/glossary"
)

// Keys gives what the search finds an entry by, from its forms, which come by rank: for each rank, a string of keys, a line
// each. What follows a key after a tab is the term to avoid that it is a form of. What folding decomposed is composed, as
// text in a page should be (W3C, Character Model, normalization); search.js decomposes it again.
func Keys(forms []glossary.Form) []string {
	var groups [glossary.Ranks]strings.Builder
	last := 0
	for i := range forms {
		f := &forms[i]
		last = int(f.Rank) + 1
		group := &groups[f.Rank]
		if group.Len() > 0 {
			group.WriteByte('\n')
		}
		group.WriteString(norm.NFC.String(f.Key))
		if f.Avoid != nil {
			group.WriteByte('\t')
			group.WriteString(strings.ReplaceAll(f.Avoid.Term.Value, "\n", " "))
		}
	}
	list := make([]string, last)
	for i := range list {
		list[i] = groups[i].String()
	}
	return list
}
