// npm run sizes: holds the built add-in against build/bundle-list.js.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT, ensure, fail } from './ensure.mjs';

await ensure();
const require = createRequire(import.meta.url);
const list = require('../build/bundle-list.js');
const { bundleProblems, limitOf } = require('../build/bundle-check.js');

const read = (...file) => readFileSync(path.join(ROOT, 'dist', ...file));
const record = JSON.parse(read('addin-bundles.json'));
if (record.mode !== 'production') {
  fail('dist/addin was built for development: run npm run build, then this again.');
}

const gzipped = ({ files }) => files.reduce((sum, file) => sum + gzipSync(read('addin', file)).length, 0);
const sizes = Object.fromEntries(list.map(({ name }) => [name, gzipped(record.bundles[name])]));

const column = (text) => text.padStart(12);
const shown = (number) => column(number.toLocaleString('en-US'));
console.log(`Bytes after gzip    ${['now', 'listed', 'limit', 'ceiling'].map(column).join('')}`);
for (const bundle of list) {
  const { name, says, measured, ceiling } = bundle;
  const numbers = [sizes[name], measured, limitOf(bundle), ceiling].map(shown).join('');
  console.log(`${name.padEnd(20)}${numbers}   ${says}`);
}
const problems = bundleProblems(list, record, sizes);
if (problems.length > 0) fail(problems.join('\n'));
