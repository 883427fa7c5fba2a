import { constant, sumOf } from '../../../calc/expression';
import type { Line } from '../../../calc/line';
import type { Basis } from '../basis/basis';
import type { ContractBook } from '../line-book';
import type { Metered } from '../metered/metered';
import { type Commitment, commitmentLines } from './commitment';
import { ContractYear } from './contract-year';
import { type Prepaid, prepaidLines } from './prepaid';
import { type SeatTools, seatToolLines } from './seat-tools';
import { takeOrPayLine } from './take-or-pay';

/** What is billed beside the meter, or instead of it: minimums, take-or-pay, seats, prepaid credits. */
export interface Settlement {
  readonly commitment: Commitment;
  readonly takeOrPay: Line;
  readonly otherTrueUp: OtherTrueUp;
  readonly tools: SeatTools;
  readonly prepaid: Prepaid;
  readonly tokenEffective: Line;
}

/** True-ups of the vendors beside the first. */
interface OtherTrueUp {
  readonly sum: Line;
  readonly byName: ReadonlyMap<string, Line>;
}

export function settlementLines(contract: ContractBook, basis: Basis, metered: Metered): Settlement {
  const contractYear = new ContractYear(basis);
  const commitment = commitmentLines(contract, contractYear, metered);
  const takeOrPay = takeOrPayLine(contract, basis, contractYear, metered.firstVendorTokens);
  const otherTrueUp = otherTrueUpLines(contract, contractYear, metered);
  const tools = seatToolLines(
    contract,
    metered.others.map(({ name }) => name),
  );
  const prepaid = prepaidLines(contract, metered.net);
  const book = contract.in('total');
  const tokenCost = book.money(
    'token.cost',
    'Token cost',
    sumOf([
      metered.net,
      metered.othersTotal,
      commitment.trueUp,
      commitment.premium,
      takeOrPay,
      metered.credit,
      otherTrueUp.sum,
    ]),
    { rule: 'token.cost' },
  );
  const tokenEffective = book.money(
    'token.effective',
    'Token cost, effective',
    tokenCost.minus(prepaid.drawn).plus(prepaid.effective),
    { focus: 'EffectiveCost' },
  );
  return { commitment, takeOrPay, otherTrueUp, tools, prepaid, tokenEffective };
}

function otherTrueUpLines(
  contract: ContractBook,
  contractYear: ContractYear,
  { others }: Metered,
): OtherTrueUp {
  const trueUps = others.map(({ name, cost }) => ({
    name,
    definition: contract.isUsed('Vendor', name, 'Commitment')
      ? contractYear.trueUp(
          contractYear.owed(contract.term('Vendor', name, 'Commitment')),
          contractYear.toDate(cost),
        )
      : constant(0),
  }));
  return contract.in('commitment').moneyBy('vendor.true-up', 'True-up of the other vendors', trueUps, {
    settles: true,
  });
}
