import type { Bridge } from '../../analysis/bridge';
import { lineOf } from '../../analysis/headline';
import type { Contract } from '../../contract/contract';
import { NAMESPACE } from '../formulas/function-names';
import { FIRST_SERIES } from '../model-sheets/plan/columns';
import { FORMATS, formatOf, type NumberFormat } from '../model-sheets/plan/number-formats';
import { across, addSection, AT, written } from './comparison-cells';
import type { SheetCells, Written } from './sheet-cells';

/** Where the chart finds its bars. */
export interface BridgePlace {
  /** Numbers of rows in the sheet, from 1. */
  readonly head: number;
  readonly first: number;
  readonly last: number;
  /** The row below which the chart is drawn. */
  readonly chart: number;
}

/** Rows that the chart covers. */
export const CHART_ROWS = 20;

/** What stacked columns need to float: the part that is not seen, and the parts above and below 0. */
export const CHART_COLUMNS = ['Label', 'Not seen', 'Total', 'Rise', 'Rise below 0', 'Fall', 'Fall below 0'];

/** Numbers of a cell and of a function's result agree to the fifteen digits that both have. */
const agree = (a: string, b: string): string => `ABS(${a}-${b})<=1E-9+ABS(${b})*1E-12`;

/**
 * The bridge as it stood: amounts are values, since its steps mix two scenarios, which no formula of the sheet can. Its two
 * ends are held against the Terms as they stand, so that an outdated bridge says that it is.
 */
export function addBridge(
  sheet: SheetCells,
  contract: Contract,
  bridge: Bridge,
  terms: string,
  stamp: string,
): BridgePlace {
  const format = formatOf(lineOf(contract, bridge.figure.id));
  const { unit } = bridge.figure;
  const [label, total, before] = [AT.label, AT.total, AT.opening].map((column) => `$${sheet.letter(column)}`);
  addSection(sheet, 'block.bridge', `Bridge: ${bridge.figure.label}`, CHART_COLUMNS.length);
  sheet.add('bridge.stamp', {
    [AT.label]: written('Snapshot of', 'label'),
    [AT.constant]: written(stamp, 'note'),
    [AT.id]: written('bridge.stamp', 'id'),
  });
  sheet.add('bridge.order', {
    [AT.label]: written('Order of the steps', 'label'),
    [AT.constant]: written(bridge.order, 'note'),
    [AT.id]: written('bridge.order', 'id'),
  });
  const head = sheet.add('head.bridge', {
    [AT.label]: written('Step', 'tableHead'),
    [AT.id]: written('head.bridge', 'id'),
    [AT.unit]: written('Unit', 'tableHead'),
    [AT.total]: written('Amount', 'tableHeadOfNumbers'),
    [AT.check]: written('Check', 'tableHeadOfNumbers'),
    [AT.opening]: written('Before it', 'tableHeadOfNumbers'),
    ...across(CHART_COLUMNS, (name) => written(name, 'tableHeadOfNumbers')),
  });
  const first = sheet.nextRow;
  const end = first + bridge.steps.length + 1;
  const tie = (row: number, scenario: string): string =>
    agree(
      `${total}${row}`,
      `${NAMESPACE}.TOTAL(${terms},"${bridge.figure.id}","${scenario.replaceAll('"', '""')}")`,
    );
  const check = (condition: string): Written =>
    written(`=IFERROR(IF(${condition},0,1),1)`, 'check', FORMATS.whole);
  const bars = barsOf(sheet, format);

  addRow('bridge.start', bridge.from, bridge.start.toNumber(), {
    [AT.check]: check(tie(first, bridge.from)),
    [AT.opening]: written(0, 'calculated', format),
    ...bars.total(first, `=${label}${first}`),
  });
  bridge.steps.forEach((step, place) => {
    const row = sheet.nextRow;
    const [sections = step.label] = step.label.split(':');
    addRow(`bridge.step ${place + 1}`, step.label, step.amount.toNumber(), {
      [AT.opening]: written(`=${before}${row - 1}+${total}${row - 1}`, 'calculated', format),
      ...bars.step(row, sections),
    });
  });
  addRow('bridge.end', bridge.to, bridge.end.toNumber(), {
    [AT.check]: check(
      `AND(${agree(`SUM(${total}${first}:${total}${end - 1})`, `${total}${end}`)},${tie(end, bridge.to)})`,
    ),
    ...bars.total(end, `=${label}${end}`),
  });
  sheet.gap();
  const chart = sheet.nextRow;
  sheet.gap(CHART_ROWS);
  return { head, first, last: end, chart };

  function addRow(id: string, name: string, amount: number, others: Record<number, Written>): void {
    const isEnd = id === 'bridge.start' || id === 'bridge.end';
    sheet.add(id, {
      [AT.label]: written(name, isEnd ? 'outputLabel' : 'label'),
      [AT.id]: written(id, 'id'),
      [AT.unit]: written(unit, 'unit'),
      [AT.total]: written(amount, isEnd ? 'output' : 'calculated', format),
      ...others,
    });
  }
}

/** The columns that the chart stacks: what lies above 0 upwards, what lies below it downwards. */
function barsOf(sheet: SheetCells, format: NumberFormat) {
  const [total, before] = [AT.total, AT.opening].map((column) => `$${sheet.letter(column)}`);
  const cells = (row: readonly (string | number)[]): Record<number, Written> =>
    Object.fromEntries(
      row.map((content, place) => [
        FIRST_SERIES + place,
        place === 0 ? written(content, 'calculatedText') : written(content, 'calculated', format),
      ]),
    );
  return {
    total: (row: number, label: string) => cells([label, 0, `=${total}${row}`, 0, 0, 0, 0]),
    step(row: number, label: string) {
      const from = `${before}${row}`;
      const to = `(${before}${row}+${total}${row})`;
      const isRise = `${total}${row}>0`;
      const above = `MAX(0,${from},${to})-MAX(0,MIN(${from},${to}))`;
      const below = `MIN(0,${from},${to})-MIN(0,MAX(${from},${to}))`;
      return cells([
        label,
        `=IF(${from}*${to}>0,SIGN(${from})*MIN(ABS(${from}),ABS(${to})),0)`,
        0,
        `=IF(${isRise},${above},0)`,
        `=IF(${isRise},${below},0)`,
        `=IF(${isRise},0,${above})`,
        `=IF(${isRise},0,${below})`,
      ]);
    },
  };
}
