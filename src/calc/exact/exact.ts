import { Decimal, ONE, ZERO } from '../../base/decimal';
import { type RunOf, isSame, runOf, shortcut, wholeQuotient } from './exact-operation';
import type { ClockField, Expression } from '../expression';
import type { Line } from '../line';
import { type Model, unknownLine } from '../model';
import { type Operator, operation } from '../operations';
import type { Timeline } from '../timeline';

/** Values of the terms, by the index of their reference; null where a term has none. */
export type TermValues = readonly (Decimal | null)[];

/** What a compiled formula reads while it runs. */
interface State {
  readonly values: Decimal[][];
  readonly terms: TermValues;
  readonly clock: Readonly<Record<ClockField, readonly Decimal[]>>;
  /** Results of parts that are the same in every period. */
  readonly fixed: (Decimal | undefined)[];
  /** Results of parts that stand in several places, with the period that each is of. */
  readonly shared: (Decimal | undefined)[];
  readonly sharedPeriods: number[];
  readonly sums: Decimal[][];
  /** The last power that each place in the formulas took. */
  readonly powers: { x: Decimal; y: Decimal; result: Decimal }[];
}

type Run = RunOf<State>;
interface Compiled {
  readonly run: Run;
  /** The same in every period. */
  readonly fixed: boolean;
}

/** The lines' values for one set of terms. Scalars have one value, held in period 0. */
export class Evaluation {
  /** Running sums of the lines that were asked for: thousands of cells ask for a line up to some month. */
  readonly #sums = new Map<Line, readonly Decimal[]>();

  constructor(
    readonly model: Model,
    readonly timeline: Timeline,
    readonly terms: TermValues,
    private readonly values: readonly (readonly Decimal[])[],
  ) {}

  series(line: Line): readonly Decimal[] {
    return this.values[this.model.place(line)] ?? [];
  }

  /** The value of a period; of a scalar, its one value. */
  at(line: Line, period: number): Decimal {
    const value = this.series(line)[line.scalar ? 0 : period];
    if (value === undefined) throw new Error(`The line ${line.id} has no period ${period}.`);
    return value;
  }

  /** Sum of a line over the periods before `to`. */
  sumUpTo(line: Line, to: number): Decimal {
    let sums = this.#sums.get(line);
    if (!sums) {
      let sum = ZERO;
      sums = this.series(line).map((value) => (sum = sum.plus(value)));
      this.#sums.set(line, sums);
    }
    return to === 0 ? ZERO : elementOf(sums, to - 1);
  }
}

/** The exact reading: every line in decimals, by one pass over the periods for each pass of the model. */
export class ExactReading {
  readonly #lines = new Map<Line, Run>();
  readonly #shared = new Map<Expression, Compiled>();
  #fixedSlots = 0;
  #sharedSlots = 0;
  #powerSlots = 0;
  readonly #sumSlots = new Map<string, number>();

  constructor(readonly model: Model) {
    for (const line of model.lines) this.#lines.set(line, this.#compile(line.definition).run);
  }

  /**
   * @param earlier values to keep for the periods before `from`: what another evaluation found for them
   */
  evaluate(
    timeline: Timeline,
    terms: TermValues,
    earlier?: { evaluation: Evaluation; from: number },
  ): Evaluation {
    const { model } = this;
    const from = earlier?.from ?? 0;
    const values = model.lines.map((line) =>
      earlier && !line.scalar ? earlier.evaluation.series(line).slice(0, from) : [],
    );
    const state: State = {
      values,
      terms,
      clock: clockOf(timeline),
      fixed: [],
      shared: [],
      sharedPeriods: [],
      sums: [],
      powers: [],
    };
    for (const pass of model.passes) {
      for (const line of pass.scalars) valuesOf(values, model.place(line))[0] = this.#run(line)(state, 0);
      const steps = pass.periods.map((line) => ({
        run: this.#run(line),
        into: valuesOf(values, model.place(line)),
      }));
      for (let period = from; period < timeline.periods; period += 1) {
        for (const step of steps) step.into[period] = step.run(state, period);
      }
    }
    return new Evaluation(model, timeline, terms, values);
  }

  #run(line: Line): Run {
    return this.#lines.get(line) ?? unknownLine(line);
  }

  #compile(expression: Expression): Compiled {
    if (!expression.isShared) return this.#compileNode(expression);
    let compiled = this.#shared.get(expression);
    if (!compiled) {
      compiled = this.#compileNode(expression);
      if (expression.node.kind === 'apply' && !compiled.fixed) {
        compiled = { run: this.#oncePerPeriod(compiled.run), fixed: false };
      }
      this.#shared.set(expression, compiled);
    }
    return compiled;
  }

  #compileNode({ node }: Expression): Compiled {
    switch (node.kind) {
      case 'constant':
        return { run: () => node.value, fixed: true };
      case 'term':
        return { run: (state) => state.terms[node.term.index] ?? missing(node.term.label), fixed: true };
      case 'given':
        return {
          run: (state) => ((state.terms[node.term.index] ?? null) === null ? ZERO : ONE),
          fixed: true,
        };
      case 'clock':
        return { run: (state, period) => elementOf(state.clock[node.field], period), fixed: false };
      case 'line':
        return this.#compileLine(node.line);
      case 'previous': {
        const place = this.model.place(node.line);
        const before = this.#compile(node.before).run;
        return {
          run: (state, period) =>
            period === 0 ? before(state, period) : elementOf(valuesOf(state.values, place), period - 1),
          fixed: false,
        };
      }
      case 'running':
        return { run: this.#sum(node.line), fixed: false };
      case 'grouped':
        return { run: this.#sum(node.line, node.group), fixed: false };
      case 'total': {
        const place = this.model.place(node.line);
        return {
          run: (state) => valuesOf(state.values, place).reduce((sum, value) => sum.plus(value), ZERO),
          fixed: true,
        };
      }
      case 'apply':
        return this.#compileOperation(node.operator, node.operands);
    }
  }

  #compileLine(line: Line): Compiled {
    const place = this.model.place(line);
    return line.scalar
      ? { run: (state) => elementOf(valuesOf(state.values, place), 0), fixed: true }
      : { run: (state, period) => elementOf(valuesOf(state.values, place), period), fixed: false };
  }

  #compileOperation(operator: Operator, operands: readonly Expression[]): Compiled {
    const quotient = operator === 'floor' ? quotientIn(operands[0]) : undefined;
    if (quotient) return this.#compileQuotient(quotient);
    const [first, second, third] = operands;
    const a = first && this.#compile(first);
    const b = second && this.#compile(second);
    const c = third && this.#compile(third);
    const fixed = a?.fixed !== false && b?.fixed !== false && c?.fixed !== false;
    const run =
      operator === 'power' && a && b && !fixed
        ? this.#power(a.run, b.run)
        : (shortcut(operator, a?.run, second) ?? runOf(operator, a?.run, b?.run, c?.run));
    return { run: fixed ? this.#once(run) : run, fixed };
  }

  #compileQuotient([dividend, divisor]: readonly [Expression, Expression]): Compiled {
    const a = this.#compile(dividend);
    const b = this.#compile(divisor);
    const fixed = a.fixed && b.fixed;
    const run = wholeQuotient(a.run, b.run);
    return { run: fixed ? this.#once(run) : run, fixed };
  }

  /** A part that is the same in every period is computed when it is first asked for. */
  #once(run: Run): Run {
    const slot = this.#fixedSlots;
    this.#fixedSlots += 1;
    return (state, period) => (state.fixed[slot] ??= run(state, period));
  }

  /** A part that stands in several places is computed when the first of them asks for it. */
  #oncePerPeriod(run: Run): Run {
    const slot = this.#sharedSlots;
    this.#sharedSlots += 1;
    return (state, period) => {
      const known = state.shared[slot];
      if (known !== undefined && state.sharedPeriods[slot] === period) return known;
      const value = run(state, period);
      state.shared[slot] = value;
      state.sharedPeriods[slot] = period;
      return value;
    };
  }

  /**
   * Powers are the dearest operation, and a model asks for the same one month after month (a price that steps once a
   * year) or for the next one (growth): the first is remembered, the second is one product.
   */
  #power(base: Run, exponent: Run): Run {
    const { exact } = operation('power');
    const slot = this.#powerSlots;
    this.#powerSlots += 1;
    return (state, period) => {
      const x = base(state, period);
      const y = exponent(state, period);
      const last = state.powers[slot];
      if (last && isSame(last.x, x)) {
        if (isSame(last.y, y)) return last.result;
        if (y.isInteger() && last.y.plus(1).eq(y)) {
          return (state.powers[slot] = { x, y, result: last.result.times(x) }).result;
        }
      }
      return (state.powers[slot] = { x, y, result: exact(x, y) }).result;
    };
  }

  /** Sums grow from period to period, so that a hundred months cost a hundred additions and not five thousand. */
  #sum(line: Line, group?: Line): Run {
    const place = this.model.place(line);
    const groupPlace = group && this.model.place(group);
    const key = `${place}/${groupPlace ?? ''}`;
    const slot = this.#sumSlots.get(key) ?? this.#sumSlots.size;
    this.#sumSlots.set(key, slot);
    return (state, period) => {
      const sums = (state.sums[slot] ??= []);
      for (let t = sums.length; t <= period; t += 1) {
        const value = elementOf(valuesOf(state.values, place), t);
        const goesOn =
          t > 0 && (groupPlace === undefined || sameGroup(valuesOf(state.values, groupPlace), t));
        sums.push(goesOn ? elementOf(sums, t - 1).plus(value) : value);
      }
      return elementOf(sums, period);
    };
  }
}

const sameGroup = (groups: readonly Decimal[], period: number): boolean =>
  isSame(elementOf(groups, period), elementOf(groups, period - 1));

/** Dividend and divisor, where a formula is a quotient. */
function quotientIn(of: Expression | undefined): readonly [Expression, Expression] | undefined {
  if (of?.node.kind !== 'apply' || of.node.operator !== 'over') return undefined;
  const [dividend, divisor] = of.node.operands;
  return dividend && divisor && [dividend, divisor];
}

function clockOf(timeline: Timeline): State['clock'] {
  const decimals = (pick: (period: number) => number): Decimal[] =>
    Array.from({ length: timeline.periods }, (_none, period) => new Decimal(pick(period)));
  return {
    index: decimals((period) => period),
    start: decimals((period) => timeline.start(period)),
    end: decimals((period) => timeline.end(period)),
    days: decimals((period) => timeline.end(period) - timeline.start(period)),
  };
}

function missing(label: string): never {
  throw new Error(`The term "${label}" has no value here.`);
}

function elementOf(list: readonly Decimal[], place: number): Decimal {
  const value = list[place];
  if (value === undefined) throw new Error('A line was read before it was computed.');
  return value;
}

function valuesOf(values: Decimal[][], place: number): Decimal[] {
  const list = values[place];
  if (list === undefined) throw new Error('A line is not part of the model.');
  return list;
}
