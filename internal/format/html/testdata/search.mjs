// search.mjs SCRIPT…: tries the page's own search on the cases given on standard input as JSON, and tells what differs.
import { readFileSync } from "node:fs";

const script = process.argv.slice(2).map((name) => readFileSync(name, "utf8")).join("\n");
new Function(`"use strict"; ${script}`); // the whole script can be read
const search = readFileSync(process.argv[2], "utf8");
const { fold, squeeze, prepare, find } = new Function(`"use strict"; ${search}; return { fold, squeeze, prepare, find };`)();

const { texts, lexicons } = JSON.parse(readFileSync(0, "utf8"));
const differ = (what, got, want) => {
  if (JSON.stringify(got) !== JSON.stringify(want)) console.log(`${what}: got ${JSON.stringify(got)}, want ${JSON.stringify(want)}`);
};
for (const { text, folded, squeezed } of texts) {
  differ(`fold(${JSON.stringify(text)})`, fold(text), folded);
  differ(`squeeze(${JSON.stringify(folded)})`, squeeze(folded), squeezed);
}
for (const { keys, queries } of lexicons) {
  const index = prepare(keys);
  for (const { query, hits } of queries) {
    const found = find(index, query);
    differ(`find(${JSON.stringify(query)})`, found && found.map((hit) => `${hit.entry} ${hit.how} ${hit.key.rank} ${hit.key.key}`), hits);
  }
}
