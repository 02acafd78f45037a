package lint

import (
	"slices"
	"testing"

	"github.com/lexipoche/lexipoche/internal/glossary"
)

func TestDatesMeant(t *testing.T) {
	for _, c := range []struct {
		kind glossary.Kind
		text string
		want []string
	}{
		{glossary.Date, "8 juillet 2020", []string{"2020-07-08"}},
		{glossary.Date, "le 8 juillet 2020", []string{"2020-07-08"}},
		{glossary.Date, "mercredi 8 juillet 2020", []string{"2020-07-08"}},
		{glossary.Date, "Le mercredi 8 juillet 2020", []string{"2020-07-08"}},
		{glossary.Date, "8\u00A0juillet\u00A02020", []string{"2020-07-08"}},
		{glossary.Date, "1er août 2020", []string{"2020-08-01"}},
		{glossary.Date, "1ᵉʳ août 2020", []string{"2020-08-01"}},
		{glossary.Date, "15 févr. 2020", []string{"2020-02-15"}},
		{glossary.Date, "25 DÉCEMBRE 2020", []string{"2020-12-25"}},
		{glossary.Date, "July 8, 2020", []string{"2020-07-08"}},
		{glossary.Date, "8th July 2020", []string{"2020-07-08"}},
		{glossary.Date, "2020/07/08", []string{"2020-07-08"}},
		{glossary.Date, "2020.7.8", []string{"2020-07-08"}},
		{glossary.Date, "2020-7-8", []string{"2020-07-08"}},
		{glossary.Date, "20200708", []string{"2020-07-08"}},
		{glossary.Date, "25-07-2020", []string{"2020-07-25"}},
		{glossary.Date, "07/25/2020", []string{"2020-07-25"}},
		{glossary.Date, "08-08-2020", []string{"2020-08-08"}},
		{glossary.Date, "08-07-2020", []string{"2020-07-08", "2020-08-07"}},
		{glossary.Date, "2020-07-08T10:30:00Z", []string{"2020-07-08"}},
		{glossary.Date, "2020-07-08 10:30", []string{"2020-07-08"}},
		{glossary.Date, " 2020-07-08 ", []string{"2020-07-08"}},
		{glossary.Date, "juillet 2020", nil},
		{glossary.Date, "2020", nil},
		{glossary.Date, "31 juin 2020", nil},
		{glossary.Date, "2020/13/45", nil},
		{glossary.Date, "08/07/20", nil},
		{glossary.Date, "8 brumaire 2020", nil},
		{glossary.Date, "hier", nil},
		{glossary.EDTF, "juillet 2020", []string{"2020-07"}},
		{glossary.EDTF, "sept. 2020", []string{"2020-09"}},
		{glossary.EDTF, "été 2020", []string{"2020-22"}},
		{glossary.EDTF, "Automne 2020", []string{"2020-23"}},
		{glossary.EDTF, "2020/07", []string{"2020-07"}},
		{glossary.EDTF, "2020-7", []string{"2020-07"}},
		{glossary.EDTF, "2004-2006", []string{"2004/2006"}},
		{glossary.EDTF, "2004–2006", []string{"2004/2006"}},
		{glossary.EDTF, "2004 à 2006", []string{"2004/2006"}},
		{glossary.EDTF, "2006-2004", nil},
		{glossary.EDTF, "vers 2011", []string{"2011~"}},
		{glossary.EDTF, "env. 2011", []string{"2011~"}},
		{glossary.EDTF, "Ca 2011", []string{"2011~"}},
		{glossary.EDTF, "2011 ?", []string{"2011?"}},
		{glossary.EDTF, "2011\u00A0?", []string{"2011?"}},
		{glossary.EDTF, "2011 (?)", []string{"2011?"}},
		{glossary.EDTF, "années 1990", []string{"199X"}},
		{glossary.EDTF, "1990s", []string{"199X"}},
		{glossary.EDTF, "201x", []string{"201X"}},
		{glossary.EDTF, "8 juillet 2020", []string{"2020-07-08"}},
		{glossary.EDTF, "07/08/2020", []string{"2020-08-07", "2020-07-08"}},
		{glossary.EDTF, "s. d.", nil},
		{glossary.EDTF, "2004/", nil},
		{glossary.EDTF, "à paraître", nil},
	} {
		if got := datesMeant(c.kind, c.text); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.text, got, c.want)
		}
	}
}

func TestDateFault(t *testing.T) {
	for text, want := range map[string]string{
		"2023-02-29": "calendar", "2020-13": "calendar", "2020-00-10": "calendar", "2006/2004": "reversed",
		"2020": "day-wanted", "2020-07": "day-wanted", "2004/2006": "day-wanted", "2020-07-08~": "day-wanted",
		"hier": "form", "08/07/2020": "form", "2004/": "form",
	} {
		if got := dateFault(text); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}
