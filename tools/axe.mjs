#!/usr/bin/env node
// axe.mjs PAGE.html… BOOK.epub… SITE/…: opens pages, every document of books and the longest page of each part of sites,
// on a screen as narrow as a small phone's, and of sites on a wide one too, and fails when axe finds a violation of WCAG 2.2 A or AA, in light or in dark colours, in a page at rest or being
// searched; when one scrolls sideways; or when one asks the network for anything.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const standard = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] };
const viewport = { width: 360, height: 640 };
const wide = { width: 1280, height: 800 };
const origin = 'http://site.test/un/dossier/'; // a site works in any folder

// The documents of a file: what to call each, and where it is.
function documents(file) {
  if (file.endsWith('/')) return parts(file).map((at) => ({ name: file + at, path: at, site: resolve(file) }));
  if (!file.endsWith('.epub')) return [{ name: file, path: resolve(file), book: false }];
  const dir = mkdtempSync(join(tmp, 'book-'));
  execFileSync('unzip', ['-q', file, '-d', dir]);
  const found = readdirSync(dir, { recursive: true }).filter((path) => path.endsWith('.xhtml')).sort();
  if (found.length === 0) throw new Error(`${file}: no XHTML document`);
  return found.map((path) => ({ name: `${file}: ${path}`, path: join(dir, path), book: true }));
}

// The longest page of each part of a site, which its address begins with: terms/, letters/…
function parts(site) {
  const longest = new Map();
  const pages = readdirSync(site, { recursive: true }).filter((path) => /\.html$/.test(path) && !/(^|\/)download\/(?!index\.html$)/.test(path));
  for (const at of pages) { // the files that a site offers are judged apart
    const part = at.includes('/') ? at.slice(0, at.indexOf('/')) : at;
    const { size } = statSync(join(site, at));
    if (!(longest.get(part)?.size >= size)) longest.set(part, { at, size });
  }
  return [...longest.values()].map(({ at }) => at).sort();
}

const types = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json', '.png': 'image/png', '.svg': 'image/svg+xml' };

// Gives the files of a site as a server does.
async function serve(page, site) {
  await page.route(`${origin}**`, (route) => {
    const at = new URL(route.request().url()).pathname.slice(new URL(origin).pathname.length);
    const path = join(site, at.endsWith('/') || at === '' ? `${at}index.html` : at);
    try {
      return route.fulfill({ body: readFileSync(path), contentType: `${types[extname(path)] ?? 'application/octet-stream'}; charset=utf-8` });
    } catch {
      return route.fulfill({ status: 404, body: readFileSync(join(site, '404.html')), contentType: 'text/html; charset=utf-8' });
    }
  });
}

// What is wrong with what the page, or a part of it, shows now.
async function problems(page, part = 'html') {
  const found = [];
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await page.evaluate(
      ([part, runOnly]) => axe.run(part, { runOnly, resultTypes: ['violations'] }),
      [part, standard],
    );
    for (const { id, nodes } of violations) {
      for (const { target, failureSummary, html } of nodes) {
        found.push(`${colorScheme}: ${id}: ${target.join(' ')}: ${failureSummary.replace(/\s+/g, ' ')}: ${html}`);
      }
    }
  }
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  const screen = page.viewportSize().width;
  if (width > screen) found.push(`${width} pixels wide on a screen of ${screen}`);
  return found;
}

async function check(page, { path, book, site }) {
  const found = [];
  page.on('request', (request) => {
    if (!/^(file|data|blob):/.test(request.url()) && !(site && request.url().startsWith(new URL(origin).origin))) found.push(`asks the network for ${request.url()}`);
  });
  page.on('pageerror', (error) => found.push(`script: ${error.message}`));
  if (site) {
    page.on('console', (message) => {
      if (message.type() === 'error' && !/favicon|status of 404/.test(message.text())) found.push(`console: ${message.text()}`);
    });
    await serve(page, site);
    await page.goto(origin + (path === '404.html' ? 'terms/xqzxqz/' : path));
  } else {
    await page.goto(pathToFileURL(path).href);
  }
  await page.evaluate(axe);
  // A book has no colours of its own: it is given those of a reading system that follows the scheme.
  if (book) {
    await page.evaluate(() => {
      Object.assign(document.documentElement.style, { colorScheme: 'light dark', color: 'CanvasText', background: 'Canvas' });
    });
  }
  found.push(...(await problems(page)));
  if (site) {
    await page.setViewportSize(wide);
    found.push(...(await problems(page)));
    await page.setViewportSize(viewport);
    if (path.includes('/')) return found; // the search is the same everywhere
    for (const word of ['a', 'xqzxqz']) {
      await page.fill('#_q', word);
      await page.waitForFunction(() => !document.querySelector('#_found').hidden || !document.querySelector('#_note').hidden);
      found.push(...(await problems(page, '#_search')).map((problem) => `searching ${word}: ${problem}`));
    }
  } else if (!book) {
    // What the search suggests for a term, for one mistyped and for none, over the page of which it may hide half a link; and
    // the filters.
    const term = await page.evaluate(() => document.querySelector('dfn').textContent);
    for (const word of [term, `${term}qz`, 'xqzxqz']) {
      await page.fill('#_q', word);
      await page.keyboard.press('ArrowDown');
      found.push(...(await problems(page, '#_search')).map((problem) => `searching ${word}: ${problem}`));
    }
    await page.fill('#_q', '');
    await page.click('#_filter-title');
    await page.click('#_filter label');
    await page.click('article:not([hidden]) .cite button');
    found.push(...(await problems(page)).map((problem) => `filtering: ${problem}`));
  }
  return found;
}

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('usage: axe.mjs PAGE.html… BOOK.epub… SITE/…');
  process.exit(2);
}

const tmp = mkdtempSync(join(tmpdir(), 'axe-'));
const executablePath = execFileSync('sh', ['-c', 'command -v "${CHROMIUM:-chromium}"'], { encoding: 'utf8' }).trim();
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] }); // root has no sandbox
try {
  const context = await browser.newContext({ viewport, offline: true });
  for (const document of files.flatMap(documents)) {
    const page = await context.newPage();
    const found = await check(page, document).catch((error) => [error.message.split('\n')[0]]);
    await page.close();
    for (const problem of found) console.error(`axe: ${document.name}: ${problem}`);
    if (found.length > 0) process.exitCode = 1;
    else console.log(`axe: ${document.name}: clean`);
  }
} finally {
  await browser.close();
  rmSync(tmp, { recursive: true });
}
