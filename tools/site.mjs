#!/usr/bin/env node
// site.mjs FOLDER…: serves each site from a folder of an address, as a host does, opens it in a browser, stops the server, and
// fails when something that was there is not any more; when a page asks another machine for anything, or breaks its own
// policy; when a link leads nowhere; when the browser would not install the site; or when a new version of the site does not
// come, or comes under the reader's eyes.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve } from 'node:path';
import { chromium } from 'playwright-core';

const types = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.json': 'application/json', '.xml': 'application/xml',
  '.webmanifest': 'application/manifest+json', '.png': 'image/png', '.jpg': 'image/jpeg', '.svg': 'image/svg+xml',
  '.epub': 'application/epub+zip', '.txt': 'text/plain; charset=utf-8',
};
const base = '/un/dossier/';
const rendered = 40; // pages that are shown; the links of all are followed
const patience = 60_000; // milliseconds

// A host, as hosts are: it adds the slash of folders, takes off the end of other pages, has the site's own page for what is not
// there. It serves changed files when told.
class Host {
  constructor(dir) {
    this.dir = dir;
    this.changed = new Map();
  }

  read(name) {
    if (this.changed.has(name)) return this.changed.get(name);
    try {
      return readFileSync(join(this.dir, name));
    } catch {
      return null;
    }
  }

  answer(request, response) {
    const path = decodeURIComponent(new URL(request.url, 'http://host').pathname);
    const send = (status, name, body) => {
      response.writeHead(status, { 'Content-Type': types[extname(name)] ?? 'application/octet-stream', 'Cache-Control': 'max-age=600' });
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    const move = (to) => response.writeHead(301, { Location: to }).end();
    let name = path.startsWith(base) && !path.includes('..') ? path.slice(base.length) : null;
    if (name !== null && (name === '' || name.endsWith('/'))) name += 'index.html';
    else if (name?.endsWith('.html') && !name.includes('/')) return move(path.slice(0, -5));
    else if (name !== null && this.read(`${name}.html`) !== null) name += '.html';
    const body = name === null ? null : this.read(name);
    if (body !== null) return send(200, name, body);
    if (name !== null && this.read(`${name}/index.html`) !== null) return move(`${path}/`);
    return send(404, '404.html', this.read('404.html') ?? 'absent');
  }

  async start(port = 0) {
    this.server = createServer((request, response) => this.answer(request, response));
    await new Promise((done) => this.server.listen(port, '127.0.0.1', done));
    this.port = this.server.address().port;
    return `http://127.0.0.1:${this.port}${base}`;
  }

  stop() {
    this.server.closeAllConnections();
    return new Promise((done) => this.server.close(done));
  }
}

// Every page of the site, by its address from the root.
const pagesOf = (dir) =>
  readdirSync(dir, { recursive: true })
    .filter((path) => path.endsWith('.html') && !/(^|[/\\])download[/\\](?!index\.html$)/.test(path)) // the files that a site offers are judged apart
    .map((path) => path.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1'))
    .sort();

async function check(browser, dir, say) {
  const host = new Host(dir);
  let root = await host.start();
  const origin = new URL(root).origin;
  const elsewhere = createServer((_, response) => {
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/plain' });
    response.end('elsewhere');
  });
  await new Promise((done) => elsewhere.listen(0, '127.0.0.1', done));
  const context = await browser.newContext({ viewport: { width: 360, height: 640 } });
  try {
    const expect = (right, problem) => right || say(problem);
    context.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(root) && !/^(data|blob):/.test(url) && !url.includes('elsewhere')) say(`${request.frame()?.url()} asks for ${url}`);
    });
    await context.exposeFunction('reportViolation', (violation) => say(`policy: ${violation}`));
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, documentURI }) => {
        window.reportViolation(`${documentURI}: ${violatedDirective}: ${blockedURI}`);
      });
    });
    const open = async () => {
      const page = await context.newPage();
      page.on('pageerror', (error) => say(`${page.url()}: ${error.message}`));
      return page;
    };
    const pages = pagesOf(dir);
    const text = (address) => readFileSync(join(dir, address.endsWith('.html') ? address : `${address}index.html`), 'utf8');
    const leadsOn = (address) => /http-equiv="refresh"/.test(text(address)); // as the address that a term had before
    const terms = pages.filter((address) => address.startsWith('terms/') && !leadsOn(address));
    const line = readFileSync(join(dir, 'worker.js'), 'utf8').split('\n')[0]; // const [shell, rest] = […];
    const kept = Object.assign({}, ...JSON.parse(line.slice(line.indexOf('= ') + 2, -1)));
    const isKept = (address) => address in kept;
    const awaited = Object.keys(kept).length;
    const deep = terms.at(-1);
    expect(terms.length > 1, 'fewer than two terms');

    // The first visit.
    let page = await open();
    await page.goto(root);
    const title = await page.title();
    const stored = () => page.evaluate(async () => {
      const keys = [];
      for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys()) keys.push(url);
      return keys;
    });
    const until = async (done, what) => {
      // A page that is on its way to another has no answer.
      for (const start = Date.now(); !(await done().catch(() => false)); await page.waitForTimeout(100)) {
        if (Date.now() - start > patience) throw new Error(`${what}: not after ${patience / 1000} s`);
      }
    };
    await page.evaluate(() => navigator.serviceWorker.ready);
    await until(async () => (await stored()).length >= awaited, `${awaited} files to be kept`);

    // What the browser thinks of the manifest.
    const devtools = await context.newCDPSession(page);
    const manifest = await devtools.send('Page.getAppManifest');
    for (const { message } of manifest.errors) say(`manifest: ${message}`);
    expect(manifest.url === `${root}manifest.webmanifest`, `the manifest is ${manifest.url || 'not linked'}`);
    const { icons } = JSON.parse(manifest.data ?? '{"icons":[]}');
    for (const { src } of icons) expect(host.read(src) !== null, `manifest: no ${src}`);
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
    for (const { errorId } of installabilityErrors) {
      // A window without a trace, as those of tests are, installs nothing.
      expect(errorId === 'in-incognito', `not to be installed: ${errorId}`);
    }

    // Other machines are neither answered for nor kept.
    const blank = await open();
    host.changed.set('blank.html', '<!DOCTYPE html><title>blank</title>');
    await blank.goto(`${root}blank.html`);
    const other = `http://127.0.0.1:${elsewhere.address().port}/elsewhere`;
    await blank.evaluate((url) => Promise.all([fetch(url), fetch(url, { mode: 'no-cors' })]), other);
    host.changed.delete('blank.html');
    await blank.close();
    for (const url of await stored()) expect(url.startsWith(root), `kept: ${url}`);
    const strange = await page.evaluate(async () => {
      const found = [];
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const key of await cache.keys()) if ((await (await cache.match(key)).text()) === 'elsewhere') found.push(key.url);
      }
      return found;
    });
    for (const url of strange) say(`kept as ${url}: what another machine said`);

    // Every link, and every place in a page that a link points at.
    const links = new Map();
    const ids = new Map();
    for (const address of pages) {
      if (/(^|\/)404\.html$/.test(address)) continue; // which finds its way from where it stands
      const [found, names] = await page.evaluate(([html, url]) => {
        const parsed = new DOMParser().parseFromString(html, 'text/html');
        const hrefs = [...parsed.querySelectorAll('[href], [src]')].map((e) => new URL(e.getAttribute('href') ?? e.getAttribute('src'), url).href);
        return [hrefs, [...parsed.querySelectorAll('[id]')].map((e) => e.id)];
      }, [text(address), root + address]);
      ids.set(root + address, new Set(names));
      for (const href of found) if (href.startsWith(origin) && !links.has(href)) links.set(href, address);
    }
    for (const [href, from] of links) {
      const [url, fragment] = href.split('#');
      const answer = await fetch(url, { method: 'HEAD', redirect: url.endsWith('.html') ? 'follow' : 'manual' });
      expect(answer.status === 200, `${from || 'the home page'}: ${answer.status} for ${href}`);
      if (fragment && ids.has(url)) expect(ids.get(url).has(decodeURIComponent(fragment)), `${from}: no place ${href}`);
    }
    const step = Math.max(1, Math.floor(pages.length / rendered));
    const shown = pages.filter((address, i) => i % step === 0 && isKept(address) && !leadsOn(address));
    for (const address of shown) {
      await page.goto(root + address);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width <= 360, `${address}: ${width} pixels wide on a screen of 360`);
    }

    // The search, by the keyboard alone: a headword leads to its page. Sites made for the services have none.
    const looksUp = async (where) => {
      await page.goto(root);
      if ((await page.locator('#_q').count()) === 0) return;
      const term = await page.evaluate((html) => new DOMParser().parseFromString(html, 'text/html').querySelector('dfn').textContent, text(deep));
      await page.focus('#_q');
      await page.keyboard.type(term);
      await page.waitForSelector('#_found:not([hidden]) [role=option]', { timeout: patience });
      expect((await page.getAttribute('#_q', 'aria-expanded')) === 'true', `${where}: the suggestions are not told of`);
      await page.keyboard.press('ArrowDown');
      expect((await page.getAttribute('#_q', 'aria-activedescendant')) === '_found-0', `${where}: no suggestion is active`);
      await page.keyboard.press('Enter');
      await page.waitForURL(root + deep, { timeout: patience }).catch(() => say(`${where}: ${term} leads to ${page.url()}`));
    };
    await looksUp('the search');

    // Without a network.
    const visited = deep;
    if (!isKept(deep)) await page.goto(root + deep); // a large site keeps the pages that were visited
    await until(async () => (await stored()).some((url) => url.startsWith(root + visited)), `${visited} to be kept`);
    await host.stop();
    await page.goto(root);
    await page.reload();
    expect((await page.title()) === title, `offline, the home page is called ${await page.title()}`);
    const fragment = deep.split('/').at(-2);
    for (const address of [deep, `${deep}#${fragment}`, `${deep}?q=a`, `${deep}index.html`, deep.slice(0, -1)]) {
      const answer = await page.goto(root + address).catch((error) => ({ status: () => error.message.split('\n')[0] }));
      const expected = text(deep).match(/<title[^>]*>([^<]*)/)[1];
      const now = await page.evaluate(() => document.title).catch(() => '');
      expect(answer?.status() === 200 || answer === null, `offline, ${address}: ${answer?.status()}`);
      expect(now === (await page.evaluate((t) => new DOMParser().parseFromString(t, 'text/html').documentElement.textContent, expected)), `offline, ${address} is called ${now}`);
    }
    const styled = await page.evaluate(() => document.styleSheets.length > 0 && [...document.styleSheets].every((s) => s.cssRules.length > 0));
    expect(styled, `offline, ${deep} has no style`);
    const search = await page.evaluate((url) => fetch(url).then((r) => r.status, () => 0), `${root}search.json`);
    expect(search === (isKept('search.json') ? 200 : search), `offline, the search has ${search}`);
    if (isKept('search.json') && isKept(deep)) await looksUp('the search, offline');
    const lost = await page.goto(`${root}terms/rien-du-tout/`);
    expect(lost.status() === 404 && /<title/.test(await lost.text()), `offline, an unknown page gives ${lost.status()}`);
    if (!isKept(deep)) {
      const never = await page.goto(root + terms[0]);
      expect(never.status() === 404, `offline, a page of a large site that was never visited gives ${never.status()}`);
    }

    // A new version: it comes behind, and is there at the next page.
    await page.goto(root).catch(() => {});
    const mark = (name) => Buffer.from(host.read(name).toString().replace('<html', '<html data-version="2"'));
    host.changed.set('index.html', mark('index.html'));
    const script = readFileSync(join(dir, 'worker.js'), 'utf8');
    host.changed.set('worker.js', Buffer.from(script.replace(/"":"[0-9a-f]+"/, '"":"222222222222"')));
    root = await host.start(host.port);
    await page.evaluate(async () => {
      window.here = true;
      const registration = await navigator.serviceWorker.getRegistration();
      await registration.update();
    });
    await until(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).waiting !== null), 'a new version to be ready');
    await page.waitForTimeout(500);
    expect(await page.evaluate(() => window.here === true), 'a new version reloads the page');
    await page.goto(root + deep);
    await until(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).waiting === null), 'a new version to be taken');
    await until(() => page.evaluate(() => document.title !== ''), `${deep} to be shown by the new version`);
    expect(page.url() === root + deep, `a new version leads to ${page.url()}`);
    await page.goto(root);
    await until(async () => (await page.getAttribute('html', 'data-version')) === '2', 'the new version to be shown');
    await host.stop();
    await page.reload();
    expect((await page.getAttribute('html', 'data-version')) === '2', 'offline, the old version is shown');
    await until(async () => (await stored()).filter((url) => url.split('?')[0] === root).length === 1, 'the old version to go');
    return `${pages.length} pages, ${links.size} links, ${shown.length} pages shown, ${awaited} files kept`;
  } finally {
    await context.close();
    elsewhere.close();
    if (host.server.listening) await host.stop();
  }
}

const dirs = process.argv.slice(2);
if (dirs.length === 0) {
  console.error('usage: site.mjs FOLDER…');
  process.exit(2);
}

const executablePath = execFileSync('sh', ['-c', 'command -v "${CHROMIUM:-chromium}"'], { encoding: 'utf8' }).trim();
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] }); // root has no sandbox
try {
  for (const dir of dirs) {
    if (!statSync(dir).isDirectory()) throw new Error(`${dir} is not a folder`);
    const found = new Set();
    const seen = await check(browser, resolve(dir), (problem) => found.add(problem)).catch((error) => found.add(error.message.split('\n')[0]));
    for (const problem of found) console.error(`site: ${dir}: ${problem}`);
    if (found.size > 0) process.exitCode = 1;
    else console.log(`site: ${dir}: clean, ${seen}`);
  }
} finally {
  await browser.close();
}
