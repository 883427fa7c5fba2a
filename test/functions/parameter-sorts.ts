import { Decimal } from '../../src/base/decimal';
import {
  oneOrRange,
  optional,
  options,
  range,
  required,
  type Argument,
} from '../../src/functions/framework/arguments/boundary';
import { choice, date, number, orWord, share } from '../../src/functions/framework/arguments/kinds';
import { option, optionSet } from '../../src/functions/framework/arguments/options';
import { column, columnOr, table } from '../../src/functions/framework/arguments/table';

const about = { text: 'An argument of the test.', unit: 'things' };
const steps = table({
  date: column(date, about),
  units: column(number({ min: 0 }), about),
  note: columnOr(number({ min: 0 }), 'none', about),
});
const choices = optionSet({
  Discount: option(share(), 'none', { ...about, defaultText: 'none' }),
  'Rate basis': option(choice(['Hour', 'Month']), 'Hour', { ...about, defaultText: 'Hour' }),
});

/** Every sort of parameter that a function can have. */
export const parameters = {
  number: required(number({ min: 0 }), about),
  whole: optional(number({ min: 0, max: 90, whole: true }), 7, { ...about, defaultText: '7' }),
  share: optional(share(), 'default', { ...about, defaultText: '0' }),
  date: required(date, about),
  'date or None': optional(orWord(date, 'None'), 'default', { ...about, defaultText: 'none' }),
  choice: optional(choice(['Volume', 'Package']), 'default', { ...about, defaultText: 'Volume' }),
  'one or range': oneOrRange(number({ min: 0 }), steps, about),
  range: range(steps, about),
  options: options(choices),
} satisfies Record<string, Argument<unknown>>;
export type Sort = keyof typeof parameters;
export const sorts = Object.keys(parameters) as Sort[];

/** Decimals as text and rows without their places, so that a table of answers can be read. */
export function plain(value: unknown): unknown {
  if (Decimal.isDecimal(value)) return value.toString();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  if ('cells' in value) return plain(value.cells);
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, plain(entry)]));
}
