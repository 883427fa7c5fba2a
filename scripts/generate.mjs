/**
 * Writes the docs pages of the functions from their descriptors and texts, and that of the terms from their catalogue.
 * Both are TypeScript; jiti loads them without a build.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createJiti } from 'jiti';

const root = fileURLToPath(new URL('..', import.meta.url));
const load = (file) => createJiti(import.meta.url, { fsCache: false }).import(path.join(root, file));

const { documentation } = await load('src/functions/catalogue/documentation.ts');
const { docsIndex, docsPage } = await load('src/functions/catalogue/docs-page.ts');
const { termsPage } = await load('src/terms/catalogue/docs-page.ts');

const folder = path.join(root, 'docs', 'functions');
mkdirSync(folder, { recursive: true });
for (const documented of documentation) {
  writeFileSync(path.join(folder, `${documented.id}.md`), docsPage(documented));
}
writeFileSync(path.join(folder, 'README.md'), docsIndex(documentation));
console.log(`docs/functions: ${documentation.length} pages and the index.`);

writeFileSync(path.join(root, 'docs', 'terms.md'), termsPage());
console.log('docs/terms.md: the catalogue of terms.');
