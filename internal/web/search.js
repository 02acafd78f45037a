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

// prepare readies the search of keys, which are one text: a line for each entry, and before each of its keys a capital that
// tells its rank, A the best. A text of capitals and keys is searched at once, not key by key, and words are found by
// their two first letters: a letter typed never waits, even for ten thousand entries.
function prepare(written) {
  const text = written.normalize("NFKD"); // a page holds keys composed, a search compares what fold gives
  let entries = 0;
  let keys = 0;
  let spaces = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === NEWLINE) entries++;
    else if (c === SPACE) spaces++;
    else if (c >= CAPITAL_A && c <= CAPITAL_D) keys++;
  }
  const index = {
    text, tight: squeeze(text), wide: WIDE.test(text),
    // Of each key: where it starts and ends in the text, and in the text without spaces and apostrophes; the number of its
    // entry, and its rank. Of each entry, its first key.
    starts: new Int32Array(keys), ends: new Int32Array(keys), tightStarts: new Int32Array(keys), tightEnds: new Int32Array(keys),
    owners: new Int32Array(keys), ranks: new Uint8Array(keys), firsts: new Int32Array(entries + 1),
    // Of each word of the keys: where it starts and ends, and its key.
    words: new Int32Array(keys + spaces), wordEnds: new Int32Array(keys + spaces), wordKeys: new Int32Array(keys + spaces),
    // What a query leaves. Of each key, how many words of the query it has, the last of them, and the sum of their numbers; of
    // each entry, how well it answers, and by which key.
    held: new Uint16Array(keys), heldLast: new Int32Array(keys), heldSum: new Int32Array(keys),
    scores: new Uint8Array(entries), by: new Int32Array(entries),
    absent: null, // what the last query that is inside no key was: no longer one is
  };
  let entry = 0;
  let key = -1;
  let word = -1;
  let dropped = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === SPACE || c === QUOTE) dropped++;
    const rank = c - CAPITAL_A;
    if (c !== SPACE && c !== NEWLINE && (rank < 0 || rank >= RANKS)) continue;
    if (word >= 0 && index.wordEnds[word] === 0) index.wordEnds[word] = i;
    if (c !== SPACE && key >= 0 && index.ends[key] === 0) {
      index.ends[key] = i;
      index.tightEnds[key] = i - dropped;
    }
    if (c === NEWLINE) {
      index.firsts[++entry] = key + 1;
      continue;
    }
    if (c !== SPACE) {
      index.starts[++key] = i + 1;
      index.tightStarts[key] = i + 1 - dropped;
      index.owners[key] = entry;
      index.ranks[key] = rank;
    }
    index.words[++word] = i + 1;
    index.wordKeys[word] = key;
  }
  index.keysByOpening = byOpening(index.tight, index.tightStarts);
  index.wordsByOpening = byOpening(text, index.words);
  return index;
}

const SPACE = 0x20;
const QUOTE = 0x27;
const NEWLINE = 0x0a;
const CAPITAL_A = 0x41;
const CAPITAL_D = 0x44;
const RANKS = 4;
const WIDE = /[\ud800-\udfff]/; // halves of letters that take two places
const NEVER = 255; // the score of an entry that does not answer

// byOpening sorts places of a text by the two letters there, and keeps their order when these are the same. Letters of
// other alphabets may share the bucket of an ASCII one: what is found there is to be compared.
function byOpening(text, places) {
  const n = places.length;
  const bounds = new Int32Array(128 * 128 + 1);
  const buckets = new Uint16Array(n);
  for (let i = 0; i < n; i++) {
    buckets[i] = (text.charCodeAt(places[i]) & 127) << 7 | text.charCodeAt(places[i] + 1) & 127;
    bounds[buckets[i] + 1]++;
  }
  for (let i = 1; i < bounds.length; i++) bounds[i] += bounds[i - 1];
  const next = bounds.slice();
  const sorted = new Int32Array(n);
  for (let i = 0; i < n; i++) sorted[next[buckets[i]]++] = i;
  return { bounds, sorted };
}

// opening gives the numbers of the places that may begin with a word.
function opening({ bounds, sorted }, word) {
  const first = (word.charCodeAt(0) & 127) << 7;
  if (word.length === 1) return sorted.subarray(bounds[first], bounds[first + 128]);
  const bucket = first | word.charCodeAt(1) & 127;
  return sorted.subarray(bounds[bucket], bounds[bucket + 1]);
}

// begins says whether a word stands at a place of a text.
function begins(text, place, word) {
  for (let i = 0; i < word.length; i++) if (text.charCodeAt(place + i) !== word.charCodeAt(i)) return false;
  return true;
}

// is says whether a part of a text is a word; there may be no word.
const is = (text, start, end, word) => word !== null && start + word.length === end && begins(text, start, word);

// find gives what a query means, null when it says nothing: how many entries, and the best of them, no more than limit,
// the best first. Each hit has the number of an entry; the key that led to it, its rank, the number of its form among
// those of the entry; and how. How comes before the rank of the key, and the order of the entries comes last. Of the
// readings of the query, from the strict to the loose, the first that finds something is the good one; in the last one, a
// typing error is forgiven.
function find(index, query, limit = Infinity) {
  const folded = fold(query);
  if (folded === "") return null;
  let asked;
  for (const reading of readings(folded)) {
    asked = ask(reading);
    index.scores.fill(NEVER);
    if (match(index, asked)) return best(index, limit);
  }
  mistyped(index, asked); // of the last reading, which match has left the words of
  return best(index, limit);
}

// answer notes that a key answers a query. Of an entry's keys that answer as well, the first counts.
function answer({ scores, by, owners, ranks }, key, how) {
  const entry = owners[key];
  const score = how * RANKS + ranks[key];
  if (score < scores[entry] || score === scores[entry] && key < by[entry]) {
    scores[entry] = score;
    by[entry] = key;
  }
}

// best gives the entries that answer, the best first.
function best({ scores, by, text, starts, ends, ranks, firsts }, limit) {
  const bounds = new Int32Array(NEVER + 2);
  for (let entry = 0; entry < scores.length; entry++) bounds[scores[entry] + 1]++;
  for (let score = 1; score <= NEVER; score++) bounds[score] += bounds[score - 1];
  const count = bounds[NEVER];
  const sorted = new Int32Array(count);
  for (let entry = 0; entry < scores.length; entry++) {
    if (scores[entry] !== NEVER) sorted[bounds[scores[entry]]++] = entry;
  }
  const hits = Array.from(sorted.subarray(0, Math.min(count, limit)), (entry) => {
    const key = by[entry];
    return {
      entry, key: text.slice(starts[key], ends[key]), rank: ranks[key], form: key - firsts[entry], how: Math.floor(scores[entry] / RANKS),
    };
  });
  return { count, hits };
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
    const length = [...word].length;
    const plural = length > 3 && /[^sx][sx]$/.test(word); // -s and -x mark plurals
    return { word, length, singular: plural ? word.slice(0, -1) : null };
  });
  return { tight, length: [...tight].length, words };
}

// match notes the keys that answer a reading without an error, and says whether there are any. One or two letters are
// inside nearly everything: they are found there only where they begin nothing.
function match(index, { tight, length, words }) {
  if (tight === "") return false;
  let found = false;
  const keys = opening(index.keysByOpening, tight);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    const start = index.tightStarts[key];
    if (!begins(index.tight, start, tight)) continue;
    answer(index, key, start + tight.length === index.tightEnds[key] ? EXACT : BEGINNING);
    found = true;
  }
  hold(index, words);
  for (let key = 0; key < index.held.length && words.length > 0; key++) {
    if (index.held[key] !== words.length) continue;
    answer(index, key, WORDS);
    found = true;
  }
  if (found && length <= 2 || index.absent !== null && tight.includes(index.absent)) return found;
  const { tight: text, tightEnds: ends } = index;
  for (let at = text.indexOf(tight), key = 0; at >= 0; at = text.indexOf(tight, at)) {
    while (ends[key] <= at) key++;
    answer(index, key, INSIDE); // which says nothing new of a key that begins with the query
    found = true;
    at = ends[key];
  }
  if (!found) index.absent = tight;
  return found;
}

// hold counts for each key the words of the query that begin one of its words, or are the plural of one, and adds up their
// numbers: when one word is missing, the sum tells which.
function hold(index, words) {
  const { text, held, heldLast, heldSum, wordKeys, wordEnds } = index;
  held.fill(0);
  heldSum.fill(0);
  heldLast.fill(-1);
  words.forEach(({ word, singular }, number) => {
    const places = opening(index.wordsByOpening, word);
    for (let j = 0; j < places.length; j++) {
      const i = places[j];
      const start = index.words[i];
      const key = wordKeys[i];
      if (heldLast[key] === number) continue;
      if (!begins(text, start, word) && !is(text, start, wordEnds[i], singular)) continue;
      heldLast[key] = number;
      heldSum[key] += number;
      held[key]++;
    }
  });
}

// SHORTEST is the length of the longest word in which no error is forgiven: it is too near to too many others.
const SHORTEST = 3;

// mistyped notes the keys that answer a reading but for an error in the whole of it, or in one of its words. The words are
// those that were just counted.
function mistyped(index, { tight, length, words }) {
  const { text, held, heldSum, words: starts, wordKeys, wordEnds, tightStarts, tightEnds } = index;
  const wide = index.wide || WIDE.test(tight);
  const offByOne = wide ? lettersOffByOne : unitsOffByOne;
  const most = wide ? 2 : 1; // units by which lengths may differ
  for (let key = 0; key < held.length && length > SHORTEST; key++) {
    if (Math.abs(tightEnds[key] - tightStarts[key] - tight.length) > most) continue;
    if (offByOne(tight, index.tight, tightStarts[key], tightEnds[key])) answer(index, key, MISTYPED);
  }
  const sum = words.length * (words.length - 1) / 2;
  for (let i = 0; i < wordKeys.length; i++) {
    const key = wordKeys[i];
    if (held[key] !== words.length - 1) continue;
    const wrong = words[sum - heldSum[key]];
    if (wrong.length <= SHORTEST || Math.abs(wordEnds[i] - starts[i] - wrong.word.length) > most) continue;
    if (offByOne(wrong.word, text, starts[i], wordEnds[i])) answer(index, key, WORD_MISTYPED);
  }
}

// unitsOffByOne says whether what was typed is a part of a text but for a letter added, left out or replaced, or two
// neighbours swapped.
function unitsOffByOne(typed, text, start, end) {
  let from = 0;
  let to = typed.length;
  while (from < to && start < end && typed.charCodeAt(from) === text.charCodeAt(start)) from++, start++;
  while (from < to && start < end && typed.charCodeAt(to - 1) === text.charCodeAt(end - 1)) to--, end--;
  if (to - from === 2 && end - start === 2) {
    return typed.charCodeAt(from) === text.charCodeAt(start + 1) && typed.charCodeAt(from + 1) === text.charCodeAt(start);
  }
  return to - from < 2 && end - start < 2;
}

// lettersOffByOne says the same where there are letters that take two units of a string.
function lettersOffByOne(typed, text, start, end) {
  const a = [...typed];
  const b = [...text.slice(start, end)];
  if (Math.abs(a.length - b.length) > 1) return false;
  while (a.length > 0 && a.at(-1) === b.at(-1)) a.pop(), b.pop();
  while (a.length > 0 && a[0] === b[0]) a.shift(), b.shift();
  if (a.length === 2 && b.length === 2) return a[0] === b[1] && a[1] === b[0];
  return a.length < 2 && b.length < 2;
}
