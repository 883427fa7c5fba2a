import { template } from '../../../src/terms/templates/template';
import { comparePins } from '../../../src/workbook/log/compare-pins';
import { readPinChoices } from '../../../src/workbook/log/pin-choices';
import { pinScenario } from '../../../src/workbook/log/pin-scenario';
import type { Pin } from '../../../src/workbook/log/pins';
import { deleteScenario } from '../../../src/workbook/terms/scenario-columns';
import { openHost, type Host } from '../host';
import { lookUp, tableCells, writeTerms } from '../terms/terms-workbook';
import {
  changesIn,
  compared,
  enterTerm,
  pinAt,
  referenceFigure,
  referenceTotal,
  saidOf,
  stepsOf,
  whileTermIs,
} from './log-workbook';

const NOW = { now: 'Base' };
const DELAY = 'Delay 6 months';

let host: Host;
let base: Pin;
let delay: Pin;
beforeAll(async () => {
  host = await openHost();
  await writeTerms(host, { block: template('transition') });
  base = await pinAt('Base', 0);
  delay = await pinAt(DELAY, 1);
});
afterAll(() => host.close());

/** 100 seats at 200 dollars over 60 months, billed by a vendor without a commitment. */
const CODEX = { seats: ['Seat tool', 'Codex', 'Seats', 'Base'] as const, cost: '1200000.00' };

test('two pins: the reference totals, and steps that add up to their difference', async () => {
  const found = await compared({ pin: base }, { pin: delay });
  expect(found.bridge?.start.toFixed(6)).toBe(referenceTotal('Base (token from 2027-01)'));
  expect(found.bridge?.end.toFixed(6)).toBe(referenceTotal('Delay 6m'));
  expect(stepsOf(found).map(([section]) => section)).toEqual(['Transition', 'Reserved']);
  expect(saidOf(found)).toEqual([
    `changed Scenario | Description: Value ${await described('Base')} → ${await described(DELAY)}`,
    'changed Transition | Cutover: Value 46388 → 46569',
    'changed Reserved | End: Value 46478 → 46661',
    'added Reserved | 2027-07-01 | Units: Value null → 1800',
  ]);
  expect(found.recomputed).toEqual({ from: undefined, to: undefined });
  expect(found.remarks).toEqual([]);
});

const described = async (scenario: string): Promise<string> =>
  String((await lookUp(host))('Scenario', '', 'Description', scenario));

test('nothing has changed since the pin', async () => {
  const found = await compared({ pin: base }, NOW);
  expect(found.sentence).toBe('Compared Base at 2027-01-02 03:00:00 with Base now: no term differs.');
  expect(stepsOf(found)).toEqual([]);
  expect(found.totals.to?.toFixed(6)).toBe(referenceTotal('Base (token from 2027-01)'));
  expect(found.from.hash).toBe(found.to.hash);
});

test('a term has moved: what it was, what it is, and what it did', () =>
  whileTermIs(host, CODEX.seats, 100, async () => {
    const found = await compared({ pin: base }, NOW);
    expect(found.sentence).toBe('Compared Base at 2027-01-02 03:00:00 with Base now: 1 term differs.');
    expect(saidOf(found)).toEqual(['changed Seat tool | Codex | Seats: Value 0 → 100']);
    expect(found.changes?.terms[0]?.unit).toBe('seats');
    expect(stepsOf(found)).toEqual([['Seat tool', CODEX.cost]]);
    // What leads back is the same the other way round.
    expect(stepsOf(await compared(NOW, { pin: base }))).toEqual([['Seat tool', `-${CODEX.cost}`]]);
  }));

test('two changes are two steps, each of which is what it costs by itself', () =>
  whileTermIs(host, ['Reserved', '', 'Rate', 'Base'], 35, () =>
    whileTermIs(host, CODEX.seats, 100, async () => {
      const found = await compared({ pin: base }, NOW);
      expect(saidOf(found)).toEqual([
        'changed Reserved | Rate: Value 33 → 35',
        'changed Seat tool | Codex | Seats: Value 0 → 100',
      ]);
      // The reference says what is billed for reserved capacity at a rate of 33.
      const more = (Number(referenceFigure('Base (token from 2027-01)', 'reserved_billed')) * 2) / 33;
      expect(stepsOf(found)).toEqual([
        ['Reserved', more.toFixed(2)],
        ['Seat tool', CODEX.cost],
      ]);
    }),
  ));

test('two terms of one section, and two sections: each by itself, and the sections as they add up', () =>
  whileTermIs(host, ['Reserved', '', 'Rate', 'Base'], 35, () =>
    whileTermIs(host, ['Usage', 'Kiro', 'Growth rate', 'Base'], 0.5, () =>
      whileTermIs(host, CODEX.seats, 100, () =>
        whileTermIs(host, ['Seat tool', 'Codex', 'Price per seat-month', 'Base'], 150, async () => {
          const found = await compared({ pin: base }, NOW);
          const rate = (Number(referenceFigure('Base (token from 2027-01)', 'reserved_billed')) * 2) / 33;
          // 100 seats at 200 dollars over 60 months, and then 50 dollars less for each.
          expect(changesIn(found)).toEqual([
            expect.stringMatching(/^Usage\|kiro\|Growth rate /),
            `Reserved||Rate ${rate.toFixed(2)}`,
            `Seat tool|codex|Seats ${CODEX.cost}`,
            'Seat tool|codex|Price per seat-month -300000.00',
          ]);
          expect(stepsOf(found).slice(1)).toEqual([
            ['Reserved', rate.toFixed(2)],
            ['Seat tool', '900000.00'],
          ]);
        }),
      ),
    ),
  ));

test('more changes than are told one by one: the steps of the sections, and why', async () => {
  const before = await scaleNumbers((value) => value * 0.999);
  try {
    const found = await compared({ pin: base }, NOW);
    const count = found.changes?.terms.length ?? 0;
    expect(count).toBeGreaterThan(40);
    expect(found.remarks).toEqual([
      `${count} changes can move the total: what they did is told by section. What each did by itself is told for up to 40; pins that lie closer together have fewer between them.`,
    ]);
    expect(stepsOf(found).length).toBeGreaterThan(3);
    expect(changesIn(found)).toEqual([]);
  } finally {
    await scaleNumbers((_value, place) => Number(before[place]));
  }
});

test('an item that was added, and one that was taken away', async () => {
  const helper = (term: string) => ['Seat tool', 'Helper', term, 'Base'] as const;
  await enterTerm(host, helper('Vendor'), 'B');
  await enterTerm(host, helper('Price per seat-month'), 50);
  await enterTerm(host, helper('Seats'), 10);
  const found = await compared({ pin: base }, NOW);
  expect(found.changes).toMatchObject({ itemsAdded: ['Seat tool | Helper'], itemsRemoved: [] });
  // 10 seats at 50 dollars over 60 months.
  expect(stepsOf(found)).toEqual([['Seat tool', '30000.00']]);
  const keys = ['Vendor', 'Price per seat-month', 'Seats'].map((term) => `Seat tool|helper|${term}`);
  expect(found.bridge?.steps[0]?.label).toBe('Seat tool: Helper Price per seat-month, Helper Seats');
  expect(changesIn(found)).toEqual([`${keys.join(' + ')} 30000.00`]);
  const back = await compared(NOW, { pin: base });
  expect(back.changes).toMatchObject({ itemsAdded: [], itemsRemoved: ['Seat tool | Helper'] });
  expect(saidOf(back)).toContain('removed Seat tool | Helper | Seats: Value 10 → null');
  expect(stepsOf(back)).toEqual([['Seat tool', '-30000.00']]);
  await removeRows((cells) => cells[1] === 'Helper');
});

test('a product that was renamed is another item, and costs what it did', async () => {
  await rename('Kiro', 'Kiro 2');
  const found = await compared({ pin: base }, NOW);
  expect(found.changes).toMatchObject({ itemsAdded: ['Usage | Kiro 2'], itemsRemoved: ['Usage | Kiro'] });
  expect(stepsOf(found)).toEqual([['Usage', '0.00']]);
  expect(found.totals.to?.toFixed(6)).toBe(referenceTotal('Base (token from 2027-01)'));
  await rename('Kiro 2', 'Kiro');
});

test('a table that cannot be computed is refused with what is wrong', () =>
  whileTermIs(host, ['Model', '', 'Horizon', 'Base'], null, async () => {
    const outcome = await comparePins({}, { pin: base }, NOW);
    expect(outcome).toMatchObject({ kind: 'refused' });
    expect(outcome.sentence).toMatch(/Model \| Horizon/);
    // Two pins need no table.
    expect(stepsOf(await compared({ pin: base }, { pin: delay }))).toHaveLength(2);
  }));

test('another currency: both totals, and no difference of them', async () => {
  await clearColumn('Unit');
  await whileTermIs(host, ['Model', '', 'Currency', 'Base'], 'EUR', async () => {
    const found = await compared({ pin: base }, NOW);
    expect(found.bridge).toBeUndefined();
    expect(found.remarks).toEqual(['The totals are in USD and in EUR: their difference would say nothing.']);
    expect(found.totals.to?.toFixed(6)).toBe(referenceTotal('Base (token from 2027-01)'));
  });
});

test('it is told how far it is, and stops when it is told to', async () => {
  const texts: string[] = [];
  await comparePins(
    { onProgress: ({ text, done }) => texts.push(`${text} ${done.toFixed(2)}`) },
    { pin: base },
    {
      pin: delay,
    },
  );
  expect(texts).toEqual([
    'Reading the log 0.00',
    'Computing Base at 2027-01-02 03:00:00 0.00',
    `Computing ${DELAY} at 2027-01-02 03:00:01 0.25`,
    'Computing Transition 0.50',
    'Computing Reserved | End 0.75',
  ]);
  for (const stopAfter of [0, 1, 2, 3, 4]) {
    let asked = 0;
    const outcome = await comparePins(
      { isCancelled: () => asked++ >= stopAfter },
      { pin: base },
      { pin: delay },
    );
    expect(outcome).toEqual({ kind: 'cancelled', sentence: 'Stopped. Nothing was compared.' });
    expect(asked).toBe(stopAfter + 1);
  }
});

test('a scenario that is gone is refused for now, and its pin still compares', async () => {
  await deleteScenario(DELAY);
  expect(await comparePins({}, { pin: delay }, { now: DELAY })).toEqual({
    kind: 'refused',
    sentence: `The Terms table has no scenario "${DELAY}" any more: choose another.`,
  });
  expect((await compared({ pin: delay }, NOW)).totals.from?.toFixed(6)).toBe(referenceTotal('Delay 6m'));
  expect((await readPinChoices()).scenarios).not.toContain(DELAY);
});

test('the latest pin comes first, whatever the order of the rows; a pin that is gone is refused', async () => {
  const older = await pinScenario('Base', new Date(Date.UTC(2026, 0, 1)));
  expect(older).toMatchObject({ kind: 'done' });
  const { pins } = await readPinChoices();
  expect(pins.map(({ time, scenario }) => `${time} ${scenario}`)).toEqual([
    `2027-01-02 03:00:01 ${DELAY}`,
    '2027-01-02 03:00:00 Base',
    '2026-01-01 00:00:00 Base',
  ]);
  await host.run(async (context) => {
    context.workbook.worksheets.getItem('Log').getRange('2:2').delete('Up');
    await context.sync();
  });
  // The other pin has moved up, and is found.
  expect(await comparePins({}, { pin: delay }, NOW)).toMatchObject({ kind: 'done' });
  expect(await comparePins({}, { pin: base }, NOW)).toEqual({
    kind: 'refused',
    sentence:
      'The log has no pin of Base at 2027-01-02 03:00:00 any more: undo its removal, or choose another.',
  });
});

async function removeRows(isGone: (cells: readonly unknown[]) => boolean): Promise<void> {
  const { values } = await tableCells(host);
  const places = [...values.entries()].filter(([, cells]) => isGone(cells)).map(([place]) => place - 1);
  await host.run(async (context) => {
    const { rows } = context.workbook.tables.getItem('TermsTable');
    for (const place of places.reverse()) rows.getItemAt(place).delete();
    await context.sync();
  });
  await host.idle();
}

/** Puts other numbers in the place of all in Base but dates and spans of time. @returns those that were there, by row */
async function scaleNumbers(scaled: (value: number, place: number) => number): Promise<unknown[]> {
  const { values } = await tableCells(host);
  const [header = [], ...rows] = values;
  const column = (name: string): number => header.indexOf(name);
  const isScaled = (cells: readonly unknown[]): boolean =>
    !['Model', 'Scenario'].includes(String(cells[column('Section')])) &&
    !['date', 'days', 'months'].includes(String(cells[column('Unit')])) &&
    typeof cells[column('Base')] === 'number';
  const bases = rows.map((cells, place) => {
    const there = cells[column('Base')];
    return isScaled(cells) ? scaled(Number(there), place) : there;
  });
  await host.run(async (context) => {
    const body = context.workbook.tables.getItem('TermsTable').getDataBodyRange();
    body.getColumn(column('Base')).values = bases.map((value) => [value]);
    await context.sync();
  });
  await host.idle();
  return rows.map((cells) => cells[column('Base')]);
}

async function rename(from: string, to: string): Promise<void> {
  const { values } = await tableCells(host);
  await host.run(async (context) => {
    const range = context.workbook.tables.getItem('TermsTable').getRange();
    for (const [place, cells] of values.entries()) {
      if (cells[1] === from) range.getCell(place, 1).values = [[to]];
    }
    await context.sync();
  });
  await host.idle();
}

async function clearColumn(header: string): Promise<void> {
  const { values } = await tableCells(host);
  const column = values[0]?.indexOf(header) ?? -1;
  await host.run(async (context) => {
    const body = context.workbook.tables.getItem('TermsTable').getDataBodyRange();
    body.getColumn(column).values = values.slice(1).map(() => ['']);
    await context.sync();
  });
  await host.idle();
}
