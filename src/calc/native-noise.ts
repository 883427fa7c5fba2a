import type { Expression, Node } from './expression';
import type { Line } from './line';
import type { Model } from './model';
import { type NativeOperation, inexactOperation, nativeOperation } from './native-operations';
import type { Operator } from './operations';
import { WholeNumbers } from './native-whole';

type Apply = Extract<Node, { kind: 'apply' }>;

const COMPARING: readonly Operator[] = ['above', 'not below', 'equal'];

/**
 * Where the last digits of doubles would decide something: at a bound that a figure meets exactly, and where figures
 * that are the same leave a trace of their difference.
 */
export class Noise {
  readonly #whole = new WholeNumbers();
  readonly #decisive: ReadonlySet<Line>;

  /** @param used lines that others are made of */
  constructor(
    model: Model,
    private readonly used: ReadonlySet<Line>,
  ) {
    this.#decisive = decisiveLines(model);
  }

  /** How a formula's operation is written. */
  operation({ operator, operands }: Apply): NativeOperation {
    const isExact =
      !COMPARING.includes(operator) ||
      operands.some(isZero) ||
      operands.every((operand) => this.#whole.has(operand));
    return isExact ? nativeOperation(operator) : inexactOperation(operator);
  }

  /**
   * A difference, or a sum over the periods, must come to exactly 0 where its figures cancel, if something is decided by
   * it, and a difference also where it is all that the reader sees.
   */
  mustCancel(line: Line): boolean {
    const { definition } = line;
    const { node } = definition;
    if (this.#whole.has(definition)) return false;
    if (node.kind === 'running') return this.#decisive.has(line);
    const isDifference = node.kind === 'apply' && node.operator === 'minus';
    return isDifference && (this.#decisive.has(line) || !this.used.has(line));
  }
}

const isZero = ({ node }: Expression): boolean => node.kind === 'constant' && node.value.isZero();

/** Lines that are compared with 0, and those that these are made of. */
function decisiveLines({ lines }: Model): ReadonlySet<Line> {
  const found = new Set<Line>();
  const seen = new Set<Expression>();
  const decides = ({ node }: Expression): void => {
    if (node.kind === 'apply' && !COMPARING.includes(node.operator)) node.operands.forEach(decides);
    if (node.kind === 'previous') decides(node.before);
    if (!('line' in node) || found.has(node.line)) return;
    found.add(node.line);
    decides(node.line.definition);
  };
  const visit = (expression: Expression): void => {
    const { node } = expression;
    if (seen.has(expression)) return;
    seen.add(expression);
    if (node.kind === 'previous') visit(node.before);
    if (node.kind !== 'apply') return;
    if (COMPARING.includes(node.operator) && node.operands.some(isZero)) node.operands.forEach(decides);
    node.operands.forEach(visit);
  };
  for (const { definition } of lines) visit(definition);
  return found;
}
