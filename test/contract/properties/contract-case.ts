import { Decimal, ZERO } from '../../../src/base/decimal';
import type { Evaluation } from '../../../src/calc/exact/exact';
import type { Line } from '../../../src/calc/line';
import { Contract } from '../../../src/contract/contract';
import type { SectionName } from '../../../src/terms/catalogue/catalogue';
import { parseTerms } from '../../../src/terms/table/parse';
import type { TermsTable } from '../../../src/terms/table/table';
import type { Draft } from './drafts/draft';

export function blockOf({ scenarios, rows }: Draft): unknown[][] {
  return [
    ['Section', 'Item', 'Term', 'Base', ...scenarios],
    ...rows.map(({ section, item, term, cells }) => [section, item, term, ...cells]),
  ];
}

/** Reads a table as Excel would hand it over, and evaluates what is asked for. */
export class ContractCase {
  readonly table: TermsTable;
  readonly #contract: Contract;
  readonly #readings: (ScenarioReading | undefined)[] = [];

  constructor(readonly draft: Draft) {
    const { table, problems } = parseTerms(blockOf(draft));
    if (!table) throw new Error(problems.map(({ sentence }) => sentence).join('\n'));
    this.table = table;
    this.#contract = Contract.of(table);
  }

  get base(): ScenarioReading {
    return this.reading(0);
  }

  reading(scenario: number): ScenarioReading {
    return (this.#readings[scenario] ??= new ScenarioReading(
      this.table,
      scenario,
      this.#contract.evaluation(scenario),
    ));
  }

  get readings(): ScenarioReading[] {
    return this.table.scenarios.map((_name, scenario) => this.reading(scenario));
  }
}

/** The lines of one scenario, by id. */
export class ScenarioReading {
  constructor(
    readonly table: TermsTable,
    readonly scenario: number,
    readonly evaluation: Evaluation,
  ) {}

  get periods(): number {
    return this.evaluation.timeline.periods;
  }

  get lines(): readonly Line[] {
    return this.evaluation.model.lines;
  }

  has(id: string): boolean {
    return this.evaluation.model.line(id) !== undefined;
  }

  series(id: string): readonly Decimal[] {
    return this.evaluation.series(this.#line(id));
  }

  at(id: string, period: number): Decimal {
    return this.evaluation.at(this.#line(id), period);
  }

  scalar(id: string): Decimal {
    return this.at(id, 0);
  }

  last(id: string): Decimal {
    return this.at(id, this.periods - 1);
  }

  sum(id: string): Decimal {
    return sumOf(this.series(id));
  }

  /** Ids `name[...]` of the items of a line. */
  items(id: string): string[] {
    return this.lines.map((line) => line.id).filter((other) => other.startsWith(`${id}[`));
  }

  /** A number, a date as its serial; undefined where the scenario has none. */
  number(section: string, item: string, term: string): Decimal | undefined {
    const value = this.table.value(section, item, term, this.scenario);
    return value instanceof Decimal ? value : undefined;
  }

  day(section: string, item: string, term: string): number | undefined {
    return this.number(section, item, term)?.toNumber();
  }

  choice(section: string, item: string, term: string): string {
    return this.table.text(section, item, term, this.scenario);
  }

  /** Items of a section that the scenario has, by a term that each of them must have. */
  names(section: SectionName, term: string): string[] {
    const { definition } = this.table.definition(section, term);
    return this.table.items(section).filter((item) => this.table.hasItem(definition, item, this.scenario));
  }

  #line(id: string): Line {
    const line = this.evaluation.model.line(id);
    if (!line) throw new Error(`The model has no line ${id}.`);
    return line;
  }
}

export const sumOf = (values: readonly Decimal[]): Decimal =>
  values.reduce((sum, value) => sum.plus(value), ZERO);

/** Division and powers round at the 40th digit; sums of many such figures stay well within this. */
const RELATIVE = new Decimal('1e-25');

/**
 * Fails unless two figures agree to 1e-25 of the larger, or of `scale` where they are the small difference of
 * figures as large as that.
 */
export function expectSame(
  actual: Decimal,
  expected: Decimal | number,
  what: string,
  scale: Decimal | number = 1,
): void {
  const wanted = new Decimal(expected);
  const size = Decimal.max(1, actual.abs(), wanted.abs(), new Decimal(scale).abs());
  if (!actual.minus(wanted).abs().lte(size.times(RELATIVE))) {
    throw new Error(`${what}: ${actual.toString()} is not ${wanted.toString()}`);
  }
}

/** At most, but for the last digits. */
export function expectAtMost(actual: Decimal, most: Decimal | number, what: string): void {
  const limit = new Decimal(most);
  const size = Decimal.max(1, actual.abs(), limit.abs());
  if (!actual.minus(limit).lte(size.times(RELATIVE))) {
    throw new Error(`${what}: ${actual.toString()} is above ${limit.toString()}`);
  }
}

export function expectThat(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}
