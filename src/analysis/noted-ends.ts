import type { Decimal } from '../base/decimal';
import { type Bridge, exactSteps, type Reached } from './bridge-steps';

/** A figure that was written down, where it is not the one computed now from the same terms. */
export interface NotedFigure {
  readonly value: Decimal;
  /** Of the step between the two. */
  readonly label: string;
}

/** A bridge from and to figures that were written down; where one is not what its terms give now, that is a step. */
export function withNotedEnds(
  bridge: Bridge,
  start: NotedFigure | undefined,
  end: NotedFigure | undefined,
): Bridge {
  if (!start && !end) return bridge;
  const noted = (label: string, after: Decimal): Reached => ({
    section: '',
    sections: [],
    label,
    terms: [],
    after,
  });
  const reached = [
    ...(start ? [noted(start.label, bridge.start)] : []),
    ...bridge.steps,
    ...(end ? [noted(end.label, end.value)] : []),
  ];
  return { ...bridge, ...exactSteps(start?.value ?? bridge.start, end?.value ?? bridge.end, reached) };
}
