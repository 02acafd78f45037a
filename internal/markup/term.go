package markup

// Term appends a word that is spoken of, outside its entry, with its language where it is not the book's.
func (p *Printer) Term(dst []byte, class, lang, text string) []byte {
	return p.element(dst, "span", class, lang, text)
}

// Defined appends the word that an article other than an entry's is about, with its language where it is not the book's.
func (p *Printer) Defined(dst []byte, class, lang, text string) []byte {
	return p.element(dst, "dfn", class, lang, text)
}
