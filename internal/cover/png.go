package cover

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"

	"github.com/klauspost/compress/zlib"
)

// png writes the canvas as a PNG (third edition, sections 5 and 11), by the list of its colours when they are few. The
// compressor is the one that books are packed with, rather than that of image/png, which is the toolchain's: the same
// picture gives the same bytes.
func (c *canvas) png() ([]byte, error) {
	kind, depth := byte(2), 3 // red, green and blue
	rows := c.pix
	palette, indexed := c.indexed()
	if palette != nil {
		kind, depth, rows = 3, 1, indexed
	}
	var data bytes.Buffer
	w, err := zlib.NewWriterLevel(&data, 6)
	if err != nil {
		return nil, err
	}
	for stride := depth * c.width; len(rows) > 0; rows = rows[stride:] {
		if _, err := w.Write([]byte{0}); err != nil { // no filter
			return nil, err
		}
		if _, err := w.Write(rows[:stride]); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}

	header := binary.BigEndian.AppendUint32(nil, uint32(c.width))
	header = binary.BigEndian.AppendUint32(header, uint32(c.height))
	header = append(header, 8, kind, 0, 0, 0) // eight bits a channel, or an index
	out := []byte("\x89PNG\r\n\x1a\n")
	out = chunk(out, "IHDR", header)
	if palette != nil {
		out = chunk(out, "PLTE", palette)
	}
	out = chunk(out, "IDAT", data.Bytes())
	return chunk(out, "IEND", nil), nil
}

// indexed gives the colours of the canvas, three bytes each, and each pixel as the place of its colour among them; nil
// when there are more than 256.
func (c *canvas) indexed() (palette, pixels []uint8) {
	places := map[rgb]uint8{}
	pixels = make([]uint8, c.width*c.height)
	var last rgb
	for i := range pixels {
		color := rgb(c.pix[3*i : 3*i+3])
		if i > 0 && color == last {
			pixels[i] = pixels[i-1]
			continue
		}
		place, known := places[color]
		if !known {
			if len(places) == 256 {
				return nil, nil
			}
			place = uint8(len(places))
			places[color] = place
			palette = append(palette, color[:]...)
		}
		pixels[i], last = place, color
	}
	return palette, pixels
}

func chunk(dst []byte, kind string, data []byte) []byte {
	dst = binary.BigEndian.AppendUint32(dst, uint32(len(data)))
	start := len(dst)
	dst = append(dst, kind...)
	dst = append(dst, data...)
	return binary.BigEndian.AppendUint32(dst, crc32.ChecksumIEEE(dst[start:]))
}
