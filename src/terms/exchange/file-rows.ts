import { cellOf } from '../../base/cell';
import { plain } from '../../base/nearest';
import { Refusal } from '../../base/refusal';
import type { EditValue } from '../entry/edit';
import { identify, identityKey, identityText, readItem } from '../table/identity';
import { MAX_TERM_ROWS } from '../table/parse';
import { scenarioNameRefusal } from '../table/scenario-name';
import { type FileProblem, problemAt } from './file-problem';
import type { FileRow } from './scenario-file';
import { importedText } from './imported-text';
import type { TermDefinition } from '../catalogue/catalogue';

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

type ReadValue = (definition: TermDefinition, column: string, stated: EditValue) => EditValue | Refusal;

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
    if (found instanceof Refusal) {
      this.report(stated.line, found.sentence);
      return true;
    }
    const item = readItem(found.definition, cellOf(importedText(stated.item)));
    if (item instanceof Refusal) {
      this.report(stated.line, item.sentence);
      return true;
    }
    this.#keep({
      ...found,
      item,
      line: stated.line,
      cells: this.#cells(stated, found.definition, item),
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
      if (reading instanceof Refusal) {
        const place = `${identityText(definition.section, item, term)}, ${column}`;
        this.report(line, reading.at(place).sentence);
      } else read.set(column, reading);
    }
    return read;
  }
}

/** Names of scenarios that can be used; each of the others is reported. */
export function scenarioNames(
  stated: readonly { readonly line: number; readonly name: string }[],
  report: (line: number, text: string) => void,
): string[] {
  const names: string[] = [];
  for (const { line, name } of stated) {
    const text = importedText(name).replace(/\s+/g, ' ');
    const refusal = names.some((other) => plain(other) === plain(text))
      ? new Refusal(
          `the scenario "${text}" stands twice. Every scenario needs a name of its own: rename one.`,
        )
      : scenarioNameRefusal(text, []);
    if (refusal === undefined) names.push(text);
    else report(line, refusal.sentence);
  }
  return names;
}
