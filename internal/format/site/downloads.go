package site

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path"
	"strconv"
	"strings"

	"github.com/lexipoche/lexipoche/internal/format"
	"github.com/lexipoche/lexipoche/internal/markup"
)

// uses are the formats that the catalogue of words says the use of, with their names and their media types.
var uses = map[string]struct{ name, media string }{
	"epub":   {"EPUB", epubType},
	"html":   {"HTML", "text/html"},
	"json":   {"JSON", "application/json"},
	"schema": {"JSON Schema", "application/schema+json"},
}

// downloadTable appends the table of the files that readers may take away: what each is for, its size, its SHA-256. They are in
// the folder of downloads; up leads from the page to the root of the site.
func downloadTable(dst []byte, p *markup.Printer, up string, files []format.File) []byte {
	raw := func(s string) { dst = append(dst, s...) }
	say := func(words string) { dst = p.Say(dst, words) }
	raw("<table class=\"downloads\">\n<caption>")
	say(p.Words.Label("download.caption"))
	raw("</caption>\n<thead>\n<tr>")
	for _, label := range []string{"download.format", "download.use", "download.size", "download.checksum"} {
		raw(`<th scope="col">`)
		say(p.Words.Label(label))
		raw("</th>")
	}
	raw("</tr>\n</thead>\n<tbody>\n")
	of := map[string]int{}
	for _, f := range files {
		of[kindOf(f.Name)]++
	}
	for _, f := range files {
		name, kind := path.Base(f.Name), kindOf(f.Name)
		about, known := uses[kind]
		raw(`<tr><th scope="row"><a href="`)
		dst = markup.Escape(dst, up+downloads+name)
		raw(`" download=""`)
		if known {
			raw(` type="` + about.media + `"`)
		}
		raw(">")
		label, use := name, "download.any"
		if known {
			use = "download." + kind
			if of[kind] == 1 {
				label = about.name
			}
		}
		dst = markup.Escape(dst, label)
		raw("</a></th><td>")
		say(p.Words.Label(use))
		raw("</td><td>")
		say(sizeOf(p, len(f.Data)))
		sum := checksumOf(f.Data)
		raw("</td><td><details><summary><code>" + sum[:8] + "…</code></summary><code class=\"checksum\">" + sum + "</code></details></td></tr>\n")
	}
	raw("</tbody>\n</table>\n<p><a href=\"" + up + checksumsName + "\">")
	say(p.Words.Label("download.checksums"))
	raw("</a></p>\n")
	return dst
}

// kindOf tells what a file is by the end of its name: "epub", "html", "json", or "schema" for the schema that goes with the
// last.
func kindOf(name string) string {
	if strings.HasSuffix(name, ".schema.json") {
		return "schema"
	}
	return strings.TrimPrefix(path.Ext(name), ".")
}

// sizeOf words a size in powers of ten, rounded up: it is read by those who pay for what they receive.
func sizeOf(p *markup.Printer, n int) string {
	if n < 1000 {
		return p.Words.Count("download.bytes", n)
	}
	if n <= 999_000 {
		return p.Words.Text("download.kilobytes", map[string]any{"n": (n + 999) / 1000})
	}
	tenths := (n + 99_999) / 100_000
	text := strconv.Itoa(tenths / 10)
	if tenths%10 > 0 {
		text += p.Words.Label("punctuation.decimal") + strconv.Itoa(tenths%10)
	}
	return p.Words.Text("download.megabytes", map[string]any{"n": text})
}

func checksumOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// checksums lists the same sums for the tools that compare them, as sha256sum writes them, from the folder of the files.
func checksums(files []format.File) []byte {
	var dst []byte
	for _, f := range files {
		dst = fmt.Appendf(dst, "%s  %s\n", checksumOf(f.Data), path.Base(f.Name))
	}
	return dst
}
