import type { Frame } from 'playwright-core';
import { addinFrames, openWorkbench, screenshot, type OpenWorkbench } from '../open-workbench';

let open: OpenWorkbench;
let panes: Frame[];

beforeAll(async () => {
  open = await openWorkbench({ panes: 2, viewport: { width: 1600, height: 900 } });
  panes = await addinFrames(open.page, open.server, 2);
});
afterAll(() => open.close());

/** Collects the changes that a pane is told of, and writes a cell from it. */
const listen = (frame: Frame) =>
  frame.evaluate(() =>
    Excel.run(async (context) => {
      const seen: string[] = [];
      Reflect.set(window, 'seen', seen);
      context.workbook.worksheets.onChanged.add(async ({ address, source }) => {
        seen.push(`${address} ${source}`);
      });
      await context.sync();
    }),
  );

const write = (frame: Frame, address: string, value: unknown) =>
  frame.evaluate(
    ([where, what]) =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getFirst().getRange(String(where)).values = [[what]];
        await context.sync();
      }),
    [address, value],
  );

const seenBy = (frame: Frame, count: number) =>
  frame
    .waitForFunction((wanted) => (Reflect.get(window, 'seen') as string[]).length >= wanted, count)
    .then(() => frame.evaluate(() => Reflect.get(window, 'seen') as string[]));

test('two people in two panes work on one workbook, and both hear of every change', async () => {
  const [ann, bob] = panes;
  if (ann === undefined || bob === undefined) throw new Error('The second pane did not open.');
  await listen(ann);
  await listen(bob);
  await write(ann, 'A1', 7);
  await write(bob, 'A2', '=METER.VERSION()');
  await open.page.evaluate(() => window.workbench?.idle());
  expect(await seenBy(ann, 2)).toEqual(['A1 Local', 'A2 Remote']);
  expect(await seenBy(bob, 2)).toEqual(['A1 Remote', 'A2 Local']);
  const shown = await bob.evaluate(() =>
    Excel.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange('A1:A2').load('values');
      await context.sync();
      return range.values.flat();
    }),
  );
  expect(shown).toEqual([7, expect.stringMatching(/^\d+\.\d+\.\d+/)]);
  await screenshot(open.page, 'two-panes');
  expect(open.failures).toEqual([]);
});
