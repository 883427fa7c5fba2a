import type { trancheExposure } from './function';
import { PROGRAMME_COLUMNS } from '../framework/shared-texts';
import type { TextsOf } from '../framework/texts';

export const trancheExposureTexts: TextsOf<typeof trancheExposure> = {
  summary:
    'Investment up to and with a date, on one measure: what is funded, committed, expected with its probabilities, or due at most.',
  question: 'How much money is in, promised, likely or possible by this date?',
  parameters: {
    tranches: {
      text: 'A row for each tranche: id, date, amount, kind (Funded, Firm, Contingent, Expired) and probability, as for TRANCHE_SCHEDULE. A header row is allowed.',
      columns: PROGRAMME_COLUMNS,
    },
    date: 'Tranches dated on or before this day count.',
    measure:
      'Funded, Committed (funded and firm), Expected (with contingent ones by probability) or Maximum (with contingent ones in full). If omitted, Committed.',
    mode: 'For Expected. Unconditional: each probability stands alone. Sequential: a missed contingent tranche ends the programme. If omitted, Unconditional.',
  },
  result: 'Sum over the tranches up to the date, on the measure.',
  equation: [
    'Funded = Σ funded; Committed = Σ funded + firm; Maximum = Σ funded + firm + contingent, all dated on or before the date',
    'Expected = Committed + Σ contingent × q; Unconditional: q = probability; Sequential: q = product of the probabilities of all contingent tranches up to and with this one',
  ],
  edges: [
    'A tranche counts in full from its own day on.',
    'Before the first tranche every measure is 0; after the last it is the whole programme.',
    'An expired tranche counts in no measure.',
    'Funded ≤ Committed ≤ Expected ≤ Maximum on every day. Sequential expects no more than Unconditional.',
    'The figures are those of TRANCHE_SCHEDULE, in the last row that is not after the date.',
  ],
  examples: [
    {
      title:
        'A firm 5 billion in 2027 and two contingent steps of 10 billion: what is committed by the end of 2028?',
      formula:
        '=METER.TRANCHE_EXPOSURE({"A",46388,5,"Firm","";"B",46753,10,"Contingent",0.5;"C",47119,10,"Contingent",0.4},DATE(2028,12,31))',
      args: [
        [
          ['A', 46388, 5, 'Firm', ''],
          ['B', 46753, 10, 'Contingent', 0.5],
          ['C', 47119, 10, 'Contingent', 0.4],
        ],
        47118,
      ],
      result: 5,
      reading: 'Only A is firm. B is dated 1 January 2028, C 1 January 2029.',
    },
    {
      title: 'And what is expected by the end of 2029, if C comes only after B?',
      formula:
        '=METER.TRANCHE_EXPOSURE({"A",46388,5,"Firm","";"B",46753,10,"Contingent",0.5;"C",47119,10,"Contingent",0.4},DATE(2029,12,31),"Expected","Sequential")',
      args: [
        [
          ['A', 46388, 5, 'Firm', ''],
          ['B', 46753, 10, 'Contingent', 0.5],
          ['C', 47119, 10, 'Contingent', 0.4],
        ],
        47483,
        'Expected',
        'Sequential',
      ],
      result: 12,
      reading: '5 + 10 × 0.5 + 10 × 0.5 × 0.4 = 5 + 5 + 2 = 12.',
    },
  ],
  refusals: [
    {
      title: 'A measure that is not known.',
      formula: '=METER.TRANCHE_EXPOSURE({"A",46388,5,"Firm",""},DATE(2028,12,31),"Firm")',
      args: [[['A', 46388, 5, 'Firm', '']], 47118, 'Firm'],
      code: '#VALUE!',
      sentence: 'measure is "Firm": it must be Funded, Committed, Expected or Maximum.',
    },
    {
      title: 'A contingent tranche without a probability.',
      formula: '=METER.TRANCHE_EXPOSURE({"K1",46388,5,"Contingent",""},DATE(2028,12,31))',
      args: [[['K1', 46388, 5, 'Contingent', '']], 47118],
      code: '#VALUE!',
      sentence:
        'tranches, row 1 (probability) is 0 or blank: a contingent tranche needs a probability above 0, up to 1. If it can no longer come, its kind is Expired.',
    },
  ],
  source:
    'Funded, committed, expected and maximum side by side, as commitments and contingent capital are disclosed; expected value by condition.',
  since: '0.1.0',
};
