import { COLUMNS, FIRST_SERIES, letterOf, placeOf, seriesLetter } from './columns';
import type { NumberFormat } from './number-formats';
import { MissingPlace, type Places } from './places';
import type { Content, PlanRow, SheetPlan } from './plan';
import type { StyleName } from './styles';

/** A cell as it is to stand. */
export interface RenderedCell {
  readonly id: string;
  /** From 1. */
  readonly row: number;
  /** From 0. */
  readonly column: number;
  /** Missing where a result spills into the cell, and where a formula needs a row that is not there. */
  readonly content?: string | number;
  readonly style: StyleName;
  readonly format?: NumberFormat;
  readonly isFrozen?: true;
  /** Its formula is that of the cell before, copied right. */
  readonly fillsRight?: true;
  /** The block whose formula fills the cell, and in whose first cell that formula stands. */
  readonly block?: string;
}

/** The cells of a plan whose rows have a place, with their formulas written out. */
export function render(plan: SheetPlan, places: Places): RenderedCell[] {
  const { rows } = places.sheet(plan.key);
  return plan.rows.flatMap((row) => {
    const at = rows.get(row.id);
    return at === undefined ? [] : renderRow(plan, row, at, places);
  });
}

function renderRow(plan: SheetPlan, row: PlanRow, at: number, places: Places): RenderedCell[] {
  const cells = new Map<number, RenderedCell>();
  const put = (cell: Omit<RenderedCell, 'id' | 'row'>): void => {
    cells.set(cell.column, { id: row.id, row: at, ...cell });
  };
  for (const [letter, cell] of Object.entries(row.cells)) {
    if (!cell) continue;
    const { content, style, format, isFrozen } = cell;
    const written = content === undefined ? undefined : writeOut(content, places, at);
    put({
      column: placeOf(letter),
      style,
      ...optionalContent(written),
      ...(format ? { format } : {}),
      ...(isFrozen ? { isFrozen } : {}),
    });
  }
  if (row.series) {
    const { content, style, format, fillsRight, columns = places.sheet(plan.key).series } = row.series;
    for (let place = 0; place < columns; place += 1) {
      const written =
        content &&
        attempt(() => content(places, at, seriesLetter(place), letterOf(FIRST_SERIES + place - 1)));
      put({
        column: FIRST_SERIES + place,
        style,
        ...optionalContent(written),
        ...(format ? { format } : {}),
        ...(fillsRight ? { fillsRight } : {}),
      });
    }
  }
  if (row.spill) {
    const { column, after, before, formula } = row.spill;
    const block = `${after}|${column}`;
    const place = placeOf(column);
    for (const cell of [...cells.values()]) {
      const isFilled = column === COLUMNS.constant ? cell.column === place : cell.column >= place;
      if (isFilled) put({ ...cell, block });
    }
    const anchor = attempt(() => {
      const isFirst = places.between(plan.key, after, before).first === at;
      return isFirst ? formula(places.ids(plan.key, after, before)) : undefined;
    });
    const dressed = cells.get(place);
    if (anchor !== undefined)
      put({ ...(dressed ?? { style: 'calculated' }), column: place, block, content: anchor });
  }
  return [...cells.values()];
}

const optionalContent = (content: string | number | undefined): { content?: string | number } =>
  content === undefined ? {} : { content };

const writeOut = (content: Content, places: Places, row: number): string | number | undefined =>
  typeof content === 'function' ? attempt(() => content(places, row)) : content;

/** Undefined where the formula needs a row that is not there. */
function attempt<T>(write: () => T): T | undefined {
  try {
    return write();
  } catch (fault) {
    if (fault instanceof MissingPlace) return undefined;
    throw fault;
  }
}
