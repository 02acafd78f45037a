package lint

import (
	"sort"
	"testing"
)

func TestLicenses(t *testing.T) {
	for _, s := range []string{
		"CC-BY-4.0", "CC-BY-SA-3.0", "CC-BY-NC-ND-4.0", "CC-BY-NC-SA-2.5", "CC-BY-3.0-US", "CC0-1.0", "CC-PDDC", "MIT", "Apache-2.0", "GPL-3.0-or-later", "GPL-2.0+",
		"ODbL-1.0", "etalab-2.0", "OGL-Canada-2.0", "LAL-1.3", "LicenseRef-tous-droits-reserves", "0BSD",
	} {
		if !isLicense(s) {
			t.Errorf("%s is refused", s)
		}
	}
	for s, want := range map[string]string{
		"CC BY 4.0":               "CC-BY-4.0",
		"CC-BY 4.0":               "CC-BY-4.0",
		"cc-by-4.0":               "CC-BY-4.0",
		"CC_BY_SA_4.0":            "CC-BY-SA-4.0",
		"CC BY-NC-SA 4.0":         "CC-BY-NC-SA-4.0",
		"CC\u00A0BY\u00A04.0":     "CC-BY-4.0",
		"Creative Commons BY 4.0": "CC-BY-4.0",
		"Creative Commons Attribution 4.0 International": "CC-BY-4.0",
		"CC BY v4.0": "CC-BY-4.0",
		"CC BY 4":    "CC-BY-4.0",
		"CC0":        "CC0-1.0",
		"cc zero":    "CC0-1.0",
		"https://creativecommons.org/licenses/by-sa/4.0/deed.fr": "CC-BY-SA-4.0",
		"creativecommons.org/publicdomain/zero/1.0/":             "CC0-1.0",
		" MIT":  "MIT",
		"mit":   "MIT",
		"CC BY": "", "CC-BY-5.0": "", "CC BY SA": "", "libre": "", "Tous droits réservés": "", "domaine public": "", "©": "", "2020": "", "CC-BY-4.0 OR MIT": "", "CC": "",
		"copyright": "", "https://example.org/licence": "",
	} {
		if isLicense(s) {
			t.Errorf("%s is accepted", s)
		}
		if got := licenseMeant(s); got != want {
			t.Errorf("%s: %q, want %q", s, got, want)
		}
		if want != "" && !isLicense(want) {
			t.Errorf("%s is refused", want)
		}
	}
}

func TestRegions(t *testing.T) {
	for _, s := range []string{"CA", "FR", "CA-QC", "CA-NL", "FR-IDF", "FR-75C", "BE-BRU", "CH-GE", "US-NY", "GB"} {
		if !isRegion(s) {
			t.Errorf("%s is refused", s)
		}
	}
	for s, want := range map[string]string{
		"Québec": "CA-QC", "QC": "CA-QC", "ca-qc": "CA-QC", "CA_QC": "CA-QC", "CA QC": "CA-QC", "fr": "FR", "France": "FR", "FRA": "FR", "UK": "GB", "États-Unis": "US",
		"XX": "", "CA-XX": "", "QC-CA": "", "Europe": "", "fr-": "", "CA-": "", "EU": "", "": "", "Bas-Saint-Laurent": "", "150": "",
	} {
		if isRegion(s) {
			t.Errorf("%s is accepted", s)
		}
		if got := regionMeant(s); got != want {
			t.Errorf("%s: %q, want %q", s, got, want)
		}
	}
	for name, code := range regionNames {
		if !isRegion(code) {
			t.Errorf("%s: %s is no region", name, code)
		}
	}
	codes := make([]string, 0, len(countries)/2)
	for i := 0; i+1 < len(countries); i += 2 {
		codes = append(codes, countries[i:i+2])
	}
	sort.Strings(codes)
	for i := 1; i < len(codes); i++ {
		if codes[i] == codes[i-1] {
			t.Errorf("%s is given twice", codes[i])
		}
	}
	if len(codes) != 249 { // as many as ISO 3166-1 has assigned
		t.Errorf("%d countries", len(codes))
	}
}

func TestURNs(t *testing.T) {
	for _, s := range []string{
		"urn:uuid:6f1c2a34-5b6d-4e7f-8a90-1b2c3d4e5f60", "urn:isbn:9782000000000", "https://example.org/lexique", "urn:example:a/b:c",
	} {
		if !isURN(s) {
			t.Errorf("%s is refused", s)
		}
	}
	for _, s := range []string{"", "lexique", "urn:uuid:…", "urn:uuid:6f1c", "urn:x", "urn:uuid:", "uuid:6f1c2a34-5b6d-4e7f-8a90-1b2c3d4e5f60", "mailto:a@example.org", "www.example.org", "javascript:x", "urn:isbn:a b"} {
		if isURN(s) {
			t.Errorf("%s is accepted", s)
		}
	}
}

func TestUnbracketed(t *testing.T) {
	for s, want := range map[string]string{"[fablab]": "fablab", "/fablab/": "fablab", `\fablab\`: "fablab", "[ kod ]": "kod", "[a], [b]": "", "(kod)": "kod"} {
		if got, ok := unbracketed(s); !ok || got != want {
			t.Errorf("%s: %q %v, want %q", s, got, ok, want)
		}
	}
	for _, s := range []string{"fablab", "a(b)", "(ə)kod", "kod(ə)", "ʁə.pɛʁ", "/"} {
		if got, ok := unbracketed(s); ok {
			t.Errorf("%s: %q", s, got)
		}
	}
}
