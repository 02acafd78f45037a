package html

import (
	"regexp"
	"strings"
	"testing"

	"github.com/lexipoche/lexipoche/internal/cover"
	"github.com/lexipoche/lexipoche/internal/glossary"
	"github.com/lexipoche/lexipoche/internal/source"
	"github.com/lexipoche/lexipoche/internal/web"
)

func contrast(t *testing.T, a, b string) float64 {
	t.Helper()
	x, okX := cover.Luminance(a)
	y, okY := cover.Luminance(b)
	if !okX || !okY {
		t.Fatalf("%q or %q is not a colour", a, b)
	}
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func TestContrast(t *testing.T) {
	if c := contrast(t, "#000000", "#ffffff"); c < 20.99 || c > 21.01 {
		t.Fatalf("black on white: %v", c)
	}
	variable := regexp.MustCompile(`--(\w+): (#[0-9a-f]{6});`)
	light, dark, _ := strings.Cut(web.Base, "@media screen and (prefers-color-scheme: dark)")
	for scheme, text := range map[string]string{"light": light, "dark": dark} {
		colors := map[string]string{}
		for _, m := range variable.FindAllStringSubmatch(text, -1) {
			colors[m[1]] = m[2]
		}
		for _, pair := range []struct {
			over, under string
			least       float64 // 4.5 for text, 3 for what must be seen (WCAG 2.2, 1.4.3 and 1.4.11)
		}{
			{"ink", "paper", 4.5}, {"soft", "paper", 4.5}, {"link", "paper", 4.5}, {"ink", "tint", 4.5}, {"soft", "tint", 4.5},
			{"link", "tint", 4.5}, {"ink", "mark", 4.5}, {"edge", "paper", 2.9},
		} {
			if c := contrast(t, colors[pair.over], colors[pair.under]); c < pair.least {
				t.Errorf("%s: %s on %s has a contrast of %.2f", scheme, pair.over, pair.under, c)
			}
		}
	}
}

func TestCoverColour(t *testing.T) {
	declaration := regexp.MustCompile(`^:root \{ --brand: (#[0-9a-f]{6}); --on-brand: (#[0-9a-f]{3}); \}\n$`)
	for _, color := range []string{"#000000", "#ffffff", "#1f4e5f", "#ffd166", "#777777", "#767676", "#ff0000", "#00ff00", "#0000ff"} {
		m := declaration.FindStringSubmatch(web.Colors(color))
		if m == nil || m[1] != color {
			t.Errorf("%s gives %s", color, web.Colors(color))
			continue
		}
		over := "#000000"
		if m[2] == "#fff" {
			over = "#ffffff"
		}
		if c := contrast(t, over, color); c < 4.5 {
			t.Errorf("%s on %s has a contrast of %.2f", over, color, c)
		}
	}
	for _, color := range []string{"", "red", "#12345", "#1234567", "#12345g", "#+12345", "#fff}*{display:none}"} {
		if got := web.Colors(color); got != web.Colors(cover.DefaultColor) {
			t.Errorf("%q gives %s", color, got)
		}
	}
}

// What an edition does not say of its look, the lexicon does.
func TestTheLexiconsOwnLook(t *testing.T) {
	text := func(s string) glossary.Text { return glossary.Text{Value: s} }
	input, found, err := source.Load(sample(t))
	if err != nil || found.HasErrors() {
		t.Fatal(err, found)
	}
	input.Lexicon.Cover = &glossary.Cover{Color: text("#7a1f4e"), Logo: text(imageFile)}
	for edition, color := range map[string]string{"": "#7a1f4e", "visite": "#ffd166"} {
		for _, e := range input.Editions {
			if e.Name == edition {
				e.Cover = &glossary.Cover{Color: text(color)}
			}
		}
		page := pageOf(t, newBook(input, edition))
		for _, want := range []string{"--brand: " + color + ";", `<img class="logo" src="data:image/png;base64,`} {
			if strings.Count(page, want) != 1 {
				t.Errorf("edition %q: no %s", edition, want)
			}
		}
	}
}
