import fc from 'fast-check';
import { decimalFromCell } from '../../../src/base/decimal';
import { Refusal } from '../../../src/base/refusal';
import { differences } from '../../../src/terms/exchange/differences';
import { readCsv } from '../../../src/terms/exchange/read-csv';
import { readJson } from '../../../src/terms/exchange/read-json';
import type { FileReading, ScenarioFile } from '../../../src/terms/exchange/scenario-file';
import { fileOf } from '../../../src/terms/exchange/table-file';
import { writeCsv } from '../../../src/terms/exchange/write-csv';
import { writeJson } from '../../../src/terms/exchange/write-json';
import { withEdits } from '../../../src/terms/entry/edit';
import { STATUSES } from '../../../src/terms/table/row';
import { template } from '../../../src/terms/templates/template';
import { blockOf } from '../../contract/properties/contract-case';
import { contractDrafts, decidedDrafts } from '../../contract/properties/drafts/contract-arbitrary';
import { tableOf } from '../tables';

const FORMS: readonly (readonly [string, (file: ScenarioFile) => string, (text: string) => FileReading])[] = [
  ['JSON', writeJson, readJson],
  ['CSV', writeCsv, readCsv],
];

function exported(block: readonly (readonly unknown[])[], wanted?: readonly string[]): ScenarioFile {
  const file = fileOf(block, wanted);
  if (file instanceof Refusal) throw new Error(file.sentence);
  return file;
}

function imported(reading: FileReading): ScenarioFile {
  if ('problems' in reading) throw new Error(reading.problems.map(({ sentence }) => sentence).join('\n'));
  return reading.file;
}

function changes(file: ScenarioFile, block: readonly (readonly unknown[])[]) {
  const found = differences(file, block);
  if (found instanceof Refusal) throw new Error(found.sentence);
  return found;
}

/** Texts that programs trip over: formulas, separators, quotes, line ends, other scripts, control characters. */
const hostileText = fc.oneof(
  fc.constantFrom(
    '=1+1',
    '=HYPERLINK("https://example.com","click")',
    '+1-2',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    "'=1",
    "''=1",
    '＝1+1',
    'a,b;c\td',
    'say "yes"',
    '"',
    'two\r\nlines',
    '__proto__',
    'constructor',
    '-12.5',
    '1,5',
    '2027-01-31',
    'TRUE',
    '12%',
    '\u0000\u0007bell',
    '🙂 日本語',
    '\\u0041 \\"',
  ),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
);

interface Remarks {
  readonly texts: readonly string[];
  readonly status: string;
  readonly asOf: number | string;
}

const remarks: fc.Arbitrary<Remarks> = fc.record({
  texts: fc.array(hostileText, { minLength: 4, maxLength: 4 }),
  status: fc.constantFrom('', ...STATUSES),
  asOf: fc.oneof(fc.constant(''), fc.integer({ min: 32_874, max: 80_000 })),
});

const PROVENANCE = ['Distribution', 'Correlation', 'Status', 'Source', 'As of', 'Note'];

/** A table with provenance beside its values; the remarks repeat down the rows. */
function withRemarks(block: readonly (readonly unknown[])[], all: readonly Remarks[]): unknown[][] {
  return block.map((row, place) => {
    if (place === 0) return [...row, ...PROVENANCE];
    const { texts, status, asOf } = all[place % all.length] ?? { texts: [], status: '', asOf: '' };
    const [a = '', b = '', c = '', d = ''] = texts.map((text) => (text.trim() === '0' ? '' : text));
    return [...row, a, b, status, c, asOf, d];
  });
}

describe.each(FORMS)('scenarios as %s', (_form, write, read) => {
  test.each(['transition', 'commitment-decision'] as const)('carry the template %s unchanged', (name) => {
    const block = template(name);
    const file = imported(read(write(exported(block))));
    expect(changes(file, block)).toEqual({ edits: [], newScenarios: [], notInFile: 0, problems: [] });
    expect(file.rows).toHaveLength(exported(block).rows.length);
  });

  test.each([
    ['generated tables', contractDrafts],
    ['tables with decisions', decidedDrafts],
  ])('carry %s with hostile remarks unchanged', (_name, drafts) => {
    fc.assert(
      fc.property(drafts, fc.array(remarks, { minLength: 1, maxLength: 5 }), (draft, all) => {
        const block = withRemarks(blockOf(draft), all);
        const text = write(exported(block));
        const file = imported(read(text));
        expect(changes(file, block)).toEqual({ edits: [], newScenarios: [], notInFile: 0, problems: [] });
        // Written again, letter by letter the same.
        expect(write(file)).toBe(text);
      }),
      { numRuns: 25 },
    );
  });

  test('an import after any change of values restores the table', () => {
    fc.assert(
      fc.property(contractDrafts, fc.integer({ min: 2, max: 5 }), (draft, every) => {
        const before = withRemarks(blockOf(draft), [{ texts: ['x'], status: 'Estimate', asOf: 46_000 }]);
        const text = write(exported(before));
        // Every so many rows are gone, and every scenario but Base.
        const after = before
          .filter((row, place) => place === 0 || row[0] === 'Model' || place % every !== 0)
          .map((row) => row.filter((_cell, column) => column < 4 || column > 3 + draft.scenarios.length));
        const found = changes(imported(read(text)), after);
        expect(found.newScenarios).toEqual(draft.scenarios);
        const restored = withEdits(
          after.map((row, place) => [
            ...row.slice(0, 4),
            ...draft.scenarios.map((name) => (place === 0 ? name : '')),
            ...row.slice(4),
          ]),
          found.edits,
        );
        expect(changes(imported(read(text)), restored).edits).toEqual([]);
        expect(meaning(restored)).toEqual(meaning(before));
      }),
      { numRuns: 25 },
    );
  });
});

/** What a table says, whatever the order of its rows. */
const meaning = (block: unknown[][]): string[] =>
  tableOf(block)
    .rows.map(({ definition, item, term, cells, provenance }) =>
      JSON.stringify([definition.section, item.toLowerCase(), term, cells.map(String), provenance]),
    )
    .sort();

test('only the scenarios asked for go into the file, with Base, from which they inherit', () => {
  const block = template('transition');
  const all = exported(block).scenarios;
  const [first = ''] = all;
  expect(exported(block, [first]).scenarios).toEqual([first]);
  const found = changes(exported(block, [first]), block);
  expect(found.edits).toEqual([]);
});

test('numbers keep the 15 digits that Excel shows', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e15, noNaN: true }), (value) => {
      const block = template('transition').map((row) =>
        row[2] === 'Input tokens per month' ? row.map((cell, place) => (place === 5 ? value : cell)) : row,
      );
      for (const [, write, read] of FORMS) {
        const { rows } = imported(read(write(exported(block))));
        const row = rows.find(({ term }) => term === 'Input tokens per month');
        expect(row?.cells.get('Base')).toBe(decimalFromCell(value).toNumber());
      }
    }),
    { numRuns: 25 },
  );
});
