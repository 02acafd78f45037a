package lint

import (
	"regexp"
	"slices"
	"strings"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
)

// badRegion knows the countries of ISO 3166-1. The parts of countries are too many, and change too often: only the
// shape of ISO 3166-2 is asked for, but for Canada.
var badRegion = &Rule{
	Code:     "bad-region",
	Severity: diag.Error,
	Check: func(p *Pass) {
		for f, t := range p.Kinds(glossary.Region) {
			if hidden(t.Value) || isRegion(t.Value) {
				continue
			}
			meant := regionMeant(t.Value)
			d := p.Report(f.Path, t.Span, diag.Args{"region": t.Value, "meant": meant})
			if meant != "" {
				d.Fix = rewrite(t, meant)
			}
		}
	},
}

var subdivision = regexp.MustCompile(`^[A-Z]{2}-[A-Z0-9]{1,3}$`)

var regionTyped = regexp.MustCompile(`^\s*([A-Za-z]{2})(?:[-_ ]([A-Za-z0-9]{1,3}))?\s*$`)

func isEmpty(s string) bool { return s == "" }

func isRegion(s string) bool {
	switch {
	case len(s) == 2:
		return isCountry(s)
	case strings.HasPrefix(s, "CA-"):
		return slices.Contains(provinces, s[3:])
	}
	return subdivision.MatchString(s) && isCountry(s[:2])
}

// countries are the codes of ISO 3166-1 alpha-2, side by side.
const countries = "ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZ" +
	"CACCCDCFCGCHCICKCLCMCNCOCRCUCVCWCXCYCZDEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGY" +
	"HKHMHNHRHTHUIDIEILIMINIOIQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLY" +
	"MAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURW" +
	"SASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSYEYTZAZMZW"

func isCountry(s string) bool {
	for i := 0; i < len(countries); i += 2 {
		if countries[i:i+2] == s {
			return true
		}
	}
	return false
}

var provinces = []string{"AB", "BC", "MB", "NB", "NL", "NS", "NT", "NU", "ON", "PE", "QC", "SK", "YT"}

// regionNames are what an author of this language may write for a code, folded.
var regionNames = map[string]string{
	"quebec": "CA-QC", "ontario": "CA-ON", "nouveau brunswick": "CA-NB", "new brunswick": "CA-NB", "manitoba": "CA-MB", "acadie": "CA-NB",
	"canada": "CA", "france": "FR", "belgique": "BE", "belgium": "BE", "suisse": "CH", "switzerland": "CH", "luxembourg": "LU",
	"haiti": "HT", "senegal": "SN", "maroc": "MA", "morocco": "MA", "tunisie": "TN", "tunisia": "TN", "algerie": "DZ", "algeria": "DZ",
	"etats unis": "US", "united states": "US", "usa": "US", "royaume uni": "GB", "united kingdom": "GB", "uk": "GB",
	"can": "CA", "fra": "FR", "bel": "BE", "che": "CH", "qc": "CA-QC", "que": "CA-QC", "on": "CA-ON", "ont": "CA-ON",
}

// regionMeant gives the code that a text stands for without a doubt; empty when there is none.
func regionMeant(s string) string {
	if len(s) > 40 {
		return ""
	}
	folded := locale.Fold(s)
	if code := regionNames[folded]; code != "" {
		return code
	}
	if m := regionTyped.FindStringSubmatch(s); m != nil {
		if code := strings.ToUpper(strings.Join(slices.DeleteFunc(m[1:], isEmpty), "-")); isRegion(code) {
			return code
		}
	}
	return ""
}
