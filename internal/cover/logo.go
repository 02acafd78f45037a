package cover

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	_ "image/gif"
	_ "image/jpeg"
	_ "image/png"
	"io"

	_ "golang.org/x/image/webp"
)

// MaxPixels is the size of an image above which a device, or this program, would spend too much on it.
const MaxPixels = 40_000_000

// Dimensions reads the width and the height of a PNG, a JPEG, a GIF or a WebP, in pixels, and no further.
func Dimensions(r io.Reader) (width, height int, err error) {
	c, _, err := image.DecodeConfig(r)
	return c.Width, c.Height, err
}

// TooLarge reports whether an image has more pixels than [MaxPixels].
func TooLarge(width, height int) bool { return height > 0 && width > MaxPixels/height }

// Readable reads an image whole, as a cover does with a logo: it fails for one that is cut, or too large.
func Readable(data []byte) error {
	_, err := decode(data)
	return err
}

func decode(data []byte) (image.Image, error) {
	width, height, err := Dimensions(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	if width <= 0 || height <= 0 || TooLarge(width, height) {
		return nil, fmt.Errorf("an image of %d × %d pixels", width, height)
	}
	img, _, err := image.Decode(bytes.NewReader(data))
	return img, err
}

// logo is an image to be laid on a cover, with its transparency: four bytes a pixel, the colours multiplied by it.
type logo struct {
	width, height int
	pix           []uint8
}

// readLogo makes a logo of a PNG, a JPEG, a GIF or a WebP, no larger than a box of so many pixels. Each pixel is the mean
// of those that it stands for.
func readLogo(data []byte, width, height int) (*logo, error) {
	img, err := decode(data)
	if err != nil {
		return nil, fmt.Errorf("logo: %w", err)
	}
	from := img.Bounds()
	w, h := from.Dx(), from.Dy()
	l := &logo{width: w, height: h}
	if w > width || h > height {
		l.width, l.height = width, max(1, share(width, h, w))
		if l.height > height {
			l.width, l.height = max(1, share(height, w, h)), height
		}
	}
	l.pix = make([]uint8, 4*l.width*l.height)
	row := image.NewRGBA(image.Rect(0, 0, w, 1))
	sums := make([]int64, 4*l.width)
	for y := range l.height {
		top, bottom := share(y, h, l.height), share(y+1, h, l.height)
		clear(sums)
		for sy := top; sy < bottom; sy++ {
			draw.Draw(row, row.Rect, img, image.Pt(from.Min.X, from.Min.Y+sy), draw.Src)
			for x := range l.width {
				for sx := share(x, w, l.width); sx < share(x+1, w, l.width); sx++ {
					for i := range 4 {
						sums[4*x+i] += int64(row.Pix[4*sx+i])
					}
				}
			}
		}
		for x := range l.width {
			n := int64(bottom-top) * int64(share(x+1, w, l.width)-share(x, w, l.width))
			for i := range 4 {
				l.pix[4*(y*l.width+x)+i] = uint8((sums[4*x+i] + n/2) / n)
			}
		}
	}
	return l, nil
}

// share gives n × of / whole, which is what is left of a length n when whole becomes of.
func share(n, of, whole int) int { return int(int64(n) * int64(of) / int64(whole)) }

// logo lays a logo on the canvas, its corner at x, y.
func (c *canvas) logo(l *logo, x, y int) {
	for j := range l.height {
		for i := range l.width {
			from, to := l.pix[4*(j*l.width+i):], c.pix[3*((y+j)*c.width+x+i):]
			for k := range 3 {
				to[k] = uint8(int(from[k]) + int(to[k])*(255-int(from[3]))/255)
			}
		}
	}
}
