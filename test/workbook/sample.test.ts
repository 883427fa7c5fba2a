import { hasSample } from '../../src/workbook/sample/has-sample';
import { describeInsertion, insertSample, type SampleReport } from '../../src/workbook/sample/insert-sample';
import { openHost, type Host } from './host';
import published from './published-examples.json';
import months from './reference-months.json';

const PRICES = 'Sample prices';
const MONTH = 'Sample month';
const TRANCHES = 'Sample tranches';

/** Every cell of a sheet as it shows and as it is. */
interface SheetCells {
  readonly values: unknown[][];
  readonly formulas: unknown[][];
  readonly text: string[][];
}

const cellsOf = async (host: Host, sheet: string): Promise<SheetCells> => {
  await host.idle();
  return host.run(async (context) => {
    const used = context.workbook.worksheets.getItem(sheet).getUsedRange();
    const range = used.getBoundingRect('A1').load('values,formulas,text');
    await context.sync();
    return { values: range.values, formulas: range.formulas, text: range.text };
  });
};

/** Row numbers from 0 whose cell in a column says this. */
const rowsSaying = (cells: SheetCells, label: string, column = 0): number[] =>
  cells.values.flatMap((row, index) => (row[column] === label ? [index] : []));

const rowSaying = (cells: SheetCells, label: string, column = 0): number => {
  const [row] = rowsSaying(cells, label, column);
  if (row === undefined) throw new Error(`No row says "${label}".`);
  return row;
};

describe('a workbook with the sample', () => {
  let host: Host;
  let report: SampleReport;

  beforeAll(async () => {
    host = await openHost();
    expect(await hasSample()).toBe(false);
    report = await insertSample();
  });
  afterAll(() => host.close());

  test('says which sheets it inserted, and they are there beside the one that was', async () => {
    expect(report).toEqual({
      kind: 'done',
      sentence: 'Inserted the sheets Sample prices, Sample month and Sample tranches.',
      sheets: [PRICES, MONTH, TRANCHES],
    });
    expect(await host.sheetNames()).toEqual(['Sheet1', PRICES, MONTH, TRANCHES]);
    expect(await hasSample()).toBe(true);
  });

  test.each([PRICES, MONTH, TRANCHES])(
    '%s: no cell shows an error, and every formula has a value',
    async (sheet) => {
      const { values, formulas } = await cellsOf(host, sheet);
      const shown = values.flat();
      expect(shown.filter((value) => typeof value === 'string' && /^#/.test(value))).toEqual([]);
      const count = formulas.flat().filter((formula) => String(formula).startsWith('=METER.')).length;
      expect(count).toBeGreaterThan(0);
      formulas.forEach((row, at) =>
        row.forEach((formula, column) => {
          if (String(formula).startsWith('=')) expect(values[at]?.[column]).not.toBe('');
        }),
      );
    },
  );

  test('equals the published answers', async () => {
    const cells = await cellsOf(host, PRICES);
    const [caching, graduated, sizing] = published;
    const valueAt = (label: string, column = 1) => cells.values[rowSaying(cells, label)]?.[column];
    const { input_with_cache, output } = caching?.expected as { input_with_cache: number; output: number };
    // Binary noise of one addition of cents.
    expect(valueAt('Token cost')).toBeCloseTo(input_with_cache + output, 10);
    expect(valueAt('Tiered cost')).toBe(graduated?.expected.amount);
    const { ptu_raw, ptu } = sizing?.expected as { ptu_raw: number; ptu: number };
    expect(Math.abs(Number(valueAt('Reserved units')) - ptu_raw)).toBeLessThanOrEqual(sizing?.tolerance ?? 0);
    expect(valueAt('Reserved units', 2)).toBe(ptu);
    expect(cells.values[2]?.[0]).toBe('All answers agree with the published ones');
  });

  test('the check on top notices a changed input', async () => {
    const cells = await cellsOf(host, PRICES);
    const address = `B${rowSaying(cells, 'Requests') + 1}`;
    await host.write(PRICES, address, [[20_000]]);
    expect(await host.value(PRICES, 'A3')).toBe('An answer differs');
    await host.write(PRICES, address, [[15_000]]);
    expect(await host.value(PRICES, 'A3')).toBe('All answers agree with the published ones');
  });

  test.each([
    [0, 1],
    [1, 5],
  ])('month %i equals the reference table', async (month, column) => {
    const cells = await cellsOf(host, MONTH);
    const figures = months.months[month];
    const valueAt = (label: string, after = 0) =>
      Number(cells.values[rowsSaying(cells, label).find((row) => row > after) ?? -1]?.[column]);
    // The table prints twelve decimals; a cell keeps about sixteen digits.
    expect(valueAt('Reserved cost')).toBe(Number(figures?.fee));
    expect(valueAt('Reserved fee')).toBe(Number(figures?.fee));
    expect(valueAt('Share on the meter')).toBeCloseTo(Number(figures?.tokenShare), 11);
    expect(valueAt('Vendor A, share')).toBeCloseTo(1 - Number(figures?.vendorBShare), 11);
    for (const product of figures?.products ?? []) {
      const from = rowSaying(cells, product.name);
      expect(valueAt('Input-side tokens', from)).toBe(Number(product.demand));
      expect(valueAt('Metered by vendor A', from)).toBeCloseTo(Number(product.listA), 6);
    }
    const listA = figures?.products.reduce((sum, product) => sum + Number(product.listA), 0);
    expect(valueAt('Metered by vendor A, at list')).toBeCloseTo(listA ?? NaN, 6);
    expect(cells.values[2]?.[0]).toBe('All figures agree with the reference table');
  });

  test('the reported tranches add up to the reported totals', async () => {
    const cells = await cellsOf(host, TRANCHES);
    const billions = (label: string) => Number(cells.values[rowSaying(cells, label)]?.[2]) / 1e9;
    // $8B funded before, $5B firm, up to $20B contingent.
    expect([billions('Funded'), billions('Committed (with firm)'), billions('Maximum')]).toEqual([8, 13, 33]);
    const header = rowsSaying(cells, 'Id').at(-1) ?? -1;
    expect(cells.values[header]).toEqual([
      'Id',
      'Date',
      'Amount',
      'Kind',
      'Probability',
      'Expected',
      'Funded',
      'Committed',
      'Expected total',
      'Maximum',
    ]);
    // 13 + 5 × (0.7 + 0.5 + 0.35 + 0.2)
    expect(Number(cells.values[header + 8]?.[8])).toBe(21.75e9);
    expect(cells.text[header + 1]?.[1]).toBe('2023-09-30');
  });

  test('every figure that nobody published says so, every reported one has a source', async () => {
    const tranches = await cellsOf(host, TRANCHES);
    const rows = tranches.values.filter((row) => ['Funded', 'Firm', 'Contingent'].includes(String(row[3])));
    for (const [, , , kind, , amount, timing, source] of rows.slice(0, 8)) {
      expect(amount).toBe(kind === 'Contingent' ? 'Illustrative' : 'Reported');
      expect(timing).toMatch(/^Illustrative/);
      expect(source).toBe('[1]');
    }
    const month = await cellsOf(host, MONTH);
    month.formulas.forEach((row, at) => {
      const isTyped = typeof row[1] === 'number' && at > 4;
      if (isTyped) {
        expect([at, row[8]]).toEqual([at, expect.stringMatching(/^(Reported|Illustrative|Reference)$/)]);
        expect(row[9]).not.toBe('');
      }
    });
  });

  test('shows a METER cell first', async () => {
    const active = await host.run(async (context) => {
      const cell = context.workbook.getActiveCell().load('address,formulas');
      await context.sync();
      return [cell.address, cell.formulas[0]?.[0]];
    });
    expect(active[0]).toMatch(/^'Sample prices'!B\d+$/);
    expect(active[1]).toMatch(/^=METER\.TOKEN_COST\(/);
  });

  test('a second time changes nothing, and puts back what was cleared', async () => {
    const before = await Promise.all([PRICES, MONTH, TRANCHES].map((sheet) => cellsOf(host, sheet)));
    await host.write(MONTH, 'A1:B1', [['', '']]);
    const cleared = await insertSample();
    expect(cleared.sentence).toBe('Refreshed the sheets Sample prices, Sample month and Sample tranches.');
    const after = await Promise.all([PRICES, MONTH, TRANCHES].map((sheet) => cellsOf(host, sheet)));
    expect(after).toEqual(before);
    expect(await host.sheetNames()).toEqual(['Sheet1', PRICES, MONTH, TRANCHES]);
  });

  test('finds its sheets again under another name, and keeps an input that a person changed', async () => {
    await host.run(async (context) => {
      context.workbook.worksheets.getItem(PRICES).name = 'My prices';
      await context.sync();
    });
    await host.write('My prices', 'B5', [[0.5]]);
    const { sentence } = await insertSample();
    expect(sentence).toBe(
      "Refreshed the sheets My prices, Sample month and Sample tranches. Kept what you typed on My prices in B5; clear a cell and insert again for the sample's figure.",
    );
    expect(await host.value('My prices', 'B5')).toBe(0.5);
    await host.write('My prices', 'B5', [['']]);
    await insertSample();
    expect(await host.value('My prices', 'B5')).toBe(0.005);
    await host.run(async (context) => {
      context.workbook.worksheets.getItem('My prices').name = PRICES;
      await context.sync();
    });
  });

  test('leaves a sheet whose rows were moved about, and inserts a fresh one', async () => {
    await host.write(TRANCHES, 'A5:A6', [['My label'], ['Another']]);
    await host.write(TRANCHES, 'A1', [['Mine now']]);
    const { sentence, sheets } = await insertSample();
    expect(sentence).toContain('Inserted the sheet Sample tranches (2).');
    expect(sentence).toContain('Left Sample tranches as it is, because its rows have been rearranged.');
    expect(sheets).toEqual([PRICES, MONTH, 'Sample tranches (2)']);
    expect(await host.value(TRANCHES, 'A1')).toBe('Mine now');
    expect((await insertSample()).sentence).toBe(
      'Refreshed the sheets Sample prices, Sample month and Sample tranches (2).',
    );
  });
});

test('a workbook that calculates on demand is told how to go on', () => {
  const places = [
    { name: 'One', isNew: true, remarks: [] },
    { name: 'Two', isNew: false, remarks: ['Kept it.'] },
  ];
  expect(describeInsertion(places, true)).toBe(
    'Inserted the sheet One. Refreshed the sheet Two. Kept it. This workbook calculates on demand: press F9 to fill the new cells.',
  );
});

test('inserting is one step of undo', async () => {
  const host = await openHost();
  try {
    await insertSample();
    await host.idle();
    host.workbench.book.dispatch('REQUEST_UNDO', {});
    expect(await host.sheetNames()).toEqual(['Sheet1']);
    expect(await hasSample()).toBe(false);
  } finally {
    host.close();
  }
});

describe('a workbook with a sheet of the same name', () => {
  let host: Host;
  beforeAll(async () => {
    host = await openHost();
  });
  afterAll(() => host.close());

  test('never touches it, and says so', async () => {
    await host.write('Sample prices', 'A1:B2', [
      ['My own', 1],
      ['prices', '=B1*2'],
    ]);
    const { sentence, sheets } = await insertSample();
    expect(sentence).toBe(
      'Inserted the sheets Sample prices (2), Sample month and Sample tranches. A sheet named Sample prices was there already and has not been touched.',
    );
    expect(sheets[0]).toBe('Sample prices (2)');
    const mine = await host.run(async (context) => {
      const used = context.workbook.worksheets
        .getItem('Sample prices')
        .getUsedRange()
        .load('address,formulas');
      await context.sync();
      return [used.address, used.formulas];
    });
    expect(mine).toEqual([
      "'Sample prices'!A1:B2",
      [
        ['My own', 1],
        ['prices', '=B1*2'],
      ],
    ]);
  });
});
