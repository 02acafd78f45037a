package site

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/lexipoche/lexipoche/internal/format"
)

// imageTypes are the ends of the names of the images that a lexicon may hold.
var imageTypes = []string{".gif", ".jpeg", ".jpg", ".png", ".webp"}

// loadImages gives the images that the pages show, named by their content: an address always shows the same one.
func (s *site) loadImages() (files []format.File, err error) {
	s.images = map[string]string{}
	named := map[string]bool{}
	load := func(file string) error {
		if file == "" || s.images[file] != "" {
			return nil
		}
		end := strings.ToLower(path.Ext(file))
		if !slices.Contains(imageTypes, end) || s.Assets == nil {
			return fmt.Errorf("%s: not an image", file)
		}
		content, err := fs.ReadFile(s.Assets, file)
		if err != nil {
			return err
		}
		sum := sha256.Sum256(content)
		at := "images/" + hex.EncodeToString(sum[:8]) + end
		s.images[file] = at
		if !named[at] {
			named[at] = true
			files = append(files, format.File{Name: at, Data: content})
		}
		return nil
	}
	if s.Edition != nil && s.Edition.Cover != nil {
		if err := load(s.Edition.Cover.Logo.Value); err != nil {
			return nil, err
		}
	}
	for _, e := range s.Entries {
		if e.Illustration != nil {
			if err := load(e.Illustration.File.Value); err != nil {
				return nil, err
			}
		}
	}
	return files, nil
}
