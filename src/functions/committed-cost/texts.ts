import type { committedCost } from './function';
import type { TextsOf } from '../framework/texts';

export const committedCostTexts: TextsOf<typeof committedCost> = {
  summary:
    'Cost of usage under a spend commitment, window by window: usage up to the commitment, usage beyond it times an overage factor, and the shortfall as a true-up.',
  question:
    'What do we pay when we commit to a spend per hour, month or year, and use less or more than that?',
  parameters: {
    usage_cost: {
      text: 'Cost of the usage at its own prices, 0 or more. A column or a row holds one window (hour, month, year) in each cell.',
      columns: { 'usage cost': 'Cost of the usage of one window.' },
    },
    commitment: {
      text: 'Spend committed to for each window, 0 or more: one value for all windows, or as many as usage_cost has, for a ramp.',
      columns: { commitment: 'Commitment of the window of the same place.' },
    },
    overage_factor:
      'Price of usage beyond the commitment relative to its own: 1.5 for 50% dearer, 0.8 for 20% cheaper, 0 or more. If omitted, 1.',
    true_up: 'TRUE or Yes: a shortfall is billed. FALSE or No: only usage is billed. If omitted, TRUE.',
  },
  result: 'Cost of each window, in a column or a row as usage_cost stands, unrounded.',
  equation: [
    'cost = min(usage_cost, commitment) + overage_factor × max(usage_cost − commitment, 0) + true-up',
    'true-up = max(commitment − usage_cost, 0) if true_up, else 0',
  ],
  edges: [
    'Each window is settled by itself: what one window uses too much never covers what another uses too little. For one settlement of a whole year, sum the usage first.',
    'Usage equal to the commitment: neither overage nor true-up.',
    'A commitment of a quantity is its spend: quantity × unit price, for both arguments.',
    'Blank cells at the end of a range are dropped; a blank between two windows is refused, 0 is a window without usage.',
  ],
  examples: [
    {
      title: 'Three hours at a commitment of 20 an hour: usage of 30, 12 and 20, beyond it at 1.5 times?',
      formula: '=METER.COMMITTED_COST({30;12;20},20,1.5)',
      args: [[[30], [12], [20]], 20, 1.5],
      result: [[35], [20], [20]],
      reading:
        '20 + 10 × 1.5 = 35; 12 + 8 true-up = 20; 20. Together 75; settled over the three hours at once it would be 60 + 2 × 1.5 = 63.',
    },
    {
      title: 'And if a shortfall is not billed?',
      formula: '=METER.COMMITTED_COST({30,12,20},20,1.5,FALSE)',
      args: [[[30, 12, 20]], 20, 1.5, false],
      result: [[35, 12, 20]],
      reading: 'The second hour costs what it uses. A row of windows gives a row of costs.',
    },
    {
      title: 'A ramp of 3, 5 and 7 million a year with usage of 2.5, 5.5 and 7 million?',
      formula: '=METER.COMMITTED_COST({2500000;5500000;7000000},{3000000;5000000;7000000})',
      args: [
        [[2500000], [5500000], [7000000]],
        [[3000000], [5000000], [7000000]],
      ],
      result: [[3000000], [5500000], [7000000]],
      reading: 'The first year is 0.5 million short and billed up to 3; the others are at or above theirs.',
    },
  ],
  refusals: [
    {
      title: 'As many commitments as windows are needed.',
      formula: '=METER.COMMITTED_COST({30;12;20},{20;25})',
      args: [
        [[30], [12], [20]],
        [[20], [25]],
      ],
      code: '#VALUE!',
      sentence:
        'commitment has 2 cells and usage_cost 3: give one commitment for all windows, or one for each.',
    },
    {
      title: 'A number where TRUE or FALSE belongs.',
      formula: '=METER.COMMITTED_COST(30,20,1,0)',
      args: [30, 20, 1, 0],
      code: '#VALUE!',
      sentence: 'true_up is 0: it must be TRUE, FALSE, Yes or No.',
    },
    {
      title: 'A negative usage.',
      formula: '=METER.COMMITTED_COST({30;-12},20)',
      args: [[[30], [-12]], 20],
      code: '#VALUE!',
      sentence: 'usage_cost, row 2 is -12: it must be 0 or more.',
    },
  ],
  source:
    'Minimum commitment with true-up as Lago, Broadcom and FOCUS define it; overage factor and windows as in Flexprice’s commitments.',
  since: '0.1.0',
};
