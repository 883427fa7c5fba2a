import { Refusal } from '../../../base/refusal';
import { identify } from '../../../terms/table/identity';
import { FORMATS } from '../plan/number-formats';

/** Points, by header; scenarios take the width of Base. */
export const TERMS_WIDTHS: Readonly<Record<string, number>> = {
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

/** Columns whose cells a person fills. */
const INPUT_HEADERS: ReadonlySet<string> = new Set([
  'Low',
  'High',
  'Distribution',
  'Correlation',
  'Status',
  'Source',
  'As of',
  'Note',
]);

/** Whether the column under a header takes input: Base, the scenarios, and what says where a value comes from. */
export const isInputColumn = (header: readonly string[], column: number): boolean => {
  const name = header[column] ?? '';
  return INPUT_HEADERS.has(name) || (column >= header.indexOf('Base') && column < header.indexOf('Low'));
};

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
