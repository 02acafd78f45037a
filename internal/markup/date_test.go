package markup

import (
	"strings"
	"testing"

	"github.com/lexipoche/lexipoche/internal/i18n"
)

func TestDate(t *testing.T) {
	fr, en := Printer{Words: i18n.For("fr")}, Printer{Words: i18n.For("en")}
	for _, c := range []struct{ edtf, fr, en string }{
		{"2026", "2026", "2026"},
		{"2026-11", "novembre 2026", "November 2026"},
		{"2026-11-22", "22 novembre 2026", "November 22, 2026"},
		{"2026-08-01", "1er août 2026", "August 1, 2026"},
		{"2026-11-22T09:30:00-05:00", "22 novembre 2026", "November 22, 2026"},
		{"2026-11-XX", "novembre 2026", "November 2026"},
		{"2026-XX-XX", "2026", "2026"},
		{"2026-24", "hiver 2026", "winter 2026"},
		{"201X", "années 2010", "2010s"},
		{"20XX", "2000–2099", "2000–2099"},
		{"2019~", "vers 2019", "about 2019"},
		{"2019?", "2019 (?)", "2019 (?)"},
		{"2019-05%", "vers mai 2019 (?)", "about May 2019 (?)"},
		{"2027-04-15/2027-04-16", "15 avril 2027 – 16 avril 2027", "April 15, 2027 – April 16, 2027"},
		{"2004/2006~", "2004 – vers 2006", "2004 – about 2006"},
		{"2004/..", "depuis 2004", "since 2004"},
		{"2004/", "depuis 2004", "since 2004"},
		{"../2006-01", "jusqu’à janvier 2006", "until January 2006"},
	} {
		plain := func(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }
		if got := plain(fr.Date(c.edtf)); got != c.fr {
			t.Errorf("%s: %q, want %q", c.edtf, got, c.fr)
		}
		if got := plain(en.Date(c.edtf)); got != c.en {
			t.Errorf("%s: %q, want %q", c.edtf, got, c.en)
		}
	}
	for _, other := range []string{
		"", "/", "../..", "été 2026", "2026-13", "2026-25", "2026-24-01", "2026-11-32", "2026-1-1", "2026-11-22-01", "XXXX", "2XXX", "20X6",
		"2026??", "26", "Y170000002", "-1985", "2026/hier", "+026", "2026-+1", "2004/2005/2006",
	} {
		if got := fr.Date(other); got != other {
			t.Errorf("%q becomes %q", other, got)
		}
	}
}

func TestLicenseTerms(t *testing.T) {
	for spdx, want := range map[string]string{
		"CC0-1.0": "cc0", "CC-BY-4.0": "by", "CC-BY-NC-SA-2.0-FR": "by-nc-sa", "CC-PDDC": "", "CC-4.0": "", "MIT": "", "": "", "LicenseRef-x": "",
	} {
		if got := LicenseTerms(spdx); got != want {
			t.Errorf("%s: %q, want %q", spdx, got, want)
		}
	}
}

func TestLicenseName(t *testing.T) {
	for _, c := range []struct{ spdx, name, url string }{
		{"CC-BY-4.0", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"},
		{"CC-BY-NC-SA-4.0", "CC BY-NC-SA 4.0", "https://creativecommons.org/licenses/by-nc-sa/4.0/"},
		{"CC-BY-3.0-AT", "CC BY 3.0 AT", "https://creativecommons.org/licenses/by/3.0/at/"},
		{"CC0-1.0", "CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"},
		{"CC-PDDC", "CC-PDDC", "https://spdx.org/licenses/CC-PDDC.html"},
		{"CC-", "CC-", "https://spdx.org/licenses/CC-.html"},
		{"MIT", "MIT", "https://spdx.org/licenses/MIT.html"},
		{"LicenseRef-Maison", "LicenseRef-Maison", ""},
		{"tous droits réservés", "tous droits réservés", ""},
		{"https://example.org/", "https://example.org/", ""},
		{"", "", ""},
	} {
		if name, url := LicenseName(c.spdx); name != c.name || url != c.url {
			t.Errorf("%q: %q %q, want %q %q", c.spdx, name, url, c.name, c.url)
		}
	}
}
