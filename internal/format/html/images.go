package html

import (
	"encoding/base64"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/lexipoche/lexipoche/internal/format"
)

// imageTypes are the media types of the images that a lexicon may hold, by the ends of their names.
var imageTypes = map[string]string{
	".gif": "image/gif", ".jpeg": "image/jpeg", ".jpg": "image/jpeg", ".png": "image/png", ".webp": "image/webp",
}

// loadImages gives each image that the page shows as an address that holds it whole.
func loadImages(b *format.Book) (map[string]string, error) {
	images := map[string]string{}
	load := func(file string) error {
		if file == "" || images[file] != "" {
			return nil
		}
		media := imageTypes[strings.ToLower(path.Ext(file))]
		if media == "" || b.Assets == nil {
			return fmt.Errorf("%s: not an image", file)
		}
		content, err := fs.ReadFile(b.Assets, file)
		if err != nil {
			return err
		}
		images[file] = "data:" + media + ";base64," + base64.StdEncoding.EncodeToString(content)
		return nil
	}
	if b.Edition != nil && b.Edition.Cover != nil {
		if err := load(b.Edition.Cover.Logo.Value); err != nil {
			return nil, err
		}
	}
	for _, e := range b.Entries {
		if e.Illustration != nil {
			if err := load(e.Illustration.File.Value); err != nil {
				return nil, err
			}
		}
	}
	return images, nil
}
