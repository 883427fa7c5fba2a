import { dayFromIso, isoText } from '../../../src/base/calendar';
import { expectNear, must } from '../near';
import reference from '../reference-vectors.json';
import { METERED, baseOf } from './contract-of';

const day = (iso: string): number => must(dayFromIso(iso));

describe.each(reference.ramp_share as [string, string, string, string, string][])(
  'the period from %s to %s of a change from %s to %s',
  (start, end, from, to, expected) => {
    // The model starts with the period, or with the change where that comes first.
    const first = isoText(Math.min(day(start), day(from)));
    const timed = [...METERED, ['Model', '', 'Start', first], ['Model', '', 'Horizon', 12]] as const;

    test('share on the meter', () => {
      const reading = baseOf(
        ...timed,
        ['Transition', '', 'Cutover', from],
        ['Transition', '', 'Phase-in', day(to) - day(from)],
      );
      const period = reading.series('time.start').findIndex((at) => at.equals(day(start)));
      expect(reading.at('time.end', period).toNumber()).toBe(day(end) - 1);
      expectNear(reading.at('transition.share', period), expected);
      // 1,000 million tokens at $2 per million.
      expectNear(reading.at('token.list', period).dividedBy(2000), expected);
    });

    test('share of a second vendor', () => {
      const reading = baseOf(
        ...timed,
        ['Transition', '', 'Cutover', first],
        ['Vendor', 'B', 'Start', from],
        ['Vendor', 'B', 'Full', to],
        ['Vendor', 'B', 'Share', 1],
      );
      const period = reading.series('time.start').findIndex((at) => at.equals(day(start)));
      expectNear(reading.at('vendor.share[B]', period), expected);
      expectNear(reading.at('vendor.cost[B]', period).dividedBy(2000), expected);
    });
  },
);
