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

// LicenseName gives the usual name of a licence, « CC BY 4.0 » for CC-BY-4.0, and the address of its text, empty for what
// is not an identifier of the SPDX list.
func LicenseName(spdx string) (name, url string) {
	if spdx == "CC0-1.0" {
		return "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"
	}
	if terms, ok := strings.CutPrefix(spdx, "CC-"); ok {
		for i := range len(terms) { // CC-BY-NC-4.0: the terms, the version, perhaps a country
			if '0' <= terms[i] && terms[i] <= '9' && i > 1 {
				version, country, _ := strings.Cut(terms[i:], "-")
				url = "https://creativecommons.org/licenses/" + strings.ToLower(terms[:i-1]) + "/" + version + "/"
				if country != "" {
					url += strings.ToLower(country) + "/"
				}
				return strings.TrimSpace("CC " + terms[:i-1] + " " + version + " " + country), url
			}
		}
	}
	if spdx == "" || strings.HasPrefix(spdx, "LicenseRef-") || strings.ContainsAny(spdx, " /:?#%") {
		return spdx, ""
	}
	return spdx, "https://spdx.org/licenses/" + spdx + ".html"
}
