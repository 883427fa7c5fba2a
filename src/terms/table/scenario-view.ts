import { Decimal } from '../../base/decimal';
import { identityText } from './identity';
import type { Problem } from './problem';
import { type TermRow, UNREADABLE, inForce } from './row';
import { type TermValue, valueText } from '../catalogue/rule';
import type { TermsTable } from './table';

/** Where the columns of values stand, to point at a cell. */
export interface Layout {
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
  readonly #changed: ReadonlySet<string>;

  constructor(
    readonly table: TermsTable,
    readonly scenario: number,
    private readonly layout: Layout,
    private readonly isUnknown: Unknown,
  ) {
    this.name = layout.scenarios[scenario]?.name ?? '';
    this.#changed = new Set(
      table.rows
        .filter(({ cells }) => cells[scenario] !== undefined)
        .map(({ definition }) => definition.section),
    );
  }

  /** Whether the scenario says anything of its own in a section. */
  changes(section: string): boolean {
    return this.#changed.has(section);
  }

  has(section: string, item: string, term: string): boolean {
    return (
      this.isHidden(section, item, term) || this.table.given(section, item, term, this.scenario) !== null
    );
  }

  /** There is a value, and nobody knows which: the row or the cell was refused. */
  isHidden(section: string, item: string, term: string): boolean {
    const row = this.table.row(section, item, term);
    if (row === undefined) return this.isUnknown(section, item, term);
    return inForce(row, this.scenario) === UNREADABLE;
  }

  /** The number or the date in force, defaults included; undefined where there is none to reason with. */
  number(section: string, item: string, term: string): Decimal | undefined {
    const value = this.#value(section, item, term);
    return value instanceof Decimal ? value : undefined;
  }

  choice(section: string, item: string, term: string): string | undefined {
    const value = this.#value(section, item, term);
    return typeof value === 'string' ? value : undefined;
  }

  /** Items of a section of which the scenario says anything. */
  items(section: string, term: string): readonly string[] {
    const { definition } = this.table.definition(section, term);
    return this.table.items(section).filter((item) => this.table.hasItem(definition, item, this.scenario));
  }

  /** "Reserved | End is 2026-06-01 (row 27)". */
  said(section: string, item: string, term: string): string {
    const row = this.table.row(section, item, term);
    const value = this.#value(section, item, term);
    const { definition } = this.table.definition(section, term);
    const text = value === undefined ? 'blank' : valueText(definition.rule, value);
    return `${identityText(section, item, term)} is ${text}${row ? ` (row ${row.row})` : ''}`;
  }

  /** A problem at the cell that speaks for a term in this scenario, or as near to it as the table comes. */
  problem(section: string, item: string, term: string, rest: string): Problem {
    const row = this.table.row(section, item, term);
    const near = row ?? this.#rowNear(section, item);
    const ownCell = row?.cells[this.scenario] !== undefined;
    const at = this.layout.scenarios[ownCell ? this.scenario : 0];
    const column = at?.column ?? 1;
    const header = at?.name ?? '';
    const name = identityText(section, item, term);
    const place = row ? `Terms, row ${row.row}, ${header} (${name})` : `Terms (${name})`;
    return {
      row: near?.row ?? this.layout.headerRow,
      column,
      header,
      sentence: `${place} ${rest}`,
    };
  }

  #rowNear(section: string, item: string): TermRow | undefined {
    const inSection = this.table.rows.filter(({ definition }) => definition.section === section);
    return inSection.find((row) => row.item === item) ?? inSection[0];
  }

  #value(section: string, item: string, term: string): TermValue | undefined {
    if (this.isHidden(section, item, term)) return undefined;
    return this.table.value(section, item, term, this.scenario) ?? undefined;
  }
}
