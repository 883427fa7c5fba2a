/**
 * The names that may be chosen in the cell Scenario: the headers from Base to the last scenario, as a range, so that
 * names may hold commas and the list follows a header that is typed over.
 *
 * @param header the row of the table's headers
 * @param first, last columns of the table, from 0
 */
export function offerColumns(cell: Excel.Range, header: Excel.Range, first: number, last: number): void {
  const names = header.getCell(0, first).getBoundingRect(header.getCell(0, last));
  cell.dataValidation.rule = { list: { inCellDropDown: true, source: names } };
}
