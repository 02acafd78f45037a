package lexicon_test

import (
	"fmt"
	"io/fs"
	"log"
	"strings"

	"github.com/lexipoche/lexipoche/lexicon"
)

// An entry is a YAML file, whose name is the id of the concept.
func Example() {
	entry, err := fs.ReadFile(lexicon.FS, "terms/tiers-lieu.yaml")
	if err != nil {
		log.Fatal(err)
	}
	first, _, _ := strings.Cut(string(entry), "\n")
	fmt.Println(first)
	// Output: term: tiers-lieu
}
