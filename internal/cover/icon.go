package cover

// Icon draws the picture by which a device shows the book among its applications: the pocket of the cover and one of its
// cards, in a square of some pixels a side. All of it is in the circle that a device leaves when it cuts the square to its
// own shape (W3C, Web Application Manifest, "safe zone"). color is #rrggbb; [DefaultColor] when it is empty.
func Icon(size int, color string) ([]byte, error) {
	field, ok := parse(color)
	if !ok {
		field, _ = parse(DefaultColor)
	}
	k := inks(field)
	c := newCanvas(size, size, field)
	// Places are given on a square of 512.
	place := func(x, y int64) point { return point{x * unit * int64(size) / 512, y * unit * int64(size) / 512} }
	box := func(radius, x, y, width, height int64, ink rgb) {
		c.fill(rounded(radius*unit*int64(size)/512, place(x, y), place(x+width, y), place(x+width, y+height), place(x, y+height)), ink)
	}
	box(10, 226, 112, 70, 60, k.card) // the tab
	box(14, 172, 136, 168, 180, k.card)
	box(7, 196, 164, 76, 16, k.mark)
	box(4, 196, 196, 120, 9, k.mark)
	box(4, 196, 218, 104, 9, k.mark)
	c.fill(polygon(place(136, 248), place(376, 248), place(376, 368), place(340, 402), place(172, 402), place(136, 368)), k.pocket)
	c.fill(polygon(place(136, 248), place(376, 248), place(376, 282), place(136, 282)), k.hem)
	return c.png()
}
