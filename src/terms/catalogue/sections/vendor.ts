import { TOKEN_CLASSES } from '../definition';
import { AMOUNT, DATE, SHARE, TEXT, choice, section } from './section';

export const VENDOR = section('Vendor', 'name', [
  { term: 'Start', rule: DATE, unit: 'date', required: true },
  { term: 'Full', rule: DATE, unit: 'date' },
  { term: 'Share', rule: SHARE, unit: 'share', required: true },
  { term: 'Price factor', rule: AMOUNT, unit: 'factor', byDefault: 1 },
  ...TOKEN_CLASSES.map((tokenClass) => ({
    term: `${tokenClass} price` as const,
    rule: AMOUNT,
    unit: 'currency per million tokens',
  })),
  { term: 'Commitment', rule: AMOUNT, unit: 'currency', byDefault: 0 },
]);

export const HOLD = section('Hold', 'name', [
  { term: 'From', rule: DATE, unit: 'date', required: true },
  { term: 'To', rule: DATE, unit: 'date', required: true },
  {
    term: 'Disposition',
    rule: choice('Substitute', 'Lost', 'Second vendor'),
    unit: 'choice',
    byDefault: 'Substitute',
  },
  { term: 'Price factor', rule: AMOUNT, unit: 'factor', byDefault: 1 },
  { term: 'Relief', rule: choice('Netted', 'Vendor shortfall', 'None'), unit: 'choice', byDefault: 'None' },
  { term: 'Credit rate', rule: SHARE, unit: 'share', byDefault: 0 },
]);

export const SEAT_TOOL = section('Seat tool', 'name', [
  { term: 'Vendor', rule: TEXT, unit: 'text' },
  { term: 'Seats', rule: AMOUNT, unit: 'seats', required: true, withoutItem: 0 },
  { term: 'Price per seat-month', rule: AMOUNT, unit: 'currency', required: true, withoutItem: 0 },
  { term: 'Start', rule: DATE, unit: 'date' },
  { term: 'End', rule: DATE, unit: 'date' },
]);
