import fc from 'fast-check';
import { CATALOGUE, type SectionName, type TermDefinition } from '../../../../src/terms/catalogue/catalogue';
import type { TermOfSection } from '../../../../src/terms/catalogue/term-name';
import { type CellOptions, type DraftRow, type RelativeDay, rowFor } from './cell-arbitrary';

export type Rows = fc.Arbitrary<DraftRow[]>;
type TermIn<Section extends SectionName> = Extract<TermOfSection, readonly [Section, string]>[1];
export const together = (...rows: fc.Arbitrary<DraftRow | DraftRow[]>[]): Rows =>
  fc.tuple(...rows).map((list) => list.flat());
export const nothing: Rows = fc.constant([]);
/** Out of so many tables, one has the rows. */
export const sometimes = (rows: Rows, present = 1, absent = 1): Rows =>
  fc.oneof({ weight: absent, arbitrary: nothing }, { weight: present, arbitrary: rows });
/** Rows that only the first scenario fills, now and then: Base knows nothing of them. */
export const perhapsOnlyInScenario = (rows: Rows): Rows =>
  fc.tuple(rows, fc.integer({ min: 0, max: 5 })).map(([list, dice]) =>
    dice > 0
      ? list
      : list.map((row) => {
          const [base = ''] = row.cells;
          return { ...row, cells: ['', base, ''] };
        }),
  );
export const optional = { optional: true };

export interface SectionRows<Section extends SectionName> {
  (item: string | RelativeDay, term: TermIn<Section>, options?: CellOptions): fc.Arbitrary<DraftRow>;
  /**
   * A row for every other term of the section that stands with such an item: those that none of the calls before it
   * has named. Their values come from the catalogue, so that a new term is generated as soon as it is there.
   * @param elsewhere terms whose rows are written in another place
   */
  rest(item: string, ...elsewhere: TermIn<Section>[]): Rows;
}

/** The rows of a section, term by term. */
export function section<Section extends SectionName>(name: Section): SectionRows<Section> {
  const named = new Set<string>();
  const row = (item: string | RelativeDay, term: TermIn<Section>, options?: CellOptions) => {
    named.add(term);
    return rowFor(name, item, term, options);
  };
  const rest = (item: string, ...elsewhere: string[]): Rows => {
    const isLeft = ({ section: of, item: kind, term, rule }: TermDefinition): boolean =>
      of === name &&
      (kind !== 'none') === (item !== '') &&
      !named.has(term) &&
      !elsewhere.includes(term) &&
      // No figure rests on a text.
      rule.type !== 'text';
    return together(
      ...CATALOGUE.filter(isLeft).map(({ term, required = false }) =>
        rowFor(name, item, term, { optional: !required }),
      ),
    );
  };
  return Object.assign(row, { rest });
}
