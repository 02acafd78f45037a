package locale

import "testing"

func TestLanguage(t *testing.T) {
	for tag, want := range map[string]string{
		"fr": "fr", "fr-CA": "fr", "FR-ca": "fr", "fr_CA.UTF-8": "fr", "C.UTF-8": "c", "": "", "ckb-Arab-IQ": "ckb", "ca@valencia": "ca",
	} {
		if got := Language(tag); got != want {
			t.Errorf("Language(%q) = %q, want %q", tag, got, want)
		}
	}
}

func TestValidTag(t *testing.T) {
	for _, tag := range []string{
		"fr", "fr-CA", "FR-ca", "en", "gcf", "zh-Hant", "zh-Hant-TW", "zh-cmn-Hans-CN", "zh-yue", "es-419", "sl-rozaj-biske", "de-CH-1901",
		"sl-IT-nedis", "fr-CA-u-kb-true", "en-US-u-co-phonebk-t-fr", "fr-x-jeunes", "x-a", "x-klingon-1", "fr-Latn-CA-x-a-b", "sgn-ase",
		"de-1996", "en-a-bbb-x-a-ccc", "aaa-bbb-ccc-ddd",
	} {
		if !ValidTag(tag) {
			t.Errorf("%q is refused", tag)
		}
	}
	for _, tag := range []string{
		"", "-", "f", "fr-", "-fr", "fr--CA", "fr_CA", "français", "francais", "french", "fr CA", "fr-C", "fr-CANA-DA-X", "fr-CA-FR",
		"fr-12", "fr-1a", "fr-x", "x", "x-", "fr-u", "fr-u-", "fr-u-x-a", "fr-u-kb-u-kc", "sl-rozaj-rozaj", "sl-rozaj-ROZAJ", "fr-abc1",
		"a-DE", "de-419-DE", "fr-abcdefghi", "fr-x-abcdefghi", "aaa-bbb-ccc-ddd-eee", "frca", "1r", "é", "fr-é",
	} {
		if ValidTag(tag) {
			t.Errorf("%q is accepted", tag)
		}
	}
}

func TestDirection(t *testing.T) {
	for tag, want := range map[string]string{
		"fr": "ltr", "fr-CA": "ltr", "": "ltr", "zh-Hant": "ltr", "ar": "rtl", "AR-dz": "rtl", "he": "rtl", "fa-IR": "rtl", "ur": "rtl", "yi": "rtl",
		"dv": "rtl", "ps": "rtl", "sd": "rtl", "ug": "rtl", "ckb": "rtl", "syr": "rtl", "ar-Latn": "ltr", "sd-Deva": "ltr", "az-arab": "rtl",
		"ff-Adlm-GN": "rtl", "man-Nkoo": "rtl", "rhg-Rohg": "rtl", "en-Hebr": "rtl", "en-Thaa": "rtl", "en-Syrc": "rtl", "fr-x-arab": "ltr",
	} {
		if got := Direction(tag); got != want {
			t.Errorf("Direction(%q) = %q, want %q", tag, got, want)
		}
	}
}

func FuzzValidTag(f *testing.F) {
	for _, tag := range []string{"fr-CA", "x-a", "fr-u-kb-true", "-", "sl-rozaj"} {
		f.Add(tag)
	}
	f.Fuzz(func(t *testing.T, tag string) {
		if !ValidTag(tag) {
			return
		}
		for i := range len(tag) {
			if tag[i] != '-' && !isAlphanumeric(tag[i]) {
				t.Errorf("%q is accepted", tag)
			}
		}
		if n := len(Language(tag)); n < 1 || n > 3 {
			t.Errorf("%q is accepted, of language %q", tag, Language(tag))
		}
	})
}
