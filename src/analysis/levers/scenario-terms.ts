import { addMonths, type Day } from '../../base/calendar';
import { Decimal, decimalFromCell } from '../../base/decimal';
import type { EditValue, TermEdit } from '../../terms/entry/edit';
import type { TermValue } from '../../terms/catalogue/rule';
import {
  type ItemOf,
  type ItemSection,
  type ItemTerm,
  type TermName,
  type WordOf,
  identityOf,
} from '../../terms/catalogue/term-name';
import type { TermsTable } from '../../terms/table/table';

/** What one scenario says, and the changes that a lever makes to it. */
export class ScenarioTerms {
  readonly edits: TermEdit[] = [];

  /** @param place of the scenario in the table; 0 is Base */
  constructor(
    readonly table: TermsTable,
    readonly place: number,
  ) {}

  get name(): string {
    return this.table.scenarios[this.place] ?? 'Base';
  }

  /** The number or the date in force, defaults included. */
  number(...name: TermName): number | undefined {
    const value = this.#value(...name);
    return value instanceof Decimal ? value.toNumber() : undefined;
  }

  choice<const Name extends TermName>(...name: Name): WordOf<Name> | undefined {
    const value = this.#value(...name);
    return typeof value === 'string' ? (value as WordOf<Name>) : undefined;
  }

  /** The high case of a term, as its row has it. */
  highCase(...name: TermName): number | undefined {
    const high = this.table.row(...identityOf(...name))?.provenance.high;
    return high instanceof Decimal ? high.toNumber() : undefined;
  }

  /** Items of a section that the scenario has, in the terms of the same kind as the one named. */
  items<Section extends ItemSection>(section: Section, term: ItemTerm<Section>): readonly ItemOf<Section>[] {
    const { definition } = this.table.definition(section, term);
    return this.table
      .items(section)
      .filter((item) => item !== '' && this.table.hasItem(definition, item, this.place)) as ItemOf<Section>[];
  }

  get start(): Day {
    return this.number('Model', 'Start') ?? 0;
  }

  /** The first day after the last month. */
  get horizonEnd(): Day {
    return addMonths(this.start, this.number('Model', 'Horizon') ?? 0);
  }

  get cutover(): Day | undefined {
    return this.number('Transition', 'Cutover');
  }

  /** Notes a change; a term that says so already is left alone. @param value None for no value */
  set(name: TermName, value: number | 'None' | string): void {
    if (isSame(this.#value(...name), value)) return;
    const [section, item, term] = identityOf(...name);
    this.edits.push({ section, item, term, column: this.name, value });
  }

  #value(...name: TermName): TermValue | null {
    return this.table.value(...identityOf(...name), this.place);
  }
}

function isSame(current: TermValue | null, wanted: EditValue): boolean {
  if (wanted === 'None' || wanted === null) return current === null;
  if (typeof wanted === 'number') return current instanceof Decimal && current.eq(decimalFromCell(wanted));
  return current === wanted;
}
