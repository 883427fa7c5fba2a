import { DATE, section } from './section';

export const TRANSITION = section('Transition', 'none', [
  {
    term: 'Cutover',
    rule: DATE,
    unit: 'date',
    text: 'Day on which the token meter starts; None where it never does.',
  },
  {
    term: 'Phase-in',
    rule: { type: 'number', min: 0, max: 3660, whole: true },
    unit: 'days',
    byDefault: 0,
    text: 'Days over which volume moves to the meter, evenly.',
  },
]);
