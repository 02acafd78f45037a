package markup

import "strings"

// License appends a licence by its usual name, as a link to its text when its SPDX identifier tells where that is.
func (p *Printer) License(dst []byte, spdx string) []byte {
	name, url := LicenseName(spdx)
	if url == "" {
		return Escape(dst, name)
	}
	dst = append(dst, `<a rel="license" href="`...)
	dst = Escape(dst, url)
	dst = append(dst, `">`...)
	dst = Escape(dst, name)
	return closeTag(dst, "a")
}

// LicenseTerms gives what a Creative Commons licence asks for, in its own abbreviations, "by-nc-sa", or "cc0" when it asks
// for nothing; empty for any other licence.
func LicenseTerms(spdx string) string {
	if strings.HasPrefix(spdx, "CC0-") {
		return "cc0"
	}
	terms, _, _ := creativeCommons(spdx)
	return strings.ToLower(terms)
}

// creativeCommons takes an identifier apart: CC-BY-NC-4.0 is the terms, the version, perhaps a country.
func creativeCommons(spdx string) (terms, version, country string) {
	rest, ok := strings.CutPrefix(spdx, "CC-")
	at := strings.IndexAny(rest, "0123456789")
	if !ok || at < 2 {
		return "", "", ""
	}
	version, country, _ = strings.Cut(rest[at:], "-")
	return rest[:at-1], version, country
}

// LicenseName gives the usual name of a licence, « CC BY 4.0 » for CC-BY-4.0, and the address of its text, empty for what
// is not an identifier of the SPDX list.
func LicenseName(spdx string) (name, url string) {
	if spdx == "CC0-1.0" {
		return "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"
	}
	if terms, version, country := creativeCommons(spdx); terms != "" {
		url = "https://creativecommons.org/licenses/" + strings.ToLower(terms) + "/" + version + "/"
		if country != "" {
			url += strings.ToLower(country) + "/"
		}
		return strings.TrimSpace("CC " + terms + " " + version + " " + country), url
	}
	if spdx == "" || strings.HasPrefix(spdx, "LicenseRef-") || strings.ContainsAny(spdx, " /:?#%") {
		return spdx, ""
	}
	return spdx, "https://spdx.org/licenses/" + spdx + ".html"
}
