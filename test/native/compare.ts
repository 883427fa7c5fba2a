import type { Evaluation } from '../../src/calc/exact';
import type { Line } from '../../src/calc/line';
import type { Model } from '../../src/calc/model';
import { isCapital } from '../../src/workbook/model-sheets/schedule-blocks';
import type { Computed, StepResult } from './libre-office';
import type { Places } from '../../src/workbook/model-sheets/places';

const CONSTANT = 4;
const FIRST_MONTH = 9;

export interface Difference {
  readonly id: string;
  readonly period: number;
  readonly native: Computed | undefined;
  readonly engine: number;
}

export interface Comparison {
  readonly cells: number;
  readonly differences: readonly Difference[];
}

/** Money to a hundredth of a cent; everything else to its last digits but three. */
const CENT_PART = 1e-4;
const MONEY = /^currency$/;

/** Every cell of every line on the recalculated sheets, against the exact engine. */
export function compareLines(
  places: Places,
  evaluation: Evaluation,
  result: StepResult,
  relative: number,
  model: Model,
): Comparison {
  let cells = 0;
  const differences: Difference[] = [];
  for (const line of model.lines) {
    const key = isCapital(line) ? 'Tranches' : 'Schedule';
    const row = result[key]?.[places.row(key, line.id) - 1] ?? [];
    const periods = line.scalar ? 1 : evaluation.timeline.periods;
    const scale = Math.max(0, ...evaluation.series(line).map((value) => Math.abs(value.toNumber()) || 0));
    for (let period = 0; period < periods; period += 1) {
      cells += 1;
      const native = row[line.scalar ? CONSTANT : FIRST_MONTH + period];
      const engine = evaluation.at(line, period).toNumber();
      if (!isSame(line, native, engine, relative, scale))
        differences.push({ id: line.id, period, native, engine });
    }
  }
  return { cells, differences };
}

function isSame(
  line: Line,
  native: Computed | undefined,
  engine: number,
  relative: number,
  scale: number,
): boolean {
  // A figure that is not available is blank, or an error where others build on it.
  if (Number.isNaN(engine)) return native === '' || native === null;
  if (typeof native !== 'number') return false;
  const tolerance = Math.max(
    MONEY.test(line.unit) ? CENT_PART : 0,
    Math.max(Math.abs(engine), line.unit === 'tokens' ? scale : 0) * relative,
  );
  return Math.abs(native - engine) <= tolerance;
}
