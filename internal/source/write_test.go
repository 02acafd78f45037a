package source_test

import (
	"bytes"
	"io/fs"
	"path"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/source"
)

const canonical = `term: balise de proximité
pos: noun
gender: feminine
pronunciation: ba.liz
domains: [technos, lieux]
definition: >-
  Petit émetteur radio fixe, à faible consommation, qui répète un même identifiant à quelques mètres
  à la ronde pour qu’un appareil mobile sache près de quoi il se trouve.
in_brief: "Une petite boîte qui dit : « tu es ici »."
examples:
  - La balise ouvre la bonne page.
  - text: Une balise de musée.
    source:
      title: "no"
      date: 2011~
notes:
  - '"Balise" a d’autres sens.'
  - "*Balise* se dit aussi en mer."
how_it_works: |
  La balise ne sait rien.

  1. Elle émet.
     Toujours.
synonyms:
  - balise
  - term: balise Bluetooth
    status: contextual
    authority:
      name: OQLF
      url: https://example.org/#balise
    trademark: true
  - "term:x"
translations:
  en: beacon
  es:
    term: baliza
    synonyms:
      - faro
sources:
  - type: consulted
    authors:
      - Marie Tremblay
    title: "2019"
    date: 2019
    page: "12"
identifiers:
  wikidata: Q1
autolink: no
tags: [essentiel, web]
created: 2026-11-22
`

func TestWriteCanonical(t *testing.T) {
	e, found := source.ParseEntry("terms/balise.yaml", []byte(canonical))
	if len(found) > 0 {
		t.Fatal(found)
	}
	if got := string(source.Write(&glossary.EntryRecord, e)); got != canonical {
		t.Errorf("got\n%s", got)
	}
}

func TestWriteLexiconAndEdition(t *testing.T) {
	const lexicon = `schema: 1
id: urn:uuid:6f1c2a34-5b6d-4e7f-8a90-1b2c3d4e5f60
slug: petit-lexique
title: Petit lexique
language: fr-CA
translations: [en]
version: "2026.1"
date: 2026-11-22
license: CC-BY-4.0
contributors:
  - name: Une équipe
    role: author
style:
  typography: fr-CA
domains:
  lieux: {fr: Lieux, en: Places}
  communs: {fr: "Communs, droits", "no": Felles}
  longs:
    fr: Un domaine dont le nom est si long que les deux langues ne tiennent pas sur une ligne
    en: A domain with a name so long
protected_names:
  - Québec numérique
lint:
  missing-source: off
`
	l, found := source.ParseLexicon("lexicon.yaml", []byte(lexicon))
	if len(found) > 0 {
		t.Fatal(found)
	}
	if got := string(source.Write(&glossary.LexiconRecord, l)); got != lexicon {
		t.Errorf("got\n%s", got)
	}
	const edition = `title: Les mots du forum
event:
  name: Forum
  date: 2027-04-15
select:
  tags: [essentiel]
cover:
  color: "#1f4e5f"
overrides:
  tiers-lieu:
    notes:
      - Ici.
`
	e, found := source.ParseEdition("editions/forum.yaml", []byte(edition))
	if len(found) > 0 {
		t.Fatal(found)
	}
	if got := string(source.Write(&glossary.EditionRecord, e)); got != edition {
		t.Errorf("got\n%s", got)
	}
}

// What is written is read back, from every file at hand.
func TestWriteIsRead(t *testing.T) {
	n := 0
	for _, fsys := range seeds(t) {
		err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || path.Ext(name) != ".yaml" {
				return err
			}
			data, err := fs.ReadFile(fsys, name)
			if err != nil {
				return err
			}
			n++
			switch {
			case strings.HasPrefix(name, "terms/"):
				roundTrip(t, &glossary.EntryRecord, data, func(data []byte) (any, diag.List) { return source.ParseEntry("terms/a.yaml", data) })
			case strings.HasPrefix(name, "editions/"):
				roundTrip(t, &glossary.EditionRecord, data, func(data []byte) (any, diag.List) { return source.ParseEdition("editions/a.yaml", data) })
			case name == "lexicon.yaml":
				roundTrip(t, &glossary.LexiconRecord, data, func(data []byte) (any, diag.List) { return source.ParseLexicon("lexicon.yaml", data) })
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if n < 100 {
		t.Errorf("only %d files", n)
	}
}

func roundTrip(t *testing.T, record *glossary.Record, data []byte, parse func([]byte) (any, diag.List)) {
	t.Helper()
	before, _ := parse(data)
	out := source.Write(record, before)
	if len(out) == 0 {
		return
	}
	after, found := parse(out)
	if len(found) > 0 {
		t.Errorf("%q is written, which is wrong: %v", out, found)
	}
	if again := source.Write(record, after); !bytes.Equal(again, out) {
		t.Errorf("written, then written again:\n%s\n%s", out, again)
	}
	bare(reflect.ValueOf(before).Elem())
	bare(reflect.ValueOf(after).Elem())
	if !reflect.DeepEqual(before, after) {
		t.Errorf("%q is read back as another", out)
	}
}

// bare leaves only values in a group: no place, no key that was written without a value, no group that says nothing.
func bare(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			bare(v.Elem())
			if v.Elem().IsZero() {
				v.SetZero()
			}
		}
	case reflect.Slice:
		kept := reflect.MakeSlice(v.Type(), 0, v.Len())
		for i := range v.Len() {
			bare(v.Index(i))
			if !v.Index(i).IsZero() {
				kept = reflect.Append(kept, v.Index(i))
			}
		}
		if kept.Len() == 0 {
			v.SetZero()
		} else {
			v.Set(kept)
		}
	case reflect.Struct:
		switch x := v.Addr().Interface().(type) {
		case *glossary.Text:
			*x = glossary.Text{Value: x.Value}
			if strings.TrimSpace(x.Value) == "" {
				x.Value = ""
			}
			return
		case *glossary.Part:
			*x = glossary.Part{}
			return
		case *glossary.File:
			*x = glossary.File{}
			return
		}
		for i := range v.NumField() {
			bare(v.Field(i))
		}
		// A free key without a value is not written.
		switch x := v.Addr().Interface().(type) {
		case *glossary.Translation:
			if reflect.DeepEqual(*x, glossary.Translation{Language: x.Language}) {
				*x = glossary.Translation{}
			}
		case *glossary.Override:
			if reflect.DeepEqual(*x, glossary.Override{ID: x.ID}) {
				*x = glossary.Override{}
			}
		case *glossary.Identifier:
			if x.Value.IsZero() {
				*x = glossary.Identifier{}
			}
		}
	}
}

func FuzzWrite(f *testing.F) {
	f.Add("tiers-lieu", "Lieu : un espace « ouvert » à tous.", "a\n\n  b\n c", "en")
	f.Add("no", "“Lieu”", " - a\n#b", "2019")
	f.Add("term:x", strings.Repeat("Un mot très long ", 20)+"x", "\n\n a", "~")
	f.Add("'\"\\", "a #b, [c]: {d}", "\ta\r\nb\u2028", "<<")
	f.Add("\x01\u00a0", "*a* & !b %c @d `e` |f >g ?h", "a  \n  b", "a: b")
	f.Fuzz(func(t *testing.T, term, line, block, key string) {
		for _, s := range []*string{&term, &line, &block, &key} {
			*s = strings.TrimRight(strings.ToValidUTF8(*s, "?"), "\n")
			if len(*s) > 4000 {
				return
			}
		}
		if strings.TrimSpace(key) == "" || len(key) > 100 || term == "" { // YAML takes keys of 1024 characters at most
			return
		}
		texts := func(s ...string) (list []glossary.Text) {
			for _, s := range s {
				list = append(list, glossary.Text{Value: s})
			}
			return list
		}
		text := func(s string) glossary.Text { return glossary.Text{Value: s} }
		e := &glossary.Entry{
			ID: "a", Term: text(term), POS: text(key), Domains: texts(key, term, line), Definition: text(line),
			Examples: []glossary.Example{{Text: text(line)}, {Text: text(block), Source: &glossary.Source{Title: text(term), Authors: texts(key, block)}}},
			Notes:    texts(line, block, term), HowItWorks: text(block),
			Synonyms:     []glossary.Designation{{Term: text(term)}, {Term: text(block), Status: text(key)}, {Reason: text(line)}},
			Translations: []glossary.Translation{{Language: text(key), Term: text(line)}, {Language: text(key + "x"), Term: text(term), Notes: texts(block)}},
			Illustration: &glossary.Illustration{File: text(key)}, Identifiers: []glossary.Identifier{{Scheme: text(key), Value: text(block)}},
			Tags: texts(key, term), Created: text(term), Autolink: text(line),
		}
		out := source.Write(&glossary.EntryRecord, e)
		if !utf8.Valid(out) {
			t.Fatalf("%q", out)
		}
		got, found := source.ParseEntry("terms/a.yaml", out)
		if len(found) > 0 {
			t.Errorf("%q is written, which is wrong: %v", out, found)
		}
		bare(reflect.ValueOf(e).Elem())
		bare(reflect.ValueOf(got).Elem())
		if !reflect.DeepEqual(e, got) {
			t.Errorf("%q is read back as\n%q, not\n%q", out, plainValues(got), plainValues(e))
		}
	})
}

func plainValues(e *glossary.Entry) (list []string) {
	glossary.EntryRecord.Walk(e, func(f *glossary.Field, t *glossary.Text) { list = append(list, f.Key+"="+t.Value) })
	return list
}

func TestWriteBreaksAtSpacesOnly(t *testing.T) {
	e := &glossary.Entry{Definition: glossary.Text{Value: strings.Repeat("à\u00a0propos\u00a0: ", 40) + "fin"}}
	out := string(source.Write(&glossary.EntryRecord, e))
	for line := range strings.Lines(out) {
		if n := utf8.RuneCountInString(strings.TrimSuffix(line, "\n")); n > source.Columns {
			t.Errorf("%d columns: %s", n, line)
		}
		if text := strings.TrimSpace(line); text != "definition: >-" && !strings.HasPrefix(text, "à\u00a0propos\u00a0:") {
			t.Errorf("broken at a no-break space: %q", line)
		}
	}
}
