import { Refusal } from '../../../base/refusal';
import { COLUMNS, type ColumnName, RIGHT_OF_SCENARIOS } from '../../../terms/table/columns';
import { identify } from '../../../terms/table/identity';
import { FORMATS } from '../plan/number-formats';

/** In points; scenarios take the width of Base. */
const WIDTHS: Readonly<Record<ColumnName, number>> = {
  Section: 100,
  Item: 96,
  Term: 140,
  Unit: 110,
  Live: 96,
  Base: 96,
  Low: 72,
  High: 72,
  Distribution: 76,
  Correlation: 72,
  Status: 84,
  Source: 190,
  'As of': 72,
  Note: 320,
};

/** The table's own column of a header; undefined for that of a scenario. */
export const columnOf = (name: string): ColumnName | undefined => COLUMNS.find((column) => column === name);

export const widthOf = (name: string): number => WIDTHS[columnOf(name) ?? 'Base'];

/** Whether the column under a header takes input: Base, the scenarios, and what says where a value comes from. */
export function isInputColumn(name: string): boolean {
  const column = columnOf(name);
  return column === undefined || column === 'Base' || RIGHT_OF_SCENARIOS.includes(column);
}

const AMOUNT = '#,##0.00';
const PRICE = '#,##0.00##';
const PERCENT = '0.0##%';
const COUNT = '#,##0';

/** The format of a row's values, by the unit of its term. */
export function valueFormat(section: string, term: string, unit: string): string {
  const found = identify(section, term);
  if (found instanceof Refusal) return FORMATS.general;
  const { rule } = found.definition;
  if (rule.type === 'date') return 'yyyy-mm-dd';
  if (rule.type === 'text' || rule.type === 'choice') return FORMATS.general;
  if (rule.type === 'share' || unit === 'per year' || unit === 'per month') return PERCENT;
  const declared = found.definition.unit;
  if (declared === 'currency') return AMOUNT;
  if (declared.includes('currency')) return PRICE;
  return declared === 'tokens' ? COUNT : FORMATS.general;
}
