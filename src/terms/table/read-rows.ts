import { type Cell, cellOf, shown } from '../../base/cell';
import { plain } from '../../base/nearest';
import { Refusal } from '../../base/refusal';
import { CONTENT_COLUMNS, TEXT_COLUMNS, type ColumnName } from './columns';
import type { Header } from './header';
import type { TermDefinition } from '../catalogue/catalogue';
import type { TermRule } from '../catalogue/definition';
import { identify, identityText, meantTerm, readItem } from './identity';
import type { Problem } from './problem';
import { STATUSES, type Provenance, type Status, type TermCell, type TermRow, UNREADABLE } from './row';
import { orList } from '../../base/words';
import { readByRule, type TermValue } from '../catalogue/rule';

const BLANK: Cell = { holds: 'blank' };
const DATE = { type: 'date' } as const;
const TEXT = { type: 'text' } as const;

type RawRow = readonly unknown[];

export interface RowsRead {
  readonly rows: readonly TermRow[];
  /** What rows with a misspelt name most likely mean: no check asks for those terms again. */
  readonly meant: readonly { definition: TermDefinition; item: string; term: string }[];
  readonly problems: readonly Problem[];
}

/** Reads the rows below the header, each by itself. */
export class RowReader {
  readonly #problems: Problem[] = [];
  readonly #meant: { definition: TermDefinition; item: string; term: string }[] = [];
  readonly #rows: TermRow[] = [];
  /** Zeros that may as well be blank cells; known only where this Excel delivers blanks as zeros. */
  readonly #ambiguous: { row: number; column: number }[] = [];
  readonly #blanksAreZeros: boolean;

  constructor(
    private readonly block: readonly RawRow[],
    private readonly header: Header,
  ) {
    this.#blanksAreZeros = this.#deliversBlanksAsZeros();
  }

  /** Rows below the header with content, by their place in the range. */
  filled(): number[] {
    const { row, columns, scenarios } = this.header;
    const content = CONTENT_COLUMNS.flatMap((name) => columns.get(name) ?? []).concat(
      scenarios.map(({ column }) => column),
    );
    const places: number[] = [];
    for (let place = row + 1; place < this.block.length; place += 1) {
      const values = this.block[place] ?? [];
      const isBlank = content.every((column) => isBlankOrZero(values[column]));
      if (!isBlank) places.push(place);
    }
    return places;
  }

  read(places: readonly number[]): RowsRead {
    for (const place of places) this.#readRow(place);
    this.#reportAmbiguous();
    return { rows: this.#rows, meant: this.#meant, problems: this.#problems };
  }

  #readRow(place: number): void {
    const section = this.#text(place, 'Section');
    const term = this.#text(place, 'Term');
    if (section === undefined || term === undefined) return;
    const at = `Terms, row ${place + 1}`;
    if (section === '' || term === '') {
      const name: ColumnName = section === '' ? 'Section' : 'Term';
      const rest =
        name === 'Section'
          ? 'Every row names its section: repeat it, it is not taken from the row above.'
          : 'Name the term, or clear the row; remarks belong in the column Note.';
      this.#report(place, name, `${at}: the column ${name} is blank. ${rest}`);
      return;
    }
    const found = identify(section, term);
    const itemCell = this.#cell(place, 'Item');
    if (found instanceof Refusal) {
      const meant = meantTerm(section, term);
      const item = meant && readItem(meant.definition, this.#itemCell(itemCell));
      if (meant && typeof item === 'string') this.#meant.push({ ...meant, item });
      this.#report(place, found.about === 'Section' ? 'Section' : 'Term', found.at(`${at}:`).sentence);
      return;
    }
    const { definition } = found;
    const item = readItem(definition, this.#itemCell(itemCell));
    if (item instanceof Refusal) {
      if (itemCell.holds === 'blank' && this.#isUnused(place)) return;
      const name = identityText(definition.section, '', found.term);
      this.#report(place, 'Item', item.at(`${at} (${name}):`).sentence);
      return;
    }
    const name = identityText(definition.section, item, found.term);
    this.#rows.push({
      row: place + 1,
      definition,
      item,
      term: found.term,
      number: found.number,
      cells: this.#values(place, definition, name),
      provenance: this.#provenance(place, definition, name),
    });
  }

  /** An item of 0 is a blank cell where blanks come as zeros; no item is called 0. */
  #itemCell(cell: Cell): Cell {
    return this.#blanksAreZeros && isZero(cell) ? BLANK : cell;
  }

  /** A row that waits for its item, as a new table lists it. */
  #isUnused(place: number): boolean {
    return this.header.scenarios.every(({ column }) => isBlankOrZero(this.block[place]?.[column]));
  }

  /** The cells of Base and the scenarios. */
  #values(place: number, definition: TermDefinition, name: string): TermCell[] {
    const cells = this.header.scenarios.map(({ column, name: header }, scenario): TermCell => {
      const reading = this.#value(cellOf(this.block[place]?.[column]), definition.rule, scenario);
      if (!(reading instanceof Refusal)) return reading;
      this.#reportAt(place, column, reading.at(`Terms, row ${place + 1}, ${header} (${name})`).sentence);
      return UNREADABLE;
    });
    if (this.#blanksAreZeros) this.#noteAmbiguous(place, definition, cells);
    return cells;
  }

  #value(cell: Cell, rule: TermRule, scenario: number): TermCell | Refusal {
    if (cell.holds === 'blank') return undefined;
    if (cell.holds === 'text') {
      const word = plain(cell.value);
      if (scenario > 0 && word === 'base') return undefined;
      const isChoice = rule.type === 'choice' && rule.choices.some((choice) => plain(choice) === word);
      if (word === 'none' && !isChoice) return null;
    }
    const reading = readByRule(rule, cell);
    if (!(reading instanceof Refusal)) return reading;
    // A zero that the rule does not allow can only be a blank cell.
    return this.#blanksAreZeros && isZero(cell) ? undefined : reading;
  }

  /** A zero matters where a blank would mean something else: another value inherited, or no value at all. */
  #noteAmbiguous(place: number, definition: TermDefinition, cells: readonly TermCell[]): void {
    const [base] = cells;
    for (const [scenario, { column }] of this.header.scenarios.entries()) {
      if (!isZeroValue(cells[scenario])) continue;
      const blankMeansMore =
        scenario === 0 ? !definition.required && definition.byDefault !== 0 : !isZeroValue(base);
      if (blankMeansMore) this.#ambiguous.push({ row: place, column });
    }
  }

  #provenance(place: number, { rule }: TermDefinition, name: string): Provenance {
    const byRule = (column: ColumnName, wanted: TermRule): TermValue | undefined => {
      const cell = this.#cell(place, column);
      if (cell.holds === 'blank' || (this.#blanksAreZeros && isZero(cell))) return undefined;
      const reading = readByRule(wanted, cell);
      if (!(reading instanceof Refusal)) return reading;
      this.#report(place, column, reading.at(`Terms, row ${place + 1}, ${column} (${name})`).sentence);
      return undefined;
    };
    const asOf = byRule('As of', DATE);
    return {
      status: this.#status(place, name),
      source: this.#text(place, 'Source') ?? '',
      asOf: typeof asOf === 'object' ? asOf.toNumber() : undefined,
      note: this.#text(place, 'Note') ?? '',
      low: byRule('Low', rule),
      high: byRule('High', rule),
      distribution: this.#text(place, 'Distribution') ?? '',
      correlation: this.#text(place, 'Correlation') ?? '',
    };
  }

  #status(place: number, name: string): Status | undefined {
    const text = this.#text(place, 'Status');
    if (text === undefined || text === '') return undefined;
    const status = STATUSES.find((known) => plain(known) === plain(text));
    if (status === undefined) {
      this.#report(
        place,
        'Status',
        `Terms, row ${place + 1}, Status (${name}) is "${text}": it must be ${orList(STATUSES)}, or blank.`,
      );
    }
    return status;
  }

  /** The text of a cell; empty where blank, undefined where the cell was refused. */
  #text(place: number, name: ColumnName): string | undefined {
    const cell = this.#cell(place, name);
    if (cell.holds === 'blank' || isZero(cell)) return '';
    const reading = readByRule(TEXT, cell);
    if (!(reading instanceof Refusal)) return String(reading);
    this.#report(place, name, reading.at(`Terms, row ${place + 1}, ${name}`).sentence);
    return undefined;
  }

  unit(place: number): string {
    const cell = this.#cell(place, 'Unit');
    return cell.holds === 'text' ? cell.value : cell.holds === 'blank' || isZero(cell) ? '' : shown(cell);
  }

  #cell(place: number, name: ColumnName): Cell {
    const column = this.header.columns.get(name);
    return column === undefined ? BLANK : cellOf(this.block[place]?.[column]);
  }

  #report(place: number, name: ColumnName, sentence: string): void {
    this.#reportAt(place, this.header.columns.get(name) ?? 0, sentence);
  }

  #reportAt(place: number, column: number, sentence: string): void {
    this.#problems.push({ row: place + 1, column: column + 1, header: this.#headerAt(column), sentence });
  }

  #headerAt(column: number): string {
    const scenario = this.header.scenarios.find((candidate) => candidate.column === column);
    if (scenario) return scenario.name;
    return [...this.header.columns].find(([, place]) => place === column)?.[0] ?? '';
  }

  /** A 0 where no number can stand is a blank cell as some versions of Excel deliver it. */
  #deliversBlanksAsZeros(): boolean {
    const columns = TEXT_COLUMNS.flatMap((name) => this.header.columns.get(name) ?? []);
    return this.block.some(
      (row, place) => place > this.header.row && columns.some((column) => row[column] === 0),
    );
  }

  /** One sentence for all of them: there are hundreds, and one remedy. */
  #reportAmbiguous(): void {
    const [first] = this.#ambiguous;
    if (!first) return;
    this.#reportAt(
      first.row,
      first.column,
      `This Excel hands blank cells over as 0, so that ${this.#ambiguous.length} cells of Terms may be blank or 0; the first is in row ${first.row + 1}, ${this.#headerAt(first.column)}. Write Base in scenario cells that inherit and None in Base cells without a value, or update Excel.`,
    );
  }
}

const isBlankCell = (raw: unknown): boolean => raw === null || raw === '' || cellOf(raw).holds === 'blank';
const isBlankOrZero = (raw: unknown): boolean => raw === 0 || isBlankCell(raw);
const isZero = (cell: Cell): boolean => cell.holds === 'number' && cell.value === 0;
const isZeroValue = (value: TermCell): boolean =>
  typeof value === 'object' && value !== null && value.isZero();
