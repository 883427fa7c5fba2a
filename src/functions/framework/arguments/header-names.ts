import { cellOf } from '../../../base/cell';
import { plain } from '../../../base/nearest';

/** For each column of a range the headings under which people have it, beside its own name. */
export type HeaderNames = Readonly<Record<string, readonly string[]>>;

export const CARD_HEADINGS: HeaderNames = {
  'up to': [
    'to',
    'upto',
    'last unit',
    'last',
    'max',
    'maximum',
    'upper bound',
    'upper limit',
    'limit',
    'until',
    'bound',
    'package size',
    'units per package',
  ],
  'unit price': [
    'price',
    'rate',
    'unit rate',
    'unit cost',
    'price per unit',
    'cost per unit',
    'per unit',
    'price per package',
  ],
  'flat fee': ['fee', 'flat', 'fixed fee', 'fixed', 'fixed price', 'flat price', 'base fee', 'entry fee'],
  'first unit': ['from', 'first', 'min', 'minimum', 'lower bound', 'above', 'start'],
};

export const TOKEN_CARD_HEADINGS: HeaderNames = {
  'up to': CARD_HEADINGS['up to'] ?? [],
  price: ['unit price', 'rate', 'price per million', 'price per million tokens', 'per million', 'unit rate'],
  'flat fee': CARD_HEADINGS['flat fee'] ?? [],
  'first unit': CARD_HEADINGS['first unit'] ?? [],
};

export const UNIT_STEP_HEADINGS: HeaderNames = {
  date: ['from', 'start', 'start date', 'from date', 'effective', 'effective date', 'effective from', 'day'],
  units: ['unit', 'quantity', 'number of units', 'count', 'ptu', 'ptus', 'gsu', 'gsus'],
};

export const TRANCHE_HEADINGS: HeaderNames = {
  id: ['name', 'tranche', 'item'],
  date: ['day', 'due', 'due date', 'payment date', 'when'],
  amount: ['value', 'size', 'payment'],
  kind: ['type', 'status', 'state'],
  probability: ['likelihood', 'chance', 'odds', 'p'],
};

/** A heading without its unit in brackets, its colon and its underscores: "Unit_price (USD):". */
export function bareHeading(heading: string): string {
  const bracket = heading.search(/[([,]/);
  const bare = bracket > 0 ? heading.slice(0, bracket) : heading;
  return plain(bare.replace(/[_:*]/g, ' ')).trim();
}

/** The column that a heading names. */
export function columnNamed(
  heading: string,
  columns: readonly string[],
  headings: HeaderNames,
): string | undefined {
  const said = bareHeading(heading);
  const own = columns.find((name) => plain(name) === said);
  return own ?? Object.keys(headings).find((name) => name === said || headings[name]?.includes(said));
}

/**
 * Whether the columns of a range stand in the order of their definition. A formula that takes the place of a call looks
 * at them by their place.
 */
export function standsInOrder(
  rows: readonly (readonly unknown[])[],
  columns: readonly string[],
  headings: HeaderNames,
): boolean {
  const header = rows.find((row) => row.some((value) => cellOf(value).holds !== 'blank')) ?? [];
  const names = header.map((value) => {
    const cell = cellOf(value);
    return cell.holds === 'text' ? columnNamed(cell.value, columns, headings) : undefined;
  });
  return names.every((name, index) => name === undefined || name === columns[index]);
}
