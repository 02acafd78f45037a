package site

import (
	"crypto/sha1"
	"encoding/hex"
	"fmt"
	"strings"
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

// identifierOf gives the name of a book, as the book itself does: that of its lexicon, or, for an edition or a translation
// of a lexicon named by a UUID, one made of both (RFC 9562, section 5.5).
func identifierOf(id string) string {
	lexicon, part, ok := strings.Cut(id, "#")
	if !ok || !strings.HasPrefix(lexicon, "urn:uuid:") {
		return id
	}
	namespace, err := hex.DecodeString(strings.ReplaceAll(strings.TrimPrefix(lexicon, "urn:uuid:"), "-", ""))
	if err != nil {
		return id
	}
	return uuid(namespace, part)
}

// nameOf gives a name to a part of a book, such as its feed or one of its entries: always the same, and that of nothing
// else (RFC 4287, section 4.2.6).
func nameOf(id, part string) string {
	namespace, _ := hex.DecodeString(strings.ReplaceAll(urlNamespace, "-", ""))
	return uuid(namespace, id+"/"+part)
}

func uuid(namespace []byte, name string) string {
	sum := sha1.Sum(append(namespace, name...))
	id := sum[:16]
	id[6] = id[6]&0x0f | 5<<4
	id[8] = id[8]&0x3f | 0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", id[:4], id[4:6], id[6:8], id[8:10], id[10:])
}
