import { type ItemTerm, identityOf } from '../../../terms/catalogue/term-name';
import type { Contract } from '../../../contract/contract';
import type { NativeForm } from '../native/native-form';
import { FORMATS, type NumberFormat } from '../plan/number-formats';
import { type Places, quoted } from '../plan/places';
import { PlanWriter, type SheetPlan } from '../plan/plan';
import { AXIS } from './schedule';
import { isCapital } from './schedule-blocks';
import {
  FROZEN_LABELS,
  SERIES_WIDTH,
  SERIES_WIDTHS,
  addBlockCheck,
  addConstants,
  addParts,
  addNative,
  addSeries,
  cell,
  sectionRow,
  titleRows,
  unitCell,
} from './series-sheet';
import { liveNumber, termCell } from './terms-lookup';
import { rowVerdicts, stateVerdicts } from './verdicts';

const KEY = 'Tranches';
const SECTION = 'Tranche';
const HALF_A_CENT = 0.005;

/** Balances of capital: what came before the month, what comes in it, what there is after it. */
const CORKSCREWS = [
  { key: 'funded', label: 'Funded' },
  { key: 'committed', label: 'Committed' },
  { key: 'expected', label: 'Expected' },
  { key: 'maximum', label: 'At most' },
] as const;

/** Capital by month, and each tranche with its terms. */
export function planTranches(contract: Contract, months: number, native?: NativeForm): SheetPlan {
  const write = new PlanWriter();
  titleRows(
    write,
    KEY,
    'Tranches',
    'Capital beside the contract, never netted with cost. Amounts funded are positive.',
  );
  for (const { id, cells, series } of AXIS) {
    write.add({
      id,
      cells,
      ...(series
        ? { series: { ...series, content: (places, _row, column) => monthOf(places, id, column) } }
        : {}),
    });
  }
  write.gap();
  addCapital(write, contract, native);
  for (const name of contract.table.items(SECTION)) {
    write.gap();
    addTranche(write, contract, name);
  }
  return {
    key: KEY,
    name: 'Tranches',
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

/** The month of the Schedule; a blank one stays blank. */
function monthOf(places: Places, id: string, column: string): string {
  const there = `${quoted(places.sheet('Schedule').name)}!${column}$${places.row('Schedule', id)}`;
  return `=IF(${there}="","",${there})`;
}

function addCapital(write: PlanWriter, contract: Contract, native: NativeForm | undefined): void {
  const lines = contract.model.lines.filter(isCapital);
  sectionRow(write, 'block.capital', 'Capital');
  const rest = new Set(lines.filter(({ scalar }) => !scalar));
  for (const { key, label } of CORKSCREWS) {
    const [flow, closing] = [`capital.flow[${key}]`, `capital.${key}`];
    const own = [...rest].filter(({ id }) => id === flow || id === closing);
    if (own.length < 2) continue;
    own.forEach((line) => rest.delete(line));
    addNative(write, {
      id: `opening.${key}`,
      label: `${label}, opening`,
      unit: 'currency',
      format: FORMATS.money,
      style: 'counterflow',
      // The column of openings stands before the first month, so that every month has the same formula.
      series: (places, _row, _column, before) => `=${before}$${places.row(KEY, closing)}`,
    });
    const group = {
      lines: own.sort((a) => (a.id === flow ? -1 : 1)),
      after: `opening.${key}`,
      before: `tie.${key}`,
    };
    addSeries(write, KEY, group, native);
    addNative(write, {
      id: `tie.${key}`,
      label: 'Opening and what comes in, less closing',
      unit: 'currency',
      format: FORMATS.money,
      series: (places, _row, column) =>
        `=${column}$${places.row(KEY, `opening.${key}`)}+${column}$${places.row(KEY, flow)}-${column}$${places.row(KEY, closing)}`,
      check: (places) => `=IF(SUMPRODUCT(ABS(${places.series(KEY, `tie.${key}`, KEY)}))<${HALF_A_CENT},0,1)`,
    });
  }
  if (rest.size > 0) {
    write.add({
      id: 'months.capital',
      cells: { C: cell('By month', 'engine'), D: cell('months.capital', 'id') },
    });
    const constants = lines.some(({ scalar }) => scalar);
    const group = {
      lines: [...rest],
      after: 'months.capital',
      before: constants ? 'constants.capital' : 'check.capital',
    };
    addSeries(write, KEY, group, native);
  }
  const scalars = lines.filter(({ scalar }) => scalar);
  if (scalars.length > 0) {
    write.add({
      id: 'constants.capital',
      cells: { C: cell('For the whole contract', 'engine'), D: cell('constants.capital', 'id') },
    });
    const group = { lines: scalars, after: 'constants.capital', before: 'check.capital' };
    addConstants(write, KEY, group, native);
  }
  addBlockCheck(write, KEY, 'capital');
  if (native) addParts(write, 'capital', lines, native);
}

/** What the table says of a tranche, by term. */
const FACTS: readonly {
  term: ItemTerm<'Tranche'>;
  format: NumberFormat;
  unit: string;
  isNumber: boolean;
}[] = [
  { term: 'Date', format: FORMATS.date, unit: 'date', isNumber: true },
  { term: 'Amount', format: FORMATS.money, unit: 'currency', isNumber: true },
  { term: 'Kind', format: FORMATS.general, unit: 'choice', isNumber: false },
  { term: 'Probability', format: FORMATS.share, unit: 'share', isNumber: true },
  { term: 'Trigger', format: FORMATS.general, unit: 'text', isNumber: false },
];

function addTranche(write: PlanWriter, contract: Contract, name: string): void {
  const id = (what: string): string => `tranche.${what}[${name}]`;
  const item = `"${name.replaceAll('"', '""')}"`;
  const constant = (
    what: string,
    label: string,
    unit: string,
    format: NumberFormat,
    formula: string,
    isText = false,
  ): void => {
    write.add({
      id: id(what),
      cells: {
        C: cell(label, 'label'),
        D: cell(id(what), 'id'),
        E: cell(formula, isText ? 'linkText' : 'link', format),
        F: unitCell(unit),
      },
    });
  };
  sectionRow(write, `block.tranche ${name}`, `Tranche ${name}`);
  for (const { term, format, unit, isNumber } of FACTS) {
    if (!contract.table.isUsed(...identityOf(SECTION, name, term))) continue;
    const formula = isNumber ? liveNumber(SECTION, term, item) : termCell('Live', SECTION, term, item);
    constant(term.toLowerCase(), term, unit, format, `=${formula}`, !isNumber);
  }
  constant(
    'status',
    'Status of the amount',
    'text',
    FORMATS.general,
    `=${termCell('Status', SECTION, 'Amount', item)}`,
    true,
  );
  addMoney(write, id, name);
}

function addMoney(write: PlanWriter, id: (what: string) => string, name: string): void {
  addNative(write, {
    id: id('flow'),
    label: 'Amount in the month',
    unit: 'currency',
    format: FORMATS.money,
    series: (places, _row, column) => {
      const date = `$E$${places.row(KEY, id('date'))}`;
      const start = `${column}$${places.row(KEY, 'axis.start')}`;
      const end = `${column}$${places.row(KEY, 'axis.end')}`;
      return `=IF(AND(${date}>=${start},${date}<=${end}),$E$${places.row(KEY, id('amount'))},0)`;
    },
    total: (places) => `=SUM(${places.series(KEY, id('flow'), KEY)})`,
  });
  addNative(write, {
    id: id('expected'),
    label: 'By its likelihood',
    unit: 'currency',
    format: FORMATS.money,
    series: (places, _row, column) =>
      `=${column}$${places.row(KEY, id('flow'))}*$E$${places.row(KEY, `capital.likelihood[${name}]`)}`,
    total: (places) => `=SUM(${places.series(KEY, id('expected'), KEY)})`,
  });
  addNative(write, {
    id: id('present value'),
    label: 'Present value of what is expected',
    unit: 'currency',
    format: FORMATS.money,
    series: (places, _row, column) =>
      `=${column}$${places.row(KEY, id('expected'))}*$E$${places.row(KEY, `capital.factor[${name}]`)}`,
    total: (places) => `=SUM(${places.series(KEY, id('present value'), KEY)})`,
  });
}
