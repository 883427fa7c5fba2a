import { closeAll, openBook, reopened, show, valueOf } from './opening';

afterEach(closeAll);

/** 1, 2, 3 … in the first column. */
const column = (rows: number): Record<string, number> =>
  Object.fromEntries(Array.from({ length: rows }, (_, at) => [`A${at + 1}`, at + 1]));

const sumTo = (rows: number): number => (rows * (rows + 1)) / 2;

describe('a name whose range reaches beyond the rows of the sheet that is shown', () => {
  const sheets = [
    {
      name: 'Summary',
      cells: {
        A1: { formula: 'SUM(Usage)', value: sumTo(1500) },
        A2: { formula: 'IFERROR(SUM(Usage),0)', value: sumTo(1500) },
      },
    },
    { name: 'Big', cells: column(1500) },
  ];

  test('stands for its cells', async () => {
    const host = await openBook({ sheets, names: [{ name: 'Usage', refersTo: 'Big!$A$1:$A$1500' }] });
    expect(host.workbench.leftOut).toEqual([]);
    for (const each of [host, await reopened(host)])
      expect((await show(each, 'A1:A2', 'Summary')).values).toEqual([[sumTo(1500)], [sumTo(1500)]]);
  });

  test('is added by an add-in, and refers elsewhere', async () => {
    const host = await openBook({ sheets });
    await host.Excel.run(async (context) => {
      const name = context.workbook.names.add('Usage', '=Big!$A$1:$A$1400');
      await context.sync();
      name.formula = '=Big!$A$1:$A$1500';
      await context.sync();
    });
    expect(await valueOf(host, 'A1', 'Summary')).toBe(sumTo(1500));
  });
});
