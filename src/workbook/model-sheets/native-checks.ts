import type { Contract } from '../../contract/contract';
import { NAMESPACE } from '../function-names';
import { CELL_NAMES } from './names';
import { FORMATS, formatOf, type NumberFormat } from './number-formats';
import type { ModelSheetKey } from './outcome';
import { type Places, quoted } from './places';
import { liveNumber, termCell } from './terms-lookup';

const KEY = 'Checks';
const HALF_A_CENT = 0.005;
/** Of a currency, where the table does not say. */
const INVOICE_DIGITS = 2;

/** Two figures of the sheets that must agree; formulas are without the equals sign. */
export interface NativeCheck {
  readonly id: string;
  readonly text: string;
  readonly value: (places: Places) => string;
  readonly expected: (places: Places) => string;
  readonly tolerance: (places: Places, row: number) => string;
  readonly format: NumberFormat;
  readonly where: string;
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

/** What the sheets can prove without Meterbook, for the lines that the contract has. */
export function nativeChecks(contract: Contract): NativeCheck[] {
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
      () => `ROWS(${NAMESPACE}.SCHEDULE(Terms,Scenario,,"Contract year"))-1`,
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
    ...tie('native.invoice', 'Invoice lines add up to the total billed', 'total.billed', (places) =>
      sumOf(places, 'Schedule', 'invoice.*', 'G'),
    ),
    countCheck(
      'native.rounding',
      'Invoice lines with more digits than the rounding in force allows',
      'Schedule, invoice lines',
      unroundedLines,
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

/** How many figures of invoice lines are not rounded although they should be, apart from the last bits of a double. */
function unroundedLines(places: Places): string {
  const { first, last } = places.between('Schedule', 'months.invoice', 'check.invoice');
  const sheet = quoted(places.sheet('Schedule').name);
  const lines = `${sheet}!$J$${first}:$${places.lastSeries('Schedule')}$${last}`;
  const rounding = termCell('Live', 'Model', 'Invoice rounding');
  const digits = termCell('Live', 'Model', 'Invoice digits');
  const isOff = `ABS(${lines}-ROUND(${lines},IF(${digits}="",${INVOICE_DIGITS},${digits})))>ABS(${lines})*1E-12+1E-9`;
  return `IF(OR(${rounding}="",${rounding}="None"),0,SUMPRODUCT((${isOff})*1))`;
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
