import { type Area, type Zone, addressOf } from '../zone';

/**
 * The mark of a cell that was handed off. It lies over the cell's own look, which stays what it is, and it is told from
 * a person's conditional formats by its rule.
 */
const RULE = '="Handed off by Meterbook"<>""';
const MARK_FILL = '#EDE7F6';

export function addMark(sheet: Excel.Worksheet, zone: Zone): void {
  const mark = sheet.getRange(addressOf(zone)).conditionalFormats.add('Custom');
  mark.custom.rule.formula = RULE;
  mark.custom.format.fill.color = MARK_FILL;
}

/** Takes the marks away that touch some cells, and gives back those of the cells that stay handed off. */
export async function removeMarks(
  context: Excel.RequestContext,
  cells: readonly Area[],
  staying: readonly Area[] = [],
): Promise<void> {
  const sheets = new Set(cells.map(({ sheet }) => sheet));
  const found = [...sheets].map((name) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    return { name, sheet, formats: sheet.getRange().conditionalFormats.load('items/type,items/id') };
  });
  await context.sync();
  const rules = found.flatMap(({ formats }) =>
    formats.items
      .filter(({ type }) => type === 'Custom')
      .map((format) => ({ format, rule: format.custom.rule.load('formula') })),
  );
  await context.sync();
  const isMark = ({ formula }: Excel.ConditionalFormatRule): boolean =>
    formula.replaceAll(' ', '') === RULE.replaceAll(' ', '');
  for (const { format, rule } of rules) if (isMark(rule)) format.delete();
  for (const { name, sheet } of found) {
    for (const zone of rectangles(staying.filter((area) => area.sheet === name))) addMark(sheet, zone);
  }
}

/** The same cells in few rectangles: cells below each other first, then columns of the same height. */
export function rectangles(areas: readonly Zone[]): Zone[] {
  const byPlace = [...areas].sort((a, b) => a.column - b.column || a.columns - b.columns || a.row - b.row);
  const columns: Zone[] = [];
  for (const area of byPlace) {
    const last = columns.at(-1);
    const goesOn =
      last?.column === area.column && last.columns === area.columns && last.row + last.rows === area.row;
    if (last && goesOn) columns[columns.length - 1] = { ...last, rows: last.rows + area.rows };
    else columns.push(area);
  }
  const byRow = columns.sort((a, b) => a.row - b.row || a.rows - b.rows || a.column - b.column);
  const found: Zone[] = [];
  for (const area of byRow) {
    const last = found.at(-1);
    const goesOn =
      last?.row === area.row && last.rows === area.rows && last.column + last.columns === area.column;
    if (last && goesOn) found[found.length - 1] = { ...last, columns: last.columns + area.columns };
    else found.push(area);
  }
  return found;
}
