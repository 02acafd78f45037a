package schema_test

import (
	"fmt"
	"strings"
	"testing/fstest"

	"github.com/lexipoche/lexipoche/internal/casetest"
)

// entryLines are those that an entry must have.
const entryLines = "term: mot %d\npos: noun\ngender: masculine\ndomains: [outils]\ndefinition: Suite de lettres.\n"

// shapes are entries with every shape that a value may be written in, rightly and wrongly.
func shapes() fstest.MapFS {
	fsys := casetest.Base()
	for i, lines := range []string{
		// One text.
		"plural: mots", "plural: 3.14", "plural: 2026-11-22", "plural: true", "plural: 2FA", "plural: \"null\"", "plural: no", "plural: 0x1F",
		"plural:", "plural: ~", "plural: null", "plural: \"\"", "plural: \"  \"", "plural: [mots, motz]", "plural: {a: b}", "plural: []", "plural: {}",
		"plural: |\n  mots", "plural: >-\n  deux\n  mots", "plural: |\n  deux\n  mots", "plural:\n  - mots", "plural: .inf",
		"in_brief: " + strings.Repeat("é", 160), "in_brief: " + strings.Repeat("é", 161), "in_brief: >\n  " + strings.Repeat("é", 160),
		"in_brief: >\n  " + strings.Repeat("é", 161), "in_brief: '*" + strings.Repeat("é", 159) + "*'", "in_brief: 2026", "how_it_works: |\n  Un.\n\n  - Deux",
		"how_it_works: []", "pronunciation: mo", "pronunciation: ''",
		// A list of texts.
		"notes: [Une note.]", "notes:\n  - Une note.\n  - 2026", "notes: Une note.", "notes: []", "notes: {}", "notes:", "notes: [~]", "notes:\n  -",
		"notes: ['']", "notes: [[a]]", "notes:\n  - {a: b}", "tags: [a, 1, true, 2.5]", "tags: [a, null]", "tags: a", "tags: {a: b}",
		"domains: [outils, lieux]", "related: [etabli]", "related: etabli", "related: [Établi]", "related: [3]", "related: [1.5]", "related: [-3]",
		// A list of groups, or of texts that stand for them.
		"synonyms: [vocable]", "synonyms: [vocable, {term: parole}]", "synonyms:\n  - term: vocable\n    status: admitted", "synonyms: [2026]",
		"synonyms: [{status: admitted}]", "synonyms: [{term: vocable, statut: admis}]", "synonyms: [{term: vocable, status: bon}]", "synonyms: [{}]",
		"synonyms: [~]", "synonyms: ['']", "synonyms: [[a]]", "synonyms: {term: vocable}", "synonyms: vocable", "synonyms: []", "synonyms: [{term: ~}]",
		"examples: [Un mot.]", "examples:\n  - text: Un mot.\n    source: {title: Livre}", "examples:\n  - source: {title: Livre}", "examples: Un mot.",
		"examples:\n  - text: Un mot.\n    source: Livre", "examples:\n  - {text: [a]}",
		// A list of groups that no text stands for.
		"sources: [{title: Livre}]", "sources: [Livre]", "sources: {title: Livre}", "sources: [{titre: Livre}]", "sources: [{title: Livre, authors: [Une, Autre]}]",
		"sources: [{title: Livre, authors: Une}]", "sources: [{title: Livre, page: 12}]", "sources: [{title: Livre, page: [12]}]", "sources: []",
		"contributors: [{name: Une}]", "contributors: [{role: author}]", "contributors: [{name: Une, role: chef}]", "contributors: Une",
		"further_reading: [{title: Page, url: 'https://exemple.org'}]", "further_reading: [{title: Page}]", "further_reading: [{url: 'https://exemple.org'}]",
		// One group.
		"illustration: {file: images/etabli.png, alt: Un mot.}", "illustration: {alt: Un mot.}", "illustration: images/etabli.png",
		"illustration: [{file: images/etabli.png, alt: Un mot.}]", "illustration: {}", "illustration:", "illustration: {file: images/etabli.png, alt: Un mot., x: y}",
		"synonyms: [{term: vocable, authority: {name: Office}}]", "synonyms: [{term: vocable, authority: Office}]", "synonyms: [{term: vocable, authority: {url: 'https://exemple.org'}}]",
		// Groups under free keys.
		"translations: {en: word}", "translations: {en: {term: word}}", "translations:\n  en:\n    term: word\n    synonyms: [term]",
		"translations: {en: {pos: noun}}", "translations: {en: {term: word, nature: noun}}", "translations: {en: }", "translations: {}", "translations: word",
		"translations: [word]", "translations: {english: word}", "translations: {en_CA: word}", "translations: {en: [word]}", "translations: {en: 3}",
		"translations: {en: {}}", "translations: {en: {term: word, synonyms: term}}",
		"identifiers: {gdt: 26505269}", "identifiers: {gdt: \"1\", wikidata: Q1}", "identifiers: {GDT: 1}", "identifiers: {gdt: }", "identifiers: {gdt: {value: 1}}",
		"identifiers: {gdt: [1]}", "identifiers: [1]", "identifiers: {}", "identifiers: {mon id: 1}",
		// Keys.
		"defintion: x", "Term: mot", "définition: x", "note: x", "x: ~", "\"pos\": verb\nplural: mots",
	} {
		fsys[fmt.Sprintf("terms/forme-%d.yaml", i)] = &fstest.MapFile{Data: fmt.Appendf(nil, entryLines+"%s\n", i, lines)}
	}
	for i, text := range []string{
		"term: mot\n", "pos: noun\n", "a: b\n", "- a\n", "mot\n", "3\n", "{}\n", "[]\n", "~\n", "# rien\n", "", "{term: mot, pos: verb, domains: [outils], definition: Dit.}\n",
		"term: dire\npos: verb\ndomains: [outils]\ndefinition: Parle.\n", "term: mots\npos: noun\ngender: masculine\ndomains: [outils]\n",
		"pos: verb\ndomains: [outils]\ndefinition: Parle.\n", "term: aller\ndomains: [outils]\ndefinition: Parle.\n", "term: lire\npos: verb\ndefinition: Parle.\n",
	} {
		fsys[fmt.Sprintf("terms/fichier-%d.yaml", i)] = &fstest.MapFile{Data: []byte(text)}
	}
	return fsys
}

func editions() fstest.MapFS {
	fsys := casetest.Base()
	for i, lines := range []string{
		"", "subtitle: Sous-titre", "sous_titre: Sous-titre", "event: {name: Forum}", "event: {name: Forum, date: 2026}", "event: {name: Forum, date: 2026-11}",
		"event: {date: 2026}", "event: Forum", "event: {name: Forum, date: demain}", "event: {name: Forum, place: Québec, url: 'https://exemple.org/'}",
		"select: {ids: [etabli]}", "select: {ids: etabli}", "select: {domains: [lieux], levels: [beginner], tags: [a], except: [atelier]}", "select: {levels: [facile]}",
		"select: [etabli]", "select: {ids: []}", "select: {}", "order: thematic", "order: au hasard", "preface: |\n  Un.\n\n  Deux.", "preface: [Un]",
		"cover: {color: \"#1a6b5c\"}", "cover: {color: 123456}", "cover: {color: \"#1a6b5\"}", "cover: {image: images/etabli.png}", "cover: {logo: logo.svg}",
		"credits: Merci.", "url: https://exemple.org/forum.epub", "url: exemple.org", "url: mailto:forum@exemple.org",
		"texts: {en: {title: Visit}}", "texts: {en: Visit}", "texts: {en: {foreword: Hello.}}", "texts: {en: {}}", "texts: {anglais: {title: Visit}}",
		"overrides: {etabli: {notes: [Ici.]}}", "overrides: {etabli: {definition: Table.}}", "overrides: {Établi: {term: table}}", "overrides: {etabli: table}",
		"overrides: {etabli: {synonyms: [table], examples: [Un établi.], in_brief: Table.}}", "overrides: {}", "overrides: [etabli]",
	} {
		fsys[fmt.Sprintf("editions/forme-%d.yaml", i)] = &fstest.MapFile{Data: []byte("title: Visite\n" + lines + "\n")}
	}
	fsys["editions/sans-titre.yaml"] = &fstest.MapFile{Data: []byte("subtitle: Visite\n")}
	return fsys
}

// anything is what may be written for any text.
var anything = []string{
	"", "~", "null", "Null", `""`, `"  "`, "''", "[]", "{}", "[a]", "[[a]]", "{a: b}", "true", "True", "false", "yes", "no", "on", "off", "0", "1", "-1", "007", "1.0",
	"3.14", "1e3", "0x1F", "0o17", ".5", ".inf", "2026", "2026-11-22", "12:30", "mot", "Mot", "deux mots", `"1"`, "'1'", "é", "a_b", "a-b", "-a", "a--b", "|\n    mot", ">-\n    mot\n    dit",
	`"a\nb"`, "\"mot\\n\"",
}

// valued are lexicons with values of every kind: the first of a kind says where one stands, the others are tried there.
func valued() map[string]fstest.MapFS {
	all := map[string]fstest.MapFS{}
	for _, kind := range []struct {
		name, lines string // the lines of an entry, in which %s is the value
		values      []string
	}{
		{"line", "plural: %s", nil},
		{"inline", "in_brief: %s", nil},
		{"phonetic", "pronunciation: %s", nil},
		{"choice", "level: %s", []string{"beginner", "Beginner", "débutant", `"advanced"`, "expert"}},
		{"autolink", "autolink: %s", []string{"cautious"}},
		{"boolean", "trademark: %s", []string{"TRUE", "oui", `"true"`, `"True"`, "'false'", "vrai"}},
		{"entry", "related: [%s]", []string{"etabli", "terms/etabli", "etabli.yaml", "Établi"}},
		{"former", "formerly: [%s]", []string{"vieux-mot", "vieux mot", "Vieux"}},
		{"domain", "domains: [outils, %s]", []string{"lieux", "Lieux", "outil"}},
		{"scheme", "identifiers:\n  %s: 1", []string{"gdt", "franceterme", "France terme"}},
		{"tag", "translations:\n  %s: word", tags},
		{"language", "further_reading:\n  - title: Page\n    url: https://exemple.org/page\n    language: %s", tags},
		{"region", "synonyms:\n  - term: vocable\n    region: %s", []string{"CA", "CA-QC", "FR", "FR-IDF", "ca-qc", "Québec", "QC", "CAN", "CA-QCX", "CA_QC", "NO", "ZZ", "GB-ENG", "US-NY", "CA-"}},
		{"day", "created: %s", []string{
			"2024-02-29", "2023-02-29", "1900-02-29", "2000-02-29", "2025-04-31", "2025-12-31", "2025-13-01", "2025-00-10", "2025-01-00", "2025-1-1", "2025-01", "0000-01-01",
			"0001-01-01", "20250101", "22 novembre 2025", "2025/01/01", "2025-01-01T10:00:00Z", "2025-01-01?", `"2025-01-01"`, "0400-02-29", "0100-02-29", "2025-02-28", "2025-06-30", "2025-06-31",
		}},
		{"hidden", "created: %s", []string{`"2025-01-01\u200B"`, `"2025-01-01\u202E"`, `"2025\u00AD-01-01"`, `"2025-01-01\uE000"`}},
		{"edtf", "sources:\n  - title: Livre\n    date: %s", []string{
			"2011", "2011-09", "2011-09-14", "2011?", "2011~", "2011%", "201X", "20XX", "2XXX", "XXXX", "2019-21", "2019-24", "2019-25", "2019-20", "2004/2006", "2004/..", "../2006", "../..", "2004/",
			"/2006", "2004-XX", "2004-XX-XX", "2004-02-XX", "2004-XX-01", "201X-02", "2004-06?/2006-08~", "2006/2004", "0000", "0001", "000X", "00XX", "01XX", "2011-13", "2011-02-30",
			"vers 2011", "s. d.", "2011-9", "2011~/2012", `"2011"`, "10000", "-5", "2011.5", "201x", "2011??", "2004/2006/2008", "2004..2006", "2019-21-05", "2011-09-14~",
		}},
		{"address", "further_reading:\n  - title: Page\n    url: %s", addresses},
		{"license", "sources:\n  - title: Livre\n    license: %s", []string{
			"CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-NC-ND-2.5", "CC-BY-3.0-FR", "CC-BY-3.0-IGO", "CC-BY", "CC-BY-5.0", "CC BY 4.0", "cc-by-4.0", "CC0", "CC0-1.0", "CC-PDDC", "CC-PDM-1.0", "CC-BY-NC-SA-2.0-UK",
			"MIT", "ISC", "Zlib", "Unlicense", "WTFPL", "NCSA", "PostgreSQL", "W3C", "X11", "HPND", "Beerware", "FSFAP", "Ruby", "curl", "NTP", "OML", "OGTSL", "JSON", "mit", "GPL-3.0-or-later", "GPL-3.0+",
			"Apache-2.0", "0BSD", "BSD-3-Clause", "C-UDA-1.0", "CDDL-1.0", "CECILL-2.1", "libre", "Tous droits réservés", "LicenseRef-Maison", "DocumentRef-a:LicenseRef-b", "LicenseRef-", "3.0", "A1", "C1", "CC1", "C.1",
			"https://creativecommons.org/licenses/by/4.0/", "-A1", "OGL-UK-3.0", "MIT OR Apache-2.0",
		}},
		{"path", "illustration:\n  alt: Un mot.\n  file: %s", []string{
			"images/etabli.png", "images/ETABLI.PNG", "etabli.jpg", "images/a.jpeg", "a.webp", "a.gif", "a.svg", "a.bmp", "a", "png", ".png", "/images/a.png", "../a.png", "images/../a.png", "./a.png", "images//a.png",
			"images\\a.png", "C:/a.png", "https://exemple.org/a.png", "//exemple.org/a.png", "data:image/png;base64,AA", "images/été.png", "images/a b.png", "images/a:b.png", "images/a?.png", "images/a'b.png",
			"images/…/a.png", "...a/b.png", ".a/b.png", "..a.png", "a/..", "a./b.png", "images/a.png/", "images/€.png", "\"images/a\\\"b.png\"", "images/a*.png", "images/a#b.png", "images/(a)&[b]{c}~!$%+,;=@^_.png",
		}},
	} {
		fsys := casetest.Base()
		for i, value := range append(append([]string{}, kind.values...), anything...) {
			lines := entryLines
			if strings.HasPrefix(kind.lines, "domains:") {
				lines = strings.Replace(lines, "domains: [outils]\n", "", 1)
			}
			if multiline := strings.Contains(value, "\n"); multiline && strings.Contains(kind.lines, "[%s]") {
				continue
			}
			fsys[fmt.Sprintf("terms/valeur-%d.yaml", i)] = &fstest.MapFile{Data: fmt.Appendf(nil, lines+kind.lines+"\n", i, value)}
		}
		all[kind.name] = fsys
	}
	lexicon := string(casetest.Base()["lexicon.yaml"].Data)
	for key, values := range map[string][]string{
		"schema":       {"2", "01", "'2'"},
		"id":           {"urn:uuid:6f1c2a34-5b6d-4e7f-8a90-1b2c3d4e5f60", "urn:uuid:6F1C2A34-5B6D-4E7F-8A90-1B2C3D4E5F60", "urn:uuid:1234", "urn:uuid:", "6f1c2a34-5b6d-4e7f-8a90-1b2c3d4e5f60", "urn:isbn:9782123456803", "urn:u:x", "urn:uu:x", "urn:uui:x", "urn:uuix:x", "urn:uuid2:x", "urn:uuid-a:x", "urn:uuid-:x", "urn:a:b", "urn:ab:", "urn:ex-:x", "urn:example:a/b", "urn:example:/b", "urn:example:a%2", "urn:example:a%20", "URN:example:a", "https://exemple.org/lexique", "http://exemple.org", "HTTPS://exemple.org", "mailto:a@exemple.org", "https://exemple", "urn:example:é"},
		"slug":         {"petit-lexique", "Petit lexique", "petit_lexique"},
		"title":        nil,
		"language":     tags,
		"translations": {"[en]", "[en, es]", "en", "[anglais]"},
		"version":      {"2026.1", `"2026.1"`, "v1"},
		"date":         {"2026-11-22", "2026-11", "le 22 novembre 2026"},
		"license":      {"CC-BY-4.0", "CC BY"},
		"edit":         templates,
		"homepage":     addresses,
		"foreword":     {"|\n  Un.\n\n  Deux."},
		"contributors": {"[{name: Une}]", "[{name: Une, role: editor}]", "[Une]", "{name: Une}"},
		"previous":     {"{date: 2025-11-22}", "{version: 1}", "{version: 1, date: 2025-11-22}"},
		"domains":      {"{lieux: {fr: Lieux}, outils: {fr: Outils}}", "{lieux: Lieux, outils: Outils}", "{lieux: {fr: }, outils: {fr: Outils}}", "{Lieux: {fr: Lieux}, outils: {fr: Outils}}", "{lieux: {français: Lieux}, outils: {fr: Outils}}", "{lieux: {}, outils: {fr: Outils}}", "{lieux: {fr: [Lieux]}, outils: {fr: 3}}", "[lieux, outils]", "{lieux: {fr: 3}, outils: {fr: true}}"},
		"style":        {"{typography: fr-CA}", "{typography: fr}", "{inclusive: middle-dot, collation: word}", "{tri: word}", "fr-CA"},
		"lint":         {"{missing-source: off}", "{missing-source: non}", "{missing-source: }", "{missing-source: [off]}", "{Missing: off}", "{missing-sources: off}", "off", "{missing-source: {severity: off}}"},
		"cover":        {"{color: \"#1a6b5c\"}", "{color: '#FFF'}", "{color: 1a6b5c}", "{image: images/etabli.png}", "{couleur: \"#1a6b5c\"}"},
		"accessibility": {"{conforms_to: wcag-2.2-aa, certified_by: Une}", "{conforms_to: wcag-2.2-aa}", "{conforms_to: AA, certified_by: Une}",
			"{conforms_to: wcag-2.2-aa, certified_by: Une, report: 'https://exemple.org/r', date: 2026-01-01}", "{conforms_to: wcag-2.2-aa, certified_by: Une, date: 2026}"},
		"texts":           {"{en: {title: Small}}", "{en: {titre: Small}}", "{en: Small}", "{en: {preface: Small}}", "{en: {news: New., description: Words.}}"},
		"protected_names": {"[Québec numérique]", "Québec numérique", "[3D]"},
	} {
		for i, value := range append(append([]string{}, values...), anything...) {
			var text strings.Builder
			if key != "domains" {
				for line := range strings.Lines(lexicon) {
					if !strings.HasPrefix(line, key+":") {
						text.WriteString(line)
					}
				}
			} else {
				before, _, _ := strings.Cut(lexicon, "domains:")
				text.WriteString(before)
			}
			fmt.Fprintf(&text, "%s: %s\n", key, value)
			fsys := casetest.Base()
			fsys["lexicon.yaml"] = &fstest.MapFile{Data: []byte(text.String())}
			for name := range fsys { // the entries have been compared
				if strings.HasPrefix(name, "terms/") && name != "terms/etabli.yaml" || strings.HasPrefix(name, "editions/") {
					delete(fsys, name)
				}
			}
			all[fmt.Sprintf("lexicon %s %d", key, i)] = fsys
		}
	}
	return all
}

var tags = []string{
	"fr", "en-CA", "fr-CA", "FR", "fr_CA", "français", "french", "zh-Hant-TW", "zh-cmn-Hans-CN", "es-419", "de-1901", "de-CH-1996", "sl-rozaj-biske", "en-a-bbb-x-a", "x-maison", "x", "en-", "-en", "e", "engl",
	"de-1901-1901", "en-a-bb-a-cc", "en-u-ca-gregory", "ar-Latn", "i-klingon", "mul", "en-x-", "en-aaaaaaaaa", "fr-CA-QC",
}

var addresses = []string{
	"https://exemple.org", "https://exemple.org/", "http://exemple.org/page?a=1&b=2#c", "HTTPS://Exemple.ORG/", "https://québec.example/été", "mailto:info@exemple.org", "MAILTO:info@exemple.org", "mailto:info@exemple.org?subject=Un%20mot",
	"mailto:info", "mailto:@exemple.org", "mailto:info@exemple", "mailto:info@a@exemple.org", "mailto:in%zz@exemple.org", "www.exemple.org", "exemple.org", "info@exemple.org", "/page", "\"#page\"", "page", "//exemple.org", "ftp://exemple.org", "tel:+15145551234",
	"javascript:alert(1)", "\"data:text/html,a\"", "https://exemple", "https:///page", "https:/exemple.org", "https:exemple.org", "https://", "https://exemple.org/une page", "https://exemple.org/a|b", "https://exemple.org/<a>", "https://exemple.org/a\\b",
	"https://https://exemple.org", "https://nom:mot@exemple.org/", "https://exemple.org/page_(suite)", "https://exemple.org/page_(suite", "https://exemple.org/une-pa…", "https://exemple.org/une-pa...", "https://exemple.org/100%", "https://exemple.org/100%25", "https://exemple.org/%zz",
	"https://exemple.org/?a=1&amp;b=2", "https://exemple.org:8080/", "https://exemple.org:0/", "https://exemple.org:99999/", "https://exemple.org:", "https://192.0.2.1/", "https://[2001:db8::1]/", "https://-exemple.org", "https://exemple-.org", "https://a_b.exemple.org", "https://exemple..org",
	"https://exemple.org.", "https://exemple.123", "https://exemple.org/a#b#c", "\"https://exemple.org/[a]\"", "\"https://exemple.org/{a}\"", "'https://exemple.org,'", "\"https://exemple.org/`\"", "\"<https://exemple.org>\"", "\"« https://exemple.org »\"", "\" https://exemple.org\"", "https://exemple.org?a=1", "https://exemple.org#a",
}

var templates = []string{
	"https://exemple.org/edit/{path}", "https://exemple.org/{path}?a={path}#{path}", "https://exemple.org/edit", "https://exemple.org/{file}", "http://exemple.org/{path}", "mailto:a@exemple.org?body={path}", "exemple.org/{path}", "https://{path}", "https://exemple.org{path}",
	"https://exemple.org/#{path}", "https://exemple.org/{path}/{nom}", "https://exemple.org/a b/{path}", "https://exemple.org?f={path}", "https://exemple/{path}", "HTTPS://exemple.org/{path}",
}
