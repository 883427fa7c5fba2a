import { documentation } from '../../src/functions/catalogue/documentation';
import { insertFormula } from '../../src/workbook/formulas/insert-formula';
import { openHost, type Host } from './host';

let host: Host;
beforeAll(async () => {
  host = await openHost();
});
afterAll(() => host.close());

const COST = '=METER.TOKEN_COST(1000000,500000,3,15)';
const at = (address: string, sheet = 'Sheet1') => ({ sheet, address });

test('an empty cell takes the formula and the number format of its result', async () => {
  const insertion = await insertFormula(at('B2'), COST, { replace: false, format: '#,##0.00' });
  expect(insertion).toEqual({ kind: 'done', sentence: `Sheet1!B2 now holds ${COST}` });
  const { values, numberFormat } = await host.read('Sheet1', 'B2');
  // 1 × 3 + 0.5 × 15
  expect(values).toEqual([[10.5]]);
  expect(numberFormat).toEqual([['#,##0.00']]);
});

test('a filled cell is kept until the person says to replace it', async () => {
  await host.write('Sheet1', 'B4', [['mine']]);
  const asked = await insertFormula(at('B4'), COST, { replace: false });
  expect(asked).toEqual({ kind: 'filled', question: 'Sheet1!B4 holds mine. Replace it?' });
  expect(await host.value('Sheet1', 'B4')).toBe('mine');
  expect((await insertFormula(at('B4'), COST, { replace: true })).kind).toBe('done');
  expect(await host.value('Sheet1', 'B4')).toBe(10.5);
});

test('a block that would not find room is not written, and what is in the way stays', async () => {
  await host.write('Sheet1', 'E9', [['mine']]);
  const insertion = await insertFormula(at('D8'), '=METER.CHECK(A1:B2)', {
    replace: false,
    size: { rows: 3, columns: 2 },
  });
  expect(insertion).toEqual({
    kind: 'refused',
    sentence:
      'The result takes 3 rows × 2 columns from Sheet1!D8, and E9 is filled: clear the cells or select another one.',
  });
  expect(await host.value('Sheet1', 'D8')).toBe('');
  expect(await host.value('Sheet1', 'E9')).toBe('mine');
});

const [spilling = ''] =
  documentation.find(({ id }) => id === 'TRANCHE_SCHEDULE')?.examples.map(({ formula }) => formula) ?? [];

test('a cell inside a result that spills is not broken into', async () => {
  await host.write('Sheet1', 'H2', [[spilling]]);
  await host.idle();
  const insertion = await insertFormula(at('I3'), COST, { replace: true });
  expect(insertion).toEqual({
    kind: 'refused',
    sentence: 'Sheet1!I3 shows a part of the result in Sheet1!H2: select a cell outside of it.',
  });
});

test('a sheet that is gone is said', async () => {
  expect(await insertFormula(at('A1', 'Gone'), COST, { replace: false })).toEqual({
    kind: 'refused',
    sentence: 'The sheet Gone is not there any more: select another cell.',
  });
});
