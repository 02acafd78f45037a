package epub

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/lexipoche/lexipoche/internal/glossary"
)

// lines gives the lines of a document that have one of some beginnings.
func lines(document string, beginnings ...string) []string {
	var list []string
	for line := range strings.Lines(document) {
		if slices.ContainsFunc(beginnings, func(b string) bool { return strings.HasPrefix(line, b) }) {
			list = append(list, strings.TrimSpace(line))
		}
	}
	return list
}

// Those who wrote the lexicon are its authors, whoever wrote an entry takes part in it, and each is named once.
func TestPeople(t *testing.T) {
	in := load(t, fstest.MapFS{
		"lexicon.yaml": {Data: []byte(`schema: 1
id: urn:uuid:0f0e0d0c-0b0a-4908-8706-050403020100
slug: petit
title: Petit
language: fr
version: "1"
date: 2026-11-22
license: MIT
contributors:
  - {name: Réjean, role: reviewer}
  - {name: Ana, role: editor}
  - {name: Zoé}
  - {name: Ana, role: author}
domains: {a: {fr: Domaine}}
`)},
		"terms/mot.yaml": {Data: []byte("term: mot\npos: verb\ndomains: [a]\ndefinition: Dire.\ncontributors:\n" +
			"  - {name: Ira, role: author}\n  - {name: Ana, role: translator}\n  - {name: Réjean, role: illustrator}\n")},
	})
	files, _ := members(t, write1(t, bookOf(in, nil)))
	got := lines(files["EPUB/package.opf"], "<dc:creator", "<dc:contributor", `<meta refines="#person-`)
	role := func(n, code string) string {
		return `<meta refines="#person-` + n + `" property="role" scheme="marc:relators">` + code + `</meta>`
	}
	want := []string{
		`<dc:creator id="person-1">Ana</dc:creator>`, role("1", "aut"), role("1", "edt"), role("1", "trl"),
		`<dc:contributor id="person-2">Réjean</dc:contributor>`, role("2", "rev"), role("2", "ill"),
		`<dc:contributor id="person-3">Zoé</dc:contributor>`, role("3", "ctb"),
		`<dc:contributor id="person-4">Ira</dc:contributor>`, role("4", "aut"),
	}
	if !slices.Equal(got, want) {
		t.Errorf("the people are\n%s", strings.Join(got, "\n"))
	}
	if got := lines(files["EPUB/toc.ncx"], "<docAuthor"); !slices.Equal(got, []string{"<docAuthor><text>Ana</text></docAuthor>"}) {
		t.Errorf("the authors are %q", got)
	}
}

// The lexicon is in no series of its own; its editions are in one that bears its name.
func TestEditionsAreASeries(t *testing.T) {
	in := torture(t)
	book, _ := members(t, write1(t, bookOf(in, nil)))
	edition, _ := members(t, write1(t, bookOf(in, in.Editions[0])))
	if strings.Contains(book["EPUB/package.opf"], "belongs-to-collection") {
		t.Error("the lexicon is in a series")
	}
	if got := lines(edition["EPUB/package.opf"], `<meta id="series" property="belongs-to-collection"`, `<meta refines="#series"`); len(got) != 3 {
		t.Errorf("the series is %q", got)
	}
}

// Nothing is claimed for anyone: a claim is lexicon.yaml's, in the words of the standard, with who makes it.
func TestConformance(t *testing.T) {
	in := small(t, "fr", "mot")
	claims := func() []string {
		files, _ := members(t, write1(t, bookOf(in, nil)))
		if declared := strings.Contains(files["EPUB/package.opf"], "a11y: http"); declared != (in.Lexicon.Accessibility != nil) {
			t.Errorf("the prefix of the claim is declared: %t", declared)
		}
		return lines(files["EPUB/package.opf"], `<meta id="conformance"`, `<meta id="certifier"`, `<meta refines="#c`, `<link refines="#c`)
	}
	if got := claims(); len(got) > 0 {
		t.Errorf("nobody claimed %q", got)
	}
	in.Lexicon.Accessibility = &glossary.Accessibility{
		ConformsTo:  glossary.Text{Value: "wcag-2.1-aaa"},
		CertifiedBy: glossary.Text{Value: "A & B"},
	}
	want := []string{
		`<meta id="conformance" property="dcterms:conformsTo">EPUB Accessibility 1.1 - WCAG 2.1 Level AAA</meta>`,
		`<meta id="certifier" refines="#conformance" property="a11y:certifiedBy">A &amp; B</meta>`,
	}
	if got := claims(); !slices.Equal(got, want) {
		t.Errorf("claimed\n%s", strings.Join(got, "\n"))
	}
	in.Lexicon.Accessibility.Credential.Value = "https://example.org/titre"
	in.Lexicon.Accessibility.Report.Value = "https://example.org/rapport"
	in.Lexicon.Accessibility.Date.Value = "2026-11-22"
	want = append(want,
		`<link refines="#certifier" rel="a11y:certifierCredential" href="https://example.org/titre"/>`,
		`<link refines="#certifier" rel="a11y:certifierReport" href="https://example.org/rapport"/>`,
		`<meta refines="#certifier" property="dcterms:date">2026-11-22</meta>`,
	)
	if got := claims(); !slices.Equal(got, want) {
		t.Errorf("claimed\n%s", strings.Join(got, "\n"))
	}
}

// Each level that may be written is one that the standard knows.
func TestConformances(t *testing.T) {
	if n := len(glossary.Conformances); n != 9 {
		t.Errorf("%d levels", n)
	}
	for _, o := range glossary.Conformances {
		w := &opf{}
		w.conformance(&glossary.Accessibility{ConformsTo: glossary.Text{Value: o.Value}, CertifiedBy: glossary.Text{Value: "A"}})
		claim := regexp.MustCompile(`>EPUB Accessibility 1\.1 - WCAG 2\.[012] Level A{1,3}</meta>`)
		if !claim.Match(w.dst) {
			t.Errorf("%s: %s", o.Value, w.dst)
		}
	}
}
