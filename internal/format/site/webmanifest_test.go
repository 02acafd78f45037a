package site

import (
	"bytes"
	"encoding/json"
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

// The icons are those that the manifest tells of, each once whole and once to be cut, of the size that was asked for.
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
	files, err := icons("#1f4e5f")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) != 2 || len(m.Icons) != 4 {
		t.Fatalf("%d icons, %d told", len(files), len(m.Icons))
	}
	for i, told := range m.Icons {
		f := files[i/2]
		img, err := png.Decode(bytes.NewReader(f.Data))
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		size := img.Bounds().Dx()
		if told.Src != f.Name || told.Sizes != squareOf(size) || img.Bounds().Dy() != size || told.Purpose != []string{"any", "maskable"}[i%2] {
			t.Errorf("%s is told as %+v", f.Name, told)
		}
	}
}
