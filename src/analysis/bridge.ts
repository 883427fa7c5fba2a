import { Decimal, ZERO } from '../calc/decimal';
import type { Evaluation } from '../calc/exact';
import { totalValue } from '../contract/buckets';
import type { Contract } from '../contract/contract';
import { CATALOGUE } from '../terms/catalogue';
import { identityText } from '../terms/identity';
import type { TermRow } from '../terms/row';
import type { TermsTable } from '../terms/table';
import { lineOf } from './headline';

/** What one section's terms do to a figure, on top of the steps before. */
export interface BridgeStep {
  /** Of the Terms table; of two that make sense only together, the first. */
  readonly section: string;
  /** "Reserved: End, Units from 2027-07-01". */
  readonly label: string;
  /** The terms that differ, as the table names them: "Reserved | End". */
  readonly terms: readonly string[];
  readonly amount: Decimal;
  /** The figure after the step. */
  readonly after: Decimal;
}

/** How a figure gets from one scenario to another: start plus the amounts of the steps is end, exactly. */
export interface Bridge {
  readonly from: string;
  readonly to: string;
  readonly figure: { readonly id: string; readonly label: string; readonly unit: string };
  readonly start: Decimal;
  readonly end: Decimal;
  readonly steps: readonly BridgeStep[];
  /** In which order the sections change, in a sentence. */
  readonly order: string;
}

const ORDER =
  'The sections change one after another, in the order of the Terms table, each on top of those before. In another order the steps would differ and their sum would not.';

/** Decided on comes first: until then the changes that follow do not act. */
const SECTIONS: readonly string[] = [...new Set(CATALOGUE.map(({ section }) => section))];

/**
 * The way of a figure from one scenario to another, one step for each section whose terms differ.
 *
 * @param from the place of the scenario in the table; 0 is Base
 * @param figure the id of a line; its total over the horizon is taken
 */
export function bridgeBetween(contract: Contract, from: number, to: number, figure = 'total.billed'): Bridge {
  const work = bridging(contract, from, to, figure);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** How far a bridge has come: before each evaluation of the contract. */
export interface BridgeProgress {
  /** What is evaluated next: a scenario's name, or the sections that have changed by then. */
  readonly text: string;
  /** From 0 to 1. */
  readonly done: number;
}

/** The same in parts, each of which evaluates the contract at most once, for a caller that has to answer in between. */
export function* bridging(
  contract: Contract,
  from: number,
  to: number,
  figure = 'total.billed',
): Generator<BridgeProgress, Bridge> {
  const line = lineOf(contract, figure);
  const { table } = contract;
  const [fromName = '', toName = ''] = [table.scenarios[from], table.scenarios[to]];
  const amount = (evaluation: Evaluation): Decimal => totalValue(evaluation, line) ?? ZERO;
  const stages = stagesOf(table, from, to);
  const evaluations = stages.length + 1;
  yield { text: fromName, done: 0 };
  const start = amount(contract.evaluation(from));
  yield { text: toName, done: 1 / evaluations };
  const end = amount(contract.evaluation(to));
  const reached: { stage: Stage; after: Decimal }[] = [];
  let open: Stage | undefined;
  for (const [place, stage] of stages.entries()) {
    const together: Stage = open ? merged(open, stage) : stage;
    const isLast = place === stages.length - 1;
    if (!isLast) yield { text: together.sections.join(' and '), done: (place + 2) / evaluations };
    const taken = new Set(stages.slice(0, place + 1).flatMap(({ sections }) => sections));
    const after = isLast
      ? end
      : attempt(() => amount(contract.mixed((name) => (taken.has(name) ? to : from))));
    // Terms of one section may make no sense without those of the next.
    open = after === undefined ? together : undefined;
    if (after !== undefined) reached.push({ stage: together, after });
  }
  return {
    from: fromName,
    to: toName,
    figure: { id: line.id, label: line.label, unit: line.unit.replace('currency', table.currency) },
    ...exactSteps(start, end, reached),
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

function stagesOf(table: TermsTable, from: number, to: number): Stage[] {
  const stages = SECTIONS.map((section) => ({
    sections: [section],
    rows: table.rows.filter((row) => row.definition.section === section && differs(table, row, from, to)),
  })).filter(({ rows }) => rows.length > 0);
  return withGrowthTables(stages);
}

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
function attempt(amount: () => Decimal): Decimal | undefined {
  try {
    const value = amount();
    return value.isNaN() ? undefined : value;
  } catch {
    return undefined;
  }
}

/**
 * Figures have 40 significant digits each, so the larger ones have fewer decimals: all are taken to as many decimals as
 * the largest has, and then every difference is exact.
 */
function exactSteps(
  start: Decimal,
  end: Decimal,
  reached: readonly { stage: Stage; after: Decimal }[],
): Pick<Bridge, 'start' | 'end' | 'steps'> {
  const figures = [start, ...reached.map(({ after }) => after), end];
  const spans = [...figures, ...figures.map((figure, place) => figure.minus(figures[place - 1] ?? figure))];
  const whole = Math.max(1, ...spans.map((span) => (span.isFinite() ? span.trunc().precision(true) : 1)));
  const decimals = Math.max(0, Decimal.precision - whole);
  const exact = (figure: Decimal): Decimal => figure.toDecimalPlaces(decimals);
  const steps: BridgeStep[] = [];
  for (const { stage, after: figure } of reached) {
    const after = exact(figure);
    const amount = after.minus(steps.at(-1)?.after ?? exact(start));
    // Until a decision the periods are those of Base, so the date of one changes nothing by itself from there.
    if (stage.sections.join() === 'Scenario' && amount.isZero()) continue;
    steps.push({
      section: stage.sections[0] ?? '',
      label: labelOf(stage),
      terms: stage.rows.map(({ definition, item, term }) => identityText(definition.section, item, term)),
      amount,
      after,
    });
  }
  return { start: exact(start), end: exact(end), steps };
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
