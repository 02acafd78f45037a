package cover

import (
	"math"
	"strconv"
)

// DefaultColor is the colour of a book that has none of its own.
const DefaultColor = "#1f4e5f"

// rgb is a colour of sRGB, a byte a channel.
type rgb [3]uint8

var (
	black = rgb{0, 0, 0}
	white = rgb{255, 255, 255}
)

// parse reads a colour written #rrggbb; ok is false for anything else.
func parse(color string) (c rgb, ok bool) {
	if len(color) != 7 || color[0] != '#' {
		return c, false
	}
	for i := range c {
		n, err := strconv.ParseUint(color[1+2*i:3+2*i], 16, 8)
		if err != nil {
			return rgb{}, false
		}
		c[i] = uint8(n)
	}
	return c, true
}

// Luminance gives the relative luminance of a colour written #rrggbb, from 0 to 1 (WCAG 2.2); ok is false for anything
// else.
func Luminance(color string) (l float64, ok bool) {
	c, ok := parse(color)
	return c.luminance(), ok
}

// Dark reports whether white is read better than black over a colour. Whichever is better has a contrast of 4.5 at least
// with any colour (WCAG 2.2, 1.4.3).
func Dark(color string) bool {
	c, _ := parse(color)
	return c.dark()
}

// luminance is only ever compared, and no colour is near enough to a limit for a machine's rounding to matter.
func (c rgb) luminance() (l float64) {
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		v := float64(c[i]) / 255
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		l += weight * v
	}
	return l
}

// contrast is the ratio of WCAG 2.2, from 1 to 21.
func contrast(a, b rgb) float64 {
	x, y := a.luminance(), b.luminance()
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func (c rgb) dark() bool { return c.luminance() <= 0.179 } // there, black and white have the same contrast

// mix goes from a colour towards another, by percents.
func (c rgb) mix(to rgb, percent int) rgb {
	for i := range c {
		c[i] = uint8((int(c[i])*(100-percent) + int(to[i])*percent + 50) / 100)
	}
	return c
}
