import { Contract } from '../contract/contract';
import { type Bridge, bridging, type BridgeProgress } from './bridge';
import { withChangeSteps } from './change-steps';
import { JOINED, joinedTables, type TableScenario, withOwnNames } from './joined-tables';
import { changesOf, rowPairs } from './table-changes';

/** Each change takes an evaluation of a contract of its own. */
export const MOST_CHANGES = 40;

/** The way from a scenario of one table to one of another. */
export interface JoinedBridge {
  readonly bridge: Bridge;
  /** Changes that can move a figure; where they are too many, the steps are not split up into them. */
  readonly changes: number;
}

/**
 * In parts, each of which evaluates a scenario at most once.
 *
 * @param most how many changes are listed one by one, at most
 */
export function* joinedBridging(
  from: TableScenario,
  to: TableScenario,
  figure: string,
  most = MOST_CHANGES,
): Generator<BridgeProgress, JoinedBridge> {
  const pairs = rowPairs(from, to);
  const changes = changesOf(pairs);
  const isSplit = changes.length <= most;
  const sections = new Set(changes.map(({ section }) => section)).size;
  // Both ends and what lies between sections, of those and what lies between changes.
  const share = isSplit ? (sections + 1) / (changes.length + 1) : 1;
  const contract = Contract.of(joinedTables(from, to));
  const work = bridging(contract, JOINED.from, JOINED.to, figure, JOINED.bases);
  const bridge = withOwnNames(yield* portion(work, 0, share));
  if (!isSplit) return { bridge, changes: changes.length };
  const split = yield* portion(withChangeSteps(bridge, pairs, changes), share, 1);
  return { bridge: split, changes: changes.length };
}

/** Work that is a part of a larger one. @param from and to: shares of the whole */
function* portion<R>(
  work: Generator<BridgeProgress, R>,
  from: number,
  to: number,
): Generator<BridgeProgress, R> {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    yield { text: value.text, done: from + value.done * (to - from) };
  }
}
