// search.mjs SCRIPT: tries the search on the cases given on standard input as JSON, and tells what differs.
import { readFileSync } from "node:fs";

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
    differ(`find(${JSON.stringify(query)})`, found && found.hits.map((hit) => `${hit.entry} ${hit.how} ${hit.rank} ${hit.form} ${hit.key}`), hits);
    if (found === null) continue;
    differ(`the number found of ${JSON.stringify(query)}`, found.count, hits.length);
    differ(`the best of ${JSON.stringify(query)}`, find(index, query, 3), { count: hits.length, hits: found.hits.slice(0, 3) });
  }
}
