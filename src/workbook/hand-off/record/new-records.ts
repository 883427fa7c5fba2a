import { placeKey } from '../dependents';
import type { PlannedCell } from '../hand-off-plan';
import { type Provenance, STATES, recordRows, sheetRow } from './record';
import { RECORD_NAME } from './record-columns';
import {
  type RecordSheet,
  addRecordSheet,
  bannerLines,
  writeBanner,
  writeRecordRows,
  writeStates,
} from './record-sheet';
import { type StepOptions, goOn } from '../step';
import { firstCell } from '../zone';

const ROWS_AT_ONCE = 200;

/** The sheet Handoff while a hand-off adds to it. */
export class NewRecords {
  #sheet: RecordSheet | undefined;
  #rows = 0;
  #hasRetired = false;

  constructor(
    private readonly context: Excel.RequestContext,
    private readonly found: RecordSheet | undefined,
  ) {}

  get name(): string {
    return this.#sheet?.name ?? '';
  }

  /** Adds the sheet where there is none yet: Excel computes a workbook anew with every sheet that it gets. */
  async open(): Promise<void> {
    this.#sheet ??= this.found ?? (await addRecordSheet(this.context));
  }

  /** The record comes before the cells are written: a formula is never only in memory. */
  async write(
    cells: readonly PlannedCell[],
    turned: readonly string[],
    provenance: Provenance,
    options: StepOptions,
  ): Promise<void> {
    await this.open();
    const sheet = this.#sheet;
    if (!sheet) return;
    const last = Math.max(0, ...[...sheet.records, ...sheet.turned].map(({ number }) => number));
    const rows = [
      ...turned.map((name, at) => sheetRow(last + at + 1, name, provenance)),
      ...cells.flatMap((cell, at) => recordRows(last + turned.length + at + 1, cell, provenance)),
    ];
    this.#retire(cells, provenance);
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
      goOn(options, `Recording on ${sheet.name}`, from / rows.length);
      this.context.application.suspendApiCalculationUntilNextSync();
      const part = rows.slice(from, from + ROWS_AT_ONCE);
      writeRecordRows(sheet, sheet.free + from, part);
      this.#rows = from + part.length;
      await this.context.sync();
    }
  }

  /** The lines above the list, once all is written. @param left how many places go on needing Meterbook */
  sign(provenance: Provenance, left: number): void {
    if (this.#sheet) writeBanner(this.#sheet, bannerLines(provenance, excelVersion(), left));
  }

  /** A formula that a person had put into such a cell again takes the place of the one that is still recorded. */
  #retire(cells: readonly PlannedCell[], { time }: Provenance): void {
    const again = new Set(cells.map(({ area }) => placeKey(area.sheet, firstCell(area))));
    const retired = (this.found?.records ?? []).filter(
      ({ isAway, now: [cell] }) => isAway && cell && again.has(placeKey(cell.sheet, firstCell(cell))),
    );
    if (!this.found || retired.length === 0) return;
    writeStates(this.found, new Map(retired.map(({ row }) => [row, `${STATES.again} ${time} UTC`])));
    this.#hasRetired = true;
  }

  /** The second time it has nothing to do. */
  async takeBack(): Promise<void> {
    if (!this.#sheet) return;
    if (this.found) {
      if (this.#hasRetired) writeStates(this.found, new Map());
      const { head, free } = this.found;
      if (this.#rows > 0)
        head
          .getOffsetRange(free, 0)
          .getResizedRange(this.#rows - 1, 0)
          .getEntireRow()
          .clear('Contents');
    } else {
      this.context.workbook.names.getItem(RECORD_NAME).delete();
      this.#sheet.sheet.delete();
    }
    this.#sheet = undefined;
    await this.context.sync();
  }
}

const excelVersion = (): string | undefined => Office.context.diagnostics?.version;
