package site

import (
	"strconv"
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/cover"
	"github.com/lexipoche/lexipoche/internal/format"
	"github.com/lexipoche/lexipoche/internal/locale"
)

// iconSizes are those that browsers ask for, in pixels a side.
var iconSizes = []int{192, 512}

func iconName(size int) string { return "icon-" + strconv.Itoa(size) + ".png" }

type webManifest struct {
	Name        string         `json:"name"`
	ShortName   string         `json:"short_name"`
	Description string         `json:"description,omitempty"`
	Lang        string         `json:"lang"`
	Dir         string         `json:"dir"`
	StartURL    string         `json:"start_url"`
	Scope       string         `json:"scope"`
	Display     string         `json:"display"`
	Theme       string         `json:"theme_color"`
	Background  string         `json:"background_color"`
	Icons       []manifestIcon `json:"icons"`
}

type manifestIcon struct {
	Src     string `json:"src"`
	Sizes   string `json:"sizes"`
	Type    string `json:"type"`
	Purpose string `json:"purpose"`
}

// shortName is how many characters stand under an icon before they are cut.
const shortName = 12

// webmanifest writes what a device asks to put the site among its applications (W3C, Web Application Manifest). Colours are
// #rrggbb.
func webmanifest(b *format.Book, theme, background string) ([]byte, error) {
	lang := b.TitleLanguage
	if lang == "" {
		lang = b.Language
	}
	m := webManifest{
		Name:        b.Title,
		ShortName:   b.Title,
		Description: b.Subtitle,
		Lang:        lang,
		Dir:         locale.Direction(lang),
		StartURL:    ".",
		Scope:       ".",
		Display:     "standalone",
		Theme:       theme,
		Background:  background,
	}
	if utf8.RuneCountInString(b.Title) > shortName {
		m.ShortName = b.Words.Label("book.glossary")
	}
	for _, size := range iconSizes { // the same may be shown whole, and cut
		for _, purpose := range []string{"any", "maskable"} {
			m.Icons = append(m.Icons, manifestIcon{iconName(size), squareOf(size), "image/png", purpose})
		}
	}
	return indented(m)
}

func squareOf(size int) string { return strconv.Itoa(size) + "x" + strconv.Itoa(size) }

// icons draws the icons of the site, in its colour.
func icons(color string) ([]format.File, error) {
	var files []format.File
	for _, size := range iconSizes {
		data, err := cover.Icon(size, color)
		if err != nil {
			return nil, err
		}
		files = append(files, format.File{Name: iconName(size), Data: data})
	}
	return files, nil
}
