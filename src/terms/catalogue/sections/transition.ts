import { DATE, section } from './section';

export const TRANSITION = section('Transition', 'none', [
  { term: 'Cutover', rule: DATE, unit: 'date' },
  { term: 'Phase-in', rule: { type: 'number', min: 0, max: 3660, whole: true }, unit: 'days', byDefault: 0 },
]);
