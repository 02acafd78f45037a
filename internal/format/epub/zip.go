package epub

import (
	"archive/zip"
	"bytes"
	"hash/crc32"
	"sync"

	"github.com/klauspost/compress/flate"

	"github.com/lexipoche/lexipoche/internal/format"
)

// member is a file of the zip.
type member struct {
	name string
	data []byte
}

// pack makes the zip (EPUB 3.3, section 4.2). Nothing in it comes from the machine: no time, no owner, no extra field; and
// sizes stand before the contents, without which some readers cannot open the mimetype. The compressor is a module of
// its own, so that the same book gives the same bytes whatever Go builds the program.
func pack(members []member) ([]byte, error) {
	packed := make([][]byte, len(members))
	errs := make([]error, len(members))
	format.Each(len(members), func(i int) {
		if members[i].name != mimetypeName {
			packed[i], errs[i] = deflate(members[i].data)
		}
	})
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i, m := range members {
		if errs[i] != nil {
			return nil, errs[i]
		}
		h := &zip.FileHeader{
			Name:               m.name,
			Method:             zip.Deflate,
			CRC32:              crc32.ChecksumIEEE(m.data),
			CompressedSize64:   uint64(len(packed[i])),
			UncompressedSize64: uint64(len(m.data)),
			//lint:ignore SA1019 the field in its place is not read by CreateRaw
			ModifiedDate: 1<<5 | 1, // 1980-01-01, the first day a zip can tell
		}
		content := packed[i]
		if content == nil || len(content) >= len(m.data) {
			h.Method, h.CompressedSize64, content = zip.Store, h.UncompressedSize64, m.data
		}
		f, err := w.CreateRaw(h)
		if err != nil {
			return nil, err
		}
		if _, err := f.Write(content); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// compressors are kept for the next file: one holds a megabyte of tables. What it compressed before leaves no trace.
var compressors sync.Pool

func deflate(data []byte) ([]byte, error) {
	out := bytes.NewBuffer(make([]byte, 0, len(data)/4))
	w, _ := compressors.Get().(*flate.Writer)
	if w == nil {
		var err error
		if w, err = flate.NewWriter(out, 6); err != nil {
			return nil, err
		}
	} else {
		w.Reset(out)
	}
	defer compressors.Put(w)
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
