import { ZERO } from '../../base/decimal';
import { isoText } from '../../base/calendar';
import { meteredShare } from '../../contract/rules/cutover';
import { optional, required } from '../framework/arguments/boundary';
import { defineFunction } from '../framework/define';
import { date, number, orWord } from '../framework/arguments/kinds';
import { Refusal } from '../../base/refusal';

/** A phase-in longer than a century is a slip of the keyboard. */
const LONGEST_PHASE_IN = 36_525;

export const cutoverShare = defineFunction({
  id: 'CUTOVER_SHARE',
  parameters: {
    period_start: required(date, { unit: 'date' }),
    period_end: required(date, { unit: 'date' }),
    cutover: required(orWord(date, 'None'), { unit: 'date or None' }),
    phase_in_days: optional(number({ min: 0, max: LONGEST_PHASE_IN, whole: true }), ZERO, {
      unit: 'days',
      defaultText: '0',
    }),
  },
  result: { matrix: false, unit: 'share, 0 to 1', format: '0.00%' },
  body({ period_start, period_end, cutover, phase_in_days }) {
    if (period_end <= period_start) {
      return new Refusal(
        `period_end is ${isoText(period_end)}: it must lie after period_start, ${isoText(period_start)}.`,
        { about: 'period_end' },
      );
    }
    const ramp = cutover === null ? null : { day: cutover, phaseInDays: phase_in_days.toNumber() };
    return meteredShare(period_start, period_end, ramp);
  },
});
