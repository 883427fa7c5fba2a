import { Refusal } from '../../base/refusal';
import { placesOf } from '../../terms/table/places';
import { readBatch } from '../excel/excel-batch';
import { identityText } from '../../terms/table/identity';
import { NO_TABLE, locateTerms } from './terms-sheet';
import { done, type Outcome } from '../step-outcome';

/**
 * Shows a term in the sheet: its cell in a column of values, or else in the column Term.
 * @param column Base, the name of a scenario, or another header
 */
export function selectTerm(section: string, item: string, term: string, column = 'Term'): Promise<Outcome> {
  return readBatch(async (context) => {
    const located = await locateTerms(context);
    if (!located) return new Refusal(NO_TABLE);
    const { range, sheet, values } = located;
    const places = placesOf(values);
    if (places instanceof Refusal) return places;
    const row = places.row(section, item, term);
    const name = identityText(section, item, term);
    if (row === undefined) return new Refusal(`The Terms table has no row for ${name}.`);
    sheet.activate();
    range.getCell(row, places.column(column) ?? places.column('Term') ?? 0).select();
    await context.sync();
    return done(`Selected ${name}.`);
  });
}
