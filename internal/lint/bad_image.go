package lint

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"path"
	"strings"
	"unicode"

	"github.com/lexipoche/lexipoche/internal/cover"
	"github.com/lexipoche/lexipoche/internal/diag"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/locale"
)

// maxImage keeps books small enough to be handed over in a room: bytes in one image.
const maxImage = 2 << 20

// imageTypes are what every reading system shows, by extension.
var imageTypes = map[string]string{".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG", ".gif": "GIF", ".webp": "WebP"}

// The faults of an image. They are the values of `reason` in the catalogues.
const (
	imageRemote    = "remote"    // https://…
	imageAbsolute  = "absolute"  // /images/a.png
	imageOutside   = "outside"   // ../a.png
	imageBackslash = "backslash" // images\a.png
	imagePath      = "path"      // ./images//a.png
	imageName      = "name"      // a character that some systems refuse in the name of a file
	imageSVG       = "svg"
	imageType      = "type"
	imageMissing   = "missing"
	imageLink      = "link"
	imageFolder    = "folder"
	imageEmpty     = "empty"
	imageLarge     = "large"
	imageContent   = "content"    // not what its extension says
	imagePixels    = "dimensions" // too many pixels
)

// badImage opens every image: what a book holds must be there, be an image, and run nothing.
var badImage = &Rule{
	Code:     "bad-image",
	Severity: diag.Error,
	Check: func(p *Pass) {
		type use struct {
			file  string
			drawn bool // on a cover
		}
		verdicts := map[use]diag.Args{}
		for f, v := range p.Fields(glossary.Path) {
			t := v.Text
			if hidden(t.Value) {
				continue
			}
			u := use{t.Value, v.Field.Key == "logo"}
			verdict, known := verdicts[u]
			if !known {
				verdict = judgeImage(p.Assets, u.file, u.drawn)
				verdicts[u] = verdict
			}
			if verdict == nil {
				continue
			}
			d := p.Report(f.Path, t.Span, verdict)
			if near := verdict["near"].(string); near != "" && sameButForm(t.Value, near) {
				d.Fix = rewrite(t, near)
			}
		}
	},
}

// judgeImage gives what the wording of a fault needs, nil when there is no fault. An image that is drawn by this program
// is read to its end: one that was cut would be found out too late.
func judgeImage(fsys fs.FS, file string, drawn bool) diag.Args {
	fault := func(reason string) diag.Args {
		near := ""
		switch reason {
		case imageAbsolute, imageBackslash, imageOutside, imagePath, imageMissing:
			near = nearestFile(fsys, file)
		}
		return diag.Args{"file": file, "reason": reason, "near": near, "extension": path.Ext(file), "found": "", "size": int64(0), "max": maxImage >> 10, "width": 0, "height": 0}
	}
	ext := strings.ToLower(path.Ext(file))
	switch {
	case strings.Contains(file, "://"), strings.HasPrefix(file, "//"), strings.HasPrefix(strings.ToLower(file), "data:"):
		return fault(imageRemote)
	case strings.HasPrefix(file, "/"), len(file) > 1 && file[1] == ':':
		return fault(imageAbsolute)
	case strings.Contains(file, `\`):
		return fault(imageBackslash)
	case file == "..", strings.HasPrefix(file, "../"), strings.Contains(file, "/../"), strings.HasSuffix(file, "/.."):
		return fault(imageOutside)
	case !fs.ValidPath(file):
		return fault(imagePath)
	case ext == ".svg":
		return fault(imageSVG)
	case imageTypes[ext] == "":
		return fault(imageType)
	case strings.ContainsFunc(file, unportable):
		return fault(imageName)
	case fsys == nil:
		return nil
	}
	for i, c := range file + "/" { // a folder may lead elsewhere too
		if c != '/' {
			continue
		}
		info, err := fs.Lstat(fsys, file[:i])
		switch {
		case err != nil:
			return fault(imageMissing)
		case info.Mode()&fs.ModeSymlink != 0:
			return fault(imageLink)
		case i < len(file) && !info.IsDir():
			return fault(imageMissing)
		case i == len(file) && !info.Mode().IsRegular():
			return fault(imageFolder)
		}
	}
	head, size, err := readHead(fsys, file)
	switch found := contentType(head); {
	case err != nil:
		return fault(imageMissing)
	case size == 0:
		return fault(imageEmpty)
	case found != imageTypes[ext]:
		args := fault(imageContent)
		args["found"] = found
		return args
	case size > maxImage:
		args := fault(imageLarge)
		args["size"] = (size + 1<<10 - 1) >> 10 // rounded up: no image is as large as the limit and too large
		return args
	}
	data, err := fs.ReadFile(fsys, file)
	if err != nil {
		return fault(imageMissing)
	}
	if width, height, err := cover.Dimensions(bytes.NewReader(data)); err == nil && cover.TooLarge(width, height) {
		args := fault(imagePixels)
		args["width"], args["height"] = width, height
		return args
	}
	if drawn && cover.Readable(data) != nil {
		return fault(imageContent)
	}
	return nil
}

// unportable tells the characters that Windows, or the embedding of files in a program, refuses in a name.
func unportable(r rune) bool {
	return strings.ContainsRune("\"'*<>?`|:", r) || r > unicode.MaxASCII && !unicode.IsLetter(r)
}

func readHead(fsys fs.FS, file string) (head []byte, size int64, err error) {
	f, err := fsys.Open(file)
	if err != nil {
		return nil, 0, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, 0, err
	}
	head = make([]byte, 16)
	n, err := io.ReadFull(f, head)
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		err = nil
	}
	return head[:n], info.Size(), err
}

// contentType recognises an image by its first bytes; it is empty for anything else.
func contentType(head []byte) string {
	switch {
	case bytes.HasPrefix(head, []byte("\x89PNG\r\n\x1a\n")):
		return "PNG"
	case bytes.HasPrefix(head, []byte("\xff\xd8\xff")):
		return "JPEG"
	case bytes.HasPrefix(head, []byte("GIF87a")), bytes.HasPrefix(head, []byte("GIF89a")):
		return "GIF"
	case bytes.HasPrefix(head, []byte("RIFF")) && len(head) >= 12 && string(head[8:12]) == "WEBP":
		return "WebP"
	case bytes.HasPrefix(head, []byte("<svg")), bytes.HasPrefix(head, []byte("<?xml")):
		return "SVG"
	case bytes.HasPrefix(head, []byte("%PDF")):
		return "PDF"
	case bytes.HasPrefix(head, []byte("BM")):
		return "BMP"
	case len(head) >= 12 && string(head[4:8]) == "ftyp":
		return "HEIC"
	case bytes.HasPrefix(head, []byte("II*\x00")), bytes.HasPrefix(head, []byte("MM\x00*")):
		return "TIFF"
	case bytes.HasPrefix(head, []byte("version https://git")):
		return "Git LFS"
	}
	return ""
}

// nearestFile finds the image that a path was meant for, in the folder it names or in images/; empty when there is none.
func nearestFile(fsys fs.FS, file string) string {
	if fsys == nil {
		return ""
	}
	wanted := path.Clean("/" + strings.ReplaceAll(file, `\`, "/"))[1:]
	for _, dir := range []string{path.Dir(wanted), "images"} {
		files, err := fs.ReadDir(fsys, dir)
		if err != nil {
			continue
		}
		var names []string
		for _, f := range files {
			if f.Type().IsRegular() && imageTypes[strings.ToLower(path.Ext(f.Name()))] != "" {
				names = append(names, f.Name())
			}
		}
		base := path.Base(wanted)
		for _, name := range names {
			if name == base || strings.EqualFold(name, base) {
				return path.Join(dir, name)
			}
		}
		if near := locale.Nearest(base, names); near != "" {
			return path.Join(dir, near)
		}
	}
	return ""
}

// sameButForm reports whether two paths name the same file but for slashes, capitals and the folder of images.
func sameButForm(written, file string) bool {
	written = path.Clean("/" + strings.ReplaceAll(written, `\`, "/"))
	return strings.EqualFold(written, "/"+file) || strings.EqualFold("/images"+written, "/"+file)
}
