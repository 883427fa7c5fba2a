import { isErrorCode } from '../excel/cell-error';
import { asText } from '../terms/as-text';
import { plainFormula } from './record/references';
import { type StepOptions, goOn } from './step';
import { type Zone, addressOf, cellsIn } from './zone';

/** What is to be written into a rectangle of cells, and what must stand there until then. */
export interface CellBlock extends Zone {
  readonly sheet: string;
  readonly contents: readonly (readonly CellContent[])[];
  /** Formulas as they were read; a cell that spilled from another has none. */
  readonly before: readonly (readonly unknown[])[];
  /** What the cells showed that spilled from another. */
  readonly spilled?: readonly (readonly unknown[])[];
  /** What cells showed whose value is to stay; undefined for the others. */
  readonly shown?: readonly (readonly unknown[])[];
}

export type CellContent = string | number | boolean;

const CELLS_AT_ONCE = 4000;

/** A value as it is entered so that the cell holds just that. A text without letters is not a blank cell. */
export function enteredValue(value: unknown): CellContent {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  const text = String(value ?? '');
  if (isErrorCode(text)) return text;
  return text === '' ? "'" : asText(text);
}

/**
 * Writes blocks of cells in few requests, and can put back what stood there. Each request reads its cells again just
 * before it writes, since somebody else may have been quicker.
 */
export class CellWriter {
  readonly #written: {
    readonly block: CellBlock;
    readonly formats: readonly (readonly string[])[] | undefined;
  }[] = [];

  constructor(private readonly context: Excel.RequestContext) {}

  /** @returns where somebody else had written meanwhile; then the rest is not written */
  async write(blocks: readonly CellBlock[], options: StepOptions): Promise<string | undefined> {
    const total = cellsIn(blocks);
    let done = 0;
    for (const group of groups(blocks)) {
      goOn(options, `Writing ${group[0]?.sheet ?? ''}`, done / total);
      const overtaken = await this.#writeGroup(group);
      if (overtaken !== undefined) return overtaken;
      done += cellsIn(group);
    }
    return undefined;
  }

  /** Puts back what stood in the cells. */
  async takeBack(): Promise<void> {
    for (const { block, formats } of [...this.#written].reverse()) {
      const range = this.#range(block);
      if (formats) range.numberFormat = formats as string[][];
      // Cells that spilled have to be free before the formula comes back; null leaves them so.
      range.clear('Contents');
      range.formulas = block.before.map((cells) =>
        cells.map((formula) => (formula === '' ? null : contentOf(formula))),
      );
    }
    this.#written.length = 0;
    await this.context.sync();
  }

  async #writeGroup(group: readonly CellBlock[]): Promise<string | undefined> {
    const formats = group.map((block) => this.#range(block).load('numberFormat,values'));
    await this.context.sync();
    const recalculated = group.find((block, at) => !isShown(block, formats[at]?.values ?? []));
    if (recalculated) return `${recalculated.sheet}!${addressOf(recalculated)}`;
    this.context.application.suspendApiCalculationUntilNextSync();
    const there = group.map((block, at) => {
      const before = this.#range(block).load('formulas');
      const kept = formats[at]?.numberFormat as string[][] | undefined;
      const changed = kept && withoutTextFormat(kept, block);
      const target = this.#range(block);
      if (changed) target.numberFormat = changed;
      target.formulas = entered(block, kept ?? []);
      this.#written.push({ block, formats: changed && kept });
      return before;
    });
    await this.context.sync();
    return this.#overtaken(group, there);
  }

  /** A cell that was not what the plan knew gets its content back at once. */
  #overtaken(group: readonly CellBlock[], there: readonly Excel.Range[]): string | undefined {
    let first: string | undefined;
    group.forEach((block, at) => {
      const formulas = (there[at]?.formulas ?? []) as unknown[][];
      const changed = formulas.some((cells, row) =>
        cells.some((formula, column) => !isExpected(formula, block, row, column)),
      );
      if (!changed) return;
      first ??= `${block.sheet}!${addressOf(block)}`;
      const place = this.#written.findIndex((written) => written.block === block);
      const written = this.#written[place];
      if (written) this.#written[place] = { ...written, block: { ...block, before: formulas } };
    });
    return first;
  }

  #range({ sheet, row, column, rows, columns }: CellBlock): Excel.Range {
    return this.context.workbook.worksheets.getItem(sheet).getRangeByIndexes(row, column, rows, columns);
  }
}

const contentOf = (formula: unknown): unknown =>
  typeof formula === 'string' && formula.startsWith('=') ? formula : enteredValue(formula);

/** An input that somebody changes meanwhile changes what is to be kept. */
const isShown = ({ shown }: CellBlock, values: readonly (readonly unknown[])[]): boolean =>
  shown?.every((cells, row) =>
    cells.every((value, column) => value === undefined || value === values[row]?.[column]),
  ) ?? true;

/** A cell that spills from another reads as blank, as its value, or as the formula that it spills from. */
function isExpected(formula: unknown, { before, spilled }: CellBlock, row: number, column: number): boolean {
  const expected = before[row]?.[column] ?? '';
  if (formula === expected) return true;
  const value = spilled?.[row]?.[column];
  if (expected === '' && value !== undefined && formula === value) return true;
  if (typeof formula !== 'string' || !formula.startsWith('=')) return false;
  const plain = plainFormula(formula);
  return [expected, spilled && expected === '' ? before[0]?.[0] : undefined].some(
    (known) => typeof known === 'string' && plainFormula(known) === plain,
  );
}

/** In a cell with the text format an apostrophe would stay a part of the text. */
const entered = ({ contents }: CellBlock, formats: readonly (readonly string[])[]): unknown[][] =>
  contents.map((cells, row) =>
    cells.map((content, column) =>
      typeof content === 'string' && content.startsWith("'") && formats[row]?.[column] === '@'
        ? content.slice(1)
        : content,
    ),
  );

/** A cell with the text format would take a number or a formula for text. */
function withoutTextFormat(
  formats: readonly (readonly string[])[],
  { contents }: CellBlock,
): string[][] | undefined {
  let isChanged = false;
  const kept = formats.map((cells, row) =>
    cells.map((format, column) => {
      const content = contents[row]?.[column];
      const isText = typeof content === 'string' && !content.startsWith('=') && !isErrorCode(content);
      if (format !== '@' || isText) return format;
      isChanged = true;
      return 'General';
    }),
  );
  return isChanged ? kept : undefined;
}

/** Blocks together up to a size that one request carries; a large block is cut by rows. */
function groups(blocks: readonly CellBlock[]): CellBlock[][] {
  const found: CellBlock[][] = [];
  let room = 0;
  for (const block of blocks.flatMap(cut)) {
    const size = block.rows * block.columns;
    if (size > room) {
      found.push([]);
      room = CELLS_AT_ONCE;
    }
    found.at(-1)?.push(block);
    room -= size;
  }
  return found;
}

/** A block that spills from one cell stays whole: without its formula the rest would be gone. */
function cut(block: CellBlock): CellBlock[] {
  const rowsAtOnce = block.spilled ? block.rows : Math.max(1, Math.floor(CELLS_AT_ONCE / block.columns));
  return Array.from({ length: Math.ceil(block.rows / rowsAtOnce) }, (_part, at) => {
    const from = at * rowsAtOnce;
    const rows = Math.min(rowsAtOnce, block.rows - from);
    return {
      ...block,
      row: block.row + from,
      rows,
      contents: block.contents.slice(from, from + rows),
      before: block.before.slice(from, from + rows),
      ...(block.shown ? { shown: block.shown.slice(from, from + rows) } : {}),
    };
  });
}
