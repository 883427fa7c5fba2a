import type { Contract } from '../../../contract/contract';
import { CELL_NAMES } from '../plan/names';
import type { NativeForm } from '../native/native-form';
import { addInputs } from '../native/native-inputs';
import { FORMATS } from '../plan/number-formats';
import { type PlanRow, PlanWriter, type SheetPlan } from '../plan/plan';
import { type FilledBlock, blocksOf } from './schedule-blocks';
import {
  FROZEN_LABELS,
  SERIES_WIDTH,
  SERIES_WIDTHS,
  addBlockCheck,
  addConstants,
  addParts,
  addSeries,
  cell,
  sectionRow,
  titleRows,
} from './series-sheet';
import { rowVerdicts, stateVerdicts } from './verdicts';

const KEY = 'Schedule';

/** Every line of the contract but those of capital, month by month. */
export function planSchedule(contract: Contract, months: number, native?: NativeForm): SheetPlan {
  const write = new PlanWriter();
  titleRows(
    write,
    KEY,
    'Schedule',
    'Every line of the contract by month, for the scenario in force. Cost is positive.',
  );
  for (const row of AXIS) write.add(row);
  if (native) addInputs(write, native);
  for (const block of blocksOf(contract.model.lines)) {
    write.gap();
    addBlock(write, block, native);
  }
  return {
    key: KEY,
    name: 'Schedule',
    tabColor: '#7F7F7F',
    widths: SERIES_WIDTHS,
    seriesWidth: SERIES_WIDTH,
    series: months,
    rows: write.rows,
    conditional: [...stateVerdicts(KEY), ...rowVerdicts(KEY, 'axis.contract year')],
    frozenRows: AXIS.length + 2,
    frozenColumns: FROZEN_LABELS,
    printTitleRows: AXIS.length + 2,
  };
}

function addBlock(
  write: PlanWriter,
  { key, title, constants, series }: FilledBlock,
  native: NativeForm | undefined,
): void {
  const head = `block.${key}`;
  const byMonth = `months.${key}`;
  const end = `check.${key}`;
  sectionRow(write, head, title);
  if (constants.length > 0) {
    const group = { lines: constants, after: head, before: series.length > 0 ? byMonth : end };
    addConstants(write, KEY, group, native);
  }
  if (series.length > 0) {
    write.add({ id: byMonth, cells: { C: cell('By month', 'engine'), D: cell(byMonth, 'id') } });
    const group = { lines: series, after: byMonth, before: end };
    addSeries(write, KEY, group, native);
  }
  addBlockCheck(write, KEY, key);
  if (native) addParts(write, key, [...constants, ...series], native);
}

type AxisSeries = NonNullable<NonNullable<PlanRow['series']>['content']>;

const axis = (
  id: string,
  label: string,
  unit: string,
  content: AxisSeries,
  isDate = false,
  isLast = false,
): PlanRow => ({
  id,
  cells: {
    ...(isLast
      ? Object.fromEntries(['A', 'B', 'I'].map((letter) => [letter, { style: 'axisLabelEnd' }]))
      : {}),
    C: cell(label, isLast ? 'axisLabelEnd' : 'axisLabel'),
    D: cell(id, 'id'),
    F: cell(isLast ? 'Unit' : unit, isLast ? 'axisLabelEnd' : 'unit'),
    ...headings(isLast),
  },
  series: { content, style: isLast ? 'axisEnd' : 'axis', format: isDate ? FORMATS.date : FORMATS.whole },
});

/** The column headings stand in the last row of the axis, the word Total above the totals. */
function headings(isLast: boolean): PlanRow['cells'] {
  if (!isLast) return {};
  return {
    E: cell('Constant', 'axisEnd'),
    G: cell('Total', 'axisEnd'),
    H: cell('Check', 'axisEnd'),
    I: cell('Opening', 'axisEnd'),
  };
}

const whileOn = (row: number, column: string, formula: string): string =>
  `=IF(${column}$${row}="","",${formula})`;

/** Rows 3 to 8: native, so that the months can be told without the add-in. */
export const AXIS: readonly PlanRow[] = [
  axis('axis.index', 'Period', 'periods', (_places, row, _column, before) => {
    const gone = `COUNT($H${row}:${before}${row})`;
    return `=IF(${gone}<${CELL_NAMES.months},${gone},"")`;
  }),
  axis(
    'axis.start',
    'Period start',
    'date',
    (places, _row, column) => {
      const index = places.row(KEY, 'axis.index');
      return whileOn(index, column, `EDATE(${CELL_NAMES.start},${column}$${index})`);
    },
    true,
  ),
  axis(
    'axis.end',
    'Period end',
    'date',
    (places, _row, column) => {
      const index = places.row(KEY, 'axis.index');
      return whileOn(index, column, `EDATE(${CELL_NAMES.start},${column}$${index}+1)-1`);
    },
    true,
  ),
  axis('axis.days', 'Days', 'days', (places, _row, column) =>
    whileOn(
      places.row(KEY, 'axis.index'),
      column,
      `${column}$${places.row(KEY, 'axis.end')}-${column}$${places.row(KEY, 'axis.start')}+1`,
    ),
  ),
  axis('axis.year', 'Calendar year', 'year', (places, _row, column) =>
    whileOn(places.row(KEY, 'axis.index'), column, `YEAR(${column}$${places.row(KEY, 'axis.start')})`),
  ),
  axis(
    'axis.contract year',
    'Contract year, 0 before the cutover',
    'year',
    (places, _row, column) =>
      whileOn(
        places.row(KEY, 'axis.index'),
        column,
        `${column}$${places.row(KEY, 'transition.contract year')}`,
      ),
    false,
    true,
  ),
];
