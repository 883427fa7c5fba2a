import { Refusal } from '../../../src/base/refusal';
import { dayFromIso } from '../../../src/base/calendar';
import type { EditValue } from '../../../src/terms/entry/edit';
import { termsOf } from '../../../src/terms/table/memo';
import { template } from '../../../src/terms/templates/template';
import { readTerms } from '../../../src/workbook/terms/read-terms';
import { type SeenEdit, writeEdits } from '../../../src/workbook/terms/write-edits';
import { type Host, openHost } from '../host';
import { LIVE, lookUp, sortBy, tableCells, undo, writeTerms } from './terms-workbook';

let host: Host;

beforeEach(async () => {
  host = await openHost();
  await writeTerms(host, { block: template('transition') });
});
afterEach(() => host.close());

const day = (iso: string): number => dayFromIso(iso) ?? NaN;

const edit = (
  [section, item, term, column]: [string, string, string, string],
  seen: EditValue,
  value: EditValue,
): SeenEdit => ({ section, item, term, column, seen, value });

const CUTOVER: [string, string, string, string] = ['Transition', '', 'Cutover', 'Early exit'];
const moved = edit(CUTOVER, null, day('2027-03-01'));

/** Cells that differ between two readings of the table, by address within it. */
function changes(before: unknown[][], after: unknown[][]): string[] {
  return after.flatMap((row, at) =>
    row.flatMap((cell, column) =>
      cell === before[at]?.[column] ? [] : [`${at},${column}: ${String(cell)}`],
    ),
  );
}

test('writes one cell as a date that shows as one, and nothing else', async () => {
  const before = await tableCells(host);
  expect(await writeEdits([moved])).toEqual({
    kind: 'done',
    sentence: 'Transition | Cutover in Early exit is now 2027-03-01.',
    written: 1,
  });
  const after = await tableCells(host);
  expect(changes(before.formulas, after.formulas)).toHaveLength(1);
  const row = after.values.findIndex(([, , term]) => term === 'Cutover');
  const column = after.values[0]?.indexOf('Early exit') ?? -1;
  expect(after.values[row]?.[column]).toBe(day('2027-03-01'));
  expect(after.numberFormat[row]?.[column]).toBe('yyyy-mm-dd');
});

test('a date in a cell that would show it as a number gets a date format', async () => {
  const { values } = await tableCells(host);
  const row = values.findIndex(([, , term]) => term === 'Cutover');
  const column = values[0]?.indexOf('Early exit') ?? -1;
  await host.run(async (context) => {
    const cell = context.workbook.tables.getItem('TermsTable').getRange().getCell(row, column);
    cell.numberFormat = [['General']];
    await context.sync();
  });
  await writeEdits([moved]);
  expect((await tableCells(host)).numberFormat[row]?.[column]).toBe('yyyy-mm-dd');
});

describe('whatever the person did to the table', () => {
  test.each([
    ['sorted by another column', (h: Host) => sortBy(h, 'Note')],
    [
      'moved down and the sheet renamed',
      (h: Host) =>
        h.run(async (context) => {
          const sheet = context.workbook.worksheets.getItem('Terms');
          sheet.getRange('1:3').insert('Down');
          sheet.name = 'Inputs of 2027';
          await context.sync();
        }),
    ],
    [
      'rows inserted in the middle, a column of remarks at the end',
      (h: Host) =>
        h.run(async (context) => {
          const table = context.workbook.tables.getItem('TermsTable');
          table.rows.add(5);
          table.columns.add(undefined, undefined, 'Remarks');
          await context.sync();
        }),
    ],
    [
      'columns in another order',
      (h: Host) =>
        h.run(async (context) => {
          const table = context.workbook.tables.getItem('TermsTable');
          table.columns.getItem('Status').delete();
          table.columns.add(0, undefined, 'Status');
          await context.sync();
        }),
    ],
  ])('%s: the cell is found', async (_what, change) => {
    await change(host);
    expect(await writeEdits([moved])).toMatchObject({ kind: 'done' });
    const look = await lookUpByHeader();
    expect(look('Transition', '', 'Cutover', 'Early exit')).toBe(day('2027-03-01'));
    const reading = await readTerms();
    if (reading instanceof Refusal) throw new Error(reading.sentence);
    expect(termsOf(reading.values).problems).toEqual([]);
  });

  /** By the headers, wherever the columns stand. */
  async function lookUpByHeader() {
    const { values } = await tableCells(host);
    const [header = [], ...rows] = values;
    const at = (name: string) => header.indexOf(name);
    return (section: string, item: string, term: string, column: string) =>
      rows.find(
        (row) =>
          row[at('Section')] === section && String(row[at('Item')]) === item && row[at('Term')] === term,
      )?.[at(column)];
  }
});

describe('two people', () => {
  test('a cell that somebody changed meanwhile keeps what they wrote, and both values are told', async () => {
    await writeEdits([edit(CUTOVER, null, day('2027-05-01'))]);
    const before = await tableCells(host);
    const report = await writeEdits([
      edit(['Behaviour', '', 'Efficiency cut', 'Early exit'], null, 0.3),
      moved,
    ]);
    expect(report).toEqual({
      kind: 'changed',
      sentence:
        'Transition | Cutover in Early exit was changed meanwhile: it was blank and is now 2027-05-01; yours is 2027-03-01. Nothing was written. Keep theirs, or enter yours again.',
      conflicts: [{ edit: moved, found: day('2027-05-01') }],
    });
    expect((await tableCells(host)).formulas).toEqual(before.formulas);
    // Having seen theirs, the person may insist.
    expect(await writeEdits([{ ...moved, seen: day('2027-05-01') }])).toMatchObject({ kind: 'done' });
  });

  test('two who write different cells at once both succeed', async () => {
    const other = edit(['Behaviour', '', 'Efficiency cut', 'Denied'], null, 0.1);
    const reports = await Promise.all([writeEdits([moved]), writeEdits([other])]);
    expect(reports.map(({ kind }) => kind)).toEqual(['done', 'done']);
    const look = await lookUp(host);
    expect(look('Transition', '', 'Cutover', 'Early exit')).toBe(day('2027-03-01'));
    expect(look('Behaviour', '', 'Efficiency cut', 'Denied')).toBe(0.1);
  });

  test('of two who write the same cell at once, one is told', async () => {
    const reports = await Promise.all([
      writeEdits([moved]),
      writeEdits([edit(CUTOVER, null, day('2027-09-01'))]),
    ]);
    expect(reports.map(({ kind }) => kind)).toEqual(['done', 'changed']);
    expect((await lookUp(host))('Transition', '', 'Cutover', 'Early exit')).toBe(day('2027-03-01'));
  });

  test('a scenario that somebody deleted', async () => {
    await host.run(async (context) => {
      context.workbook.tables.getItem('TermsTable').columns.getItem('Early exit').delete();
      await context.sync();
    });
    expect(await writeEdits([moved])).toMatchObject({
      kind: 'refused',
      sentence:
        'The Terms table has no column "Early exit" any more: somebody renamed or deleted it. Nothing was written. Choose another scenario.',
    });
  });

  test('a value seen with binary noise is still the same', async () => {
    const cut = (value: EditValue, seen: EditValue) =>
      edit(['Behaviour', '', 'Efficiency cut', 'Early exit'], seen, value);
    await writeEdits([cut(0.1 + 0.2, null)]);
    expect(await writeEdits([cut(0.4, 0.3)])).toMatchObject({ kind: 'done' });
  });
});

describe('formulas of the person', () => {
  const cell = ['Behaviour', '', 'Efficiency cut', 'Early exit'] as [string, string, string, string];

  beforeEach(async () => {
    const { values } = await tableCells(host);
    const row = values.findIndex(([, , term]) => term === 'Efficiency cut');
    const column = values[0]?.indexOf('Early exit') ?? -1;
    await host.run(async (context) => {
      context.workbook.tables.getItem('TermsTable').getRange().getCell(row, column).formulas = [['=0.2*2']];
      await context.sync();
    });
  });

  test('are not overwritten without asking', async () => {
    const report = await writeEdits([edit(cell, 0.4, 0.5)]);
    expect(report).toMatchObject({
      kind: 'formulas',
      formulas: [{ formula: '=0.2*2' }],
      sentence:
        'Behaviour | Efficiency cut in Early exit comes out of the formula =0.2*2. Nothing was written. Change the formula in the sheet, or replace it by the value.',
    });
    expect((await lookUp(host))(...cell)).toBe(0.4);
  });

  test('are replaced once the person says so', async () => {
    expect(await writeEdits([edit(cell, 0.4, 0.5)], { replaceFormulas: true })).toMatchObject({
      kind: 'done',
    });
    expect((await lookUp(host))(...cell)).toBe(0.5);
  });
});

describe('a protected sheet', () => {
  const protect = () =>
    host.run(async (context) => {
      context.workbook.worksheets.getItem('Terms').protection.protect();
      await context.sync();
    });

  test('is left alone with a sentence', async () => {
    await protect();
    const before = await tableCells(host);
    expect(await writeEdits([moved])).toMatchObject({
      kind: 'refused',
      sentence:
        'The sheet Terms is protected, and nothing was written. Choose Review > Unprotect Sheet, then try again.',
    });
    expect((await tableCells(host)).formulas).toEqual(before.formulas);
    const reading = await readTerms();
    expect(reading).toMatchObject({ isProtected: true });
  });

  test('takes values where its cells are open, and no new rows', async () => {
    await host.run(async (context) => {
      const table = context.workbook.tables.getItem('TermsTable');
      table.columns.getItem('Early exit').getDataBodyRange().format.protection.locked = false;
      await context.sync();
    });
    await protect();
    expect(await writeEdits([moved])).toMatchObject({ kind: 'done' });
    expect(await writeEdits([edit(['Commitment', '6', 'Amount', 'Early exit'], null, 8e8)])).toMatchObject({
      kind: 'refused',
    });
  });
});

describe('terms that the table lacks', () => {
  const tier = (term: string, value: EditValue, column = 'Early exit') =>
    edit(['Discount tier', '4', term, column], null, value);

  test('get rows below those of their section, with unit, status and note, and a Live cell', async () => {
    const before = await tableCells(host);
    const report = await writeEdits([
      tier('Up to', 9e8),
      tier('Multiplier', 0.75),
      edit(['Discount tier', '5', 'Multiplier', 'Early exit'], null, 0.7),
      edit(['Discount tier', '3', 'Up to', 'Early exit'], null, 7e8),
      moved,
    ]);
    expect(report).toMatchObject({ kind: 'done', written: 5 });
    const { values, formulas } = await tableCells(host);
    expect(values).toHaveLength(before.values.length + 4);
    const [header = []] = values;
    const of = (item: string, term: string) =>
      values.findIndex((row) => row[0] === 'Discount tier' && String(row[1]) === item && row[2] === term);
    const third = of('3', 'Multiplier');
    // The bound of the third tier joins its multiplier; the others follow below.
    expect([of('3', 'Up to'), of('4', 'Up to'), of('4', 'Multiplier'), of('5', 'Multiplier')]).toEqual(
      [1, 2, 3, 4].map((more) => third + more),
    );
    const row = values[of('4', 'Up to')] ?? [];
    const at = (name: string) => row[header.indexOf(name)];
    expect([at('Unit'), at('Base'), at('Early exit'), at('Denied')]).toEqual(['USD', '', 9e8, '']);
    expect([at('Status'), at('Note')]).toEqual([
      'Illustrative',
      'Added with Meterbook; name the source of the figure.',
    ]);
    expect(formulas[of('4', 'Up to')]?.[header.indexOf('Live')]).toBe(LIVE);
    expect((await lookUp(host))(...CUTOVER)).toBe(day('2027-03-01'));
    expect(termsOf(values).problems).toEqual([]);
  });

  test('of a date item are written as the other rows of the section have it', async () => {
    await writeEdits([edit(['Reserved', '2028-01-01', 'Units', 'Early exit'], null, 1200)]);
    const { values } = await tableCells(host);
    const items = values
      .filter(([section, , term]) => section === 'Reserved' && term === 'Units')
      .map((row) => row[1]);
    expect(items.at(-1)).toBe('2028-01-01');
    expect(termsOf(values).table?.items('Reserved')).toContain('2028-01-01');
  });

  test('of a date show as dates', async () => {
    await writeEdits([
      edit(['Tranche', 'K5', 'Date', 'Base'], null, day('2031-01-31')),
      edit(['Tranche', 'K5', 'Amount', 'Base'], null, 5e9),
      edit(['Tranche', 'K5', 'Kind', 'Base'], null, 'Contingent'),
      edit(['Tranche', 'K5', 'Probability', 'Base'], null, 0.1),
    ]);
    const { values, numberFormat } = await tableCells(host);
    const row = values.findIndex((cells) => cells[1] === 'K5' && cells[2] === 'Date');
    const base = values[0]?.indexOf('Base') ?? -1;
    expect(numberFormat[row]?.[base]).toBe('yyyy-mm-dd');
    expect(termsOf(values).table?.items('Tranche')).toContain('K5');
  });

  test('nothing is added for a blank value', async () => {
    const before = await tableCells(host);
    await writeEdits([tier('Up to', null)]);
    expect((await tableCells(host)).values).toEqual(before.values);
  });
});

test('texts stay text, whatever they look like', async () => {
  const describe = ['Scenario', '', 'Description', 'Early exit'] as [string, string, string, string];
  const seen = (await lookUp(host))(...describe) as string;
  let before = seen;
  for (const text of [
    '=SUM(A1:A3)',
    '2027',
    '3/4',
    '-5 % of all',
    'March 2027',
    'TRUE',
    '+1',
    '#N/A',
    "it's",
  ]) {
    const { kind, sentence } = await writeEdits([edit(describe, before, text)]);
    expect([text, kind, sentence]).toEqual([text, 'done', expect.anything()]);
    expect((await lookUp(host))(...describe)).toBe(text);
    before = text;
  }
});

test('one step of undo takes all of it back', async () => {
  const before = await tableCells(host);
  await writeEdits([moved, edit(['Discount tier', '4', 'Multiplier', 'Early exit'], null, 0.7)]);
  await undo(host);
  expect((await tableCells(host)).formulas).toEqual(before.formulas);
});

test('a term that the catalogue does not know is refused', async () => {
  expect(await writeEdits([edit(['Transition', '', 'Cut-over', 'Base'], null, 1)])).toMatchObject({
    kind: 'refused',
    sentence: expect.stringContaining('Did you mean Cutover?') as string,
  });
});
