import { Decimal } from '../../base/decimal';
import type { ClockField, Expression, Node, TermReference } from '../expression';
import type { Line } from '../line';
import type { Model } from '../model';
import { Failures } from './native-failure';
import { Noise } from './native-noise';
import { DIFFERENCE, type NativeOperation, TIGHTNESS, type Taken, zeroOr } from './native-operations';
import { NativeParts } from './native-parts';
import type { Operator } from '../operations';

/** Where a formula finds a line: in its own period, in the one before, from the first period to its own, in all. */
export type Span = 'now' | 'before' | 'so far' | 'all';

/** Where things stand, as a formula names them. The printer knows nothing of sheets. */
export interface Addressing {
  /** The cell with the value of a term that is in force. */
  term(term: TermReference): string;
  /** The cell with 1 where the term has a value, else 0. */
  given(term: TermReference): string;
  constant(value: Decimal): string;
  clock(field: ClockField): string;
  /** A line with one value for each period, or, of a line with one value for all, its cell. */
  line(line: Line, span: Span): string;
}

interface Printed {
  readonly text: string;
  readonly tightness: number;
  /** It is TRUE or FALSE rather than a number. */
  readonly isTruth: boolean;
}

type Apply = Extract<Node, { kind: 'apply' }>;

const { call, comparison, product } = TIGHTNESS;

const atom = (text: string): Printed => ({ text, tightness: call, isTruth: false });

/** The native reading of a model: each line as a formula of Excel 2016. */
export class NativeReading {
  readonly #failures = new Failures();
  readonly #noise: Noise;
  readonly #parts: NativeParts;
  readonly #used: ReadonlySet<Line>;

  constructor(readonly model: Model) {
    this.#used = usedLines(model);
    this.#noise = new Noise(model, this.#used);
    this.#parts = new NativeParts(model, this.#failures, this.#noise);
  }

  /** The rows that a line takes, from top to bottom: parts of its formula, then the line itself. */
  rows(line: Line): readonly Line[] {
    return [...this.#parts.above(line), line];
  }

  /** What a balance was before the first period, as a formula; undefined for a line that does not look back at itself. */
  opening(line: Line, addressing: Addressing): string | undefined {
    const before = beforeIn(line);
    return before && this.#printer(addressing).number(before);
  }

  /** A row's formula without its sign of equality, by where things stand. */
  print(line: Line, addressing: Addressing): string {
    const printer = this.#printer(addressing);
    const { definition } = line;
    if (this.#parts.isPart(line)) {
      const text = printer.number(definition);
      // A part is computed also where the branch that needs it does not apply, and may have no value there.
      return this.#failures.mayFail(definition) ? `IFERROR(${text},"")` : text;
    }
    if (this.#noise.mustCancel(line)) return printer.cancelling(definition);
    // A figure that is not available shows as blank, unless others build on it and must not take it for 0.
    return this.#used.has(line) ? printer.number(definition) : printer.numberOrBlank(definition);
  }

  #printer(addressing: Addressing): Printer {
    return new Printer(this.#parts, this.#failures, this.#noise, addressing);
  }
}

/** Lines that formulas of the model speak of. */
function usedLines({ lines }: Model): Set<Line> {
  const used = new Set<Line>();
  const seen = new Set<Expression>();
  const visit = (expression: Expression): void => {
    const { node } = expression;
    if (seen.has(expression)) return;
    seen.add(expression);
    if (node.kind === 'apply') node.operands.forEach(visit);
    if (node.kind === 'previous') visit(node.before);
    if ('line' in node) used.add(node.line);
    if (node.kind === 'grouped') used.add(node.group);
  };
  for (const line of lines) visit(line.definition);
  return used;
}

/** What the line was before the first period, where its formula looks back at itself. */
function beforeIn(line: Line): Expression | undefined {
  const open: Expression[] = [line.definition];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node } = next;
    if (node.kind === 'previous' && node.line === line) return node.before;
    if (node.kind === 'apply') open.push(...node.operands);
  }
  return undefined;
}

class Printer {
  constructor(
    private readonly parts: NativeParts,
    private readonly failures: Failures,
    private readonly noise: Noise,
    private readonly addressing: Addressing,
  ) {}

  /** The whole of a row: a number, whatever its formula ends in. */
  number(definition: Expression): string {
    return asNumber(this.#node(definition)).text;
  }

  /** A difference or a sum, 0 where its figures cancel. */
  cancelling(definition: Expression): string {
    const { node } = definition;
    if (node.kind === 'apply') return this.#written(node.operator, DIFFERENCE, node.operands).text;
    const value = this.number(definition);
    if (node.kind !== 'running' && node.kind !== 'grouped') return value;
    const figures = this.addressing.line(sizeOf(node.line), 'so far');
    return zeroOr(this.#named, value, `SUMPRODUCT(ABS(${figures}))`);
  }

  numberOrBlank(definition: Expression): string {
    const { node } = definition;
    if (node.kind !== 'apply' || node.operator !== 'over' || !this.failures.mayFail(definition)) {
      return this.number(definition);
    }
    const [, divisor] = node.operands;
    return divisor
      ? `IF(${this.#operand(divisor, TIGHTNESS.sum, 'number')}=0,"",${this.number(definition)})`
      : this.number(definition);
  }

  #expression(expression: Expression): Printed {
    const part = this.parts.rowFor(expression);
    return part ? atom(this.addressing.line(part, 'now')) : this.#node(expression);
  }

  #node({ node }: Expression): Printed {
    const { addressing } = this;
    switch (node.kind) {
      case 'constant':
        return atom(this.#constant(node.value));
      case 'term':
        return atom(addressing.term(node.term));
      case 'given':
        return atom(addressing.given(node.term));
      case 'clock':
        // The end is the day after the one that the sheet shows.
        return node.field === 'end'
          ? { text: addressing.clock('end'), tightness: TIGHTNESS.sum, isTruth: false }
          : atom(addressing.clock(node.field));
      case 'line':
        return atom(addressing.line(node.line, 'now'));
      case 'previous': {
        const before = asNumber(this.#expression(node.before)).text;
        return atom(`IF(${addressing.clock('index')}=0,${before},${addressing.line(node.line, 'before')})`);
      }
      case 'running':
        return atom(`SUM(${addressing.line(node.line, 'so far')})`);
      case 'grouped': {
        const [summed, groups] = [node.line, node.group].map((line) => addressing.line(line, 'so far'));
        return atom(`SUMIFS(${summed},${groups},${addressing.line(node.group, 'now')})`);
      }
      case 'total':
        return atom(`SUM(${addressing.line(node.line, 'all')})`);
      case 'apply':
        return this.#apply(node);
    }
  }

  readonly #named = (value: number | string): string => this.#constant(new Decimal(value));

  #constant(value: Decimal): string {
    return value.isZero() || value.eq(1) ? value.toString() : this.addressing.constant(value);
  }

  #apply(node: Apply): Printed {
    const { operator } = node;
    if (operator === 'power') return this.#power(node);
    if (operator === 'times') return this.#times(node);
    if (operator === 'when') return this.#when(node);
    return this.#plain(node);
  }

  #plain(node: Apply): Printed {
    return this.#written(node.operator, this.noise.operation(node), node.operands);
  }

  #written(operator: Operator, form: NativeOperation, operands: readonly Expression[]): Printed {
    const printed = operands.map((operand, place) =>
      this.#operand(operand, form.operands[place] ?? call, form.takes),
    );
    const isTruth = form.tightness === comparison;
    if (operator === 'floor' && operands.every(isWholeQuotient)) {
      return atom(`INT(${printed.join('')})`);
    }
    return { text: form.print(this.#named, ...printed), tightness: form.tightness, isTruth };
  }

  /** The branch that does not apply is not evaluated, in Excel as here. */
  #when({ operands }: Apply): Printed {
    const [condition, then, otherwise] = operands;
    if (!condition || !then || !otherwise) throw new Error('A choice has three operands.');
    const branches = [then, otherwise].map((branch) => asNumber(this.#expression(branch)).text);
    return atom(`IF(${this.#expression(condition).text},${branches.join(',')})`);
  }

  /** 0 to the power of 0 is 1 here and an error in Excel. */
  #power(node: Apply): Printed {
    const plain = this.#plain(node);
    const { operands } = node;
    const [base, exponent] = operands;
    if (!exponent || exponent.node.kind === 'constant') return plain;
    if (base?.node.kind === 'constant') return plain;
    return atom(`IF(${this.#operand(exponent, TIGHTNESS.sum, 'number')}=0,1,${plain.text})`);
  }

  /** A factor of 0 makes the other one idle, even where that has no value. */
  #times(node: Apply): Printed {
    const plain = this.#plain(node);
    const { operands } = node;
    const idle = operands.filter((_operand, place) => {
      const other = operands[1 - place];
      return other !== undefined && this.failures.mayFail(other);
    });
    return idle.reduce<Printed>(
      ({ text }, factor) => atom(`IF(${this.#operand(factor, TIGHTNESS.sum, 'number')}=0,0,${text})`),
      plain,
    );
  }

  #operand(operand: Expression, tightness: number, takes: Taken): string {
    const printed = takes === 'number' ? asNumber(this.#expression(operand)) : this.#expression(operand);
    return printed.tightness < tightness ? `(${printed.text})` : printed.text;
  }
}

/** The line by whose figures the last digits of a sum are measured: of differences, what is subtracted. */
function sizeOf(line: Line): Line {
  const { node } = line.definition;
  if (node.kind === 'line') return sizeOf(node.line);
  const [, subtracted] = node.kind === 'apply' && node.operator === 'minus' ? node.operands : [];
  return subtracted?.node.kind === 'line' && !subtracted.node.line.scalar ? subtracted.node.line : line;
}

/** TRUE is not 1 where Excel compares it; a product makes it so. */
const asNumber = (printed: Printed): Printed =>
  printed.isTruth ? { text: `(${printed.text})*1`, tightness: product, isTruth: false } : printed;

const WHOLE_OPERATORS: readonly Operator[] = ['whole months', 'month number', 'month of year', 'floor'];

/** Whole numbers divide in doubles without falling short of a whole quotient. */
function isWholeQuotient({ node }: Expression): boolean {
  if (node.kind !== 'apply' || node.operator !== 'over') return false;
  const [dividend, divisor] = node.operands;
  if (divisor?.node.kind !== 'constant' || !divisor.node.value.isInteger()) return false;
  if (dividend?.node.kind === 'clock') return dividend.node.field === 'index';
  return dividend?.node.kind === 'apply' && WHOLE_OPERATORS.includes(dividend.node.operator);
}
