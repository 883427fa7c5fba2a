import { nativeReading } from '../../../src/functions/catalogue/native-formula';
import { nativeByCalls } from '../../../src/workbook/hand-off/native-calls';
import { bringBack } from '../../../src/workbook/hand-off/bring-back/bring-back';
import { handOff } from '../../../src/workbook/hand-off/hand-off';
import type { Conflict } from '../../../src/workbook/hand-off/bring-back/fate';
import { openHost, type Host } from '../host';
import { contents, edit } from './workbook-cells';

/** Three tranches: TRANCHE_SCHEDULE makes a block of four rows and ten columns of them. */
const TRANCHES = [
  ['Tranche', 'Date', 'Amount', 'Kind', 'Probability'],
  ['K1', 46174, 100, 'Firm', 1],
  ['K2', 46300, 200, 'Contingent', 0.5],
  ['K3', 46400, 300, 'Contingent', 0.25],
];
const SCHEDULE = '=METER.TRANCHE_SCHEDULE(A1:E4)';

let host: Host;
beforeEach(async () => {
  host = await openHost();
  await host.write('Rates', 'A1:B2', [
    ['Per million', ''],
    ['Input', 100],
  ]);
  await host.write('Costs', 'A1:C5', [
    [1_000_000, 1, '=METER.TOKEN_COST(A1,0,B1,0)'],
    [1_000_000, 2, '=METER.TOKEN_COST(A2,0,B2,0)'],
    [1_000_000, 3, '=METER.TOKEN_COST(A3,0,B3,0)'],
    [1_000_000, 4, '=METER.TOKEN_COST(A4,0,B4,0)'],
    ['', '', '=METER.TOKEN_COST(SUM($A$1:A4),0,Rates!$B$2,0)'],
  ]);
  await host.write('My tranches', 'A1:E4', TRANCHES);
  await host.write('My tranches', 'G1', [[SCHEDULE]]);
  await host.write('My tranches', 'A20', [['=SUM(G1#)']]);
  await host.idle();
});
afterEach(() => host.close());

async function broughtBack(options = {}): Promise<readonly Conflict[]> {
  const outcome = await bringBack(options);
  await host.idle();
  if (outcome.kind !== 'done') throw new Error(outcome.sentence);
  return outcome.conflicts;
}

const formula = async (sheet: string, address: string): Promise<unknown> =>
  (await host.read(sheet, address)).formulas[0]?.[0];

test('the block and what reads it as G1# are values in the meantime, and the sum stays', async () => {
  const before = await contents(host, 'values');
  const sum = before['My tranches']?.['A20'];
  expect(typeof sum).toBe('number');
  await handOff();
  expect((await contents(host, 'values'))['My tranches']).toEqual(before['My tranches']);
  expect(await formula('My tranches', 'A20')).toMatch(/^=SUM\(\$G\$1:\$[A-Z]\$\d+\)$/);
  expect(await broughtBack()).toEqual([]);
  expect(await formula('My tranches', 'A20')).toBe('=SUM(G1#)');
  expect(await contents(host, 'values')).toMatchObject(before);
});

test('formulas follow rows, columns and names of sheets, also in what they read', async () => {
  await handOff();
  await edit(host, 'Costs', (sheet) => {
    sheet.getRange('3:4').insert('Down');
    sheet.getRange('A:A').insert('Right');
    sheet.name = 'Kosten 2027';
  });
  await edit(host, 'Rates', (sheet) => {
    sheet.getRange('1:1').insert('Down');
    sheet.name = 'New rates';
  });
  await edit(host, 'My tranches', (sheet) => {
    sheet.getRange('1:1').insert('Down');
  });
  expect(await broughtBack()).toEqual([]);
  expect((await host.read('Kosten 2027', 'D1:D7')).formulas.flat()).toEqual([
    '=METER.TOKEN_COST(B1,0,C1,0)',
    '=METER.TOKEN_COST(B2,0,C2,0)',
    '',
    '',
    '=METER.TOKEN_COST(B5,0,C5,0)',
    '=METER.TOKEN_COST(B6,0,C6,0)',
    "=METER.TOKEN_COST(SUM($B$1:B6),0,'New rates'!$B$3,0)",
  ]);
  expect(await formula('My tranches', 'G2')).toBe('=METER.TRANCHE_SCHEDULE(A2:E5)');
  expect(await host.value('Kosten 2027', 'D7')).toBe(400);
});

test('a value typed over stays and is listed with both values, until the person decides', async () => {
  await handOff();
  await host.write('Costs', 'C2', [[14.5]]);
  await host.write('Costs', 'C3', [['=1+1']]);
  const conflicts = await broughtBack();
  expect(
    conflicts.map(({ sheet, address, left, found, canRestore }) => [sheet, address, left, found, canRestore]),
  ).toEqual([
    ['Costs', 'C2', '2', '14.5', true],
    ['Costs', 'C3', '3', '=1+1', true],
  ]);
  expect(await formula('Costs', 'C1')).toBe('=METER.TOKEN_COST(A1,0,B1,0)');
  expect(await formula('Costs', 'C2')).toBe(14.5);
  const [mine = { number: 0 }, theirs = { number: 0 }] = conflicts;
  expect(await broughtBack({ keep: [mine.number], restore: [theirs.number] })).toEqual([]);
  expect(await formula('Costs', 'C2')).toBe(14.5);
  expect(await formula('Costs', 'C3')).toBe('=METER.TOKEN_COST(A3,0,B3,0)');
  // The record keeps the formula of the one and what stood in the place of the other.
  const { values } = await host.read('Handoff', 'C8:L12');
  const row = (cell: string) => values.find(([address]) => address === cell);
  expect(row('C2')?.[1]).toBe('=METER.TOKEN_COST(A2,0,B2,0)');
  expect(String(row('C2')?.[9])).toMatch(/^Kept as it is \d{4}-/);
  expect(String(row('C3')?.[9])).toMatch(/^Restored .* UTC over =1\+1$/);
});

test('a formula typed over comes back into its own cell, not into a neighbour that is back already', async () => {
  await handOff({ native: nativeByCalls(nativeReading) });
  await host.write('Costs', 'C2', [[14.5]]);
  const [conflict = { number: 0 }] = await broughtBack();
  expect(await formula('Costs', 'C2')).toBe(14.5);
  expect(await broughtBack({ restore: [conflict.number] })).toEqual([]);
  expect(await formula('Costs', 'C2')).toBe('=METER.TOKEN_COST(A2,0,B2,0)');
});

test('a sorted column gets its formulas where its values went', async () => {
  await handOff();
  await edit(host, 'Costs', (sheet) => {
    sheet.getRange('A1:C4').sort.apply([{ key: 1, ascending: false }]);
  });
  expect((await host.read('Costs', 'C1:C4')).values.flat()).toEqual([4, 3, 2, 1]);
  expect(await broughtBack()).toEqual([]);
  expect((await host.read('Costs', 'C1:C4')).formulas.flat()).toEqual(
    [1, 2, 3, 4].map((row) => `=METER.TOKEN_COST(A${row},0,B${row},0)`),
  );
  expect((await host.read('Costs', 'C1:C4')).values.flat()).toEqual([4, 3, 2, 1]);
});

test('a value typed over that another cell had is not taken for a sort', async () => {
  await handOff();
  await host.write('Costs', 'C1:C2', [[2], [9]]);
  expect((await broughtBack()).map(({ address, found }) => [address, found])).toEqual([
    ['C1', '2'],
    ['C2', '9'],
  ]);
  expect((await host.read('Costs', 'C1:C2')).formulas.flat()).toEqual([2, 9]);
});

test('what was deleted is listed, and its formula is kept', async () => {
  await handOff();
  await edit(host, 'Costs', (sheet) => {
    sheet.getRange('2:2').delete('Up');
  });
  await edit(host, 'Rates', (sheet) => sheet.getRange('2:2').delete('Up'));
  const conflicts = await broughtBack();
  expect(conflicts.map(({ address, found, canRestore }) => [address, found, canRestore])).toEqual([
    ['C2', 'deleted', false],
    ['C4', '400', false],
  ]);
  expect(conflicts[1]?.sentence).toMatch(/^Cells that its formula reads were deleted/);
  expect(conflicts[0]?.formula).toBe('=METER.TOKEN_COST(A2,0,B2,0)');
  expect(await formula('Costs', 'C4')).toBe(400);
});

describe('a block', () => {
  test('of which a cell was changed stays, and comes back when the person says so', async () => {
    await handOff();
    await host.write('My tranches', 'H3', [['mine']]);
    const before = await contents(host, 'formulas');
    const conflicts = await broughtBack();
    expect(
      conflicts.map(({ address, found, sentence, canRestore }) => [address, found, sentence, canRestore]),
    ).toEqual([
      [expect.stringMatching(/^G1:/), 'H3: mine', '1 cell of the block was changed by hand.', true],
      ['A20', 'the same', expect.stringMatching(/^Its formula reads a block that has not come back/), false],
    ]);
    expect((await contents(host, 'formulas'))['My tranches']).toEqual(before['My tranches']);
    const [block = { number: 0 }] = conflicts;
    expect(await broughtBack({ restore: [block.number] })).toEqual([]);
    expect(await formula('My tranches', 'G1')).toBe(SCHEDULE);
    expect(await formula('My tranches', 'A20')).toBe('=SUM(G1#)');
    expect(await host.value('My tranches', 'H3')).not.toBe('mine');
  });

  test('waits where something else stands in its place', async () => {
    await handOff();
    await edit(host, 'My tranches', (sheet) => {
      sheet.getRange('3:3').insert('Down');
      sheet.getRange('I3').values = [['note']];
    });
    const [waiting] = await broughtBack();
    // A note in a row that came in belongs to nobody but the person.
    expect(waiting).toMatchObject({ canRestore: false, found: '1 other cell, the first in I3' });
    expect(await formula('My tranches', 'G1')).not.toBe(SCHEDULE);
    await host.write('My tranches', 'I3', [['']]);
    expect(await broughtBack()).toEqual([]);
    expect(await formula('My tranches', 'G1')).toBe('=METER.TRANCHE_SCHEDULE(A1:E5)');
  });

  test('comes back around a blank column that came in', async () => {
    await handOff();
    await edit(host, 'My tranches', (sheet) => {
      sheet.getRange('I:I').insert('Right');
    });
    expect(await broughtBack()).toEqual([]);
    expect(await formula('My tranches', 'G1')).toBe(SCHEDULE);
  });
});

test('a formula typed again by hand is taken as back', async () => {
  await handOff();
  await host.write('Costs', 'C1', [['=meter.token_cost(A1, 0, B1, 0)']]);
  await host.idle();
  expect(await broughtBack()).toEqual([]);
});
