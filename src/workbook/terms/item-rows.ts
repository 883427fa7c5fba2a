import { cellOf } from '../../base/cell';
import { plain } from '../../base/nearest';
import { Refusal } from '../../base/refusal';
import { type PlacedRow, type TermPlaces, placesOf } from '../../terms/table/places';
import { runInTurn } from './in-turn';
import { type LocatedTerms, NO_TABLE, locateTerms, protectedSentence } from './terms-sheet';

/** A product is spoken of in more than one section: all its rows go together. */
const ALSO_IN: Readonly<Record<string, readonly string[]>> = { Usage: ['Growth index', 'Seasonality'] };

export type DeleteReport =
  | { readonly done: true; readonly sentence: string }
  | { readonly done: false; readonly sentence: string }
  /** Nothing was deleted yet: ask the person, then call again with `confirmed`. */
  | { readonly done: false; readonly question: string; readonly sentence: string };

/**
 * Deletes the rows of an item, such as a tranche, a tier or a product, from the table, in all its scenarios. Rows that
 * hold values are asked about first.
 */
export function deleteItem(
  section: string,
  item: string,
  { confirmed = false }: { readonly confirmed?: boolean } = {},
): Promise<DeleteReport> {
  return runInTurn(async (context) => {
    const located = await locateTerms(context);
    if (!located) return { done: false, sentence: NO_TABLE };
    const places = placesOf(located.values);
    if (places instanceof Refusal) return { done: false, sentence: places.sentence };
    const rows = rowsOfItem(places, section, item);
    const name = `${section} | ${item}`;
    if (rows.length === 0) {
      return { done: false, sentence: `The Terms table has no rows of ${name} any more.` };
    }
    const { table } = located;
    if (!table) {
      return {
        done: false,
        sentence: `The name Terms stands for plain cells, not for a table: delete the ${counted(rows.length)} of ${name} by hand.`,
      };
    }
    if (located.isProtected) return { done: false, sentence: protectedSentence(located) };
    const users = scenariosWithValues(located, places, rows);
    if (users.length > 0 && !confirmed) {
      const question = `Delete ${name}, ${counted(rows.length)}, in all scenarios? It has values in ${listed(users)}.`;
      return { done: false, question, sentence: question };
    }
    // From below, so that deleting one leaves the places of the others; row 0 of a table is the one below its header.
    for (const { row } of [...rows].sort((a, b) => b.row - a.row)) table.rows.getItemAt(row - 1).delete();
    await context.sync();
    return { done: true, sentence: `Deleted ${name}, ${counted(rows.length)}.` };
  });
}

/** The rows of one item, in every section that speaks of it. */
export function rowsOfItem(places: TermPlaces, section: string, item: string): readonly PlacedRow[] {
  const sections = [section, ...(ALSO_IN[section] ?? [])];
  return places.rows.filter(
    (row) => item !== '' && sections.includes(row.definition.section) && plain(row.item) === plain(item),
  );
}

function scenariosWithValues(
  { values }: LocatedTerms,
  { header }: TermPlaces,
  rows: readonly PlacedRow[],
): string[] {
  return header.scenarios
    .filter(({ column }) => rows.some(({ row }) => cellOf(values[row]?.[column]).holds !== 'blank'))
    .map(({ name }) => name);
}

const counted = (count: number): string => (count === 1 ? '1 row' : `${count} rows`);

const MOST_LISTED = 4;

function listed(names: readonly string[]): string {
  const more = names.length - MOST_LISTED;
  const shown = more > 1 ? [...names.slice(0, MOST_LISTED), `${more} more scenarios`] : names;
  const last = shown.at(-1) ?? '';
  return shown.length < 2 ? last : `${shown.slice(0, -1).join(', ')} and ${last}`;
}
