package web

import (
	"math"
	"strconv"

	"github.com/lexipoche/lexipoche/internal/glossary"
)

// brand is the colour at the head of the page when the edition has none.
const brand = "#1f4e5f"

// Colors gives a page the colour of the edition's cover, and over it black or white, whichever is read better.
func Colors(e *glossary.Edition) string {
	color := brand
	if e != nil && e.Cover != nil {
		if _, ok := Luminance(e.Cover.Color.Value); ok {
			color = e.Cover.Color.Value
		}
	}
	over := "#fff"
	if l, _ := Luminance(color); l > 0.179 { // there, black and white have the same contrast
		over = "#000"
	}
	return ":root { --brand: " + color + "; --on-brand: " + over + "; }\n"
}

// Luminance gives the relative luminance of a colour written #rrggbb (WCAG 2.2); ok is false for anything else.
func Luminance(color string) (l float64, ok bool) {
	if len(color) != 7 || color[0] != '#' {
		return 0, false
	}
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, err := strconv.ParseUint(color[1+2*i:3+2*i], 16, 8)
		if err != nil {
			return 0, false
		}
		c := float64(n) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		l += weight * c
	}
	return l, true
}
