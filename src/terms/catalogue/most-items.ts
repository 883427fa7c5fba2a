import { CATALOGUE, type SectionName } from './catalogue';
import type { Problem } from '../table/problem';
import type { TermRow } from '../table/row';
import type { TermsTable } from '../table/table';

/**
 * More items than contracts have, and few enough that the lines they stand for are computed in seconds. Each tranche is
 * held against every other one; each vendor and hold against every product.
 */
const MOST_ITEMS = 500;
const FEWER: Readonly<Partial<Record<SectionName, number>>> = { Tranche: 200, Vendor: 20, Hold: 20 };

export const mostItems = (section: SectionName): number => FEWER[section] ?? MOST_ITEMS;

/** Sections with more items than a model can have: named before anything is built of them. */
export function crowdedSections(table: TermsTable, rows: readonly TermRow[]): Problem[] {
  return [...new Set(CATALOGUE.map(({ section }) => section))].flatMap((section) => {
    const count = table.items(section).length;
    const most = mostItems(section);
    if (count <= most) return [];
    const first = rows.find(({ definition, item }) => definition.section === section && item !== '');
    return [
      {
        row: first?.row ?? 1,
        column: 1,
        header: 'Item',
        sentence: `Terms, from row ${first?.row ?? 1}: the section ${section} has ${count} items and may have at most ${most}. Put small ones together, or split the table.`,
      },
    ];
  });
}
