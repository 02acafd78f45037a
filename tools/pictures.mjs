#!/usr/bin/env node
// pictures.mjs LEXIPOCHE FOLDER: builds the embedded lexicon with the program LEXIPOCHE, and takes the pictures of the README
// into FOLDER: the page on a phone, the book on an e-reader, the site on a desk at night.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [program, folder] = process.argv.slice(2);
if (!folder) {
  console.error('usage: pictures.mjs LEXIPOCHE FOLDER');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const tmp = mkdtempSync(join(tmpdir(), 'pictures-'));
const executablePath = execFileSync('sh', ['-c', 'command -v "${CHROMIUM:-chromium}"'], { encoding: 'utf8' }).trim();
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] }); // root has no sandbox
try {
  execFileSync(resolve(program), ['build', '--to', 'html,epub,site', '--out', tmp], { cwd: tmp });
  execFileSync('unzip', ['-q', join(tmp, 'lexique-numerique.epub'), '-d', join(tmp, 'book')]);
  const pageURL = pathToFileURL(join(tmp, 'lexique-numerique.html')).href;
  const take = async (name, url, options, prepare) => {
    const page = await browser.newPage(options);
    await page.goto(url);
    await prepare?.(page);
    await page.screenshot({ path: join(folder, name) });
    await page.close();
  };
  await take('phone.png', pageURL, { viewport: { width: 360, height: 640 } }, async (page) => {
    await page.focus('#_q');
    await page.keyboard.type('cowork');
    await page.waitForSelector('#_found:not([hidden])');
    await page.evaluate(() => scrollTo(0, 0));
  });
  await take('e-reader.png', pathToFileURL(join(tmp, 'book/EPUB/xhtml/letter-t.xhtml')).href, { viewport: { width: 600, height: 800 } }, async (page) => {
    // What an e-reader adds of its own: margins, and a size for its screen.
    await page.addStyleTag({ content: 'html { padding: 0 48px; font-size: 20px; filter: grayscale(1); }' });
    await page.evaluate(() => document.getElementById('tiers-lieu').scrollIntoView());
  });
  await take('desktop.png', pathToFileURL(join(tmp, 'site/terms/tiers-lieu/index.html')).href, { viewport: { width: 1100, height: 700 }, colorScheme: 'dark' });
} finally {
  await browser.close();
  rmSync(tmp, { recursive: true, force: true });
}
