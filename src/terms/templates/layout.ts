import { dayFromIso } from '../../base/calendar';
import { Refusal } from '../../base/refusal';
import { type ColumnName, LEFT_OF_SCENARIOS, RIGHT_OF_SCENARIOS } from '../table/columns';
import { identify } from '../table/identity';
import type { Status } from '../table/row';
import { unitsOf } from '../catalogue/units';

/** What stands in a cell of a template; blank is empty text, a date its serial. */
export type TemplateCell = string | number;

/** Where a value comes from, as the right-hand columns say it. */
export interface Source {
  readonly status: Status;
  readonly source?: string;
  /** ISO date. */
  readonly asOf?: string;
  readonly note?: string;
}

/** One row of a template. Dates are written in ISO form and become serials. */
export interface TemplateRow {
  readonly section: string;
  readonly item: string;
  readonly term: string;
  readonly base: TemplateCell;
  /** Only for scenarios that do not inherit Base. */
  readonly scenarios: Readonly<Record<string, TemplateCell>>;
  /** The low and the high case. */
  readonly range?: readonly [TemplateCell, TemplateCell];
  readonly source: Source;
  readonly unit?: string;
}

/**
 * The version of the table's layout: its columns, and how its rows are known. It is raised when a release changes either,
 * and a workbook of each version is kept in test/workbook/open/terms-layouts, which every later release has to open.
 */
export const TERMS_LAYOUT = 1;

/** The table of a template: a header and its rows. The column Live is filled where the table meets a sheet. */
export function layOut(
  scenarios: readonly string[],
  rows: readonly TemplateRow[],
  currency = 'USD',
): TemplateCell[][] {
  const header = [...LEFT_OF_SCENARIOS, ...scenarios, ...RIGHT_OF_SCENARIOS];
  return [header, ...rows.map((row) => cellsOf(row, scenarios, currency))];
}

function cellsOf(row: TemplateRow, scenarios: readonly string[], currency: string): TemplateCell[] {
  const found = identify(row.section, row.term);
  if (found instanceof Refusal) throw new Error(found.sentence);
  const { rule } = found.definition;
  const cell = (value: TemplateCell): TemplateCell => (rule.type === 'date' ? serial(value) : value);
  const [low, high] = row.range ?? ['', ''];
  const { status, source = '', asOf = '', note = '' } = row.source;
  const unit = row.unit ?? unitsOf(found.definition, currency)[0] ?? '';
  const own: Partial<Record<ColumnName, TemplateCell>> = {
    Section: row.section,
    Item: row.item,
    Term: found.term,
    Unit: unit,
    Base: cell(row.base),
    Low: cell(low),
    High: cell(high),
    Status: status,
    Source: source,
    'As of': serial(asOf),
    Note: note,
  };
  return [
    ...LEFT_OF_SCENARIOS.map((name) => own[name] ?? ''),
    ...scenarios.map((name) => cell(row.scenarios[name] ?? '')),
    ...RIGHT_OF_SCENARIOS.map((name) => own[name] ?? ''),
  ];
}

const serial = (value: TemplateCell): TemplateCell =>
  typeof value === 'string' ? (dayFromIso(value) ?? value) : value;

/** Writes the rows of one section and item after another. */
export class RowWriter {
  readonly rows: TemplateRow[] = [];
  #section = '';
  #item = '';

  at(section: string, item = ''): this {
    this.#section = section;
    this.#item = item;
    return this;
  }

  /** @param base an ISO date for a date; '' where only scenarios have a value */
  row(
    term: string,
    base: TemplateCell,
    source: Source,
    more: Partial<Pick<TemplateRow, 'scenarios' | 'range' | 'unit'>> = {},
  ): this {
    this.rows.push({
      section: this.#section,
      item: this.#item,
      term,
      base,
      source,
      scenarios: {},
      ...more,
    });
    return this;
  }
}
