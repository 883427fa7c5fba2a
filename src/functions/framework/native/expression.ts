/**
 * Parts of a plain Excel formula, put together so that brackets stand where they are needed and nowhere else. Only
 * what Excel 2016, LibreOffice and Google Sheets all know may be written with it.
 */
export interface Expression {
  /** en-US, without the leading =. */
  readonly text: string;
  /** How tightly its outermost operator binds. */
  readonly binds: number;
}

const COMPARED = 1;
const ADDED = 2;
const MULTIPLIED = 3;
const RAISED = 4;
const WHOLE = 5;

/** A cell, a range, a literal or a call: nothing beside it can pull it apart. */
export const whole = (text: string): Expression => ({ text, binds: WHOLE });

/** Anything that somebody wrote: brackets keep it together. */
export const bracketed = (text: string): Expression => whole(`(${text})`);

export const constant = (value: number): Expression =>
  value < 0 ? bracketed(String(value)) : whole(String(value));

export const text = (value: string): Expression => whole(`"${value.replaceAll('"', '""')}"`);

export type Operand = Expression | number;

const expressionOf = (operand: Operand): Expression =>
  typeof operand === 'number' ? constant(operand) : operand;

/** @param least how tightly the operand must bind to go without brackets */
function operandText(operand: Operand, least: number): string {
  const { text: written, binds } = expressionOf(operand);
  return binds >= least ? written : `(${written})`;
}

function joined(operator: string, binds: number, rightBinds: number, left: Operand, right: Operand) {
  return { text: `${operandText(left, binds)}${operator}${operandText(right, rightBinds)}`, binds };
}

export const plus = (left: Operand, right: Operand): Expression => joined('+', ADDED, ADDED, left, right);
export const minus = (left: Operand, right: Operand): Expression =>
  joined('-', ADDED, MULTIPLIED, left, right);
export const times = (left: Operand, right: Operand): Expression =>
  joined('*', MULTIPLIED, MULTIPLIED, left, right);
export const over = (left: Operand, right: Operand): Expression =>
  joined('/', MULTIPLIED, RAISED, left, right);
export const power = (left: Operand, right: Operand): Expression => ({
  text: `${operandText(left, WHOLE)}^${operandText(right, WHOLE)}`,
  binds: RAISED,
});

export const compare = (
  left: Operand,
  sign: '<' | '<=' | '>' | '>=' | '=' | '<>',
  right: Operand,
): Expression => ({
  text: `${operandText(left, ADDED)}${sign}${operandText(right, ADDED)}`,
  binds: COMPARED,
});

export const call = (name: string, ...operands: readonly Operand[]): Expression =>
  whole(`${name}(${operands.map((operand) => expressionOf(operand).text).join(',')})`);

/** What is not there counts as the factor 1. */
export function product(...factors: readonly (Operand | undefined)[]): Expression {
  return expressionOf(present(factors).reduce(times));
}

/** What is not there counts as 0. */
export function sum(...summands: readonly (Operand | undefined)[]): Expression {
  return expressionOf(present(summands).reduce(plus));
}

function present(operands: readonly (Operand | undefined)[]): Operand[] {
  return operands.filter((operand): operand is Operand => operand !== undefined);
}

export const either = (condition: Expression, then: Operand, otherwise: Operand): Expression =>
  call('IF', condition, then, otherwise);

/** Where the function would refuse: an error that can be seen, never a number that looks right. */
export const REFUSED = whole('NA()');

/** What a blank cell and a cell with empty text both equal. */
export const EMPTY = text('');
