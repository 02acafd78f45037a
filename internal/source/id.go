package source

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

var idPattern = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// reserved are names that Windows keeps for devices, with any extension: a contributor there could not get the file.
var reserved = map[string]bool{
	"con": true, "prn": true, "aux": true, "nul": true,
	"com1": true, "com2": true, "com3": true, "com4": true, "com5": true, "com6": true, "com7": true, "com8": true, "com9": true,
	"lpt1": true, "lpt2": true, "lpt3": true, "lpt4": true, "lpt5": true, "lpt6": true, "lpt7": true, "lpt8": true, "lpt9": true,
}

func validID(id string) bool { return idPattern.MatchString(id) && !reserved[id] }

// Slug makes an id from a headword: « Modèle d’affaires » gives modele-d-affaires. It is empty when the headword has
// no Latin letter nor digit.
func Slug(headword string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFKD.String(strings.ToLower(headword)) {
		piece := string(r)
		switch {
		case r == 'œ':
			piece = "oe"
		case r == 'æ':
			piece = "ae"
		case r == 'ß':
			piece = "ss"
		case r == 'ø':
			piece = "o"
		case unicode.Is(unicode.Mn, r):
			continue
		case r < 'a' || r > 'z':
			if r < '0' || r > '9' {
				gap = true
				continue
			}
		}
		if gap && b.Len() > 0 {
			b.WriteByte('-')
		}
		gap = false
		b.WriteString(piece)
	}
	id := b.String()
	if reserved[id] {
		id += "-terme"
	}
	return id
}
