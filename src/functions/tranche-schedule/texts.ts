import { HEADER, type trancheSchedule } from './function';
import { PROGRAMME_COLUMNS } from '../framework/shared-texts';
import type { TextsOf } from '../framework/texts';

export const trancheScheduleTexts: TextsOf<typeof trancheSchedule> = {
  summary:
    'Investment tranches in date order with their expected amount and the running totals funded, committed, expected and at most; with a discount rate, present values too.',
  question:
    'How much of an investment is paid, how much is committed, how much may come, and what is it worth today?',
  parameters: {
    tranches: {
      text: 'A row for each tranche: id, date, amount, kind (Funded, Firm, Contingent, Expired) and probability. A header row is allowed.',
      columns: PROGRAMME_COLUMNS,
    },
    as_of:
      'Day to which present values are taken. If omitted, the first date of the tranches. Without discount_rate it has no effect.',
    mode: 'Unconditional: each probability stands alone. Sequential: a missed contingent tranche ends the programme. If omitted, Unconditional.',
    discount_rate:
      'Effective annual rate for present values, actual/365 as Excel XNPV: 0.09 for 9%. If omitted, no present values.',
  },
  result:
    'A header and a row for each tranche: Id, Date, Amount, Kind, Probability, Expected, and the running totals Funded, Committed (funded and firm), Expected total and Maximum; with a rate also PV expected and PV maximum of the row.',
  equation: [
    'Expected = Amount × q; q = 1 for Funded and Firm, 0 for Expired',
    'Contingent, Unconditional: q = Probability. Sequential: q = product of the probabilities of all contingent tranches up to and with this one',
    'PV expected = Expected ÷ (1 + discount_rate)^((Date − as_of) ÷ 365); PV maximum likewise from Amount, 0 for Expired',
  ],
  edges: [
    'Rows of one date keep the order in which they stand in the range.',
    'Committed and Maximum contain what is funded; Maximum leaves out what is expired.',
    'A tranche before as_of is compounded forward: its present value exceeds its amount.',
    'An expired tranche does not end a sequential programme by itself: mark the later ones as expired as well.',
    'Probability shows the probability of the tranche itself, also in mode Sequential; for Funded and Firm it is 1, for Expired 0.',
  ],
  examples: [
    {
      title:
        'A firm 5 billion and two contingent steps of 10 billion, each on the one before: what is expected?',
      formula:
        '=METER.TRANCHE_SCHEDULE({"A",46388,5,"Firm","";"B",46753,10,"Contingent",0.5;"C",47119,10,"Contingent",0.4},,"Sequential")',
      args: [
        [
          ['A', 46388, 5, 'Firm', ''],
          ['B', 46753, 10, 'Contingent', 0.5],
          ['C', 47119, 10, 'Contingent', 0.4],
        ],
        null,
        'Sequential',
      ],
      result: [
        HEADER,
        ['A', 46388, 5, 'Firm', 1, 5, 0, 5, 5, 5],
        ['B', 46753, 10, 'Contingent', 0.5, 5, 0, 5, 10, 15],
        ['C', 47119, 10, 'Contingent', 0.4, 2, 0, 5, 12, 25],
      ],
      reading:
        'B: 10 × 0.5 = 5. C comes only after B: 10 × 0.5 × 0.4 = 2. Expected 5 + 5 + 2 = 12 of at most 25. Dates are 1 January 2027, 2028 and 2029.',
    },
  ],
  refusals: [
    {
      title: 'A contingent tranche that cannot come.',
      formula: '=METER.TRANCHE_SCHEDULE({"K1",46388,5,"Contingent",0})',
      args: [[['K1', 46388, 5, 'Contingent', 0]]],
      code: '#VALUE!',
      sentence:
        'tranches, row 1 (probability) is 0 or blank: a contingent tranche needs a probability above 0, up to 1. If it can no longer come, its kind is Expired.',
    },
    {
      title: 'A kind that is not known.',
      formula: '=METER.TRANCHE_SCHEDULE({"K1",46388,5,"Committed",1})',
      args: [[['K1', 46388, 5, 'Committed', 1]]],
      code: '#VALUE!',
      sentence: 'tranches, row 1 (kind) is "Committed": it must be Funded, Firm, Contingent or Expired.',
    },
    {
      title: 'A probability above 1.',
      formula: '=METER.TRANCHE_SCHEDULE({"K1",46388,5,"Contingent",1.2})',
      args: [[['K1', 46388, 5, 'Contingent', 1.2]]],
      code: '#VALUE!',
      sentence:
        'tranches, row 1 (probability) is 1.2: it must be from 0 to 1. Write 0.012 or 1.2% for 1.2 percent.',
    },
  ],
  source:
    'Expected value by condition; present value actual/365 fixed at an effective annual rate, as Excel XNPV.',
  since: '0.1.0',
};
