package web

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
)

// Keys is what the search looks in, and what is shown of what it finds.
type Keys struct {
	// Keys has a line for each entry: before each of its keys, a capital that tells its rank, A for [glossary.RankHeadword]
	// and so on. There are no capitals in keys. What folding decomposed is composed, as text in a page should be (W3C,
	// Character Model, normalization); search.js decomposes it again.
	Keys string `json:"keys"`
	// Forms has for each entry the forms that its keys are made from, a line each: the form where it is not its key, its
	// language where it is not the book's, and the status of the term to avoid that it is a form of, or of the term that is not
	// for all contexts, each after a tab. What is empty at the end of a line, or of the lines, is left out.
	Forms []string `json:"forms"`
}

// KeysOf gives the keys of entries, in a book of a language.
func KeysOf(entries []*glossary.Entry, language string) Keys {
	var keys, forms strings.Builder
	k := Keys{Forms: make([]string, 0, len(entries))}
	for _, e := range entries {
		forms.Reset()
		list := e.Forms(language)
		for j := range list {
			f := &list[j]
			keys.WriteByte('A' + byte(f.Rank))
			keys.WriteString(norm.NFC.String(f.Key))
			if j > 0 {
				forms.WriteByte('\n')
			}
			forms.WriteString(shown(f, language))
		}
		keys.WriteByte('\n')
		k.Forms = append(k.Forms, strings.TrimRight(forms.String(), "\n"))
	}
	k.Keys = keys.String()
	return k
}

// shown gives the line of a form.
func shown(f *glossary.Form, language string) string {
	var text, lang, status string
	if f.Text != f.Key {
		text = oneLine.Replace(f.Text)
	}
	if locale.Language(f.Language) != locale.Language(language) {
		lang = f.Language
	}
	if d := f.Avoid; d != nil {
		status = d.Status.Value
	} else if f.As != nil && f.As.Status.Value == "contextual" {
		status = f.As.Status.Value
	}
	return strings.TrimRight(text+"\t"+lang+"\t"+status, "\t")
}

var oneLine = strings.NewReplacer("\n", " ", "\t", " ")
