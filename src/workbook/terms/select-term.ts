import { Refusal } from '../../base/refusal';
import { placesOf } from '../../terms/table/places';
import { readBatch } from '../excel/excel-batch';
import { identityText } from '../../terms/table/identity';
import { type TermsReport, done, refused } from './report';
import { NO_TABLE, locateTerms } from './terms-sheet';

/**
 * Shows a term in the sheet: its cell in a column of values, or else in the column Term.
 * @param column Base, the name of a scenario, or another header
 */
export function selectTerm(
  section: string,
  item: string,
  term: string,
  column = 'Term',
): Promise<TermsReport> {
  return readBatch(async (context) => {
    const located = await locateTerms(context);
    if (!located) return refused(NO_TABLE);
    const { range, sheet, values } = located;
    const places = placesOf(values);
    if (places instanceof Refusal) return refused(places.sentence);
    const row = places.row(section, item, term);
    const name = identityText(section, item, term);
    if (row === undefined) return refused(`The Terms table has no row for ${name}.`);
    sheet.activate();
    range.getCell(row, places.column(column) ?? places.column('Term') ?? 0).select();
    await context.sync();
    return done(`Selected ${name}.`);
  });
}
