import type { Expression, Node } from '../expression';
import type { Line } from '../line';
import type { Model } from '../model';
import { type NativeOperation, inexactOperation, nativeOperation } from './native-operations';
import type { Operator } from '../operations';
import { WholeNumbers } from './native-whole';

type Apply = Extract<Node, { kind: 'apply' }>;

const COMPARING: readonly Operator[] = ['above', 'not below', 'equal'];

/**
 * Where the last digits of doubles would decide something: at a bound that a figure meets exactly, and where figures
 * that are the same leave a trace of their difference.
 */
export class Noise {
  readonly #whole = new WholeNumbers();
  readonly #decisive: Decisive;

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
      operands.some(isNothing) ||
      operands.every((operand) => this.#whole.has(operand));
    return isExact ? nativeOperation(operator) : inexactOperation(operator);
  }

  /**
   * A difference must come to exactly 0 where its figures cancel, if something is decided by it or it is all that the
   * reader sees; a sum over the periods, if it is compared with 0 itself: another sum is better left alone, since what a
   * later formula takes off it again would not cancel.
   */
  mustCancel(line: Line): boolean {
    const { definition } = line;
    const { node } = definition;
    if (this.#whole.has(definition)) return false;
    if (node.kind === 'running' || node.kind === 'grouped') return this.#decisive.compared.has(line);
    const isDifference = node.kind === 'apply' && node.operator === 'minus';
    return isDifference && (this.#decisive.lines.has(line) || !this.used.has(line));
  }
}

/** Counts as zero in a comparison; no figure is as small. */
const NEXT_TO_NOTHING = '1e-15';

const isNothing = ({ node }: Expression): boolean =>
  node.kind === 'constant' && node.value.abs().lt(NEXT_TO_NOTHING);

interface Decisive {
  /** Lines that are compared with 0, and those that these are made of. */
  readonly lines: ReadonlySet<Line>;
  /** Those that are compared themselves, and what these add up. */
  readonly compared: ReadonlySet<Line>;
}

function decisiveLines({ lines }: Model): Decisive {
  const decisive = new Set<Line>();
  const compared = new Set<Line>();
  const decides = ({ node }: Expression, isCompared: boolean): void => {
    if (node.kind === 'apply') {
      if (!COMPARING.includes(node.operator))
        node.operands.forEach((operand) => decides(operand, isCompared));
    }
    if (node.kind === 'previous') decides(node.before, isCompared);
    if (!('line' in node)) return;
    const { line } = node;
    const known = isCompared ? compared : decisive;
    if (known.has(line)) return;
    known.add(line);
    decisive.add(line);
    const { definition } = line;
    decides(definition, isCompared && definition.node.kind !== 'apply');
  };
  const seen = new Set<Expression>();
  const visit = (expression: Expression): void => {
    const { node } = expression;
    if (seen.has(expression)) return;
    seen.add(expression);
    if (node.kind === 'previous') visit(node.before);
    if (node.kind !== 'apply') return;
    if (COMPARING.includes(node.operator) && node.operands.some(isNothing)) {
      node.operands.forEach((operand) => decides(operand, true));
    }
    node.operands.forEach(visit);
  };
  for (const { definition } of lines) visit(definition);
  return { lines: decisive, compared };
}
