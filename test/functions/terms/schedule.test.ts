import { dayFromIso } from '../../../src/base/calendar';
import columns from '../../oracle/columns.json';
import { REFERENCE_CASES, REFERENCE_SCENARIOS, referenceColumns } from '../../terms/oracle';
import { block, call, expectClose, referenceRows, sentence, transition, withTerm } from './reference';

const FIRST_PERIOD = 4;
const lineIds = columns as Readonly<Record<string, string>>;

describe.each(REFERENCE_CASES)('the reference table %s, through SCHEDULE', (name) => {
  const reference = referenceColumns(name);
  const [header = [], ...rows] = block('SCHEDULE', transition, REFERENCE_SCENARIOS[name]);
  const byId = new Map(rows.map((row) => [row[0], row]));

  test('has its months', () => {
    expect(header.slice(0, FIRST_PERIOD)).toEqual(['Line', 'Label', 'Unit', 'Total']);
    expect(header.slice(FIRST_PERIOD)).toEqual(reference.get('start')?.map(dayFromIso));
  });

  test.each([...reference.keys()])('%s', (column) => {
    const printed = reference.get(column) ?? [];
    const row = byId.get(lineIds[column] ?? '') ?? [];
    expect(row.length).toBe(FIRST_PERIOD + 60);
    const isAmount = row[2] === 'USD' || row[2] === 'tokens';
    for (const [period, text] of printed.entries()) {
      const expected = /^\d{4}-/.test(text) ? (dayFromIso(text) ?? NaN) : Number(text);
      expectClose(
        row[FIRST_PERIOD + period],
        expected,
        `${column} in month ${period}`,
        isAmount ? 1e-6 : 1e-12,
      );
    }
  });
});

test('the reference table of calendar years, by Year', () => {
  const years = referenceRows('base-annual.csv');
  const names = Object.keys(years[0] ?? {}).filter((name) => name !== 'year' && name !== 'months');
  const rows = block(
    'SCHEDULE',
    transition,
    null,
    names.map((name) => [lineIds[name]]),
    'Year',
    false,
  );
  const withTotals = block(
    'SCHEDULE',
    transition,
    null,
    names.map((name) => [lineIds[name]]),
    'Year',
  );
  expect(rows).toEqual(withTotals.slice(1).map((row) => row.slice(FIRST_PERIOD)));
  for (const [place, name] of names.entries()) {
    for (const [at, year] of years.entries()) {
      const actual = year.year === 'total' ? withTotals[place + 1]?.[3] : rows[place]?.[at];
      expectClose(actual, Number(year[name]), `${name} in ${year.year ?? ''}`);
    }
  }
});

const INVOICE_LINES: Readonly<Record<string, string>> = {
  'reserved recurring': 'invoice.reserved recurring',
  'reserved upfront': 'invoice.reserved upfront',
  overage: 'invoice.overflow',
  'true-up': 'invoice.true-up',
};
const invoiceLine = (printed: string): string =>
  INVOICE_LINES[printed] ??
  printed.replace(/^vendor A (.*)$/, 'invoice.token[$1]').replace(/^vendor B (.*)$/, 'invoice.vendor[B][$1]');

test.each([
  ['None', 'exact'],
  ['Half away', 'rounded_half_up'],
  ['Half even', 'rounded_half_even'],
] as const)('the invoice lines of the reference table, rounding %s', (policy, column) => {
  const terms = withTerm('Model', '', 'Invoice rounding', policy);
  const [, ...rows] = block('SCHEDULE', terms, null, 'invoice.*, total.billed');
  const byId = new Map(rows.map((row) => [row[0], row]));
  const totals = new Map<number, number>();
  for (const reference of referenceRows('base-invoice-lines.csv')) {
    const period = Number(reference.t);
    const printed = Number(reference[column]);
    const actual = byId.get(invoiceLine(reference.line ?? ''))?.[FIRST_PERIOD + period];
    if (policy === 'None') expectClose(actual, printed, `${reference.line ?? ''} ${period}`);
    else expect([reference.line, period, actual]).toEqual([reference.line, period, printed]);
    totals.set(period, (totals.get(period) ?? 0) + printed);
  }
  for (const [period, sum] of totals) {
    expectClose(byId.get('total.billed')?.[FIRST_PERIOD + period], sum, `total billed ${period}`);
  }
});

describe.each(['unconditional', 'sequential'])('the tranches of the reference table, %s', (mode) => {
  const terms = withTerm('Tranche', '', 'Mode', mode);
  const tranches = referenceRows('tranches.csv').filter((row) => row.mode === mode);
  const [header = [], ...rows] = block('SCHEDULE', terms, null, 'capital.*');
  const byId = new Map(rows.map((row) => [row[0], row]));
  const scalar = (id: string): unknown => byId.get(id)?.[3];
  /** Funded before the model starts, which the reference table leaves out. */
  const FUNDED = 8e9;

  test.each(tranches.map((row) => [row.id ?? '', row] as const))('%s', (id, row) => {
    expectClose(scalar(`capital.likelihood[${id}]`), Number(row.p), 'likelihood', 1e-12);
    expectClose(scalar(`capital.factor[${id}]`), Number(row.df), 'factor', 1e-12);
    const day = dayFromIso(row.date ?? '') ?? NaN;
    const month = header.findLastIndex((start) => typeof start === 'number' && start <= day);
    const atEnd = (measure: string): unknown => byId.get(`capital.${measure}`)?.[month];
    expectClose(atEnd('expected'), FUNDED + Number(row.cum_expected), 'expected');
    expectClose(atEnd('maximum'), FUNDED + Number(row.cum_max), 'maximum');
    expectClose(atEnd('committed'), FUNDED + Number(row.cum_committed), 'committed');
    expect(atEnd('funded')).toBe(FUNDED);
  });

  test('present values', () => {
    const sum = (column: string): number => tranches.reduce((total, row) => total + Number(row[column]), 0);
    expectClose(scalar('capital.present value expected'), sum('pv_expected'), 'expected', 1e-5);
    expectClose(scalar('capital.present value maximum'), sum('pv_max'), 'maximum', 1e-5);
  });
});

describe('the shape of the block', () => {
  const ids = (...args: unknown[]): unknown[] =>
    block('SCHEDULE', transition, null, ...args)
      .slice(1)
      .map(([id]) => id);

  test('rows in the order of the patterns, each line once', () => {
    expect(ids('total.billed, RESERVED.prepaid.*, reserved.prepaid.closing, token.net[*]')).toEqual([
      'total.billed',
      'reserved.prepaid.brought forward',
      'reserved.prepaid.closing',
      'reserved.prepaid.opening',
      'token.net[Kiro]',
      'token.net[Quick]',
      'token.net[Alexa for Shopping]',
    ]);
    expect(ids([['total.effective'], [null], ['time.days'], [0]])).toEqual(['total.effective', 'time.days']);
    expect(ids('')).toEqual(ids('*'));
  });

  test('a comma within brackets belongs to the name', () => {
    const renamed = transition.map((row) => row.map((cell) => (cell === 'Quick' ? 'Quick, small' : cell)));
    const rows = block('SCHEDULE', renamed, null, 'token.net[Quick, small], time.days');
    expect(rows.slice(1).map(([id]) => id)).toEqual(['token.net[Quick, small]', 'time.days']);
  });

  test('quarters begin with the quarter that holds the start; contract years at the cutover', () => {
    const starts = (by: string): unknown[] =>
      (block('SCHEDULE', transition, null, 'time.days', by)[0] ?? []).slice(FIRST_PERIOD);
    expect(starts('Quarter').slice(0, 3)).toEqual(['2026-07-01', '2026-10-01', '2027-01-01'].map(dayFromIso));
    expect(starts('Quarter')).toHaveLength(20);
    expect(starts('contract year')).toEqual(
      ['2026-07-01', '2027-01-01', '2028-01-01', '2029-01-01', '2030-01-01', '2031-01-01'].map(dayFromIso),
    );
  });

  test('one value for the contract stands in Total, or first where there are no headers', () => {
    const [, row] = block('SCHEDULE', transition, null, 'valuation.npv billed', 'Year');
    expectClose(row?.[3], 3121957054.502669, 'net present value');
    expect(row?.slice(4)).toEqual(['', '', '', '', '', '']);
    const [figures] = block('SCHEDULE', transition, null, 'valuation.npv billed', 'Year', false);
    expect(figures).toEqual([row?.[3], '', '', '', '', '']);
  });

  test('what is not available is blank: prices over years, a cost per token without tokens', () => {
    const [, index] = block('SCHEDULE', transition, null, 'price.index', 'Year');
    expect(index?.slice(3)).toEqual(['', '', '', '', '', '', '']);
    const idle = transition.map((row) =>
      row.map((cell, place) => (row[2] === 'Input tokens per month' && place === 5 ? 0 : cell)),
    );
    const [, price] = block('SCHEDULE', idle, null, 'price.effective');
    expect(new Set(price?.slice(3))).toEqual(new Set(['']));
  });

  test('the currency of the table stands in the units', () => {
    const inEuro = transition.map((row) =>
      row.map((cell) => (typeof cell === 'string' ? cell.replace('USD', 'EUR') : cell)),
    );
    const [, cost, price] = block('SCHEDULE', inEuro, null, 'total.billed, price.effective');
    expect([cost?.[2], price?.[2]]).toEqual(['EUR', 'EUR per million tokens']);
  });

  test('without headers a blank cell in a column of ids keeps its row, also where Excel delivers it as 0', () => {
    const dense = block('SCHEDULE', transition, null, [['time.days'], ['reserved.fee']], 'Month', false);
    const [days = [], fee = []] = dense;
    const blank = days.map(() => '');
    const column = [[''], ['time.days'], [null], [0], ['reserved.fee'], [''], ['']];
    const spread = block('SCHEDULE', transition, null, column, 'Month', false);
    expect(spread).toEqual([blank, days, blank, blank, fee]);
    const headed = block('SCHEDULE', transition, null, column);
    expect(headed.map((row) => row[0])).toEqual(['Line', 'time.days', 'reserved.fee']);
    const inRow = block('SCHEDULE', transition, null, [['time.days', '', 'reserved.fee']], 'Month', false);
    expect(inRow).toEqual(dense);
  });

  test('changing a block that was handed out changes no other', () => {
    const first = block('SCHEDULE', transition, null, 'time.days');
    const [, row = []] = first;
    row[4] = 'spoilt';
    expect(block('SCHEDULE', transition, null, 'time.days')[1]?.[4]).toBe(31);
  });
});

describe('bad input', () => {
  test.each([
    [
      'a scenario that does not exist',
      ['Delay 6 month'],
      'scenario: the table has no scenario "Delay 6 month". Did you mean Delay 6 months, ',
    ],
    [
      'a line that does not exist',
      [null, 'total.biled'],
      'lines: there is no line "total.biled". Did you mean total.billed, ',
    ],
    ['a family without its star', [null, 'reserved'], 'lines: there is no line "reserved". Did you mean '],
    [
      'a pattern that fits nothing',
      [null, 'nothing.*'],
      'lines: no line fits the pattern "nothing.*". Did you mean ',
    ],
    ['a number as a line', [null, [[5]]], 'lines is 5: it must be the id of a line, such as reserved.fee.'],
    [
      'an error in the list of lines',
      [null, [['time.days'], ['#REF!']]],
      'lines, cell 2 holds the error #REF!. Correct that cell first.',
    ],
    ['another span', [null, null, 'Week'], 'by is "Week": it must be Month, Quarter, Year or Contract year.'],
    ['a 0 for headers', [null, null, null, 0], 'headers is 0: it must be TRUE, FALSE, Yes or No.'],
  ] as [string, unknown[], string][])('%s', (_what, args, expected) => {
    expect(sentence(call('SCHEDULE', transition, ...args)).startsWith(expected)).toBe(true);
  });

  test('a family without its star is told of it', () => {
    expect(sentence(call('SCHEDULE', transition, null, 'reserved'))).toMatch(
      /For all of them write reserved\.\*\.$/,
    );
  });

  test.each([
    [
      'no table',
      5,
      'terms is 5: it must be the Terms table with its header. Give the range, as TermsTable[#All].',
    ],
    ['an error', '#REF!', 'terms holds the error #REF!. Correct that cell first.'],
    ['no header', transition.slice(1), 'Terms has no header'],
    ['nothing', [[]], 'Terms has no header'],
    ['left out', null, 'SCHEDULE needs terms (Terms table), which is blank or left out.'],
    [
      'an invocation object',
      { functionName: 'SCHEDULE', address: 'A1' },
      'SCHEDULE needs terms (Terms table)',
    ],
    [
      'a horizon of 2,000 months',
      withTerm('Model', '', 'Horizon', 2000),
      'Terms, row 4, Base (Model | Horizon) is 2000: it must be a whole number, from 1 to 600.',
    ],
  ] as [string, unknown, string][])('%s as terms', (_what, terms, expected) => {
    expect(sentence(call('SCHEDULE', terms))).toMatch(
      new RegExp(`^${expected.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`),
    );
  });

  test('50,000 rows are refused in a sentence, at once', () => {
    const [header = [], first = []] = transition;
    const long = [header, ...Array.from({ length: 50_000 }, () => first)];
    expect(sentence(call('SCHEDULE', long))).toBe(
      'Terms has 50000 rows with content: it may have at most 20000. Give the table itself, as TermsTable[#All], or split it.',
    );
  });
});
