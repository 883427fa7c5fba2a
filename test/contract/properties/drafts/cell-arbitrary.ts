import { Refusal } from '../../../../src/base/refusal';
import fc from 'fast-check';
import type { TermDefinition } from '../../../../src/terms/catalogue/catalogue';
import { identify } from '../../../../src/terms/table/identity';

/** A day told from the model start, so that a table shrinks to an early and simple date. */
export type RelativeDay = { readonly days: number } | { readonly months: number };
/** What stands in a cell before the model start is known. */
export type DraftCell = number | string | RelativeDay;

/** A row of a table to be: Base first, then the scenarios; empty text says nothing. */
export interface DraftRow {
  readonly section: string;
  readonly item: string | RelativeDay;
  readonly term: string;
  readonly cells: readonly DraftCell[];
}

/** Base and the most scenarios that a generated table has. */
export const COLUMNS = 3;

export const blank = fc.constant('');
export const none = fc.constant('None');
export const numberIn = (low: number, high: number, step = 1): fc.Arbitrary<number> =>
  fc.integer({ min: Math.round(low / step), max: Math.round(high / step) }).map((n) => {
    const places = Math.max(0, -Math.floor(Math.log10(step)));
    return Number((n * step).toFixed(places));
  });

/** Days from the model start, as often as not on a whole number of months. */
export const dayIn = (low: number, high: number): fc.Arbitrary<RelativeDay> =>
  fc.oneof(
    fc.record({ days: fc.integer({ min: low, max: high }) }),
    // 31 days at most to a month, so that no month count leaves the span.
    fc.record({ months: fc.integer({ min: Math.ceil(low / 28), max: Math.floor(high / 31) }) }),
  );

/** Figures of the size that contracts have, by unit: least, most, step. The catalogue's own limits come first. */
const SIZES: Readonly<Record<string, readonly [number, number, number]>> = {
  currency: [0, 400_000, 100],
  'currency per unit and basis': [0, 60, 0.25],
  'currency per million tokens': [0, 20, 0.05],
  'per year': [-0.4, 1.5, 0.01],
  'per year or month': [-0.2, 0.9, 0.01],
  'per month': [0, 0.4, 0.01],
  factor: [0.1, 3, 0.05],
  tokens: [0, 4e9, 1e6],
  'tokens per token': [0, 2, 0.05],
  'input-equivalent tokens': [0, 6, 0.05],
  units: [0, 12, 1],
  seats: [0, 200, 1],
  months: [1, 18, 1],
  days: [0, 200, 1],
  hours: [600, 744, 1],
  years: [0, 3, 1],
  digits: [0, 4, 1],
  elasticity: [-1.5, 0, 0.1],
  cv: [0, 1.5, 0.1],
  share: [0, 1, 0.01],
};

export function definitionOf(section: string, term: string): TermDefinition {
  const found = identify(section, term);
  if (found instanceof Refusal) throw new Error(found.sentence);
  return found.definition;
}

/** What the catalogue lets a term hold. */
function valueOf({ section, term, rule, unit }: TermDefinition): fc.Arbitrary<DraftCell> {
  switch (rule.type) {
    case 'choice':
      return fc.constantFrom(...rule.choices);
    case 'number':
    case 'share': {
      const size = SIZES[unit];
      if (!size)
        throw new Error(
          `The unit ${unit} of ${section} | ${term} is new: say how large such figures are in SIZES, test/contract/properties/drafts/cell-arbitrary.ts.`,
        );
      const [least, most, step] = size;
      const low = Math.max(least, rule.min ?? least, rule.above === undefined ? least : rule.above + step);
      const high = Math.min(most, rule.max ?? most);
      return numberIn(low, high, step);
    }
    case 'text':
      return fc.constantFrom('A', 'B');
    case 'date':
      throw new Error(
        `${section} | ${term} is a date: say between which days, in the file of test/contract/properties/drafts that has section('${section}').`,
      );
  }
}

export interface CellOptions {
  readonly values?: fc.Arbitrary<DraftCell>;
  /** A cell that a scenario may have instead, such as None. */
  readonly instead?: fc.Arbitrary<DraftCell>;
  /** Base may say nothing, and the default of the catalogue holds. */
  readonly optional?: boolean;
  /** Scenarios always inherit. */
  readonly sameForAll?: boolean;
}

/** A row of a term with values from the catalogue; a scenario has one of its own now and then. */
export function rowFor(
  section: string,
  item: string | RelativeDay,
  term: string,
  { values, instead, optional = false, sameForAll = false }: CellOptions = {},
): fc.Arbitrary<DraftRow> {
  const value = values ?? valueOf(definitionOf(section, term));
  const base = optional ? fc.oneof({ weight: 2, arbitrary: value }, { weight: 1, arbitrary: blank }) : value;
  const own = fc.oneof(
    { weight: 12, arbitrary: blank },
    { weight: 1, arbitrary: value },
    ...(instead ? [{ weight: 1, arbitrary: instead }] : []),
  );
  const scenario = sameForAll ? blank : own;
  return fc.tuple(base, scenario, scenario).map((cells): DraftRow => ({ section, item, term, cells }));
}
