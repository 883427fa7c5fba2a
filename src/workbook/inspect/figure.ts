import { civilDate, type Day } from '../../base/calendar';
import type { Line } from '../../calc/line';
import type { Timeline } from '../../calc/timeline';
import { bucketsOf, type Bucket } from '../../contract/buckets';
import type { Contract } from '../../contract/contract';
import { bind } from '../../functions/framework/arguments/boundary';
import { explain } from '../../functions/explain/function';
import { findLine, selectLines } from '../../functions/framework/arguments/line-selection';
import { Refusal } from '../../base/refusal';
import { schedule } from '../../functions/schedule/function';
import { scenarioOf } from '../../functions/framework/arguments/terms-argument';
import { total } from '../../functions/total/function';

/** What a cell shows of a model: a line, in one scenario, over a run of months. */
export interface Figure {
  readonly contract: Contract;
  /** The place in the table; 0 is Base. */
  readonly scenario: number;
  readonly line: Line;
  /** Months from `from` up to, and without, `to`, counted from 0; the whole horizon for a line with one value. */
  readonly from: number;
  readonly to: number;
}

/** A cell within the block that a call gives, counted from 0. */
export interface CellOfBlock {
  readonly row: number;
  readonly column: number;
}

/** Line, label, unit and total stand before the buckets where SCHEDULE gives headers. */
const HEADED_COLUMNS = 4;

type Reader = (raw: readonly unknown[], cell: CellOfBlock) => Figure | undefined;

/** The functions whose results are figures of the model. */
const READERS: Readonly<Record<string, Reader>> = {
  SCHEDULE(raw, cell) {
    const given = bind(schedule.id, schedule.arguments, raw);
    if (given instanceof Refusal) return undefined;
    const { terms: contract, by, headers } = given;
    const scenario = scenarioOf(contract, given.scenario);
    const selected = selectLines(contract.model, given.lines);
    if (scenario instanceof Refusal || selected instanceof Refusal) return undefined;
    const shown = headers ? selected.filter((each) => each !== undefined) : selected;
    const line = shown[headers ? cell.row - 1 : cell.row];
    if (!line) return undefined;
    const evaluation = contract.evaluation(scenario);
    const place = headers ? cell.column - HEADED_COLUMNS : cell.column;
    const whole = { from: 0, to: evaluation.timeline.periods };
    const span = line.scalar || place < 0 ? whole : bucketsOf(evaluation, by)[place];
    return span && { contract, scenario, line, from: span.from, to: span.to };
  },

  TOTAL(raw) {
    const given = bind(total.id, total.arguments, raw);
    if (given instanceof Refusal) return undefined;
    const found = lineOf(given.terms, given.scenario, given.line);
    return found && { ...found, ...monthsBetween(timelineOf(found), given.from, given.to) };
  },

  EXPLAIN(raw) {
    const given = bind(explain.id, explain.arguments, raw);
    if (given instanceof Refusal) return undefined;
    const found = lineOf(given.terms, given.scenario, given.line);
    if (!found) return undefined;
    const period = timelineOf(found).periodOf(given.date);
    return period === undefined ? undefined : { ...found, from: period, to: period + 1 };
  },
};

/**
 * The figure in one cell of a call's result.
 * @param raw the arguments, as the function receives them
 * @returns undefined where the function gives no figures of a model, or the cell holds none
 */
export const figureOf = (id: string, raw: readonly unknown[], cell: CellOfBlock): Figure | undefined =>
  READERS[id]?.(raw, cell);

/** What a row of a generated sheet shows in one of its columns. */
export interface SheetFigure {
  /** The id in the row's column D. */
  readonly id: string;
  /** The column: a month by its first day, a calendar year, a contract year; or else the total. */
  readonly column:
    | { readonly kind: 'total' }
    | { readonly kind: 'month' | 'year' | 'contract year'; readonly value: number };
}

/** Rows that sum a line up by year name it after the kind of year: year.total.billed. */
const ANNUAL = /^(?:year|contract year)\./;

/** The figure in a cell of a generated sheet; undefined where its row is no line of the model. */
export function figureOfRow(
  contract: Contract,
  scenario: number,
  { id, column }: SheetFigure,
): Figure | undefined {
  const line = contract.model.line(id) ?? contract.model.line(id.replace(ANNUAL, ''));
  if (!line) return undefined;
  const evaluation = contract.evaluation(scenario);
  const found = { contract, scenario, line };
  const whole = { ...found, from: 0, to: evaluation.timeline.periods };
  if (line.scalar || column.kind === 'total') return whole;
  const bucket = bucketIn(whole, column.kind, column.value);
  return bucket && { ...found, from: bucket.from, to: bucket.to };
}

function bucketIn(
  { contract, scenario }: Figure,
  kind: 'month' | 'year' | 'contract year',
  value: number,
): Bucket | undefined {
  const evaluation = contract.evaluation(scenario);
  switch (kind) {
    case 'month':
      return bucketsOf(evaluation, 'Month').find(({ start }) => start === value);
    case 'year':
      return bucketsOf(evaluation, 'Year').find(({ start }) => civilDate(start).year === value);
    case 'contract year': {
      const year = contract.model.line('transition.contract year');
      return bucketsOf(evaluation, 'Contract year').find(
        ({ from }) => year !== undefined && evaluation.at(year, from).eq(value),
      );
    }
  }
}

type OfLine = Pick<Figure, 'contract' | 'scenario' | 'line'>;

const timelineOf = ({ contract, scenario }: OfLine): Timeline => contract.evaluation(scenario).timeline;

function lineOf(contract: Contract, scenarioName: string | number, id: string | number): OfLine | undefined {
  const scenario = scenarioOf(contract, scenarioName);
  const line = findLine(contract.model, String(id));
  if (scenario instanceof Refusal || line instanceof Refusal) return undefined;
  return { contract, scenario, line };
}

/** The months that start from one day up to, and without, another. */
function monthsBetween(
  timeline: Timeline,
  start: Day | null,
  end: Day | null,
): { readonly from: number; readonly to: number } {
  const starts = Array.from({ length: timeline.periods }, (_none, period) => timeline.start(period));
  return {
    from: start === null ? 0 : starts.filter((each) => each < start).length,
    to: end === null ? timeline.periods : starts.filter((each) => each < end).length,
  };
}
