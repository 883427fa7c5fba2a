import { newModel } from '../../../src/workbook/model-sheets/write/new-model';
import type { Fault, Finding } from '../../../src/workbook/share-check/finding';
import { linkIn } from '../../../src/workbook/share-check/cell-faults';
import { shareCheck } from '../../../src/workbook/share-check/share-check';
import { pinScenario } from '../../../src/workbook/log/pin-scenario';
import { writeEdits } from '../../../src/workbook/terms/write-edits';
import { openHost, type Host } from '../host';

const LONG = 180_000;

describe('the share check', () => {
  let host: Host;
  beforeAll(async () => {
    host = await openHost();
    const made = await newModel('transition');
    if (made.kind !== 'done') throw new Error(made.sentence);
    await host.idle();
  }, LONG);
  afterAll(() => host.close());

  const findings = async (fault: Fault): Promise<readonly Finding[]> =>
    (await shareCheck()).findings.filter((finding) => finding.fault === fault);
  const at = (found: readonly Finding[]): string[] =>
    found.map(({ sheet, address, count }) => `${sheet}!${address} ${count}`);

  const plant = async (address: string, content: string | number): Promise<void> => {
    await host.write('Planted', address, [[content]]);
    await host.idle();
  };

  test('finds in a new model only what is true of it', async () => {
    const { findings: found } = await shareCheck();
    const kinds = new Set(found.map(({ fault }) => fault));
    expect([...kinds]).toEqual(['functions that will break', 'illustrative share']);
    expect(found.every(({ sentence, remedy }) => sentence.endsWith('.') && remedy.endsWith('.'))).toBe(true);
  });

  test.each<[Fault, string, string | number, RegExp]>([
    ['functions that will break', 'B2', '=1+METER.VERSION()', /^1 formula needs Meterbook/],
    ['error cell', 'B3', '=1/0', /^1 cell shows #DIV\/0!/],
    ['text number', 'B5', "'1,234.50", /^1 cell holds a number as text/],
    ['volatile function', 'B6', '=SUM(1,TODAY())', /^1 formula calls TODAY/],
  ])('%s', async (fault, address, content, sentence) => {
    const before = await findings(fault);
    await plant(address, content);
    const found = (await findings(fault)).filter(({ sheet }) => sheet === 'Planted');
    expect(at(found)).toEqual([`Planted!${address} 1`]);
    expect(found[0]?.sentence).toMatch(sentence);
    await plant(address, '');
    expect(await findings(fault)).toEqual(before);
  });

  test('several cells of a kind are one finding at the first of them', async () => {
    await host.write('Planted', 'C2:D3', [
      ['=1/0', '=1/0'],
      ['=NA()', '=1/0'],
    ]);
    await host.idle();
    expect(at((await findings('error cell')).filter(({ sheet }) => sheet === 'Planted'))).toEqual([
      'Planted!C2 3',
      'Planted!C3 1',
    ]);
    await host.write('Planted', 'C2:D3', [
      ['', ''],
      ['', ''],
    ]);
  });

  test('external link', async () => {
    await plant('B4', "='[Prices 2026.xlsx]Card'!A1*2");
    expect(at(await findings('external link'))).toEqual(['Planted!B4 1']);
    expect((await findings('external link'))[0]?.sentence).toMatch(/reads the workbook Prices 2026.xlsx/);
    await plant('B4', '');
  });

  test('hidden sheet', async () => {
    const show = (visibility: 'Hidden' | 'Visible') =>
      host.run(async (context) => {
        context.workbook.worksheets.getItem('Planted').visibility = visibility;
        await context.sync();
      });
    await plant('A1', 'notes');
    await show('Hidden');
    expect(at(await findings('hidden sheet'))).toEqual(['Planted! 1']);
    await show('Visible');
    expect(await findings('hidden sheet')).toEqual([]);
  });

  test('unlocked calculation', async () => {
    await host.write('Planted', 'B8:C8', [['=1+1', 5]]);
    await host.run(async (context) => {
      context.workbook.worksheets.getItem('Planted').getRange('B8:C8').format.protection.locked = false;
      await context.sync();
    });
    // The constant beside it is an input, and inputs are there to be typed into.
    expect(at(await findings('unlocked calculation'))).toEqual(['Planted!B8 1']);
  });

  test('stale pin', async () => {
    expect(await pinScenario('Base', new Date(Date.UTC(2027, 0, 2, 3, 4, 5)))).toMatchObject({
      kind: 'done',
    });
    expect(await findings('stale pin')).toEqual([]);
    const edit = { section: 'Reserved', item: '', term: 'Rate', column: 'Base' };
    const seen = await host.run(async (context) => {
      const table = context.workbook.tables.getItem('TermsTable').getRange().load('values');
      await context.sync();
      const row = table.values.find(([section, , term]) => section === 'Reserved' && term === 'Rate');
      return Number(row?.[table.values[0]?.indexOf('Base') ?? -1]);
    });
    expect(await writeEdits([{ ...edit, seen, value: seen + 1 }])).toMatchObject({ kind: 'done' });
    const stale = await findings('stale pin');
    expect(at(stale)).toEqual(['Log!A2 1']);
    expect(stale[0]?.sentence).toBe(
      'The figures of Base were pinned at 2027-01-02 03:04:05, and terms have changed since.',
    );
    expect(await writeEdits([{ ...edit, seen: seen + 1, value: seen }])).toMatchObject({ kind: 'done' });
    expect(await findings('stale pin')).toEqual([]);
    // The log only grows.
    await pinScenario('Base');
    expect(await host.value('Log', 'A2')).toBe('2027-01-02 03:04:05');
    expect(await host.value('Log', 'C3')).toBe('Base');
    expect(
      (await host.read('Log', 'A2:K3')).formulas.flat().filter((cell) => String(cell).startsWith('=')),
    ).toEqual([]);
  });

  test('missing source', async () => {
    const before = await findings('missing source');
    const cell = await host.run(async (context) => {
      const table = context.workbook.tables
        .getItem('TermsTable')
        .getRange()
        .load('values,rowIndex,columnIndex');
      await context.sync();
      const [header = []] = table.values;
      const [status, source] = [header.indexOf('Status'), header.indexOf('Source')];
      const row = table.values.findIndex((cells) => cells[0] === 'Reserved' && cells[2] === 'Rate');
      table.getCell(row, status).values = [['Contractual']];
      table.getCell(row, source).values = [['']];
      const there = table.getCell(row, source).load('address');
      await context.sync();
      return there.address;
    });
    const [found] = await findings('missing source');
    expect(before).toEqual([]);
    expect(`${found?.sheet}!${found?.address}`).toBe(cell);
    expect(found?.sentence).toBe('1 term has a value and no source: Reserved | Rate.');
  });

  test('illustrative share over half', async () => {
    const [found] = await findings('illustrative share');
    expect(found?.sentence).toMatch(/^In Base, \d+ percent of the total billed rests on terms/);
    expect(`${found?.sheet}!${found?.address}`).toMatch(/^Terms!\$?[A-Z]\$?\d$/);
    await host.run(async (context) => {
      const table = context.workbook.tables.getItem('TermsTable');
      const status = table.columns.getItem('Status').getDataBodyRange().load('values');
      await context.sync();
      status.values = status.values.map(() => ['Estimate']);
      await context.sync();
    });
    expect(await findings('illustrative share')).toEqual([]);
  });
});

test.each([
  ["='[Prices 2026.xlsx]Card'!A1", 'Prices 2026.xlsx'],
  ["='C:\\Data\\[Prices.xlsx]Card'!A1", 'Prices.xlsx'],
  ['=SUM([1]Card!A1:B2)', '1'],
  ["='C:\\Data\\Prices.xlsx'!Rate", 'Prices.xlsx'],
  ['=Prices.xlsx!Rate*2', 'Prices.xlsx'],
  ['=SUM(TermsTable[Base])+Card!A1', undefined],
  ['=TermsTable[[#All],[Base]]', undefined],
  ['=SUM(TermsTable[[#Headers],[Base]],Card!A1)', undefined],
  ['="[Prices.xlsx]Card!A1"', undefined],
  ['=IF(A1="it\'s",Card!B1,"[x]y!z")', undefined],
])('%s reads the workbook %s', (formula, book) => {
  expect(linkIn(formula)).toBe(book);
});
