#!/usr/bin/env node
// examples.mjs LEXIPOCHE [--update]: runs each example of docs/json.md and docs/json.en.md on what the program makes of the
// reference lexicon, and compares what it prints with what the page shows; --update writes that into the page instead. In what
// is shown, « … » stands for anything on its line.
//
// A block of js, python or go is a program; the block of text that follows is what it prints. A block of console is a session: its
// commands follow "$ ". Both pages hold the same programs, but for their comments, and every key and value of the schema.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const pages = ['docs/json.md', 'docs/json.en.md'];

const [program, flag] = process.argv.slice(2);
if (!program || (flag && flag !== '--update')) {
  console.error('usage: examples.mjs LEXIPOCHE [--update]');
  process.exit(2);
}
const env = {
  ...process.env, PATH: dirname(resolve(program)) + delimiter + process.env.PATH, LEXIPOCHE_LANG: '', LC_ALL: 'C.UTF-8', PYTHONUTF8: '1',
  GOFLAGS: '-mod=mod', GOWORK: 'off', GOPROXY: 'off',
};

function run(command, args, cwd, { input = '', worst = 0 } = {}) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, env, input, encoding: 'utf8' });
  if (error) throw error;
  if (!(status <= worst)) throw new Error(`${command} exits ${status}\n${stderr}`);
  return stdout;
}

// What runs a program of each language in a folder, as those who use the export do: with nothing of ours, or the public package.
const runners = {
  js(code, folder) {
    writeFileSync(join(folder, 'example.mjs'), code);
    return run('node', ['example.mjs'], folder);
  },
  python: (code, folder) => run('python3', ['-'], folder, { input: code }),
  go(code, folder) {
    const module = join(folder, 'example');
    rmSync(module, { recursive: true, force: true });
    mkdirSync(module);
    writeFileSync(join(module, 'main.go'), code);
    const [, version] = readFileSync(join(root, 'go.mod'), 'utf8').match(/^go (\S+)$/m);
    let mod = `module example\n\ngo ${version}\n`;
    const ours = 'github.com/lexipoche/lexipoche';
    if (code.includes(`"${ours}/`)) mod += `\nrequire ${ours} v0.0.0\n\nreplace ${ours} => ${root}\n`;
    writeFileSync(join(module, 'go.mod'), mod);
    run('go', ['vet', '.'], module);
    run('go', ['build', '-o', 'example', '.'], module);
    return run(join(module, 'example'), [], folder);
  },
  // The page shows the commands too, and all that a terminal does. To find mistakes is what lint is for.
  console(session, folder) {
    const commands = session.split('\n').filter((line) => line.startsWith('$ '));
    return commands.map((line) => {
      const worst = line.startsWith('$ lexipoche lint ') ? 1 : 0;
      return `${line}\n${run('bash', ['-euo', 'pipefail', '-c', `exec 2>&1; ${line.slice(2)}`], folder, { worst })}`;
    }).join('');
  },
};

// examples gives the blocks of a page that are run, each with the place of what it shows in the lines of the page.
function examples(name, lines) {
  const blocks = [];
  for (let i = 0; i < lines.length; i++) {
    const fence = lines[i].match(/^```(\w*)$/);
    if (!fence) continue;
    const end = lines.indexOf('```', i + 1);
    blocks.push({ language: fence[1], line: i + 1, start: i + 1, end, text: lines.slice(i + 1, end).join('\n') + '\n' });
    i = end;
  }
  const list = [];
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i];
    if (!runners[block.language]) throw new Error(`${name}:${block.line}: nothing runs ${block.language || 'this'}`);
    const shown = block.language === 'console' ? block : blocks[++i];
    if (shown !== block && (shown?.language !== 'text' || shown.start !== block.end + 3)) {
      throw new Error(`${name}:${block.line}: what it prints does not follow`);
    }
    list.push({ ...block, shown });
  }
  return list;
}

// matches says whether a text is what a page shows of it.
function matches(shown, text) {
  const pattern = shown.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*');
  return new RegExp(`^${pattern}$`).test(text);
}

const bare = (code) => code.split('\n').map((line) => line.replace(/(?:^|\s+)(?:\/\/|#) .*$/, '')).filter((line) => line !== '').join('\n');

// words are the keys and values of the schema, which a page has to name.
function words(schema) {
  const list = new Set();
  for (const part of [schema, ...Object.values(schema.$defs)]) {
    for (const [key, value] of Object.entries(part.properties ?? {})) {
      list.add(key);
      for (const word of value.enum ?? []) list.add(word);
      if (typeof value.const === 'string') list.add(value.const);
    }
  }
  return list;
}

// headings gives the fragments by which a forge shows the headings of a page.
const headings = (text) => new Set([...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
  heading.toLowerCase().replace(/[^\p{Letter}\p{Number}\p{Mark}_ -]/gu, '').replaceAll(' ', '-')));

let failed = false;
const fail = (problem) => {
  console.error(`examples: ${problem}`);
  failed = true;
};
const seen = [];
for (const name of pages) {
  const path = join(root, name);
  const lines = readFileSync(path, 'utf8').split('\n');
  const folder = mkdtempSync(join(tmpdir(), 'lexipoche-examples-'));
  try {
    execFileSync(resolve(program), ['build', '--to', 'json,jsonl,json-files,jsonld', '--out', '.'], { cwd: folder, env, stdio: 'pipe' });
    symlinkSync(join(root, 'tools', 'node_modules'), join(folder, 'node_modules'));
    const list = examples(name, lines);
    for (const example of list) {
      try {
        example.output = runners[example.language](example.text, folder);
      } catch (error) {
        fail(`${name}:${example.line}: ${error.message}`);
        continue;
      }
      example.right = matches(example.shown.text, example.output);
      if (!example.right && flag !== '--update') {
        fail(`${name}:${example.line}: shows\n${example.shown.text}and prints\n${example.output}`);
      }
    }
    if (flag === '--update') {
      for (const { shown, output, right } of [...list].reverse()) {
        if (right === false) lines.splice(shown.start, shown.end - shown.start, ...output.trimEnd().split('\n'));
      }
      writeFileSync(path, lines.join('\n'));
    }
    const text = lines.join('\n');
    for (const word of words(JSON.parse(readFileSync(join(folder, 'lexique-numerique.schema.json'), 'utf8')))) {
      if (!text.includes(`\`${word}\``)) fail(`${name}: says nothing of ${word}`);
    }
    for (const [, target] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^https?:/.test(target)) continue;
      const [file, anchor] = target.split('#');
      const there = file === '' ? path : join(root, 'docs', file);
      if (!existsSync(there)) fail(`${name}: leads to ${file}, which is nowhere`);
      else if (anchor && !headings(readFileSync(there, 'utf8')).has(anchor)) fail(`${name}: leads to ${target}, which is no heading`);
    }
    seen.push(list);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
const [french, english] = seen;
if (french.length !== english.length) fail(`${french.length} examples in French, ${english.length} in English`);
french.forEach((example, i) => {
  const other = english[i];
  if (other && (example.language !== other.language || (example.language !== 'console' && bare(example.text) !== bare(other.text)))) {
    fail(`${pages[0]}:${example.line} and ${pages[1]}:${other.line} are not the same`);
  }
});
if (failed) process.exitCode = 1;
else console.log(`examples: ${french.length + english.length} run as the pages show`);
