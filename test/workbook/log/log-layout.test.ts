import { template } from '../../../src/terms/templates/template';
import { pinScenario } from '../../../src/workbook/log/pin-scenario';
import { readPinChoices } from '../../../src/workbook/log/pin-choices';
import type { Pin } from '../../../src/workbook/log/pins';
import { openHost, type Host } from '../host';
import { writeTerms } from '../terms/terms-workbook';
import { compared, enterTerm, pinAt, referenceTotal, saidOf, stepsOf } from './log-workbook';

const NOW = { now: 'Base' };
const CODEX = ['Seat tool', 'Codex', 'Seats', 'Base'] as const;
const DESCRIPTION = ['Scenario', '', 'Description', 'Base'] as const;
/** What a cell of Excel takes. */
const MOST = 32_767;

/** The log as it was made before pins kept their terms, with one pin and what a person wrote beside it. */
const OLD_HEADER = [
  'Time (UTC)',
  'Action',
  'Scenario',
  'Currency',
  'Total billed',
  'Present value',
  'Staying reserved',
  'Difference',
  'Illustrative share',
  'Meterbook',
  'Hash of terms',
];
const OLD_HASH = 'a'.repeat(64);
const OLD_PIN = [
  '2026-12-24 18:00:00',
  'Pin',
  'Base',
  'USD',
  3_996_000_000,
  3_000_000_000,
  4_000_000_000,
  -4_000_000,
  0.5,
  '0.0.9',
  OLD_HASH,
];
const OWN_WORDS = ['Agreed with finance', '=LEN("my own formula")'];

async function withOldLog(host: Host): Promise<void> {
  await host.write('Log', 'A1:K1', [OLD_HEADER]);
  await host.run(async (context) => {
    const row = context.workbook.worksheets.getItem('Log').getRange('A2:K2');
    row.numberFormat = [OLD_PIN.map((cell) => (typeof cell === 'string' ? '@' : 'General'))];
    await context.sync();
  });
  await host.write('Log', 'A2:K2', [OLD_PIN]);
  await host.write('Log', 'C3', [['A remark of mine']]);
  await host.write('Log', 'M2:N2', [OWN_WORDS]);
  await host.run(async (context) => {
    const { names, worksheets } = context.workbook;
    names.add('Meterbook_Log', worksheets.getItem('Log').getRange('A1'));
    await context.sync();
  });
  await host.idle();
}

const formulasOf = async (host: Host, address: string): Promise<unknown[][]> =>
  (await host.read('Log', address)).formulas as unknown[][];

describe('a log from before pins kept their terms', () => {
  let host: Host;
  beforeAll(async () => {
    host = await openHost();
    await writeTerms(host, { block: template('transition') });
    await withOldLog(host);
  });
  afterAll(() => host.close());

  const pinOf = async (time: string): Promise<Pin> => {
    const pin = (await readPinChoices()).pins.find((each) => each.time === time);
    if (!pin) throw new Error(`no pin at ${time}`);
    return pin;
  };

  test('its pin compares by its total, and says what it cannot tell', async () => {
    const found = await compared({ pin: await pinOf('2026-12-24 18:00:00') }, NOW);
    expect(found.remarks).toEqual([
      'The pin of Base at 2026-12-24 18:00:00 (Log!A2) keeps no terms: it was made before pins kept them. Which terms have changed, and what each did, cannot be told.',
      'Their hashes differ: at least one term does.',
    ]);
    expect([found.changes, found.bridge]).toEqual([undefined, undefined]);
    expect(found.totals.from?.toString()).toBe('3996000000');
    expect(found.totals.to?.toFixed(6)).toBe(referenceTotal('Base (token from 2027-01)'));
  });

  test('a pin goes below everything, its terms right of everything, and nothing else is touched', async () => {
    const before = await formulasOf(host, 'A1:N3');
    expect(await pinScenario('Base', new Date(Date.UTC(2027, 0, 2)))).toEqual({
      kind: 'done',
      sentence: 'Pinned Base in the log, row 4.',
    });
    expect(await formulasOf(host, 'A1:N3')).toEqual(before);
    const [header = [], , , row = []] = await formulasOf(host, 'A1:P4');
    expect(header.slice(11)).toEqual(['', '', '', 'Terms pinned', '']);
    expect(row.slice(0, 4)).toEqual(['2027-01-02 00:00:00', 'Pin', 'Base', 'USD']);
    expect(row.slice(11, 14)).toEqual(['', '', '']);
    expect(row[14]).toMatch(/^\[\["Section","Item","Term","Unit","Base","Status"\],\["Scenario"/);
    expect(row[15]).toBe('');
    expect(await host.value('Log', 'N2')).toBe(14);
  });

  test('the next pin uses the column that is there', async () => {
    expect(await pinScenario('Denied')).toMatchObject({ kind: 'done' });
    const [header = [], , , , row = []] = await formulasOf(host, 'A1:P5');
    expect(header.slice(14)).toEqual(['Terms pinned', '']);
    expect(row[14]).toMatch(/^\[\["Section","Item","Term","Unit","Base","Denied","Status"\]/);
  });

  test('of pins with and without terms the one that has them is compared in full', async () => {
    await enterTerm(host, CODEX, 100);
    const [old, kept] = [await pinOf('2026-12-24 18:00:00'), await pinOf('2027-01-02 00:00:00')];
    expect(stepsOf(await compared({ pin: kept }, NOW))).toEqual([['Seat tool', '1200000.00']]);
    const found = await compared({ pin: old }, { pin: kept });
    expect(found.remarks).toHaveLength(2);
    expect(found.totals.to?.toFixed(5)).toBe('3996806029.89055');
    await enterTerm(host, CODEX, 0);
  });

  test('an old pin of the same hash has the same terms', async () => {
    const kept = await pinOf('2027-01-02 00:00:00');
    await host.write('Log', 'K2', [[kept.hash]]);
    const found = await compared({ pin: await pinOf('2026-12-24 18:00:00') }, { pin: kept });
    expect(found.remarks[1]).toBe('The hashes of both are the same, and so are their terms.');
    await host.write('Log', 'K2', [[OLD_HASH]]);
  });

  test('columns that a person has put between are stepped over', async () => {
    await host.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Log');
      sheet.getRange('C:C').insert('Right');
      await context.sync();
    });
    await host.write('Log', 'C1:C2', [['Who'], ['Ann']]);
    const kept = await pinOf('2027-01-02 00:00:00');
    expect(kept).toMatchObject({ scenario: 'Base', currency: 'USD', version: '0.1.0' });
    expect(stepsOf(await compared({ pin: kept }, NOW))).toEqual([]);
    const pin = await pinAt('Base', 9);
    const [, , , , , row = []] = await formulasOf(host, 'A1:Q6');
    expect(row.slice(0, 5)).toEqual(['2027-01-02 03:00:09', 'Pin', '', 'Base', 'USD']);
    expect(row[15]).toMatch(/^\[\["Section"/);
    expect(stepsOf(await compared({ pin }, NOW))).toEqual([]);
    expect(await host.value('Log', 'C2')).toBe('Ann');
  });

  test('a protected log is left alone', async () => {
    const protect = (isOn: boolean) =>
      host.run(async (context) => {
        const { protection } = context.workbook.worksheets.getItem('Log');
        if (isOn) protection.protect();
        else protection.unprotect();
        await context.sync();
      });
    await protect(true);
    expect(await pinScenario('Base')).toEqual({
      kind: 'refused',
      sentence:
        'The sheet Log is protected, and nothing was pinned. Choose Review > Unprotect Sheet, then try again.',
    });
    await protect(false);
  });
});

describe('terms longer than a cell', () => {
  /** Formulas, quotes, signs of two units and line ends, wherever the cells break. */
  const HOSTILE = '="=+-@\'\u{1F4CC}\n…';
  const description = (characters: number): string =>
    `Long ${HOSTILE.repeat(Math.ceil(characters / HOSTILE.length))}`.slice(0, characters).trim();

  let host: Host;
  beforeAll(async () => {
    host = await openHost();
    await writeTerms(host, { block: template('transition') });
    await enterTerm(host, DESCRIPTION, description(30_000));
  });
  afterAll(() => host.close());

  test('go on in the next cells, none of which is a formula, and are read again', async () => {
    const pin = await pinAt('Base', 0);
    const { values, formulas } = await host.read('Log', 'A1:N2');
    expect(values[0]?.slice(11)).toEqual(['Terms pinned', 'Terms pinned, part 2', '']);
    const [first = '', second = ''] = (values[1] ?? []).slice(11).map(String);
    expect([first.length <= MOST, second.length <= MOST, second.startsWith('…')]).toEqual([true, true, true]);
    expect(first.length + second.length).toBeGreaterThan(MOST);
    expect(formulas.flat().filter((cell) => String(cell).startsWith('='))).toEqual([]);
    const found = await compared({ pin }, NOW);
    expect([saidOf(found), found.remarks]).toEqual([[], []]);
    expect(found.totals.from?.toFixed(6)).toBe(referenceTotal('Base (token from 2027-01)'));
  });

  test('a part that is missing, or another’s, is told', async () => {
    const pin = await pinAt('Base', 1);
    const part = await host.value('Log', 'M3');
    for (const wrong of ['', '…', `${String(part)} `.replace('=', '-')]) {
      await host.write('Log', 'M3', [[wrong]]);
      expect((await compared({ pin }, NOW)).remarks[0]).toMatch(
        /^The terms in Log!L3 are not those of the hash/,
      );
    }
    await host.write('Log', 'M3', [[part]]);
    expect((await compared({ pin }, NOW)).remarks).toEqual([]);
  });

  test('a shorter pin after them takes one cell, and is read as one', async () => {
    await enterTerm(host, DESCRIPTION, 'Short');
    const pin = await pinAt('Base', 2);
    expect((await host.read('Log', 'L4:M4')).values[0]?.[1]).toBe('');
    expect(saidOf(await compared({ pin }, NOW))).toEqual([]);
    const { pins } = await readPinChoices();
    const [before] = pins.filter(({ row }) => row === 1);
    if (!before) throw new Error('no pin');
    expect(saidOf(await compared({ pin: before }, { pin }))).toEqual([
      `changed Scenario | Description: Value ${description(30_000)} → Short`,
    ]);
  });
});
