import type { check } from './function';
import { HEADER } from './header';
import { arrayConstant, withCell } from '../framework/example-terms';
import { TERMS_TEXT } from '../framework/shared-texts';
import type { TextsOf } from '../framework/texts';

export const checkTexts: TextsOf<typeof check> = {
  summary:
    'Proves the contract in every scenario: identities that must hold, alerts to look at, and every problem of the Terms table with its cell.',
  question: 'Are the terms in order, and do the figures hold together?',
  parameters: { terms: TERMS_TEXT },
  result:
    'A header (Check, Kind, Value, Expected, Difference, Pass, Where) and a row for each check. Kind is Error or Alert.',
  equation: [
    'Difference = Value − Expected, at the scenario and month where the check holds least',
    'Money passes within 0.005, everything else within 1e-9 of its size; nothing is rounded to pass',
  ],
  edges: [
    'A table with problems is not refused: each problem is a row of its own, with its cell by header and row of the range.',
    'Checks of parts that the contract lacks are left out.',
    'All is well when no row of kind Error fails: =COUNTIFS(kind,"Error",pass,FALSE)=0 over the columns Kind and Pass.',
    'Where an amount is bounded rather than given (a share, utilisation), Expected is the bound.',
  ],
  examples: [
    {
      title: 'What is wrong with a horizon of 0?',
      formula: `=METER.CHECK(${arrayConstant(withCell(2, 3, 0))})`,
      args: [withCell(2, 3, 0)],
      result: [
        HEADER,
        [
          'Terms, row 3, Base (Model | Horizon) is 0: it must be a whole number, from 1 to 600. Correct the value.',
          'Error',
          '',
          '',
          '',
          false,
          'Base, row 3',
        ],
      ],
      reading: 'The one problem stands in column Base, in the third row of the range.',
    },
  ],
  refusals: [
    {
      title: 'A cell instead of the table.',
      formula: '=METER.CHECK("Terms")',
      args: ['Terms'],
      code: '#VALUE!',
      sentence:
        'terms is "Terms": it must be the Terms table with its header. Give the range, as TermsTable[#All].',
    },
  ],
  source:
    'Identities of the contract model: FOCUS for billed and effective cost, corkscrews and control totals as in FAST.',
  since: '0.1.0',
};
