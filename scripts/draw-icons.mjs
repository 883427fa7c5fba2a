// Draws the icons of assets/ from one design: a dial in a square, and the same dial on a sheet for the sample.
// Run by hand after a change of the design: node scripts/draw-icons.mjs
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from './browser.mjs';
import { ROOT } from './ensure.mjs';

const SIZES = [16, 20, 24, 32, 40, 48, 64, 80, 96];
const GREEN = '#0e6b4f';
const AMBER = '#f2a93b';

const point = (cx, cy, r, degrees) => {
  const a = (degrees * Math.PI) / 180;
  return `${(cx + r * Math.cos(a)).toFixed(3)} ${(cy + r * Math.sin(a)).toFixed(3)}`;
};
const arc = (cx, cy, r, from, to) =>
  `M ${point(cx, cy, r, from)} A ${r} ${r} 0 ${to - from > 180 ? 1 : 0} 1 ${point(cx, cy, r, to)}`;

/** A dial of radius r: the used part of the arc in white, the rest faint, the needle in amber. */
const dial = (cx, cy, r, stroke) => `
  <path d="${arc(cx, cy, r, 160, 380)}" fill="none" stroke="#ffffff" stroke-opacity="0.38" stroke-width="${stroke}" stroke-linecap="round"/>
  <path d="${arc(cx, cy, r, 160, 300)}" fill="none" stroke="#ffffff" stroke-width="${stroke}" stroke-linecap="round"/>
  <path d="M ${cx} ${cy} L ${point(cx, cy, r * 0.78, 300)}" stroke="${AMBER}" stroke-width="${stroke * 0.9}" stroke-linecap="round"/>
  <circle cx="${cx}" cy="${cy}" r="${stroke * 0.85}" fill="${AMBER}"/>`;

/** Small sizes get a heavier stroke, or the dial turns to fog. */
const strokeFor = (size) => (size <= 20 ? 11 : size <= 32 ? 9.5 : 8);

const designs = {
  icon: (size) =>
    `<rect x="4" y="4" width="88" height="88" rx="18" fill="${GREEN}"/>${dial(48, 57, 29, strokeFor(size))}`,
  sample: (size) => `
    <rect x="6" y="6" width="60" height="84" rx="7" fill="#ffffff" stroke="#5c6b66" stroke-width="${size <= 24 ? 6 : 4}"/>
    ${[26, 42, 58].map((y) => `<path d="M 18 ${y} H 54" stroke="#8fa39c" stroke-width="${size <= 24 ? 6 : 4}" stroke-linecap="round"/>`).join('')}
    <rect x="38" y="42" width="54" height="50" rx="12" fill="${GREEN}"/>${dial(65, 72, 16, strokeFor(size) * 0.8)}`,
};

/** A sheet of paper, the ground of every command. */
const sheet = (size) => `
    <rect x="6" y="6" width="60" height="84" rx="7" fill="#ffffff" stroke="#5c6b66" stroke-width="${size <= 24 ? 6 : 4}"/>`;
/** A green badge on the sheet, with a sign in it. */
const badge = (sign) => `<rect x="38" y="42" width="54" height="50" rx="12" fill="${GREEN}"/>${sign}`;
const stroke = (d, width) =>
  `<path d="${d}" fill="none" stroke="#ffffff" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
const weight = (size) => (size <= 20 ? 9 : size <= 32 ? 8 : 7);

Object.assign(designs, {
  'new-model': (size) => sheet(size) + badge(stroke('M 65 53 V 81 M 51 67 H 79', weight(size))),
  refresh: (size) =>
    sheet(size) + badge(stroke(`${arc(65, 67, 15, 20, 300)} M 80 50 V 60 H 70`, weight(size) * 0.85)),
  why: (size) =>
    sheet(size) +
    badge(
      `${stroke('M 57 60 A 8.5 8.5 0 1 1 66 69 V 72', weight(size))}<circle cx="66" cy="83" r="${weight(size) * 0.6}" fill="${AMBER}"/>`,
    ),
  share: (size) =>
    sheet(size) +
    badge(stroke('M 51 76 V 82 H 79 V 76 M 65 73 V 52 M 56 60 L 65 51 L 74 60', weight(size) * 0.85)),
});

const browser = await chromium.launch({ executablePath: await findBrowser(), args: ['--no-sandbox'] });
const page = await browser.newPage();
for (const [name, design] of Object.entries(designs)) {
  for (const size of SIZES) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(
      `<style>html,body{margin:0;background:transparent}svg{display:block}</style><svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 96 96">${design(size)}</svg>`,
    );
    writeFileSync(
      path.join(ROOT, 'assets', `${name}-${size}.png`),
      await page.screenshot({ omitBackground: true }),
    );
  }
}
await browser.close();
