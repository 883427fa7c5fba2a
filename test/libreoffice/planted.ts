import { dayFromIso } from '../../src/base/calendar';
import { METERED, RESERVED, type ShortRow } from '../contract/lines/contract-of';
import { rowsOfDeltas } from '../contract/lines/deltas';

/** Contracts whose figures meet a half, a bound or one another exactly, and what their lines come to by hand. */
export interface Planted {
  readonly what: string;
  readonly rows: readonly ShortRow[];
  readonly lines: Readonly<Record<string, readonly number[]>>;
}

const NOTHING: readonly ShortRow[] = [
  ['Model', '', 'Start', '2027-01-01'],
  ['Model', '', 'Horizon', 3],
  ['Usage', 'Chat', 'Input tokens per month', 0],
];

type Mode = 'Half away' | 'Half even';

/** So many seats at a price, invoiced for January, February and March 2027. */
const seats = (
  count: number,
  price: number,
  mode: Mode,
  digits: number,
  invoiced: readonly number[],
  ...more: ShortRow[]
): Planted => ({
  what: `${count} seats at ${price}, ${mode.toLowerCase()} to ${digits} digits ${more.map((row) => row.slice(2).join(' ')).join(', ')}`,
  rows: [
    ...NOTHING,
    ['Model', '', 'Invoice rounding', mode],
    ['Model', '', 'Invoice digits', digits],
    ['Seat tool', 'Codex', 'Seats', count],
    ['Seat tool', 'Codex', 'Price per seat-month', price],
    ...more,
  ],
  lines: { 'invoice.tool[Codex]': invoiced },
});

const always = (value: number): number[] => [value, value, value];

const TIES: readonly Planted[] = [
  // 5 × 10.001 = 50.005; 50.00 is even. 7 × 1.145 = 8.015; 8.02 is even. 8.325 is 8.324999… in doubles.
  seats(5, 10.001, 'Half away', 2, always(50.01)),
  seats(5, 10.001, 'Half even', 2, always(50)),
  seats(7, 1.145, 'Half away', 2, always(8.02)),
  seats(7, 1.145, 'Half even', 2, always(8.02)),
  seats(1, 8.325, 'Half away', 2, always(8.33)),
  seats(1, 8.325, 'Half even', 2, always(8.32)),
  // 3 × 0.35 = 1.05 lies above the tie in doubles, 9 × 0.05 = 0.45 below it.
  seats(3, 0.35, 'Half away', 1, always(1.1)),
  seats(3, 0.35, 'Half even', 1, always(1)),
  seats(9, 0.05, 'Half away', 1, always(0.5)),
  seats(9, 0.05, 'Half even', 1, always(0.4)),
  seats(5, 2.1, 'Half away', 0, always(11)),
  seats(5, 2.1, 'Half even', 0, always(10)),
  seats(1, 1.0000005, 'Half away', 6, always(1.000001)),
  seats(1, 1.0000005, 'Half even', 6, always(1)),
  // Millions: 123,457 × 83.005 = 10,247,548.285.
  seats(123_457, 83.005, 'Half away', 2, always(10_247_548.29)),
  seats(123_457, 83.005, 'Half even', 2, always(10_247_548.28)),
  // What is near a tie and none: a millionth of a cent below and above.
  seats(1, 50.00499999, 'Half away', 2, always(50)),
  seats(1, 50.00500001, 'Half even', 2, always(50.01)),
  // From the 15th: half of February, which has 28 days, at 30.01 = 15.005.
  seats(1, 30.01, 'Half away', 2, [0, 15.01, 30.01], ['Seat tool', 'Codex', 'Start', '2027-02-15']),
  seats(1, 30.01, 'Half even', 2, [0, 15, 30.01], ['Seat tool', 'Codex', 'Start', '2027-02-15']),
];

/** 9 × 54.5 ÷ 12 = 40.875: the twelfth falls short of it wherever digits end, those of the engine too. */
const yearly = (mode: Mode, digits: number, invoiced: number): Planted => ({
  what: `a twelfth of a yearly fee, ${mode.toLowerCase()} to ${digits} digits`,
  rows: [
    ...RESERVED,
    ['Model', '', 'Horizon', 3],
    ['Model', '', 'Invoice rounding', mode],
    ['Model', '', 'Invoice digits', digits],
    ['Reserved', '', 'Rate basis', 'Year'],
    ['Reserved', '', 'Rate', 54.5],
    ['Reserved', '2027-01-01', 'Units', 9],
  ],
  lines: { 'invoice.reserved recurring': always(invoiced) },
});

const TWELFTHS = [yearly('Half away', 2, 40.88), yearly('Half even', 2, 40.88)];

/** Twelve months of 15.005: to date, a year's spend is many times the month's. */
const METERED_TIE: Planted = {
  what: 'a metered month of half a cent, from the year to date',
  rows: [
    ...METERED,
    ['Model', '', 'Invoice rounding', 'Half even'],
    ['Usage', 'Chat', 'Input tokens per month', 3_001_000],
    ['Token price', 'Input', 'Price', 5],
    ['Discount tier', '1', 'Up to', 1e6],
    ['Discount tier', '1', 'Multiplier', 1],
    ['Discount tier', '2', 'Multiplier', 0.5],
  ],
  lines: { 'invoice.token[Chat]': Array.from({ length: 12 }, () => 15) },
};

/** Spend of 1,100.1 and 2,200.2 and 3,300.3: in doubles the third is 3,300.2999999999997 or a hair above the bound. */
const volumeTier = (price: number, bound: number, net: readonly number[]): Planted => ({
  what: `a volume tier up to ${bound}, reached exactly by months of ${price * 1000}`,
  rows: [
    ...METERED,
    ['Model', '', 'Horizon', 4],
    ['Token price', 'Input', 'Price', price],
    ['Discount tier', '', 'Mode', 'Volume'],
    ['Discount tier', '1', 'Up to', bound],
    ['Discount tier', '1', 'Multiplier', 1],
    ['Discount tier', '2', 'Multiplier', 0.5],
  ],
  lines: { 'token.net': net },
});

const BOUNDS: readonly Planted[] = [
  // 0.1 + 0.1 + 0.1 is above 0.3 in doubles. The fourth month: half of 0.4, less 0.3.
  volumeTier(0.0001, 0.3, [0.1, 0.1, 0.1, -0.1]),
  volumeTier(1.1001, 3300.3, [1100.1, 1100.1, 1100.1, -1100.1]),
  volumeTier(0.0007, 2.1, [0.7, 0.7, 0.7, -0.7]),
];

const demand = 1e9;
const small = (...more: ShortRow[]): ShortRow[] => [
  ...RESERVED,
  ['Model', '', 'Horizon', 1],
  ['Reserved', '', 'Tokens per unit-hour', 0.000_3],
  ...more,
];

const CANCELLATION: readonly Planted[] = [
  {
    // 2 units × 744 hours × 0.0003 tokens.
    what: `a load of ${demand} tokens on a capacity of half a token`,
    rows: small(),
    lines: { 'reserved.capacity': [0.4464], 'reserved.served': [0.4464], 'reserved.utilisation': [1] },
  },
  {
    what: 'the same where the load varies',
    rows: small(['Reserved', '', 'Load variation', 0.2]),
    lines: { 'reserved.served': [0.4464], 'reserved.utilisation': [1] },
  },
  {
    what: 'vendors that leave nothing to the first: 0.6, 0.3 and 0.1',
    rows: [
      ...METERED,
      ['Model', '', 'Horizon', 1],
      ...[0.6, 0.3, 0.1].flatMap((share, place): ShortRow[] => [
        ['Vendor', `V${place}`, 'Share', share],
        ['Vendor', `V${place}`, 'Start', '2027-01-01'],
      ]),
    ],
    lines: { 'vendor.share': [0], 'token.net': [0], 'vendor.cost': [2000] },
  },
  {
    // 0.1 + 0.2 − 0.3 is 0, and the crossing comes with the first moment of April: 2027-04-01.
    what: 'a cumulative delta of 0 after 0.1, 0.2 and −0.3',
    rows: rowsOfDeltas(0.1, 0.2, -0.3, -0.4),
    lines: {
      'crossing.cumulative[billed]': [0.1, 0.3, 0, -0.4],
      'crossing.date[billed]': [0, 0, 0, dayFromIso('2027-04-01') ?? 0],
      'crossing.direction[billed]': [0, 0, 0, -1],
    },
  },
  {
    what: 'a cumulative delta of 0 after millions and tenths of a cent',
    rows: rowsOfDeltas(1_234_567.891, 0.109, -1_234_568, 5),
    lines: {
      'crossing.cumulative[effective]': [1_234_567.891, 1_234_568, 0, 5],
      'crossing.direction[effective]': [0, 0, 0, 0],
    },
  },
];

export const PLANTED: readonly Planted[] = [...TIES, ...TWELFTHS, METERED_TIE, ...BOUNDS, ...CANCELLATION];
