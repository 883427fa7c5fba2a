import path from 'node:path';
import { openHeadless, readAddin } from '../../packages/workbench/src/headless/headless';
import { newModel } from '../../src/workbook/model-sheets/write/new-model';
import { refreshModel } from '../../src/workbook/model-sheets/write/refresh-model';

/** Steps of a person who builds a model, in milliseconds from the click to the last figure. */
export interface ModelTimes {
  /** New model: until all sheets are written. */
  readonly written: number;
  /** New model: until every figure is computed, counted from the click as well. */
  readonly computed: number;
  /** A term changes: until the headline shows what follows from it. */
  readonly lever: number;
  /** And until every cell of every sheet is computed again, the checks of all scenarios among them. */
  readonly settled: number;
  /** Refresh of a model that is as it should be. */
  readonly refreshed: number;
}

/** From here as from the bundle in dist/bench. */
const ROOT = path.resolve(__dirname, '../..');
const HEADLINE = 'headline.billed';
/** In milliseconds. */
const PATIENCE = 20_000;
/** In days. */
const ONE_MONTH = 31;

/** One model in a workbook of its own, from the click on New model to a term that changes. */
export async function timeModel(): Promise<ModelTimes> {
  const addin = readAddin({
    manifest: path.join(ROOT, 'manifest.xml'),
    folder: path.join(ROOT, 'dist/addin'),
  });
  const host = await openHeadless({ addin });
  Object.assign(globalThis, {
    Excel: host.Excel,
    Office: host.Office,
    CustomFunctions: host.CustomFunctions,
  });
  try {
    const clicked = performance.now();
    const outcome = await newModel('transition');
    const written = performance.now() - clicked;
    await host.idle();
    const computed = performance.now() - clicked;
    if (outcome.kind !== 'done') throw new Error(outcome.sentence);

    const before = await headline();
    const moved = performance.now();
    await moveTerm('Reserved', 'End', ONE_MONTH);
    await newHeadline(before);
    const lever = performance.now() - moved;
    await host.idle();
    const settled = performance.now() - moved;

    const refreshing = performance.now();
    const again = await refreshModel();
    await host.idle();
    const refreshed = performance.now() - refreshing;
    if (again.kind !== 'done') throw new Error(again.sentence);
    return { written, computed, lever, settled, refreshed };
  } finally {
    host.close();
  }
}

/** The total billed as the Summary shows it. */
const headline = (): Promise<unknown> =>
  Excel.run(async (context) => {
    const used = context.workbook.worksheets.getItem('Summary').getUsedRange(true).load('values');
    await context.sync();
    const values: unknown[][] = used.values;
    return values.find((row) => row.includes(HEADLINE))?.find((value) => typeof value === 'number');
  });

/** Waits, as a person would, until the headline shows another total. */
async function newHeadline(before: unknown): Promise<void> {
  const given = performance.now();
  for (;;) {
    const now = await headline();
    if (typeof now === 'number' && now !== before) return;
    if (performance.now() - given > PATIENCE)
      throw new Error(`The headline shows ${String(now)} after a term moved, and ${String(before)} before.`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** A date of the Base case moves by some days. */
const moveTerm = (section: string, term: string, days: number): Promise<void> =>
  Excel.run(async (context) => {
    const table = context.workbook.tables.getItem('TermsTable').getRange().load('values');
    await context.sync();
    const values: unknown[][] = table.values;
    const row = values.findIndex(([inSection, , named]) => inSection === section && named === term);
    const column = values[0]?.indexOf('Base') ?? -1;
    const there = values[row]?.[column];
    if (typeof there !== 'number') throw new Error(`The Terms table has no ${section} | ${term} to move.`);
    table.getCell(row, column).values = [[there + days]];
    await context.sync();
  });
