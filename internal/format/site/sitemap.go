package site

import (
	"bytes"
	"slices"
	"strconv"

	"github.com/lexipoche/lexipoche/internal/format"
	"github.com/lexipoche/lexipoche/internal/markup"
)

// place is a page as search engines are told of it.
type place struct {
	href string // from the root of the site
	day  string // of its last change; empty when it is not known
}

// sitemapLength is how many addresses a file may hold (sitemaps.org, protocol 0.9).
const sitemapLength = 50_000

const sitemapSpace = `xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"`

// sitemap lists the pages for search engines, in several files when one may not hold them all. There is none when the
// address of the site is not known: the protocol wants whole addresses.
func sitemap(base string, pages []place) []format.File {
	if base == "" {
		return nil
	}
	if len(pages) <= sitemapLength {
		return []format.File{{Name: sitemapName, Data: placeList("urlset", "url", base, pages)}}
	}
	var parts []place
	files := make([]format.File, 1, 2+len(pages)/sitemapLength)
	for some := range slices.Chunk(pages, sitemapLength) {
		name := "sitemap-" + strconv.Itoa(len(files)) + ".xml"
		files = append(files, format.File{Name: name, Data: placeList("urlset", "url", base, some)})
		part := place{href: name}
		for _, page := range some {
			part.day = max(part.day, page.day)
		}
		parts = append(parts, part)
	}
	files[0] = format.File{Name: sitemapName, Data: placeList("sitemapindex", "sitemap", base, parts)}
	return files
}

func placeList(list, item, base string, places []place) []byte {
	dst := make([]byte, 0, 256+(len(base)+80)*len(places))
	dst = append(dst, `<?xml version="1.0" encoding="UTF-8"?>`+"\n<"+list+" "+sitemapSpace+">\n"...)
	for _, p := range places {
		dst = append(dst, "<"+item+"><loc>"...)
		dst = markup.Escape(dst, base+p.href)
		dst = append(dst, "</loc>"...)
		if p.day != "" {
			dst = append(dst, "<lastmod>"+p.day+"</lastmod>"...)
		}
		dst = append(dst, "</"+item+">\n"...)
	}
	return append(dst, "</"+list+">\n"...)
}

// robots tells programs that they may read everything (RFC 9309), and where the list of pages is when there is one.
func robots(base string) []byte {
	var out bytes.Buffer
	out.WriteString("User-agent: *\nDisallow:\n")
	if base != "" {
		out.WriteString("\nSitemap: " + base + sitemapName + "\n")
	}
	return out.Bytes()
}
