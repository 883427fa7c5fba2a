import { cellOf } from '../../base/cell';
import { plain } from '../../base/nearest';
import type { EditValue } from '../entry/edit';
import { identify, identityKey, identityText, readItem } from '../table/identity';
import { MAX_TERM_ROWS } from '../table/parse';
import { scenarioNameRefusal } from '../table/scenario-name';
import type { ContentReading } from './cell-content';
import { type FileProblem, type FileRow, problemAt } from './scenario-file';
import { importedText } from './imported-text';
import type { TermDefinition } from '../catalogue/definition';

/** A row of a file before anything is known of it. */
export interface StatedRow {
  readonly line: number;
  readonly section: string;
  readonly item: string;
  readonly term: string;
  /** By column. */
  readonly cells: ReadonlyMap<string, Stated>;
}

export interface Stated {
  readonly line: number;
  readonly value: EditValue;
}

type ReadValue = (definition: TermDefinition, column: string, stated: EditValue) => ContentReading;

/** Rows of a file as they are read one by one, with all that is wrong with them. */
export class FileRows {
  readonly problems: FileProblem[] = [];
  readonly #rows = new Map<string, FileRow>();

  constructor(private readonly read: ReadValue) {}

  get rows(): FileRow[] {
    return [...this.#rows.values()];
  }

  report(line: number, text: string): void {
    this.problems.push(problemAt(line, text));
  }

  /** @returns whether there is room for more */
  add(stated: StatedRow): boolean {
    if (this.#rows.size >= MAX_TERM_ROWS) {
      this.report(stated.line, `the file has more than ${MAX_TERM_ROWS} terms. Split it.`);
      return false;
    }
    const found = identify(importedText(stated.section), importedText(stated.term));
    if ('reason' in found) {
      this.report(stated.line, found.reason);
      return true;
    }
    const item = readItem(found.definition, cellOf(importedText(stated.item)));
    if ('reason' in item) {
      this.report(stated.line, item.reason);
      return true;
    }
    this.#keep({
      ...found,
      item: item.item,
      line: stated.line,
      cells: this.#cells(stated, found.definition, item.item),
    });
    return true;
  }

  #keep(row: FileRow): void {
    const { section } = row.definition;
    const key = identityKey(section, row.item, row.term);
    const other = this.#rows.get(key);
    if (other === undefined) this.#rows.set(key, row);
    else {
      const name = identityText(section, row.item, row.term);
      this.report(row.line, `${name} stands in line ${other.line} already. Keep one of them.`);
    }
  }

  #cells({ cells, term }: StatedRow, definition: TermDefinition, item: string): Map<string, EditValue> {
    const read = new Map<string, EditValue>();
    for (const [column, { line, value }] of cells) {
      const reading = this.read(definition, column, value);
      if ('value' in reading) read.set(column, reading.value);
      else this.report(line, `${identityText(definition.section, item, term)}, ${column} ${reading.reason}`);
    }
    return read;
  }
}

/** Names of scenarios without those that will not do, each of which is reported. */
export function scenarioNames(
  stated: readonly { readonly line: number; readonly name: string }[],
  report: (line: number, text: string) => void,
): string[] {
  const names: string[] = [];
  for (const { line, name } of stated) {
    const text = importedText(name).replace(/\s+/g, ' ');
    const refusal = names.some((other) => plain(other) === plain(text))
      ? `the scenario "${text}" stands twice. Every scenario needs a name of its own: rename one.`
      : scenarioNameRefusal(text, []);
    if (refusal === undefined) names.push(text);
    else report(line, refusal);
  }
  return names;
}
