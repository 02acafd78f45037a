package lint

import (
	"regexp"
	"slices"
	"strings"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
)

// badLicense asks for an identifier of the SPDX list (https://spdx.org/licenses). The list itself is long and grows: the
// Creative Commons are known by name, others by their shape.
var badLicense = &Rule{
	Code:     "bad-license",
	Severity: diag.Error,
	Check: func(p *Pass) {
		for f, t := range p.Kinds(glossary.License) {
			if hidden(t.Value) || isLicense(t.Value) {
				continue
			}
			meant := licenseMeant(t.Value)
			d := p.Report(f.Path, t.Span, diag.Args{"license": t.Value, "meant": meant, "versioned": versioned(t.Value)})
			if meant != "" {
				d.Fix = rewrite(t, meant)
			}
		}
	},
}

var (
	spdx        = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9.-]*\+?$`)
	ownLicense  = regexp.MustCompile(`^(DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-[A-Za-z0-9.-]+$`)
	commons     = regexp.MustCompile(`^CC-BY(-NC)?(-ND|-SA)?-(1\.0|2\.0|2\.5|3\.0|4\.0)(-[A-Z]{2,3})?$`)
	commonsPage = regexp.MustCompile(`^(?:https?://)?(?:www\.)?creativecommons\.org/(licenses|publicdomain)/([a-z-]+)/([0-9.]+)(?:/[A-Za-z._-]*)*$`)
)

// wholeNames are the identifiers that content may bear and that show no version.
var wholeNames = []string{"MIT", "ISC", "Zlib", "Unlicense", "WTFPL", "NCSA", "PostgreSQL", "W3C", "X11", "CC-PDDC", "CC-PDM-1.0", "CC0-1.0", "HPND", "Beerware", "FSFAP", "Ruby", "curl", "NTP", "OML", "OGTSL", "JSON"}

func isLicense(s string) bool {
	switch {
	case slices.Contains(wholeNames, s), ownLicense.MatchString(s):
		return true
	case len(s) >= 2 && strings.EqualFold(s[:2], "CC"):
		return commons.MatchString(s) || s == "CC-BY-NC-SA-2.0-UK" || s == "CC-BY-NC-SA-2.0-FR"
	}
	return spdx.MatchString(s) && strings.ContainsAny(s, "0123456789") && strings.ContainsAny(strings.ToLower(s), "abcdefghijklmnopqrstuvwxyz")
}

// licenseMeant gives the identifier that a text stands for without a doubt; empty when there is none.
func licenseMeant(s string) string {
	s = strings.TrimFunc(s, space)
	if len(s) > 120 {
		return ""
	}
	if m := commonsPage.FindStringSubmatch(strings.ToLower(s)); m != nil {
		switch {
		case m[1] == "licenses":
			s = "CC-" + m[2] + "-" + m[3]
		case m[2] == "zero":
			s = "CC0-" + m[3]
		case m[2] == "mark":
			s = "CC-PDM-" + m[3]
		}
	}
	id := licenseTokens(s)
	if id == "CC0" || id == "CC-0" || id == "CC-0-1.0" || id == "CC-ZERO" || id == "CC-ZERO-1.0" {
		id = "CC0-1.0"
	}
	switch {
	case strings.HasPrefix(id, "CC") && isLicense(id):
		return id
	case isLicense(s):
		return s
	}
	for _, name := range wholeNames {
		if strings.EqualFold(name, s) {
			return name
		}
	}
	return ""
}

// versioned gives the present version of a Creative Commons licence written without any; empty for anything else.
func versioned(s string) string {
	if id := licenseTokens(s) + "-4.0"; commons.MatchString(id) {
		return id
	}
	return ""
}

// licenseTokens writes the name of a Creative Commons licence as SPDX does, as far as it goes.
func licenseTokens(s string) string {
	s = strings.ToUpper(s)
	s = strings.NewReplacer("CREATIVE COMMONS", "CC", "CREATIVE-COMMONS", "CC", "LICENCE", "", "LICENSE", "", "INTERNATIONAL", "", "(", " ", ")", " ").Replace(s)
	words := strings.FieldsFunc(s, func(r rune) bool { return space(r) || strings.ContainsRune("-_/,–", r) })
	for i, w := range words {
		if names := map[string]string{"ATTRIBUTION": "BY", "V4.0": "4.0", "V3.0": "3.0", "4": "4.0", "3": "3.0", "SHAREALIKE": "SA", "NONCOMMERCIAL": "NC", "NODERIVATIVES": "ND"}; names[w] != "" {
			words[i] = names[w]
		}
	}
	return strings.Join(words, "-")
}
