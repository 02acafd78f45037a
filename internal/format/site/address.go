package site

import (
	"encoding/hex"
	"strings"

	"github.com/lexipoche/lexipoche/internal/format"
)

// The files that stand beside the pages, from the root of the site.
const (
	feedName      = "feed.xml"
	sitemapName   = "sitemap.xml"
	robotsName    = "robots.txt"
	catalogueName = "opds.xml"
	opds2Name     = "opds.json"
	manifestName  = "manifest.webmanifest"
	workerName    = "worker.js"
	offlineName   = "offline.js"
	checksumsName = downloads + "checksums.txt"
	termsFolder   = "terms/"
	downloads     = "download/" // what is in it is fetched when it is asked for, and never kept
)

// homeOf gives the address of the home page from a file at the root of the site, or the whole one when the base is known.
func homeOf(base string) string {
	if base == "" {
		return "./"
	}
	return base
}

// urlNamespace is the namespace of names that are addresses (RFC 9562, section 6.6).
const urlNamespace = "6ba7b811-9dad-11d1-80b4-00c04fd430c8"

// nameOf gives a name to a part of a book, such as its feed or one of its entries: always the same, and that of nothing
// else (RFC 4287, section 4.2.6).
func nameOf(id, part string) string {
	namespace, _ := hex.DecodeString(strings.ReplaceAll(urlNamespace, "-", ""))
	return format.NameIn(namespace, id+"/"+part)
}
