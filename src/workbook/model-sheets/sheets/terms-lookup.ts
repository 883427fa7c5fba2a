import type { TermOfSection } from '../../../terms/catalogue/term-name';
import type { ColumnName } from '../../../terms/table/columns';

/** Formulas that read the Terms table by section, item and term, so that it may be sorted, filtered and moved. */

const literal = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** A number or a date in force; 0 where the table has none. @param item a formula's operand */
export const liveNumber = (...[section, term, item]: [...TermOfSection, item?: string]): string =>
  `SUMIFS(TermsTable[Live],TermsTable[Section],${literal(section)}${item === undefined ? '' : `,TermsTable[Item],${item}`},TermsTable[Term],${literal(term)})`;

/** What a column says in the row of a term, as text or number; blank where the table has no such row. */
export function termCell(
  column: ColumnName,
  ...[section, term, item]: [...TermOfSection, item?: string]
): string {
  const ofItem = item === undefined ? '' : `*(TermsTable[Item]=${item})`;
  const criteria = `TermsTable[Section],${literal(section)}${item === undefined ? '' : `,TermsTable[Item],${item}`},TermsTable[Term],${literal(term)}`;
  return `IF(COUNTIFS(${criteria})=0,"",INDEX(TermsTable[${column}],SUMPRODUCT((TermsTable[Section]=${literal(section)})${ofItem}*(TermsTable[Term]=${literal(term)})*(ROW(TermsTable[Term])-ROW(TermsTable[[#Headers],[Term]])))))`;
}
