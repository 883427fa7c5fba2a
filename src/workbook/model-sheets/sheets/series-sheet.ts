import type { Line } from '../../../calc/line';
import { NAMESPACE } from '../../formulas/function-names';
import { COLUMNS } from '../plan/columns';
import { CELL_NAMES } from '../plan/names';
import type { NativeForm } from '../native/native-form';
import { FORMATS, formatOf, type NumberFormat } from '../plan/number-formats';
import type { ModelSheetKey } from '../plan/outcome';
import type { Places } from '../plan/places';
import type { Content, PlanCell, PlanRow, PlanSeries, PlanWriter, Spill } from '../plan/plan';
import type { StyleName } from '../plan/styles';
import { seriesText } from '../write/survey';
import { MASTER_TEXT } from './verdicts';

export const cell = (content: Content, style: StyleName, format?: NumberFormat): PlanCell => ({
  content,
  style,
  ...(format ? { format } : {}),
});

/**
 * A month is wide enough for ten digits, totals and constants for eleven. Beside the pane, the columns before the months
 * leave room for the first one; ids run on to the right where a row has no constant.
 */
export const SERIES_WIDTHS: Readonly<Record<string, number>> = {
  A: 8,
  B: 8,
  C: 214,
  D: 82,
  E: 86,
  F: 78,
  G: 92,
  H: 36,
  I: 74,
};
export const SERIES_WIDTH = 82;

/** The labels stay in view: wider, the frozen part would push the months out of a window with the pane open. */
export const FROZEN_LABELS = 3;

/** Characters that fit into the column of labels. */
const LABEL_LENGTH = 42;

/** A long label takes two lines rather than being cut. */
export const labelCell = (label: string): PlanCell =>
  cell(label, label.length > LABEL_LENGTH ? 'longLabel' : 'label');

export const unitCell = (unit: string): PlanCell => cell(unitContent(unit), 'unit');

/** Rows 1 and 2 of every sheet: what it is, which scenario it shows, and whether all checks pass. */
export function titleRows(write: PlanWriter, key: ModelSheetKey, title: string, purpose: string): void {
  write.add({
    id: 'sheet.title',
    cells: {
      A: cell(title, 'title'),
      D: cell('sheet.title', 'id'),
      E: cell(purpose, 'lead'),
    },
  });
  write.add({
    id: 'sheet.state',
    cells: {
      A: { style: 'state' },
      B: { style: 'state' },
      C: cell('="Scenario: "&IF(Scenario="","Base",Scenario)', 'state'),
      D: cell('sheet.state', 'id'),
      E: cell(`=${CELL_NAMES.asOf}`, 'stateFigure', FORMATS.date),
      F: cell(`=${CELL_NAMES.currency}`, 'stateFigure'),
      G: cell(MASTER_TEXT, 'state'),
      H: { style: 'state' },
      I: { style: 'state' },
      // States which columns are laid out; a refresh reads it.
      J: cell((places) => seriesText(places.sheet(key).series), 'id'),
    },
  });
}

/** A heading over a part of the sheet. @param note what it needs to say besides, in the columns after the id */
export function sectionRow(write: PlanWriter, id: string, title: string, note?: string): void {
  const filled = Object.fromEntries(
    ['B', 'C', 'E', 'F', 'G', 'H', 'I'].map((letter) => [letter, { style: 'section' }]),
  );
  write.add({
    id,
    cells: {
      ...filled,
      A: cell(title, 'section'),
      D: cell(id, 'sectionId'),
      ...(note === undefined ? {} : { E: cell(note, 'section') }),
    } as PlanRow['cells'],
    series: { style: 'section' },
  });
}

/** Lines of the model that one formula fills. */
export interface LineGroup {
  readonly lines: readonly Line[];
  /** Ids of the rows before and after the group. */
  readonly after: string;
  readonly before: string;
}

/** Lines with a value for each month: one spilling SCHEDULE from J on. */
export function addSeries(
  write: PlanWriter,
  key: ModelSheetKey,
  { lines, after, before }: LineGroup,
  native?: NativeForm,
): void {
  if (native) {
    for (const line of lines) addNativeLine(write, key, line, native);
    return;
  }
  const spill: Spill = {
    column: 'J',
    after,
    before,
    formula: (ids) => `=${NAMESPACE}.SCHEDULE(Terms,Scenario,${ids},"Month",FALSE)`,
  };
  for (const line of lines) write.add({ ...seriesRow(key, line), spill });
}

function seriesRow(
  key: ModelSheetKey,
  line: Line,
  native?: NativeForm,
): PlanRow & { readonly series: PlanSeries } {
  const format = formatOf(line);
  return {
    id: line.id,
    cells: {
      ...lineCells(line),
      G: totalCell(key, line, format),
      H: cell(rowCheck(key, line), 'check', FORMATS.whole),
      ...openingCell(key, line, format, native),
    },
    series: { style: 'calculated', format },
  };
}

/** The line in formulas of Excel alone. */
function addNativeLine(write: PlanWriter, key: ModelSheetKey, line: Line, native: NativeForm): void {
  const { constant, series } = contentsOf(line, native);
  if (line.scalar) {
    write.add(constantRow(line, constant));
    return;
  }
  const row = seriesRow(key, line, native);
  write.add({ ...row, series: { ...row.series, content: series, fillsRight: true } });
}

/**
 * The parts of the lines' formulas that have rows of their own. They stand below the block, whose rows stay neighbours:
 * what a person adds up over them is the same in both forms.
 */
export function addParts(write: PlanWriter, block: string, lines: readonly Line[], native: NativeForm): void {
  const parts = lines.flatMap((line) => native.parts(line));
  if (parts.length === 0) return;
  const id = `head.parts[${block}]`;
  write.add({ id, cells: { C: cell('Parts of the formulas above', 'engine'), D: cell(id, 'id') } });
  for (const part of parts) write.add(partRow(part, native));
}

function partRow(part: Line, native: NativeForm): PlanRow {
  const { id, label, scalar } = part;
  const { constant, series } = contentsOf(part, native);
  const cells = { C: cell(label, 'note'), D: cell(id, 'id') };
  return scalar
    ? { id, cells: { ...cells, E: cell(constant, 'calculated', FORMATS.part) } }
    : {
        id,
        cells,
        series: { style: 'calculated', format: FORMATS.part, content: series, fillsRight: true },
      };
}

const contentsOf = (
  line: Line,
  native: NativeForm,
): { constant: Content; series: NonNullable<PlanSeries['content']> } => ({
  constant: (places) => native.constant(line, places),
  series: (places, _row, column, before) => native.series(line, places, column, before),
});

/** Lines with one value: the first column of a SCHEDULE, in the column of constants. */
export function addConstants(
  write: PlanWriter,
  key: ModelSheetKey,
  { lines, after, before }: LineGroup,
  native?: NativeForm,
): void {
  if (native) {
    for (const line of lines) addNativeLine(write, key, line, native);
    return;
  }
  const spill: Spill = {
    column: COLUMNS.constant,
    after,
    before,
    formula: (ids) => `=INDEX(${NAMESPACE}.SCHEDULE(Terms,Scenario,${ids},"Month",FALSE),0,1)`,
  };
  for (const line of lines) write.add({ ...constantRow(line), spill });
}

function constantRow(line: Line, content?: Content): PlanRow {
  const format = formatOf(line);
  const check = cell((_places, row) => `=IF(ISERROR($E${row}),1,0)`, 'check', FORMATS.whole);
  const value: PlanCell =
    content === undefined ? { style: 'calculated', format } : cell(content, 'calculated', format);
  return { id: line.id, cells: { ...lineCells(line), E: value, H: check } };
}

const lineCells = (line: Line): PlanRow['cells'] => ({
  C: labelCell(line.label),
  D: cell(line.id, 'id'),
  F: unitCell(line.unit),
});

/** A unit with the currency that is in force, so that it follows the table. */
export function unitContent(unit: string): Content {
  if (!unit.includes('currency')) return unit;
  const [before = '', after = ''] = unit.split('currency');
  const parts = [before && `"${before}"`, CELL_NAMES.currency, after && `"${after}"`];
  return `=${parts.filter((part) => part !== '').join('&')}`;
}

/** The sum of a flow, the last month of a balance, a ratio formed anew from the sums; nothing for a price or a factor. */
function totalCell(key: ModelSheetKey, line: Line, format: NumberFormat): PlanCell {
  const content = totalContent(key, line);
  return content === undefined ? { style: 'calculated' } : cell(content, 'strong', format);
}

function totalContent(key: ModelSheetKey, { id, summary }: Line): Content | undefined {
  const series = (places: Places, of = id) => places.series(key, of, key);
  switch (summary.kind) {
    case 'sum':
      return (places) => `=SUM(${series(places)})`;
    case 'closing':
      return (places) => `=INDEX(${series(places)},1,${CELL_NAMES.months})`;
    case 'ratio': {
      const { of, to, times } = summary;
      const factor = times === undefined ? '' : `*${CELL_NAMES.million}`;
      return (places) => {
        const divisor = `$G${places.row(key, to.id)}`;
        return `=IF(${divisor}=0,"",$G${places.row(key, of.id)}${factor}/${divisor})`;
      };
    }
    case 'daily mean':
      return (places) => {
        const days = places.series(key, 'axis.days', key);
        return `=SUMPRODUCT(${series(places)},${days})/SUM(${days})`;
      };
    case 'none':
      return undefined;
  }
}

/** 1 where a month has no number or an error; a ratio may be blank, where its divisor is 0. */
function rowCheck(key: ModelSheetKey, { id, summary }: Line): Content {
  return summary.kind === 'ratio' || summary.kind === 'none'
    ? (places) => `=IF(SUMPRODUCT(ISERROR(${places.series(key, id, key)})*1)=0,0,1)`
    : (places) => `=IF(COUNT(${places.series(key, id, key)})=${CELL_NAMES.months},0,1)`;
}

/** The line that says what a balance was before the first month. */
const OPENINGS: Readonly<Record<string, string>> = {
  'reserved.prepaid.closing': 'reserved.prepaid.brought forward',
};

function openingCell(
  key: ModelSheetKey,
  line: Line,
  format: NumberFormat,
  native?: NativeForm,
): PlanRow['cells'] {
  const { id } = line;
  const opening = OPENINGS[id];
  if (opening !== undefined) {
    return { I: cell((places) => `=$E$${places.row(key, opening)}`, 'calculated', format) };
  }
  const [, basis] = /^capital\.(\w+)$/.exec(id) ?? [];
  if (basis === undefined) return { I: { style: 'calculated' } };
  const flow = `capital.flow[${basis}]`;
  const before = (places: Places): string =>
    native?.opening(line, places) ?? `=$J$${places.row(key, id)}-$J$${places.row(key, flow)}`;
  return { I: cell(before, 'calculated', format) };
}

/** A row of native formulas over the months. */
export interface NativeRow {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly format: NumberFormat;
  readonly series: NonNullable<PlanSeries['content']>;
  readonly style?: StyleName;
  readonly total?: Content;
  readonly opening?: Content;
  readonly check?: Content;
}

export function addNative(write: PlanWriter, row: NativeRow): void {
  const { id, label, unit, format, series, style = 'calculated', total, opening, check } = row;
  write.add({
    id,
    cells: {
      C: style === 'output' ? cell(label, 'outputLabel') : labelCell(label),
      D: cell(id, 'id'),
      F: unitCell(unit),
      ...(total === undefined ? {} : { G: cell(total, 'strong', format) }),
      ...(check === undefined ? {} : { H: cell(check, 'check', FORMATS.whole) }),
      ...(opening === undefined ? {} : { I: cell(opening, 'calculated', format) }),
    },
    series: { content: series, fillsRight: true, style, format },
  });
}

/** Beginnings of ids that no line of the model has. */
const NO_LINES = ['months', 'constants', 'opening', 'tie'];

/** The last row of a block: how many of its rows fail their check, and how many lines it shows. */
export function addBlockCheck(write: PlanWriter, key: ModelSheetKey, block: string): void {
  const id = `check.${block}`;
  const rows = (places: Places, row: number, column: string): string =>
    `$${column}$${places.row(key, `block.${block}`) + 1}:$${column}$${row - 1}`;
  write.add({
    id,
    cells: {
      C: cell('Lines, and rows that fail their check', 'note'),
      D: cell(id, 'id'),
      E: cell(
        (places, row) => {
          const ids = rows(places, row, COLUMNS.id);
          return `=COUNTA(${ids})${NO_LINES.map((family) => `-COUNTIF(${ids},"${family}.*")`).join('')}`;
        },
        'calculated',
        FORMATS.whole,
      ),
      F: cell('lines', 'unit'),
      H: cell((places, row) => `=SUM(${rows(places, row, COLUMNS.check)})`, 'checkTotal', FORMATS.whole),
    },
  });
}
