import { block, call, laterBlock, sentence, transition, withTerm } from './reference';

const HEADER = ['Step', 'Formula', 'Value', 'Unit', 'Source'];
const LINES = [
  'reserved.fee',
  'reserved.capacity',
  'token.list[Kiro]',
  'token.net',
  'commitment.true-up',
  'total.billed',
  'usage.growth[Kiro]',
  'transition.share',
  'valuation.factor',
  'capital.round trip',
];

test('the fee of February 2027: the step in force, and the idle ones', async () => {
  // 28 days × 24 h × 1,110 units × 33 USD = 24,615,360.
  const step = (day: string): string => `Reserved capacity ${day}: fee`;
  const days = ['2026-07-01', '2026-10-15', '2027-07-01', '2028-07-01', '2029-07-01', '2030-07-01'];
  const [header, fee, ...steps] = await laterBlock('EXPLAIN', transition, 'reserved.fee', '2027-02-10');
  expect(header).toEqual(HEADER);
  expect(fee).toEqual([
    'Reserved capacity: fee',
    days.map(step).join(' + '),
    24_615_360,
    'USD',
    'reserved.fee',
  ]);
  expect(steps.map(([label, , value, unit, source]) => [label, value, unit, source])).toEqual(
    days.map((day) => [step(day), day === '2026-10-15' ? 24_615_360 : 0, 'USD', `reserved.fee[${day}]`]),
  );
});

test('the list cost of Kiro in February 2027', async () => {
  const rows = await laterBlock('EXPLAIN', transition, 'token.list[Kiro]', '2027-02-28');
  expect(rows[1]).toEqual([
    'List cost, first vendor: Kiro',
    '(Tokens on the meter: Kiro × Share of metered volume: first vendor − Held by Model in question: Kiro × (1 − (Hold | Model in question | Disposition is Substitute) × Hold | Model in question | Price factor)) × Price index × List price of an input-side token with its mix, first vendor: Kiro',
    // Meterbook reference table, base case, list_a[Kiro] of month 7.
    expect.closeTo(11_470_159.696627276, 6),
    'USD',
    'token.list[Kiro]',
  ]);
  expect(rows.map(([step]) => step)).toEqual([
    'Step',
    'List cost, first vendor: Kiro',
    'Tokens on the meter: Kiro',
    'Share of metered volume: first vendor',
    'Held by Model in question: Kiro',
    'Hold | Model in question | Disposition',
    'Hold | Model in question | Price factor',
    'Price index',
    'List price of an input-side token with its mix, first vendor: Kiro',
  ]);
  expect(rows[5]).toEqual(['Hold | Model in question | Disposition', '', 'Substitute', 'choice', 'Default']);
});

test('terms say their status, source and row; dates are dates; the table’s silence is a default', async () => {
  const rows = await laterBlock('EXPLAIN', transition, 'price.index', '2028-06-15');
  const bySubject = new Map(rows.map((row) => [row[0], row]));
  const rowOf = (term: string): number =>
    transition.findIndex((row) => row[0] === 'Token price' && row[2] === term) + 1;
  expect(bySubject.get('Token price | Price decline')).toEqual([
    'Token price | Price decline',
    '',
    0.15,
    'per year',
    `Illustrative · Terms row ${rowOf('Price decline')}`,
  ]);
  expect(bySubject.get('Token price | Price base')?.slice(2, 4)).toEqual([46388, 'date']);
  expect(bySubject.get('start of the period')).toEqual([
    'start of the period',
    '',
    46905,
    'date',
    'Month of the model',
  ]);
  const funded = await laterBlock('EXPLAIN', transition, 'capital.funded', '2026-07-01');
  const amountRow = transition.findIndex((row) => row[1] === 'F1' && row[2] === 'Amount') + 1;
  const source = transition[amountRow - 1]?.[transition[0]?.indexOf('Source') ?? -1];
  expect(funded.find(([step]) => step === 'Tranche | F1 | Amount')?.slice(2)).toEqual([
    1.25e9,
    'USD',
    `Reported · ${String(source)} · Terms row ${amountRow}`,
  ]);
  const silent = await laterBlock('EXPLAIN', transition, 'behaviour.elasticity', '2027-02-01');
  expect(silent.at(-1)?.[4]).toMatch(/^(Default|Illustrative · Terms row \d+)$/);
});

test('a scenario has its own formula and its own values', async () => {
  const [, base] = await laterBlock('EXPLAIN', transition, 'transition.share', '2027-02-01');
  const [, denied] = await laterBlock('EXPLAIN', transition, 'transition.share', '2027-02-01', 'Denied');
  expect(base?.[2]).toBe(0.5);
  expect(denied?.[2]).toBe(0);
});

describe.each(LINES)('%s', (line) => {
  test.each(['2026-07-01', '2027-02-10', '2031-06-30'])('reads sensibly on %s', async (day) => {
    const [header, first, ...parts] = await laterBlock('EXPLAIN', transition, line, day);
    expect(header).toEqual(HEADER);
    expect(first?.[4]).toBe(line);
    for (const [step, formula, value, unit, source] of [first ?? [], ...parts]) {
      expect(String(step).length).toBeGreaterThan(2);
      expect(`${String(step)} ${String(formula)}`).not.toMatch(/undefined|NaN|\[object|currency/);
      expect(['number', 'string']).toContain(typeof value);
      expect(String(unit)).toMatch(/\S/);
      expect(String(source)).toMatch(/\S/);
    }
  });

  test('can be followed: every line that it names can be explained in turn', async () => {
    const rows = (await laterBlock('EXPLAIN', transition, line, '2027-02-10')).slice(1);
    for (const [step, formula, , , source] of rows) {
      if (formula === '' || typeof source !== 'string') continue;
      expect((await laterBlock('EXPLAIN', transition, source, '2027-02-10'))[1]?.[0]).toBe(step);
    }
  });
});

test('the value that is explained is that of SCHEDULE', async () => {
  for (const line of LINES) {
    const [, explained] = await laterBlock('EXPLAIN', transition, line, '2028-05-17', 'Early exit');
    const [header = [], row = []] = block('SCHEDULE', transition, 'Early exit', line);
    const month = header.indexOf(46874);
    expect([line, explained?.[2]]).toEqual([line, row[month] === '' ? row[3] : row[month]]);
  }
});

test('bad input', async () => {
  expect(sentence(await call('EXPLAIN', transition, 'total.billed', '2026-06-30'))).toBe(
    'date is 2026-06-30: it must lie within the horizon, from 2026-07-01 to 2031-06-30.',
  );
  expect(sentence(await call('EXPLAIN', transition, 'total.billed', '2031-07-01'))).toMatch(
    /within the horizon/,
  );
  expect(sentence(await call('EXPLAIN', transition, 'total', '2027-01-01'))).toMatch(
    /^line: there is no line "total"\. Did you mean /,
  );
  expect(sentence(await call('EXPLAIN', transition, 'total.billed', null))).toMatch(
    /^EXPLAIN needs date \(date\)/,
  );
  expect(
    sentence(await call('EXPLAIN', withTerm('Model', '', 'Horizon', 0), 'total.billed', '2027-01-01')),
  ).toMatch(/^Terms, row 4, Base \(Model \| Horizon\) is 0/);
});
