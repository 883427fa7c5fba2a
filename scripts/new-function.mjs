/**
 * npm run new:function -- BLENDED_PRICE
 * Writes the files of a new function: they compile, and the tests say what is still to be written.
 * docs/contributing/add-a-function.md tells the rest.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createJiti } from 'jiti';
import { format, resolveConfig } from 'prettier';
import { fail, ROOT, run } from './ensure.mjs';

const load = (file) => createJiti(import.meta.url).import(path.join(ROOT, file));
const { nameProblem } = await load('src/functions/catalogue/function-name.ts');
const { exportOfFolder, folderOfId } = await load('src/functions/catalogue/registry-source.ts');

const [id, ...more] = process.argv.slice(2);
if (id === undefined || more.length > 0) {
  fail('Name one function, such as: npm run new:function -- BLENDED_PRICE', 2);
}
const problem = nameProblem(id);
if (problem) fail(problem, 2);

const folder = folderOfId(id);
/** Each with what is to be written there. */
const files = [
  ['function.ts', `src/functions/${folder}/function.ts`, 'arguments, result, body'],
  ['texts.ts', `src/functions/${folder}/texts.ts`, 'what Excel, the pane and the docs say of it'],
  ['native.ts', `src/functions/${folder}/native.ts`, 'a formula of plain Excel, or why there is none'],
  ['test.ts', `test/functions/${folder}.test.ts`, 'figures from elsewhere, and its refusals'],
];
const taken = files.map(([, file]) => file).filter((file) => existsSync(path.join(ROOT, file)));
if (taken.length > 0) {
  fail(`For ${id} there is already: ${taken.join(', ')}. Choose another name.`, 2);
}

for (const [template, file] of files) {
  const source = readFileSync(new URL(`new-function/${template}.txt`, import.meta.url), 'utf8')
    .replaceAll('__ID__', id)
    .replaceAll('__EXPORT__', exportOfFolder(folder))
    .replaceAll('__FOLDER__', folder);
  mkdirSync(path.dirname(path.join(ROOT, file)), { recursive: true });
  const options = await resolveConfig(path.join(ROOT, file));
  writeFileSync(path.join(ROOT, file), await format(source, { ...options, parser: 'typescript' }));
}
if (run(process.execPath, ['scripts/generate.mjs']) !== 0) {
  fail('The files are written, but npm run generate met the fault above. Mend it and run it again.');
}

console.log(`
${id} is there. Write what begins with "Replace:" in
${files.map(([, file, what]) => `  ${file}  (${what})`).join('\n')}
then
  npm run generate                                          its page in docs/functions, README.md
  npm run typecheck && npm run test:unit -- test/functions  what is still missing, in sentences
  npm run generate -- --accept                              once it is finished: it joins what was released
and a line under [Unreleased] in CHANGELOG.md. docs/contributing/add-a-function.md tells more.`);
