import type { Line } from '../../calc/line';

/** Zero shows as a dash, a negative amount in red and brackets; the cell keeps all its digits. */
export const FORMATS = {
  money: '#,##0;[Red](#,##0);"–"',
  delta: '#,##0;(#,##0);"–"',
  difference: '#,##0.00;(#,##0.00);"–"',
  millions: '#,##0.0,,;[Red](#,##0.0,,);"–"',
  unitPrice: '#,##0.0000;[Red](#,##0.0000);"–"',
  tokenPrice: '0.00000000;[Red](0.00000000);"–"',
  trillions: '#,##0.000,,,,"T";[Red](#,##0.000,,,,"T");"–"',
  quantity: '#,##0;[Red](#,##0);"–"',
  share: '0.0%;[Red](0.0%);"–"',
  factor: '0.000000',
  ratio: '0.0000;[Red](0.0000);"–"',
  whole: '0',
  date: 'yyyy-mm-dd;;"–"',
  text: '@',
  general: 'General',
} as const;
export type NumberFormat = (typeof FORMATS)[keyof typeof FORMATS];

const BY_UNIT: Readonly<Record<string, NumberFormat>> = {
  currency: FORMATS.money,
  'currency or tokens': FORMATS.money,
  'currency per million tokens': FORMATS.unitPrice,
  'currency per unit and basis': FORMATS.unitPrice,
  'currency per token': FORMATS.tokenPrice,
  tokens: FORMATS.trillions,
  'unit-hours': FORMATS.quantity,
  units: FORMATS.quantity,
  share: FORMATS.share,
  factor: FORMATS.factor,
  index: FORMATS.ratio,
  ratio: FORMATS.ratio,
  date: FORMATS.date,
  periods: FORMATS.whole,
  days: FORMATS.whole,
  year: FORMATS.whole,
  years: FORMATS.whole,
  crossings: FORMATS.whole,
  direction: FORMATS.whole,
};

/** A line's figures as a person reads them. */
export function formatOf({ unit, scalar }: Line): NumberFormat {
  // A weight is tokens per token; volumes of a month run to trillions.
  if (unit === 'tokens' && scalar) return FORMATS.factor;
  return BY_UNIT[unit] ?? FORMATS.ratio;
}
