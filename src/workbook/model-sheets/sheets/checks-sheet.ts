import type { Contract } from '../../../contract/contract';
import { NAMESPACE } from '../../formulas/function-names';
import { addEngineChecks, addFrozenChecks, scenarioWidths } from '../native/engine-checks';
import { CELL_NAMES } from '../plan/names';
import type { NativeForm } from '../native/native-form';
import { FORMATS, formatOf, type NumberFormat } from '../plan/number-formats';
import type { ModelSheetKey } from '../plan/outcome';
import { type Places, quoted } from '../plan/places';
import { PlanWriter, type SheetPlan } from '../plan/plan';
import { SERIES_WIDTHS, cell, sectionRow, titleRows } from './series-sheet';
import { liveNumber } from './terms-lookup';
import { checkVerdicts, countVerdicts, masterVerdicts, stateVerdicts } from './verdicts';

const KEY = 'Checks';
const HALF_A_CENT = 0.005;
/** Rows that the result of CHECK may take. */
const SPILL_ROWS = 600;
/** Rows of it that get their looks in advance: more than any contract that is in order takes. */
const DRESSED_ROWS = 120;
/** Characters of a check that fit into a line. */
const CHECK_LENGTH = 74;

interface NativeCheck {
  readonly id: string;
  readonly text: string;
  readonly value: (places: Places) => string;
  readonly expected: (places: Places) => string;
  readonly tolerance: (places: Places, row: number) => string;
  readonly format: NumberFormat;
  readonly where: string;
}

/** The proof of the model: native checks of the sheets, and what the function CHECK finds in all scenarios. */
export function planChecks(contract: Contract | undefined, native?: NativeForm): SheetPlan {
  const write = new PlanWriter();
  titleRows(write, KEY, 'Checks', '1 is in order. An error makes the master check fail, an alert does not.');
  write.gap();
  addMaster(write, native);
  write.gap();
  const checks = contract ? nativeChecks(contract, native) : [];
  sectionRow(write, 'block.native', 'Sheets, computed natively');
  write.add(
    headings('head.native', ['Check', 'Value', 'Expected', 'Difference', 'Pass', 'Where', 'Tolerance']),
  );
  for (const check of checks) addCheck(write, check);
  if (native) addEngineChecks(write, native);
  write.add({ id: 'end.native', cells: { D: cell('end.native', 'id') } });
  if (native) addFrozenChecks(write, native);
  else addModelChecks(write);
  return {
    key: KEY,
    name: 'Checks',
    tabColor: '#C00000',
    widths: { ...SERIES_WIDTHS, C: 366, D: 76, E: 88, F: 88, G: 76, H: 40, I: 118 },
    seriesWidth: 64,
    ...(native ? { formWidths: scenarioWidths(native.contract) } : {}),
    series: 1,
    rows: write.rows,
    conditional: [
      ...stateVerdicts(KEY),
      ...countVerdicts(KEY, 'master.native', 'fail'),
      ...countVerdicts(KEY, 'master.errors', 'fail'),
      ...countVerdicts(KEY, 'master.alerts', 'alert'),
      ...masterVerdicts(KEY, 'master.pass'),
      ...checkVerdicts((places) => [places.row(KEY, 'head.native') + 1, lastDressed(places)]),
    ],
    spillLooks: [
      { columns: ['C', 'I'], rows: dressedRows, style: 'calculated' },
      { columns: ['E', 'G'], rows: dressedRows, style: 'calculated', format: FORMATS.amount },
    ],
    frozenRows: 2,
    frozenColumns: 0,
    printTitleRows: 2,
  };
}

function addModelChecks(write: PlanWriter): void {
  sectionRow(write, 'block.model', 'Contract in every scenario, and the table of terms');
  write.add({
    id: 'model.check',
    follows: 'block.model',
    cells: {
      C: cell(`=${NAMESPACE}.CHECK(Terms)`, 'engine'),
      ...Object.fromEntries(['D', 'E', 'F', 'G', 'H', 'I'].map((letter) => [letter, { style: 'engine' }])),
    },
  });
}

const dressedRows = (places: Places): readonly [first: number, last: number] => [
  places.row(KEY, 'block.model') + 1,
  lastDressed(places),
];

/** The last row that has the looks for what CHECK finds. */
const lastDressed = (places: Places): number => places.row(KEY, 'block.model') + DRESSED_ROWS;

function headings(
  id: string,
  [
    check = '',
    value = '',
    expected = '',
    difference = '',
    pass = '',
    where = '',
    tolerance = '',
  ]: readonly string[],
) {
  return {
    id,
    cells: {
      B: cell('', 'tableHead'),
      C: cell(check, 'tableHead'),
      D: cell(id, 'id'),
      E: cell(value, 'tableHeadOfNumbers'),
      F: cell(expected, 'tableHeadOfNumbers'),
      G: cell(difference, 'tableHeadOfNumbers'),
      H: cell(pass, 'tableHeadOfNumbers'),
      I: cell(where, 'tableHead'),
      J: cell(tolerance, 'tableHeadOfNumbers'),
    },
  };
}

function addMaster(write: PlanWriter, native: NativeForm | undefined): void {
  const row = (
    id: string,
    label: string,
    formula: (places: Places) => string,
    style: 'output' | 'calculated',
  ): void =>
    write.add({
      id,
      cells: {
        C: cell(label, style === 'output' ? 'outputLabel' : 'label'),
        D: cell(id, 'id'),
        E: cell((places) => `=${formula(places)}`, style, FORMATS.whole),
        ...(style === 'output' ? { F: cell((_places, at) => `=IF($E${at}=1,"pass","fail")`, 'output') } : {}),
      },
    });
  sectionRow(write, 'block.master', 'Master check');
  row(
    'master.native',
    'Native checks that fail',
    (places) => {
      const [top, bottom] = [places.row(KEY, 'head.native') + 1, places.row(KEY, 'end.native')];
      return `COUNTIFS($H$${top}:$H$${bottom},0)+SUMPRODUCT(ISERROR($H$${top}:$H$${bottom})*1)`;
    },
    'calculated',
  );
  // What Meterbook found when the sheets turned native stands in rows of its own, its kind beside it.
  const frozen =
    (kind: string) =>
    (places: Places): string => {
      const [top, bottom] = [places.row(KEY, 'block.model') + 1, places.row(KEY, 'end.model')];
      return `COUNTIFS($J$${top}:$J$${bottom},"${kind}",$H$${top}:$H$${bottom},0)`;
    };
  row(
    'master.errors',
    'Errors that CHECK finds',
    native
      ? frozen('Error')
      : (places) => {
          const top = places.row(KEY, 'block.model') + 1;
          const bottom = top + SPILL_ROWS;
          return `IF(ISERROR($C$${top}),1,COUNTIFS($D$${top}:$D$${bottom},"Error",$H$${top}:$H$${bottom},FALSE))`;
        },
    'calculated',
  );
  row(
    'master.alerts',
    'Alerts to look at',
    native
      ? frozen('Alert')
      : (places) => {
          const top = places.row(KEY, 'block.model') + 1;
          const bottom = top + SPILL_ROWS;
          return `IF(ISERROR($C$${top}),0,COUNTIFS($D$${top}:$D$${bottom},"Alert",$H$${top}:$H$${bottom},FALSE))`;
        },
    'calculated',
  );
  row(
    'master.pass',
    'All checks pass (1) or not (0)',
    (places) => `IF($E$${places.row(KEY, 'master.native')}+$E$${places.row(KEY, 'master.errors')}=0,1,0)`,
    'output',
  );
}

function addCheck(
  write: PlanWriter,
  { id, text, value, expected, tolerance, format, where }: NativeCheck,
): void {
  write.add({
    id,
    cells: {
      C: cell(text, text.length > CHECK_LENGTH ? 'longLabel' : 'label'),
      D: cell(id, 'id'),
      E: cell((places) => `=${value(places)}`, 'link', format),
      F: cell((places) => `=${expected(places)}`, 'link', format),
      G: cell((_places, row) => `=$E${row}-$F${row}`, 'calculated', FORMATS.difference),
      H: cell(
        (_places, row) => `=IF(ISERROR($G${row}),0,IF(ABS($G${row})<=$J${row},1,0))`,
        'check',
        FORMATS.whole,
      ),
      I: cell(where, 'note'),
      J: cell((places, row) => `=${tolerance(places, row)}`, 'calculated', FORMATS.general),
    },
  });
}

/**
 * Adds up the rows whose ids begin alike, however many there are. Only rows below the axis: those above show the master
 * check, which depends on this very sum.
 */
function sumOf(places: Places, key: ModelSheetKey, ids: string, column: string): string {
  const { name, rows } = places.sheet(key);
  const [top, bottom] = [places.row(key, 'axis.contract year') + 1, Math.max(...rows.values())];
  const cells = (letter: string): string => `${quoted(name)}!$${letter}$${top}:$${letter}$${bottom}`;
  return `SUMIF(${cells('D')},"${ids}",${cells(column)})`;
}

const exact = (): string => '0';
const money = (_places: Places, row: number): string => `MAX(${HALF_A_CENT},ABS($F${row})*1E-12)`;

const countCheck = (
  id: string,
  text: string,
  where: string,
  value: NativeCheck['value'],
  expected: NativeCheck['expected'] = exact,
): NativeCheck => ({
  id,
  text,
  where,
  value,
  expected,
  tolerance: exact,
  format: FORMATS.whole,
});

function nativeChecks(contract: Contract, native: NativeForm | undefined): NativeCheck[] {
  const { model } = contract;
  const schedule =
    (id: string, column: string) =>
    (places: Places): string =>
      places.cell('Schedule', id, column);
  const tie = (
    id: string,
    text: string,
    of: string,
    parts: NativeCheck['expected'],
    where = 'Schedule',
  ): NativeCheck[] => {
    const line = model.line(of);
    return line
      ? [
          {
            id,
            text,
            value: schedule(of, 'G'),
            expected: parts,
            tolerance: money,
            format: formatOf(line),
            where,
          },
        ]
      : [];
  };
  const series = (places: Places, id: string): string => places.series('Schedule', id, KEY);
  return [
    countCheck(
      'native.rows',
      'Every row of the Schedule has a number for each month',
      'Schedule, column H',
      (places) => sumOf(places, 'Schedule', 'check.*', 'H'),
    ),
    countCheck(
      'native.capital rows',
      'Every row of the capital has a number for each month',
      'Tranches, column H',
      (places) => sumOf(places, 'Tranches', 'check.*', 'H'),
    ),
    countCheck(
      'native.lines',
      'The sheets show every line of the model; if not, choose Refresh',
      'Schedule and Tranches',
      (places) => `${sumOf(places, 'Schedule', 'check.*', 'E')}+${sumOf(places, 'Tranches', 'check.*', 'E')}`,
      native
        ? () => String(model.lines.length)
        : () => `ROWS(${NAMESPACE}.SCHEDULE(Terms,Scenario,,"Contract year"))-1`,
    ),
    countCheck(
      'native.months',
      'The Schedule has room for every month; if not, choose Refresh',
      'Schedule, row of periods',
      (places) => `COUNT(${series(places, 'axis.index')})`,
      () => liveNumber('Model', 'Horizon'),
    ),
    countCheck(
      'native.days',
      'The months follow one another without a gap',
      'Schedule, rows of dates',
      (places) => `SUM(${series(places, 'axis.days')})`,
      () => `EDATE(${CELL_NAMES.start},${CELL_NAMES.months})-${CELL_NAMES.start}`,
    ),
    countCheck(
      'native.calendar',
      'The months counted natively are those of the model',
      'Schedule',
      (places) =>
        `SUMPRODUCT((${series(places, 'axis.days')}<>${series(places, 'time.days')})*(${series(places, 'axis.index')}<>""))`,
    ),
    ...tie(
      'native.used',
      'Used and unused add up to the effective cost of capacity',
      'reserved.effective',
      (places) => `${schedule('reserved.used', 'G')(places)}+${schedule('reserved.unused', 'G')(places)}`,
    ),
    ...tie(
      'native.served',
      'Served and overflow add up to the demand on capacity',
      'reserved.demand',
      (places) => `${schedule('reserved.served', 'G')(places)}+${schedule('reserved.overflow', 'G')(places)}`,
    ),
    ...tie(
      'native.delta',
      'The delta is the total billed less staying reserved',
      'comparison.delta',
      (places) => `${schedule('total.billed', 'G')(places)}-${schedule('counterfactual.cost', 'G')(places)}`,
    ),
    ...tie(
      'native.chargeback',
      'The parts of the products add up to the total effective',
      'total.effective',
      (places) => sumOf(places, 'Schedule', 'chargeback.total[*', 'G'),
    ),
    ...tie(
      'native.years',
      'Calendar years add up to the total billed',
      'total.billed',
      (places) => places.cell('Summary', 'year.total.billed', 'G'),
      'Summary',
    ),
    ...tie(
      'native.contract years',
      'Contract years add up to the total billed',
      'total.billed',
      (places) => places.cell('Summary', 'contract year.total.billed', 'G'),
      'Summary',
    ),
    ...prepaid(contract),
    ...presentValue(contract),
    ...tranches(contract),
  ];
}

/** Billed and effective cost of capacity differ by what is prepaid at the end. */
function prepaid({ model }: Contract): NativeCheck[] {
  if (!model.line('reserved.prepaid.closing')) return [];
  const at = (places: Places, id: string, column: string): string => places.cell('Schedule', id, column);
  return [
    {
      id: 'native.prepaid',
      text: 'Billed capacity, with what was prepaid before, is effective cost and what is prepaid at the end',
      value: (places) =>
        `${at(places, 'reserved.billed', 'G')}+${at(places, 'reserved.prepaid.brought forward', 'E')}`,
      expected: (places) =>
        `${at(places, 'reserved.effective', 'G')}+${at(places, 'reserved.prepaid.closing', 'G')}`,
      tolerance: money,
      format: FORMATS.money,
      where: 'Schedule',
    },
  ];
}

function presentValue({ model }: Contract): NativeCheck[] {
  if (!model.line('valuation.factor')) return [];
  return [
    {
      id: 'native.npv',
      text: 'Total billed by the discount factors is the net present value',
      value: (places) =>
        `SUMPRODUCT(${places.series('Schedule', 'total.billed', KEY)},${places.series('Schedule', 'valuation.factor', KEY)})`,
      expected: (places) => places.cell('Schedule', 'valuation.npv billed', 'E'),
      tolerance: money,
      format: FORMATS.money,
      where: 'Schedule',
    },
  ];
}

function tranches(contract: Contract): NativeCheck[] {
  if (contract.table.items('Tranche').length === 0) return [];
  return [
    {
      id: 'native.tranches',
      text: 'The tranches add up to the capital expected',
      value: (places) => sumOf(places, 'Tranches', 'tranche.expected[*', 'G'),
      expected: (places) => places.cell('Tranches', 'capital.flow[expected]', 'G'),
      tolerance: money,
      format: FORMATS.money,
      where: 'Tranches',
    },
  ];
}
