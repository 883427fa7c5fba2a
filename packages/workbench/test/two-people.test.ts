import type { Headless, HeadlessClient } from '../src/headless/headless';
import { becomes, holdsOnly } from './eventually';
import { openExcel, read, write } from './excel';

let ann: Headless;
let bob: HeadlessClient;
beforeEach(async () => {
  ann = await openExcel({ sheets: [{ name: 'One' }] });
  bob = await ann.join();
});
afterEach(() => ann.close());

const dispatch = (type: string, payload: object = {}) =>
  (ann.workbench.book.model.dispatch as (type: string, payload: object) => unknown)(type, payload);

const listen = async ({ Excel }: HeadlessClient): Promise<string[]> => {
  const seen: string[] = [];
  await Excel.run(async (context) => {
    context.workbook.worksheets.onChanged.add(
      async ({ address, source, triggerSource }) => void seen.push(`${address} ${source} ${triggerSource}`),
    );
    await context.sync();
  });
  return seen;
};

const writeAs = ({ Excel }: HeadlessClient, address: string, value: unknown) =>
  Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().getRange(address).values = [[value]];
    await context.sync();
  });

test('what one writes the other reads, and custom functions are computed once for both', async () => {
  await writeAs(bob, 'A1', 40);
  await writeAs(ann, 'A2', '=T.ADD(A1,2)');
  await writeAs(bob, 'A3', '=T.ADD(A2,1)');
  await ann.idle();
  expect(await read(ann, 'A1:A3')).toEqual([[40], [42], [43]]);
  await bob.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange('A1:A3').load('values');
    await context.sync();
    expect(range.values).toEqual([[40], [42], [43]]);
  });
});

test('changes reach both: the own ones as local, the other’s as a co-author’s, a person’s as neither add-in’s', async () => {
  const [seenByAnn, seenByBob] = [await listen(ann), await listen(bob)];
  const both = () => [seenByAnn.length, seenByBob.length];
  await writeAs(ann, 'A1', 1);
  await becomes(both, [1, 1]);
  await writeAs(bob, 'B1', 2);
  await becomes(both, [2, 2]);
  dispatch('UPDATE_CELL', { sheetId: ann.workbench.book.findSheet('One'), col: 2, row: 0, content: 'typed' });
  await holdsOnly(seenByAnn, ['A1 Local ThisLocalAddin', 'B1 Remote Unknown', 'C1 Local Unknown']);
  await holdsOnly(seenByBob, ['A1 Remote Unknown', 'B1 Local ThisLocalAddin', 'C1 Local Unknown']);
});

test('both can keep ranges and listen at the same time without mixing their requests', async () => {
  await write(ann, 'A1:B2', [
    [1, 2],
    [3, 4],
  ]);
  await Promise.all(
    [ann, bob].map(({ Excel }, index) =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getFirst().getRange('A1:B2').getColumn(index);
        range.load('values');
        await context.sync();
        range.values = range.values.map(([value]) => [Number(value) * 10]);
        await context.sync();
      }),
    ),
  );
  expect(await read(ann, 'A1:B2')).toEqual([
    [10, 20],
    [30, 40],
  ]);
});

test('round trips of two people that alternate are steps of their own', async () => {
  await Promise.all(
    [ann, bob].map(({ Excel }, index) =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getFirst();
        for (let row = 1; row <= 3; row += 1) {
          sheet.getRange(`${index === 0 ? 'A' : 'B'}${row}`).values = [[row]];
          await context.sync();
        }
      }),
    ),
  );
  let steps = 0;
  for (; ann.workbench.book.getters.canUndo(); steps += 1) dispatch('REQUEST_UNDO');
  expect(steps).toBeGreaterThan(1);
  expect(await read(ann, 'A1:B3')).toEqual([
    ['', ''],
    ['', ''],
    ['', ''],
  ]);
});
