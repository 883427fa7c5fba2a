import { useCallback, useState } from 'react';
import type { Figure } from '../../workbook/inspect/figure';

export interface FigureTrail {
  readonly shown: Figure;
  /** The figures that led here, the first one first. */
  readonly before: readonly Figure[];
  explain(figure: Figure): void;
  back(): void;
}

/**
 * The way from the selected figure to what it is made of. It is kept as lines and months, so that a change of the terms
 * shows in every figure of it.
 */
export function useFigureTrail(start: Figure): FigureTrail {
  const [steps, setSteps] = useState<readonly Figure[]>([]);
  const figures = [start, ...steps.flatMap((step) => inContract(step, start))];
  const explain = useCallback((figure: Figure) => setSteps((before) => [...before, figure]), []);
  const back = useCallback(() => setSteps((before) => before.slice(0, -1)), []);
  return { shown: figures.at(-1) ?? start, before: figures.slice(0, -1), explain, back };
}

/** The same line and months of the contract as it is now; undefined where it no longer has them. */
function inContract(step: Figure, { contract, scenario }: Figure): Figure[] {
  const line = contract.model.line(step.line.id);
  const { periods } = contract.evaluation(scenario).timeline;
  return line && step.to <= periods ? [{ ...step, contract, scenario, line }] : [];
}
