import type { Expression } from '../expression';
import type { Operator } from '../operations';

const ALWAYS: readonly Operator[] = [
  'floor',
  'above',
  'not below',
  'equal',
  'months after',
  'whole months',
  'month of year',
  'month number',
  'day of month',
  'days in month',
];
const OF_WHOLE: readonly Operator[] = ['plus', 'minus', 'times', 'larger of', 'smaller of'];
const WHOLE_UNITS = ['date', 'days'];

/** Which formulas give whole numbers, as dates, counts and choices are: doubles hold and compare those exactly. */
export class WholeNumbers {
  readonly #known = new Map<Expression, boolean>();

  has(expression: Expression): boolean {
    const known = this.#known.get(expression);
    if (known !== undefined) return known;
    // On the way round a balance that looks back at itself nothing is known yet, and "no" is the safe answer.
    this.#known.set(expression, false);
    const found = this.#find(expression);
    this.#known.set(expression, found);
    return found;
  }

  #find({ node }: Expression): boolean {
    switch (node.kind) {
      case 'constant':
        return node.value.isInteger();
      case 'term':
        return node.term.choices !== undefined || WHOLE_UNITS.includes(node.term.unit);
      case 'given':
      case 'clock':
        return true;
      case 'previous':
        return this.has(node.before) && this.has(node.line.definition);
      case 'line':
      case 'running':
      case 'grouped':
      case 'total':
        return this.has(node.line.definition);
      case 'apply': {
        if (ALWAYS.includes(node.operator)) return true;
        const values = node.operator === 'when' ? node.operands.slice(1) : node.operands;
        return (
          (node.operator === 'when' || OF_WHOLE.includes(node.operator)) &&
          values.every((value) => this.has(value))
        );
      }
    }
  }
}
