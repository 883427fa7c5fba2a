import { dayFromIso } from '../../../src/base/calendar';
import type { Decimal } from '../../../src/base/decimal';
import { ContractCase, type ScenarioReading } from '../properties/contract-case';

/** A row of section, item, term and Base, then scenarios; dates may be written as 2027-01-31. */
export type ShortRow = readonly [section: string, item: string, term: string, ...cells: (number | string)[]];

const serial = (cell: number | string): number | string =>
  typeof cell === 'string' ? (dayFromIso(cell) ?? cell) : cell;

/** One product of 1,000 million tokens a month at $2 per million, metered from the first day of 2027. */
export const METERED: readonly ShortRow[] = [
  ['Model', '', 'Start', '2027-01-01'],
  ['Model', '', 'Horizon', 12],
  ['Usage', 'Chat', 'Input tokens per month', 1e9],
  ['Transition', '', 'Cutover', '2027-01-01'],
  ['Token price', 'Input', 'Price', 2],
];

/** One product of 1,000 million tokens a month on reserved capacity, without a meter. */
export const RESERVED: readonly ShortRow[] = [
  ['Model', '', 'Start', '2027-01-01'],
  ['Model', '', 'Horizon', 12],
  ['Usage', 'Chat', 'Input tokens per month', 1e9],
  ['Burn-down', 'Input', 'Weight', 1],
  ['Reserved', '', 'Start', '2027-01-01'],
  ['Reserved', '', 'Rate', 10],
  ['Reserved', '', 'Tokens per unit-hour', 1e6],
  ['Reserved', '2027-01-01', 'Units', 2],
];

/** The contract of some rows; a later row takes the place of an earlier one of the same term. */
export function contractOf(...rows: ShortRow[]): ContractCase {
  const byTerm = new Map(rows.map((row) => [row.slice(0, 3).join('|'), row]));
  const width = Math.max(...rows.map((row) => row.length)) - 4;
  return new ContractCase({
    scenarios: Array.from({ length: width }, (_none, place) => `Scenario ${place + 1}`),
    rows: [...byTerm.values()].map(([section, item, term, ...cells]) => ({
      section,
      item,
      term,
      cells: Array.from({ length: width + 1 }, (_none, place) => serial(cells[place] ?? '')),
    })),
  });
}

export const baseOf = (...rows: ShortRow[]): ScenarioReading => contractOf(...rows).base;

/** The first months of a line, to ten decimals. */
export const months = (reading: ScenarioReading, id: string, count = reading.periods): number[] =>
  reading
    .series(id)
    .slice(0, count)
    .map((value) => value.toDecimalPlaces(10).toNumber());

export const number = (value: Decimal): number => value.toDecimalPlaces(10).toNumber();
