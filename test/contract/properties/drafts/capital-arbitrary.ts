import fc from 'fast-check';
import { dayIn, none, numberIn } from './cell-arbitrary';
import { type Rows, optional, section, together } from './rows-arbitrary';

export const tranches: Rows = fc.integer({ min: 1, max: 4 }).chain((count) => {
  const own = section('Tranche');
  const tranche = (name: string): Rows =>
    together(
      own(name, 'Date', { values: dayIn(-400, 900) }),
      own(name, 'Amount', { values: numberIn(0, 5e6, 1000), instead: none }),
      own(name, 'Kind'),
      own(name, 'Probability', { values: numberIn(0.01, 1, 0.01) }),
      own.rest(name),
    );
  return together(
    own('', 'Mode', optional),
    own('', 'Recirculated share', optional),
    own('', 'Recirculation months', { ...optional, values: numberIn(0, 30) }),
    own.rest(''),
    ...Array.from({ length: count }, (_none, place) => tranche(`T${place + 1}`)),
  );
});
