import { checkContract } from '../../contract/checks/checks';
import { Contract } from '../../contract/contract';
import type { ParsedTerms } from '../../terms/table/parse';
import type { Problem } from '../../terms/table/problem';
import type { BodyValue } from '../framework/define';
import { figure } from '../framework/terms-figure';
import { HEADER } from './header';

/** Problems listed one by one; a range that is no Terms table at all would have thousands. */
const MOST_PROBLEMS = 500;

export const body = ({ terms: { table, problems } }: { readonly terms: ParsedTerms }): BodyValue[][] => [
  HEADER,
  ...(table ? contractRows(Contract.of(table)) : problemRows(problems)),
];

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
