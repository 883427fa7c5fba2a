import { Decimal, ZERO } from '../base/decimal';
import type { Evaluation } from '../calc/exact/exact';
import { totalValue } from '../contract/buckets';
import type { Contract } from '../contract/contract';
import { CATALOGUE } from '../terms/catalogue/catalogue';
import { identityText } from '../terms/table/identity';
import type { TermRow } from '../terms/table/row';
import type { TermsTable } from '../terms/table/table';
import { type Bridge, exactSteps } from './bridge-steps';
import { identityOf } from '../terms/catalogue/term-name';
import { lineOf } from './headline';

export type { Bridge, BridgeStep } from './bridge-steps';

const ORDER =
  'The sections change one after another, in the order of the Terms table, each on top of those before. In another order the steps would differ and their sum would not.';

/** The date of the decision comes first: before that day the other changes have no effect. */
const SECTIONS: readonly string[] = [...new Set(CATALOGUE.map(({ section }) => section))];

/**
 * The way of a figure from one scenario to another, one step for each section whose terms differ.
 *
 * @param from the place of the scenario in the table; 0 is Base
 * @param figure the id of a line; its total over the horizon is taken
 * @param bases the places of what either scenario is until its decision
 */
export function bridgeBetween(
  contract: Contract,
  from: number,
  to: number,
  figure = 'total.billed',
  bases: Bases = BASE_OF_BOTH,
): Bridge {
  const work = bridging(contract, from, to, figure, bases);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

type Bases = readonly [from: number, to: number];
const BASE_OF_BOTH: Bases = [0, 0];

/** How far a bridge has come: before each evaluation of the contract. */
export interface BridgeProgress {
  /** What is evaluated next: a scenario's name, or the sections that have changed by then. */
  readonly text: string;
  /** From 0 to 1. */
  readonly done: number;
}

/** The same in parts, each of which evaluates a scenario at most once, for a caller that has to answer in between. */
export function* bridging(
  contract: Contract,
  from: number,
  to: number,
  figure = 'total.billed',
  bases: Bases = BASE_OF_BOTH,
): Generator<BridgeProgress, Bridge> {
  const line = lineOf(contract, figure);
  const { table } = contract;
  const [fromName = '', toName = ''] = [table.scenarios[from], table.scenarios[to]];
  const amount = (evaluation: Evaluation): Decimal => totalValue(evaluation, line) ?? ZERO;
  const stages = stagesOf(table, from, to, bases);
  const evaluated = (isTaken: (section: string) => boolean): Evaluation =>
    contract.mixed(
      (section) => (isTaken(section) ? to : from),
      bases[0] === bases[1] ? undefined : () => contract.mixed((section) => bases[isTaken(section) ? 1 : 0]),
    );
  const evaluations = stages.length + 1;
  yield { text: fromName, done: 0 };
  const start = amount(bases[0] === 0 ? contract.evaluation(from) : evaluated(() => false));
  yield { text: toName, done: 1 / evaluations };
  const end = amount(bases[1] === 0 ? contract.evaluation(to) : evaluated(() => true));
  const reached: ReachedStage[] = [];
  let open: Stage | undefined;
  for (const [place, stage] of stages.entries()) {
    const together: Stage = open ? merged(open, stage) : stage;
    const isLast = place === stages.length - 1;
    if (!isLast) yield { text: together.sections.join(' and '), done: (place + 2) / evaluations };
    const taken = new Set(stages.slice(0, place + 1).flatMap(({ sections }) => sections));
    const after = isLast ? end : attempt(() => amount(evaluated((section) => taken.has(section))));
    // Terms of one section may make no sense without those of the next.
    open = after === undefined ? together : undefined;
    if (after !== undefined) reached.push({ stage: together, after });
  }
  return {
    from: fromName,
    to: toName,
    figure: { id: line.id, label: line.label, unit: line.unit.replace('currency', table.currency) },
    ...stepsOf(start, end, reached),
    order: ORDER,
  };
}

/** Sections that change together, with the rows that differ. */
interface Stage {
  readonly sections: readonly string[];
  readonly rows: readonly TermRow[];
}

const merged = (a: Stage, b: Stage): Stage => ({
  sections: [...a.sections, ...b.sections],
  rows: [...a.rows, ...b.rows],
});

function stagesOf(table: TermsTable, from: number, to: number, bases: Bases): Stage[] {
  const pairs: Bases[] = [[from, to], ...(isDecided(table, from, to) ? [bases] : [])];
  const isStep = (row: TermRow): boolean => pairs.some(([a, b]) => differs(table, row, a, b));
  const stages = SECTIONS.map((section) => ({
    sections: [section],
    rows: table.rows.filter((row) => row.definition.section === section && isStep(row)),
  })).filter(({ rows }) => rows.length > 0);
  return withGrowthTables(stages);
}

/** Without a decision there is no time before it in which a scenario was something else. */
const isDecided = (table: TermsTable, ...scenarios: readonly number[]): boolean =>
  scenarios.some((scenario) => table.value(...identityOf('Scenario', 'Decided on'), scenario) !== null);

/** A volume that grows by a table is nothing without the table. */
function withGrowthTables(stages: readonly Stage[]): Stage[] {
  const usage = stages.find(({ sections: [section] }) => section === 'Usage');
  const index = stages.find(({ sections: [section] }) => section === 'Growth index');
  const changesKind = usage?.rows.some(({ definition: { term } }) => term === 'Growth');
  if (!usage || !index || !changesKind) return [...stages];
  return stages.flatMap((stage) =>
    stage === usage ? [merged(usage, index)] : stage === index ? [] : [stage],
  );
}

/** Texts name things and change no figure; so does the weight of a scenario. */
function differs(table: TermsTable, { definition, item, term }: TermRow, from: number, to: number): boolean {
  const { section, rule } = definition;
  if (rule.type === 'text' || (section === 'Scenario' && term !== 'Decided on')) return false;
  const [a, b] = [from, to].map((scenario) => table.value(section, item, term, scenario));
  return a instanceof Decimal && b instanceof Decimal ? !a.eq(b) : a !== b;
}

/** The figure, where terms from two scenarios fit together. */
export function attempt(amount: () => Decimal): Decimal | undefined {
  try {
    const value = amount();
    return value.isNaN() ? undefined : value;
  } catch {
    return undefined;
  }
}

interface ReachedStage {
  readonly stage: Stage;
  readonly after: Decimal;
}

function stepsOf(
  start: Decimal,
  end: Decimal,
  reached: readonly ReachedStage[],
): Pick<Bridge, 'start' | 'end' | 'steps'> {
  const exact = exactSteps(
    start,
    end,
    reached.map(({ stage, after }) => ({
      section: stage.sections[0] ?? '',
      sections: stage.sections,
      label: labelOf(stage),
      terms: stage.rows.map(({ definition, item, term }) => identityText(definition.section, item, term)),
      after,
    })),
  );
  // Until a decision the periods are those of Base, so the date of one changes nothing by itself from there.
  const isIdle = (place: number): boolean =>
    reached[place]?.stage.sections.join() === 'Scenario' && exact.steps[place]?.amount.isZero() === true;
  return { ...exact, steps: exact.steps.filter((_step, place) => !isIdle(place)) };
}

/** Terms that a label can name before it gets long. */
const MOST_NAMED = 3;

function labelOf({ sections, rows }: Stage): string {
  const names = rows.map(({ definition, item, term }) =>
    definition.item === 'date'
      ? `${term} from ${item}`
      : [item, term].filter((part) => part !== '').join(' '),
  );
  const more = names.length - MOST_NAMED;
  const shown = more > 1 ? [...names.slice(0, MOST_NAMED), `${more} more`] : names;
  return `${sections.join(' and ')}: ${shown.join(', ')}`;
}
