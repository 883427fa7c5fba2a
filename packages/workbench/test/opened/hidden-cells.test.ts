import { closeAll, openBook, openBytes, reopened, show, valueOf } from './opening';
import { downloadXlsx } from '../../src/headless/download-xlsx';
import { partsOf } from '../xlsx-faults';

afterEach(closeAll);

test('what stands under merged cells counts', async () => {
  const host = await openBook({
    sheets: [
      {
        name: 'Data',
        cells: { A1: 1, B1: 2, A2: { formula: 'SUM(A1:B1)', value: 3 }, A3: { formula: 'B1*2', value: 4 } },
        after: '<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>',
      },
    ],
  });
  for (const each of [host, await reopened(host)]) {
    expect((await show(each, 'A2:A3')).values).toEqual([[3], [4]]);
    const [sheetId = ''] = each.workbench.book.getters.getSheetIds();
    expect(each.workbench.book.getters.getMerges(sheetId)).toHaveLength(1);
  }
});

test('merged cells that overlap do not keep the book from opening', async () => {
  const host = await openBook({
    sheets: [
      {
        name: 'Data',
        cells: { A1: 1, C1: 3 },
        after: '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="B1:C1"/></mergeCells>',
      },
    ],
  });
  expect(await valueOf(host, 'C1')).toBe(3);
});

const FILTER =
  '<autoFilter ref="A1:B5"><filterColumn colId="0"><filters><filter val="x"/></filters></filterColumn></autoFilter>';
const HIDDEN = { 3: 'hidden="1"', 5: 'hidden="1"' };
const CELLS = {
  A1: 'Kind',
  B1: 'Cost',
  A2: 'x',
  B2: 1,
  A3: 'y',
  B3: 3,
  A4: 'x',
  B4: 4,
  A5: 'y',
  B5: 4,
  D1: { formula: 'SUBTOTAL(9,B2:B5)', value: 5 },
  D2: { formula: 'SUBTOTAL(109,B2:B5)', value: 5 },
  D4: { formula: 'SUM(B2:B5)', value: 12 },
};

test('SUBTOTAL leaves out what a filter hides, and the filter stays in the file', async () => {
  const host = await openBook({ sheets: [{ name: 'Data', cells: CELLS, rows: HIDDEN, after: FILTER }] });
  expect(host.workbench.leftOut).toEqual(['the buttons of filters, whose hidden rows stay hidden, in Data']);
  const bytes = await downloadXlsx(host.workbench);
  expect(partsOf(bytes)['xl/worksheets/sheet0.xml']).toContain(FILTER);
  for (const each of [host, await openBytes(bytes)])
    expect((await show(each, 'D1:D4')).values.flat()).toEqual([5, 5, '', 12]);
});

test('SUBTOTAL counts what a person hid, unless it is told not to', async () => {
  const host = await openBook({
    sheets: [
      {
        name: 'Data',
        cells: { ...CELLS, D1: { formula: 'SUBTOTAL(9,B2:B5)', value: 12 } },
        rows: HIDDEN,
        after: '<autoFilter ref="A1:B5"/>',
      },
    ],
  });
  expect((await show(host, 'D1:D2')).values.flat()).toEqual([12, 5]);
});

test('the filter of a table hides rows of the table', async () => {
  const host = await openBook({
    sheets: [
      {
        name: 'Data',
        cells: CELLS,
        rows: HIDDEN,
        tables: [{ name: 'Costs', ref: 'A1:B5', columns: ['Kind', 'Cost'], filter: FILTER }],
      },
    ],
  });
  const bytes = await downloadXlsx(host.workbench);
  expect(partsOf(bytes)['xl/tables/table1.xml']).toContain('<filter val="x"/>');
  for (const each of [host, await openBytes(bytes)]) expect(await valueOf(each, 'D1')).toBe(5);
});
