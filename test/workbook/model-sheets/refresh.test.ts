import { newModel } from '../../../src/workbook/model-sheets/write/new-model';
import type { ModelOutcome } from '../../../src/workbook/model-sheets/plan/outcome';
import { refreshModel } from '../../../src/workbook/model-sheets/write/refresh-model';
import { openHost, type Host } from '../host';
import { sheetCells } from './sheet-cells';

const SHEETS = ['Cover', 'Terms', 'Schedule', 'Summary', 'Tranches', 'Checks'];
const BASE_BILLED = 3996806029.890549;
const LONG = 120_000;

type Done = Extract<ModelOutcome, { kind: 'done' }>;

function done(outcome: ModelOutcome): Done {
  if (outcome.kind !== 'done') throw new Error(outcome.sentence);
  return outcome;
}

const edit = (host: Host, sheet: string, change: (sheet: Excel.Worksheet) => void): Promise<void> =>
  host.run(async (context) => {
    change(context.workbook.worksheets.getItem(sheet));
    await context.sync();
  });

const write = (host: Host, sheet: string, address: string, content: string | number): Promise<void> =>
  edit(host, sheet, (worksheet) => {
    worksheet.getRange(address).formulas = [[content]];
  });

const allFormulas = async (host: Host) =>
  Promise.all(SHEETS.map(async (sheet) => (await sheetCells(host, sheet)).formulas));

describe('a model that is refreshed', () => {
  let host: Host;
  beforeAll(async () => {
    host = await openHost();
    done(await newModel('transition'));
    await host.idle();
  }, LONG);
  afterAll(() => host.close());

  const billed = async (): Promise<unknown> =>
    (await sheetCells(host, 'Summary')).value('headline.billed', 'E');
  const isInOrder = async (): Promise<unknown> =>
    (await sheetCells(host, 'Checks')).value('master.pass', 'E');

  test('is left as it is where nothing has changed, also by asking for a new one', async () => {
    const before = await allFormulas(host);
    for (const again of [await refreshModel(), await newModel('transition')]) {
      expect(done(again).changed).toEqual([]);
      expect(again.sentence).toBe(
        'Brought the sheets Cover, Terms, Schedule, Summary, Tranches and Checks up to date.',
      );
    }
    expect(await allFormulas(host)).toEqual(before);
    expect(await host.sheetNames()).toEqual(['Sheet1', ...SHEETS]);
  });

  test('a refresh that is under way goes to its end: it is never left half done', async () => {
    const schedule = await sheetCells(host, 'Schedule');
    await write(host, 'Schedule', `C${schedule.row('total.billed')}`, '');
    let steps = 0;
    const outcome = await refreshModel({
      onProgress: () => {
        steps += 1;
      },
      isCancelled: () => steps > 0,
    });
    expect(done(outcome).changed).toEqual([]);
    expect((await sheetCells(host, 'Schedule')).formulas).toEqual(schedule.formulas);
  });

  test('names the cell because of which a block cannot be shown, and clears it when told to', async () => {
    const schedule = await sheetCells(host, 'Schedule');
    const address = `L${schedule.row('reserved.fee')}`;
    await write(host, 'Schedule', address, 12345);
    await host.idle();
    expect((await sheetCells(host, 'Schedule')).value('reserved.fee', 'J')).not.toBe(
      schedule.value('reserved.fee', 'J'),
    );
    const outcome = done(await refreshModel());
    expect(outcome.changed).toMatchObject([{ sheet: 'Schedule', address, there: 12345, ours: '' }]);
    expect((await sheetCells(host, 'Schedule')).value('reserved.fee', 'L')).toBe(12345);
    expect(done(await refreshModel({ overwrite: outcome.changed })).changed).toEqual([]);
    await host.idle();
    expect((await sheetCells(host, 'Schedule')).values).toEqual(schedule.values);
  });

  test('keeps a cell that a person changed, says so with both contents, and gives it back when told to', async () => {
    const schedule = await sheetCells(host, 'Schedule');
    const row = schedule.row('total.billed');
    const ours = schedule.formulas[row - 1]?.[6];
    await write(host, 'Schedule', `G${row}`, 12345);
    const kept = done(await refreshModel());
    expect(kept.changed).toEqual([
      { sheetKey: 'Schedule', sheet: 'Schedule', address: `G${row}`, there: 12345, ours },
    ]);
    expect(kept.sentence).toContain(`Kept what you changed in Schedule!G${row}.`);
    expect(await host.value('Schedule', `G${row}`)).toBe(12345);
    const back = done(await refreshModel({ overwrite: kept.changed }));
    expect(back.changed).toEqual([]);
    expect(back.sentence).toContain('Put Meterbook’s content back into 1 cell.');
    expect(await host.value('Schedule', `G${row}`)).toBeCloseTo(BASE_BILLED, 5);
  });

  test('puts back what was cleared', async () => {
    const before = await sheetCells(host, 'Cover');
    const row = before.row('headline.billed');
    await write(host, 'Cover', `E${row}`, '');
    expect(done(await refreshModel()).changed).toEqual([]);
    expect((await sheetCells(host, 'Cover')).formulas).toEqual(before.formulas);
  });

  test('leaves a person’s notes beside its rows, and rows that a person inserted among them', async () => {
    const schedule = await sheetCells(host, 'Schedule');
    const row = schedule.row('reserved.fee');
    await edit(host, 'Schedule', (sheet) => {
      sheet.getRange(`${row}:${row}`).insert('Down');
      sheet.getRange(`C${row}`).values = [['My note above the fee']];
      sheet.getRange('A1').getEntireRow().insert('Down');
      sheet.getRange('C1').values = [['For the board']];
    });
    const moved = await sheetCells(host, 'Schedule');
    expect(moved.row('reserved.fee')).toBe(row + 2);
    // The figures have moved with their ids, before anything is refreshed.
    expect(moved.series('reserved.fee')).toEqual(schedule.series('reserved.fee'));
    expect(moved.series('reserved.billed')).toEqual(schedule.series('reserved.billed'));
    expect(moved.series('axis.start')).toEqual(schedule.series('axis.start'));
    expect(done(await refreshModel()).changed).toEqual([]);
    const after = await sheetCells(host, 'Schedule');
    expect(after.values[row]?.[2]).toBe('My note above the fee');
    expect(after.values[0]?.[2]).toBe('For the board');
    expect(after.formulas).toEqual(moved.formulas);
    expect(await billed()).toBeCloseTo(BASE_BILLED, 5);
    expect(await isInOrder()).toBe(1);
  });

  test('finds its sheets under other names, and links follow', async () => {
    await edit(host, 'Schedule', (sheet) => {
      sheet.name = 'My plan 2027';
    });
    const outcome = done(await refreshModel());
    expect(outcome.changed).toEqual([]);
    expect(outcome.sheets).toEqual(['Cover', 'Terms', 'My plan 2027', 'Summary', 'Tranches', 'Checks']);
    expect(await billed()).toBeCloseTo(BASE_BILLED, 5);
    await edit(host, 'My plan 2027', (sheet) => {
      sheet.name = 'Schedule';
    });
    await refreshModel();
  });

  test('a table that was sorted and filtered computes the same', async () => {
    const before = await sheetCells(host, 'Tranches');
    // What sorting and filtering leave behind: the rows in another order, and some of them hidden.
    await host.run(async (context) => {
      const body = context.workbook.tables.getItem('TermsTable').getDataBodyRange().load('formulas,rowCount');
      await context.sync();
      body.formulas = [...body.formulas].reverse();
      body.getCell(0, 0).getEntireRow().rowHidden = true;
      await context.sync();
    });
    expect(done(await refreshModel()).changed).toEqual([]);
    expect(await billed()).toBeCloseTo(BASE_BILLED, 5);
    expect(await isInOrder()).toBe(1);
    const after = await sheetCells(host, 'Tranches');
    expect(after.value('tranche.date[K2]', 'E')).toBe(before.value('tranche.date[K2]', 'E'));
    expect(after.value('tranche.kind[K2]', 'E')).toBe('Contingent');
  });

  test('rows inserted above the table and a renamed sheet of terms change nothing', async () => {
    await edit(host, 'Terms', (sheet) => {
      sheet.getRange('1:3').insert('Down');
      sheet.name = 'Inputs';
    });
    const outcome = done(await refreshModel());
    expect([outcome.changed, outcome.sheets[1]]).toEqual([[], 'Inputs']);
    expect(await billed()).toBeCloseTo(BASE_BILLED, 5);
    await edit(host, 'Inputs', (sheet) => {
      sheet.getRange('1:3').delete('Up');
      sheet.name = 'Terms';
    });
  });

  test('a longer horizon and another tranche get their columns and rows', async () => {
    await host.run(async (context) => {
      const table = context.workbook.tables.getItem('TermsTable');
      const values = table.getDataBodyRange().load('values');
      await context.sync();
      const at = values.values.findIndex((row) => row[0] === 'Model' && row[2] === 'Horizon');
      values.getCell(at, 5).values = [[66]];
      const blank = (values.values[0] ?? []).map(() => '' as string | number);
      const tranche = (term: string, value: string | number): (string | number)[] =>
        blank.map((_cell, place) => ['Tranche', 'K5', term][place] ?? (place === 5 ? value : ''));
      table.rows.add(undefined, [tranche('Date', 48000), tranche('Amount', 1e9), tranche('Kind', 'Firm')]);
      await context.sync();
    });
    expect(await isInOrder()).toBe(0);
    const outcome = done(await refreshModel());
    expect(outcome.changed).toEqual([]);
    const schedule = await sheetCells(host, 'Schedule');
    expect(schedule.series('axis.index').slice(0, 67)).toEqual(
      Array.from({ length: 66 }, (_none, month) => month),
    );
    const tranches = await sheetCells(host, 'Tranches');
    expect(tranches.value('tranche.flow[K5]', 'G')).toBe(1e9);
    expect(tranches.value('tranche.date[K5]', 'E')).toBe(48000);
    expect(await isInOrder()).toBe(1);
  });

  test('what left the table leaves the sheets', async () => {
    await host.run(async (context) => {
      const table = context.workbook.tables.getItem('TermsTable');
      const body = table.getDataBodyRange().load('values');
      await context.sync();
      const rows = body.values.flatMap((row, index) => (row[1] === 'K5' ? [index] : []));
      for (const row of rows.reverse()) table.rows.getItemAt(row).delete();
      await context.sync();
    });
    expect(done(await refreshModel()).changed).toEqual([]);
    const tranches = await sheetCells(host, 'Tranches');
    expect([...tranches.rows.keys()].filter((id) => id.includes('K5'))).toEqual([]);
    expect(await isInOrder()).toBe(1);
  });

  test('a protected sheet is left alone and named, the others are refreshed', async () => {
    await edit(host, 'Summary', (sheet) => sheet.protection.protect());
    const outcome = done(await refreshModel());
    expect(outcome.sentence).toContain(
      'Summary is protected and stayed as it was: unprotect on the Review tab and choose Refresh.',
    );
    await edit(host, 'Summary', (sheet) => sheet.protection.unprotect());
  });

  test('a sheet that was deleted comes back with its names', async () => {
    await edit(host, 'Cover', (sheet) => sheet.delete());
    const outcome = done(await refreshModel());
    expect(outcome.sentence).toContain('Inserted the sheet Cover.');
    expect(await isInOrder()).toBe(1);
  });
});

describe('a workbook that is not empty', () => {
  let host: Host;
  beforeEach(async () => {
    host = await openHost();
  });
  afterEach(() => host.close());

  test(
    'a person’s sheet of the same name is not touched; one step of undo takes all back',
    async () => {
      await host.write('Schedule', 'A1:D2', [
        ['My own', 1, '', 'total.billed'],
        ['schedule', '=B1*2', '', 'x.y'],
      ]);
      const outcome = done(await newModel('commitment-decision'));
      expect(outcome.sheets[2]).toBe('Schedule (2)');
      expect(outcome.sentence).toContain(
        'A sheet named Schedule was there already and has not been touched; the model’s is Schedule (2).',
      );
      const mine = (await sheetCells(host, 'Schedule')).formulas;
      expect(mine).toEqual([
        ['My own', 1, '', 'total.billed'],
        ['schedule', '=B1*2', '', 'x.y'],
      ]);
      expect((await sheetCells(host, 'Checks')).value('master.pass', 'E')).toBe(1);
      expect(done(await refreshModel()).changed).toEqual([]);
      host.workbench.book.dispatch('REQUEST_UNDO', {});
      expect(await host.sheetNames()).toEqual(['Sheet1', 'Schedule']);
    },
    LONG,
  );

  test('a name that a person uses for something else is left alone, and nothing is written', async () => {
    await host.write('Mine', 'A1:A1', [['x']]);
    await host.run(async (context) => {
      context.workbook.names.add('Scenario', context.workbook.worksheets.getItem('Mine').getRange('A1'));
      await context.sync();
    });
    expect(await newModel('transition')).toEqual({
      kind: 'refused',
      sentence:
        'This workbook uses the name Scenario for something else, and a model needs it. Rename it (Formulas, Name Manager), or use a new workbook.',
    });
    expect(await host.sheetNames()).toEqual(['Sheet1', 'Mine']);
  });

  test('there is nothing to refresh without a model', async () => {
    expect((await refreshModel()).kind).toBe('refused');
    expect(await host.sheetNames()).toEqual(['Sheet1']);
  });

  test(
    'a run that is cancelled leaves nothing behind',
    async () => {
      let steps = 0;
      const outcome = await newModel('transition', {
        onProgress: () => (steps += 1),
        isCancelled: () => steps > 1,
      });
      expect(outcome).toEqual({ kind: 'cancelled', sentence: 'Stopped. Nothing was changed.' });
      expect(await host.sheetNames()).toEqual(['Sheet1']);
      const names = await host.run(async (context) => {
        const all = context.workbook.names.load('items/name');
        await context.sync();
        return all.items.map(({ name }) => name);
      });
      expect(names).toEqual([]);
    },
    LONG,
  );

  test(
    'the blank template waits for its terms, and Refresh adds the other sheets once they are there',
    async () => {
      const outcome = done(await newModel('blank'));
      expect(outcome.sheets).toEqual(['Cover', 'Terms', 'Checks']);
      expect(outcome.sentence).toMatch(
        /The table of terms is not complete yet \(\d+ problems, listed on the sheet of checks\)/,
      );
      const checks = await sheetCells(host, 'Checks');
      expect(checks.value('master.pass', 'E')).toBe(0);
    },
    LONG,
  );
});
