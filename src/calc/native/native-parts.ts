import type { Expression } from '../expression';
import { Line } from '../line';
import type { Model } from '../model';
import type { Failures } from './native-failure';
import type { Noise } from './native-noise';

/** References that one formula may hold; each takes up to some fifty characters, and Excel takes 8,192. */
const MOST_REFERENCES = 60;
/** What several formulas need and takes more references than this is computed once. */
const SHARED_REFERENCES = 40;
/** Excel takes 64 levels of brackets; a person takes fewer. */
const DEEPEST = 20;

interface Size {
  readonly references: number;
  readonly depth: number;
}

const LEAF: Size = { references: 1, depth: 0 };

/**
 * The rows that a model takes natively: every line, and above those whose formula would be too long for one cell, or
 * would stand in several, rows for the parts of it.
 */
export class NativeParts {
  readonly #sizes = new Map<Expression, Size>();
  readonly #parts = new Map<Expression, Line>();
  readonly #partsOf = new Map<Line, Line[]>();
  readonly #rows = new Set<Line>();
  #line: Line | undefined;

  constructor(
    model: Model,
    private readonly failures: Failures,
    private readonly noise: Noise,
  ) {
    for (const line of model.lines) {
      this.#line = line;
      this.#partsOf.set(line, []);
      const { definition } = line;
      this.#sizeOfOperands(definition);
    }
  }

  /** The parts that stand above a line. */
  above(line: Line): readonly Line[] {
    return this.#partsOf.get(line) ?? [];
  }

  /** The row that holds a part, where it has one of its own. */
  rowFor(expression: Expression): Line | undefined {
    return this.#parts.get(expression);
  }

  isPart(line: Line): boolean {
    return this.#rows.has(line);
  }

  #size(expression: Expression): Size {
    let size = this.#sizes.get(expression);
    if (size === undefined) {
      size = this.#sizeOfOperands(expression);
      if (this.#isTooLarge(expression, size)) {
        this.#takeOut(expression);
        size = LEAF;
      }
      this.#sizes.set(expression, size);
    }
    return size;
  }

  #isTooLarge(expression: Expression, { references, depth }: Size): boolean {
    const most = expression.isShared ? SHARED_REFERENCES : MOST_REFERENCES;
    return expression.node.kind === 'apply' && (references > most || depth > DEEPEST);
  }

  #sizeOfOperands(expression: Expression): Size {
    const { node } = expression;
    switch (node.kind) {
      case 'previous': {
        const { references, depth } = this.#size(node.before);
        return { references: references + 2, depth: depth + 1 };
      }
      case 'grouped':
        return { references: 3, depth: 1 };
      case 'running':
      case 'total':
        return { references: 1, depth: 1 };
      case 'apply': {
        const { copies } = this.noise.operation(node);
        const sizes = node.operands.map((operand) => this.#size(operand));
        const guards = this.#guards(expression);
        return {
          references: sizes.reduce(
            (sum, size, place) => sum + size.references * ((copies[place] ?? 1) + guards),
            1,
          ),
          depth: Math.max(...sizes.map(({ depth }) => depth)) + 1 + guards,
        };
      }
      default:
        return LEAF;
    }
  }

  /** A product or a power that is guarded against an error names its operands once more. */
  #guards({ node }: Expression): number {
    if (node.kind !== 'apply') return 0;
    if (node.operator === 'power') return 1;
    return node.operator === 'times' && node.operands.some((operand) => this.failures.mayFail(operand))
      ? 1
      : 0;
  }

  #takeOut(expression: Expression): void {
    const line = this.#line;
    if (!line) return;
    const own = this.#partsOf.get(line) ?? [];
    const number = own.length + 1;
    const part = new Line({
      id: `part.${line.id}.${number}`,
      label: `${line.label}: part ${number}`,
      unit: '',
      scalar: isFixed(expression),
      summary: { kind: 'none' },
    });
    part.define(expression);
    own.push(part);
    this.#partsOf.set(line, own);
    this.#parts.set(expression, part);
    this.#rows.add(part);
  }
}

const fixed = new WeakMap<Expression, boolean>();

/** The same in every period. */
function isFixed(expression: Expression): boolean {
  let known = fixed.get(expression);
  if (known === undefined) {
    known = findFixed(expression);
    fixed.set(expression, known);
  }
  return known;
}

function findFixed({ node }: Expression): boolean {
  switch (node.kind) {
    case 'constant':
    case 'term':
    case 'given':
    case 'total':
      return true;
    case 'line':
      return node.line.scalar;
    case 'apply':
      return node.operands.every(isFixed);
    default:
      return false;
  }
}
