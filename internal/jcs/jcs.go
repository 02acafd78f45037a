// Package jcs writes texts as the JSON Canonicalization Scheme (RFC 8785) does, for the export that is hashed and for the reader
// that works the hash out again.
package jcs

// AppendText appends a string between its quotes (section 3.2.2.2): what JSON forbids is escaped, and nothing else.
func AppendText[T string | []byte](dst []byte, s T) []byte {
	const hex = "0123456789abcdef"
	dst = append(dst, '"')
	last := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= ' ' && c != '"' && c != '\\' {
			continue
		}
		dst = append(append(dst, s[last:i]...), '\\')
		last = i + 1
		switch c {
		case '"', '\\':
			dst = append(dst, c)
		case '\b':
			dst = append(dst, 'b')
		case '\t':
			dst = append(dst, 't')
		case '\n':
			dst = append(dst, 'n')
		case '\f':
			dst = append(dst, 'f')
		case '\r':
			dst = append(dst, 'r')
		default:
			dst = append(dst, 'u', '0', '0', hex[c>>4], hex[c&15])
		}
	}
	dst = append(dst, s[last:]...)
	return append(dst, '"')
}
