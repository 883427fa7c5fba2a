import type { cutoverShare } from './function';
import type { TextsOf } from '../framework/texts';

export const cutoverShareTexts: TextsOf<typeof cutoverShare> = {
  summary:
    'Day-weighted share of a period that is on the new basis, when volumes move to it from the cutover on, at once or evenly over a phase-in.',
  question:
    'Which part of this month is billed on the token meter, if the switch falls within it or takes some weeks?',
  parameters: {
    period_start: 'First day of the period.',
    period_end: 'Day after the last day of the period (exclusive). After period_start.',
    cutover: 'First day on the new basis; the word None if there is no cutover.',
    phase_in_days:
      'Days over which volumes move evenly from the old to the new basis, whole days, 0 or more. If omitted, 0: all at once.',
  },
  result: 'Share of the period on the new basis, 0 to 1.',
  equation: [
    'share = [Ψ(period_end) − Ψ(period_start)] ÷ (period_end − period_start), with a = cutover and b = cutover + phase_in_days',
    'Ψ(x) = 0 for x ≤ a; (x − a)² ÷ (2 (b − a)) for a < x < b; (b − a) ÷ 2 + (x − b) for x ≥ b',
  ],
  edges: [
    'No phase-in: days from the cutover on ÷ days of the period.',
    'A period before the cutover: 0. A period after the phase-in: 1.',
    'cutover None: 0 in every period. A blank cutover is refused, because it may be a date that is still to be entered.',
    'Exact for any period: the shares of two halves, weighted by their days, give the share of the whole.',
  ],
  examples: [
    {
      title: 'Which share of January 2027 is on the meter, with a cutover on 16 January?',
      formula: '=METER.CUTOVER_SHARE(DATE(2027,1,1),DATE(2027,2,1),DATE(2027,1,16))',
      args: [46388, 46419, 46403],
      result: 16 / 31,
      reading: '16 of 31 days, 16 to 31 January: 0.516129….',
    },
    {
      title: 'And of February 2027, when the meter phases in over 90 days from 1 January?',
      formula: '=METER.CUTOVER_SHARE(DATE(2027,2,1),DATE(2027,3,1),DATE(2027,1,1),90)',
      args: [46419, 46447, 46388, 90],
      result: 0.5,
      reading: 'The share rises evenly from 31/90 to 59/90 over the month; the middle is 45/90 = 0.5.',
    },
  ],
  refusals: [
    {
      title: 'A date in a form that reads differently from country to country.',
      formula: '=METER.CUTOVER_SHARE("01/02/2027",DATE(2027,3,1),DATE(2027,1,1))',
      args: ['01/02/2027', 46447, 46388],
      code: '#VALUE!',
      sentence:
        'period_start is the text "01/02/2027", which is no date. Enter a date, DATE(2027,1,31), or the text 2027-01-31.',
    },
    {
      title: 'A period without days.',
      formula: '=METER.CUTOVER_SHARE(DATE(2027,1,1),DATE(2027,1,1),DATE(2027,1,1))',
      args: [46388, 46388, 46388],
      code: '#VALUE!',
      sentence: 'period_end is 2027-01-01: it must lie after period_start, 2027-01-01.',
    },
  ],
  source: 'Closed form of a linear ramp, weighted by days.',
  since: '0.1.0',
};
