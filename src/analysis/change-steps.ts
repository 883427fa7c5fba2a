import type { Decimal } from '../base/decimal';
import { totalValue } from '../contract/buckets';
import { Contract } from '../contract/contract';
import { crowdedSections } from '../terms/catalogue/most-items';
import type { TermsTable } from '../terms/table/table';
import { problemsAcrossRows } from '../terms/table/validate';
import { attempt, type Bridge, type BridgeProgress, type BridgeStep } from './bridge';
import { exactSteps, type Reached, type ReachedChange } from './bridge-steps';
import { lineOf } from './headline';
import { mixedTable, type RowPair, type TableChange } from './table-changes';

/** The scenario's place in a mixed table. */
const MIXED = 1;

/**
 * A bridge with the single changes of each step. Within the place that its sections have in the bridge's order they are
 * taken one after another, in the order of the tables; each time the table that has those up to there as the second
 * table has them, and the rest as the first, is evaluated by itself.
 */
export function* withChangeSteps(
  bridge: Bridge,
  pairs: readonly RowPair[],
  changes: readonly TableChange[],
): Generator<BridgeProgress, Bridge> {
  const within = bridge.steps.map(({ sections }) =>
    changes.filter(({ section }) => sections.includes(section)),
  );
  const evaluations = within.reduce((sum, own) => sum + Math.max(0, own.length - 1), 0);
  let evaluated = 0;
  const reached: Reached[] = [];
  for (const [place, step] of bridge.steps.entries()) {
    const own = within[place] ?? [];
    const toCome = new Set(bridge.steps.slice(place + 1).flatMap(({ sections }) => sections));
    const part = changesWithin(bridge, step, own, (pending) =>
      mixedTable(pairs, ({ key, definition }) => !toCome.has(definition.section) && !pending.has(key)),
    );
    for (;;) {
      const { done, value } = part.next();
      if (done) {
        reached.push({ ...step, changes: value });
        break;
      }
      yield { text: value, done: evaluated / evaluations };
      evaluated += 1;
    }
  }
  return { ...bridge, ...exactSteps(bridge.start, bridge.end, reached) };
}

/** The changes of one step. Where one makes no valid table, it is one with those that follow. */
function* changesWithin(
  { figure }: Bridge,
  { after: end }: BridgeStep,
  own: readonly TableChange[],
  tableWithout: (pending: ReadonlySet<string>) => TermsTable,
): Generator<string, ReachedChange[]> {
  const tableOf = (taken: number): TermsTable =>
    tableWithout(new Set(own.slice(taken).flatMap(({ keys }) => keys)));
  const known =
    own.length > 1 ? new Set([0, own.length].flatMap((taken) => problemsOf(tableOf(taken)))) : new Set();
  const reached: ReachedChange[] = [];
  let open: string[] = [];
  for (const [place, { name, keys }] of own.entries()) {
    open = [...open, ...keys];
    const isLast = place === own.length - 1;
    if (!isLast) yield name;
    const after = isLast ? end : figureOf(tableOf(place + 1), figure.id, known);
    if (after === undefined) continue;
    reached.push({ keys: open, after });
    open = [];
  }
  return reached;
}

/** @param known problems between sections, which the step has at one of its ends and the change has not made */
function figureOf(table: TermsTable, figure: string, known: ReadonlySet<unknown>): Decimal | undefined {
  if (problemsOf(table).some((problem) => !known.has(problem))) return undefined;
  return attempt(() => {
    const contract = Contract.of(table);
    const total = totalValue(contract.evaluation(MIXED), lineOf(contract, figure));
    if (!total) throw new Error(`The contract has no ${figure}.`);
    return total;
  });
}

function problemsOf(table: TermsTable): string[] {
  const crowded = crowdedSections(table, table.rows);
  const scenarios = table.scenarios.map((name, place) => ({ name, column: place + 1 }));
  const problems =
    crowded.length > 0 ? crowded : problemsAcrossRows(table, { headerRow: 0, scenarios }, () => false);
  return problems.map(({ sentence }) => sentence);
}
