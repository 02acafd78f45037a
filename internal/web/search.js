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

// How a key answers a query, the best way first. The program searches by the same rules, in internal/glossary/search.go.
const EXACT = 0;
const BEGINNING = 1; // the key begins with the query
const WORDS = 2; // each word of the query begins a word of the key, or is the plural of one
const INSIDE = 3;
const MISTYPED = 4; // the key is the query but for one typing error
const WORD_MISTYPED = 5; // as WORDS, with one error in one of the words
const NOT = 6;

// prepare readies the keys of the entries. An entry's keys come in groups, the best first: the headword and its forms,
// other terms, equivalents in other languages, terms to avoid. In a group, a key is on a line, and the term to avoid that
// it is a form of comes after a tab. The page holds keys composed, a search compares what fold gives.
function prepare(entries) {
  const index = [];
  entries.forEach((groups, entry) => groups.forEach((group, rank) => {
    if (group === "") return;
    for (const line of group.split("\n")) {
      const [written, avoid] = line.split("\t");
      const key = written.normalize("NFKD");
      index.push({ entry, rank, key, avoid, words: ` ${key} `, tight: squeeze(key) });
    }
  }));
  return index;
}

// find gives what a query means, the best first, null when it says nothing: each hit has the number of an entry, the key
// that led to it, and how. How comes before the rank of the key, and the order of the entries comes last. Of the readings
// of the query, from the strict to the loose, the first that finds something is the good one; in the last one, a typing
// error is forgiven.
function find(index, query) {
  const folded = fold(query);
  if (folded === "") return null;
  let asked;
  for (const reading of readings(folded)) {
    asked = ask(reading);
    const hits = scan(index, asked, match, asked.letters.length > 2);
    if (hits.length > 0) return hits;
  }
  return scan(index, asked, mistyped, true);
}

// scan gives the best hit of each entry. One or two letters are inside nearly everything: unless inside is set, they are
// found there only where they begin nothing.
function scan(index, asked, match, inside) {
  let hits = [];
  let best = NOT;
  let last;
  for (const key of index) {
    const how = match(asked, key);
    if (how === NOT) continue;
    if (how < best) best = how;
    if (last?.entry !== key.entry) hits.push(last = { entry: key.entry, how, key });
    else if (how < last.how || how === last.how && key.rank < last.key.rank) Object.assign(last, { how, key });
  }
  if (best < INSIDE && !inside) hits = hits.filter((hit) => hit.how !== INSIDE);
  return hits.sort((a, b) => a.how - b.how || a.key.rank - b.key.rank);
}

const LITTLE = /^(?:(?:le|la|les|un|une|des|du|de|au|aux|ce|cet|cette|ces|the|a|an) )+(?=.)/;

// readings gives the ways to read a folded query: as it stands, without the endings of inclusive shorthand
// (animateur·rice·s), without its punctuation (« beacon »?), without the little words that open it (un tiers-lieu).
function readings(folded) {
  const whole = folded.split(" ").map((word) => {
    const mark = word.search(/[·([]/);
    return mark > 0 ? word.slice(0, mark) : word;
  }).join(" ");
  const plain = fold(whole.replace(/[^\p{Letter}\p{Mark}\p{Number}' ]/gu, " ")) || whole;
  return new Set([folded, whole, plain, plain.replace(LITTLE, "")]);
}

// ask readies a reading of the query.
function ask(reading) {
  const tight = squeeze(reading);
  const words = reading.split(" ").map((word) => word.replace(/'+$/, "")).filter((word) => word !== "").map((word) => {
    const letters = [...word];
    const plural = letters.length > 3 && /[^sx][sx]$/.test(word); // -s and -x mark plurals
    return { letters, opening: ` ${word}`, singular: plural && ` ${word.slice(0, -1)} ` };
  });
  return { tight, letters: [...tight], words };
}

function match({ tight, words }, key) {
  if (tight === "") return NOT;
  if (key.tight.startsWith(tight)) return key.tight.length === tight.length ? EXACT : BEGINNING;
  if (words.length > 0 && words.every((word) => has(key, word))) return WORDS;
  return key.tight.includes(tight) ? INSIDE : NOT;
}

const has = (key, word) => key.words.includes(word.opening) || word.singular && key.words.includes(word.singular);

// SHORTEST is the length of the longest word in which no error is forgiven: it is too near to too many others.
const SHORTEST = 3;

function mistyped({ letters, words }, key) {
  if (letters.length > SHORTEST && offByOne(letters, key.tight)) return MISTYPED;
  let wrong = null;
  for (const word of words) {
    if (has(key, word)) continue;
    if (wrong !== null || word.letters.length <= SHORTEST) return NOT;
    wrong = word;
  }
  return wrong !== null && key.key.split(" ").some((word) => offByOne(wrong.letters, word)) ? WORD_MISTYPED : NOT;
}

// offByOne says whether two words are the same but for a letter added, left out or replaced, or two neighbours swapped.
function offByOne(typed, word) {
  if (word.length < typed.length - 1 || word.length > 2 * typed.length + 2) return false; // there are letters of length 2
  const letters = [...word];
  let start = 0;
  let a = typed.length;
  let b = letters.length;
  if (Math.abs(a - b) > 1) return false;
  while (start < a && start < b && typed[start] === letters[start]) start++;
  while (start < a && start < b && typed[a - 1] === letters[b - 1]) a--, b--;
  if (a - start === 2 && b - start === 2) return typed[start] === letters[start + 1] && typed[start + 1] === letters[start];
  return a - start < 2 && b - start < 2;
}
