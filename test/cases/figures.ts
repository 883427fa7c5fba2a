import { dayFromIso } from '../../src/base/calendar';
import { TIERED_COST } from './cells';
import type { Inputs } from './published';

/** What the functions give for the named figures of a case; a list where the case prints a list. */
export type Figures = Readonly<Record<string, number | readonly number[]>>;

/** Published cases by id, each as calls of the functions on the figures of its inputs. */
export type Expressed = Readonly<Record<string, (given: Inputs) => Figures>>;

export const MILLION = 1_000_000;

export const day = (text: string): number => {
  const serial = dayFromIso(text);
  if (serial === undefined) throw new Error(`${text} is no date`);
  return serial;
};

/** A price card of one open tier: quantity × price. */
export const each = (quantity: number, price: number) => TIERED_COST(quantity, [['', price]]);

export const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
