package site

import (
	"strconv"
	"unicode/utf8"

	"github.com/lexipoche/lexipoche/internal/format"
	"github.com/lexipoche/lexipoche/internal/locale"
)

// The icons: those that are shown as they are, and the one that a device may cut to its own shape.
var iconSizes = []int{192, 512}

const maskableName = "icon-maskable.png"

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
	for _, size := range iconSizes {
		m.Icons = append(m.Icons, manifestIcon{iconName(size), squareOf(size), "image/png", "any"})
	}
	m.Icons = append(m.Icons, manifestIcon{maskableName, squareOf(512), "image/png", "maskable"})
	return indented(m)
}

func squareOf(size int) string { return strconv.Itoa(size) + "x" + strconv.Itoa(size) }

// icons draws the icons of the site in a colour, and in another over it, which is black or white.
func icons(theme, over string) ([]format.File, error) {
	var files []format.File
	for _, size := range iconSizes {
		data, err := icon(size, theme, over, false)
		if err != nil {
			return nil, err
		}
		files = append(files, format.File{Name: iconName(size), Data: data})
	}
	data, err := icon(512, theme, over, true)
	if err != nil {
		return nil, err
	}
	return append(files, format.File{Name: maskableName, Data: data}), nil
}
