import { Decimal } from '../base/decimal';
import { type Evaluation, ExactReading } from '../calc/exact/exact';
import type { Model } from '../calc/model';
import { Timeline } from '../calc/timeline';
import type { SectionName } from '../terms/catalogue/catalogue';
import { type TermName, identityOf } from '../terms/catalogue/term-name';
import type { TermsTable } from '../terms/table/table';
import type { ContractLine } from './lines/contract-line';
import { contractModel } from './lines/contract-model';

const contracts = new WeakMap<TermsTable, Contract>();

/** A Terms table with the model that it describes. The model is built once, each scenario evaluated when asked for. */
export class Contract {
  readonly #reading: ExactReading;
  readonly #evaluations: (Evaluation | undefined)[] = [];

  /** The contract of a table; the same table gives the same contract. */
  static of(table: TermsTable): Contract {
    let contract = contracts.get(table);
    if (!contract) {
      contract = new Contract(table);
      contracts.set(table, contract);
    }
    return contract;
  }

  readonly model: Model<ContractLine>;

  private constructor(readonly table: TermsTable) {
    this.model = contractModel(table);
    this.#reading = new ExactReading(this.model);
  }

  /** @param scenario its place in the table's scenarios; 0 is Base */
  evaluation(scenario: number): Evaluation {
    return (this.#evaluations[scenario] ??= this.mixed(() => scenario));
  }

  /**
   * The contract with each section of the table as one of the scenarios has it: the way from one scenario to another,
   * section by section.
   *
   * @param scenarioOf the place of the scenario that a section is taken from
   * @param before what holds until the decision
   * @throws where sections of different scenarios do not fit together
   */
  mixed(
    scenarioOf: (section: SectionName) => number,
    before: () => Evaluation = () => this.evaluation(0),
  ): Evaluation {
    const timeline = this.#timeline(scenarioOf('Model'));
    const values = this.table.mixedValues(scenarioOf);
    const decider = scenarioOf('Scenario');
    const decidedOn = this.#number(decider, 'Scenario', 'Decided on');
    if (decider === 0 || decidedOn === undefined) return this.#reading.evaluate(timeline, values);
    // What the scenario changes cannot reach back: until the decision the periods are those of Base.
    const base = before();
    const from = Math.min(timeline.startedBefore(decidedOn), base.timeline.periods);
    return this.#reading.evaluate(timeline, values, { evaluation: base, from });
  }

  #timeline(scenario: number): Timeline {
    const start = this.#number(scenario, 'Model', 'Start');
    const horizon = this.#number(scenario, 'Model', 'Horizon');
    if (start === undefined || horizon === undefined)
      throw new Error('The table has no start or no horizon.');
    return new Timeline(start, horizon);
  }

  #number(scenario: number, ...name: TermName): number | undefined {
    const value = this.table.value(...identityOf(...name), scenario);
    return value instanceof Decimal ? value.toNumber() : undefined;
  }
}
