import { TOKEN_CLASSES } from '../definition';
import { AMOUNT, DATE, SHARE, TEXT, choice, section } from './section';

export const VENDOR = section('Vendor', 'name', [
  {
    term: 'Start',
    rule: DATE,
    unit: 'date',
    required: true,
    text: 'Day from which the vendor takes volume.',
  },
  {
    term: 'Full',
    rule: DATE,
    unit: 'date',
    text: 'Day from which it has its full share; its start where blank.',
  },
  { term: 'Share', rule: SHARE, unit: 'share', required: true, text: 'Full share of the metered volume.' },
  {
    term: 'Price factor',
    rule: AMOUNT,
    unit: 'factor',
    byDefault: 1,
    text: 'Its prices relative to the first vendor’s list; not used where it has prices of its own.',
  },
  ...TOKEN_CLASSES.map((tokenClass) => ({
    term: `${tokenClass} price`,
    rule: AMOUNT,
    unit: 'currency per million tokens',
    text: `Its own list price for ${tokenClass.toLowerCase()} tokens.`,
  })),
  {
    term: 'Commitment',
    rule: AMOUNT,
    unit: 'currency',
    byDefault: 0,
    text: 'Its own minimum spend in a contract year; a shortfall is billed at the year’s end.',
  },
]);

export const HOLD = section('Hold', 'name', [
  {
    term: 'From',
    rule: DATE,
    unit: 'date',
    required: true,
    text: 'First day on which the model is withheld.',
  },
  { term: 'To', rule: DATE, unit: 'date', required: true, text: 'First day on which it is back.' },
  {
    term: 'Disposition',
    rule: choice('Substitute', 'Lost', 'Second vendor'),
    unit: 'choice',
    byDefault: 'Substitute',
    text: 'What becomes of the held volume.',
  },
  {
    term: 'Price factor',
    rule: AMOUNT,
    unit: 'factor',
    byDefault: 1,
    text: 'Price of the substitute relative to the held model.',
  },
  {
    term: 'Relief',
    rule: choice('Netted', 'Vendor shortfall', 'None'),
    unit: 'choice',
    byDefault: 'None',
    text: 'Netted: the commitment falls by the list value of the held volume. Vendor shortfall: that, and a credit. None: the minimum binds.',
  },
  {
    term: 'Credit rate',
    rule: SHARE,
    unit: 'share',
    byDefault: 0,
    text: 'Vendor shortfall: credit as a part of the list value of the held volume.',
  },
]);

export const SEAT_TOOL = section('Seat tool', 'name', [
  {
    term: 'Vendor',
    rule: TEXT,
    unit: 'text',
    text: 'The vendor that bills the seats; the first one where blank.',
  },
  { term: 'Seats', rule: AMOUNT, unit: 'seats', required: true, withoutItem: 0, text: 'Seats in use.' },
  {
    term: 'Price per seat-month',
    rule: AMOUNT,
    unit: 'currency',
    required: true,
    withoutItem: 0,
    text: 'Price of one seat for a full month.',
  },
  { term: 'Start', rule: DATE, unit: 'date', text: 'First day in use; the model start where blank.' },
  { term: 'End', rule: DATE, unit: 'date', text: 'First day no longer in use; none where blank.' },
]);
