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
import type { LineBook } from '../line-book';
import type { Metered } from '../metered/metered';
import type { Price } from '../metered/price';
import { loadOn, tariffLines } from '../reserved/reserved-tariff';
import type { Transition } from '../basis/transition';
import type { Usage } from '../basis/usage';

const MILLION = 1_000_000;

export interface ComparisonParts {
  readonly usage: Usage;
  readonly transition: Transition;
  readonly price: Price;
  readonly metered: Metered;
  readonly billed: Line;
  readonly effective: Line;
}

export interface Comparison {
  /** Cost of the world in which the reserved contract goes on and nobody changes behaviour. */
  readonly reservedPath: Line;
  readonly volumeByProduct: ReadonlyMap<string, Line>;
}

/** The path of the contract against staying reserved, and the bridge between them. */
export function comparisonLines(book: LineBook, parts: ComparisonParts): Comparison {
  const { usage, transition, price, metered, billed, effective } = parts;
  const label = (text: string) => `Staying reserved: ${text}`;
  const tariff = tariffLines(book, {
    section: 'Counterfactual',
    id: 'counterfactual',
    label: 'Staying reserved',
  });
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
  const reservedPath = book.money('counterfactual.cost', label('cost'), tariff.fee.plus(beyondCost));

  const volumes = usage.products.map(({ name, demand, weight }) => {
    const unmetered = demand.times(constant(1).minus(transition.share));
    const tokens = book.tokens(
      `usage.tokens[${name}]`,
      `Input-side tokens used: ${name}`,
      unmetered.plus(metered.tokens.get(name) ?? constant(0)),
    );
    return { name, tokens, weight };
  });
  const tokens = book.tokens('usage.tokens', 'Input-side tokens used', sumOf(volumes.map((v) => v.tokens)));
  const iet = book.tokens(
    'usage.iet',
    'Input-equivalent tokens used',
    sumOf(volumes.map((v) => v.tokens.times(v.weight))),
  );
  const sameBeyond = book.tokens(
    'same volume.overflow',
    'Reserved tariff on the volumes used: beyond the capacity',
    loadOn(book, 'Counterfactual', iet, tariff.capacity)[0],
  );
  const sameVolume = book.money(
    'same volume.cost',
    'Reserved tariff on the volumes used: cost',
    tariff.fee.plus(sameBeyond.times(price.onDemand)),
  );

  const delta = book.money(
    'comparison.delta',
    'Delta: this path less staying reserved',
    billed.minus(reservedPath),
  );
  book.money('comparison.behaviour', 'Delta from behaviour', sameVolume.minus(reservedPath));
  book.money('comparison.tariff', 'Delta from the tariff', billed.minus(sameVolume));
  book.balance('comparison.cumulative', 'Total billed, cumulative', running(billed));
  book.balance('comparison.cumulative reserved', 'Staying reserved, cumulative', running(reservedPath));
  book.balance('comparison.cumulative delta', 'Delta, cumulative', running(delta));
  crossingLines(book, 'effective', effective.minus(reservedPath));
  crossingLines(book, 'billed', delta);
  unitCostLine(book, 'price.effective', 'Effective cost per million input-side tokens', effective, tokens);
  unitCostLine(
    book,
    'price.effective iet',
    'Effective cost per million input-equivalent tokens',
    effective,
    iet,
  );
  return { reservedPath, volumeByProduct: new Map(volumes.map((v) => [v.name, v.tokens])) };
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
