import type fc from 'fast-check';
import { type DraftRow, type RelativeDay, dayIn, none, numberIn } from './cell-arbitrary';
import { type Rows, type SectionRows, optional, section, sometimes, together } from './rows-arbitrary';

const tariff = (
  own: SectionRows<'Reserved'> | SectionRows<'Counterfactual'>,
): fc.Arbitrary<DraftRow | DraftRow[]>[] => {
  const steps = [dayIn(-500, 30), dayIn(62, 180), dayIn(200, 600)];
  const units = (day: fc.Arbitrary<RelativeDay>): Rows =>
    day.chain((from) => own(from, 'Units').map((row) => [row]));
  return [
    own('', 'Start', { values: dayIn(-500, 31) }),
    own('', 'Rate'),
    own('', 'Tokens per unit-hour', { values: numberIn(0, 1e6, 1e4) }),
    own('', 'Rate basis', optional),
    sometimes(together(own('', 'Hours per month', { instead: none }))),
    own('', 'Escalator', { ...optional, values: numberIn(-0.3, 0.5, 0.01) }),
    own('', 'Maximum utilisation', optional),
    // The normal distribution to 40 digits costs as much as all the rest of a month.
    sometimes(together(own('', 'Load variation')), 1, 19),
    ...steps.map((day, place) => (place === 0 ? units(day) : sometimes(units(day)))),
  ];
};

export const reserved = (): Rows => {
  const own = section('Reserved');
  return together(
    ...tariff(own),
    own('', 'End', { values: dayIn(341, 900), ...optional, instead: none }),
    sometimes(together(own('', 'Early end', { values: dayIn(62, 340), ...optional, instead: none })), 1, 2),
    own('', 'Upfront share', optional),
    own('', 'Upfront discount', optional),
    own('', 'Termination fee share', optional),
    own.rest(''),
  );
};

export const counterfactual = (): Rows => {
  const own = section('Counterfactual');
  return together(...tariff(own), own.rest(''));
};
