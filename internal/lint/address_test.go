package lint

import (
	"strings"
	"testing"
)

func TestSoundAddresses(t *testing.T) {
	for _, s := range []string{
		"https://example.org",
		"http://example.org/",
		"HTTPS://Example.org/Page",
		"https://example.org:8443/a/b.html?c=d&e=f#g",
		"https://fr.wikipedia.org/wiki/Médiation_culturelle",
		"https://fr.wikipedia.org/wiki/Cube_(film)",
		"https://fr.wikipedia.org/wiki/Qu%C3%A9bec",
		"https://en.wikipedia.org/wiki/Apple_Inc.",
		"https://web.archive.org/web/2020/https://example.org/",
		"https://musée.quebec/",
		"https://example.org/~lise/l'atelier;v=1",
		"https://example.org/100%25",
		"https://192.0.2.1/",
		"https://[2001:db8::1]/",
		"https://sous_domaine.example.org/",
		"https://example.org./",
		"https://example.org/@lise",
		"https://doi.org/10.1000/182",
		"https://example.org/a?q=l’atelier",
		"https://example.org/👩\u200D🔧",
		"mailto:info@example.org",
		"mailto:info@example.org?subject=Lexique",
	} {
		if fault, better := judgeAddress(s); fault != "" || better != "" {
			t.Errorf("%s: %s %s", s, fault, better)
		}
		if scheme := harmfulScheme(s); scheme != "" {
			t.Errorf("%s: harmful by %s", s, scheme)
		}
	}
}

func TestFaultsOfAddresses(t *testing.T) {
	for _, c := range []struct{ address, fault, better string }{
		{"www.example.org", faultNoScheme, "https://www.example.org"},
		{"WWW.example.org/a?b", faultNoScheme, "https://WWW.example.org/a?b"},
		{"example.org/page", faultNoScheme, ""},
		{"example.org:8080/page", faultNoScheme, ""},
		{"//example.org/page", faultNoScheme, ""},
		{"info@example.org", faultNoScheme, "mailto:info@example.org"},
		{"/page", faultRelative, ""},
		{"#tiers-lieu", faultRelative, ""},
		{"tiers-lieu", faultRelative, ""},
		{"terms/tiers-lieu.yaml", faultRelative, ""},
		{"page.html", faultRelative, ""},
		{"?q=1", faultRelative, ""},
		{"", faultRelative, ""},
		{"ftp://example.org/", faultScheme, ""},
		{"tel:+15145550000", faultScheme, ""},
		{"htps://example.org/", faultScheme, ""},
		{`C:\images\a.png`, faultScheme, ""},
		{" https://example.org/", faultSpace, "https://example.org/"},
		{"https://example.org/\u00A0", faultSpace, "https://example.org/"},
		{"https://example.org/ma page", faultSpace, ""},
		{"https://example.org/ma\u2009page", faultSpace, ""},
		{"https://", faultHost, ""},
		{"https:///page", faultHost, ""},
		{"https://exemple", faultHost, ""},
		{"https://localhost/page", faultHost, ""},
		{"https://example..org/", faultHost, ""},
		{"https://.org/", faultHost, ""},
		{"https://-example.org/", faultHost, ""},
		{"https://example.org:99999/", faultHost, ""},
		{"https://example.org:/", faultHost, ""},
		{"https:/example.org/a", faultHost, "https://example.org/a"},
		{"http:example.org", faultHost, "http://example.org"},
		{"https://https://example.org/", faultDoubled, "https://example.org/"},
		{"http://HTTPS://example.org/", faultDoubled, "HTTPS://example.org/"},
		{"https://lise:secret@example.org/", faultCredentials, ""},
		{"https://lise@example.org/", faultCredentials, ""},
		{"<https://example.org/>", faultWrapped, "https://example.org/"},
		{"«https://example.org/»", faultWrapped, "https://example.org/"},
		{"'https://example.org/'", faultWrapped, "https://example.org/"},
		{"https://example.org/a,", faultWrapped, "https://example.org/a"},
		{`https://example.org/a"`, faultWrapped, "https://example.org/a"},
		{"https://example.org/page_(suite", faultBrackets, ""},
		{"https://example.org/page)", faultBrackets, ""},
		{"https://example.org/une-pa…", faultTruncated, ""},
		{"https://example.org/…/page", faultTruncated, ""},
		{"https://example.org/une-pa...", faultTruncated, ""},
		{"https://example.org/caf%C", faultTruncated, ""},
		{"https://example.org/caf%", faultTruncated, ""},
		{"https://example.org/100%-local", faultPercent, ""},
		{"https://example.org/a|b", faultCharacter, "https://example.org/a%7Cb"},
		{"https://example.org/?a[]=1", faultCharacter, "https://example.org/?a%5B%5D=1"},
		{"https://example.org/#a#b", faultCharacter, "https://example.org/#a%23b"},
		{`https://example.org/a\b`, faultCharacter, "https://example.org/a%5Cb"},
		{"https://example.org/?a=1&amp;b=2", faultEntity, "https://example.org/?a=1&b=2"},
		{"https://example.org/a\u200Bb", faultCharacter, ""},
		{"https://example.org/\u202Eb", faultCharacter, ""},
		{"https://example.org/\uFFFD", faultCharacter, ""},
		{"mailto:", faultEmail, ""},
		{"mailto:example.org", faultEmail, ""},
		{"mailto:lise@exemple", faultEmail, ""},
	} {
		if fault, better := judgeAddress(c.address); fault != c.fault || better != c.better {
			t.Errorf("%s: %q %q, want %q %q", c.address, fault, better, c.fault, c.better)
		}
	}
}

func TestHarmfulAddresses(t *testing.T) {
	for address, want := range map[string]string{
		"javascript:alert(1)":                   "javascript",
		"JavaScript:alert(1)":                   "javascript",
		" javascript:alert(1)":                  "javascript",
		"java\tscript:alert(1)":                 "javascript",
		"java\u200Bscript:alert(1)":             "javascript",
		"java\u00ADscript:alert(1)":             "javascript",
		"javascript :alert(1)":                  "javascript",
		"javascript&colon;alert(1)":             "javascript",
		"javascript&#58;alert(1)":               "javascript",
		"&#106;avascript:alert(1)":              "javascript",
		"&#x6A;avascript&#x3A;alert(1)":         "javascript",
		"&amp;#106;avascript:alert(1)":          "javascript",
		"java&Tab;script:alert(1)":              "javascript",
		"javascript%3Aalert(1)":                 "javascript",
		"<javascript:alert(1)>":                 "javascript",
		"javascript://example.org/%0Aalert(1)":  "javascript",
		"vbscript:msgbox(1)":                    "vbscript",
		"data:text/html,<b>":                    "data",
		"DATA:image/png;base64,AAAA":            "data",
		"file:///etc/passwd":                    "file",
		"blob:https://example.org/6f1c":         "blob",
		"view-source:https://example.org":       "view-source",
		"https://example.org/javascript:x":      "",
		"https://example.org/?u=data:x":         "",
		"mailto:data@example.org":               "",
		"donnees:ouvertes":                      "",
		"datavisualisation":                     "",
		"/javascript":                           "",
		"#data:":                                "",
		"http://javascript:alert@example.org/":  "",
		"page-javascript:suite":                 "",
		strings.Repeat(" ", 99) + "javascript:": "javascript",
	} {
		if got := harmfulScheme(address); got != want {
			t.Errorf("%q: %q, want %q", address, got, want)
		}
	}
}

func TestUntracked(t *testing.T) {
	for s, want := range map[string]string{
		"https://example.org/?fbclid=x":                 "https://example.org/",
		"https://example.org/?a=1&utm_source=x&b=2":     "https://example.org/?a=1&b=2",
		"https://example.org/a?utm_medium=x#partie":     "https://example.org/a#partie",
		"https://example.org/?gclid=1&fbclid=2&id=3#x?": "https://example.org/?id=3#x?",
	} {
		if got, names := untracked(s); got != want || len(names) == 0 {
			t.Errorf("%s: %s %v, want %s", s, got, names, want)
		}
	}
	for _, s := range []string{"https://example.org/?source=utm", "https://example.org/utm_source", "https://example.org/?q=fbclid", "https://example.org/#?utm_source=x"} {
		if got, names := untracked(s); got != s || len(names) > 0 {
			t.Errorf("%s: %s %v", s, got, names)
		}
	}
}

// Whatever is written, an address is sound or has a fault that is named; a remedy is sound; and what is sound does no harm.
func FuzzAddress(f *testing.F) {
	for _, s := range []string{
		"https://example.org/a?b#c", "www.example.org", "mailto:a@b.org", "java\tscript:x", "&#106;avascript&colon;x", "//x", "https://[::1]/",
		"https://a@b/", "<https://a.org/%zz>", "https://example.org/{[(\\", "«a.org»", "https:////", "http:https:a.org",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		fault, better := judgeAddress(s)
		if better != "" {
			if fault == "" {
				t.Errorf("%q is sound and better as %q", s, better)
			}
			if fault, _ := judgeAddress(better); fault != "" {
				t.Errorf("%q should read %q, which is no better: %s", s, better, fault)
			}
			if harmfulScheme(better) != "" {
				t.Errorf("%q should read %q, which does harm", s, better)
			}
		}
		if fault == "" {
			lower := strings.ToLower(s)
			if !strings.HasPrefix(lower, "https://") && !strings.HasPrefix(lower, "http://") && !strings.HasPrefix(lower, "mailto:") {
				t.Errorf("%q is taken for an address", s)
			}
			if strings.ContainsAny(s, " \t\n<>\"\\") {
				t.Errorf("%q is taken for an address", s)
			}
			if scheme := harmfulScheme(s); scheme != "" {
				t.Errorf("%q is sound, and harmful by %s", s, scheme)
			}
		}
		if once, names := untracked(s); len(names) > 0 {
			if twice, again := untracked(once); twice != once || len(again) > 0 {
				t.Errorf("%q: %q, then %q", s, once, twice)
			}
		}
	})
}
