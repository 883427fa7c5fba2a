/**
 * Prints a template of the Terms table as a JSON 2-D array: npm run --silent template -- transition.
 * The templates are TypeScript; jiti loads them without a build.
 */
import path from 'node:path';
import { ROOT, ensure, fail } from './ensure.mjs';

await ensure({ quiet: true, build: false });

const { createJiti } = await import('jiti');
const load = (file) => createJiti(import.meta.url, { fsCache: false }).import(path.join(ROOT, file));
const { TEMPLATE_NAMES, template, templateNamed } = await load('src/terms/templates/template.ts');

const wanted = process.argv.slice(2).join(' ');
const name = templateNamed(wanted);
if (name === undefined) {
  fail(
    `${wanted === '' ? 'No template is named' : `There is no template "${wanted}"`}: the templates are ${TEMPLATE_NAMES.join(', ')}.`,
    2,
  );
}
process.stdout.write(`${JSON.stringify(template(name))}\n`);
