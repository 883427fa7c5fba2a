/**
 * npm run generate [-- --accept]
 * Writes what is printed from the sources: the lists of all functions, the pages of the docs about functions and terms,
 * the tables in README.md, what the workbench has of Excel's object model. With --accept, new functions are added to what
 * was released (test/functions).
 * The sources are TypeScript; jiti loads them without a build.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createJiti } from 'jiti';
import { fail } from './ensure.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (...parts) => path.join(root, ...parts);
const load = (file) => createJiti(import.meta.url).import(at(file));
const read = (...parts) => readFileSync(at(...parts), 'utf8');

const LOCK = ['test', 'functions', 'ids.lock'];
const GOLDEN = ['test', 'functions', 'functions.golden.json'];
const lock = () =>
  read(...LOCK)
    .trim()
    .split(/\r?\n/);

async function writeRegistry() {
  const { inOrder, registryFiles } = await load('src/functions/catalogue/registry-source.ts');
  const { lockedId } = await load('src/functions/catalogue/released.ts');
  const folders = readdirSync(at('src', 'functions')).filter((name) =>
    existsSync(at('src', 'functions', name, 'function.ts')),
  );
  for (const { name, source } of registryFiles(inOrder(folders, lock().map(lockedId)))) {
    writeFileSync(at('src', 'functions', 'catalogue', name), source);
  }
  console.log(`src/functions/catalogue: the lists of ${folders.length} functions.`);
}

async function writeFunctionPages() {
  const { documentation } = await load('src/functions/catalogue/documentation.ts');
  const { docsIndex, docsPage, withTables } = await load('src/functions/catalogue/docs-page.ts');
  mkdirSync(at('docs', 'functions'), { recursive: true });
  for (const documented of documentation) {
    writeFileSync(at('docs', 'functions', `${documented.id}.md`), docsPage(documented));
  }
  writeFileSync(at('docs', 'functions', 'README.md'), docsIndex(documentation));
  writeFileSync(at('README.md'), withTables(read('README.md'), documentation));
  console.log(`docs/functions: ${documentation.length} pages and the index; README.md: their tables.`);
}

async function writeTermsPage() {
  const { termsPage } = await load('src/terms/catalogue/docs-page.ts');
  writeFileSync(at('docs', 'terms.md'), termsPage());
  console.log('docs/terms.md: the catalogue of terms.');
}

async function acceptNew() {
  const { functionsMetadata } = await load('src/functions/catalogue/metadata.ts');
  const { accept } = await load('src/functions/catalogue/released.ts');
  const before = lock();
  const { released, problems } = accept(functionsMetadata(), {
    golden: JSON.parse(read(...GOLDEN)),
    lock: before,
  });
  if (problems) {
    fail(
      `${problems.join('\n')}\nNothing was accepted. What was released is changed by hand only, in ${path.join(...GOLDEN)} and ${path.join(...LOCK)}, with its reason in the commit.`,
    );
  }
  writeFileSync(at(...GOLDEN), `${JSON.stringify(released.golden, null, 2)}\n`);
  writeFileSync(at(...LOCK), `${released.lock.join('\n')}\n`);
  const added = released.lock.filter((line) => !before.includes(line));
  console.log(added.length === 0 ? 'Nothing new to accept.' : `Accepted:\n  ${added.join('\n  ')}`);
}

async function writeCoverage() {
  const { coveragePage } = await load('packages/workbench/scripts/coverage-page.ts');
  writeFileSync(at('packages', 'workbench', 'coverage.md'), coveragePage());
  console.log('packages/workbench/coverage.md: the members of Excel that the workbench has.');
}

let accepts;
try {
  accepts = parseArgs({ options: { accept: { type: 'boolean' } } }).values.accept;
} catch (problem) {
  fail(`${problem.message}. Usage: npm run generate [-- --accept]`, 2);
}
await writeRegistry();
await writeFunctionPages();
await writeTermsPage();
await writeCoverage();
if (accepts) await acceptNew();
