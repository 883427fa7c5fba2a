import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { docsIndex, docsPage } from '../../src/functions/catalogue/docs-page';
import { documentation } from '../../src/functions/catalogue/documentation';
import { Refusal } from '../../src/base/refusal';
import { argumentsOf } from './formula-arguments';
import { errorCode } from '../../src/functions/framework/error-code';

const docs = path.join(__dirname, '..', '..', 'docs', 'functions');

describe.each(documentation.map((documented) => [documented.id, documented] as const))(
  '%s',
  (id, documented) => {
    test.each(documented.examples.map((example) => [example.title, example] as const))(
      '%s',
      async (_title, example) => {
        expect(argumentsOf(example.formula, id)).toEqual(example.args);
        expect(await documented.call(example.args)).toEqual(example.result);
      },
    );

    // VERSION takes nothing and so refuses nothing.
    for (const { title, formula, args, sentence, code } of documented.refusals) {
      test(title, async () => {
        expect(argumentsOf(formula, id)).toEqual(args);
        const outcome = await documented.call(args);
        expect(outcome).toMatchObject({ sentence });
        expect(outcome instanceof Refusal && errorCode(outcome)).toBe(code);
      });
    }

    test('has its docs page up to date (npm run generate)', () => {
      expect(readFileSync(path.join(docs, `${id}.md`), 'utf8')).toBe(docsPage(documented));
    });
  },
);

test('the index of the docs is up to date, and no page is left over (npm run generate)', () => {
  expect(readFileSync(path.join(docs, 'README.md'), 'utf8')).toBe(docsIndex(documentation));
  expect(readdirSync(docs).sort()).toEqual(
    [...documentation.map(({ id }) => `${id}.md`), 'README.md'].sort(),
  );
});
