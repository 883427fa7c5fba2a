import type { Evaluation } from '../../src/calc/exact/exact';
import type { Line } from '../../src/calc/line';
import type { Model } from '../../src/calc/model';
import type { ContractLine } from '../../src/contract/lines/contract-line';
import { sheetOf } from '../../src/workbook/model-sheets/sheets/schedule-blocks';
import type { Computed, StepResult } from './libre-office';
import type { Places } from '../../src/workbook/model-sheets/plan/places';

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

/**
 * Money to a hundredth of a cent, tokens to a billionth of one; everything else to its last digits but three. Tokens need
 * a bound of their own, since the engine takes the normal distribution beyond 14 deviations for 0 or 1, where spreadsheet
 * programs still compute a tail of less than 1E-44: a load far below its capacity then overflows by 3E-178 tokens and
 * not by 0.
 */
const LEAST: Readonly<Record<string, number>> = { currency: 1e-4, tokens: 1e-9 };

/** Every cell of every line on the recalculated sheets, against the exact engine. */
export function compareLines(
  places: Places,
  evaluation: Evaluation,
  result: StepResult,
  relative: number,
  model: Model<ContractLine>,
): Comparison {
  return compareCells(model, evaluation, relative, (line, period) => {
    const key = sheetOf(line);
    const row = result[key]?.[places.row(key, line.id) - 1] ?? [];
    return row[line.scalar ? CONSTANT : FIRST_MONTH + period];
  });
}

/** Every value of every line, wherever it was computed, against the exact engine. */
export function compareCells<Each extends Line>(
  model: Model<Each>,
  evaluation: Evaluation,
  relative: number,
  nativeAt: (line: Each, period: number) => Computed | undefined,
): Comparison {
  let cells = 0;
  const differences: Difference[] = [];
  for (const line of model.lines) {
    const periods = line.scalar ? 1 : evaluation.timeline.periods;
    const scale = Math.max(0, ...evaluation.series(line).map((value) => Math.abs(value.toNumber()) || 0));
    for (let period = 0; period < periods; period += 1) {
      cells += 1;
      const native = nativeAt(line, period);
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
    LEAST[line.unit] ?? 0,
    Math.max(Math.abs(engine), line.unit === 'tokens' ? scale : 0) * relative,
  );
  return Math.abs(native - engine) <= tolerance;
}
