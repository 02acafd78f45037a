package site

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"hash/crc32"
	"strings"

	"github.com/klauspost/compress/zlib"
)

// box is a rectangle with rounded corners, on a square of 1024 by 1024.
type box struct{ left, top, right, bottom, radius int }

// span gives the first of the n places on the line y of n that is in the box, and the one after the last. Places are looked at
// in their middle.
func (b box) span(y, n int) (from, to int) {
	// The middle of place k is at 1024 × (2k + 1), where the side of the square is 1024 × 2n.
	y, n = 1024*(2*y+1), 2*n
	if y < b.top*n || y >= b.bottom*n {
		return 0, 0
	}
	radius, inset := b.radius*n, 0
	if deep := max((b.top*n+radius)-y, y-(b.bottom*n-radius)); deep > 0 {
		inset = radius - squareRoot(radius*radius-deep*deep)
	}
	place := func(x int) int { return (x + 1023) / 2048 }
	return place(b.left*n + inset), place(b.right*n - inset)
}

// squareRoot gives the whole part of a square root.
func squareRoot(n int) int {
	r := n
	for next := (r + 1) / 2; next < r; next = (r + n/r) / 2 {
		r = next
	}
	return r
}

// motif is a page with three lines on it, in a pocket with a seam: 1 is the ground, 2 what is over it.
// All of it is in the circle that a device leaves when it cuts the icon (W3C, Web Application Manifest, "safe zone").
var motif = []struct {
	box
	color byte
}{
	{box{328, 200, 696, 640, 32}, 2},
	{box{392, 272, 632, 304, 16}, 1},
	{box{392, 344, 632, 376, 16}, 1},
	{box{392, 416, 552, 448, 16}, 1},
	{box{232, 488, 792, 640, 0}, 1},
	{box{256, 512, 768, 792, 96}, 2},
	{box{256, 512, 768, 640, 24}, 2},
	{box{296, 560, 728, 576, 8}, 1},
}

// plate is the ground of an icon that is shown as it is.
var plate = box{0, 0, 1024, 1024, 208}

// icon draws an icon as a PNG, in whole numbers alone: the same bytes on any machine. One that may be cut fills its square.
// Colours are #rrggbb or #rgb.
func icon(size int, theme, over string, maskable bool) ([]byte, error) {
	ground, err := parseColor(theme)
	if err != nil {
		return nil, err
	}
	ink, err := parseColor(over)
	if err != nil {
		return nil, err
	}
	const fine = 4 // places looked at in a pixel, each way
	line := make([]byte, size*fine)
	paint := func(b box, y int, what byte) {
		from, to := b.span(y, len(line))
		for x := from; x < to; x++ {
			line[x] = what
		}
	}
	grounds, inks := make([]int, size), make([]int, size)
	rows := make([]byte, 0, size*(1+4*size))
	for y := range size {
		clear(grounds)
		clear(inks)
		for i := range fine {
			clear(line)
			ground := plate
			if maskable {
				ground.radius = 0
			}
			paint(ground, y*fine+i, 1)
			for _, m := range motif {
				paint(m.box, y*fine+i, m.color)
			}
			for x, what := range line {
				grounds[x/fine] += int(min(what, 1))
				inks[x/fine] += int(what / 2)
			}
		}
		rows = append(rows, 0) // no filter
		for x := range size {
			rows = append(rows, pixel(ground, ink, grounds[x], inks[x], fine*fine)...)
		}
	}
	return encodePNG(size, rows)
}

// pixel mixes the two colours: of all the places looked at, grounds are in the icon, and inks of those in the second colour.
func pixel(ground, ink [3]byte, grounds, inks, all int) []byte {
	if grounds == 0 {
		return []byte{0, 0, 0, 0}
	}
	out := make([]byte, 4)
	for c := range 3 {
		out[c] = byte((int(ground[c])*(grounds-inks) + int(ink[c])*inks + grounds/2) / grounds)
	}
	out[3] = byte(255 * grounds / all)
	return out
}

// parseColor reads #rrggbb, or #rgb, whose digits are doubled.
func parseColor(s string) (c [3]byte, err error) {
	digits, ok := strings.CutPrefix(s, "#")
	if len(digits) == 3 {
		digits = string([]byte{digits[0], digits[0], digits[1], digits[1], digits[2], digits[2]})
	}
	if n, err := hex.Decode(c[:], []byte(digits[:min(len(digits), 6)])); !ok || n != 3 || err != nil || len(digits) != 6 {
		return c, fmt.Errorf("%q is not a colour", s)
	}
	return c, nil
}

// encodePNG writes rows of red, green, blue and opacity (PNG, third edition). The compressor is that of the books, not the
// toolchain's: see pack in the package epub.
func encodePNG(size int, rows []byte) ([]byte, error) {
	var data bytes.Buffer
	w, err := zlib.NewWriterLevel(&data, 6)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(rows); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	header := binary.BigEndian.AppendUint32(nil, uint32(size))
	header = binary.BigEndian.AppendUint32(header, uint32(size))
	header = append(header, 8, 6, 0, 0, 0) // eight bits for each of red, green, blue and opacity
	out := []byte("\x89PNG\r\n\x1a\n")
	for _, chunk := range []struct {
		kind string
		data []byte
	}{{"IHDR", header}, {"IDAT", data.Bytes()}, {"IEND", nil}} {
		out = binary.BigEndian.AppendUint32(out, uint32(len(chunk.data)))
		start := len(out)
		out = append(append(out, chunk.kind...), chunk.data...)
		out = binary.BigEndian.AppendUint32(out, crc32.ChecksumIEEE(out[start:]))
	}
	return out, nil
}
