import { isoText } from '../../base/calendar';
import { Decimal, ZERO } from '../../base/decimal';
import type { Evaluation } from '../../calc/exact/exact';
import { type TermName, type WordOf, identityOf } from '../../terms/catalogue/term-name';
import type { Contract } from '../contract';
import type { ContractLine } from '../lines/contract-line';

/** One scenario's figures, as checks ask for them. */
export class ScenarioReader {
  readonly evaluation: Evaluation;
  readonly #months: string[] = [];

  constructor(
    readonly contract: Contract,
    readonly place: number,
    readonly name: string,
  ) {
    this.evaluation = contract.evaluation(place);
  }

  get periods(): number {
    return this.evaluation.timeline.periods;
  }

  get lines(): readonly ContractLine[] {
    return this.contract.model.lines;
  }

  find(id: string): ContractLine | undefined {
    return this.contract.model.line(id);
  }

  /** The values of a line that every contract has; of one that this contract lacks, zeros. */
  series(id: string): readonly Decimal[] {
    const line = this.find(id);
    return line ? this.evaluation.series(line) : Array.from({ length: this.periods }, () => ZERO);
  }

  at(id: string, period: number): Decimal {
    const line = this.find(id);
    return line ? this.evaluation.at(line, period) : ZERO;
  }

  scalar(id: string): Decimal {
    return this.at(id, 0);
  }

  sum(id: string): Decimal {
    return sum(this.series(id));
  }

  last(id: string): Decimal {
    return this.at(id, this.periods - 1);
  }

  month(period: number): string {
    return (this.#months[period] ??= isoText(this.evaluation.timeline.start(period)).slice(0, 7));
  }

  /** The number or date in force; undefined where there is none. */
  term(...name: TermName): Decimal | undefined {
    const value = this.contract.table.value(...identityOf(...name), this.place);
    return value instanceof Decimal ? value : undefined;
  }

  /** The word of a choice in force. */
  choice<const Name extends TermName>(...name: Name): WordOf<Name> | undefined {
    const value = this.contract.table.value(...identityOf(...name), this.place);
    return typeof value === 'string' ? (value as WordOf<Name>) : undefined;
  }

  /** Months by a line's value, in the order in which the values first appear. */
  groups(id: string): ReadonlyMap<string, number[]> {
    const groups = new Map<string, number[]>();
    this.series(id).forEach((value, period) => {
      const key = value.toString();
      groups.set(key, [...(groups.get(key) ?? []), period]);
    });
    return groups;
  }
}

export const sum = (values: Iterable<Decimal>): Decimal => {
  let total = ZERO;
  for (const value of values) total = total.plus(value);
  return total;
};
