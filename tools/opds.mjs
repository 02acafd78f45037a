#!/usr/bin/env node
// opds.mjs CATALOGUE…: has the parser of a reading application read OPDS catalogues, 1.2 (.xml) and 2.0 (.json), and
// fails when it does not find in them what they hold, or when a link leads to a file that is not beside them.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

// The parser and what it is made of, from where it finds them itself.
const parser = createRequire(import.meta.url).resolve('r2-opds-js/dist/es8-es2017/src/opds/converter.js');
const require = createRequire(parser);
const load = (module, path) => require(join(module, 'dist/es8-es2017/src', path));
const opds = (path) => require(join(dirname(parser), path));
const { DOMParser } = require('@xmldom/xmldom');
const { initGlobalConverters_OPDS } = opds('init-globals');
const { initGlobalConverters_GENERIC } = load('r2-shared-js', 'init-globals');
const { OPDS } = opds('opds1/opds');
const { OPDSFeed } = opds('opds2/opds2');
const { OPDSPublication } = opds('opds2/opds2-publication');
const { convertOpds1ToOpds2 } = require(parser);
const { XML } = load('r2-utils-js', '_utils/xml-js-mapper');
const { TaJsonDeserialize } = load('r2-lcp-js', 'serializable');
initGlobalConverters_OPDS();
initGlobalConverters_GENERIC();

const openAccess = 'http://opds-spec.org/acquisition/open-access';

// The feed as the application sees it: what is not understood is left out of it.
function read(file) {
  const text = readFileSync(file, 'utf8');
  if (file.endsWith('.json')) {
    const object = JSON.parse(text);
    return object.publications ? TaJsonDeserialize(object, OPDSFeed) : { Publications: [TaJsonDeserialize(object, OPDSPublication)] };
  }
  const onError = (level, message) => {
    throw new Error(`${level}: ${message}`);
  };
  const document = new DOMParser({ onError }).parseFromString(text, 'application/xml');
  return convertOpds1ToOpds2(XML.deserialize(document, OPDS));
}

function problems(file) {
  const found = [];
  const feed = read(file);
  const books = feed.Publications ?? [];
  const links = [...(feed.Links ?? [])];
  if (feed.Metadata && !feed.Metadata.Title) found.push('no title');
  if (feed.Metadata && !links.some(({ Rel }) => Rel?.includes('self'))) found.push('no link to itself');
  if (books.length === 0) found.push('no book');
  for (const { Metadata, Links, Images } of books) {
    const name = JSON.stringify(Metadata?.Title);
    if (!Metadata?.Title || !Metadata.Identifier || !Metadata.Language?.length || !Metadata.Author?.length || !Metadata.Modified) {
      found.push(`${name}: title, identifier, language, author or date missing`);
    }
    const open = (Links ?? []).filter(({ Rel, TypeLink }) => Rel?.includes(openAccess) && TypeLink === 'application/epub+zip');
    if (open.length !== 1) found.push(`${name}: ${open.length} EPUB`);
    if (file.endsWith('.json') && !Images?.length) found.push(`${name}: no image`);
    links.push(...(Links ?? []), ...(Images ?? []));
  }
  for (const { Href } of links) {
    if (!/^[a-z]+:/.test(Href) && !existsSync(join(dirname(file), Href))) found.push(`no file ${Href}`);
  }
  if (found.length === 0) console.log(`opds: ${file}: read, ${books.length} books, ${links.length} links`);
  return found;
}

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('usage: opds.mjs CATALOGUE…');
  process.exit(2);
}
for (const file of files) {
  let found;
  try {
    found = problems(file);
  } catch (error) {
    found = [error.message];
  }
  for (const problem of found) console.error(`opds: ${file}: ${problem}`);
  if (found.length > 0) process.exitCode = 1;
}
