package source_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/source"
)

const everything = `term: balise
pos: noun
gender: feminine
feminine: balise
plural: balises
number: singular
pronunciation: ba.liz
domains: [technos]
definition: Petit émetteur.
in_brief: Une boîte.
examples:
  - Un exemple.
  - text: Un autre.
    source:
      type: quotation
      authors: [A]
      title: T
      work: W
      publisher: P
      service: S
      date: 2020
      page: 3
      url: https://example.org
      accessed: 2026-01-31
      license: CC0-1.0
      language: fr
notes: [Une note.]
how_it_works: |
  Ainsi.
trademark: true
synonyms:
  - beacon
  - term: balise radio
    status: admitted
    kind: full
    region: CA-QC
    reason: Elle émet.
    authority: {name: OQLF, url: https://example.org}
    trademark: false
    plural: balises radio
translations:
  es: baliza
  en:
    term: beacon
    pos: noun
    gender: neuter
    feminine: F
    plural: beacons
    number: plural
    pronunciation: bikən
    trademark: true
    how_it_works: It sends.
    examples: [An example.]
    synonyms: [tag]
    definition: A small transmitter.
    in_brief: A box.
    notes: [A note.]
    reviewed: 2026-01-31
broader: [a]
related: [b]
distinguish: [c]
part_of: [d]
level: beginner
sources:
  - {title: T}
further_reading:
  - {title: T, url: https://example.org, language: fr, accessed: 2026-01-31}
illustration: {file: a.png, alt: A, credit: C, license: CC0-1.0}
status: approved
formerly: [e]
replaced_by: f
identifiers: {wikidata: Q1, gdt: 8362114}
autolink: no
sort: balise
tags: [x]
contributors:
  - {name: N, role: author, organization: O}
created: 2026-11-22
modified: 2026-11-22
reviewed: 2026-11-22
`

const wholeLexicon = `schema: 1
id: urn:uuid:6f1c2a34-5b6d-4e7f-8a90-1b2c3d4e5f60
slug: s
title: T
subtitle: S
language: fr-CA
translations: [en]
texts:
  en: {title: T, subtitle: S, description: D, news: N, foreword: F, credits: C}
version: 2026.1
date: 2026-11-22
previous: {version: 2026.0, date: 2026-01-01}
license: CC-BY-4.0
publisher: P
description: D
foreword: F
news: N
credits: C
homepage: https://example.org
contribute: https://example.org
edit: https://example.org/{path}
contributors: [{name: N}]
accessibility: {conforms_to: wcag-2.2-aa, certified_by: C, credential: D, report: https://example.org, date: 2026-11-22}
cover: {image: a.png, logo: b.png, color: "#123456"}
style: {typography: fr-CA, inclusive: doublets, collation: letter}
domains:
  lieux: {fr: Lieux, en: Places}
protected_names: [Québec]
lint: {missing-source: off}
`

const wholeEdition = `title: T
subtitle: S
texts: {en: {title: T, subtitle: S, preface: P, credits: C}}
event: {name: N, date: 2027, place: P, url: https://example.org}
select: {ids: [a], domains: [b], levels: [beginner], tags: [c], except: [d]}
order: thematic
preface: P
cover: {image: a.png, logo: b.png, color: "#123456"}
credits: C
url: https://example.org
overrides:
  a: {term: T, in_brief: I, notes: [N], examples: [E], synonyms: [S]}
`

// Every field of the model has its key, and is read from it.
func TestEveryFieldIsRead(t *testing.T) {
	entry, found := source.ParseEntry("terms/balise.yaml", []byte(everything))
	lexicon, more := source.ParseLexicon("lexicon.yaml", []byte(wholeLexicon))
	edition, yetMore := source.ParseEdition("editions/e.yaml", []byte(wholeEdition))
	if found = slices.Concat(found, more, yetMore); len(found) > 0 {
		t.Error(found)
	}
	left := map[string]int{}
	for _, root := range []any{entry, lexicon, edition} {
		unread(left, reflect.ValueOf(root).Elem())
	}
	delete(left, "Entry.Language") // which is said of the books of translations alone
	for field, n := range left {
		if n > 0 {
			t.Errorf("%s is never read", field)
		}
	}
	if got := entry.Synonyms[0].Term.Value + entry.Translations[0].Term.Value + entry.Examples[0].Text.Value + entry.Identifiers[1].Value.Value; got != "beaconbalizaUn exemple.8362114" {
		t.Errorf("shorthands are read as %q", got)
	}
	for _, v := range entry.Values {
		if (v.Field.Kind == glossary.Inline || v.Field.Kind == glossary.Blocks) != (v.Text.Doc != nil) {
			t.Errorf("%s: Markdown read: %t", v.Field.Key, v.Text.Doc != nil)
		}
	}
}

// unread counts, for each field of each kind of group, 1 when it was empty each time, else 0.
func unread(left map[string]int, v reflect.Value) {
	switch v.Addr().Interface().(type) {
	case *glossary.Text, *glossary.File, *glossary.Part:
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			field := v.Type().Name() + "." + v.Type().Field(i).Name
			if _, seen := left[field]; !seen {
				left[field] = 1
			}
			if !v.Field(i).IsZero() {
				left[field] = 0
			}
			unread(left, v.Field(i))
		}
	case reflect.Slice:
		for i := range v.Len() {
			unread(left, v.Index(i))
		}
	case reflect.Pointer:
		if !v.IsNil() {
			unread(left, v.Elem())
		}
	}
}

// A text is what is written, whatever other readers of YAML would make of it.
func TestTextsAreTakenAsWritten(t *testing.T) {
	for _, text := range []string{
		"no", "yes", "on", "off", "y", "true", "3.14", "2FA", "1e3", "0x1F", "0o17", "1_000", "12:30:45", ".5", ".inf", ".nan", "2026-11-22",
		"2026-11-22T10:00:00Z", "=", "C#", "a:b", "-5", "~x", "nul", "Null et non avenu", "<<<", "été", "图書館", "50 %", "« oui »", "¿qué?",
	} {
		e, found := source.ParseEntry("terms/a.yaml", []byte("term: "+text+"\nplural: x\n"))
		if e.Term.Value != text || len(found) > 0 {
			t.Errorf("%q is read as %q: %v", text, e.Term.Value, found)
		}
		if want := (diag.Span{Line: 1, Col: 7, EndLine: 1, EndCol: 7 + int32(len([]rune(text)))}); e.Term.Span != want {
			t.Errorf("%q is at %v", text, e.Term.Span)
		}
	}
	for _, text := range []string{"", "~", "null", "Null", "NULL", "''", `""`, `"  "`, "[]", "{}", "|", ">-", "# rien"} {
		e, found := source.ParseEntry("terms/a.yaml", []byte("plural: "+text+"\nterm: x\n"))
		if !e.Plural.IsZero() || len(found) != 1 || found[0].Code != "empty-value" {
			t.Errorf("%q is read as %q: %v", text, e.Plural.Value, found)
		}
	}
}

// How lines end and how the file begins changes neither what is read nor where.
func TestLineEndsAndMarks(t *testing.T) {
	const text = "# é\nterm: été\ndefinition: >-\n  Un,\n  deux.\nnotes:\n  - a\n"
	want, _ := source.ParseEntry("terms/a.yaml", []byte(text))
	for name, data := range map[string]string{
		"byte-order mark": "\ufeff" + text,
		"Windows":         strings.ReplaceAll(text, "\n", "\r\n"),
		"both":            "\ufeff" + strings.ReplaceAll(text, "\n", "\r\n"),
		"no last line":    strings.TrimSuffix(text, "\n"),
		"an end":          text + "...\n",
	} {
		got, found := source.ParseEntry("terms/a.yaml", []byte(data))
		if len(found) > 0 || !reflect.DeepEqual(positions(got), positions(want)) {
			t.Errorf("%s: %v, %v, want %v", name, found, positions(got), positions(want))
		}
	}
}

func positions(e *glossary.Entry) (list []any) {
	for _, v := range e.Values {
		list = append(list, v.Text.Value, v.Text.Span, v.Text.At(0, len(v.Text.Value)))
	}
	return list
}

func TestOtherEncodings(t *testing.T) {
	wide := func(order func(c uint16) []byte, mark string) (data []byte) {
		for _, c := range utf16.Encode([]rune(mark + "term: été\n")) {
			data = append(data, order(c)...)
		}
		return data
	}
	little := func(c uint16) []byte { return []byte{byte(c), byte(c >> 8)} }
	big := func(c uint16) []byte { return []byte{byte(c >> 8), byte(c)} }
	for name, test := range map[string]struct {
		data []byte
		want string
		read string
	}{
		"UTF-16 LE":          {wide(little, "\ufeff"), "encoding", ""},
		"UTF-16 BE":          {wide(big, "\ufeff"), "encoding", ""},
		"UTF-16 LE, no mark": {wide(little, ""), "encoding", ""},
		"UTF-16 BE, no mark": {wide(big, ""), "encoding", ""},
		"Windows-1252":       {[]byte("term: \xe9t\xe9 \x96 l\x92eau\n"), "encoding", "été – l’eau"},
		"of another country": {[]byte("term: \xd0\xd1\xd2\n"), "encoding", "ÐÑÒ"},
		"mixed":              {[]byte("term: été \xe9\n"), "encoding", "été é"},
		"accents first":      {[]byte("\xe9\xe9\xe8: x\nterm: \xe9\n"), "encoding", "é"},
		"zeros":              {make([]byte, 100), "foreign-file", ""},
		"a drawing":          {[]byte("  <svg></svg>"), "foreign-file", ""},
		"a web page":         {[]byte("\ufeff<HTML>"), "foreign-file", ""},
		"a PDF":              {[]byte("%PDF-1.7\n"), "foreign-file", ""},
		"rich text":          {[]byte(`{\rtf1 term}`), "foreign-file", ""},
		"a zero":             {[]byte("term: été\x00\n"), "control-character", "été"},
		"a mark astray":      {[]byte("term: a\n\ufeffplural: b\n"), "unknown-key", "a"},
	} {
		e, found := source.ParseEntry("terms/a.yaml", test.data)
		if len(found) == 0 || found[0].Code != test.want || strings.TrimSpace(e.Term.Value) != test.read {
			t.Errorf("%s: %q, %v", name, e.Term.Value, found)
		}
	}
}

// What could not be read is not said to be missing: the group notes the key.
func TestWhatIsLostIsNotMissing(t *testing.T) {
	for name, test := range map[string]struct {
		data string
		lost bool
	}{
		"empty":              {"term:\npos: noun\n", true},
		"wrong type":         {"term: {a: b}\npos: noun\n", true},
		"misspelt":           {"termm: a\npos: noun\n", true},
		"unreadable":         {"term: ]]\npos: noun\n", true},
		"an unreadable line": {"@@ ]]\npos: noun\n", true},
		"absent":             {"pos: noun\n", false},
		"unknown":            {"couleur: a\npos: noun\n", false},
	} {
		e, found := source.ParseEntry("terms/a.yaml", []byte(test.data))
		if got := e.Noted(glossary.EntryRecord.Lookup("term")); got != test.lost {
			t.Errorf("%s: noted is %t; %v", name, got, found)
		}
		if e.POS.Value != "noun" {
			t.Errorf("%s: the rest is not read: %v", name, found)
		}
	}
}

func TestIgnores(t *testing.T) {
	const text = `# lexipoche: ignore missing-source: rien à citer
term: a # lexipoche: ignore odd-space
# lexipoche: ignore too-long — une longue histoire
notes:
- b
- c

pos: noun
sources:
  # lexipoche: ignore bad-url: ancienne
  - title: "voir # lexipoche: ignore x"
    url: d
  - title: e
# lexipoche: autre
#lexipoche:ignore last
`
	e, found := source.ParseEntry("terms/a.yaml", []byte(text))
	type ignore struct {
		code, reason string
		line, end    int32
		whole        bool
	}
	var got []ignore
	for _, i := range e.Ignores {
		got = append(got, ignore{i.Code, i.Reason, i.Scope.Line, i.Scope.EndLine, i.Whole})
	}
	want := []ignore{
		{"missing-source", "rien à citer", 2, 4, true},
		{"odd-space", "", 2, 4, false},
		{"too-long", "une longue histoire", 4, 8, false},
		{"bad-url", "ancienne", 11, 13, false},
		{"last", "", 16, 17, false},
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if len(found) != 1 || found[0].Code != "bad-ignore" || found[0].Span.Line != 14 {
		t.Errorf("found %v", found)
	}
}
