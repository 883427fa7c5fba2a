import { Decimal } from '../../base/decimal';
import { identityText } from './identity';
import type { Problem } from './problem';
import { type TermRow, UNREADABLE, inForce } from './row';
import type { SectionName, TermDefinition } from '../catalogue/catalogue';
import { type TermValue, valueText } from '../catalogue/rule';
import {
  type ItemOf,
  type ItemSection,
  type ItemTerm,
  type TermIdentity,
  type TermName,
  type WordOf,
  identityOf,
} from '../catalogue/term-name';
import type { TermsTable } from './table';

/** Where the columns of values stand, to point at a cell. */
export interface ValueColumns {
  /** Row of the header within the range, from 1. */
  readonly headerRow: number;
  /** Base first; columns from 1. */
  readonly scenarios: readonly { readonly name: string; readonly column: number }[];
}

/** Terms by section, item and name that a misspelt or refused row stands for. */
export type Unknown = (section: string, item: string, term: string) => boolean;

/** What one scenario says, as the checks across rows ask for it. A cell that was refused counts as said. */
export class ScenarioView {
  readonly name: string;
  readonly #changed: ReadonlySet<SectionName>;

  constructor(
    readonly table: TermsTable,
    readonly scenario: number,
    private readonly columns: ValueColumns,
    private readonly isUnknown: Unknown,
  ) {
    this.name = columns.scenarios[scenario]?.name ?? '';
    this.#changed = new Set(
      table.rows
        .filter(({ cells }) => cells[scenario] !== undefined)
        .map(({ definition }) => definition.section),
    );
  }

  /** Whether the scenario says anything of its own in a section. */
  changes(section: SectionName): boolean {
    return this.#changed.has(section);
  }

  has(...name: TermName): boolean {
    return this.hasTerm(identityOf(...name));
  }

  /** The same of a term that a row or the catalogue names. */
  hasTerm(identity: TermIdentity): boolean {
    return this.#isHidden(identity) || this.table.given(...identity, this.scenario) !== null;
  }

  /** There is a value, and nobody knows which: the row or the cell was refused. */
  isHidden(...name: TermName): boolean {
    return this.#isHidden(identityOf(...name));
  }

  /** The number or the date in force, defaults included; undefined where there is none to reason with. */
  number(...name: TermName): Decimal | undefined {
    const value = this.#value(identityOf(...name));
    return value instanceof Decimal ? value : undefined;
  }

  choice<const Name extends TermName>(...name: Name): WordOf<Name> | undefined {
    const value = this.#value(identityOf(...name));
    return typeof value === 'string' ? (value as WordOf<Name>) : undefined;
  }

  /** Items of a section of which the scenario says anything. */
  items<Section extends ItemSection>(section: Section, term: ItemTerm<Section>): readonly ItemOf<Section>[] {
    return this.itemsOf(this.table.definition(section, term).definition) as ItemOf<Section>[];
  }

  /** The same, in the terms of the same kind as a term of the catalogue. */
  itemsOf(definition: TermDefinition): readonly string[] {
    return this.table
      .items(definition.section)
      .filter((item) => this.table.hasItem(definition, item, this.scenario));
  }

  /** "Reserved | End is 2026-06-01 (row 27)". */
  said(...name: TermName): string {
    const identity = identityOf(...name);
    const [section, , term] = identity;
    const row = this.table.row(...identity);
    const value = this.#value(identity);
    const { definition } = this.table.definition(section, term);
    const text = value === undefined ? 'blank' : valueText(definition.rule, value);
    return `${identityText(...identity)} is ${text}${row ? ` (row ${row.row})` : ''}`;
  }

  /** A problem at the cell that speaks for a term in this scenario, or as near to it as the table comes. */
  problem(name: TermName, rest: string): Problem {
    return this.problemAt(identityOf(...name), rest);
  }

  /** The same at a term that a row or the catalogue names. */
  problemAt(identity: TermIdentity, rest: string): Problem {
    const [section, item] = identity;
    const row = this.table.row(...identity);
    const near = row ?? this.#rowNear(section, item);
    const ownCell = row?.cells[this.scenario] !== undefined;
    const at = this.columns.scenarios[ownCell ? this.scenario : 0];
    const column = at?.column ?? 1;
    const header = at?.name ?? '';
    const name = identityText(...identity);
    const place = row ? `Terms, row ${row.row}, ${header} (${name})` : `Terms (${name})`;
    return {
      row: near?.row ?? this.columns.headerRow,
      column,
      header,
      sentence: `${place} ${rest}`,
    };
  }

  #rowNear(section: string, item: string): TermRow | undefined {
    const inSection = this.table.rows.filter(({ definition }) => definition.section === section);
    return inSection.find((row) => row.item === item) ?? inSection[0];
  }

  #isHidden(identity: TermIdentity): boolean {
    const row = this.table.row(...identity);
    if (row === undefined) return this.isUnknown(...identity);
    return inForce(row, this.scenario) === UNREADABLE;
  }

  #value(identity: TermIdentity): TermValue | undefined {
    if (this.#isHidden(identity)) return undefined;
    return this.table.value(...identity, this.scenario) ?? undefined;
  }
}
