package site

import (
	"fmt"
	"strings"
	"testing"
)

func TestSitemap(t *testing.T) {
	pages := []place{{"", "2026-11-22"}, {"terms/a/", ""}, {`terms/<b>&"/`, "2026-10-05"}}
	if files := sitemap("", pages); len(files) != 0 {
		t.Errorf("%d files without an address", len(files))
	}
	files := sitemap("https://example.org/l/", pages)
	if len(files) != 1 || files[0].Name != "sitemap.xml" {
		t.Fatalf("%d files", len(files))
	}
	root := parse(t, files[0].Data)
	if root.XMLName.Local != "urlset" || root.XMLName.Space != "http://www.sitemaps.org/schemas/sitemap/0.9" {
		t.Errorf("the root is %v", root.XMLName)
	}
	urls := root.all("url")
	if len(urls) != len(pages) {
		t.Fatalf("%d addresses", len(urls))
	}
	for i, u := range urls {
		if got := u.value(t, "loc"); got != "https://example.org/l/"+pages[i].href {
			t.Errorf("%s", got)
		}
		if days := u.all("lastmod"); len(days) != min(len(pages[i].day), 1) || len(days) > 0 && days[0].Text != pages[i].day {
			t.Errorf("the days of %v are %v", pages[i], days)
		}
	}
}

func TestSitemapInParts(t *testing.T) {
	pages := make([]place, 2*sitemapLength+1)
	for i := range pages {
		pages[i] = place{fmt.Sprintf("terms/%d/", i), "2026-01-01"}
	}
	pages[sitemapLength+5].day = "2026-05-05"
	files := sitemap("https://example.org/", pages)
	if len(files) != 4 {
		t.Fatalf("%d files", len(files))
	}
	index := parse(t, files[0].Data)
	parts := index.all("sitemap")
	if index.XMLName.Local != "sitemapindex" || len(parts) != 3 {
		t.Fatalf("%s of %d parts", index.XMLName.Local, len(parts))
	}
	n := 0
	for i, part := range parts {
		if got := part.value(t, "loc"); got != "https://example.org/"+files[i+1].Name {
			t.Errorf("part %d is %s", i, got)
		}
		n += strings.Count(string(files[i+1].Data), "<loc>")
	}
	if n != len(pages) {
		t.Errorf("%d addresses", n)
	}
	if got := parts[1].value(t, "lastmod"); got != "2026-05-05" {
		t.Errorf("the second part is of %s", got)
	}
}

func TestRobots(t *testing.T) {
	if got := string(robots("")); got != "User-agent: *\nDisallow:\n" {
		t.Errorf("%q", got)
	}
	if got := string(robots("https://example.org/l/")); !strings.HasSuffix(got, "\nSitemap: https://example.org/l/sitemap.xml\n") {
		t.Errorf("%q", got)
	}
}
