package epub

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// image is an illustration.
type image struct {
	name string // made of its content: go-epub does not check the names that it is given
	kind *imageKind
	data []byte
}

// imageKind is a format that every reading system shows (EPUB 3.3, section 3.2, core media types). A rule has refused
// the others, and drawings in SVG, which may run scripts.
type imageKind struct {
	extension, media string
	is               func([]byte) bool
}

var imageKinds = []imageKind{
	{".png", "image/png", func(d []byte) bool { return bytes.HasPrefix(d, []byte("\x89PNG\r\n\x1a\n")) }},
	{".jpg", "image/jpeg", func(d []byte) bool { return bytes.HasPrefix(d, []byte("\xff\xd8\xff")) }},
	{".gif", "image/gif", func(d []byte) bool { return bytes.HasPrefix(d, []byte("GIF8")) }},
	{".webp", "image/webp", func(d []byte) bool {
		return bytes.HasPrefix(d, []byte("RIFF")) && len(d) > 12 && string(d[8:12]) == "WEBP"
	}},
}

// loadImages reads the illustrations of the entries, each once, and tells the printer where they are.
func (p *publication) loadImages() error {
	names, held := map[string]string{}, map[string]bool{}
	for i := range p.Sections {
		for _, e := range p.Sections[i].Entries {
			if e.Illustration == nil || names[e.Illustration.File.Value] != "" {
				continue
			}
			file := e.Illustration.File.Value
			if p.Assets == nil {
				return fmt.Errorf("%s: %w", file, fs.ErrNotExist)
			}
			data, err := fs.ReadFile(p.Assets, file)
			if err != nil {
				return err
			}
			k := slices.IndexFunc(imageKinds, func(k imageKind) bool { return k.is(data) })
			if k < 0 {
				return fmt.Errorf("%s is not an image that a book may hold", file)
			}
			sum := sha256.Sum256(data)
			name := "image-" + hex.EncodeToString(sum[:8]) + imageKinds[k].extension
			names[file] = name
			if !held[name] {
				held[name] = true
				p.images = append(p.images, image{name, &imageKinds[k], data})
			}
		}
	}
	slices.SortFunc(p.images, func(a, b image) int { return strings.Compare(a.name, b.name) })
	p.printer.Image = func(file string) string {
		if name := names[file]; name != "" {
			return imagesHref + name
		}
		return ""
	}
	return nil
}
