import fc from 'fast-check';
import { addMonths, dayOf, daysInMonth, isoText } from '../../../src/calc/calendar';
import { MONTHS, TOKEN_CLASSES } from '../../../src/terms/definition';
import {
  COLUMNS,
  type CellOptions,
  type DraftCell,
  type DraftRow,
  type RelativeDay,
  blank,
  dayIn,
  none,
  numberIn,
  rowFor,
} from './cell-arbitrary';

/** A table as it would stand in a sheet: dates as serials, one cell for Base and for each scenario. */
export interface Draft {
  readonly scenarios: readonly string[];
  readonly rows: readonly Row[];
  /** By how much a property may vary the table. */
  readonly by?: Variation;
}
export interface Variation {
  readonly days: number;
  readonly months: number;
  readonly rate: number;
}
export interface Row {
  readonly section: string;
  readonly item: string;
  readonly term: string;
  readonly cells: readonly Cell[];
}
export type Cell = number | string;

type Rows = fc.Arbitrary<DraftRow[]>;
const together = (...rows: fc.Arbitrary<DraftRow | DraftRow[]>[]): Rows =>
  fc.tuple(...rows).map((list) => list.flat());
const nothing: Rows = fc.constant([]);
/** Out of so many tables, one has the rows. */
const sometimes = (rows: Rows, present = 1, absent = 1): Rows =>
  fc.oneof({ weight: absent, arbitrary: nothing }, { weight: present, arbitrary: rows });
/** Rows that only the first scenario fills, now and then: Base knows nothing of them. */
const perhapsOnlyInScenario = (rows: Rows): Rows =>
  fc.tuple(rows, fc.integer({ min: 0, max: 5 })).map(([list, dice]) =>
    dice > 0
      ? list
      : list.map((row) => {
          const [base = ''] = row.cells;
          return { ...row, cells: ['', base, ''] };
        }),
  );
const section =
  (name: string) =>
  (item: string | RelativeDay, term: string, options?: CellOptions): fc.Arbitrary<DraftRow> =>
    rowFor(name, item, term, options);
const optional = { optional: true };

const usage = section('Usage');
const product = (name: string, canBeLeftOut: boolean, held: boolean): Rows => {
  const share = { values: numberIn(0, 0.33, 0.01) };
  return together(
    usage(name, 'Input tokens per month', canBeLeftOut ? { instead: none } : {}),
    usage(name, 'Growth'),
    usage(name, 'Growth rate'),
    usage(name, 'Saturation multiple'),
    usage(name, 'Logistic rate'),
    usage(name, 'Cache read share', share),
    usage(name, 'Cache write share', { ...share, ...optional }),
    usage(name, 'Cache write 1h share', { ...share, ...optional }),
    usage(name, 'Output ratio', optional),
    usage(name, 'Batch share', optional),
    usage(name, 'Long-context share', optional),
    usage(name, 'Held share', held ? { values: numberIn(0.05, 1, 0.05) } : optional),
    rowFor('Growth index', name, 'Month 0'),
    sometimes(together(rowFor('Growth index', name, 'Month 3'), rowFor('Growth index', name, 'Month 14'))),
    sometimes(
      together(
        ...MONTHS.map((month) => rowFor('Seasonality', name, month, { values: numberIn(0.1, 2, 0.1) })),
      ),
    ),
  );
};

const tariff = (name: 'Reserved' | 'Counterfactual'): fc.Arbitrary<DraftRow | DraftRow[]>[] => {
  const own = section(name);
  const steps = [dayIn(-500, 30), dayIn(62, 180), dayIn(200, 600)];
  const units = (day: fc.Arbitrary<RelativeDay>): Rows =>
    day.chain((from) => own(from, 'Units').map((row) => [row]));
  return [
    own('', 'Start', { values: dayIn(-500, 31) }),
    own('', 'Rate'),
    own('', 'Tokens per unit-hour', { values: numberIn(0, 1e6, 1e4) }),
    own('', 'Rate basis', optional),
    sometimes(together(own('', 'Hours per month', { instead: none }))),
    own('', 'Escalator', { ...optional, values: numberIn(-0.3, 0.5, 0.01) }),
    own('', 'Maximum utilisation', optional),
    // The normal distribution to 40 digits costs as much as all the rest of a month.
    sometimes(together(own('', 'Load variation')), 1, 19),
    ...steps.map((day, place) => (place === 0 ? units(day) : sometimes(units(day)))),
  ];
};

const reserved = (): Rows => {
  const own = section('Reserved');
  return together(
    ...tariff('Reserved'),
    own('', 'End', { values: dayIn(341, 900), ...optional, instead: none }),
    sometimes(together(own('', 'Early end', { values: dayIn(62, 340), ...optional, instead: none })), 1, 2),
    own('', 'Upfront share', optional),
    own('', 'Upfront discount', optional),
    own('', 'Termination fee share', optional),
  );
};

const price = section('Token price');
const tokenPrices: Rows = together(
  ...TOKEN_CLASSES.map((tokenClass) => price(tokenClass, 'Price')),
  price('', 'Batch multiplier', optional),
  // A fall of all of the price within reach of a response to it would make the volume endless.
  price('', 'Price decline', { ...optional, values: numberIn(-0.5, 0.8, 0.05) }),
  price('', 'Price base', { values: dayIn(-400, 400) }),
  price('', 'Price step', { ...optional, values: fc.constantFrom(0, 1, 3, 6, 12) }),
  price('', 'Price floor', { ...optional, values: numberIn(0, 0.9, 0.1) }),
  price('', 'Negotiated discount', optional),
  price('', 'Regional multiplier', optional),
  price('', 'Priority multiplier', optional),
  price('', 'Long-context input multiplier', optional),
  price('', 'Long-context output multiplier', optional),
);

const BOUNDS = [
  [500, 20_000],
  [20_100, 100_000],
  [100_100, 1_000_000],
] as const;

/** Up to four tiers whose bounds rise whatever a scenario takes. */
const tiers: Rows = fc.integer({ min: 1, max: 4 }).chain((count) => {
  const own = section('Discount tier');
  const numbers = Array.from({ length: count }, (_none, place) => place);
  return together(
    own('', 'Mode', optional),
    own('', 'Basis', optional),
    perhapsOnlyInScenario(
      together(
        ...numbers.map((place) => own(String(place + 1), 'Multiplier', { values: numberIn(0, 1.2, 0.05) })),
        ...numbers.slice(0, -1).map((place) => {
          const [least, most] = BOUNDS[place] ?? [0, 0];
          return own(String(place + 1), 'Up to', { values: numberIn(least, most, 100) });
        }),
      ),
    ),
  );
});

const commitment: Rows = fc.integer({ min: 1, max: 5 }).chain((years) => {
  const own = section('Commitment');
  return together(
    own('', 'True-up', optional),
    own('', 'Overage factor', optional),
    own('', 'Window', optional),
    perhapsOnlyInScenario(
      together(...Array.from({ length: years }, (_none, place) => own(String(place + 1), 'Amount'))),
    ),
  );
});

const takeOrPay: Rows = fc.integer({ min: 1, max: 4 }).chain((years) => {
  const own = section('Take-or-pay');
  const relief = { values: numberIn(0, 1e9, 1e7), ...optional };
  const year = (item: string): Rows =>
    together(
      own(item, 'Quantity', { values: numberIn(0, 4e10, 1e8) }),
      own(item, 'Maintenance', relief),
      own(item, 'Force majeure', relief),
      own(item, 'Vendor shortfall', relief),
      own(item, 'Permitted reduction', relief),
    );
  return together(
    own('', 'Share'),
    own('', 'Price'),
    own('', 'Make-up years', optional),
    own('', 'Make-up price', optional),
    own('', 'Carry-forward cap', optional),
    own('', 'Carry-forward years', optional),
    perhapsOnlyInScenario(
      together(...Array.from({ length: years }, (_none, place) => year(String(place + 1)))),
    ),
  );
});

const lots: Rows = (() => {
  const own = section('Prepaid lot');
  // Lots expire in one order in all scenarios, so their spans do not overlap; the last may never expire.
  const lot = (name: string, from: number, to: number, expiry: CellOptions): Rows =>
    perhapsOnlyInScenario(
      together(
        own(name, 'Date', { values: dayIn(from, to) }),
        own(name, 'Paid', { values: numberIn(0, 60_000, 10), instead: none }),
        own(name, 'Credits', { values: numberIn(10, 60_000, 10) }),
        own(name, 'Expiry', expiry),
        own(name, 'Rollover cap', { ...optional, values: numberIn(0, 20_000, 10) }),
        own(name, 'Rollover months', { ...optional, values: numberIn(0, 6) }),
      ),
    );
  return together(
    lot('L1', -90, 90, { values: dayIn(93, 150) }),
    sometimes(lot('L2', 0, 180, { values: dayIn(186, 400) })),
    sometimes(lot('L3', 0, 300, { values: dayIn(403, 900), ...optional })),
  );
})();

const holdsWith = (dispositions: readonly string[]): Rows => {
  const own = section('Hold');
  const hold = (name: string, from: number, between: number, to: number): Rows =>
    together(
      own(name, 'From', { values: dayIn(from, between), ...(name === 'H1' ? {} : { instead: none }) }),
      own(name, 'To', { values: dayIn(between + 3, to) }),
      own(name, 'Disposition', { values: fc.constantFrom(...dispositions) }),
      own(name, 'Price factor', optional),
      own(name, 'Relief'),
      own(name, 'Credit rate', optional),
    );
  return together(hold('H1', 0, 150, 300), sometimes(hold('H2', 303, 400, 700)));
};

const vendor = (name: string, instead?: fc.Arbitrary<DraftCell>): Rows => {
  const own = section('Vendor');
  return together(
    own(name, 'Start', { values: dayIn(-90, 200) }),
    own(name, 'Full', { values: dayIn(217, 500), ...optional, instead: none }),
    own(name, 'Share', { values: numberIn(0, 0.5, 0.01), ...(instead ? { instead } : {}) }),
    own(name, 'Price factor', optional),
    own(name, 'Commitment', optional),
    sometimes(together(...TOKEN_CLASSES.map((tokenClass) => own(name, `${tokenClass} price`)))),
  );
};

const tool = (name: string, vendors: readonly string[]): Rows => {
  const own = section('Seat tool');
  return perhapsOnlyInScenario(
    together(
      own(name, 'Seats', { instead: none }),
      own(name, 'Price per seat-month', { values: numberIn(0, 200, 0.01) }),
      own(name, 'Start', { values: dayIn(-60, 200), ...optional }),
      own(name, 'End', { values: dayIn(217, 500), ...optional, instead: none }),
    ),
  ).chain((rows) =>
    // Who bills a tool is said in Base, which must then have the tool.
    rows.some(({ term, cells }) => term === 'Seats' && cells[0] === '')
      ? fc.constant(rows)
      : own(name, 'Vendor', { values: fc.constantFrom('', ...vendors), sameForAll: true }).map((row) => [
          ...rows,
          row,
        ]),
  );
};

/** None, one or two further vendors, what they bill for seats, and holds that may move volume to them. */
const parties: fc.Arbitrary<{ rows: DraftRow[]; hasHolds: boolean }> = fc
  .constantFrom<string[][]>([], ['B'], ['B', 'C'])
  .chain((names) => {
    const dispositions = ['Substitute', 'Lost', ...(names.length > 0 ? ['Second vendor'] : [])];
    const only = names.length === 1;
    return fc
      .tuple(
        together(...names.map((name) => vendor(name, only || name === 'C' ? undefined : none))),
        sometimes(tool('Claude Code', names)),
        sometimes(tool('Codex', names)),
        sometimes(holdsWith(dispositions)),
      )
      .map(([vendors, first, second, held]) => ({
        rows: [...vendors, ...first, ...second, ...held],
        hasHolds: held.length > 0,
      }));
  });

const tranches: Rows = fc.integer({ min: 1, max: 4 }).chain((count) => {
  const own = section('Tranche');
  const tranche = (name: string): Rows =>
    together(
      own(name, 'Date', { values: dayIn(-400, 900) }),
      own(name, 'Amount', { values: numberIn(0, 5e6, 1000), instead: none }),
      own(name, 'Kind'),
      own(name, 'Probability', { values: numberIn(0.01, 1, 0.01) }),
    );
  return together(
    own('', 'Mode', optional),
    own('', 'Recirculated share', optional),
    own('', 'Recirculation months', { ...optional, values: numberIn(0, 30) }),
    ...Array.from({ length: count }, (_none, place) => tranche(`T${place + 1}`)),
  );
});

const behaviour: Rows = (() => {
  const own = section('Behaviour');
  return together(
    sometimes(
      together(
        own('', 'Regime start', { values: dayIn(-200, 500) }),
        own('', 'Efficiency cut'),
        own('', 'Half-life', optional),
      ),
      2,
      1,
    ),
    own('', 'Price elasticity', optional),
  );
})();

/** Ends of months are where calendars differ, so they come up as often as all other days. */
const START = fc
  .record({
    year: fc.integer({ min: 2024, max: 2031 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 28 }), fc.constantFrom(29, 30, 31)),
  })
  .map(({ year, month, day }) => {
    const first = dayOf(year, month, 1);
    return first + Math.min(day, daysInMonth(first)) - 1;
  });

const horizon: fc.Arbitrary<DraftCell> = fc.oneof(
  { weight: 24, arbitrary: numberIn(1, 8) },
  { weight: 10, arbitrary: numberIn(9, 18) },
  { weight: 1, arbitrary: numberIn(19, 72) },
);

const shortHorizon: fc.Arbitrary<DraftCell> = fc.oneof(
  { weight: 9, arbitrary: numberIn(1, 4) },
  { weight: 1, arbitrary: numberIn(12, 15) },
);

const modelFor = (months: fc.Arbitrary<DraftCell>): Rows => {
  const own = section('Model');
  return together(
    own('', 'Horizon', { values: months }),
    own('', 'As of', { values: dayIn(-300, 300), ...optional }),
    own('', 'Discount rate', { ...optional, values: numberIn(-0.1, 0.4, 0.01) }),
    own('', 'Discount timing', optional),
    sometimes(together(own('', 'Invoice rounding'), own('', 'Invoice digits', optional)), 1, 2),
  );
};

/** Scenarios that are decided later than the model starts. */
const decisions: Rows = fc
  .tuple(...Array.from({ length: COLUMNS - 1 }, () => fc.oneof(blank, blank, dayIn(0, 300))))
  .map((cells) => [{ section: 'Scenario', item: '', term: 'Decided on', cells: ['', ...cells] }]);

const transition: Rows = together(
  rowFor('Transition', '', 'Cutover', {
    values: fc.oneof(
      { weight: 5, arbitrary: dayIn(0, 120) },
      { weight: 2, arbitrary: dayIn(0, 400) },
      { weight: 1, arbitrary: none },
    ),
    instead: none,
  }),
  rowFor('Transition', '', 'Phase-in', optional),
);

export interface DraftChoices {
  readonly decided?: boolean;
  /** Few months and products: for properties that vary a table, where each costs evaluations of its own. */
  readonly short?: boolean;
}

const variation: fc.Arbitrary<Variation> = fc.record({
  days: numberIn(1, 90),
  months: numberIn(1, 5),
  rate: numberIn(-0.3, 0.6, 0.01),
});

function drafts({ decided = false, short = false }: DraftChoices): fc.Arbitrary<Draft> {
  const sections = fc.tuple(
    modelFor(short ? shortHorizon : horizon),
    behaviour,
    transition,
    sometimes(perhapsOnlyInScenario(reserved()), 3, 1),
    sometimes(together(...tariff('Counterfactual')), 2, 1),
    together(...TOKEN_CLASSES.map((tokenClass) => rowFor('Burn-down', tokenClass, 'Weight'))),
    tokenPrices,
    sometimes(tiers, 2, 1),
    sometimes(commitment),
    sometimes(takeOrPay, 1, 3),
    sometimes(lots, 1, 2),
    sometimes(tranches),
  );
  const named = parties.chain(({ rows, hasHolds }) =>
    fc
      .integer({ min: 1, max: short ? 2 : 3 })
      .chain((count) =>
        together(
          ...['Kiro', 'Quick', 'Alexa']
            .slice(0, count)
            .map((name, place) => product(name, place > 0, hasHolds && place === 0)),
        ),
      )
      .map((products) => [...products, ...rows]),
  );
  return fc
    .record({
      start: START,
      scenarios: fc.constantFrom([], ['Late'], ['Late', 'Lean']),
      named,
      sections,
      by: variation,
      decided: decided ? decisions : nothing,
    })
    .map(({ start, scenarios, named, sections, by, decided: dates }) => ({
      scenarios,
      by,
      rows: withDates(start, scenarios.length + 1, [...sections.flat(), ...named, ...dates]),
    }));
}

function withDates(start: number, columns: number, rows: readonly DraftRow[]): Row[] {
  const day = (at: RelativeDay): number => ('days' in at ? start + at.days : addMonths(start, at.months));
  const cell = (value: DraftCell): Cell => (typeof value === 'object' ? day(value) : value);
  const first: Row = {
    section: 'Model',
    item: '',
    term: 'Start',
    cells: [start, ...Array.from({ length: columns - 1 }, () => '')],
  };
  const others = rows.map(({ item, cells, ...row }) => ({
    ...row,
    item: typeof item === 'object' ? isoText(day(item)) : item,
    cells: cells.slice(0, columns).map(cell),
  }));
  return [first, ...others.filter(({ cells }) => cells.some((value) => value !== ''))];
}

/** Tables of every kind that the catalogue allows, without a scenario that is decided later. */
export const contractDrafts: fc.Arbitrary<Draft> = drafts({});
/** The same, of a few months. */
export const shortDrafts: fc.Arbitrary<Draft> = drafts({ short: true });
/** The same with scenarios whose terms act from a day on. */
export const decidedDrafts: fc.Arbitrary<Draft> = drafts({ decided: true, short: true }).filter(
  ({ scenarios }) => scenarios.length > 0,
);
