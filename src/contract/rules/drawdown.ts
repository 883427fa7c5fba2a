import { Decimal, ZERO } from '../../base/decimal';
import { isUsedUp } from '../../base/whole';

/** Credits bought in advance. Periods count from 0. */
export interface Lot {
  /** Cash paid, 0 or more. */
  readonly paid: Decimal;
  /** Credits received, above 0. */
  readonly credits: Decimal;
  /** Period of the purchase; from it on the credits may be used. */
  readonly bought: number;
  /** First period in which what is left no longer counts; null for never. After the purchase. */
  readonly expiry: number | null;
}

export interface DrawdownTerms {
  /** Price of a credit used beyond the balance, 0 or more. */
  readonly onDemandPrice: Decimal;
  /** Periods in a window, at whose end the balance is brought within the rollover limits; null for no windows. */
  readonly window: number | null;
  /** Least balance that a window hands on: credits are granted up to it. */
  readonly minRollover: Decimal;
  /** Most that a window hands on: the rest expires; null for no limit. */
  readonly maxRollover: Decimal | null;
}

/** One period: credits first, then money. Opening + added − expired − drawn = closing. */
export interface DrawdownPeriod {
  readonly opening: Decimal;
  /** Credits bought, or granted at the end of a window. */
  readonly added: Decimal;
  readonly expired: Decimal;
  readonly drawn: Decimal;
  readonly closing: Decimal;
  /** Usage beyond the balance, in credits. */
  readonly onDemand: Decimal;
  /** Cash: lots bought, and usage on demand. */
  readonly billed: Decimal;
  /** Accrual: credits drawn and expired at what they cost, and usage on demand. */
  readonly effective: Decimal;
  /** What the closing balance cost. */
  readonly closingValue: Decimal;
}

/**
 * Draws usage from lots, the one that expires first before the others (of equal ones the earlier purchase, then the
 * order given). In each period: expired lots lapse, new ones are added, usage is drawn, what is beyond the balance is
 * on demand; at the end of a window the balance carried on is min(max rollover, max(min rollover, balance)).
 *
 * Over the periods, Σ billed = Σ effective + the last closing value.
 */
export function drawdown(
  lots: readonly Lot[],
  usage: readonly Decimal[],
  terms: DrawdownTerms,
): DrawdownPeriod[] {
  const wallet = new Wallet();
  const purchases = new Map<number, Lot[]>();
  for (const lot of lots) purchases.set(lot.bought, [...(purchases.get(lot.bought) ?? []), lot]);
  return usage.map((wanted, period) => {
    const opening = wallet.balance;
    const lapsed = wallet.expire(period);
    const bought = purchases.get(period) ?? [];
    for (const lot of bought) wallet.add(lot);
    const drawn = wallet.draw(amountDrawn(wanted, wallet.balance));
    const beyond = wanted.minus(drawn.credits);
    const onDemand = isUsedUp(beyond, wanted) ? ZERO : beyond;
    const rollover = isWindowEnd(terms, period) ? wallet.rollOver(terms) : NOTHING;
    const onDemandCost = onDemand.times(terms.onDemandPrice);
    return {
      opening,
      added: bought.reduce((sum, { credits }) => sum.plus(credits), rollover.granted),
      expired: lapsed.credits.plus(rollover.lapsed.credits),
      drawn: drawn.credits,
      closing: wallet.balance,
      onDemand,
      billed: bought.reduce((sum, { paid }) => sum.plus(paid), onDemandCost),
      effective: drawn.cost.plus(lapsed.cost).plus(rollover.lapsed.cost).plus(onDemandCost),
      closingValue: wallet.value,
    };
  });
}

/**
 * What a period draws. Usage and balance that differ by a billionth are the same: else three thirds of a hundred would
 * leave a last trace of a hundred on demand, or of a credit in the wallet.
 */
function amountDrawn(wanted: Decimal, balance: Decimal): Decimal {
  return isUsedUp(wanted.minus(balance).abs(), wanted) ? balance : Decimal.min(wanted, balance);
}

function isWindowEnd({ window }: DrawdownTerms, period: number): boolean {
  return window !== null && (period + 1) % window === 0;
}

/** Credits that left the wallet, and what they had cost. */
interface Removed {
  readonly credits: Decimal;
  readonly cost: Decimal;
}

interface Rollover {
  readonly granted: Decimal;
  readonly lapsed: Removed;
}

const NONE: Removed = { credits: ZERO, cost: ZERO };
const NOTHING: Rollover = { granted: ZERO, lapsed: NONE };

interface Held {
  /** Credits. */
  left: Decimal;
  /** What they cost. */
  worth: Decimal;
  readonly lot: Lot;
}

/** The credits held, in the order in which they are drawn. */
class Wallet {
  private readonly held: Held[] = [];
  private sum = ZERO;
  private worth = ZERO;

  get balance(): Decimal {
    return this.sum;
  }

  /** What the balance cost. */
  get value(): Decimal {
    return this.worth;
  }

  add(lot: Lot): void {
    // Behind every lot that ends no later: the earlier purchase stays in front.
    let place = this.held.length;
    while (place > 0 && endsAfter(this.held[place - 1]?.lot, lot)) place -= 1;
    this.held.splice(place, 0, { left: lot.credits, worth: lot.paid, lot });
    this.sum = this.sum.plus(lot.credits);
    this.worth = this.worth.plus(lot.paid);
  }

  /** Takes credits from the front. @param wanted at most the balance */
  draw(wanted: Decimal): Removed {
    let open = wanted;
    let cost = ZERO;
    while (open.greaterThan(0)) {
      const [first] = this.held;
      if (first === undefined) break;
      const part = Decimal.min(open, first.left);
      const worth = costOf(first, part);
      cost = cost.plus(worth);
      first.left = first.left.minus(part);
      first.worth = first.worth.minus(worth);
      open = open.minus(part);
      if (first.left.isZero()) this.held.shift();
    }
    this.sum = this.sum.minus(wanted);
    this.worth = this.worth.minus(cost);
    return { credits: wanted, cost };
  }

  expire(period: number): Removed {
    let ended = ZERO;
    for (const { left, lot } of this.held) {
      // What ends first stands first.
      if (lot.expiry === null || lot.expiry > period) break;
      ended = ended.plus(left);
    }
    return ended.isZero() ? NONE : this.draw(ended);
  }

  rollOver({ minRollover, maxRollover }: DrawdownTerms): Rollover {
    const atLeast = Decimal.max(this.sum, minRollover);
    const carried = maxRollover === null ? atLeast : Decimal.min(atLeast, maxRollover);
    if (carried.lessThan(this.sum)) return { granted: ZERO, lapsed: this.draw(this.sum.minus(carried)) };
    const granted = carried.minus(this.sum);
    if (!granted.isZero()) this.add({ paid: ZERO, credits: granted, bought: 0, expiry: null });
    return { granted, lapsed: NONE };
  }
}

function endsAfter(held: Lot | undefined, lot: Lot): boolean {
  if (held === undefined || lot.expiry === null) return false;
  return held.expiry === null || held.expiry > lot.expiry;
}

/** Fine enough for any price, and coarse enough that sums of costs up to 1e20 stay exact. */
const COST_PLACES = 20;

/** What a part of a lot costs. The last part takes what is left, so that the parts cost exactly what was paid. */
function costOf({ lot, left, worth }: Held, part: Decimal): Decimal {
  if (part.equals(left)) return worth;
  return part.times(lot.paid).dividedBy(lot.credits).toDecimalPlaces(COST_PLACES, Decimal.ROUND_FLOOR);
}
