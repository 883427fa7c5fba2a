import type { Decimal } from '../../base/decimal';
import type { Contract } from '../../contract/contract';

/** A figure for the grid; blank where there is none, as for a ratio without a divisor. */
export const figure = (value: Decimal | undefined): Decimal | '' =>
  value === undefined || value.isNaN() ? '' : value;

/** The unit with the currency of the table written out. */
export const unitText = ({ table }: Contract, unit: string): string =>
  unit.replace('currency', table.currency);
