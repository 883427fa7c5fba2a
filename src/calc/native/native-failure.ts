import type { Expression } from '../expression';
import type { Line } from '../line';

/**
 * Which parts of a model may have no value in a cell: a quotient whose divisor may be 0, a logarithm. Where such a part
 * does not count, because a factor beside it is 0, the printed formula must leave it out, since an error times 0 is the
 * error.
 */
export class Failures {
  readonly #known = new Map<Expression, boolean>();

  /** @returns whether the formula may give an error instead of a number */
  mayFail(expression: Expression): boolean {
    const known = this.#known.get(expression);
    if (known !== undefined) return known;
    // Lines refer to one another in circles through earlier periods; on the way round nothing new is found.
    this.#known.set(expression, false);
    const found = this.#find(expression);
    this.#known.set(expression, found);
    return found;
  }

  #find(expression: Expression): boolean {
    const { node } = expression;
    switch (node.kind) {
      case 'line':
      case 'running':
      case 'total':
        return this.#ofLine(node.line);
      case 'previous':
        return this.#ofLine(node.line) || this.mayFail(node.before);
      case 'grouped':
        return this.#ofLine(node.line) || this.#ofLine(node.group);
      case 'apply': {
        if (node.operator === 'logarithm') return true;
        if (node.operator === 'over' && !isNeverZero(node.operands[1])) return true;
        const guarded = guardedQuotient(expression);
        if (guarded) return guarded.some((part) => this.mayFail(part));
        return node.operands.some((operand) => this.mayFail(operand));
      }
      default:
        return false;
    }
  }

  #ofLine(line: Line): boolean {
    return this.mayFail(line.definition);
  }
}

function isNeverZero(divisor: Expression | undefined): boolean {
  if (divisor === undefined) return false;
  const { node } = divisor;
  switch (node.kind) {
    case 'constant':
      return !node.value.isZero();
    case 'clock':
      return node.field === 'days';
    case 'apply':
      return node.operator === 'days in month';
    default:
      return false;
  }
}

/** The parts of a quotient that says what holds where its divisor is 0: `a.over(b, whenZero)`. */
function guardedQuotient({ node }: Expression): readonly Expression[] | undefined {
  if (node.kind !== 'apply' || node.operator !== 'when') return undefined;
  const [condition, whenZero, quotient] = node.operands;
  if (condition?.node.kind !== 'apply' || condition.node.operator !== 'equal') return undefined;
  if (quotient?.node.kind !== 'apply' || quotient.node.operator !== 'over') return undefined;
  const [tested, zero] = condition.node.operands;
  const [dividend, divisor] = quotient.node.operands;
  const isZero = zero?.node.kind === 'constant' && zero.node.value.isZero();
  if (tested !== divisor || !isZero || !dividend || !divisor || !whenZero) return undefined;
  return [dividend, divisor, whenZero];
}
