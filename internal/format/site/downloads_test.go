package site

import (
	"strings"
	"testing"

	"github.com/lexipoche/lexipoche/internal/format"
)

func TestDownloads(t *testing.T) {
	b := bookFor(t, terms(), "")
	files := []format.File{
		{Name: "petit.epub", Data: []byte("abc")},
		{Name: "petit.html", Data: make([]byte, 1_000_001)},
		{Name: "petit.json"},
		{Name: `x/<b>&".zip`},
	}
	table := string(downloadTable(nil, printerFor(b), "", files))
	root := parse(t, []byte("<div>"+table+"</div>"))
	rows := root.all("table")[0].all("tbody")[0].all("tr")
	if len(rows) != len(files) {
		t.Fatalf("%d rows", len(rows))
	}
	for i, want := range []struct{ name, href, media, use, size string }{
		{"EPUB", "download/petit.epub", "application/epub+zip", "liseuse", "3\u00a0octets"},
		{"HTML", "download/petit.html", "text/html", "navigateur", "1,1\u00a0Mo"},
		{"JSON", "download/petit.json", "application/json", "développeuses", "0\u00a0octet"},
		{`<b>&".zip`, `download/<b>&".zip`, "", "logiciels", "0\u00a0octet"},
	} {
		a, cells := rows[i].all("th")[0].all("a")[0], rows[i].all("td")
		if a.Text != want.name || a.attr("href") != want.href || a.attr("type") != want.media {
			t.Errorf("a link %q to %q of type %q", a.Text, a.attr("href"), a.attr("type"))
		}
		if !strings.Contains(cells[0].Text, want.use) || cells[1].Text != want.size {
			t.Errorf("%q, %q", cells[0].Text, cells[1].Text)
		}
		sum := cells[2].all("details")[0]
		if got := sum.all("code")[0].Text; got != checksumOf(files[i].Data) || sum.all("summary")[0].all("code")[0].Text != got[:8]+"…" {
			t.Errorf("the sum of %s is %s", want.name, got)
		}
	}
	if want := "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"; checksumOf([]byte("abc")) != want { // FIPS 180-4
		t.Errorf("the sum of abc is %s", checksumOf([]byte("abc")))
	}
}

// Two files of one format are told apart by their names.
func TestDownloadsOfOneFormat(t *testing.T) {
	b := bookFor(t, terms(), "")
	table := string(downloadTable(nil, printerFor(b), "", []format.File{{Name: "a.epub"}, {Name: "b.epub"}}))
	if !strings.Contains(table, ">a.epub</a>") || !strings.Contains(table, ">b.epub</a>") {
		t.Error(table)
	}
}

// Words in another language than the page's say so.
func TestDownloadsInAnotherLanguage(t *testing.T) {
	b := bookFor(t, hebrew(), "")
	table := string(downloadTable(nil, printerFor(b), "", []format.File{{Name: "a.epub"}}))
	if !strings.Contains(table, `<caption><span lang="en" dir="ltr">Files to download</span></caption>`) {
		t.Error(table)
	}
}

func TestSizes(t *testing.T) {
	for _, c := range []struct {
		n      int
		fr, en string
	}{
		{0, "0 octet", "0 bytes"}, {1, "1 octet", "1 byte"}, {999, "999 octets", "999 bytes"}, {1000, "1 ko", "1 kB"},
		{1001, "2 ko", "2 kB"}, {999_000, "999 ko", "999 kB"}, {999_001, "1 Mo", "1 MB"}, {1_000_000, "1 Mo", "1 MB"},
		{1_000_001, "1,1 Mo", "1.1 MB"}, {12_340_000, "12,4 Mo", "12.4 MB"},
	} {
		fr, en := printerFor(bookFor(t, terms(), "")), printerFor(bookFor(t, hebrew(), ""))
		plain := func(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }
		if got := plain(sizeOf(fr, c.n)); got != c.fr {
			t.Errorf("%d is %q", c.n, got)
		}
		if got := plain(sizeOf(en, c.n)); got != c.en {
			t.Errorf("%d is %q", c.n, got)
		}
	}
}

func TestChecksums(t *testing.T) {
	got := string(checksums([]format.File{{Name: "a.epub", Data: []byte("abc")}, {Name: "b.json"}}))
	want := "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a.epub\n" +
		"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  b.json\n"
	if got != want {
		t.Error(got)
	}
}
