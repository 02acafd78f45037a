package markup

// Term appends a word that is spoken of, outside its entry, with its language where it is not the book's.
func (p *Printer) Term(dst []byte, class, lang, text string) []byte {
	return p.element(dst, "span", class, lang, text)
}
