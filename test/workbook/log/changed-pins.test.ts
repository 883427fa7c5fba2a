import { template } from '../../../src/terms/templates/template';
import { termsHash } from '../../../src/terms/exchange/terms-hash';
import { readPinChoices } from '../../../src/workbook/log/pin-choices';
import type { Pin } from '../../../src/workbook/log/pins';
import { openHost, type Host } from '../host';
import { writeTerms } from '../terms/terms-workbook';
import {
  changesIn,
  compared,
  pinAt,
  referenceTotal,
  saidOf,
  stepsOf,
  whileCellSays,
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

test('a pinned figure that its terms do not give is told with both, and is a step of its own', () =>
  whileCellSays(
    host,
    base,
    'E2',
    () => 4_000_000_000,
    () =>
      whileCellSays(
        host,
        base,
        'J2',
        () => '0.0.9',
        () =>
          whileTermIs(host, CODEX.seats, 100, async () => {
            const found = await compared({ pin: base }, NOW);
            expect(found.bridge?.start.toString()).toBe('4000000000');
            expect(found.recomputed.from?.toFixed(6)).toBe(referenceTotal('Base (token from 2027-01)'));
            expect(stepsOf(found)).toEqual([
              ['Recomputed: same terms, by Meterbook 0.1.0', '-3193970.11'],
              ['Seat tool', CODEX.cost],
            ]);
            expect(changesIn(found)).toEqual([`Seat tool|codex|Seats ${CODEX.cost}`]);
            expect(stepsOf(await compared(NOW, { pin: base }))).toEqual([
              ['Seat tool', `-${CODEX.cost}`],
              ['As pinned: same terms, by Meterbook 0.0.9', '3193970.11'],
            ]);
          }),
      ),
  ));

test('a total that is no number any more is told, and what the terms give stands in its place', () =>
  whileCellSays(
    host,
    base,
    'E2',
    () => 'four billion',
    async () => {
      const found = await compared({ pin: base }, NOW);
      expect(found.remarks).toEqual([
        'The log has no number as the total billed of Base at 2027-01-02 03:00:00: see the row of Log!A2.',
      ]);
      expect(found.totals.from?.toFixed(6)).toBe(referenceTotal('Base (token from 2027-01)'));
    },
  ));

describe('somebody typed into', () => {
  const changed = (scenario: string) =>
    `The terms in Log!L2 are not those of the hash in K2: a cell of the pin of ${scenario} at 2027-01-02 03:00:00 was changed by hand, so its terms are left out. Undo that change to see which terms differ.`;

  test.each<[string, string, string, (text: string) => string]>([
    ['a value of the terms', 'L2', 'Base', (text) => text.replace('"seats",0', '"seats",7')],
    ['the end of the terms', 'L2', 'Base', (text) => text.slice(0, -1)],
    ['the hash', 'K2', 'Base', (text) => `${text.slice(0, -1)}${text.endsWith('0') ? '1' : '0'}`],
    ['the name of the scenario', 'C2', DELAY, () => DELAY],
  ])('%s: its terms are left out, and the totals stay', (_what, address, scenario, edit) =>
    whileCellSays(host, base, address, edit, async () => {
      const pin = (await readPinChoices()).pins.find(({ row }) => row === base.row);
      if (!pin) throw new Error('no pin');
      const found = await compared({ pin }, { pin: delay });
      expect(found.remarks).toEqual([changed(scenario)]);
      expect([found.changes, found.bridge]).toEqual([undefined, undefined]);
      expect(found.sentence).toMatch(/: only their totals, since the terms of both are not known\.$/);
      // A cell has 15 digits.
      expect(found.totals.from?.toFixed(5)).toBe('3996806029.89055');
      expect(found.totals.to?.toFixed(5)).toBe('3896131503.89062');
    }),
  );

  test('and took it back: the terms count again', async () => {
    expect(stepsOf(await compared({ pin: base }, { pin: delay }))).toHaveLength(2);
  });
});

test('terms that this version cannot compute: the terms that differ, and the totals', async () => {
  const text = String(await host.value('Log', 'L2'));
  const rows = (JSON.parse(text) as unknown[][]).filter(([, , term]) => term !== 'Horizon');
  const hash = (await termsHash(rows, 'Base')) ?? '';
  await whileCellSays(
    host,
    base,
    'L2',
    () => JSON.stringify(rows),
    () =>
      whileCellSays(
        host,
        base,
        'K2',
        () => hash,
        async () => {
          const found = await compared({ pin: { ...base, hash } }, NOW);
          expect(found.remarks).toHaveLength(1);
          expect(found.remarks[0]).toMatch(
            /^Meterbook 0\.1\.0 cannot compute the terms of Base at 2027-01-02 03:00:00\. .*Model \| Horizon/,
          );
          expect(saidOf(found)).toEqual(['added Model | Horizon: Value null → 60']);
          expect(found.bridge).toBeUndefined();
          expect(found.totals.from?.toFixed(5)).toBe('3996806029.89055');
          expect(found.totals.to?.toFixed(6)).toBe(referenceTotal('Base (token from 2027-01)'));
        },
      ),
  );
});
