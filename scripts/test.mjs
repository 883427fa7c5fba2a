// npm test: everything, in the order in which a mistake is cheapest to find. Says what it skipped and why.
import { ensure, fail, run } from './ensure.mjs';

await ensure();

const { findBrowser } = await import('./browser.mjs');
const { whyNoLibreOffice } = await import('./libre-office.mjs');
const skippingAllowed = !process.env.CI;
const skipped = [];
const browser = await findBrowser().catch((problem) => problem);
if (browser instanceof Error) {
  if (!skippingAllowed) fail(`The browser tests cannot run: ${browser.message}`);
  skipped.push(`browser tests: ${browser.message}`);
}
const noLibreOffice = whyNoLibreOffice();
if (noLibreOffice !== undefined) {
  if (!skippingAllowed) fail(`The native formulas cannot be held against another program: ${noLibreOffice}.`);
  skipped.push(`libreoffice tests: ${noLibreOffice}.`);
}

const node = (name, ...args) => [name, process.execPath, args];
const jest = (workers, ...projects) =>
  node(
    `${projects.join(', ')} tests`,
    'node_modules/jest/bin/jest.js',
    `--maxWorkers=${workers}`,
    '--selectProjects',
    ...projects,
    ...(process.env.CI ? ['--ci'] : []),
  );

const steps = [
  node('type check', 'node_modules/typescript-7/bin/tsc', '--noEmit', '-p', '.'),
  node(
    'lint',
    'node_modules/eslint/bin/eslint.js',
    '.',
    '--cache',
    '--cache-location',
    'node_modules/.cache/eslint/',
    '--max-warnings',
    '0',
  ),
  node('format', 'node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
  node('sizes of the bundles', 'scripts/bundle-sizes.mjs'),
  // Jest would leave one core free.
  jest('100%', 'unit', 'workbench', 'host'),
  ...(noLibreOffice === undefined ? [jest('100%', 'libreoffice')] : []),
  // One by one: a browser, a grid and a server fill a small machine.
  ...(browser instanceof Error ? [] : [jest(1, 'browser')]),
];

for (const [name, program, args] of steps) {
  process.stdout.write(`\n— ${name}\n`);
  const code = run(program, args, { env: { NODE_OPTIONS: process.env.NODE_OPTIONS ?? '' } });
  if (code !== 0) fail(`npm test stopped at: ${name}.`, code);
}
for (const line of skipped) process.stdout.write(`Skipped ${line}\n`);
process.stdout.write(
  skipped.length ? '\nEverything that ran passed.\n' : '\nEverything passed; nothing was skipped.\n',
);
