#!/usr/bin/env node
// typing.mjs PAGE.html…: how long a letter typed in the search takes, in Chromium on a processor four times slower than
// this one, and how long the search takes to get ready on this one. A letter's time is that of the script, the style and
// the layout, from the event to the place of the last suggestion. Each word is typed letter by letter, several times over;
// of a letter's times the least counts, which is what the work takes: the machine does other things too.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const SLOWER = 4;
const TIMES = 9;

// Runs in the page: types words letter by letter, and gives the least time of each beginning.
function typing(words, times) {
  const field = document.getElementById('_q');
  const list = document.getElementById('_found');
  const taken = new Map();
  for (let i = 0; i < times; i++) {
    for (const word of words) {
      for (let n = 1; n <= word.length; n++) {
        const typed = word.slice(0, n);
        const start = performance.now();
        field.value = typed;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        (list.lastElementChild ?? list).getBoundingClientRect();
        const time = performance.now() - start;
        taken.set(typed, [...(taken.get(typed) ?? []), time]);
      }
    }
  }
  return [...taken].map(([typed, list]) => ({ typed, time: Math.min(...list) }));
}

// Runs in an empty page: gets the search ready for the first time.
function preparing(search, keys) {
  const prepare = new Function(`"use strict"; ${search}; return prepare;`)();
  const start = performance.now();
  prepare(keys);
  return performance.now() - start;
}

const search = readFileSync(new URL('../internal/web/search.js', import.meta.url), 'utf8');
const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('usage: typing.mjs PAGE.html…');
  process.exit(2);
}
const executablePath = execFileSync('sh', ['-c', 'command -v "${CHROMIUM:-chromium}"'], { encoding: 'utf8' }).trim();
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  for (const file of files) {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    await page.goto(pathToFileURL(resolve(file)).href);
    await page.waitForTimeout(3000); // what waits for idle moments is done
    const client = await page.context().newCDPSession(page);
    await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
    // The longest headword and form, words of the middle, each with an error, what nothing matches, what nearly all do.
    const words = await page.evaluate(() => {
      const keys = JSON.parse(document.getElementById('_data').textContent).keys.split(/[\nA-D]/).filter(Boolean);
      const some = [0.1, 0.5, 0.9].map((part) => keys[Math.floor(part * keys.length)]);
      const wrong = some.map((key) => `${key.slice(0, 4)}x${key.slice(4)}`);
      return [...some, ...wrong, 'le terme de la', 'xqzxqzxqz', 'sss'];
    });
    const times = (await page.evaluate(`(${typing})(${JSON.stringify(words)}, ${TIMES})`)).sort((a, b) => b.time - a.time);
    const keys = await page.evaluate(() => JSON.parse(document.getElementById('_data').textContent).keys);
    const ready = await (await context.newPage()).evaluate(`(${preparing})(${JSON.stringify(search)}, ${JSON.stringify(keys)})`);
    const count = await page.evaluate(() => document.querySelectorAll('article.entry').length);
    const ms = (time) => `${time.toFixed(1)} ms`;
    console.log(`${file}: ${count} entries, ${times.length} beginnings of words, ${SLOWER} times slower:`);
    console.log(`  middle ${ms(times[times.length >> 1].time)}, worst ${times.slice(0, 5).map(({ typed, time }) => `${ms(time)} (${typed})`).join(', ')}`);
    console.log(`  ready in ${ms(ready)} at full speed`);
    if (times[0].time > 16) process.exitCode = 1;
  }
} finally {
  await browser.close();
}
