package lint

import (
	"slices"
	"strconv"
	"strings"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
)

// unknownValue mends what another language or habit writes for a value: « féminin », `Noun`, `oui`.
var unknownValue = &Rule{
	Code:     "unknown-value",
	Severity: diag.Error,
	Check: func(p *Pass) {
		type mistake struct {
			*glossary.Field
			value string
		}
		known := map[mistake]diag.Args{} // the same mistakes come again and again
		for file, v := range p.Fields(glossary.Choice, glossary.Boolean, glossary.Number) {
			t, f := v.Text, v.Field
			options := f.Choices
			switch f.Kind {
			case glossary.Boolean:
				options = booleans
			case glossary.Number:
				if n, err := strconv.Atoi(t.Value); err == nil && strconv.Itoa(n) == t.Value {
					continue
				}
			}
			if isOption(options, t.Value) {
				continue
			}
			about, ok := known[mistake{f, t.Value}]
			if !ok {
				near, sure := option(options, t.Value)
				about = diag.Args{"key": f.Key, "value": t.Value, "near": near, "sure": sure, "known": optionValues(options)}
				known[mistake{f, t.Value}] = about
			}
			d := p.Report(file.Path, t.Span, about)
			if about["sure"] == true {
				d.Fix = rewrite(t, about["near"].(string))
			}
		}
	},
}

var booleans = []glossary.Option{
	{Value: "true", French: []string{"vrai", "oui", "yes", "on", "1"}},
	{Value: "false", French: []string{"faux", "non", "no", "off", "0"}},
}

func isOption(options []glossary.Option, value string) bool {
	return slices.ContainsFunc(options, func(o glossary.Option) bool { return o.Value == value })
}

func optionValues(options []glossary.Option) []string {
	values := make([]string, len(options))
	for i := range options {
		values[i] = options[i].Value
	}
	return values
}

// option finds the value that was meant: its other spellings leave no doubt, a likeness leaves some.
func option(options []glossary.Option, written string) (value string, sure bool) {
	folded := locale.Fold(strings.ReplaceAll(written, "_", " "))
	var values, spellings []string
	for _, o := range options {
		for _, s := range append([]string{o.Value}, o.French...) {
			if locale.Fold(s) == folded {
				return o.Value, true
			}
			values, spellings = append(values, o.Value), append(spellings, s)
		}
	}
	// Yes and no have many names, one of which may be a value here (`off`, `no`).
	for _, b := range booleans {
		words := append([]string{b.Value}, b.French...)
		if slices.Contains(words, folded) {
			for _, w := range words {
				if isOption(options, w) {
					return w, true
				}
			}
		}
	}
	if i := slices.Index(spellings, locale.Nearest(written, spellings)); i >= 0 {
		return values[i], false
	}
	return "", false
}
