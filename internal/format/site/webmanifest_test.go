package site

import (
	"bytes"
	"encoding/json"
	"image"
	"image/color"
	"image/png"
	"testing"
)

func TestWebManifest(t *testing.T) {
	for _, c := range []struct {
		title, lang  string
		short, isDir string
	}{
		{`]]> Petit <lexique> & "outils"`, "", "Lexique", "ltr"},
		{"Mots <&>", "", "Mots <&>", "ltr"},
		{"מילון", "he", "מילון", "rtl"},
	} {
		b := bookFor(t, terms(), "")
		b.Title, b.TitleLanguage = c.title, c.lang
		data, err := webmanifest(b, "#1f4e5f", "#ffffff")
		if err != nil {
			t.Fatal(err)
		}
		var m map[string]any
		if err := json.Unmarshal(data, &m); err != nil {
			t.Fatal(err)
		}
		lang := c.lang
		if lang == "" {
			lang = "fr-CA"
		}
		for key, want := range map[string]any{
			"name": c.title, "short_name": c.short, "lang": lang, "dir": c.isDir, "start_url": ".", "scope": ".",
			"display": "standalone", "theme_color": "#1f4e5f", "background_color": "#ffffff",
		} {
			if m[key] != want {
				t.Errorf("%s is %v, want %v", key, m[key], want)
			}
		}
	}
}

// The icons are those that the manifest tells of, of the size and the colours that were asked for.
func TestIcons(t *testing.T) {
	b := bookFor(t, terms(), "")
	data, err := webmanifest(b, "#1f4e5f", "#ffffff")
	if err != nil {
		t.Fatal(err)
	}
	var m struct {
		Icons []struct{ Src, Sizes, Type, Purpose string }
	}
	if err := json.Unmarshal(data, &m); err != nil {
		t.Fatal(err)
	}
	files, err := icons("#1f4e5f", "#fff")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != 3 || len(m.Icons) != 3 {
		t.Fatalf("%d icons, %d told", len(files), len(m.Icons))
	}
	for i, f := range files {
		told := m.Icons[i]
		img, err := png.Decode(bytes.NewReader(f.Data))
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		size := img.Bounds().Dx()
		if told.Src != f.Name || told.Sizes != squareOf(size) || img.Bounds().Dy() != size {
			t.Errorf("%s is told as %+v", f.Name, told)
		}
		at := func(x, y int) color.NRGBA {
			return color.NRGBAModel.Convert(img.At(x*size/1024, y*size/1024)).(color.NRGBA)
		}
		ground, ink := color.NRGBA{0x1f, 0x4e, 0x5f, 255}, color.NRGBA{255, 255, 255, 255}
		for _, place := range []struct {
			x, y int
			want color.NRGBA
		}{{512, 100, ground}, {512, 230, ink}, {512, 290, ground}, {512, 500, ground}, {512, 700, ink}, {512, 900, ground}} {
			if got := at(place.x, place.y); got != place.want {
				t.Errorf("%s: %v at %d, %d", f.Name, got, place.x, place.y)
			}
		}
		corner := at(0, 0)
		if maskable := told.Purpose == "maskable"; maskable && corner != ground || !maskable && corner.A != 0 {
			t.Errorf("%s has a corner of %v", f.Name, corner)
		}
		if told.Purpose == "maskable" {
			safe(t, img, ground)
		}
	}
}

// safe holds that nothing is drawn out of the circle that a device leaves: four fifths of the icon.
func safe(t *testing.T, img image.Image, ground color.NRGBA) {
	size := img.Bounds().Dx()
	for y := range size {
		for x := range size {
			dx, dy := 2*x+1-size, 2*y+1-size
			if 25*(dx*dx+dy*dy) > 16*size*size && color.NRGBAModel.Convert(img.At(x, y)) != ground {
				t.Fatalf("something is drawn at %d, %d", x, y)
			}
		}
	}
}

func TestNoColour(t *testing.T) {
	for _, c := range []string{"", "red", "#12", "#12345g", "#gggggg", "1234567"} {
		if _, err := icons(c, "#fff"); err == nil {
			t.Errorf("%q is taken for a colour", c)
		}
	}
}
