#!/usr/bin/env node
// editor.mjs: opens files in the language server by which VS Code knows YAML, with the schemas of the repository as
// .vscode/settings.json gives them, and fails when an editor would not be helped: keys and values proposed and explained,
// mistakes told at their lines, sound files left alone. Nothing is fetched.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
const program = join(dirname(require.resolve('yaml-language-server/package.json')), 'bin/yaml-language-server');
const uri = (path) => pathToFileURL(join(root, path)).href;

const settings = JSON.parse(readFileSync(join(root, '.vscode/settings.json'), 'utf8'));
const schemas = Object.fromEntries(Object.entries(settings['yaml.schemas']).map(([file, glob]) => [uri(file), glob]));
const configuration = {
  yaml: { schemas, schemaStore: { enable: false }, kubernetesCRDStore: { enable: false }, validate: true, hover: true, completion: true, yamlVersion: '1.2' },
  http: {},
};

// The server, by the Language Server Protocol over its standard streams.
const server = spawn(process.execPath, [program, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
const waiting = new Map();
const diagnosed = new Map(); // by document: what waits for its diagnostics
let last = 0;

function send(message) {
  const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
  server.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
  server.stdin.write(body);
}

const notify = (method, params) => send({ method, params });

function ask(method, params) {
  const id = ++last;
  send({ id, method, params });
  return new Promise((settle, fail) => waiting.set(id, { settle, fail }));
}

function receive(message) {
  const { id, method, params } = message;
  if (method && id !== undefined) {
    // What it asks of the editor.
    const result = method === 'workspace/configuration' ? params.items.map(({ section }) => configuration[section] ?? {}) : null;
    send({ id, result });
  } else if (method === 'textDocument/publishDiagnostics') {
    diagnosed.get(params.uri)?.(params.diagnostics);
  } else if (waiting.has(id)) {
    const { settle, fail } = waiting.get(id);
    waiting.delete(id);
    if (message.error) fail(new Error(message.error.message));
    else settle(message.result);
  }
}

let pending = Buffer.alloc(0);
server.stdout.on('data', (chunk) => {
  pending = Buffer.concat([pending, chunk]);
  for (;;) {
    const end = pending.indexOf('\r\n\r\n');
    if (end < 0) return;
    const start = end + 4;
    const length = Number(/Content-Length: (\d+)/i.exec(pending.subarray(0, end))[1]);
    if (pending.length < start + length) return;
    const body = pending.subarray(start, start + length);
    pending = pending.subarray(start + length);
    receive(JSON.parse(body));
  }
});

const faults = [];
let checks = 0;
const check = (what, holds, got) => {
  checks++;
  if (!holds) faults.push(`${what}: ${JSON.stringify(got)}`);
};

server.on('exit', (code) => {
  console.error(`editor: the language server ended with ${code}`);
  process.exit(1);
});
setTimeout(() => {
  console.error('editor: the language server does not answer');
  server.removeAllListeners('exit');
  server.kill();
  process.exit(1);
}, 60_000).unref();

await ask('initialize', {
  processId: process.pid,
  rootUri: uri('.'),
  workspaceFolders: [{ uri: uri('.'), name: 'lexipoche' }],
  capabilities: {
    workspace: { configuration: true, workspaceFolders: true },
    textDocument: {
      completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown', 'plaintext'] } },
      hover: { contentFormat: ['markdown', 'plaintext'] },
    },
  },
});
notify('initialized', {});
notify('workspace/didChangeConfiguration', { settings: configuration });

// open shows a text under a name of the repository, and gives what the server finds wrong in it.
function open(path, text) {
  const found = new Promise((settle) => diagnosed.set(uri(path), settle));
  notify('textDocument/didOpen', { textDocument: { uri: uri(path), languageId: 'yaml', version: 1, text } });
  return found;
}

const at = (path, line, character) => ({ textDocument: { uri: uri(path) }, position: { line, character } });
const complete = async (path, line, character) => (await ask('textDocument/completion', at(path, line, character))).items;
const text = (documentation) => documentation?.value ?? documentation ?? '';
const bilingual = (words, french, english) => words.includes(french) && words.includes(english);

// The server passes over a pattern that JavaScript cannot read.
for (const file of Object.keys(schemas)) {
  const patterns = readFileSync(fileURLToPath(file), 'utf8').match(/(?<="pattern": )"(?:[^"\\]|\\.)*"/g) ?? [];
  check(`${file} has patterns`, patterns.length > 10, patterns.length);
  for (const pattern of patterns) new RegExp(JSON.parse(pattern), 'u');
}

// The files of the lexicon are sound.
for (const path of ['lexicon/terms/tiers-lieu.yaml', 'lexicon/lexicon.yaml', 'lexicon/editions/forum.yaml']) {
  const found = await open(path, readFileSync(join(root, path), 'utf8'));
  check(`${path} is sound`, found.length === 0, found);
}

// The keys that an entry lacks are proposed, each with what it is for; those that it has are not.
const entry = 'lexicon/terms/essai.yaml';
await open(entry, 'term: essai\npos: noun\ndefinition: Ce que l’on tente.\n\n');
const keys = await complete(entry, 3, 0);
for (const key of ['domains', 'gender', 'in_brief', 'synonyms', 'translations', 'sources', 'status']) {
  check(`${key} is proposed`, keys.some((k) => k.label === key), keys.map((k) => k.label));
}
check('term is not proposed again', !keys.some((k) => k.label === 'term'), keys.map((k) => k.label));
const unexplained = keys.filter((k) => k.kind === 10 && !text(k.documentation).includes('\n\n'));
check('each key is explained in both languages', unexplained.length === 0, unexplained);
const domains = text(keys.find((k) => k.label === 'domains')?.documentation);
check('domains is explained', bilingual(domains, 'domaines', 'domains'), domains);

// What a key means is shown under the pointer.
const hover = await ask('textDocument/hover', at(entry, 2, 3));
const shown = text(hover?.contents);
check('definition is explained under the pointer', bilingual(shown, 'Une seule phrase', 'A single sentence'), shown);

// The values of a vocabulary are proposed and explained.
const values = 'lexicon/terms/valeurs.yaml';
await open(values, 'term: essai\npos: \n');
const parts = await complete(values, 1, 5);
for (const value of ['noun', 'verb', 'phrase']) {
  const item = parts.find((p) => p.label === value);
  check(`${value} is proposed`, item !== undefined, parts.map((p) => p.label));
  check(`${value} is explained`, text(item?.documentation).includes('\n\n'), item);
}

// A whole entry is proposed in an empty file.
const empty = 'lexicon/terms/vide.yaml';
await open(empty, '\n');
const starter = (await complete(empty, 0, 0)).find((s) => s.label.includes('Une fiche'));
const inserted = starter?.textEdit?.newText ?? starter?.insertText ?? '';
check('an entry is proposed whole', ['term:', 'pos:', 'gender:', 'domains:', 'definition:'].every((key) => inserted.includes(key)), starter);

// Mistakes are told at their lines, in both languages where the words are ours.
const bad = 'lexicon/terms/fautes.yaml';
const found = await open(
  bad,
  [
    'term: essai',
    'pos: nom',
    'domains: [Lieux]',
    'defintion: Ce que l’on tente.',
    'in_brief:',
    'created: 22 novembre 2026',
    'synonyms:',
    '  - tentative',
    '  - {term: test, status: mauvais}',
    '  - {status: admitted}',
    'translations:',
    '  anglais: trial',
    'related: tiers-lieu',
    'tags: [3, 2FA, no]',
    '',
  ].join('\n'),
);
const told = new Set(found.map((d) => d.range.start.line + 1));
check('mistakes are told at their lines', [1, 2, 3, 4, 5, 6, 9, 10, 12, 13].join() === [...told].sort((a, b) => a - b).join(), found.map((d) => [d.range.start.line + 1, d.message]));
const day = found.find((d) => d.range.start.line === 5)?.message ?? '';
check('a date is said to be wrong in words', bilingual(day, 'Un jour', 'A day'), day);

// The other files of a lexicon have schemas too.
const edition = 'lexicon/editions/essai.yaml';
const wrong = await open(edition, 'title: Essai\norder: hasard\nselect:\n  \n');
check('an edition is checked', wrong.some((d) => d.range.start.line === 1), wrong);
const selected = await complete(edition, 3, 2);
check('what an edition selects by is proposed', ['ids', 'domains', 'levels', 'tags', 'except'].every((key) => selected.some((s) => s.label === key)), selected.map((s) => s.label));

server.removeAllListeners('exit');
server.kill();
for (const fault of faults) console.error(`editor: ${fault}`);
if (faults.length === 0) console.log(`editor: ${checks} checks of what yaml-language-server proposes, explains and tells`);
process.exit(faults.length ? 1 : 0);
