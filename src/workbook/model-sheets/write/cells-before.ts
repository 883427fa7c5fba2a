import { type Obstructed, cellKey, changedCells, obstacles, obstructedBlocks } from './changes';
import { COLUMNS, letterOf, placeOf } from '../plan/columns';
import type { ChangedCell, ModelSheetKey } from '../plan/outcome';
import { placesThere } from './ownership';
import type { SheetPlan } from '../plan/plan';
import { type RenderedCell, render } from '../plan/render';
import type { Run } from './run';
import type { FoundSheet, Survey } from './survey';
import { clearContents } from './write-sheet';

const FIRST_FIGURE = placeOf(COLUMNS.constant);

const isFormula = (content: string | number): boolean => String(content).startsWith('=');

/** The cells of the sheets that are there, before anything moves: which a person changed, and which go. */
export class CellsBefore {
  /** Cells that a person changed and that stay. */
  readonly changed: ChangedCell[] = [];
  /** How many more are written again. */
  overwritten = 0;
  readonly #cells = new Map<ModelSheetKey, readonly RenderedCell[]>();
  readonly #kept = new Map<ModelSheetKey, Set<string>>();

  constructor(
    private readonly run: Run,
    private readonly survey: Survey,
    /** The sheets in the form in which they stand now. */
    private readonly plans: readonly SheetPlan[],
  ) {}

  /** Keys of the cells of a sheet that stay as a person made them. */
  kept(key: ModelSheetKey): ReadonlySet<string> {
    return this.#kept.get(key) ?? new Set();
  }

  /** Compares what is there with what the plan gives for where the rows stand now. @param terms the name of the sheet of terms */
  async findChanges(terms: string): Promise<void> {
    const there = placesThere(this.plans, this.survey, terms);
    for (const plan of this.plans) {
      const sheet = this.survey.found.get(plan.key);
      if (!sheet) continue;
      const cells = render(plan, there);
      this.#cells.set(plan.key, cells);
      const blocked = await this.#blocked(sheet, obstructedBlocks(sheet, cells));
      for (const change of [
        ...changedCells(plan.key, sheet, cells),
        ...obstacles(plan.key, sheet, blocked),
      ]) {
        this.#note(plan.key, change);
      }
      const isGoing = ({ row, column }: RenderedCell): boolean =>
        this.run.mayOverwrite({ sheet: sheet.name, address: `${letterOf(column)}${row}` });
      if (!sheet.isProtected) clearContents(sheet.sheet, blocked.filter(isGoing));
    }
  }

  #note(sheet: ModelSheetKey, { key, ...cell }: ChangedCell & { readonly key: string }): void {
    if (this.run.mayOverwrite(cell)) {
      this.overwritten += 1;
      return;
    }
    this.changed.push(cell);
    this.#kept.set(sheet, (this.#kept.get(sheet) ?? new Set()).add(key));
  }

  /** The cells because of which a result does not spill. */
  async #blocked({ sheet }: FoundSheet, blocks: readonly Obstructed[]): Promise<RenderedCell[]> {
    if (blocks.length === 0) return [];
    const anchors = blocks.map(({ anchor, cells }) => ({
      cells,
      range: sheet.getRange(`${letterOf(anchor.column)}${anchor.row}`).load('values'),
    }));
    await this.run.sync();
    return anchors.flatMap(({ cells, range }) => (range.values[0]?.[0] === '#SPILL!' ? cells : []));
  }

  /**
   * The formulas of the form in which the sheets stand go before any row moves: tens of thousands of them would have to
   * follow every row, and a result spills into blank cells only. Labels stay, by which the rows are known.
   */
  clear(): void {
    for (const [key, cells] of this.#cells) {
      const found = this.survey.found.get(key);
      if (!found || found.isProtected) continue;
      const kept = this.kept(key);
      const isGoing = (cell: RenderedCell): boolean =>
        cell.content !== undefined &&
        (cell.column >= FIRST_FIGURE || isFormula(cell.content)) &&
        !kept.has(cellKey(cell));
      clearContents(found.sheet, cells.filter(isGoing));
    }
  }
}
