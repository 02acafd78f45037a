package site

import (
	"flag"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/lexipoche/lexipoche/internal/format"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/i18n"
	"github.com/lexipoche/lexipoche/internal/locale"
	"github.com/lexipoche/lexipoche/internal/markup"
	"github.com/lexipoche/lexipoche/internal/source"
)

var servicesOut = flag.String("services", "", "write the sites of the tests into this folder")

const head = `schema: 1
id: urn:uuid:0f0e0d0c-0b0a-4908-8706-050403020100
slug: petit
title: ']]> Petit <lexique> & "outils"'
subtitle: Pour essayer
language: fr-CA
version: "1"
date: 2026-11-22
license: CC-BY-4.0
publisher: Éditions <&>
description: Un lexique *pour essayer* & voir [[c]].
domains: {a: {fr: Domaine}}
contributors:
  - {name: Zoé <Z> & Cie, role: author}
  - {name: Éloi, role: reviewer}
`

func term(term, rest string) *fstest.MapFile {
	return &fstest.MapFile{Data: []byte("term: '" + term + "'\npos: verb\ndomains: [a]\n" + rest)}
}

// terms are in all the cases that dates make.
func terms() fstest.MapFS {
	return fstest.MapFS{
		"lexicon.yaml":            {Data: []byte(head)},
		"terms/a.yaml":            term("]]> <b>à</b> & \"b\"", "definition: Un <b> & [[c]].\ncreated: 2026-03-01\nmodified: 2026-10-05\n"),
		"terms/b.yaml":            term("bis", "definition: Deux fois.\nin_brief: Encore *une* fois.\ncreated: 2026-10-05\nmodified: 2026-10-05\n"),
		"terms/c.yaml":            term("ceci", "definition: Sans date.\n"),
		"terms/d.yaml":            term("dire", "definition: Parler.\nmodified: 2026-11-01\n"),
		"terms/e.yaml":            term("être", "definition: Exister.\ncreated: 2025-01-01\n"),
		"editions/rencontre.yaml": {Data: []byte("title: Rencontre\nselect: {ids: [b, d]}\ncover: {color: '#ffd166'}\n")},
	}
}

// bookFor makes a book as the program does, of a lexicon.
func bookFor(t testing.TB, files fstest.MapFS, edition string) *format.Book {
	t.Helper()
	in, found, err := source.Load(files)
	if err != nil || found.HasErrors() {
		t.Fatal(err, found)
	}
	l := in.Lexicon
	b := format.Book{
		Glossary: glossary.Link(in), Words: i18n.For(l.Language.Value), Language: l.Language.Value,
		ID: l.ID.Value, Slug: l.Slug.Value, Title: l.Title.Value, Subtitle: l.Subtitle.Value, Program: "lexipoche 1.2.3",
	}
	b.Date, _ = time.Parse(time.DateOnly, l.Date.Value)
	for _, e := range in.Editions {
		if e.Name == edition {
			b.Edition, b.Title, b.Subtitle = e, e.Title.Value, e.Subtitle.Value
			b.ID += "#" + edition
			b.Slug += "-" + edition
		}
	}
	entries := b.Glossary.Select(b.Edition)
	collation := l.Collation()
	slices.SortStableFunc(entries, func(x, y *glossary.Entry) int {
		return strings.Compare(collation.Key(x.SortText()), collation.Key(y.SortText()))
	})
	return format.New(b, entries, false)
}

// changedHead makes another lexicon.yaml of [terms].
func changedHead(old, new string) fstest.MapFS {
	files := terms()
	files["lexicon.yaml"] = &fstest.MapFile{Data: []byte(strings.Replace(head, old, new, 1))}
	return files
}

func hebrew() fstest.MapFS {
	return changedHead("language: fr-CA", "language: he")
}

func printerFor(b *format.Book) *markup.Printer {
	return &markup.Printer{
		Glossary: b.Glossary, Words: b.Words, Language: b.Language,
		Href: func(e *glossary.Entry) string { return folderOf(e) },
	}
}

func folderOf(e *glossary.Entry) string { return "terms/" + e.ID + "/" }

// bases are those that a site may have.
var bases = []string{"", "https://example.org/", "https://example.org/un/lexique/"}

var urn = regexp.MustCompile(`^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`)

// The name of a book is the one that its EPUB bears; names of parts are of nothing else.
func TestNames(t *testing.T) {
	const lexicon = "urn:uuid:6ba7b810-9dad-11d1-80b4-00c04fd430c8" // the namespace of host names: an example is in RFC 9562, A.4
	for id, want := range map[string]string{
		lexicon:                      lexicon,
		lexicon + "#www.example.com": "urn:uuid:2ed6657d-e927-568b-95e1-2665a8aea6a2",
		"https://example.org/#été":   "https://example.org/#été",
		"urn:uuid:zz#forum":          "urn:uuid:zz#forum",
	} {
		if got := (&format.Book{ID: id}).Identifier(); got != want {
			t.Errorf("%s is named %s, want %s", id, got, want)
		}
	}
	seen := map[string]string{}
	for _, id := range []string{lexicon, lexicon + "#forum", lexicon + "#feed", lexicon + "#.en", "https://example.org/"} {
		for _, part := range []string{"feed", "catalogue", "terms/feed", "terms/a"} {
			name := nameOf(id, part)
			if !urn.MatchString(name) {
				t.Errorf("%s/%s is named %s", id, part, name)
			}
			if other := seen[name]; other != "" || name == (&format.Book{ID: id}).Identifier() {
				t.Errorf("%s/%s has the name of %s", id, part, other)
			}
			seen[name] = id + "/" + part
		}
	}
	if got := nameOf(lexicon, "feed"); got != "urn:uuid:2b139a6a-56cf-5fad-959b-35cf8958e01c" {
		t.Errorf("the name of the feed has become %s", got)
	}
}

// services makes a small site around the services, with as much text in the page of each term as is wanted.
func services(t testing.TB, files fstest.MapFS, edition string, filler int) []format.File {
	t.Helper()
	b := bookFor(t, files, edition)
	p := printerFor(b)
	base := b.Lexicon.Homepage.Value
	b.Downloads = []format.File{
		{Name: b.Slug + ".epub", Data: []byte("PK")},
		{Name: b.Slug + ".html", Data: []byte("<!DOCTYPE html><title>x</title>")},
		{Name: b.Slug + ".json", Data: []byte("{}")},
	}
	var site []format.File
	add := func(name string, data []byte) { site = append(site, format.File{Name: name, Data: data}) }
	page := func(name, title, content string) {
		up := strings.Repeat("../", strings.Count(name, "/"))
		add(name, fmt.Appendf(nil, `<!DOCTYPE html>
<html lang="%s" dir="%s">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>%s</title>
<link rel="stylesheet" href="%[4]sstyle.css">
<link rel="icon" href="%[4]sicon-192.png">
<link rel="manifest" href="%[4]smanifest.webmanifest">
<link rel="alternate" type="application/atom+xml" href="%[4]sfeed.xml">
<link rel="alternate" type="application/atom+xml;profile=opds-catalog" href="%[4]sopds.xml">
<script defer src="%[4]soffline.js"></script>
</head>
<body>
<h1>%[3]s</h1>
%[5]s
</body>
</html>
`, b.Language, locale.Direction(b.Language), title, up, content))
	}
	links := "<ul>\n"
	places := []place{{"", b.Date.Format(time.DateOnly)}}
	for _, e := range b.Entries {
		name := string(markup.Escape(nil, e.Term.Value))
		links += `<li><a href="` + folderOf(e) + `#` + e.ID + `">` + name + "</a></li>\n"
		day, _ := changed(e)
		places = append(places, place{folderOf(e), day})
		page(folderOf(e)+"index.html", name, `<p id="`+e.ID+`"><a href="../../">Accueil</a></p>`+"<!--"+strings.Repeat("-.", filler/2)+"-->")
	}
	links += "</ul>\n<p><a href=\"download.html\">…</a></p>"
	page("index.html", string(markup.Escape(nil, b.Title)), links)
	page("404.html", "404", "<p>…</p>")
	page("download.html", "…", string(downloadTable(nil, p, "", b.Downloads)))
	add("style.css", []byte("body { overflow-wrap: anywhere; }\n"))
	add("search.json", []byte("[]"))
	add(offlineName, []byte(offlineScript))
	add(feedName, feed(b, p, base, folderOf))
	site = append(site, sitemap(base, places)...)
	add(robotsName, robots(base))
	books := []publication{publicationOf(b, p, b.Downloads[0], "icon-512.png", "icon-192.png")}
	add(catalogueName, catalogue(b, base, books))
	more, err := opds2(b, base, books)
	if err != nil {
		t.Fatal(err)
	}
	site = append(site, more...)
	manifest, err := webmanifest(b, "#1f4e5f", "#ffffff")
	if err != nil {
		t.Fatal(err)
	}
	add(manifestName, manifest)
	drawn, err := icons("#1f4e5f")
	if err != nil {
		t.Fatal(err)
	}
	site = append(site, drawn...)
	for _, f := range b.Downloads {
		add(downloads+path.Base(f.Name), f.Data)
	}
	add(checksumsName, checksums(b.Downloads))
	work, err := worker(site, "terms/")
	if err != nil {
		t.Fatal(err)
	}
	add(workerName, work)
	return site
}

// The same lexicon gives the same services; they are written where the tools that look at them in a browser are told.
func TestServices(t *testing.T) {
	for _, c := range []struct {
		name, edition string
		files         fstest.MapFS
		filler        int
	}{
		{"small", "", terms(), 0},
		{"large", "", terms(), 1_200_000},
		{"edition", "rencontre", changedHead("publisher:", "homepage: https://example.org/lexique/\npublisher:"), 0},
		{"hebrew", "", hebrew(), 0},
	} {
		site := services(t, c.files, c.edition, c.filler)
		again := services(t, c.files, c.edition, c.filler)
		for i, f := range site {
			if f.Name != again[i].Name || string(f.Data) != string(again[i].Data) {
				t.Errorf("%s: two %s differ", c.name, f.Name)
			}
			if *servicesOut == "" {
				continue
			}
			name := filepath.Join(*servicesOut, c.name, filepath.FromSlash(f.Name))
			if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(name, f.Data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}
