package cover

import "slices"

// canvas is a picture that shapes are laid on, three bytes a pixel.
type canvas struct {
	width, height int
	pix           []uint8
	cover         []int32 // scratch of fill
}

func newCanvas(width, height int, c rgb) *canvas {
	pix := slices.Repeat(slices.Repeat(c[:], width), height)
	return &canvas{width: width, height: height, pix: pix}
}

// unit is one pixel: the places of a shape are whole numbers, so that the same shape covers the same pixels on any machine.
const unit = 64

// point is a place on a canvas, in units.
type point struct{ x, y int64 }

// at gives the place of a pixel's corner.
func at(x, y int) point { return point{int64(x) * unit, int64(y) * unit} }

// shape is a set of closed outlines, as the straight edges that they are made of.
type shape []edge

type edge struct{ from, to point }

// polygon gives a shape with straight sides.
func polygon(corners ...point) shape {
	s := make(shape, len(corners))
	for i, c := range corners {
		s[i] = edge{c, corners[(i+1)%len(corners)]}
	}
	return s
}

func rectangle(x, y, width, height int) shape {
	return polygon(at(x, y), at(x+width, y), at(x+width, y+height), at(x, y+height))
}

// curve appends a quadratic Bézier curve, as enough straight edges for nobody to see them.
func (s shape) curve(from, by, to point) shape {
	bend := max(abs(from.x-2*by.x+to.x), abs(from.y-2*by.y+to.y))
	n := int64(1)
	for 8*n*n < bend {
		n++
	}
	last := from
	for i := int64(1); i <= n; i++ {
		between := func(a, b, c int64) int64 { return (a*(n-i)*(n-i) + 2*b*i*(n-i) + c*i*i) / (n * n) }
		next := point{between(from.x, by.x, to.x), between(from.y, by.y, to.y)}
		s = append(s, edge{last, next})
		last = next
	}
	return s
}

// rounded gives a shape whose corners are cut by curves that begin at a distance from them.
func rounded(distance int64, corners ...point) shape {
	var s shape
	n := len(corners)
	for i, c := range corners {
		before, after := toward(c, corners[(i+n-1)%n], distance), toward(c, corners[(i+1)%n], distance)
		s = s.curve(before, c, after)
		s = append(s, edge{after, toward(corners[(i+1)%n], c, distance)})
	}
	return s
}

// toward gives the place at a distance from a, on the way to b.
func toward(a, b point, distance int64) point {
	far := max(1, root((b.x-a.x)*(b.x-a.x)+(b.y-a.y)*(b.y-a.y)))
	return point{a.x + (b.x-a.x)*distance/far, a.y + (b.y-a.y)*distance/far}
}

// root gives the whole part of a square root.
func root(n int64) int64 {
	r := int64(0)
	for bit := int64(1 << 30); bit > 0; bit >>= 1 {
		if (r+bit)*(r+bit) <= n {
			r += bit
		}
	}
	return r
}

func abs(n int64) int64 { return max(n, -n) }

// A pixel is sampled along lines, where what is covered is known to a unit.
const (
	samples = 8
	full    = samples * unit // a pixel covered whole
	shades  = 16             // that an edge is made of: more could not be told apart, and would weigh more
)

// fill lays a shape on the canvas. What is outside the canvas is lost.
func (c *canvas) fill(s shape, ink rgb) {
	left, top, right, bottom := c.width, c.height, 0, 0
	for _, e := range s {
		for _, p := range []point{e.from, e.to} {
			x, y := int(p.x/unit), int(p.y/unit)
			left, right, top, bottom = min(left, x), max(right, x+1), min(top, y), max(bottom, y+1)
		}
	}
	left, top, right, bottom = max(left, 0), max(top, 0), min(right, c.width), min(bottom, c.height)
	if left >= right || top >= bottom {
		return
	}
	// Each edge says where, on each line, the shape begins or ends; the sum from the left tells how much of a pixel is
	// inside.
	width := right - left + 2
	if n := width * (bottom - top); n > len(c.cover) {
		c.cover = make([]int32, n)
	}
	cover := c.cover[:width*(bottom-top)]
	clear(cover)
	const step = unit / samples
	for _, e := range s {
		a, b, way := e.from, e.to, int32(1)
		if a.y > b.y {
			a, b, way = b, a, -1
		}
		y := max(a.y, int64(top)*unit)
		y += (step/2 - y%step + step) % step // the first line at or below
		for ; y < min(b.y, int64(bottom)*unit); y += step {
			x := a.x + (b.x-a.x)*(y-a.y)/(b.y-a.y)
			x = min(max(x-int64(left)*unit, 0), int64(right-left)*unit)
			i := (int(y/unit)-top)*width + int(x/unit)
			cover[i] += way * int32(unit-x%unit)
			cover[i+1] += way * int32(x%unit)
		}
	}
	for y := top; y < bottom; y++ {
		row, sum := cover[(y-top)*width:], int32(0)
		pix := c.pix[(y*c.width+left)*3:]
		for x := range right - left {
			sum += row[x]
			if sum != 0 {
				blend(pix[3*x:3*x+3], ink, (min(max(sum, -sum), full)+full/(2*shades))*shades/full)
			}
		}
	}
}

// blend covers part of a pixel, in shades.
func blend(pix []uint8, ink rgb, part int32) {
	if part == shades { // as nearly all are
		copy(pix, ink[:])
		return
	}
	for i := range pix {
		pix[i] = uint8((int32(pix[i])*(shades-part) + int32(ink[i])*part + shades/2) / shades)
	}
}
