// Holds the built add-in against its budget: what must be read before a cell is computed, and before the pane shows.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT, fail } from './ensure.mjs';

/** Bytes after gzip. */
const BUDGET = { functions: 70 * 1024, firstView: 250 * 1024 };
const NAMES = {
  functions: 'Functions, before the first cell is computed',
  firstView: 'First view of the pane, beside them',
};

const built = (file) => readFileSync(path.join(ROOT, 'dist/addin', file));
const { mode, ...files } = JSON.parse(readFileSync(path.join(ROOT, 'dist/addin-files.json'), 'utf8'));
if (mode !== 'production') fail('dist/addin was built for development: run npm run build, then this again.');

const bytes = (number) => `${number.toLocaleString('en-US')} bytes`;
const over = Object.keys(BUDGET).filter((part) => {
  const size = files[part].reduce((sum, file) => sum + gzipSync(built(file)).length, 0);
  console.log(
    `${NAMES[part]}: ${bytes(size)} of ${bytes(BUDGET[part])} after gzip (${files[part].join(', ')}).`,
  );
  return size > BUDGET[part];
});
if (over.length > 0) {
  fail(
    `Over budget: ${over.map((part) => NAMES[part]).join('; ')}. Texts belong into modules that the pane fetches (ARCHITECTURE.md, "What is read first").`,
  );
}
