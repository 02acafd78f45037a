package site

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"encoding/json"
	"path"
	"strings"

	"github.com/lexipoche/lexipoche/internal/format"
)

//go:embed worker.js
var workerScript string

// offlineScript is what each page runs so that the site stays with the reader: see the file.
//
//go:embed offline.js
var offlineScript string

// keptLimit is how much of a site a visit may put on a reader's device, in bytes.
const keptLimit = 5_000_000

// keptTypes are the ends of the names of what a page is made of: feeds, catalogues and lists are for other programs.
var keptTypes = map[string]bool{
	".html": true, ".css": true, ".js": true, ".json": true, ".webmanifest": true,
	".gif": true, ".jpeg": true, ".jpg": true, ".png": true, ".svg": true, ".webp": true, ".ico": true,
}

// shellTypes are those of what every page needs.
var shellTypes = map[string]bool{".css": true, ".js": true, ".webmanifest": true, ".png": true, ".svg": true}

// worker writes the program that keeps the site on the reader's device. It is given all the files of the site, named from
// its root, and the folder of its terms ("terms/"). What every page needs comes first; then the search and the lists; then the
// terms: each part is kept whole, as long as all of it is within the limit, else as it is visited. Each file is told with a
// hash of its contents, so that a new version of the site only brings what has changed.
func worker(files []format.File, terms string) ([]byte, error) {
	var parts [3]map[string]string // hashes by address
	var sizes [3]int
	for _, f := range files {
		part := partOf(f.Name, terms)
		if part < 0 {
			continue
		}
		if parts[part] == nil {
			parts[part] = map[string]string{}
		}
		sum := sha256.Sum256(f.Data)
		parts[part][addressOf(f.Name)] = hex.EncodeToString(sum[:6])
		sizes[part] += len(f.Data)
	}
	shell, rest := map[string]string{}, map[string]string{}
	total := 0
	for i, part := range parts {
		total += sizes[i]
		if i > 0 && total > keptLimit {
			break
		}
		kept := shell
		if i > 0 {
			kept = rest
		}
		for address, hash := range part {
			kept[address] = hash
		}
	}
	lists, err := json.Marshal([]any{shell, rest}) // keys are sorted
	if err != nil {
		return nil, err
	}
	return []byte("const [shell, rest] = " + string(lists) + ";\n" + workerScript), nil
}

// partOf gives when a file is to be kept, -1 for never.
func partOf(name, terms string) int {
	switch end := path.Ext(name); {
	case !keptTypes[end], name == workerName, strings.HasPrefix(name, "opds"),
		strings.HasPrefix(name, downloads) && name != downloads+"index.html":
		return -1
	case strings.HasPrefix(name, terms):
		if end == ".json" {
			return -1 // for programs
		}
		return 2
	case name == "index.html", name == "404.html", shellTypes[end] && !strings.Contains(name, "/"):
		return 0
	}
	return 1
}

// addressOf gives the address of a file: that of its folder for an index, which is how pages are linked.
func addressOf(name string) string {
	if folder, file := path.Split(name); file == "index.html" {
		return folder
	}
	return name
}
