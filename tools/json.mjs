#!/usr/bin/env node
// json.mjs FILE…: checks exports against the schema written beside them, and the schema against its own standard (JSON Schema
// 2020-12): a file `<slug>.json`, the lines of a `<slug>.jsonl`, an `index.json` with the files of its terms.
// json.mjs --mutate FILE.json: spoils an export in every way that the contract forbids, one at a time, and makes sure that the
// schema refuses each and says where it is.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const read = (name) => JSON.parse(readFileSync(name, 'utf8'));

// A Schema is one of those that the program wrote, ready to judge.
class Schema {
  static known = new Map(); // by text: all builds write the same

  static at(name) {
    const text = readFileSync(name, 'utf8');
    if (!Schema.known.has(text)) Schema.known.set(text, new Schema(JSON.parse(text)));
    return Schema.known.get(text);
  }

  constructor(schema) {
    this.id = schema.$id;
    // Whatever the standard would let pass in silence (a keyword that does not exist, one that never applies) is an error; but
    // a type may be that of what is referred to.
    this.ajv = new Ajv2020({ strict: true, strictTypes: false });
    addFormats(this.ajv, { mode: 'full' });
    if (!this.ajv.validateSchema(schema)) throw new Error(`the schema is none: ${said(this.ajv.errors)}`);
    this.ajv.addSchema(schema);
  }

  // errors judges a value by the whole schema or, after "#", a part of it: null when there is nothing to say.
  errors(value, part = '') {
    const validate = this.ajv.getSchema(this.id + part);
    if (!validate) throw new Error(`the schema has no ${part}`);
    return validate(value) ? null : validate.errors;
  }
}

const said = (errors) => errors.map((e) => `${e.instancePath || '/'} ${e.message} ${JSON.stringify(e.params)}`).join('; ');

// check judges a file, and says what it has seen.
function check(name) {
  const judge = (schema, value, part, where) => {
    const errors = schema.errors(value, part);
    if (errors) throw new Error(`${where}: ${said(errors)}`);
  };
  if (name.endsWith('.jsonl')) {
    const schema = Schema.at(name.replace(/jsonl$/, 'schema.json'));
    const lines = readFileSync(name, 'utf8').trimEnd().split('\n').map((line) => JSON.parse(line));
    lines.forEach((line, i) => judge(schema, line, i === 0 ? '#/$defs/header' : '#/$defs/concept', `line ${i + 1}`));
    if (lines[0].count !== lines.length - 1 || lines.length === 1) throw new Error(`${lines.length} lines for ${lines[0].count} concepts`);
    return `${lines.length} lines`;
  }
  const value = read(name);
  const [file, fragment] = value.$schema.split('#');
  const schema = Schema.at(join(dirname(name), file));
  judge(schema, value, fragment ? `#${fragment}` : '', '');
  if (!value.index) {
    if (value.count !== value.entries.length) throw new Error(`${value.count} is not the number of entries`);
    return `${value.count} concepts`;
  }
  const terms = join(dirname(name), 'terms');
  const files = readdirSync(terms);
  const wanted = value.index.map((listed) => `${listed.id}.json`);
  if (files.length !== value.count || !wanted.every((w) => files.includes(w))) throw new Error(`the files of the terms are not those of the index`);
  for (const f of files) judge(schema, read(join(terms, f)), '#/$defs/concept', `terms/${f}`);
  return `${files.length} files of terms`;
}

// What the contract says must be there, by the shape of an object: docs/json.md.
const required = {
  envelope: ['$schema', 'schema', 'type', 'generator', 'title', 'id', 'slug', 'language', 'version', 'date', 'license', 'languages', 'domains', 'collation', 'count', 'redirects', 'fold', 'entries'],
  concept: ['id', 'type', 'term', 'pos', 'domains', 'status', 'letter', 'sort_key', 'labels', 'search', 'hash'],
  text: ['lang', 'markdown', 'text', 'html'],
  example: ['text'],
  synonym: ['term', 'status'],
  translation: ['term'],
  labels: ['preferred'],
  search: ['headword'],
  language: ['tag', 'direction', 'names'],
  names: ['fr', 'en'],
  contributor: ['name'],
  authority: ['name'],
  reading: ['title', 'url'],
  illustration: ['file'],
  previous: ['date'],
  event: ['name'],
  edition: ['name'],
};

// What is in a list or a map has the shape that the key of it says; the rest is told by its key.
const shapes = {
  entries: 'concept', examples: 'example', synonyms: 'synonym', translations: 'translation', languages: 'language',
  contributors: 'contributor', further_reading: 'reading', sources: 'source', texts: 'texts', domains: 'labels of a domain',
};
const texts = new Set(['definition', 'in_brief', 'how_it_works', 'notes', 'reason', 'description', 'foreword', 'news', 'credits', 'preface']);

// shapeOf names the shape of the object at a path.
function shapeOf(path) {
  if (path.length === 0) return 'envelope';
  const last = path.at(-1);
  const key = typeof last === 'number' ? path.at(-2) : last;
  if (texts.has(key)) return 'text';
  if (key === 'text' && path.at(-3) === 'examples') return 'text';
  if (typeof last === 'number') return shapes[key] ?? key;
  return shapes[path.at(-2)] && typeof path.at(-2) === 'string' && path.length > 1 && maps.has(path.at(-2)) ? shapes[path.at(-2)] : last;
}

// Objects whose keys are the lexicon's own: languages, domains, authorities, ids, characters.
const maps = new Set(['translations', 'texts', 'domains', 'identifiers', 'redirects', 'fold', 'preferred', 'admitted', 'discouraged']);
const isMap = (path, value) => !Array.isArray(value) && (maps.has(path.at(-1)) || path.at(-2) === 'domains');

// The exceptions: what may be empty.
const mayBeEmpty = (path) => path.length === 1 && ['redirects', 'fold', 'entries'].includes(path[0]) || path.at(-2) === 'fold';

// Values that none of a kind may be, by the keys that hold the kind. A list's key is that of its items.
const vocabularies = ['pos', 'gender', 'number', 'level', 'kind', 'autolink', 'role', 'direction', 'status', 'type', 'order', 'collation'];
const ids = ['broader', 'narrower', 'related', 'distinguish', 'part_of', 'parts', 'mentions', 'mentioned_by', 'replaces', 'replaced_by', 'formerly', 'slug', 'redirects'];
const dates = ['created', 'modified', 'reviewed', 'accessed', 'date'];
const malformed = [
  [vocabularies, ['nonsense', 'Noun', ' noun']],
  [ids, ['Tiers-Lieu', 'tiers_lieu', '-a', 'a--b', '../a', 'é']],
  [dates, ['2026-13-01', '2026-02-30', '26-01-01', 'hier', '2026-01-01T00:00:00Z']],
  [['lang', 'tag', 'language', 'title_language'], ['fr_CA', 'français', 'f', 'fr-']],
  [['hash'], ['0', 'A'.repeat(64), 'g'.repeat(64), '0'.repeat(63), '0'.repeat(65)]],
  [['sort_key'], ['é', 'abc', 'WXYZ', 'A A']],
  [['url', 'homepage', 'contribute'], ['javascript:alert(1)', 'example', '//example.org', 'https://a b']],
  [['region'], ['QCA', 'Canada', 'ca-qc']],
];

// spoil gives every mutation of the value at a path: what it does, the path at which it must be refused, and how to make and
// unmake it. A mutation that must be accepted has no path.
function* spoil(holder, key, path) {
  const value = holder[key];
  const at = '/' + path.map((k) => String(k).replaceAll('~', '~0').replaceAll('/', '~1')).join('/');
  const up = at.slice(0, at.lastIndexOf('/'));
  const name = path.at(-1);
  const put = (what, other, where = at) => ({ what, where, apply: () => { holder[key] = other; }, undo: () => { holder[key] = value; } });
  if (path.length > 0) {
    yield put('null', null);
    if (!Array.isArray(holder)) {
      const parent = path.slice(0, -1);
      const shape = shapeOf(parent);
      const free = isMap(parent, holder);
      const alone = Object.keys(holder).length === 1;
      const without = { what: 'removed', apply: () => { delete holder[key]; } };
      // Put back at its place: the order of keys means nothing, but the next mutations go by it.
      const entries = Object.entries(holder);
      without.undo = () => { for (const [k] of entries) delete holder[k]; Object.assign(holder, Object.fromEntries(entries)); };
      if (!free && required[shape]?.includes(name) || alone && !mayBeEmpty(parent)) yield { ...without, where: up };
      else yield without;
    }
  }
  if (Array.isArray(value)) {
    yield put('a list made an object', { ...value });
    yield put('a list made a text', 'a');
    yield { ...put('a list emptied', []), where: mayBeEmpty(path) ? undefined : at };
    if (ids.includes(name)) yield put('an item twice', [...value, value[0]]);
    for (let i = 0; i < value.length; i++) yield* spoil(value, i, [...path, i]);
  } else if (typeof value === 'object') {
    if (path.length > 0) {
      yield put('an object made a list', [value]);
      yield put('an object made a text', 'a');
      yield { ...put('an object emptied', {}), where: mayBeEmpty(path) ? undefined : at };
    }
    for (const unknown of ['Inconnu_e !', ...(isMap(path, value) ? [] : ['inconnu'])]) {
      yield {
        what: `a key ${JSON.stringify(unknown)} added`, where: path.length === 0 ? '' : at,
        apply: () => { value[unknown] = Object.values(value)[0] ?? 'a'; }, undo: () => { delete value[unknown]; },
      };
    }
    for (const k of Object.keys(value)) yield* spoil(value, k, [...path, k]);
  } else if (typeof value === 'string') {
    yield put('a text made a number', 1);
    yield put('a text made a list', [value]);
    yield put('a text made an object', { text: value });
    yield { ...put('a text emptied', ''), where: mayBeEmpty(path) ? undefined : at };
    const kind = typeof name === 'number' ? path.at(-2) : path.at(-2) === 'redirects' ? 'redirects' : name;
    for (const [keys, bad] of malformed) {
      if (!keys.includes(kind) || isMap(path.slice(0, -1), holder) && kind !== 'redirects') continue;
      for (const other of bad) yield put(`made ${JSON.stringify(other)}`, other);
    }
    if (kind === 'id') for (const other of path.length === 1 ? ['a', 'urn:', '/a'] : malformed[1][1]) yield put(`made ${JSON.stringify(other)}`, other);
  } else {
    yield put('made a text', String(value));
    yield put('made 1.5', 1.5);
    if (typeof value === 'number') yield put('made -1', -1);
  }
}

function mutate(name) {
  const file = read(name);
  const schema = Schema.at(join(dirname(name), file.$schema));
  // Of the table of letters, a few: they are all alike.
  file.fold = Object.fromEntries(Object.entries(file.fold).filter((_, i) => i % 100 === 0));
  const found = [];
  let refused = 0;
  let accepted = 0;
  const attempt = (of, mutation, prefix) => {
    mutation.apply();
    const errors = schema.errors(of);
    mutation.undo();
    const { what, where } = mutation;
    if (where === undefined) {
      if (errors) found.push(`${prefix}: ${what}: is refused: ${said(errors)}`);
      accepted++;
    } else if (!errors) {
      found.push(`${where}: ${what}: is accepted`);
    } else if (errors[0].instancePath !== where) {
      found.push(`${where}: ${what}: is refused at ${said(errors.slice(0, 1))}`);
    } else {
      refused++;
    }
  };
  // Each concept in turn stands alone in the file, to spare the time of judging all.
  const one = { ...file, count: 1, entries: file.entries.slice(0, 1) };
  for (const mutation of spoil({ '': one }, '', [])) attempt(one, mutation, 'envelope');
  const small = { ...one, entries: [] };
  for (const e of file.entries.slice(1)) {
    small.entries[0] = e;
    for (const mutation of spoil(small.entries, 0, ['entries', 0])) attempt(small, mutation, e.id);
  }
  if (schema.errors(file)) found.push('the file is not what it was');
  if (refused < 1000) found.push(`only ${refused} mutations`);
  return { found, seen: `${refused} mutations refused where they are, ${accepted} accepted as they may be` };
}

const args = process.argv.slice(2);
const mutating = args[0] === '--mutate';
if (mutating) args.shift();
if (args.length === 0) {
  console.error('usage: json.mjs [--mutate] FILE…');
  process.exit(2);
}
for (const name of args) {
  let found = [];
  let seen;
  try {
    if (mutating) ({ found, seen } = mutate(name));
    else seen = check(name);
  } catch (error) {
    found = [error.message];
  }
  for (const problem of found.slice(0, 40)) console.error(`json: ${name}: ${problem}`);
  if (found.length > 0) process.exitCode = 1;
  else console.log(`json: ${name}: ${mutating ? '' : 'valid, '}${seen}`);
}
