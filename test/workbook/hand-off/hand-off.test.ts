import { Refusal } from '../../../src/base/refusal';
import { bringBack, countAway, removeRecord } from '../../../src/workbook/hand-off/bring-back/bring-back';
import { handOff, previewHandOff } from '../../../src/workbook/hand-off/hand-off';
import type { NativeReader } from '../../../src/workbook/hand-off/native-reading';
import { shareCheck } from '../../../src/workbook/share-check/share-check';
import { openHost, type Host } from '../host';
import { undo } from '../terms/terms-workbook';
import { contents, edit, marksOf, ownFormulas } from './workbook-cells';

/** Two million tokens at 1, 2, 3 a million; a total by Excel; a share that cannot be computed. */
async function fill(host: Host, sheet = 'Costs'): Promise<void> {
  await host.write(sheet, 'A1:C4', [
    [2000000, 1, '=METER.TOKEN_COST(A1,0,B1,0)'],
    [2000000, 2, '=METER.TOKEN_COST(A2,0,B2,0)'],
    [2000000, 3, '=METER.TOKEN_COST(A3,0,B3,0)+1'],
    ['', 'Total', '=SUM(C1:C3)'],
  ]);
  await host.write(sheet, 'E1:E4', [['=METER.CUTOVER_SHARE(G1:G3,H1)'], [''], [''], ['']]);
  await host.idle();
}

/** TOKEN_COST of input tokens by hand; the other functions have no native reading here. */
const CALL = /METER\.TOKEN_COST\(([^,]+),0,([^,]+),0\)/;
const product: NativeReader = () => (formula) =>
  CALL.test(formula)
    ? { formula: formula.replace(CALL, '$1*$2/1000000') }
    : new Refusal('It has no native reading.');

let host: Host;
beforeEach(async () => {
  host = await openHost();
});
afterEach(() => host.close());

/** One request of another person's, without waiting for anything. */
const typeInto = (sheet: string, address: string, value: number): Promise<void> =>
  host.run(async (context) => {
    context.workbook.worksheets.getItem(sheet).getRange(address).values = [[value]];
    await context.sync();
  });

const at = async (sheet: string, address: string): Promise<unknown> =>
  (await host.read(sheet, address)).formulas[0]?.[0];

describe('hand off', () => {
  beforeEach(() => fill(host));

  test('says first what will happen, and writes nothing', async () => {
    const before = await contents(host, 'formulas');
    const { cells, left } = await previewHandOff(product);
    expect(cells.map(({ area, replacement }) => [area.row, area.column, replacement.kind])).toEqual([
      [0, 2, 'native'],
      [0, 4, 'value'],
      [1, 2, 'native'],
      [2, 2, 'native'],
    ]);
    expect(left).toEqual([]);
    expect(await contents(host, 'formulas')).toEqual(before);
  });

  test('prints on one page across: the list up to the state, its head on each page, without the values beside it', async () => {
    const printed = () =>
      host.run(async (context) => {
        const { pageLayout } = context.workbook.worksheets.getItem('Handoff');
        pageLayout.load('orientation,zoom');
        const area = pageLayout.getPrintArea().load('address');
        const titles = pageLayout.getPrintTitleRows().load('address');
        await context.sync();
        const { orientation, zoom } = pageLayout;
        return [orientation, zoom.horizontalFitToPages, area.address, titles.address];
      });
    await handOff({ native: product });
    expect(await printed()).toEqual(['Landscape', 1, 'Handoff!A1:L11', 'Handoff!1:7']);
    // What is handed off later stands below.
    await host.write('Costs', 'C6', [['=METER.TOKEN_COST(A1,0,B1,0)']]);
    await host.idle();
    await handOff({ native: product });
    expect(await printed()).toEqual(['Landscape', 1, 'Handoff!A1:L12', 'Handoff!1:7']);
  });

  test('records each formula with its value, its function, the version, and who and when', async () => {
    await handOff({ by: 'Ada', native: product, now: new Date(Date.UTC(2027, 4, 6, 7, 8)) });
    const { values } = await host.read('Handoff', 'A7:N9');
    expect(values[0]).toEqual([
      'No.',
      'Sheet',
      'Cell',
      'Formula',
      'Replaced by',
      'Native formula',
      'Why a value',
      'Function',
      'Meterbook',
      'Handed off (UTC)',
      'Handed off by',
      'State',
      'Still there',
      'Value at hand-off',
    ]);
    expect(values[1]).toEqual([
      1,
      'Costs',
      'C1',
      '=METER.TOKEN_COST(A1,0,B1,0)',
      'Native formula',
      '=A1*B1/1000000',
      '',
      'TOKEN_COST',
      expect.stringMatching(/^\d+\.\d+\.\d+$/),
      '2027-05-06 07:08',
      'Ada',
      'Handed off',
      'yes',
      2,
    ]);
    expect(values[2]?.slice(0, 7)).toEqual([
      2,
      'Costs',
      'E1',
      '=METER.CUTOVER_SHARE(G1:G3,H1)',
      'Value',
      '',
      'It has no native reading.',
    ]);
  });

  test('a native formula computes on, and total and inputs were never touched', async () => {
    await handOff({ native: product });
    expect(await at('Costs', 'C4')).toBe('=SUM(C1:C3)');
    await host.write('Costs', 'B2', [[5]]);
    await host.idle();
    expect(await host.value('Costs', 'C2')).toBe(10);
    expect(await host.value('Costs', 'C4')).toBe(2 + 10 + 7);
    expect(await bringBack()).toMatchObject({ kind: 'done', conflicts: [], isComplete: true });
    await host.idle();
    expect(await at('Costs', 'C2')).toBe('=METER.TOKEN_COST(A2,0,B2,0)');
    expect(await host.value('Costs', 'C2')).toBe(10);
  });

  test('a sheet of a person that is called Handoff is never touched', async () => {
    await host.write('Handoff', 'A1', [['My notes']]);
    const outcome = await handOff();
    expect(outcome).toMatchObject({ kind: 'done', sheet: 'Handoff 2' });
    expect((await contents(host, 'formulas'))['Handoff']).toEqual({ A1: 'My notes' });
    await bringBack();
    expect(await removeRecord()).toMatchObject({ kind: 'done', sentence: 'Removed the sheet Handoff 2.' });
    expect((await contents(host, 'formulas'))['Handoff']).toEqual({ A1: 'My notes' });
  });

  test('a protected sheet stays as it is and is named', async () => {
    await fill(host, 'Locked');
    await edit(host, 'Locked', (sheet) => sheet.protection.protect());
    const before = (await contents(host, 'formulas'))['Locked'];
    const outcome = await handOff();
    expect(outcome).toMatchObject({
      kind: 'done',
      left: [
        {
          sheet: 'Locked',
          sentence:
            'The sheet Locked is protected, and its 4 formulas stay as they are. Choose Review > Unprotect Sheet first.',
        },
      ],
    });
    const after = await contents(host, 'formulas');
    expect(after['Handoff']?.['A3']).toMatch(/1 place could not be handed off and still needs Meterbook\.$/);
    expect(after['Locked']).toEqual(before);
    expect(ownFormulas({ Costs: after['Costs'] ?? {} })).toEqual([]);
  });

  test('a protected sheet waits at bringing back', async () => {
    await handOff();
    await edit(host, 'Costs', (sheet) => sheet.protection.protect());
    const before = (await contents(host, 'formulas'))['Costs'];
    const outcome = await bringBack();
    expect(outcome).toMatchObject({ kind: 'done', isComplete: false });
    if (outcome.kind !== 'done') throw new Error(outcome.sentence);
    expect(outcome.conflicts.map(({ canRestore }) => canRestore)).toEqual([false, false, false, false]);
    expect(outcome.conflicts[0]?.sentence).toMatch(/^The sheet Costs is protected/);
    expect((await contents(host, 'formulas'))['Costs']).toEqual(before);
    await edit(host, 'Costs', (sheet) => sheet.protection.unprotect());
    expect(await bringBack()).toMatchObject({ kind: 'done', isComplete: true });
  });

  test('stopped at any point it leaves the workbook as it was', async () => {
    const before = await contents(host, 'formulas');
    const names = await host.sheetNames();
    let steps = Infinity;
    let stoppedAt = 0;
    for (;;) {
      let asked = 0;
      const outcome = await handOff({ isCancelled: () => (asked += 1) > stoppedAt });
      if (outcome.kind === 'done') {
        steps = asked;
        break;
      }
      expect(outcome).toEqual({ kind: 'cancelled', sentence: 'Stopped. Nothing was changed.' });
      expect(await contents(host, 'formulas')).toEqual(before);
      expect(await host.sheetNames()).toEqual(names);
      const marks = await marksOf(host, 'Costs');
      expect(marks).toEqual([]);
      stoppedAt += 1;
    }
    expect(steps).toBeGreaterThan(4);
  });

  test('bringing back, stopped at any point, leaves the workbook as it was', async () => {
    await handOff();
    const before = await contents(host, 'formulas');
    for (let stoppedAt = 0; ; stoppedAt += 1) {
      let asked = 0;
      const outcome = await bringBack({ isCancelled: () => (asked += 1) > stoppedAt });
      if (outcome.kind === 'done') break;
      expect(outcome.kind).toBe('cancelled');
      expect(await contents(host, 'formulas')).toEqual(before);
    }
    expect(await countAway()).toEqual({ sheet: 'Handoff', away: 0 });
  });

  test('marks what it replaced, over the look of the cell, and takes the mark away again', async () => {
    const marked = async () => ({
      areas: await marksOf(host, 'Costs'),
      fill: await host.run(async (context) => {
        const { fill } = context.workbook.worksheets.getItem('Costs').getRange('C1').format;
        fill.load('color');
        await context.sync();
        return fill.color;
      }),
    });
    const before = await marked();
    expect(before.areas).toEqual([]);
    await handOff();
    expect(await marked()).toEqual({ areas: ['Costs!C1:C3', 'Costs!E1'], fill: before.fill });
    await host.write('Costs', 'C2', [[7]]);
    await bringBack();
    expect((await marked()).areas).toEqual(['Costs!C2']);
  });

  test('a second hand-off adds to the record, and undo takes only that back', async () => {
    await handOff();
    await host.write('Costs', 'D1', [['=METER.VERSION()']]);
    await host.idle();
    const before = await contents(host, 'formulas');
    expect(await handOff()).toMatchObject({ kind: 'done', sheet: 'Handoff' });
    expect(await countAway()).toEqual({ sheet: 'Handoff', away: 5 });
    await undo(host);
    expect(await contents(host, 'formulas')).toEqual(before);
    expect(await countAway()).toEqual({ sheet: 'Handoff', away: 4 });
  });

  test('a cell that is handed off a second time comes back as it was then', async () => {
    await handOff();
    await host.write('Costs', 'C2', [['=METER.TOKEN_COST(A2,0,7,0)']]);
    await host.idle();
    await handOff();
    expect(await countAway()).toEqual({ sheet: 'Handoff', away: 4 });
    expect(await bringBack()).toMatchObject({ kind: 'done', conflicts: [], isComplete: true });
    expect(await at('Costs', 'C2')).toBe('=METER.TOKEN_COST(A2,0,7,0)');
    expect(await at('Costs', 'C1')).toBe('=METER.TOKEN_COST(A1,0,B1,0)');
  });

  test.each([
    ['the formula', 'C2', 99, 'Writing Costs'],
    ['the formula', 'C2', 99, 'Recording on Handoff'],
    ['what it reads', 'B2', 50, 'Recording on Handoff'],
  ])(
    'somebody else who changes %s (%s to %s, at %s) keeps the change, and nothing is handed off',
    async (_what, cell, value, moment) => {
      const before = await contents(host, 'formulas');
      let other: Promise<void> | undefined;
      const outcome = await handOff({
        onProgress: ({ text }) => {
          if (text === moment) other ??= typeInto('Costs', cell, value);
        },
      });
      await other;
      expect(outcome).toEqual({
        kind: 'refused',
        sentence: 'Somebody changed Costs!C1:C3 in the meantime. Nothing was handed off: try again.',
      });
      const after = await contents(host, 'formulas');
      expect(after).toEqual({ ...before, Costs: { ...before['Costs'], [cell]: value } });
    },
  );

  test('somebody else who types while it is brought back keeps what was typed', async () => {
    await handOff();
    const before = await contents(host, 'formulas');
    let other: Promise<void> | undefined;
    const outcome = await bringBack({
      onProgress: ({ text }) => {
        if (text === 'Reading Handoff') other ??= typeInto('Costs', 'C2', 99);
      },
    });
    await other;
    expect(outcome).toEqual({
      kind: 'refused',
      sentence: 'Somebody changed Costs!C2 in the meantime. Nothing was brought back: try again.',
    });
    expect(await contents(host, 'formulas')).toEqual({ ...before, Costs: { ...before['Costs'], C2: 99 } });
  });

  test('bringing back is one step of undo', async () => {
    await handOff();
    const before = await contents(host, 'formulas');
    expect(await bringBack()).toMatchObject({ isComplete: true });
    await undo(host);
    expect(await contents(host, 'formulas')).toEqual(before);
    expect(await bringBack()).toMatchObject({ isComplete: true });
  });

  test('the share check passes over what the record holds', async () => {
    const ours = async () =>
      (await shareCheck()).findings.filter(({ fault }) => fault === 'functions that will break');
    expect((await ours()).map(({ sheet, count }) => [sheet, count])).toEqual([['Costs', 4]]);
    await handOff();
    expect(await ours()).toEqual([]);
  });

  test('takes its settings out of the workbook when asked to, and says so', async () => {
    await host.run(async (context) => {
      context.workbook.settings.add('view', 'share');
      await context.sync();
    });
    expect(await handOff()).toMatchObject({ traces: [] });
    await bringBack();
    expect(await handOff({ withTraces: true })).toMatchObject({
      kind: 'done',
      traces: ['Removed the setting of Meterbook: view.', 'Meterbook does not start with this workbook.'],
    });
    const left = await host.run(async (context) => {
      const settings = context.workbook.settings.load('items/key');
      await context.sync();
      return settings.items.length;
    });
    expect(left).toBe(0);
  });

  test('a result that is not there yet is left alone', async () => {
    await host.write('Costs', 'E8', [['=METER.NO_SUCH(1)+METER.VERSION()']]);
    await host.idle();
    const outcome = await handOff();
    expect(outcome).toMatchObject({ kind: 'done', left: [{ sheet: 'Costs', address: 'E8' }] });
    expect(await at('Costs', 'E8')).toBe('=METER.NO_SUCH(1)+METER.VERSION()');
  });
});

test('texts, blanks, truth values and errors stay what they are, and formats do not turn numbers into texts', async () => {
  await host.write('S', 'A1:A6', [
    ['=IF(LEN(METER.VERSION())>0,"1-2","")'],
    ['=IF(LEN(METER.VERSION())>0,"","x")'],
    ['=LEN(METER.VERSION())>0'],
    ['=METER.TOKEN_COST(-1,0,1,0)'],
    ['=METER.TOKEN_COST(10000000,0,1,0)/3'],
    ['=IF(LEN(METER.VERSION())>0,"=A1","")'],
  ]);
  await host.write('S', 'B1', [['=METER.TOKEN_COST(10000000,0,1,0)/3']]);
  await host.idle();
  await edit(host, 'S', (sheet) => {
    sheet.getRange('B1:B2').numberFormat = [['@'], ['@']];
  });
  const before = await host.read('S', 'A1:B6');
  expect(before.values[0]?.[0]).toBe('1-2');
  expect(before.values[3]?.[0]).toBe('#VALUE!');
  await handOff();
  const after = await host.read('S', 'A1:B6');
  expect(after.values).toEqual(before.values);
  expect(after.values[4]?.[0]).toBe(10 / 3);
  expect(await bringBack()).toMatchObject({ kind: 'done', conflicts: [], isComplete: true });
  expect((await host.read('S', 'A1:B6')).formulas).toEqual(before.formulas);
});

test('without anything to do it says so', async () => {
  expect(await handOff()).toEqual({
    kind: 'refused',
    sentence: 'No cell of this workbook needs Meterbook: there is nothing to hand off.',
  });
  expect(await bringBack()).toEqual({
    kind: 'refused',
    sentence: 'This workbook has no record of a hand-off, so there is nothing to bring back.',
  });
});
