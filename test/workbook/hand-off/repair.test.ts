import { repair } from '../../../src/workbook/hand-off/bring-back/repair';
import { ownCalls, withTypedNames } from '../../../src/workbook/hand-off/own-calls';
import { openHost, type Host } from '../host';
import { undo } from '../terms/terms-workbook';
import { contents, edit } from './workbook-cells';

let host: Host;
beforeEach(async () => {
  host = await openHost();
});
afterEach(() => host.close());

const formulas = async (address: string): Promise<unknown[]> =>
  (await host.read('S', address)).formulas.flat();

test('enters again what Excel wrote while the add-in was away, as one step of undo', async () => {
  await host.write('S', 'A1:A3', [
    ['=_xldudf_METER_TOKEN_COST(2000000,0,3,0)'],
    ['=1+_xldudf_meter_version()&"_xldudf_METER_VERSION()"'],
    ['=SUM(1,2)'],
  ]);
  await host.idle();
  const before = await contents(host, 'formulas');
  expect((await host.read('S', 'A1')).values).toEqual([['#NAME?']]);
  expect(await repair()).toEqual({
    kind: 'done',
    repaired: 2,
    left: [],
    sentence: '2 formulas were entered again.',
  });
  expect(await formulas('A1:A3')).toEqual([
    '=METER.TOKEN_COST(2000000,0,3,0)',
    '=1+METER.VERSION()&"_xldudf_METER_VERSION()"',
    '=SUM(1,2)',
  ]);
  expect(await host.value('S', 'A1')).toBe(6);
  await undo(host);
  expect(await contents(host, 'formulas')).toEqual(before);
});

test('enters a call again that is stuck on #NAME?, and says when that did not help', async () => {
  await host.write('S', 'A1:A2', [['=METER.VERSION()+NoSuchName()'], ['=METER.TOKEN_COST(2000000,0,3,0)']]);
  await host.idle();
  expect(await host.value('S', 'A1')).toBe('#NAME?');
  expect(await repair()).toEqual({
    kind: 'done',
    repaired: 0,
    left: [
      {
        sheet: 'S',
        address: 'A1',
        sentence: 'S!A1 still shows #NAME?: a name in the formula is unknown to Excel.',
      },
    ],
    sentence: '0 formulas were entered again. 1 place could not be repaired.',
  });
  expect(await formulas('A1:A2')).toEqual([
    '=METER.VERSION()+NoSuchName()',
    '=METER.TOKEN_COST(2000000,0,3,0)',
  ]);
});

test('names that are not those of this deployment are never guessed', async () => {
  await host.write('S', 'A1:A3', [
    ['=_xldudf_OTHER_VERSION()'],
    ['=_xldudf_METER_NO_SUCH(1)'],
    ['=METERBOOK.VERSION()'],
  ]);
  await host.idle();
  const before = await formulas('A1:A3');
  const outcome = await repair();
  expect(outcome).toMatchObject({ kind: 'done', repaired: 0 });
  if (outcome.kind !== 'done') throw new Error(outcome.sentence);
  expect(outcome.left.map(({ address }) => address)).toEqual(['A1', 'A3']);
  expect(outcome.left[1]?.sentence).toBe(
    'S!A3 calls METERBOOK.VERSION, which is not a name of this Meterbook: open the Meterbook that wrote it, or enter the formula anew.',
  );
  expect(await formulas('A1:A3')).toEqual(before);
});

test('a protected sheet is left alone and named, the others are repaired', async () => {
  await host.write('S', 'A1', [['=_xldudf_METER_VERSION()']]);
  await host.write('Open', 'A1', [['=_xldudf_METER_VERSION()']]);
  await edit(host, 'S', (sheet) => sheet.protection.protect());
  expect(await repair()).toMatchObject({
    kind: 'done',
    repaired: 1,
    left: [
      {
        sheet: 'S',
        sentence:
          'The sheet S is protected, and 1 formula on it could not be entered again: choose Review > Unprotect Sheet, then repair again.',
      },
    ],
  });
  expect(await formulas('A1')).toEqual(['=_xldudf_METER_VERSION()']);
  expect((await host.read('Open', 'A1')).formulas).toEqual([['=METER.VERSION()']]);
});

test('a workbook in order is not written to', async () => {
  await host.write('S', 'A1', [['=METER.VERSION()']]);
  await host.idle();
  expect(await repair()).toEqual({
    kind: 'done',
    repaired: 0,
    left: [],
    sentence: 'No formula of Meterbook is stuck in this workbook.',
  });
});

test.each([
  ['=_xldudf_METER_RESERVED_COST(A1)+1', '=METER.RESERVED_COST(A1)+1'],
  ['=_XLDUDF_METER_TAKE_OR_PAY(A1, _xldudf_METER_TOTAL(B1))', '=METER.TAKE_OR_PAY(A1, METER.TOTAL(B1))'],
  ['=_xldudf_METER_COST(A1)', '=_xldudf_METER_COST(A1)'],
  ['=_xldudf_XMETER_TOTAL(A1)', '=_xldudf_XMETER_TOTAL(A1)'],
  ['=_xldudf_METER_TOTAL', '=_xldudf_METER_TOTAL'],
])('%s is typed as %s', (stored, typed) => {
  expect(withTypedNames(stored)).toBe(typed);
});

test.each([
  ['=meter.total(A1)+METER.TOTAL(B1)', ['TOTAL']],
  ['=_xldudf_METER_TOTAL(A1)', ['TOTAL']],
  ['="METER.TOTAL(A1)"', []],
  ['=OTHER.TOTAL(A1)', []],
  ['=METER.SUM(A1)', []],
])('%s calls %j', (formula, functions) => {
  expect(ownCalls(formula)).toEqual(functions);
});
