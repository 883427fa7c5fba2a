import { Decimal } from '../base/decimal';
import type { Line } from './line';
import type { Operator } from './operations';

/** One row of the input table, as the model refers to it: its place in the table, and how to name it. */
export interface TermReference {
  /** Position in the list of values that a reading is given. */
  readonly index: number;
  readonly label: string;
  readonly unit: string;
  /** The words of a choice; its value is the place of its word among them. */
  readonly choices?: readonly string[];
}

/** What a period knows about itself. Dates are day serials; the end is the first day after. */
export type ClockField = 'index' | 'start' | 'end' | 'days';

export type Node =
  | { readonly kind: 'constant'; readonly value: Decimal }
  | { readonly kind: 'term'; readonly term: TermReference }
  /** 1 where the term has a value, else 0. */
  | { readonly kind: 'given'; readonly term: TermReference }
  | { readonly kind: 'clock'; readonly field: ClockField }
  | { readonly kind: 'line'; readonly line: Line }
  | { readonly kind: 'previous'; readonly line: Line; readonly before: Expression }
  /** Sum of a line from the first period to this one. */
  | { readonly kind: 'running'; readonly line: Line }
  /** The same, begun anew wherever the value of `group` changes. */
  | { readonly kind: 'grouped'; readonly line: Line; readonly group: Line }
  /** Sum of a line over all periods. */
  | { readonly kind: 'total'; readonly line: Line }
  | { readonly kind: 'apply'; readonly operator: Operator; readonly operands: readonly Expression[] };

export type Operand = Expression | Decimal | number | string;

/**
 * A formula of the model, built by methods that read like those of decimal.js. It holds no value: each reading
 * (exact, explain, …) walks the same tree.
 */
export class Expression {
  /** Formulas that it is a part of, or the whole of. */
  #places = 0;

  constructor(readonly node: Node) {
    if (node.kind === 'apply') for (const operand of node.operands) operand.placed();
    if (node.kind === 'previous') node.before.placed();
  }

  /** Counts one more formula that it stands in. */
  placed(): this {
    this.#places += 1;
    return this;
  }

  /** Stands in more than one place, so that what is found out about it is worth keeping. */
  get isShared(): boolean {
    return this.#places > 1;
  }

  plus(other: Operand): Expression {
    return apply('plus', this, other);
  }
  minus(other: Operand): Expression {
    return apply('minus', this, other);
  }
  times(other: Operand): Expression {
    return apply('times', this, other);
  }
  /** Division; a zero divisor gives `whenZero`, or "not available" where none is given. */
  over(divisor: Operand, whenZero?: Operand): Expression {
    const by = expression(divisor);
    const quotient = apply('over', this, by);
    return whenZero === undefined ? quotient : when(by.equals(0), whenZero, quotient);
  }
  power(exponent: Operand): Expression {
    return apply('power', this, exponent);
  }
  atLeast(floor: Operand): Expression {
    return apply('larger of', this, floor);
  }
  atMost(cap: Operand): Expression {
    return apply('smaller of', this, cap);
  }
  /** x⁺: the part above zero. */
  aboveZero(): Expression {
    return this.atLeast(0);
  }
  floor(): Expression {
    return apply('floor', this);
  }
  isAbove(other: Operand): Expression {
    return apply('above', this, other);
  }
  isBelow(other: Operand): Expression {
    return apply('above', other, this);
  }
  isAtLeast(other: Operand): Expression {
    return apply('not below', this, other);
  }
  isAtMost(other: Operand): Expression {
    return apply('not below', other, this);
  }
  equals(other: Operand): Expression {
    return apply('equal', this, other);
  }
}

const newConstant = (value: Decimal | number | string): Expression =>
  new Expression({ kind: 'constant', value: new Decimal(value) });

/** Formulas are full of 0, 1 and 12: one of each serves them all. */
const SMALL = Array.from({ length: 13 }, (_none, value) => newConstant(value));

export const constant = (value: Decimal | number | string): Expression =>
  (typeof value === 'number' ? SMALL[value] : undefined) ?? newConstant(value);

export const expression = (operand: Operand): Expression =>
  operand instanceof Expression ? operand : constant(operand);

export const apply = (operator: Operator, ...operands: Operand[]): Expression =>
  new Expression({ kind: 'apply', operator, operands: operands.map(expression) });

export const term = (reference: TermReference): Expression =>
  new Expression({ kind: 'term', term: reference });
export const given = (reference: TermReference): Expression =>
  new Expression({ kind: 'given', term: reference });

export const periodIndex = new Expression({ kind: 'clock', field: 'index' });
export const periodStart = new Expression({ kind: 'clock', field: 'start' });
export const periodEnd = new Expression({ kind: 'clock', field: 'end' });
export const periodDays = new Expression({ kind: 'clock', field: 'days' });

/** `then` where the condition is not zero. Only the branch that applies is evaluated. */
export const when = (condition: Operand, then: Operand, otherwise: Operand): Expression =>
  apply('when', condition, then, otherwise);

/** 1 where every condition holds. */
export const allOf = (...conditions: Expression[]): Expression =>
  conditions.reduce((all, condition) => all.times(condition));

/** Pairs of pairs rather than one after another: a chain over thousands of products would be as deep as it is long. */
export function sumOf(parts: readonly Expression[]): Expression {
  const [first, second] = parts;
  if (first === undefined) return constant(0);
  if (second === undefined) return first;
  const half = parts.length - (parts.length >> 1);
  return sumOf(parts.slice(0, half)).plus(sumOf(parts.slice(half)));
}

export const largerOf = (a: Operand, b: Operand): Expression => apply('larger of', a, b);
export const smallerOf = (a: Operand, b: Operand): Expression => apply('smaller of', a, b);

/** The value of a line in the period before; `before` in the first period. */
export const previous = (line: Line, before: Operand = 0): Expression =>
  new Expression({ kind: 'previous', line, before: expression(before) });
export const running = (line: Line): Expression => new Expression({ kind: 'running', line });
export const grouped = (line: Line, group: Line): Expression =>
  new Expression({ kind: 'grouped', line, group });
export const total = (line: Line): Expression => new Expression({ kind: 'total', line });

export const exponential = (of: Operand): Expression => apply('exponential', of);
export const logarithm = (of: Operand): Expression => apply('logarithm', of);
/** Distribution function of the standard normal. */
export const normal = (of: Operand): Expression => apply('normal', of);

/** The same day of the month so many months later, or that month's last day. */
export const monthsAfter = (date: Operand, months: Operand): Expression =>
  apply('months after', date, months);
/** Whole months from one date to another; negative when the second lies before the first. */
export const wholeMonths = (from: Operand, to: Operand): Expression => apply('whole months', from, to);
/** Calendar month of a date, 1 to 12. */
export const monthOfYear = (date: Operand): Expression => apply('month of year', date);
/** Days that two half-open spans have in common. */
export const daysShared = (from: Operand, to: Operand, start: Operand, end: Operand): Expression =>
  smallerOf(to, end).minus(largerOf(from, start)).aboveZero();

/** A value that holds from a point on, where `holds` (1 where left out) says that it exists at all. */
export interface Step {
  readonly from: Expression;
  readonly value: Expression;
  readonly holds?: Expression;
}

/** The value of the last step that has begun by `at`; `before` ahead of the first. Steps in rising order. */
export const lastBegun = (at: Operand, steps: readonly Step[], before: Operand = 0): Expression =>
  steps.reduce<Expression>((value, step) => {
    const begun = step.from.isAtMost(at);
    return when(step.holds ? begun.times(step.holds) : begun, step.value, value);
  }, expression(before));

/** Twelve times the year plus the month of a date: neighbouring months differ by 1. */
export const monthNumber = (date: Operand): Expression => apply('month number', date);
/** Day of the month, 1 to 31. */
export const dayOfMonth = (date: Operand): Expression => apply('day of month', date);
export const daysInMonthOf = (date: Operand): Expression => apply('days in month', date);
