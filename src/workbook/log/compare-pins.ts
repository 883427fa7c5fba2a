import type { Bridge } from '../../analysis/bridge';
import { lineOf } from '../../analysis/headline';
import { joinedBridging, type JoinedBridge, MOST_CHANGES } from '../../analysis/joined-bridge';
import type { TableScenario } from '../../analysis/joined-tables';
import { type NotedFigure, withNotedEnds } from '../../analysis/noted-ends';
import { type Decimal, decimalFromCell } from '../../base/decimal';
import { totalValue } from '../../contract/buckets';
import { Contract } from '../../contract/contract';
import { termChanges, type TermChanges } from '../../terms/exchange/term-changes';
import { readBatch } from '../excel/excel-batch';
import { Cancelled, goOn, type StepOptions } from '../hand-off/step';
import { type ComparedEnd, readEnds, VERSION } from './compared-end';
import type { PinChoice } from './pin-choices';
import { Refusal } from '../../base/refusal';
import { counted } from '../../base/words';
import { stopped, type Stopped } from '../step-outcome';

const TOTAL = 'total.billed';

/** What lies between two pins, or between a pin and what stands now. */
export interface PinComparison {
  readonly kind: 'done';
  /** What was compared and how many terms differ. */
  readonly sentence: string;
  readonly from: ComparedEnd;
  readonly to: ComparedEnd;
  /** The totals billed: as pinned, or as computed now. Missing where there is none. */
  readonly totals: { readonly from: Decimal | undefined; readonly to: Decimal | undefined };
  /** What this version computes from the pinned terms, where that is not the figure pinned. */
  readonly recomputed: { readonly from: Decimal | undefined; readonly to: Decimal | undefined };
  /** Missing where one of the two keeps no terms. */
  readonly changes: TermChanges | undefined;
  /** What the changes did to the total, by section and of each by itself; missing where it cannot be computed. */
  readonly bridge: Bridge | undefined;
  /** What cannot be said and why, in sentences. */
  readonly remarks: readonly string[];
}

export type PinOutcome = PinComparison | Refusal | Stopped;

/** Says which terms differ between two, and what each did to the total billed. Nothing is written. */
export async function comparePins(options: StepOptions, from: PinChoice, to: PinChoice): Promise<PinOutcome> {
  try {
    goOn(options, 'Reading the log', 0);
    const ends = await readBatch((context) => readEnds(context, [from, to]));
    return ends instanceof Refusal ? ends : await between(options, ...ends);
  } catch (fault) {
    if (fault instanceof Cancelled) return stopped('Stopped. Nothing was compared.');
    throw fault;
  }
}

async function between(options: StepOptions, from: ComparedEnd, to: ComparedEnd): Promise<PinComparison> {
  const changes = from.terms && to.terms && termChanges(from.terms.rows, to.terms.rows);
  const isOneCurrency = from.currency === to.currency;
  const joined = isOneCurrency ? await bridgeOf(options, from, to) : undefined;
  const computed = joined?.bridge;
  const recomputed = {
    from: computed && another(from.pinned, computed.start),
    to: computed && another(to.pinned, computed.end),
  };
  const bridge =
    computed &&
    withNotedEnds(
      computed,
      recomputed.from && noted(from, 'computed'),
      recomputed.to && noted(to, 'as pinned'),
    );
  return {
    kind: 'done',
    sentence: sentenceOf(from, to, changes),
    from,
    to,
    totals: {
      from: bridge?.start ?? totalOf(from),
      to: bridge?.end ?? totalOf(to),
    },
    recomputed,
    changes,
    bridge,
    remarks: [...remarksOf(from, to, isOneCurrency), ...tooMany(joined?.changes ?? 0)],
  };
}

/** The bridge between what the terms of both give now, where both have terms that can be computed. */
async function bridgeOf(
  options: StepOptions,
  from: ComparedEnd,
  to: ComparedEnd,
): Promise<JoinedBridge | undefined> {
  const [a, b] = [from.terms?.model, to.terms?.model];
  if (!a || !b) return undefined;
  const work = joinedBridging(a, b, TOTAL);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    goOn(options, `Computing ${value.text}`, value.done);
    await answering();
  }
}

/** Lets the pane show how far it is, and hear a cancel. */
const answering = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** A figure as the log holds it has the digits of a cell. */
const another = (pinned: Decimal | undefined, computed: Decimal): Decimal | undefined =>
  pinned === undefined || decimalFromCell(computed.toNumber()).eq(pinned) ? undefined : computed;

/** Names of the steps between a figure in the log and what its terms give now, before and after the others. */
const NOTED = { computed: 'Recomputed', 'as pinned': 'As pinned' } as const;

function noted({ pinned, version }: ComparedEnd, how: keyof typeof NOTED): NotedFigure | undefined {
  if (pinned === undefined) return undefined;
  const by = how === 'computed' ? VERSION : version;
  return { value: pinned, label: `${NOTED[how]}: same terms, by Meterbook ${by}` };
}

/** What was pinned; of what stands now, what its terms give. */
function totalOf({ pin, pinned, terms }: ComparedEnd): Decimal | undefined {
  return pin || !terms?.model ? pinned : computedTotal(terms.model);
}

function computedTotal({ table, place }: TableScenario): Decimal | undefined {
  const contract = Contract.of(table);
  return totalValue(contract.evaluation(place), lineOf(contract, TOTAL));
}

function sentenceOf(from: ComparedEnd, to: ComparedEnd, changes: TermChanges | undefined): string {
  const names = `Compared ${from.name} with ${to.name}`;
  if (!changes) return `${names}: only their totals, since the terms of both are not known.`;
  const count = changes.terms.length;
  return count === 0
    ? `${names}: no term differs.`
    : `${names}: ${counted(count, 'term differs', 'terms differ')}.`;
}

function remarksOf(from: ComparedEnd, to: ComparedEnd, isOneCurrency: boolean): string[] {
  const own = [from, to].flatMap(({ remark }) => (remark === undefined ? [] : [remark]));
  return [
    ...new Set(own),
    ...(from.terms && to.terms ? [] : hashSentences(from, to)),
    ...[from, to].flatMap(noTotal),
    ...(isOneCurrency
      ? []
      : [
          `The totals are in ${from.currency ?? ''} and in ${to.currency ?? ''}: their difference would say nothing.`,
        ]),
  ];
}

const tooMany = (changes: number): string[] =>
  changes <= MOST_CHANGES
    ? []
    : [
        `${changes} changes can move the total: what they did is told by section. What each did by itself is told for up to ${MOST_CHANGES}; pins that lie closer together have fewer between them.`,
      ];

/** A hash tells whether terms differ even where the terms themselves are not known; one that was changed says nothing. */
function hashSentences(from: ComparedEnd, to: ComparedEnd): string[] {
  if (from.isChanged || to.isChanged) return [];
  return from.hash === to.hash
    ? ['The hashes of both are the same, and so are their terms.']
    : ['Their hashes differ: at least one term does.'];
}

const noTotal = ({ name, pin, pinned }: ComparedEnd): string[] =>
  pin && pinned === undefined
    ? [`The log has no number as the total billed of ${name}: see the row of ${pin.sheet}!${pin.address}.`]
    : [];
