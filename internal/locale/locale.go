// Package locale is what a language does to text: the order of words, the letters a search ignores, the short forms of
// inclusive writing, the spaces and signs of French typography, the direction of a script, and the characters that look
// like others or like nothing.
//
// It alone may know Unicode's tables. It works on plain strings and language tags, and knows nothing of lexicons, entries
// or files. Everything is a pure function: the same text gives the same answer on every machine, from any goroutine.
package locale
