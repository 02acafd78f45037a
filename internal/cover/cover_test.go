package cover

import (
	"bytes"
	"encoding/binary"
	"flag"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"os"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the results into the golden files")

// forum is a page with everything on it.
func forum() Page {
	return Page{
		Title:     "Les mots du forum",
		Subtitle:  "Petit lexique à garder dans sa poche",
		Lines:     []string{"Forum de la découverte", "15 avril 2027", "Salle communautaire de Saint-Exemple", "Version 2026.1"},
		Publisher: "lexipoche",
		Logo:      pngOf(disc()),
	}
}

// long is a page on which nothing fits.
func long() Page {
	title := "Vocabulaire raisonné des pratiques collaboratives, des tiers-lieux et de l’innovation ouverte en économie sociale"
	return Page{
		Title: title + " : " + strings.Repeat(title+", ", 5), Subtitle: strings.Repeat("Anticonstitutionnellement", 30) + " " + title,
		Lines: []string{title, title, title, title}, Publisher: title, Color: "#9ad1c0", Logo: pngOf(disc()),
	}
}

// disc is a logo, a red disc on nothing.
func disc() image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, 500, 500))
	for y := range 500 {
		for x := range 500 {
			if (x-250)*(x-250)+(y-250)*(y-250) < 240*240 {
				img.Set(x, y, color.NRGBA{200, 30, 60, 255})
			}
		}
	}
	return img
}

func pngOf(img image.Image) []byte {
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func painted(t testing.TB, p Page) *canvas {
	t.Helper()
	c, err := paint(p)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func (c *canvas) pixel(x, y int) rgb { return rgb(c.pix[3*(y*c.width+x):]) }

// The golden file is the cover itself: whoever changes it looks at it.
func TestGolden(t *testing.T) {
	got, err := Draw(forum())
	if err != nil {
		t.Fatal(err)
	}
	const golden = "testdata/forum.png"
	if *update {
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s: other bytes", golden)
	}
}

func TestAPNGOfWhatWasPainted(t *testing.T) {
	wide := image.NewNRGBA(image.Rect(0, 0, 300, 100)) // more colours than a list holds
	for i := range wide.Pix {
		wide.Pix[i] = uint8(i * i >> 4)
	}
	many := forum()
	many.Logo = pngOf(wide)
	for name, p := range map[string]Page{"few colours": forum(), "many colours": many, "nothing": {}, "long": long()} {
		c := painted(t, p)
		data, err := c.png()
		if err != nil {
			t.Fatal(err)
		}
		img, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if _, listed := img.(*image.Paletted); listed != (name != "many colours") {
			t.Errorf("%s: a %T", name, img)
		}
		if img.Bounds() != image.Rect(0, 0, Width, Height) {
			t.Fatalf("%s: %v", name, img.Bounds())
		}
		for y := range Height {
			for x := range Width {
				r, g, b, a := img.At(x, y).RGBA()
				if got := (rgb{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8)}); got != c.pixel(x, y) || a != 0xffff {
					t.Fatalf("%s: the pixel at %d, %d is %v, not %v", name, x, y, got, c.pixel(x, y))
				}
			}
		}
		if p.Logo == nil && len(data) > 50<<10 {
			t.Errorf("%s: %d bytes", name, len(data))
		}
	}
}

func TestContrast(t *testing.T) {
	if c := contrast(black, white); c < 20.99 || c > 21.01 {
		t.Fatalf("black on white: %v", c)
	}
	const step = 15
	for r := 0; r <= 255; r += step {
		for g := 0; g <= 255; g += step {
			for b := 0; b <= 255; b += step {
				field := rgb{uint8(r), uint8(g), uint8(b)}
				k := inks(field)
				for _, pair := range []struct {
					name        string
					over, under rgb
					least       float64
				}{
					{"title", k.ink, k.field, 4.5}, {"pocket", k.onto, k.pocket, 8},
					{"back card", k.back, k.field, 1.2}, {"middle card", k.middle, k.back, 1.2}, {"front card", k.card, k.middle, 1.3},
					{"mark", k.mark, k.card, 1.5}, {"pocket's ground", k.pocket, k.field, 1.1}, {"hem", k.hem, k.pocket, 1.03},
					{"thread", k.thread, k.pocket, 1.5}, {"thread of the hem", k.thread, k.hem, 1.3},
				} {
					if c := contrast(pair.over, pair.under); c < pair.least {
						t.Fatalf("%v: the %s has a contrast of %.2f", field, pair.name, c)
					}
				}
			}
		}
	}
}

func TestWhatIsNoColour(t *testing.T) {
	for _, s := range []string{"", "red", "#12345", "#1234567", "#12345g", "#+12345"} {
		if _, ok := Luminance(s); ok {
			t.Errorf("%q is taken for a colour", s)
		}
		if c := painted(t, Page{Color: s}); c.pixel(0, 0) != (rgb{0x1f, 0x4e, 0x5f}) {
			t.Errorf("%q gives %v", s, c.pixel(0, 0))
		}
	}
}

// Nothing is drawn in the margins, and nothing of the head on the cards.
func TestMargins(t *testing.T) {
	for name, p := range map[string]Page{"forum": forum(), "long": long()} {
		c, blank := painted(t, p), painted(t, Page{Color: p.Color})
		for y := range Height {
			for x := range Width {
				if (x < margin || x >= Width-margin || y < margin || y >= Height-margin) && c.pixel(x, y) != c.pixel(0, 0) {
					t.Fatalf("%s: something at %d, %d", name, x, y)
				}
				if y > titleEnd+16 && y < pocketTop+hem && c.pixel(x, y) != blank.pixel(x, y) {
					t.Fatalf("%s: something over the cards at %d, %d", name, x, y)
				}
			}
		}
	}
}

func TestTheTitleIsWritten(t *testing.T) {
	for _, color := range []string{"#1f4e5f", "#ffd166", "#000000", "#ffffff"} {
		c := painted(t, Page{Title: "M", Color: color})
		ink := white
		if !Dark(color) {
			ink = black
		}
		n := 0
		for y := titleTop; y < titleEnd; y++ {
			for x := range Width {
				if c.pixel(x, y) == ink {
					n++
				}
			}
		}
		if n < 5000 {
			t.Errorf("%s: %d pixels of the title's ink", color, n)
		}
	}
}

// What the letters cannot write is left out whole: the cover is as without it.
func TestOtherScripts(t *testing.T) {
	blank := painted(t, Page{}).pix
	for _, s := range []string{"معجم", "日本語", "שלום", "Lexique 日本", "\u200f", " \u00ad ", "a\x00b", "😀"} {
		if c := painted(t, Page{Title: s, Subtitle: s, Lines: []string{s}, Publisher: s}); !bytes.Equal(c.pix, blank) {
			t.Errorf("%q leaves a trace", s)
		}
	}
	for _, s := range []string{"Œuvre d’été", "Ελληνικά", "Русский", "e\u0301te\u0301", "«\u202fmot\u202f»", "co\u2011op", "Dvořák, Łódź, ș"} {
		if c := painted(t, Page{Title: s}); bytes.Equal(c.pix, blank) {
			t.Errorf("%q is left out", s)
		}
	}
}

func linesOf(b block) []string {
	var list []string
	for _, l := range b.lines {
		list = append(list, string(b.text.runes[l.from:l.to]))
	}
	return list
}

func TestLines(t *testing.T) {
	f := titleFrame
	f.height = 600
	for _, test := range []struct {
		title string
		want  []string
		size  int
	}{
		{"Mots", []string{"Mots"}, 200},
		{"Les mots du forum", []string{"Les mots", "du forum"}, 200},
		{"Lexique «\u00a0petit mot\u00a0»", []string{"Lexique", "«\u00a0petit", "mot\u00a0»"}, 180},
		{"Lexique « petit mot »\u00a0: plus", []string{"Lexique", "« petit", "mot »\u00a0: plus"}, 178},
		{"Les mots du tiers-lieu", []string{"Les mots", "du tiers-lieu"}, 176},
		{"Lexique\u00a0: les mots de la culture", []string{"Lexique\u00a0:", "les mots", "de la culture"}, 168},
		{"Petit lexique  de la\nculture", []string{"Petit lexique", "de la culture"}, 168},
	} {
		text, ok := write(bold(), test.title)
		if !ok {
			t.Fatal(test.title)
		}
		if b := set(text, &f); !slices.Equal(linesOf(b), test.want) || b.size != test.size {
			t.Errorf("%q: %q at %d", test.title, linesOf(b), b.size)
		}
	}
}

func TestALongTitleShrinksThenIsCut(t *testing.T) {
	f := titleFrame
	f.height = 600
	last := f.largest
	for n := 1; n <= 64; n *= 4 {
		text, _ := write(bold(), strings.Repeat("Lexique illustré ", n))
		b := set(text, &f)
		if b.size > last || n == 4 && b.size == last {
			t.Errorf("%d times: size %d, and %d for fewer", n, b.size, last)
		}
		last = b.size
		if shown := strings.Join(linesOf(b), " "); strings.HasSuffix(shown, "…") != (n >= 16) {
			t.Errorf("%d times: %q", n, shown)
		}
	}
	word, _ := write(bold(), strings.Repeat("anticonstitutionnellement", 2))
	if b := set(word, &f); len(b.lines) != 2 || b.size < f.smallest {
		t.Errorf("a word wider than the cover: %q at %d", linesOf(b), b.size)
	}
}

func FuzzSet(f *testing.F) {
	for _, s := range []string{"Lexique de poche", "a-b-c d’e «\u00a0f\u00a0»", strings.Repeat("m", 500), "a\u00adb\tc\n", "-- - …", "\xff\u0301", strings.Repeat("a ", 300)} {
		f.Add(s)
	}
	frames := []frame{titleFrame, subtitleFrame, eventFrame, lineFrame}
	frames[0].height = 500
	f.Fuzz(func(t *testing.T, s string) {
		text, ok := write(bold(), s)
		if !ok {
			return
		}
		for _, frame := range frames {
			b := set(text, &frame)
			if len(b.lines) == 0 || len(b.lines) > frame.lines || len(b.lines)*b.step(&frame) > frame.height {
				t.Fatalf("%q: %d lines of %d", s, len(b.lines), b.size)
			}
			if b.size < frame.smallest || b.size > frame.largest {
				t.Fatalf("%q: size %d", s, b.size)
			}
			end := 0
			for _, l := range b.lines {
				if long := (b.text.places[l.to] - b.text.places[l.from]) * b.size / b.text.unitsPerEm(); long > frame.width || l.from < end || l.to <= l.from {
					t.Fatalf("%q: a line from %d to %d, %d pixels long", s, l.from, l.to, long)
				}
				end = l.to
			}
		}
	})
}

// The lines begin at one place, whatever they begin with.
func TestLinesAreAligned(t *testing.T) {
	for _, s := range []string{"L", "M", "d", "j", "É", "« a", "V"} {
		c := painted(t, Page{Title: s})
		left := Width
		for y := range titleEnd {
			for x := range Width {
				if c.pixel(x, y) != c.pixel(0, 0) {
					left = min(left, x)
					break
				}
			}
		}
		if left != margin {
			t.Errorf("%s begins at %d", s, left)
		}
	}
}

func TestShapes(t *testing.T) {
	c := newCanvas(40, 40, white)
	c.fill(polygon(point{10 * unit, 10 * unit}, point{20*unit + unit/2, 10 * unit}, point{20*unit + unit/2, 20 * unit}, point{10 * unit, 20 * unit}), black)
	for place, want := range map[[2]int]rgb{{9, 15}: white, {10, 10}: black, {19, 19}: black, {20, 15}: {128, 128, 128}, {21, 15}: white, {15, 20}: white} {
		if got := c.pixel(place[0], place[1]); got != want {
			t.Errorf("%v is %v, not %v", place, got, want)
		}
	}
	blank := slices.Clone(c.pix)
	c.fill(rectangle(-100, -100, 50, 50), black)
	c.fill(rectangle(60, 10, 5, 5), black)
	if !bytes.Equal(c.pix, blank) {
		t.Error("a shape outside the canvas is seen")
	}
	c.fill(rounded(100, at(-20, -20), at(100, -20), at(100, 100), at(-20, 100)), black)
	for i, v := range c.pix {
		if v != 0 {
			t.Fatalf("byte %d of a covered canvas is %d", i, v)
		}
	}
}

func TestLogos(t *testing.T) {
	var asJPEG, asGIF bytes.Buffer
	red := image.NewPaletted(image.Rect(0, 0, 900, 300), color.Palette{color.RGBA{200, 30, 60, 255}})
	if err := jpeg.Encode(&asJPEG, red, nil); err != nil {
		t.Fatal(err)
	}
	if err := gif.Encode(&asGIF, red, nil); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"jpeg": asJPEG.Bytes(), "gif": asGIF.Bytes(), "png": pngOf(red)} {
		l, err := readLogo(data, logoWidth, logoHeight)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if l.width != logoWidth || l.height != logoWidth/3 {
			t.Errorf("%s: %d × %d", name, l.width, l.height)
		}
		for i, want := range []int{200, 30, 60, 255} {
			if got := int(l.pix[i]); got < want-4 || got > want+4 {
				t.Errorf("%s: channel %d is %d", name, i, got)
			}
		}
	}
	// Black and white in squares of a pixel come out grey; what is small stays as it is.
	squares := image.NewGray(image.Rect(0, 0, 640, 260))
	for i := range squares.Pix {
		squares.Pix[i] = uint8(255 * ((i + i/640) % 2))
	}
	l, err := readLogo(pngOf(squares), logoWidth, logoHeight)
	if err != nil || l.width != 320 || l.height != 130 || l.pix[0] != 128 || l.pix[len(l.pix)-2] != 128 {
		t.Errorf("%d × %d, %v", l.width, l.height, err)
	}
	if l, err := readLogo(pngOf(image.NewGray(image.Rect(0, 0, 7, 3))), logoWidth, logoHeight); err != nil || l.width != 7 || l.height != 3 {
		t.Errorf("a small logo: %v", err)
	}
	// On any colour, a logo that lets it through stands on white.
	c := painted(t, Page{Color: "#c81e3c", Logo: pngOf(disc())})
	plateRight, plateEnd := Width-textLeft, pocketEnd-textFoot
	if got := c.pixel(plateRight-plate-2, plateEnd-plate-2); got != white {
		t.Errorf("beside the disc: %v", got)
	}
	if got := c.pixel(plateRight-plate-logoHeight/2, plateEnd-plate-logoHeight/2); got != (rgb{200, 30, 60}) {
		t.Errorf("in the disc: %v", got)
	}
}

// huge is a PNG that says it has so many pixels, and has none.
func huge(width, height uint32) []byte {
	header := binary.BigEndian.AppendUint32([]byte("IHDR"), width)
	header = append(binary.BigEndian.AppendUint32(header, height), 8, 2, 0, 0, 0)
	data := append([]byte("\x89PNG\r\n\x1a\n\x00\x00\x00\x0d"), header...)
	return binary.BigEndian.AppendUint32(data, crc32.ChecksumIEEE(header))
}

func TestLogosThatCannotBe(t *testing.T) {
	whole := pngOf(disc())
	for name, data := range map[string][]byte{
		"empty": {}, "text": []byte("du texte"), "cut": whole[:len(whole)/2], "huge": huge(40_000, 30_000), "tall": huge(1, 1<<30), "flat": huge(0, 10),
		"webp": []byte("RIFF\x20\x00\x00\x00WEBPVP8 "),
	} {
		if _, err := Draw(Page{Logo: data}); err == nil {
			t.Errorf("%s: no error", name)
		}
		if Readable(data) == nil {
			t.Errorf("%s: readable", name)
		}
	}
	if err := Readable(whole); err != nil {
		t.Error(err)
	}
	for _, size := range []struct {
		width, height int
		want          bool
	}{{8000, 5000, false}, {8001, 5000, true}, {1 << 30, 1 << 30, true}, {0, 0, false}} {
		if got := TooLarge(size.width, size.height); got != size.want {
			t.Errorf("%d × %d: %t", size.width, size.height, got)
		}
	}
	if width, height, err := Dimensions(bytes.NewReader(huge(20_000, 10_000))); width != 20_000 || height != 10_000 || err != nil {
		t.Errorf("%d × %d, %v", width, height, err)
	}
}

func FuzzLogo(f *testing.F) {
	f.Add(pngOf(image.NewGray(image.Rect(0, 0, 4, 900))), 1, 1)
	f.Add([]byte("GIF89a"), 3, 3)
	f.Add(huge(20_000, 10_000), 320, 130)
	f.Fuzz(func(t *testing.T, data []byte, width, height int) {
		if width < 1 || height < 1 || width > 400 || height > 400 {
			return
		}
		l, err := readLogo(data, width, height)
		if err == nil && (l.width < 1 || l.height < 1 || l.width > width || l.height > height || len(l.pix) != 4*l.width*l.height) {
			t.Fatalf("%d × %d in %d × %d", l.width, l.height, width, height)
		}
	})
}

func BenchmarkDraw(b *testing.B) {
	for _, withLogo := range []bool{false, true} {
		b.Run(fmt.Sprintf("logo=%t", withLogo), func(b *testing.B) {
			p := forum()
			if !withLogo {
				p.Logo = nil
			}
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Draw(p); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// A device may cut an icon to a circle of four fifths: nothing is drawn out of it.
func TestIcon(t *testing.T) {
	for _, size := range []int{48, 192, 512} {
		for _, color := range []string{"", "#1f4e5f", "#ffd166", "#000000", "#ffffff"} {
			data, err := Icon(size, color)
			if err != nil {
				t.Fatal(err)
			}
			img, err := png.Decode(bytes.NewReader(data))
			if err != nil || img.Bounds().Dx() != size || img.Bounds().Dy() != size {
				t.Fatalf("%v: %v", img.Bounds(), err)
			}
			field, drawn := img.At(0, 0), 0
			for y := range size {
				for x := range size {
					dx, dy := 2*x+1-size, 2*y+1-size
					switch out := 25*(dx*dx+dy*dy) > 16*size*size; {
					case img.At(x, y) == field:
					case out:
						t.Fatalf("%d, %q: something is drawn at %d, %d", size, color, x, y)
					default:
						drawn++
					}
				}
			}
			if drawn < size*size/8 {
				t.Errorf("%d, %q: only %d pixels are drawn", size, color, drawn)
			}
		}
	}
}
