package web

import "github.com/lexipoche/lexipoche/internal/cover"

// Colors gives a page the colour of the book's cover, written #rrggbb, and over it black or white, whichever is read better.
func Colors(color string) string {
	if _, ok := cover.Luminance(color); !ok {
		color = cover.DefaultColor
	}
	over := "#000"
	if cover.Dark(color) {
		over = "#fff"
	}
	return ":root { --brand: " + color + "; --on-brand: " + over + "; }\n"
}
