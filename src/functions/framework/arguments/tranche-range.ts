import { type Decimal, ONE, ZERO } from '../../../base/decimal';
import type { Day } from '../../../base/calendar';
import { TRANCHE_KINDS, type Tranche, type TrancheKind } from '../../../contract/rules/tranches';
import { headedTable } from './headed-table';
import { TRANCHE_HEADINGS } from './header-names';
import { choice, date, label, number, share } from './kinds';
import { Refusal } from '../../../base/refusal';
import { column, columnOr, type Row } from './table';

/** The range of tranches, as every function of tranches takes it. */
export const programme = headedTable(
  {
    id: columnOr(label, '', { unit: 'text', zeroIsBlank: true }),
    date: column(date, { unit: 'date' }),
    amount: column(number({ min: 0 }), { unit: 'currency' }),
    kind: column(choice(TRANCHE_KINDS), { unit: 'word' }),
    probability: columnOr(share(), null, { unit: 'share, 0 to 1' }),
  },
  TRANCHE_HEADINGS,
);

type ProgrammeRow = Row<{
  readonly id: string | number;
  readonly date: Day;
  readonly amount: Decimal;
  readonly kind: TrancheKind;
  readonly probability: Decimal | null;
}>;

/** A tranche with the name that it has in the range. */
export interface NamedTranche extends Tranche {
  readonly id: string | number;
}

/** The tranches in the order of the range, or what is wrong with a probability. */
export function tranchesOf(rows: readonly ProgrammeRow[]): NamedTranche[] | Refusal {
  const tranches: NamedTranche[] = [];
  for (const row of rows) {
    const probability = probabilityOf(row);
    if (probability instanceof Refusal) return probability;
    const { id, date: day, amount, kind } = row.cells;
    tranches.push({ id, day, amount, kind, probability });
  }
  return tranches;
}

function probabilityOf({ place, cells }: ProgrammeRow): Decimal | Refusal {
  const { kind, probability } = cells;
  switch (kind) {
    case 'Expired':
      return ZERO;
    case 'Contingent':
      if (probability !== null && !probability.isZero()) return probability;
      return new Refusal(
        `${place} (probability) is 0 or blank: a contingent tranche needs a probability above 0, up to 1. If it can no longer come, its kind is Expired.`,
        { about: 'tranches' },
      );
    case 'Funded':
    case 'Firm':
      if (probability === null || probability.isZero() || probability.equals(ONE)) return ONE;
      return new Refusal(
        `${place} (probability) is ${probability.toString()}: a ${kind.toLowerCase()} tranche is certain. Leave the probability blank, or make its kind Contingent.`,
        { about: 'tranches' },
      );
  }
}
