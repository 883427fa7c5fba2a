import { checkContract } from '../contract/checks';
import { Contract } from '../contract/contract';
import type { Problem } from '../terms/problem';
import { defineFunction, type BodyValue } from './define';
import { arrayConstant, withCell } from './example-terms';
import { termsRange } from './terms-argument';
import { figure } from './terms-figure';

const HEADER = ['Check', 'Kind', 'Value', 'Expected', 'Difference', 'Pass', 'Where'];

/** Problems listed one by one; a range that is no Terms table at all would have thousands. */
const MOST_PROBLEMS = 500;

export const check = defineFunction({
  id: 'CHECK',
  summary:
    'Proves the contract in every scenario: identities that must hold, alerts to look at, and every problem of the Terms table with its cell.',
  question: 'Are the terms in order, and do the figures hold together?',
  parameters: { terms: termsRange },
  result: {
    matrix: true,
    unit: 'as each row says',
    format: '#,##0.00',
    text: 'A header (Check, Kind, Value, Expected, Difference, Pass, Where) and a row for each check. Kind is Error or Alert.',
  },
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
  body({ terms: { table, problems } }) {
    return [HEADER, ...(table ? contractRows(Contract.of(table)) : problemRows(problems))];
  },
});

const rowsOfContract = new WeakMap<Contract, BodyValue[][]>();

function contractRows(contract: Contract): BodyValue[][] {
  let rows = rowsOfContract.get(contract);
  if (rows === undefined) {
    rows = checkContract(contract).map((result) => [
      result.check,
      result.kind,
      figure(result.value),
      figure(result.expected),
      figure(result.difference),
      result.pass,
      result.where,
    ]);
    rowsOfContract.set(contract, rows);
  }
  return rows;
}

function problemRows(problems: readonly Problem[]): BodyValue[][] {
  const row = (text: string, where: string): BodyValue[] => [text, 'Error', '', '', '', false, where];
  const rows = problems.slice(0, MOST_PROBLEMS).map((problem) => row(problem.sentence, cellText(problem)));
  const more = problems.length - rows.length;
  return more > 0 ? [...rows, row(`And ${more} more problems.`, 'Terms')] : rows;
}

/** "Base, row 12": the header says more than the number of the column. */
const cellText = ({ header, column, row }: Problem): string =>
  `${header === '' ? `Column ${column}` : header}, row ${row}`;
