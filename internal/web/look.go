package web

import "github.com/lexipoche/lexipoche/internal/cover"

// Brand gives the colour of a book: its cover's, written #rrggbb, or the usual one when that is none.
func Brand(color string) string {
	if _, ok := cover.Luminance(color); !ok {
		return cover.DefaultColor
	}
	return color
}

// Colors gives a page the colour of the book's cover, written #rrggbb, and over it black or white, whichever is read better.
func Colors(color string) string {
	color = Brand(color)
	over := "#000"
	if cover.Dark(color) {
		over = "#fff"
	}
	return ":root { --brand: " + color + "; --on-brand: " + over + "; }\n"
}
