/** Colours that say that none was chosen: writing them would hide the table's own style. */
const NO_FILL = '#FFFFFF';
const NO_COLOUR = '#000000';

/** Queues reading how cells look; what differs among them comes as nothing. */
export function loadLook(range: Excel.Range): Excel.RangeFormat {
  const { format } = range;
  format.load('horizontalAlignment,columnWidth');
  format.fill.load('color');
  format.font.load('color');
  return format;
}

/** Queues giving cells a look that was read. */
export function applyLook(
  { format }: Excel.Range,
  { fill, font, horizontalAlignment }: Excel.RangeFormat,
): void {
  if (fill.color && fill.color.toUpperCase() !== NO_FILL) format.fill.color = fill.color;
  if (font.color && font.color.toUpperCase() !== NO_COLOUR) format.font.color = font.color;
  if (horizontalAlignment) format.horizontalAlignment = horizontalAlignment;
}

/** The widths of a table's columns belong to the sheet, and do not move with cells that come or go. */
export const loadWidths = (range: Excel.Range, count: number): readonly Excel.RangeFormat[] =>
  Array.from({ length: count }, (_none, column) => range.getColumn(column).format.load('columnWidth'));

/** @param widths in points, from the table's first column on */
export function applyWidths(range: Excel.Range, widths: readonly number[], from: number): void {
  for (const [column, width] of widths.entries()) {
    if (column >= from && width > 0) range.getColumn(column).format.columnWidth = width;
  }
}
