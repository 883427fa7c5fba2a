import { Decimal, ZERO } from '../../base/decimal';

/** When a paid deficiency may be taken: beyond the adjusted quantity, beyond the minimum, or before anything else. */
export const MAKE_UP_ORDERS = ['After adjusted quantity', 'After minimum', 'First'] as const;
export type MakeUpOrder = (typeof MAKE_UP_ORDERS)[number];

/** Above what usage is surplus that may be carried forward. */
export const SURPLUS_BASES = ['Adjusted quantity', 'Minimum'] as const;
export type SurplusBase = (typeof SURPLUS_BASES)[number];

/** What happens to make-up that is still open when the last year ends. */
export const ENDS_OF_TERM = ['Forfeit', 'Refund'] as const;
export type EndOfTerm = (typeof ENDS_OF_TERM)[number];

/** One contract year. Quantities are 0 or more; prices are per unit of quantity, 0 or more. */
export interface ContractYear {
  readonly quantity: Decimal;
  readonly taken: Decimal;
  /** Price of what is taken and counts. */
  readonly price: Decimal;
  /** Price of the deficiency, and of a refund. */
  readonly takeOrPayPrice: Decimal;
  /** Price of make-up, on top of what was paid for it as a deficiency. */
  readonly makeUpPrice: Decimal;
  /** Quantities that lower what must be taken. Together at most the quantity. */
  readonly maintenance: Decimal;
  readonly forceMajeure: Decimal;
  readonly vendorShortfall: Decimal;
  readonly permittedReduction: Decimal;
  /** What the vendor owes for each unit of its shortfall. */
  readonly creditPrice: Decimal;
}

export interface TakeOrPayTerms {
  /** Part of the adjusted quantity that is paid for whether taken or not, 0 to 1. */
  readonly share: Decimal;
  /** Contract years after the deficiency within which it may be made up; 0 for no right. */
  readonly makeUpYears: number;
  readonly makeUpOrder: MakeUpOrder;
  /** Contract years after the surplus within which it may be credited; 0 for no carry-forward. */
  readonly carryForwardYears: number;
  /** Part of a year's deficiency that credit may cover, 0 to 1. */
  readonly carryForwardCap: Decimal;
  readonly surplusBase: SurplusBase;
  readonly endOfTerm: EndOfTerm;
}

/** One year of the ledger: quantities first, then money. */
export interface LedgerYear {
  readonly adjusted: Decimal;
  readonly minimum: Decimal;
  readonly taken: Decimal;
  readonly makeUpTaken: Decimal;
  /** Taken, less make-up: what counts towards the minimum. */
  readonly counted: Decimal;
  readonly deficiency: Decimal;
  readonly credit: Decimal;
  readonly makeUpExpired: Decimal;
  /** Make-up open at the end of the last year: forfeited or refunded. */
  readonly endOfTerm: Decimal;
  readonly makeUpBalance: Decimal;
  readonly surplus: Decimal;
  readonly surplusExpired: Decimal;
  readonly surplusBalance: Decimal;
  readonly usageCost: Decimal;
  readonly makeUpCost: Decimal;
  /** For the deficiency that no credit covers. */
  readonly payment: Decimal;
  readonly vendorCredit: Decimal;
  readonly refund: Decimal;
  /** Usage cost + make-up cost + payment − vendor credit − refund. */
  readonly total: Decimal;
}

/**
 * The ledger of a take-or-pay contract, a line for each year; the last year ends the term.
 *
 * In each year: make-up is taken first (oldest first), what remains of the quantity taken counts, a deficiency
 * against the minimum is credited from banked surplus (oldest first) up to the cap, and the rest is paid. A right
 * lasts to the end of its last year. A deficiency of the last year gives no right: there is no year to use it in.
 *
 * Rules of the Commonwealth Secretariat's model gas sales agreement (2025), articles 12.6 to 12.8; orders of make-up
 * and the base of the surplus also from ESMAP report 152/93 and HMRC's Oil Taxation Manual OT05435.
 */
export function takeOrPayLedger(years: readonly ContractYear[], terms: TakeOrPayTerms): LedgerYear[] {
  const makeUp = new DatedQuantities();
  const surplus = new DatedQuantities();
  return years.map((year, index) => {
    const isLast = index === years.length - 1;
    const adjusted = adjustedQuantity(year);
    const minimum = adjusted.times(terms.share);
    const beyond = Decimal.max(year.taken.minus(makeUpThreshold(terms.makeUpOrder, adjusted, minimum)), 0);
    const makeUpTaken = makeUp.take(beyond);
    const counted = year.taken.minus(makeUpTaken);
    const deficiency = Decimal.max(minimum.minus(counted), 0);
    const credit = surplus.take(deficiency.times(terms.carryForwardCap));
    const unpaid = deficiency.minus(credit);
    if (!isLast && terms.makeUpYears > 0) makeUp.add(unpaid, index + terms.makeUpYears);
    const banked =
      terms.carryForwardYears > 0 ? surplusOf(terms.surplusBase, counted, adjusted, minimum) : ZERO;
    surplus.add(banked, index + terms.carryForwardYears);
    const makeUpExpired = makeUp.expire(index);
    const surplusExpired = surplus.expire(index);
    const endOfTerm = isLast ? makeUp.take(makeUp.total) : ZERO;
    const money = moneyOf(year, terms, { counted, makeUpTaken, unpaid, endOfTerm });
    return {
      adjusted,
      minimum,
      taken: year.taken,
      makeUpTaken,
      counted,
      deficiency,
      credit,
      makeUpExpired,
      endOfTerm,
      makeUpBalance: makeUp.total,
      surplus: banked,
      surplusExpired,
      surplusBalance: surplus.total,
      ...money,
    };
  });
}

/** Quantity less every relief. */
export function adjustedQuantity(year: ContractYear): Decimal {
  return year.quantity
    .minus(year.maintenance)
    .minus(year.forceMajeure)
    .minus(year.vendorShortfall)
    .minus(year.permittedReduction);
}

function makeUpThreshold(order: MakeUpOrder, adjusted: Decimal, minimum: Decimal): Decimal {
  switch (order) {
    case 'After adjusted quantity':
      return adjusted;
    case 'After minimum':
      return minimum;
    case 'First':
      return ZERO;
  }
}

function surplusOf(base: SurplusBase, counted: Decimal, adjusted: Decimal, minimum: Decimal): Decimal {
  return Decimal.max(counted.minus(base === 'Minimum' ? minimum : adjusted), 0);
}

function moneyOf(
  year: ContractYear,
  terms: TakeOrPayTerms,
  quantities: { counted: Decimal; makeUpTaken: Decimal; unpaid: Decimal; endOfTerm: Decimal },
): Pick<LedgerYear, 'usageCost' | 'makeUpCost' | 'payment' | 'vendorCredit' | 'refund' | 'total'> {
  const usageCost = quantities.counted.times(year.price);
  const makeUpCost = quantities.makeUpTaken.times(year.makeUpPrice);
  const payment = quantities.unpaid.times(year.takeOrPayPrice);
  const vendorCredit = year.vendorShortfall.times(year.creditPrice);
  const refund = terms.endOfTerm === 'Refund' ? quantities.endOfTerm.times(year.takeOrPayPrice) : ZERO;
  const total = usageCost.plus(makeUpCost).plus(payment).minus(vendorCredit).minus(refund);
  return { usageCost, makeUpCost, payment, vendorCredit, refund, total };
}

/** Quantities that may be used until the end of a year, the oldest first. All have one life, so the oldest ends first. */
class DatedQuantities {
  private readonly entries: { left: Decimal; readonly lastYear: number }[] = [];
  private sum = ZERO;

  get total(): Decimal {
    return this.sum;
  }

  add(quantity: Decimal, lastYear: number): void {
    if (quantity.isZero()) return;
    this.entries.push({ left: quantity, lastYear });
    this.sum = this.sum.plus(quantity);
  }

  /** Takes as much as is wanted and there, and says how much. */
  take(wanted: Decimal): Decimal {
    const taken = Decimal.min(wanted, this.sum);
    let open = taken;
    while (open.greaterThan(0)) {
      const [oldest] = this.entries;
      if (oldest === undefined) break;
      const part = Decimal.min(open, oldest.left);
      oldest.left = oldest.left.minus(part);
      open = open.minus(part);
      if (oldest.left.isZero()) this.entries.shift();
    }
    this.sum = this.sum.minus(taken);
    return taken;
  }

  /** Drops what could be used in this year for the last time. */
  expire(year: number): Decimal {
    let expired = ZERO;
    while (this.entries[0] !== undefined && this.entries[0].lastYear <= year) {
      expired = expired.plus(this.entries[0].left);
      this.entries.shift();
    }
    this.sum = this.sum.minus(expired);
    return expired;
  }
}
