import { Refusal } from '../../../base/refusal';
import { isBlank } from '../../../base/cell';
import { CARD_HEADINGS, standsInOrder } from '../arguments/header-names';
import type { NativeArgument } from './argument';
import { otherOrder } from './reading';
import { blockOf, filledRows, hasColumn, stretchOf, type Block } from './block';
import { call, compare, minus, plus, product, sum, times, type Expression, type Operand } from './expression';

const BOUND = 0;
const PRICE = 1;
const FEE = 2;
const CARD_ORDER = ['up to', 'unit price', 'flat fee'];

/** A price card in cells: which rows are its tiers. */
export interface Card {
  readonly block: Block;
  readonly first: number;
  readonly last: number;
  readonly hasFees: boolean;
  /** Whether the last tier has an end. */
  readonly ends: boolean;
}

export function cardOf(argument: NativeArgument, name: string): Card | Refusal {
  const block = blockOf(argument);
  if (block === undefined) {
    return new Refusal(
      `${name} is computed inside the formula, so a plain formula has no cells to look into.`,
    );
  }
  if (!standsInOrder(block.rows, CARD_ORDER, CARD_HEADINGS)) return otherOrder(name);
  const filled = filledRows(block, PRICE);
  const stretch = stretchOf(filled);
  if (stretch === undefined) {
    return new Refusal(`${name} has a blank row between its tiers, which a plain formula cannot pass over.`);
  }
  const end = block.rows[stretch.last]?.[BOUND];
  const hasFees = hasColumn(block, FEE) && filled.some((row) => isCharged(block.rows[row]?.[FEE]));
  return { block, ...stretch, hasFees, ends: typeof end === 'number' && end !== 0 };
}

const isCharged = (fee: unknown): boolean => typeof fee === 'number' && fee !== 0;

export const boundOf = ({ block }: Card, row: number): Expression => block.cell(row, BOUND);
export const priceOf = ({ block }: Card, row: number): Expression => block.cell(row, PRICE);
export const feeOf = ({ block, hasFees }: Card, row: number): Expression | undefined =>
  hasFees && !isBlank(block.rows[row]?.[FEE]) ? block.cell(row, FEE) : undefined;

/** The bounds that a quantity may pass: of every tier but the last. */
const boundsPassed = ({ block, first, last }: Card): Expression => block.column(BOUND, first, last - 1);

/**
 * Each part at the price of its tier, as the first price on everything and the difference of prices on what lies
 * beyond each bound. The blank bound of the last tier is never looked at.
 */
export function graduated(card: Card, quantity: Operand): Expression {
  const { block, first, last } = card;
  const firstPart = sum(times(quantity, priceOf(card, first)), feeOf(card, first));
  if (first === last) return firstPart;
  const bounds = boundsPassed(card);
  const isBeyond = compare(quantity, '>', bounds);
  const difference = minus(block.column(PRICE, first + 1, last), block.column(PRICE, first, last - 1));
  const furtherParts = call('SUMPRODUCT', product(isBeyond, minus(quantity, bounds), difference));
  // Beside a comma, a fee that is blank or empty text counts as 0.
  const fees = card.hasFees
    ? call('SUMPRODUCT', times(1, isBeyond), block.column(FEE, first + 1, last))
    : undefined;
  return sum(firstPart, furtherParts, fees);
}

/** Everything at the price of the tier reached: the first, and one further for every bound passed. */
export function volume(card: Card, quantity: Operand): Expression {
  const { block, first, last, hasFees } = card;
  if (first === last) return sum(times(quantity, priceOf(card, first)), feeOf(card, first));
  const reached = plus(1, call('SUMPRODUCT', times(1, compare(quantity, '>', boundsPassed(card)))));
  const ofTier = (column: number) => call('INDEX', block.column(column, first, last), reached);
  return sum(times(quantity, ofTier(PRICE)), hasFees ? call('N', ofTier(FEE)) : undefined);
}
