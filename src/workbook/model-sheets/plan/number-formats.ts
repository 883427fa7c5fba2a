import type { Line } from '../../../calc/line';

/**
 * Zero shows as a dash, a negative amount in red and brackets; the cell keeps all its digits. Others leave room for the
 * closing bracket, so that digits stand below digits and apart from the unit beside them.
 */
export const FORMATS = {
  money: '#,##0_);[Red](#,##0);"–"_)',
  delta: '#,##0_);(#,##0);"–"_)',
  difference: '#,##0.00_);(#,##0.00);"–"_)',
  millions: '#,##0.0,,_);[Red](#,##0.0,,);"–"_)',
  unitPrice: '#,##0.0000_);[Red](#,##0.0000);"–"_)',
  tokenPrice: '0.00000000_);[Red](0.00000000);"–"_)',
  trillions: '#,##0.000,,,,"T"_);[Red](#,##0.000,,,,"T");"–"_)',
  quantity: '#,##0_);[Red](#,##0);"–"_)',
  /** The last of several limits is a number that stands for none. */
  limit: '[>=1E+15]"no limit"_);[=0]"–"_);#,##0_)',
  share: '0.0%_);[Red](0.0%);"–"_)',
  percent: '0.0##%_)',
  /** Of a part of a formula, which may be anything. */
  part: '[>=1000]#,##0_);[<=-1000](#,##0);0.0000_)',
  /** Of a check: money, a share, or tokens, which run to trillions. */
  amount: '[>=1E+12]#,##0.000,,,,"T"_);[=0]"–"_);#,##0.00_)',
  factor: '0.000000_)',
  ratio: '0.0000_);[Red](0.0000);"–"_)',
  whole: '0_)',
  date: 'yyyy-mm-dd_);;"–"_)',
  text: '@',
  general: 'General',
} as const;
export type NumberFormat = (typeof FORMATS)[keyof typeof FORMATS];

const BY_UNIT: Readonly<Record<string, NumberFormat>> = {
  currency: FORMATS.money,
  'currency or tokens': FORMATS.limit,
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
export function formatOf({
  unit,
  scalar,
  isDifference = false,
}: Line & { readonly isDifference?: boolean }): NumberFormat {
  // A lower cost is no warning: brackets without the red of a negative amount.
  if (isDifference) return FORMATS.delta;
  // A weight is tokens per token; volumes of a month run to trillions.
  if (unit === 'tokens' && scalar) return FORMATS.factor;
  return BY_UNIT[unit] ?? FORMATS.ratio;
}
