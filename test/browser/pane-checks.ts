import { source as axeSource, type AxeResults } from 'axe-core';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { ROOT } from './command-line';
import type { OpenWorkbench } from './open-workbench';

const SCREENSHOTS = path.join(ROOT, 'dist/screenshots');

/** What the person chose for the whole system. */
export const SYSTEMS = [
  { name: 'light', colorScheme: 'light', forcedColors: 'none' },
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none' },
  { name: 'forced-colours', colorScheme: 'dark', forcedColors: 'active' },
] as const;

export const showView = (frame: Frame, name: string): Promise<void> =>
  frame.getByRole('tab', { name, exact: true }).click();

/** Selects cells, as a person would by clicking on them. */
export const select = (frame: Frame, sheet: string, address: string): Promise<void> =>
  frame.evaluate(
    (given) =>
      Excel.run(async (context) => {
        const worksheet = context.workbook.worksheets.getItem(given.sheet);
        worksheet.activate();
        worksheet.getRange(given.address).select();
        await context.sync();
      }),
    { sheet, address },
  );

/** Enters formulas into a block of cells, and selects it. */
export const enter = (
  frame: Frame,
  sheet: string,
  address: string,
  formulas: (string | number)[][],
): Promise<void> =>
  frame.evaluate(
    (given) =>
      Excel.run(async (context) => {
        const worksheet = context.workbook.worksheets.getItem(given.sheet);
        const range = worksheet.getRange(given.address);
        range.formulas = given.formulas;
        worksheet.activate();
        range.select();
        await context.sync();
      }),
    { sheet, address, formulas },
  );

interface CellContent {
  readonly formula: unknown;
  readonly value: unknown;
}

const cellNow = (frame: Frame, sheet: string, address: string): Promise<CellContent> =>
  frame.evaluate(
    (given) =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem(given.sheet).getRange(given.address);
        range.load('formulas,values');
        await context.sync();
        return { formula: range.formulas[0]?.[0] as unknown, value: range.values[0]?.[0] as unknown };
      }),
    { sheet, address },
  );

/** What a cell holds once it is calculated. */
export async function cell(frame: Frame, sheet: string, address: string): Promise<CellContent> {
  for (;;) {
    const content = await cellNow(frame, sheet, address);
    if (content.value !== '#BUSY!') return content;
    await frame.waitForTimeout(50);
  }
}

export const activeCell = (frame: Frame): Promise<string> =>
  frame.evaluate(() =>
    Excel.run(async (context) => {
      const range = context.workbook.getActiveCell().load('address');
      await context.sync();
      return range.address;
    }),
  );

/** What axe-core finds. Fluent's focus sentinels are hidden from readers on purpose. */
export async function violations(frame: Frame): Promise<string[]> {
  await frame.evaluate(axeSource);
  const found = await frame.evaluate(() => {
    const { axe } = window as unknown as { axe: { run(context: object): Promise<AxeResults> } };
    return axe.run({ exclude: [['[data-tabster-dummy]']] });
  });
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.html}`),
  );
}

/** What sticks out of its box at the side, so that a reader of a narrow pane would miss it. */
export const clipped = (frame: Frame): Promise<string[]> =>
  frame.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('#pane *')]
      .filter((each) => each.children.length === 0 && each.textContent !== '' && !each.closest('svg, option'))
      .filter((each) => each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0)
      .map((each) => each.textContent)
      .concat(document.documentElement.scrollWidth > innerWidth ? ['the pane scrolls sideways'] : []),
  );

/** Resolves when the page has taken on its colours and sizes; what moves for ever, as a spinner, is not waited for. */
async function atRest(): Promise<void> {
  const painted = () => new Promise((resolve) => requestAnimationFrame(resolve));
  await painted();
  await painted();
  const ends = document
    .getAnimations()
    .filter(({ effect }) => effect !== null && Number.isFinite(Number(effect.getComputedTiming().endTime)));
  await Promise.all(ends.map(({ finished }) => finished.catch(() => undefined)));
  await painted();
}

/** What axe finds and what is clipped, for one view under one system and width; with a picture to look at. */
export async function looks(
  { page, frame }: OpenWorkbench,
  view: string,
  { name, colorScheme, forcedColors }: (typeof SYSTEMS)[number],
  width: number,
): Promise<string[]> {
  await page.emulateMedia({ colorScheme, forcedColors });
  await page.evaluate((pixels) => document.body.style.setProperty('--pane-width', `${pixels}px`), width);
  // Colours fade in; axe would measure a shade between.
  await frame.evaluate(atRest);
  await page
    .locator('iframe')
    .screenshot({ path: path.join(SCREENSHOTS, `pane-${view}-${name}-${width}.png`) });
  return [...(await violations(frame)), ...(await clipped(frame))];
}
