import {
  type Expression,
  constant,
  periodDays,
  periodStart,
  previous,
  running,
  sumOf,
  total,
  when,
} from '../../../calc/expression';
import type { Line } from '../../../calc/line';
import type { Basis } from '../basis/basis';
import type { Totals } from '../billing/totals';
import type { ContractBook, LineBook } from '../line-book';
import type { LineRule } from '../line-rules';
import type { Metered } from '../metered/metered';
import { type Tariff, loadOn, tariffLines } from '../reserved/reserved-tariff';

const MILLION = 1_000_000;

export interface ComparisonParts {
  readonly basis: Basis;
  readonly metered: Metered;
  readonly totals: Totals;
}

export interface Comparison {
  /** Cost of the world in which the reserved contract goes on and nobody changes behaviour. */
  readonly reservedPath: Line;
  readonly volumeByProduct: ReadonlyMap<string, Line>;
}

/** The path of the contract against staying reserved, and the bridge between them. */
export function comparisonLines(contract: ContractBook, parts: ComparisonParts): Comparison {
  const staying = stayingReserved(contract, parts.basis);
  const used = volumesUsed(contract, parts);
  const sameVolume = sameVolumeLine(contract, parts.basis, staying, used);
  bridgeLines(contract, parts.totals, staying.cost, sameVolume);
  const { effective } = parts.totals;
  const book = contract.in('comparison');
  const perInput = 'Effective cost per million input-side tokens';
  const perEquivalent = 'Effective cost per million input-equivalent tokens';
  unitCostLine(book, 'price.effective', perInput, effective, used.tokens);
  unitCostLine(book, 'price.effective iet', perEquivalent, effective, used.equivalent);
  return { reservedPath: staying.cost, volumeByProduct: used.byProduct };
}

interface StayingReserved {
  readonly tariff: Tariff;
  readonly cost: Line;
}

/** The reserved contract goes on, and nobody changes behaviour. */
function stayingReserved(contract: ContractBook, { usage, price }: Basis): StayingReserved {
  const tariff = tariffLines(contract, {
    section: 'Counterfactual',
    id: 'counterfactual',
    label: 'Staying reserved',
  });
  const book = contract.in('counterfactual');
  const label = (text: string) => `Staying reserved: ${text}`;
  const wanted = book.tokens(
    'counterfactual.demand',
    label('demand'),
    sumOf(usage.products.map(({ base, weight }) => base.times(weight))),
  );
  const [overflowing, served] = loadOn(book, 'Counterfactual', wanted, tariff.capacity);
  const beyond = book.tokens('counterfactual.overflow', label('demand beyond the capacity'), overflowing);
  book.share('counterfactual.utilisation', label('utilisation'), served.over(tariff.capacity, 0));
  const beyondCost = book.money(
    'counterfactual.overflow cost',
    label('overflow, on demand'),
    beyond.times(price.onDemand),
  );
  return { tariff, cost: book.money('counterfactual.cost', label('cost'), tariff.fee.plus(beyondCost)) };
}

interface VolumesUsed {
  readonly byProduct: ReadonlyMap<string, Line>;
  readonly tokens: Line;
  /** The same in input-equivalent tokens. */
  readonly equivalent: Line;
}

function volumesUsed(contract: ContractBook, { basis, metered }: ComparisonParts): VolumesUsed {
  const book = contract.in('total');
  const { usage, transition } = basis;
  const volumes = usage.products.map(({ name, demand, weight }) => {
    const unmetered = demand.times(constant(1).minus(transition.share));
    const tokens = book.tokens(
      `usage.tokens[${name}]`,
      `Input-side tokens used: ${name}`,
      unmetered.plus(metered.tokens.get(name) ?? constant(0)),
    );
    return { name, tokens, weight };
  });
  return {
    byProduct: new Map(volumes.map(({ name, tokens }) => [name, tokens])),
    tokens: book.tokens('usage.tokens', 'Input-side tokens used', sumOf(volumes.map(({ tokens }) => tokens))),
    equivalent: book.tokens(
      'usage.iet',
      'Input-equivalent tokens used',
      sumOf(volumes.map(({ tokens, weight }) => tokens.times(weight))),
    ),
  };
}

/** What the volumes of this path would cost under the reserved tariff. */
function sameVolumeLine(
  contract: ContractBook,
  { price }: Basis,
  { tariff }: StayingReserved,
  { equivalent }: VolumesUsed,
): Line {
  const book = contract.in('counterfactual');
  const [overflowing] = loadOn(book, 'Counterfactual', equivalent, tariff.capacity);
  const beyond = book.tokens(
    'same volume.overflow',
    'Reserved tariff on the volumes used: beyond the capacity',
    overflowing,
  );
  return book.money(
    'same volume.cost',
    'Reserved tariff on the volumes used: cost',
    tariff.fee.plus(beyond.times(price.onDemand)),
  );
}

/** The difference between the two paths, in parts and over time. */
function bridgeLines(
  contract: ContractBook,
  { billed, effective }: Totals,
  reservedPath: Line,
  sameVolume: Line,
): void {
  const book = contract.in('comparison');
  const difference = (id: string, label: string, rule: LineRule, of: Expression): Line =>
    book.money(id, label, of, { rule, isDifference: true });
  const delta = difference(
    'comparison.delta',
    'Delta: this path less staying reserved',
    'comparison.delta',
    billed.minus(reservedPath),
  );
  difference(
    'comparison.behaviour',
    'Delta from behaviour',
    'comparison.behaviour',
    sameVolume.minus(reservedPath),
  );
  difference('comparison.tariff', 'Delta from the tariff', 'comparison.tariff', billed.minus(sameVolume));
  book.balance('comparison.cumulative', 'Total billed, cumulative', running(billed));
  book.balance('comparison.cumulative reserved', 'Staying reserved, cumulative', running(reservedPath));
  book.balance('comparison.cumulative delta', 'Delta, cumulative', running(delta));
  crossingLines(book, 'effective', effective.minus(reservedPath));
  crossingLines(book, 'billed', delta);
}

function unitCostLine(book: LineBook, id: string, label: string, cost: Line, tokens: Line): void {
  book.measure('currency per million tokens', id, label, cost.over(tokens.over(MILLION)), {
    summary: { kind: 'ratio', of: cost, to: tokens, times: MILLION },
  });
}

/**
 * The day on which the cumulative delta changes its sign, in the period in which it does: linear within the period.
 * A period that ends at exactly zero counts for neither side.
 */
function crossingLines(book: LineBook, basis: 'effective' | 'billed', delta: Expression): void {
  const flow = book.money(`crossing.delta[${basis}]`, `Delta, ${basis} basis`, delta);
  const cumulative = book.balance(
    `crossing.cumulative[${basis}]`,
    `Delta, ${basis} basis, cumulative`,
    running(flow),
  );
  const side = book.balance(
    `crossing.side[${basis}]`,
    `Last cumulative delta that is not zero, ${basis} basis`,
  );
  side.define(when(cumulative.equals(0), previous(side), cumulative));
  const changes = previous(side).times(cumulative).isBelow(0);
  // From where the period itself opens: after a stretch at zero the sign changes with the period's first moment.
  const opening = previous(cumulative);
  // Multiplied first: a third of 30 days would fall just short of 10.
  const daysToZero = opening.times(periodDays).over(opening.minus(cumulative), 0).floor();
  book.measure(
    'date',
    `crossing.date[${basis}]`,
    `Day on which the cumulative delta changes sign, ${basis} basis; 0 where it does not`,
    when(changes, periodStart.plus(daysToZero), 0),
  );
  const dearer = when(cumulative.isAbove(0), 1, -1);
  const direction = book.measure(
    'direction',
    `crossing.direction[${basis}]`,
    `1 where this path becomes dearer, −1 where it becomes cheaper, ${basis} basis`,
    when(changes, dearer, 0),
  );
  book.scalar(
    'crossings',
    `crossing.count[${basis}]`,
    `Number of crossings, ${basis} basis`,
    total(
      book.measure(
        'crossings',
        `crossing.counted[${basis}]`,
        `Crossings, ${basis} basis`,
        direction.times(direction),
      ),
    ),
  );
}
