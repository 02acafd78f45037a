// Package cover draws the cover of a book: its title, what it was made for, who publishes it, over a pocket out of which
// the cards of a word list stand. It knows letters, colours and pixels, and nothing of books.
//
// The same page gives the same bytes on any machine: shapes are whole numbers, from the outlines of the letters to the
// pixels that they cover.
package cover

// Page is what a cover shows. What cannot be written with the letters at hand, which are those of the Latin, Greek and
// Cyrillic scripts, is left out whole.
type Page struct {
	Title     string
	Subtitle  string
	Lines     []string // of the edition: the first, in bold, says what it is made for; what finds no room is left out
	Publisher string
	Color     string // #rrggbb; [DefaultColor] when it is empty
	Logo      []byte // a PNG, a JPEG, a GIF or a WebP; nil for none
}

// The size of a cover, in pixels, and where its parts are.
const (
	Width, Height = 1200, 1800

	margin = 96
	inside = Width - 2*margin

	titleTop  = 136
	titleEnd  = 872 // of the title and the subtitle
	pocketTop = 1160
	hem       = 76
	pocketEnd = Height - margin
	bevel     = 84
	seam      = 22 // from the edge of the pocket
	textLeft  = margin + 64
	textWidth = inside - 2*64
	textFoot  = 88 // from the last baseline to the edge of the pocket
)

var (
	titleFrame    = frame{width: inside, lines: 6, largest: 200, smallest: 60, leading: 110}
	subtitleFrame = frame{width: inside, height: 230, lines: 4, largest: 50, smallest: 40, leading: 128}
	eventFrame    = frame{width: textWidth, height: 130, lines: 2, largest: 54, smallest: 38, leading: 116}
	lineFrame     = frame{width: textWidth, height: 110, lines: 2, largest: 38, smallest: 32, leading: 122}
)

// The room for a logo, and the plate around it.
const (
	logoWidth, logoHeight = 320, 130
	plate                 = 22
)

// colors are the inks of a cover, made of one colour.
type colors struct {
	field, ink         rgb // the ground, and what is written on it
	back, middle, card rgb
	mark               rgb // what the card bears
	pocket, hem, onto  rgb // onto is what is written on the pocket
	thread             rgb
}

func inks(field rgb) colors {
	c := colors{field: field, ink: black, onto: white}
	if field.dark() {
		c.ink = white
		c.back, c.middle, c.card = field.mix(white, 24), field.mix(white, 48), field.mix(white, 90)
	} else {
		c.back, c.middle, c.card = field.mix(black, 12), field.mix(black, 26), field.mix(white, 82)
	}
	c.mark = c.card.mix(field.mix(black, 40), 55)
	// The pocket is the colour in the shade, deep enough for white.
	shade := 38
	for field.mix(black, shade).luminance() > 0.07 {
		shade += 4
	}
	c.pocket = field.mix(black, shade)
	if contrast(c.pocket, field) < 1.2 { // the shade of what is nearly black would not be seen
		c.pocket = field.mix(white, 16)
	}
	c.hem = c.pocket.mix(field, 16).mix(white, 5)
	c.thread = c.pocket.mix(c.card, 45)
	return c
}

// Draw gives the cover as a PNG. The error is for a logo that is no image, is cut or has more than [MaxPixels].
func Draw(p Page) ([]byte, error) {
	c, err := paint(p)
	if err != nil {
		return nil, err
	}
	return c.png()
}

func paint(p Page) (*canvas, error) {
	field, ok := parse(p.Color)
	if !ok {
		field, _ = parse(DefaultColor)
	}
	k := inks(field)
	c := newCanvas(Width, Height, field)
	c.head(&p, &k)
	c.cards(&k)
	c.pocket(&k)
	if err := c.label(&p, &k); err != nil {
		return nil, err
	}
	return c, nil
}

// head writes the title and the subtitle.
func (c *canvas) head(p *Page, k *colors) {
	room := titleEnd - titleTop
	var under block
	if t, ok := write(regular(), p.Subtitle); ok {
		under = set(t, &subtitleFrame)
	}
	const gap = 34
	y := titleTop
	if t, ok := write(bold(), p.Title); ok {
		f := titleFrame
		f.height = room - len(under.lines)*under.step(&subtitleFrame) - gap
		title := set(t, &f)
		y = title.draw(c, margin, y+title.size*3/4, &f, k.ink) - title.step(&f) + title.size/4 + gap
	}
	under.draw(c, margin, y+under.size, &subtitleFrame, k.ink)
}

// tilted turns a place about the middle of the mouth of the pocket, by the sine and cosine of an angle, of 4096.
type tilted struct{ x, sin, cos int64 }

func (t tilted) at(x, y int) point {
	p := at(x, y)
	return point{t.x*unit + (p.x*t.cos-p.y*t.sin)/4096, pocketTop*unit + (p.x*t.sin+p.y*t.cos)/4096}
}

func (t tilted) box(x, y, width, height int) []point {
	return []point{t.at(x, y), t.at(x+width, y), t.at(x+width, y+height), t.at(x, y+height)}
}

// cards draws the cards that stand out of the pocket, each with its tab.
func (c *canvas) cards(k *colors) {
	for _, card := range []struct {
		tilted
		width, height, tab int
		color              rgb
	}{
		{tilted{390, -499, 4065}, 520, 215, 40, k.back},   // -7°
		{tilted{815, 428, 4074}, 500, 190, 310, k.middle}, // 6°
		{tilted{590, -71, 4095}, 620, 150, 210, k.card},   // -1°
	} {
		left := -card.width / 2
		c.fill(append(
			rounded(14*unit, card.box(left+card.tab, -card.height-38, 150, 80)...),
			rounded(18*unit, card.box(left, -card.height, card.width, card.height+20)...)...), card.color)
		if card.color == k.card {
			c.fill(rounded(9*unit, card.box(left+48, -card.height+40, 210, 26)...), k.mark)
			for i, width := range []int{520, 470} {
				c.fill(rounded(5*unit, card.box(left+48, -card.height+88+32*i, width, 12)...), k.mark)
			}
		}
	}
}

// pocket draws the pocket and its seams.
func (c *canvas) pocket(k *colors) {
	const left, right = margin, Width - margin
	c.fill(polygon(at(left, pocketTop), at(right, pocketTop), at(right, pocketEnd-bevel), at(right-bevel, pocketEnd),
		at(left+bevel, pocketEnd), at(left, pocketEnd-bevel)), k.pocket)
	c.fill(rectangle(left, pocketTop, inside, hem), k.hem)
	const cut = bevel - seam*41/100 // where a line beside the edges turns: seam × (2 − √2) is lost
	c.stitch(k.thread, at(left+seam, pocketTop+seam), at(right-seam, pocketTop+seam))
	c.stitch(k.thread, at(left+seam, pocketTop+hem-seam), at(right-seam, pocketTop+hem-seam))
	c.stitch(k.thread, at(left+seam, pocketTop+hem+seam), at(left+seam, pocketEnd-seam-cut))
	c.stitch(k.thread, at(left+seam, pocketEnd-seam-cut), at(left+seam+cut, pocketEnd-seam))
	c.stitch(k.thread, at(left+seam+cut, pocketEnd-seam), at(right-seam-cut, pocketEnd-seam))
	c.stitch(k.thread, at(right-seam-cut, pocketEnd-seam), at(right-seam, pocketEnd-seam-cut))
	c.stitch(k.thread, at(right-seam, pocketEnd-seam-cut), at(right-seam, pocketTop+hem+seam))
}

// stitch sews from a place to another, with whole stitches.
func (c *canvas) stitch(thread rgb, from, to point) {
	const stitch, gap, half = 18 * unit, 12 * unit, 2 * unit
	dx, dy := to.x-from.x, to.y-from.y
	long := root(dx*dx + dy*dy)
	n := (long + gap) / (stitch + gap)
	for i := range n {
		place := func(along, across int64) point {
			return point{from.x + (dx*along-dy*across)/long, from.y + (dy*along+dx*across)/long}
		}
		start := i * (long - stitch) / max(1, n-1)
		c.fill(polygon(place(start, -half), place(start+stitch, -half), place(start+stitch, half), place(start, half)), thread)
	}
}

// label writes on the pocket: what the edition is made for, then the publisher, beside the logo.
func (c *canvas) label(p *Page, k *colors) error {
	const foot = pocketEnd - textFoot // where the last line stands, and the plate ends
	top, beside := foot, textWidth    // of the plate, and the width that it leaves
	if p.Logo != nil {
		l, err := readLogo(p.Logo, logoWidth, logoHeight)
		if err != nil {
			return err
		}
		w, h := l.width+2*plate, l.height+2*plate
		x, y := Width-textLeft-w, foot-h
		c.fill(rounded(12*unit, at(x, y), at(x+w, y), at(x+w, foot), at(x, foot)), white)
		c.logo(l, x+plate, y+plate)
		top, beside = y-plate, textWidth-w-plate
	}
	end := foot
	if t, ok := write(regular(), p.Publisher); ok {
		f := lineFrame
		f.width = beside
		b := set(t, &f)
		b.draw(c, textLeft, foot-(len(b.lines)-1)*b.step(&f), &f, k.onto)
		end -= len(b.lines)*b.step(&f) + 16
	}
	y := pocketTop + hem + 40
	for i, line := range p.Lines {
		face, f := regular(), lineFrame
		if i == 0 {
			face, f = bold(), eventFrame
		}
		t, ok := write(face, line)
		if !ok {
			continue
		}
		b := set(t, &f)
		if y+len(b.lines)*b.step(&f) > top {
			f.width = beside
			b = set(t, &f)
		}
		if y+len(b.lines)*b.step(&f) > end {
			continue
		}
		y = b.draw(c, textLeft, y+b.size, &f, k.onto) - b.size + 10
	}
	return nil
}
