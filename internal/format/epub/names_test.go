package epub

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/lexipoche/lexipoche/internal/format"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
	"github.com/lexipoche/lexipoche/internal/sample"
)

// named makes a lexicon of entries given as what follows their part of speech, by headword.
func named(t testing.TB, head string, entries map[string]string) glossary.Input {
	t.Helper()
	files := fstest.MapFS{"lexicon.yaml": {Data: []byte(`schema: 1
id: urn:uuid:0f0e0d0c-0b0a-4908-8706-050403020100
slug: petit
title: Petit
language: fr-CA
version: "1"
date: 2026-11-22
license: MIT
` + head)}}
	for term, rest := range entries {
		files["terms/"+strings.ReplaceAll(locale.Fold(term), " ", "-")+".yaml"] = &fstest.MapFile{
			Data: []byte("term: " + term + "\npos: noun\ngender: masculine\ndefinition: Dire.\n" + rest),
		}
	}
	return load(t, files)
}

// rows gives what is read in each element of a name and class, on one line each.
func rows(t *testing.T, document, start, end string) []string {
	t.Helper()
	var list []string
	for _, piece := range strings.Split(document, start)[1:] {
		piece, _, _ = strings.Cut(piece, end)
		list = append(list, strings.Join(strings.Fields(read(t, "<r>"+piece+"</r>").words), " "))
	}
	return list
}

const oneDomain = "domains: {a: {fr: Domaine}}\n"

func TestNamesAmongTheLetters(t *testing.T) {
	in := named(t, "translations: [en]\n"+oneDomain, map[string]string{
		"espace de cotravail": "domains: [a]\nsynonyms: [{term: coworking, status: discouraged}, {term: espaces, status: obsolete}]\n" +
			"translations: {en: {term: coworking space, synonyms: [coworking]}}\nformerly: [bureau]\n",
		"atelier":     "domains: [a]\nsynonyms: [fabrique, {term: hub, status: discouraged}]\n",
		"laboratoire": "domains: [a]\nsynonyms: [labo, fabrique, {term: ruche, status: contextual}, kiosque]\ntranslations: {en: lab}\n",
		"plateforme":  "domains: [a]\nsynonyms: [{term: hub, status: discouraged}, hub]\n",
	})
	files, _ := members(t, write1(t, bookOf(in, nil)))
	for letter, want := range map[string][]string{
		"c": {"coworking (à éviter) → espace de cotravail"},
		"e": {"espaces (vieilli) → espace de cotravail"}, // beside its entry, and said all the same
		"f": {"fabrique → atelier, laboratoire"},
		"h": {"hub → plateforme", "hub (à éviter) → atelier, plateforme"},
		"k": {"kiosque → laboratoire"}, // beside its entry in the order, not on the page
		"l": nil,
		"r": {"ruche (dans certains contextes) → laboratoire"},
		"b": nil,
	} {
		page := files["EPUB/xhtml/letter-"+letter+".xhtml"]
		if got := rows(t, page, `<p class="see">`, "</p>"); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", letter, got, want)
		}
		if strings.Contains(page, "doc-glossary") != strings.Contains(page, "<article") {
			t.Errorf("%s: a glossary without entries, or entries outside one", letter)
		}
	}
	if want := `<p class="see"><span class="term avoid" lang="en" xml:lang="en">coworking</span> (`; !strings.Contains(files["EPUB/xhtml/letter-c.xhtml"], want) {
		t.Errorf("no %s", want)
	}
	if order := strings.Join(rows(t, files["EPUB/nav.xhtml"], `<li class="letter">`, "</li>"), ""); order != "ACEFHKLPR" {
		t.Errorf("the letters are %s", order)
	}

	in.Editions = []*glossary.Edition{{Name: "x", Title: glossary.Text{Value: "X"}, Order: glossary.Text{Value: glossary.Thematic}}}
	files, _ = members(t, write1(t, bookOf(in, in.Editions[0])))
	if page := files["EPUB/xhtml/domain-a.xhtml"]; page == "" || strings.Contains(page, `class="see"`) {
		t.Error("a domain has other lines than its entries")
	}
}

// large is the book of a lexicon in which everything is many.
func large(t testing.TB, n int) *format.Book {
	files := fstest.MapFS{}
	for name, data := range sample.Lexicon(n) {
		files[name] = &fstest.MapFile{Data: data}
	}
	return bookOf(load(t, files), nil)
}

func TestFilesStaySmall(t *testing.T) {
	files, _ := members(t, write1(t, large(t, 3000)))
	for name, data := range files {
		if strings.HasPrefix(name, "EPUB/xhtml/") && len(data) > maxPage+2000 {
			t.Errorf("%s has %d bytes", name, len(data))
		}
	}
}
