package epub

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
)

// image is an illustration, or the cover.
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
	names := map[string]string{}
	for i := range p.Sections {
		for _, e := range p.Sections[i].Entries {
			if e.Illustration == nil || names[e.Illustration.File.Value] != "" {
				continue
			}
			file := e.Illustration.File.Value
			data, err := p.asset(file)
			if err != nil {
				return err
			}
			if names[file], err = p.hold(file, data); err != nil {
				return err
			}
		}
	}
	p.illustrated = len(names) > 0
	p.printer.Image = func(file string) string {
		if name := names[file]; name != "" {
			return imagesHref + name
		}
		return ""
	}
	return nil
}

// hold puts an image into the book, once however often it is used, and gives the name that it has there.
func (p *publication) hold(file string, data []byte) (string, error) {
	k := slices.IndexFunc(imageKinds, func(k imageKind) bool { return k.is(data) })
	if k < 0 {
		return "", fmt.Errorf("%s is not an image that a book may hold", file)
	}
	sum := sha256.Sum256(data)
	name := "image-" + hex.EncodeToString(sum[:8]) + imageKinds[k].extension
	if !slices.ContainsFunc(p.images, func(i image) bool { return i.name == name }) {
		p.images = append(p.images, image{name, &imageKinds[k], data})
	}
	return name, nil
}
