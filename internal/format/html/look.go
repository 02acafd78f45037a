package html

import (
	"encoding/base64"
	"fmt"
	"io/fs"
	"math"
	"path"
	"strconv"
	"strings"

	"github.com/lexipoche/lexipoche/internal/format"
	"github.com/lexipoche/lexipoche/internal/glossary"
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

// brand is the colour at the head of the page when the edition has none.
const brand = "#1f4e5f"

// colors gives the page the colour of the edition's cover, and over it black or white, whichever is read better.
func colors(e *glossary.Edition) string {
	color := brand
	if e != nil && e.Cover != nil {
		if _, ok := luminance(e.Cover.Color.Value); ok {
			color = e.Cover.Color.Value
		}
	}
	over := "#fff"
	if l, _ := luminance(color); l > 0.179 { // there, black and white have the same contrast
		over = "#000"
	}
	return ":root { --brand: " + color + "; --on-brand: " + over + "; }\n"
}

// luminance gives the relative luminance of a colour written #rrggbb (WCAG 2.2); ok is false for anything else.
func luminance(color string) (l float64, ok bool) {
	if len(color) != 7 || color[0] != '#' {
		return 0, false
	}
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, err := strconv.ParseUint(color[1+2*i:3+2*i], 16, 8)
		if err != nil {
			return 0, false
		}
		c := float64(n) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		l += weight * c
	}
	return l, true
}
