import type { Iteration } from '../../book/evaluation/iteration';
import { elementsOf } from '../package/xml';

/** How a file was computed, and is to be. */
export interface ReadCalculation {
  /** Undefined where circles are errors. */
  readonly iteration: Iteration | undefined;
  /** Whether the program that wrote the file computed its formulas: others store 0, and ask Excel to compute. */
  readonly isComputed: boolean;
}

const STANDARD_COUNT = 100;
const STANDARD_DELTA = 0.001;

export function readCalculation(workbook: Document): ReadCalculation {
  const [calculation] = elementsOf(workbook, 'calcPr');
  const attribute = (name: string): string | null => calculation?.getAttribute(name) ?? null;
  const isOn = (name: string): boolean => /^(?:1|true)$/.test(attribute(name) ?? '');
  const isOwn = attribute('calcId') === '0';
  return {
    iteration: isOn('iterate')
      ? {
          count: numberOr(attribute('iterateCount'), STANDARD_COUNT),
          delta: numberOr(attribute('iterateDelta'), STANDARD_DELTA),
        }
      : undefined,
    isComputed: !isOn('fullCalcOnLoad') || isOwn,
  };
}

const numberOr = (text: string | null, otherwise: number): number => {
  const number = Number(text ?? '');
  return text === null || !Number.isFinite(number) || number <= 0 ? otherwise : number;
};
