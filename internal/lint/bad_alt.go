package lint

import (
	"path"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/locale"
)

// maxAlt is how many characters a description read aloud in one go may have.
const maxAlt = 250

// A voice says that there is an image before it reads the text.
var announced = regexp.MustCompile(`(?i)^(?:(?:une|l[’']|la|an?|the|ceci est une|voici une|this is an?) ?)?(image|photo|photographie|illustration|picture|photograph)s? (?:de |d[’']|du |des |of |qui |montrant |repr[ée]sentant |showing )`)

var badAlt = &Rule{
	Code:     "bad-alt",
	Severity: diag.Review,
	Check: func(p *Pass) {
		for _, i := range p.survey().illustrations {
			alt := &i.Alt
			if alt.IsZero() {
				continue
			}
			args := diag.Args{"alt": alt.Value, "opening": "", "length": 0, "max": maxAlt}
			span := alt.Span
			opening := announcement(alt.Value)
			switch n := utf8.RuneCountInString(alt.Value); {
			case isFileName(alt.Value, i.File.Value):
				args["reason"] = "file-name"
			case n > maxAlt:
				args["reason"], args["length"] = "length", n
			case opening != "":
				args["reason"], args["opening"] = "opening", opening
				span = alt.At(0, len(opening))
			default:
				continue
			}
			p.Report(i.file.Path, span, args)
		}
	},
}

// announcement gives the words by which a description says that it is one.
func announcement(alt string) string {
	head := alt[:min(len(alt), 40)]
	if !strings.Contains(head, "mage") && !strings.Contains(head, "hoto") && !strings.Contains(head, "llustration") && !strings.Contains(head, "icture") {
		return ""
	}
	return strings.TrimSpace(announced.FindString(alt))
}

// isFileName reports whether a text is no more than the name of an image's file.
func isFileName(alt, file string) bool {
	ext := strings.ToLower(path.Ext(alt))
	if !strings.Contains(alt, " ") && (imageTypes[ext] != "" || ext == ".svg") {
		return true
	}
	name := path.Base(strings.ReplaceAll(file, `\`, "/"))
	if strings.Contains(alt, " ") && !strings.Contains(name, " ") {
		return false
	}
	stem := strings.TrimSuffix(name, path.Ext(name))
	return alt == name || alt == stem && strings.ContainsAny(stem, "-_0123456789") || locale.Fold(alt) == locale.Fold(name)
}
