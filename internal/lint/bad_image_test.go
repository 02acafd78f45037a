package lint

import (
	"bytes"
	"image"
	"image/gif"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
)

const pngHead = "\x89PNG\r\n\x1a\n"

func images() fstest.MapFS {
	return fstest.MapFS{
		"images/a.png":          {Data: []byte(pngHead + "…")},
		"images/b.jpg":          {Data: []byte("\xff\xd8\xff\xe0")},
		"images/c.jpeg":         {Data: []byte("\xff\xd8\xff\xe1")},
		"images/d.gif":          {Data: []byte("GIF89a")},
		"images/e.webp":         {Data: []byte("RIFF\x00\x00\x00\x00WEBPVP8 ")},
		"images/F.PNG":          {Data: []byte(pngHead)},
		"images/éàü.png":        {Data: []byte(pngHead)},
		"images/liee.png":       {Mode: fs.ModeSymlink | 0o777, Data: []byte("a.png")},
		"images/vide.png":       {},
		"images/grande.png":     {Data: []byte(pngHead + strings.Repeat("x", maxImage-len(pngHead)+1))},
		"images/juste.png":      {Data: []byte(pngHead + strings.Repeat("x", maxImage-len(pngHead)))},
		"images/faux.png":       {Data: []byte("\xff\xd8\xff\xe0")},
		"images/texte.png":      {Data: []byte("Bonjour")},
		"images/dossier.png/x":  {Data: []byte("x")},
		"images/vaste.gif":      {Data: []byte("GIF89a\xff\xff\xff\xff\x00\x00\x00")},
		"images/dessin.svg":     {Data: []byte("<svg/>")},
		"images/l’atelier.png":  {Data: []byte(pngHead)},
		"ailleurs":              {Mode: fs.ModeSymlink | 0o777, Data: []byte("images")},
		"images/sous/photo.png": {Data: []byte(pngHead)},
	}
}

func TestSoundImages(t *testing.T) {
	for _, file := range []string{
		"images/a.png", "images/b.jpg", "images/c.jpeg", "images/d.gif", "images/e.webp", "images/F.PNG", "images/éàü.png", "images/juste.png", "images/sous/photo.png",
	} {
		if args := judgeImage(images(), file, false); args != nil {
			t.Errorf("%s: %v", file, args)
		}
	}
}

func TestFaultsOfImages(t *testing.T) {
	for _, c := range []struct{ file, reason, near string }{
		{"https://example.org/a.png", imageRemote, ""},
		{"//example.org/a.png", imageRemote, ""},
		{"data:image/png;base64,AAAA", imageRemote, ""},
		{"/images/a.png", imageAbsolute, "images/a.png"},
		{`C:\images\a.png`, imageAbsolute, "images/a.png"},
		{`images\a.png`, imageBackslash, "images/a.png"},
		{"../images/a.png", imageOutside, "images/a.png"},
		{"images/../../a.png", imageOutside, "images/a.png"},
		{"..", imageOutside, ""},
		{"./images/a.png", imagePath, "images/a.png"},
		{"images//a.png", imagePath, "images/a.png"},
		{"images/", imagePath, ""},
		{"images/dessin.svg", imageSVG, ""},
		{"images/plan.pdf", imageType, ""},
		{"images/a", imageType, ""},
		{"images/a.tiff", imageType, ""},
		{"images/l’atelier.png", imageName, ""},
		{"images/e\u0301.png", imageName, ""},
		{"images/rien-du-tout.png", imageMissing, ""},
		{"a.png", imageMissing, "images/a.png"},
		{"images/A.png", imageMissing, "images/a.png"},
		{"images/f.png", imageMissing, "images/F.PNG"},
		{"images/grandes.png", imageMissing, "images/grande.png"},
		{"images/a.png/suite-du-plan.png", imageMissing, ""},
		{"images/liee.png", imageLink, ""},
		{"ailleurs/a.png", imageLink, ""},
		{"images/dossier.png", imageFolder, ""},
		{"images/vide.png", imageEmpty, ""},
		{"images/grande.png", imageLarge, ""},
		{"images/faux.png", imageContent, ""},
		{"images/texte.png", imageContent, ""},
		{"images/vaste.gif", imagePixels, ""},
	} {
		args := judgeImage(images(), c.file, false)
		if args == nil {
			t.Errorf("%s: no fault", c.file)
		} else if args["reason"] != c.reason || args["near"] != c.near {
			t.Errorf("%s: %v, near %q; want %s, near %q", c.file, args["reason"], args["near"], c.reason, c.near)
		}
	}
	if args := judgeImage(images(), "images/faux.png", false); args["found"] != "JPEG" {
		t.Errorf("found %v", args["found"])
	}
	if args := judgeImage(images(), "images/vaste.gif", false); args["width"] != 65535 || args["height"] != 65535 {
		t.Errorf("%v × %v pixels", args["width"], args["height"])
	}
	if args := judgeImage(nil, "images/a.png", false); args != nil {
		t.Errorf("without a folder: %v", args)
	}
}

// A logo is drawn by the program, which has to read it to its end; other images are copied.
func TestALogoIsReadWhole(t *testing.T) {
	files := images()
	var whole bytes.Buffer
	if err := gif.Encode(&whole, image.NewGray(image.Rect(0, 0, 3, 3)), nil); err != nil {
		t.Fatal(err)
	}
	files["images/entiere.gif"] = &fstest.MapFile{Data: whole.Bytes()}
	files["images/coupee.gif"] = &fstest.MapFile{Data: whole.Bytes()[:whole.Len()/2]}
	for file, reason := range map[string]any{"images/entiere.gif": nil, "images/coupee.gif": imageContent, "images/vaste.gif": imagePixels, "images/a.png": imageContent} {
		if args := judgeImage(files, file, true); args["reason"] != reason {
			t.Errorf("%s: %v", file, args["reason"])
		}
	}
	if args := judgeImage(files, "images/coupee.gif", false); args != nil {
		t.Errorf("copied: %v", args)
	}
}

func TestAnnouncedAlt(t *testing.T) {
	for _, s := range []string{"Image de la salle", "Une photo d’un atelier", "photo d'un atelier", "Photographie du lieu", "Illustration représentant un lieu", "An image of a hall", "Picture of a hall"} {
		if announcement(s) == "" {
			t.Errorf("%s: not told", s)
		}
	}
	for _, s := range []string{"Imageries du lieu", "Schéma en trois étapes", "Une photographe devant un lieu", "Photos épinglées au mur", "L’imagerie médicale", "Image agrandie d’une fibre", "Images", "Photomaton de la salle"} {
		if announcement(s) != "" {
			t.Errorf("%s: told", s)
		}
	}
}

func TestIsFileName(t *testing.T) {
	for alt, file := range map[string]string{"etabli.png": "images/etabli.png", "IMG_0012.JPG": "images/x.png", "photo-1": "images/photo-1.jpg", "Etabli.PNG": "images/etabli.png"} {
		if !isFileName(alt, file) {
			t.Errorf("%s: not told", alt)
		}
	}
	for alt, file := range map[string]string{"Établi": "images/etabli.png", "etabli": "images/etabli.png", "Un fichier x.png ouvert": "images/x.png", "": "images/x.png"} {
		if isFileName(alt, file) {
			t.Errorf("%s: told", alt)
		}
	}
}
