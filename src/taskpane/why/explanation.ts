import { civilDate } from '../../base/calendar';
import type { Decimal } from '../../base/decimal';
import { explain, type Step } from '../../calc/explain/explain';
import type { TermReference } from '../../calc/expression';
import { Line } from '../../calc/line';
import { bucketsOf, bucketValue } from '../../contract/buckets';
import { hasValue, inForce, type TermRow } from '../../terms/table/row';
import type { Figure } from '../../workbook/inspect/figure';
import { monthText } from '../parts/figures';

/** Where a part of a figure comes from. */
export type Origin =
  /** Another line, or the same one over fewer months; it can be explained in turn. */
  | { readonly kind: 'line'; readonly figure: Figure | undefined }
  /** A row of the Terms table, and the column that holds in the scenario. */
  | { readonly kind: 'term'; readonly row: TermRow; readonly column: string }
  /** A term that the table leaves out. */
  | { readonly kind: 'default' | 'not given' }
  /** The calendar. */
  | { readonly kind: 'period' };

export interface Part {
  readonly label: string;
  /** How it comes about in turn, in words; empty for what is given. */
  readonly formula: string;
  readonly value: Decimal | undefined;
  /** The value of a choice. */
  readonly word?: string;
  readonly unit: string;
  readonly origin: Origin;
}

export interface Explanation {
  readonly line: Line;
  readonly unit: string;
  readonly value: Decimal | undefined;
  /** How the value comes about, in words. */
  readonly formula: string;
  readonly parts: readonly Part[];
}

const MONTHS_IN_YEAR = 12;

/** How a figure comes about: of one month by its formula, of several by their sum or what stands for it. */
export function explainFigure(figure: Figure): Explanation {
  const { line, from, to } = figure;
  const explanation = { line, unit: unitOf(figure, line.unit), value: valueOf(figure) };
  const isOne = line.scalar || to - from === 1;
  return { ...explanation, ...(isOne ? ofMonth(figure) : ofMonths(figure)) };
}

const evaluationOf = ({ contract, scenario }: Figure) => contract.evaluation(scenario);

const unitOf = ({ contract }: Figure, unit: string): string =>
  unit.replace('currency', contract.table.currency);

function valueOf(figure: Figure): Decimal | undefined {
  const { line, from, to } = figure;
  const evaluation = evaluationOf(figure);
  if (line.scalar) return evaluation.at(line, 0);
  return bucketValue(evaluation, line, { start: evaluation.timeline.start(from), from, to });
}

type Reasons = Pick<Explanation, 'formula' | 'parts'>;

function ofMonth(figure: Figure): Reasons {
  const [own, ...operands] = explain(evaluationOf(figure), figure.line, figure.line.scalar ? 0 : figure.from);
  return { formula: own?.formula ?? '', parts: operands.map((step) => partOf(figure, step)) };
}

function partOf(figure: Figure, step: Step): Part {
  const { subject, label, formula, value, unit } = step;
  const choices = isTerm(subject) && unit === subject.unit ? subject.choices : undefined;
  const word = choices && value ? choices[value.toNumber()] : undefined;
  return {
    label,
    formula,
    value,
    ...(word === undefined ? {} : { word }),
    unit: unitOf(figure, unit),
    origin: originOf(figure, step),
  };
}

const isTerm = (subject: Step['subject']): subject is TermReference =>
  typeof subject === 'object' && !(subject instanceof Line);

function originOf(figure: Figure, { subject, value, from, to }: Step): Origin {
  if (subject instanceof Line) {
    return { kind: 'line', figure: to > from ? { ...figure, line: subject, from, to } : undefined };
  }
  if (!isTerm(subject)) return { kind: 'period' };
  const { table } = figure.contract;
  const row = table.rowOf(subject);
  if (!row || !hasValue(inForce(row, figure.scenario))) {
    return { kind: value === undefined ? 'not given' : 'default' };
  }
  const holds = row.cells[figure.scenario] === undefined ? 0 : figure.scenario;
  return { kind: 'term', row, column: table.scenarios[holds] ?? '' };
}

function ofMonths(figure: Figure): Reasons {
  const { line, from, to } = figure;
  const { summary } = line;
  switch (summary.kind) {
    case 'sum':
      return { formula: `sum of ${to - from} months`, parts: spans(figure) };
    case 'closing':
      return { formula: 'as it stands after the last month', parts: [spanOf(figure, to - 1, to)] };
    case 'ratio': {
      const factor = summary.times === undefined ? '' : ` × ${summary.times.toLocaleString('en-US')}`;
      return {
        formula: `${summary.of.label} ÷ ${summary.to.label}${factor}, both over these months`,
        parts: [summary.of, summary.to].map((part) => linePart({ ...figure, line: part })),
      };
    }
    case 'daily mean':
      return { formula: `mean of ${to - from} months, each counted by its days`, parts: spans(figure) };
    case 'none':
      return { formula: 'a value for each month, and none over several', parts: spans(figure) };
  }
}

function linePart(figure: Figure): Part {
  const { line } = figure;
  return {
    label: line.label,
    formula: '',
    value: valueOf(figure),
    unit: unitOf(figure, line.unit),
    origin: { kind: 'line', figure },
  };
}

/** The months one by one; of more than a year, the calendar years. */
function spans(figure: Figure): Part[] {
  const { from, to } = figure;
  const by = to - from > MONTHS_IN_YEAR ? 'Year' : 'Month';
  return bucketsOf(evaluationOf(figure), by)
    .map((bucket) => ({ from: Math.max(from, bucket.from), to: Math.min(to, bucket.to) }))
    .filter((span) => span.to > span.from)
    .map((span) => spanOf(figure, span.from, span.to));
}

const spanOf = (figure: Figure, from: number, to: number): Part => ({
  ...linePart({ ...figure, from, to }),
  label: spanText({ ...figure, from, to }),
});

/** 2027-03, 2027, or 2027-03 to 2027-09. */
export function spanText(figure: Figure): string {
  const { from, to } = figure;
  const { timeline } = evaluationOf(figure);
  const [first, last] = [timeline.start(from), timeline.start(to - 1)];
  if (to - from === 1) return monthText(first);
  const [begins, ends] = [civilDate(first), civilDate(last)];
  const isYear = begins.year === ends.year && begins.month === 1 && ends.month === MONTHS_IN_YEAR;
  return isYear ? String(begins.year) : `${monthText(first)} to ${monthText(last)}`;
}
