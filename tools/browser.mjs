#!/usr/bin/env node
// browser.mjs PAGE.html OTHER.html…: uses the reference lexicon's page as readers do, opened from a disk, and looks up every
// term of the other pages; fails when they do not answer. Each trial has a browser profile of its own; in none may a page
// ask the network for anything, break its own policy or leave an error in the console.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [file, ...others] = process.argv.slice(2);
if (!file) {
  console.error('usage: browser.mjs PAGE.html OTHER.html…');
  process.exit(2);
}
const address = (file) => pathToFileURL(resolve(file)).href;
const url = address(file);
const phone = { width: 360, height: 740 };

const fragment = (page) => page.evaluate(() => decodeURIComponent(location.hash.slice(1)));
const top = (page, id) => page.evaluate((id) => document.getElementById(id).getBoundingClientRect().top, id);
const heard = (page, words) => page.waitForFunction((words) => document.querySelector('#_said').textContent.includes(words), words);
const kept = (page) => page.evaluate(() => Object.entries(localStorage));
const inSight = async (page, id) => {
  const y = await top(page, id);
  assert.ok(y >= 0 && y < phone.height / 2, `#${id} is at ${y}`);
};

// What assistive technology is told of an element: its role, its name, its properties.
async function accessible(page, selector) {
  const client = await page.context().newCDPSession(page);
  const { root } = await client.send('DOM.getDocument');
  const { nodeId } = await client.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  assert.ok(nodeId, `no ${selector}`);
  const { nodes } = await client.send('Accessibility.getPartialAXTree', { nodeId, fetchRelatives: false });
  await client.detach();
  const node = nodes[0];
  const properties = Object.fromEntries((node.properties ?? []).map(({ name, value }) => [name, value.value ?? value]));
  return { role: node.role.value, name: node.name.value, properties };
}

const trials = {
  async 'the search is used with the keyboard alone'({ page }) {
    await page.focus('#_q');
    await page.keyboard.type('coworking');
    const field = await accessible(page, '#_q');
    assert.deepEqual([field.role, field.name], ['combobox', 'Chercher un mot']);
    assert.equal(field.properties.expanded, true);
    assert.equal(field.properties.autocomplete, 'list');
    assert.deepEqual((await accessible(page, '#_found')).role, 'listbox');
    await page.keyboard.press('ArrowDown');
    const active = await page.getAttribute('#_q', 'aria-activedescendant');
    const option = await accessible(page, `#${active}`);
    assert.deepEqual([option.role, option.properties.selected], ['option', true]);
    assert.match(option.name, /^coworking \(à éviter\)\s+:\svoir\scotravail$/u);
    assert.equal(await page.evaluate(() => document.activeElement.id), '_q');
    assert.equal(await page.getAttribute(`#${active} bdi`, 'lang'), 'en');
    await heard(page, 'trouvés');
    // Around the list and back to the field; Escape closes, then clears; Alt and an arrow open without choosing.
    await page.keyboard.press('ArrowUp');
    assert.equal(await page.getAttribute('#_q', 'aria-activedescendant'), null);
    await page.keyboard.press('Escape');
    assert.equal((await accessible(page, '#_q')).properties.expanded, false);
    assert.equal(await page.inputValue('#_q'), 'coworking');
    await page.keyboard.press('Alt+ArrowDown');
    assert.equal((await accessible(page, '#_q')).properties.expanded, true);
    assert.equal(await page.getAttribute('#_q', 'aria-activedescendant'), null);
    await page.keyboard.press('Enter'); // the best one, without one chosen
    assert.equal(await fragment(page), 'cotravail');
    await inSight(page, 'cotravail');
    assert.equal(await page.evaluate(() => document.activeElement.textContent), 'cotravail');
    await page.focus('#_q');
    await page.keyboard.press('Escape');
    assert.equal(await page.inputValue('#_q'), '');
    // Leaving the field closes the list.
    await page.keyboard.type('tiers lieux');
    assert.match((await accessible(page, '#_found-0')).name, /tiers-lieu$/);
    await page.keyboard.press('Tab');
    assert.equal(await page.isVisible('#_found'), false);
  },

  async 'a word is said once, when the typing pauses'({ page }) {
    await page.evaluate(() => {
      window.heard = [];
      new MutationObserver(() => window.heard.push(document.querySelector('#_said').textContent))
        .observe(document.querySelector('#_said'), { childList: true, characterData: true, subtree: true });
    });
    await page.focus('#_q');
    await page.keyboard.type('numérique', { delay: 30 });
    await heard(page, 'trouvés');
    assert.equal((await page.evaluate(() => window.heard.filter(Boolean))).length, 1);
  },

  async 'a typing error is forgiven, and told'({ page }) {
    await page.focus('#_q');
    await page.keyboard.type('coworkign');
    assert.match(await page.innerText('#_note'), /coworkign.*\s:\svoici/u);
    assert.match((await accessible(page, '#_found-0')).name, /cotravail$/);
    await heard(page, 'voici');
  },

  async 'what is not there may be proposed'({ page }) {
    await page.focus('#_q');
    await page.keyboard.type('xqzxqz');
    assert.equal((await accessible(page, '#_q')).properties.expanded, false);
    assert.ok(await page.isVisible('#_missing a[href^=https]'));
    await heard(page, 'Aucun terme');
    await page.keyboard.press('Enter');
    assert.equal(await fragment(page), '');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    assert.ok(await page.evaluate(() => document.activeElement.matches('#_missing a')));
  },

  async 'all that was found is within reach'({ page }) {
    await page.fill('#_q', 'ati');
    const shown = await page.locator('#_found [role=option]').count();
    assert.equal(shown, 13);
    await page.click('#_found .more');
    await page.waitForFunction((shown) => document.querySelectorAll('#_found [role=option]').length > shown, shown);
    assert.equal(await page.isVisible('#_found'), true);
  },

  async 'a finger chooses, and Back comes back'({ page }) {
    await page.evaluate(() => scrollTo(0, 3000));
    const before = await page.evaluate(() => scrollY);
    await page.fill('#_q', 'beacon');
    await page.click('#_found-0');
    assert.equal(await fragment(page), 'balise-de-proximite');
    await inSight(page, 'balise-de-proximite');
    await page.goBack();
    await page.waitForFunction((before) => Math.abs(scrollY - before) < 300, before);
    assert.equal(await fragment(page), '');
    await page.goForward();
    await page.waitForFunction(() => location.hash === '#balise-de-proximite');
    assert.ok(await page.evaluate(() => document.querySelector('article:target') !== null));
  },

  async 'an address leads to its entry, even a former one'({ page }) {
    await page.goto(`${url}#tiers-lieu`);
    await page.reload();
    await inSight(page, 'tiers-lieu');
    await page.goto(`${url}#espace-de-coworking`);
    await inSight(page, 'espace-de-cotravail');
  },

  async 'filters combine, are told, are kept, and never hide what a link leads to'({ page }) {
    const articles = () => page.locator('article.entry:visible').count();
    const every = await articles();
    await page.click('#_filter-title');
    await page.check('[name=domain][value=lieux]');
    const places = await articles();
    assert.ok(places > 0 && places < every);
    assert.match(await page.innerText('#_shown'), new RegExp(`^${places} termes? affichés?$`));
    await page.check('[name=domain][value=technos]');
    const both = await articles();
    assert.ok(both > places);
    await page.check('[name=level][value=beginner]');
    assert.ok((await articles()) < both);
    assert.match(await page.innerText('#_filter-title'), /Lieux et espaces, Technologies, pour commencer/);
    await page.reload();
    assert.ok((await articles()) < both);
    await page.fill('#_q', 'économie sociale');
    await page.keyboard.press('Enter');
    await inSight(page, 'economie-sociale');
    assert.equal(await articles(), every);
    assert.equal(await page.evaluate(() => location.search), '');
    await page.click('#_random');
    assert.notEqual(await fragment(page), '');
  },

  async 'a term is shown at random'({ page }) {
    const seen = new Set();
    for (let i = 0; i < 12; i++) {
      await page.evaluate(() => document.getElementById('_random').click());
      seen.add(await fragment(page));
    }
    assert.ok(seen.size > 2);
    assert.ok(await page.evaluate(() => document.querySelector('article:target') !== null));
  },

  async 'a citation is copied, in either way'({ page, context }) {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const expected = /^«\stiers-lieu\s», Lexique de poche de la culture numérique, version [^,]+, \d+ \S+ \d{4}, lexipoche, CC BY 4\.0, https:\/\/\S+#tiers-lieu$/u;
    await page.click('#tiers-lieu .cite button');
    await heard(page, 'Citation copiée');
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), expected);
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await page.evaluate(() => { navigator.clipboard.write = () => Promise.reject(new Error('refused')); });
    await page.click('#tiers-lieu .cite button');
    await page.waitForFunction(() => navigator.clipboard.readText().then((text) => text !== ''));
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), expected);
    await page.evaluate(() => { document.execCommand = () => false; });
    await page.click('#tiers-lieu .cite button');
    await heard(page, 'la voici');
    assert.match(await page.innerText('#tiers-lieu .cited q'), /tiers-lieu/);
  },

  async 'what was read is kept here, until it is forgotten'({ page }) {
    await page.fill('#_q', 'hub');
    assert.deepEqual(await kept(page), []);
    assert.equal(await page.isVisible('#_recent'), false);
    for (const id of ['cotravail', 'tiers-lieu']) await page.evaluate((id) => document.querySelector(`.by-domain a[href="#${id}"]`).click(), id);
    await page.waitForFunction(() => document.querySelectorAll('#_recent li').length === 2);
    await page.goto(url);
    assert.deepEqual(await page.locator('#_recent a').allInnerTexts(), ['tiers-lieu', 'cotravail']);
    assert.equal((await kept(page)).length, 1);
    await page.click('#_forget');
    assert.deepEqual(await kept(page), []);
    assert.equal(await page.isVisible('#_recent'), false);
  },

  async 'a browser that keeps nothing is no obstacle'({ page }) {
    await page.addInitScript(() => Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused'); } }));
    await page.goto(`${url}#cotravail`);
    await page.reload();
    assert.deepEqual(await page.locator('#_recent a').allInnerTexts(), ['cotravail']);
    await page.click('#_forget');
    assert.equal(await page.isVisible('#_recent'), false);
  },

  async 'without a script, all is there but what needs one'({ page }) {
    assert.equal(await page.isVisible('#_search'), false);
    assert.equal(await page.isVisible('#_tools'), false);
    assert.ok(await page.isVisible('#tiers-lieu .definition'));
    await page.click('.letters a >> text=T');
    assert.match(page.url(), /#_letter-t$/);
    await page.click('.by-domain > details > summary');
    await page.click('.by-domain li summary >> nth=0');
    await page.click('.by-domain li a >> nth=0');
    assert.ok(await page.locator('article:target').isVisible());
  },

  async 'a page under large type scrolls one way'({ page }) {
    await page.setViewportSize({ width: 320, height: 256 }); // 1280 × 1024 at 400 % (WCAG 2.2, 1.4.10)
    const sideways = () => page.evaluate(() => document.documentElement.scrollWidth);
    assert.equal(await sideways(), 320);
    await page.fill('#_q', 'numérique');
    assert.equal(await sideways(), 320);
    await page.keyboard.press('Enter');
    await page.click('#_filter-title');
    assert.equal(await sideways(), 320);
    // And where only the letters grow.
    await page.setViewportSize(phone);
    await page.evaluate(() => { document.documentElement.style.fontSize = '64px'; });
    assert.equal(await sideways(), 360);
  },

  async 'nothing moves by itself'({ page }) {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.fill('#_q', 'hub');
    const moving = await page.evaluate(() => [
      document.getAnimations().length, getComputedStyle(document.documentElement).scrollBehavior,
      [...document.querySelectorAll('*')].filter((e) => parseFloat(getComputedStyle(e).transitionDuration) > 0).length,
    ]);
    assert.deepEqual(moving, [0, 'auto', 0]);
  },

  async 'colours that a reader imposes leave the active suggestion seen'({ page }) {
    await page.emulateMedia({ forcedColors: 'active' });
    await page.fill('#_q', 'hub');
    await page.keyboard.press('ArrowDown');
    const outlines = await page.locator('#_found [role=option]').evaluateAll((list) => list.slice(0, 2).map((e) => getComputedStyle(e).outlineStyle));
    assert.equal(outlines[0], 'solid');
    assert.notEqual(outlines[1], 'solid');
  },

  async 'it prints as a booklet of A5 pages'({ page }) {
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const sizes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)].map(([, w, h]) => [Math.round(w), Math.round(h)]);
    assert.ok(sizes.length > 5);
    for (const size of sizes) assert.deepEqual(size, [420, 595]); // points
    await page.emulateMedia({ media: 'print' });
    for (const hidden of ['#_search', '.contents', '#_tools', '.cite']) assert.equal(await page.locator(hidden).first().isVisible(), false);
  },
};

// In a suggestion, what an author wrote is text, whatever it looks like.
async function everyTerm({ page }) {
  const terms = await page.locator('article.entry h3 dfn:first-child').allTextContents();
  for (const term of terms) {
    await page.fill('#_q', term);
    const found = await page.locator('#_found [role=option] .head').allTextContents();
    assert.ok(found.includes(term), `${term} is not found`);
  }
  await page.fill('#_q', '');
  for (const letter of 'abcdefghijklmnopqrstuvwxyz') {
    await page.fill('#_q', letter);
    assert.deepEqual(await page.locator('#_found *:not(li, bdi, i, span)').allTextContents(), []);
  }
}

const executablePath = execFileSync('sh', ['-c', 'command -v "${CHROMIUM:-chromium}"'], { encoding: 'utf8' }).trim();
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] }); // root has no sandbox
try {
  const all = Object.entries(trials).map(([name, trial]) => ({ file, name, trial }));
  all.push(...others.map((file) => ({ file, name: 'every term is found', trial: everyTerm })));
  for (const { file, name, trial } of all) {
    const context = await browser.newContext({ viewport: phone, javaScriptEnabled: !name.startsWith('without a script') });
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    const faults = [];
    page.on('request', (request) => { if (!/^(file|data|blob):/.test(request.url())) faults.push(`asks for ${request.url()}`); });
    page.on('console', (message) => { if (message.type() !== 'log') faults.push(`${message.type()}: ${message.text()}`); });
    page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
    try {
      await page.goto(address(file));
      await trial({ page, context });
    } catch (error) {
      faults.push(error.message);
    }
    await context.close();
    for (const fault of faults) console.error(`browser: ${file}: ${name}: ${fault}`);
    if (faults.length > 0) process.exitCode = 1;
  }
  if (!process.exitCode) console.log(`browser: ${all.length} trials passed`);
} finally {
  await browser.close();
}
