/** Colours that say that none was chosen: writing them would hide the table's own style. */
const NO_FILL = '#FFFFFF';
const NO_COLOUR = '#000000';
/** The style of cells that nobody gave one. */
const NORMAL = 'Normal';

const COLOURS = 'font/color,fill/color';

/** How cells look: their style, and what they have besides. What differs among them comes as nothing. */
export interface Look {
  readonly range: Excel.Range;
  readonly format: Excel.RangeFormat;
}

/** What styles say by themselves. */
export type StyleLooks = ReadonlyMap<string, Excel.Style>;

/** Queues reading how cells look. */
export function loadLook(range: Excel.Range): Look {
  const { format } = range;
  format.load('horizontalAlignment,columnWidth');
  format.fill.load('color');
  format.font.load('color');
  return { range: range.load('style'), format };
}

/** Queues reading what the styles of some looks say; the looks have been read. */
export function loadStyles({ workbook }: Excel.RequestContext, looks: readonly Look[]): StyleLooks {
  const names = new Set(looks.flatMap((look) => styleOf(look) ?? []));
  return new Map([...names].map((name) => [name, workbook.styles.getItem(name).load(COLOURS)]));
}

/** Queues giving cells a look that was read: the style, and the colours that are not its own. */
export function applyLook(range: Excel.Range, look: Look, styles: StyleLooks): void {
  const { fill, font, horizontalAlignment } = look.format;
  const { format } = range;
  const name = styleOf(look);
  const own = name === undefined ? undefined : styles.get(name);
  if (name !== undefined) range.style = name;
  if (isChosen(fill.color, own?.fill.color ?? NO_FILL)) paint(format.fill, fill.color);
  if (isChosen(font.color, own?.font.color ?? NO_COLOUR)) format.font.color = font.color;
  if (horizontalAlignment) format.horizontalAlignment = horizontalAlignment;
}

/** A style of its own, where all cells have the same. */
function styleOf({ range: { style } }: Look): string | undefined {
  return style && style !== NORMAL ? style : undefined;
}

const isChosen = (colour: string, own: string): boolean =>
  Boolean(colour) && colour.toUpperCase() !== own.toUpperCase();

function paint(fill: Excel.RangeFill, colour: string): void {
  if (colour.toUpperCase() === NO_FILL) fill.clear();
  else fill.color = colour;
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
