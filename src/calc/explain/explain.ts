import { isoText } from '../../base/calendar';
import { Decimal, ONE, ZERO } from '../../base/decimal';
import type { Evaluation } from '../exact/exact';
import { type ClockField, type Expression, type TermReference } from '../expression';
import type { Line } from '../line';
import { BINDING, operation } from '../operations';

/** One row of an explanation. */
export interface Step {
  /** The thing itself: a line, a term, or a property of the period. */
  readonly subject: Line | TermReference | ClockField;
  readonly label: string;
  /** How the value comes about, in words; empty for a term, which is given. */
  readonly formula: string;
  /** Undefined where the term has no value. */
  readonly value: Decimal | undefined;
  readonly unit: string;
  /** The periods that the value is about: those from `from` up to, and without, `to`; none before the first period. */
  readonly from: number;
  readonly to: number;
}

const CLOCK_WORDS: Readonly<Record<ClockField, string>> = {
  index: 'number of the period',
  start: 'start of the period',
  end: 'end of the period',
  days: 'days of the period',
};

/**
 * The explaining reading: the line with its formula as it applies in this period (a choice shows the branch that was
 * taken), then each thing that the formula names, with its own formula and value.
 */
export function explain(evaluation: Evaluation, line: Line, period: number): Step[] {
  const page = new Page(evaluation, period);
  const first = page.lineStep(line, line.label, line, page.value(line));
  const operands = page.operandsOf(line.definition).map((operand) => page.operandStep(operand));
  const seen = new Set<string>([first.label]);
  return [first, ...operands.filter(({ label }) => !seen.has(label) && seen.add(label))];
}

/** The value of any formula at a period, by walking it: slow, and only for explanations. */
export function valueAt(evaluation: Evaluation, expression: Expression, period: number): Decimal | undefined {
  return new Page(evaluation, period).value(expression);
}

class Page {
  constructor(
    private readonly evaluation: Evaluation,
    private readonly period: number,
  ) {}

  value(expression: Expression): Decimal | undefined {
    const { node } = expression;
    const { evaluation, period } = this;
    switch (node.kind) {
      case 'constant':
        return node.value;
      case 'term':
        return evaluation.terms[node.term.index] ?? undefined;
      case 'given':
        return (evaluation.terms[node.term.index] ?? null) === null ? ZERO : ONE;
      case 'clock':
        return new Decimal(this.#clock(node.field));
      case 'line':
        return evaluation.at(node.line, period);
      case 'previous':
        return period === 0 ? this.value(node.before) : evaluation.at(node.line, period - 1);
      case 'running':
        return sum(evaluation.series(node.line).slice(0, period + 1));
      case 'grouped':
        return sum(evaluation.series(node.line).slice(this.#groupStart(node.group), period + 1));
      case 'total':
        return sum(evaluation.series(node.line));
      case 'apply': {
        if (node.operator === 'when') return this.value(this.#taken(node.operands));
        const values = node.operands.map((operand) => this.value(operand));
        return values.every((value) => value !== undefined)
          ? operation(node.operator).exact(...values)
          : undefined;
      }
    }
  }

  /** The parts of a formula that have a name, in the order in which it names them. */
  operandsOf(expression: Expression): Expression[] {
    const standing = this.#standing(expression);
    const { node } = standing;
    switch (node.kind) {
      case 'constant':
        return [];
      case 'apply':
        return node.operator === 'when'
          ? this.operandsOf(this.#taken(node.operands))
          : this.#simplified(node.operands, node.operator).flatMap((operand) => this.operandsOf(operand));
      default:
        return [standing];
    }
  }

  /** The first period has none before it: the opening value takes its place. */
  #standing(expression: Expression): Expression {
    const { node } = expression;
    return node.kind === 'previous' && this.period === 0 ? this.#standing(node.before) : expression;
  }

  operandStep(operand: Expression): Step {
    const { node } = operand;
    const label = this.words(operand);
    const value = this.value(operand);
    const span = this.spanOf(operand);
    switch (node.kind) {
      case 'term':
        return { subject: node.term, label, formula: '', value, unit: node.term.unit, ...span };
      case 'given':
        return { subject: node.term, label, formula: '', value, unit: 'yes or no', ...span };
      case 'clock':
        return {
          subject: node.field,
          label,
          formula: '',
          value,
          unit: node.field === 'index' ? 'periods' : node.field === 'days' ? 'days' : 'date',
          ...span,
        };
      case 'line':
      case 'previous':
      case 'running':
      case 'grouped':
      case 'total':
        return this.lineStep(node.line, label, operand, value);
      default:
        throw new Error('Only a part with a name can be a step.');
    }
  }

  lineStep(line: Line, label: string, operand: Expression, value: Decimal | undefined): Step {
    const isOwn = operand.node.kind === 'line';
    return {
      subject: line,
      label,
      formula: isOwn ? this.words(line.definition) : '',
      value,
      unit: line.unit,
      ...this.spanOf(operand),
    };
  }

  spanOf({ node }: Expression): Pick<Step, 'from' | 'to'> {
    const { period } = this;
    switch (node.kind) {
      case 'previous':
        return { from: Math.max(0, period - 1), to: period };
      case 'running':
        return { from: 0, to: period + 1 };
      case 'grouped':
        return { from: this.#groupStart(node.group), to: period + 1 };
      case 'total':
        return { from: 0, to: this.evaluation.timeline.periods };
      default:
        return { from: period, to: period + 1 };
    }
  }

  words(expression: Expression): string {
    const { node } = this.#standing(expression);
    switch (node.kind) {
      case 'constant':
        return node.value.toString();
      case 'term':
        return node.term.label;
      case 'given':
        return `${node.term.label} has a value`;
      case 'clock':
        return CLOCK_WORDS[node.field];
      case 'line':
        return node.line.label;
      case 'previous':
        return `${node.line.label} of the period before`;
      case 'running':
        return `${node.line.label} to date`;
      case 'grouped':
        return `${node.line.label} in the same ${node.group.label.toLowerCase()} to date`;
      case 'total':
        return `total of ${node.line.label}`;
      case 'apply':
        return this.#operationWords(node.operator, node.operands);
    }
  }

  #operationWords(operator: Parameters<typeof operation>[0], operands: readonly Expression[]): string {
    if (operator === 'when') return this.words(this.#taken(operands));
    const parts = this.#simplified(operands, operator);
    const [only] = parts;
    if (only && parts.length === 1 && operands.length > 1) return this.words(only);
    const choice = operator === 'equal' ? choiceWords(parts) : undefined;
    if (choice !== undefined) return choice;
    const { binding, words } = operation(operator);
    const ofDates = LIKE_WITH_LIKE.has(operator) && parts.some(isDate);
    return words(
      ...parts.map((part, place) =>
        ofDates && part.node.kind === 'constant'
          ? isoText(part.node.value.toNumber())
          : this.#bracketed(part, binding, place > 0 && NOT_ASSOCIATIVE.has(operator)),
      ),
    );
  }

  /** A sum without its zeros and a product without its ones say the same and are shorter. */
  #simplified(operands: readonly Expression[], operator: string): readonly Expression[] {
    const idle = operator === 'plus' ? ZERO : operator === 'times' ? ONE : undefined;
    if (!idle) return operands;
    const standing = operands.map((operand) => this.#standing(operand));
    const kept = standing.filter(({ node }) => !(node.kind === 'constant' && node.value.eq(idle)));
    return kept.length > 0 ? kept : standing.slice(0, 1);
  }

  #bracketed(part: Expression, outer: number, strict: boolean): string {
    const text = this.words(part);
    const inner = this.#bindingOf(part);
    if (outer === BINDING.call) return text;
    return inner < outer || (strict && inner === outer) ? `(${text})` : text;
  }

  #bindingOf(part: Expression): number {
    const { node } = this.#standing(part);
    if (node.kind !== 'apply') return BINDING.call;
    if (node.operator === 'when') return this.#bindingOf(this.#taken(node.operands));
    const kept = this.#simplified(node.operands, node.operator);
    const [only] = kept;
    return only && kept.length === 1 && node.operands.length > 1
      ? this.#bindingOf(only)
      : operation(node.operator).binding;
  }

  #taken(operands: readonly Expression[]): Expression {
    const [condition, then, otherwise] = operands;
    if (!condition || !then || !otherwise) throw new Error('A choice has three parts.');
    return this.value(condition)?.isZero() ? otherwise : then;
  }

  #groupStart(group: Line): number {
    const groups = this.evaluation.series(group);
    let first = this.period;
    while (first > 0 && groups[first - 1]?.eq(groups[this.period] ?? ZERO)) first -= 1;
    return first;
  }

  #clock(field: ClockField): number {
    const { timeline } = this.evaluation;
    const start = timeline.start(this.period);
    const end = timeline.end(this.period);
    return { index: this.period, start, end, days: end - start }[field];
  }
}

const NOT_ASSOCIATIVE: ReadonlySet<string> = new Set(['minus', 'over', 'power']);

/** Operations whose operands are of one kind: a number beside a date is a date. */
const LIKE_WITH_LIKE: ReadonlySet<string> = new Set(['larger of', 'smaller of', 'above', 'not below']);

function isDate({ node }: Expression): boolean {
  switch (node.kind) {
    case 'term':
      return node.term.unit === 'date';
    case 'line':
      return node.line.unit === 'date';
    case 'clock':
      return node.field === 'start' || node.field === 'end';
    case 'apply':
      return (node.operator === 'larger of' || node.operator === 'smaller of') && node.operands.some(isDate);
    default:
      return false;
  }
}

/** A choice counts as its place among several; a person knows it by its word. */
function choiceWords([term, place]: readonly Expression[]): string | undefined {
  if (term?.node.kind !== 'term' || place?.node.kind !== 'constant') return undefined;
  const { label, choices } = term.node.term;
  const choice = choices?.[place.node.value.toNumber()];
  return choice === undefined ? undefined : `${label} is ${choice}`;
}

const sum = (values: readonly Decimal[]): Decimal => values.reduce((total, value) => total.plus(value), ZERO);
