import { closeAll, openCells, reopened, show, valueOf } from './opening';
import type { FileCell } from './workbook';

afterEach(closeAll);

/** As Excel shows a value in a format, with the language en-US. */
const SHOWN: readonly (readonly [format: string, value: number, text: string])[] = [
  ['[$£-809]#,##0', 50_000, '£50,000'],
  ['[$$-409]#,##0.00', 50_000, '$50,000.00'],
  ['[$€-407] #,##0.00', 50_000, '€ 50,000.00'],
  ['#,##0.00 [$€-407]', 50_000, '50,000.00 €'],
  ['[$€-2] #,##0', 50_000, '€ 50,000'],
  ['[$-409]#,##0', 50_000, '50,000'],
  ['[$¥-411]#,##0', 50_000, '¥50,000'],
  ['[$₹-4009] #,##0', 50_000, '₹ 50,000'],
  ['[$R$-416] #,##0.00', 5, 'R$ 5.00'],
  ['[$USD-409] #,##0', 50_000, 'USD 50,000'],
  ['[$CHF-807] #,##0.00;[$CHF-807] -#,##0.00', -5, 'CHF -5.00'],
  ['[$-F800]dddd, mmmm dd, yyyy', 46_388, 'Friday, January 01, 2027'],
  ['[$-409]d-mmm-yy;@', 46_388, '1-Jan-27'],
  ['[$-407]mmmm yyyy', 46_388, 'Januar 2027'],
  ['[$£-809]#,##0;[Red]-[$£-809]#,##0', -5, '-£5'],
  ['[$£-809]#,##0;[Red]-[$£-809]#,##0', 5, '£5'],
  ['#,##0;-#,##0;[$€-407]"nil"', 0, '€nil'],
  ['[>=1000000][$$-409]0.0,,"M";[$$-409]#,##0', 2_500_000, '$2.5M'],
  ['[>=1000000][$$-409]0.0,,"M";[$$-409]#,##0', 2_500, '$2,500'],
  ['0.00E+00', 12_345, '1.23E+04'],
  ['# ?/?', 1.5, '1 1/2'],
  ['[h]:mm', 1.5, '36:00'],
  ['€ #,##0', 7, '€ 7'],
];

/** Padding that aligns digits below each other, and what fills the column, is a matter of width. */
const trimmed = (text: string | undefined): string | undefined => text?.trim();

test('each format shows what it shows in Excel, also in a file that was saved again', async () => {
  const cells = SHOWN.map(([format, value], at) => [`A${at + 1}`, { value, format }] as const);
  const host = await openCells(Object.fromEntries(cells));
  for (const each of [host, await reopened(host)]) {
    const { values, text, numberFormat } = await show(each, `A1:A${SHOWN.length}`);
    const found = SHOWN.map((_, at) => [numberFormat[at]?.[0], values[at]?.[0], trimmed(text[at]?.[0])]);
    expect(found).toEqual(SHOWN);
  }
});

test('the accounting format of a currency shows its sign without quotation marks', async () => {
  const host = await openCells({ A1: { value: 50_000, format: '_-[$£-809]* #,##0.00_-' } });
  expect(trimmed((await show(host, 'A1')).text[0]?.[0])).toBe('£50,000.00');
});

test('a text passes the section for texts', async () => {
  const host = await openCells({ A1: { value: 'abc', format: '[$£-809]0;-[$£-809]0;0;"name: "@' } });
  expect((await show(host, 'A1')).text).toEqual([['name: abc']]);
});

test('a formula in a cell of format General does not take over the format of what it reads', async () => {
  const cells: Record<string, FileCell | number> = {
    A1: { value: 0.1, format: '0%' },
    B1: 18_000,
    C1: { value: 1_800, formula: 'A1*B1' },
    A2: { value: 627, format: '$#,##0' },
    B2: { value: 10_000, format: '$#,##0' },
    C2: { value: 0.0627, formula: 'A2/B2' },
    A3: { value: 46_388, format: 'd-mmm-yy' },
    C3: { value: 46_389, formula: 'A3+1' },
    A4: { value: 0.25, format: '0%' },
    C4: { value: 0.25, formula: 'A4:A5', array: 'C4:C5', isDynamic: true },
    A5: { value: 0.5, format: '0%' },
    C5: { value: 0.5 },
  };
  for (const host of [await openCells(cells), await reopened(await openCells(cells))]) {
    const { text, values, numberFormat } = await show(host, 'C1:C5');
    expect(text.flat()).toEqual(['1800', '0.0627', '46389', '0.25', '0.5']);
    expect(values.flat()).toEqual([1_800, 0.0627, 46_389, 0.25, 0.5]);
    expect(new Set(numberFormat.flat())).toEqual(new Set(['General']));
  }
});

describe('cells of text format', () => {
  const cells: Record<string, FileCell> = {
    A1: { value: 5, format: '@' },
    A2: { value: 7, format: '@' },
    A3: { value: '007', format: '@' },
    B1: { value: 12, formula: 'SUM(A1:A3)' },
    B2: { value: 3, formula: 'SUM(1,2)', format: '@' },
    B3: { value: 'x', formula: '"x"', format: '@' },
  };

  test('numbers in them are numbers, and so are results', async () => {
    for (const host of [await openCells(cells), await reopened(await openCells(cells))]) {
      const { values, text, numberFormat } = await show(host, 'A1:B3');
      expect(values).toEqual([
        [5, 12],
        [7, 3],
        ['007', 'x'],
      ]);
      expect(text.map(([first]) => first)).toEqual(['5', '7', '007']);
      expect(numberFormat).toEqual([
        ['@', 'General'],
        ['@', '@'],
        ['@', '@'],
      ]);
    }
  });

  test('what is written into them afterwards is text, as in Excel', async () => {
    const host = await openCells(cells);
    await host.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Data').getRange('A1').values = [['0080']];
      await context.sync();
    });
    expect(await valueOf(host, 'A1')).toBe('0080');
    // A person types into the grid.
    const [sheetId = ''] = host.workbench.book.getters.getSheetIds();
    host.workbench.book.model.dispatch('UPDATE_CELL', { sheetId, col: 0, row: 1, content: '009' });
    expect((await show(host, 'A1:A2')).values).toEqual([['0080'], ['009']]);
    expect(await valueOf(host, 'B1')).toBe(0);
  });
});
