// Looking a word up. Nothing here touches the page: fold does to a query what the program's locale.Fold did to the keys
// when the page was made, and find says which entries a query means.

const APOSTROPHE = /['`´ʹʻʼ′׳‘’‛＇]/u;
const HYPHEN = /[\p{Dash_Punctuation}−⁃]/u;
const BLANK = /[\s\p{Separator}\u0085]/u;
const LETTER = /[\p{Letter}\p{Number}]/u;
const MARK = /\p{Mark}/u;
// Marks that a reader may leave out; those of other scripts spell vowels.
const ACCENT = /[\u0300-\u036f\p{Script=Inherited}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Cyrillic}\p{Script=Greek}]/u;
// What nobody sees, and what turns the direction of writing.
const UNSEEN = /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}\u{e0100}-\u{e01ef}]/u;
const ELISION = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)$/;
// Letters that Unicode does not decompose. A search knows no end of word: ς is σ.
const PLAIN = {
  œ: "oe", æ: "ae", ß: "ss", þ: "th", ⱥ: "a", ƀ: "b", ȼ: "c", đ: "d", ð: "d", ɇ: "e", ǥ: "g", ħ: "h", ı: "i", ɨ: "i",
  ɉ: "j", ł: "l", ŋ: "n", ø: "o", ɍ: "r", ŧ: "t", ⱦ: "t", ʉ: "u", ɏ: "y", ƶ: "z", ς: "σ",
};

// kind sorts a character as it was typed: ´ decomposes to a space, but whoever types it means an apostrophe.
function kind(c) {
  if (UNSEEN.test(c)) return "unseen";
  if (APOSTROPHE.test(c)) return "apostrophe";
  if (MARK.test(c)) return ACCENT.test(c) ? "unseen" : "letter";
  if (LETTER.test(c)) return "letter";
  return BLANK.test(c) || HYPHEN.test(c) ? "blank" : "other";
}

// fold gives what is compared: plain lower-case letters and single spaces, without accents nor elisions.
function fold(text) {
  let out = "";
  let word = 0; // where the current word starts in out
  const put = (c, kind) => {
    if (kind === "apostrophe") {
      out += "'";
    } else if (kind === "letter") {
      if (!MARK.test(c) && out.endsWith("'") && ELISION.test(out.slice(word, -1))) out = out.slice(0, word);
      out += PLAIN[c] ?? c;
    } else if (kind !== "unseen") {
      if (kind !== "blank") out += c;
      else if (out !== "" && !out.endsWith(" ")) out += " ";
      word = out.length;
    }
  };
  for (const c of text) {
    const k = kind(c);
    if (k !== "letter" && k !== "other") put(c, k);
    else for (const part of c.normalize("NFKD")) put(part.toLowerCase(), kind(part));
  }
  return out.replace(/ $/, "").normalize("NFKD");
}

// squeeze leaves spaces and apostrophes out of a folded text: "co developpement" and "codeveloppement" meet.
const squeeze = (folded) => folded.replace(/[ ']/g, "");

// prepare readies the keys of the entries. An entry's keys come in groups, by what they are: the headword and its forms,
// other terms, equivalents in other languages, terms to avoid; the keys of a group are on a line each.
function prepare(entries) {
  const ready = (key) => ({ words: ` ${key} `, tight: squeeze(key) });
  return entries.map((groups) => groups.flatMap((keys) => (keys === "" ? [] : keys.split("\n").map(ready))));
}

// find gives the numbers of the entries that a query means, null when it says nothing. Of its readings, from the strict
// to the loose, the first that finds something is the good one.
function find(index, query) {
  const folded = fold(query);
  if (folded === "") return null;
  const words = folded.split(" ").map((word) => word.replace(/'+$/, "")).filter((word) => word !== "");
  const tight = squeeze(folded);
  const inside = (key) => key.tight.includes(tight);
  // One or two letters are inside nearly everything: they are looked for at the start of words first.
  const starts = (key) => words.length > 0 && words.every((word) => hasWord(key.words, word)) || tight.length > 2 && inside(key);
  for (const reading of [starts, inside]) {
    const found = new Set();
    if (tight !== "") index.forEach((keys, i) => keys.some(reading) && found.add(i));
    if (found.size > 0) return found;
  }
  const plain = folded.replace(/[^\p{Letter}\p{Mark}\p{Number}' ]/gu, " "); // « beacon »?
  return plain === folded ? new Set() : find(index, plain) ?? new Set();
}

// hasWord says whether a word of the key begins as given, or is the singular of what is given: -s and -x mark plurals.
function hasWord(words, word) {
  return words.includes(` ${word}`) || /..[^sx][sx]$/.test(word) && words.includes(` ${word.slice(0, -1)} `);
}
