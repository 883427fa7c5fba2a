import { readFileSync } from 'node:fs';
import path from 'node:path';
import { anchorsOf, houseAt, missingIn, type House } from './named-files';

const ROOT = path.resolve(__dirname, '../..');

const house = houseAt(ROOT);
const documents = [...house.paths].filter((place) => /\.(md|yml)$/.test(place));

describe('what the documents name is there, or <!-- Not there: … --> says that it is made up', () => {
  test.each(documents)('%s', (document) => {
    expect(missingIn(document, readFileSync(path.join(ROOT, document), 'utf8'), house)).toEqual([]);
  });
});

describe('a document that names what is not there', () => {
  const small: House = {
    paths: new Set([
      'README.md',
      'docs',
      'docs/guide.md',
      'src',
      'src/calc',
      'src/calc/line.ts',
      'src/calc/native',
    ]),
    scripts: new Set(['build']),
    anchors: () => anchorsOf('# The guide\n\n## Add a term, or two'),
  };
  const faults = (text: string) => missingIn('docs/guide.md', text, small);

  test.each([
    ['[a page](other.md)', 'the link other.md leads nowhere'],
    ['[a part](#add-a-line)', 'the link #add-a-line leads to no heading of docs/guide.md'],
    ['[a part](../README.md#nothing)', 'the link ../README.md#nothing leads to no heading of README.md'],
    ['see `src/calc/lines.ts`', 'there is no src/calc/lines.ts'],
    ['see `src/calc/exact`', 'there is no src/calc/exact'],
    ['see `src/calc/{native,exact}`', 'there is no src/calc/exact'],
    ['see `src/calc/*.tsx`', 'there is no src/calc/*.tsx'],
    ['see `lines.ts`', 'there is no lines.ts'],
    ['`npm run biuld`', 'npm run biuld: package.json has no such script'],
    ['```\nnpm run biuld\n```', 'npm run biuld: package.json has no such script'],
  ])('%s', (text, sentence) => {
    expect(faults(text)).toEqual([`docs/guide.md: ${sentence}`]);
  });

  test.each([
    '[a page](../README.md), [a part](#add-a-term-or-two), [outside](https://example.com/other.md)',
    'see `src/calc/line.ts`, `line.ts`, `../src/calc`, `src/calc/*.ts`, `src/{calc}/native/`',
    '`npm run build -- --origin https://example.com`, `and/or`, `dist/addin`, `FILE.json`, `=A1/B1`',
    '```\nimport `src/calc/lines.ts`;\n```',
    '<!-- Not there: blended-price, lines.ts -->\nwrite `src/blended-price/function.ts` and `src/calc/lines.ts`',
  ])('nothing is wrong with %s', (text) => {
    expect(faults(text)).toEqual([]);
  });
});
