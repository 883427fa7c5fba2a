import { dayFromIso } from '../../../src/base/calendar';
import { termsOf } from '../../../src/terms/table/memo';
import { template } from '../../../src/terms/templates/template';
import {
  addScenario,
  deleteScenario,
  duplicateScenario,
  renameScenario,
} from '../../../src/workbook/terms/scenario-columns';
import { setScenarioInForce } from '../../../src/workbook/terms/scenario-in-force';
import { writeEdits } from '../../../src/workbook/terms/write-edits';
import { type Host, openHost } from '../host';
import { lookUp, scenarioCell, sortBy, tableCells, undo, writeTerms } from './terms-workbook';

let host: Host;

const block = template('transition');

beforeEach(async () => {
  host = await openHost();
  await writeTerms(host, { block });
});
afterEach(() => host.close());

const SCENARIOS = (block[0] ?? []).slice(6, 13).map(String);

const scenarios = async (): Promise<readonly string[]> => {
  const { table, problems } = termsOf((await tableCells(host)).values);
  if (!table) throw new Error(problems[0]?.sentence);
  return table.scenarios;
};

/** What the list of the cell Scenario offers. */
const offered = (): Promise<unknown[]> =>
  host.run(async (context) => {
    const cell = context.workbook.names.getItem('Scenario').getRange();
    const validation = cell.dataValidation.load('rule');
    await context.sync();
    const source = validation.rule.list?.source;
    if (typeof source !== 'string') throw new Error('no list');
    const [sheet = '', address = ''] = source.replace('=', '').split('!');
    const names = context.workbook.worksheets
      .getItem(sheet.replaceAll("'", ''))
      .getRange(address.replaceAll('$', ''))
      .load('values');
    await context.sync();
    return names.values[0] ?? [];
  });

/** All cells but those of the columns with these headers. */
const without = (values: unknown[][], ...names: string[]): unknown[][] => {
  const [header = []] = values;
  return values.map((row) => row.filter((_cell, column) => !names.includes(String(header[column]))));
};

describe('a new scenario', () => {
  test('is a column left of Low that says nothing yet; the list offers it; nothing else changes', async () => {
    const before = await tableCells(host);
    expect(await addScenario(' Price war ', 'Prices fall by 30 % a year.')).toEqual({
      kind: 'done',
      sentence: 'Added the scenario Price war: all its terms are those of Base.',
    });
    const after = await tableCells(host);
    expect(await scenarios()).toEqual(['Base', ...SCENARIOS, 'Price war']);
    expect(after.values[0]?.slice(12, 15)).toEqual(['Second anchor vendor', 'Price war', 'Low']);
    expect(without(after.formulas, 'Price war')).toEqual(before.formulas);
    expect(after.values.slice(2).map((row) => row[13])).toEqual(before.values.slice(2).map(() => ''));
    expect(after.values[1]?.[13]).toBe('Prices fall by 30 % a year.');
    expect(await offered()).toEqual(['Base', ...SCENARIOS, 'Price war']);
    // Dates are to show as dates.
    const cutover = after.values.findIndex(([, , term]) => term === 'Cutover');
    expect(after.numberFormat[cutover]?.[13]).toBe('yyyy-mm-dd');
  });

  test('comes into force with what it says, and Live follows', async () => {
    await addScenario('Price war');
    expect(await setScenarioInForce('price WAR')).toEqual({
      kind: 'done',
      sentence: 'Price war is in force.',
    });
    await writeEdits([
      {
        section: 'Token price',
        item: '',
        term: 'Price decline',
        column: 'Price war',
        value: 0.3,
        seen: null,
      },
    ]);
    const look = await lookUp(host);
    expect(look('Token price', '', 'Price decline', 'Live')).toBe(0.3);
    expect(look('Model', '', 'Horizon', 'Live')).toBe(60);
  });

  test('looks like Base, and no column changes its width', async () => {
    const widths = async () =>
      host.run(async (context) => {
        const header = context.workbook.tables.getItem('TermsTable').getHeaderRowRange().load('values');
        await context.sync();
        const names = (header.values[0] ?? []).map(String);
        const formats = names.map((_name, at) => header.getColumn(at).format.load('columnWidth'));
        await context.sync();
        return new Map(names.map((name, at) => [name, formats[at]?.columnWidth]));
      });
    await host.run(async (context) => {
      const { columns } = context.workbook.tables.getItem('TermsTable');
      columns.getItem('Base').getDataBodyRange().format.fill.color = '#FFF9DB';
      columns.getItem('Base').getRange().format.columnWidth = 90;
      columns.getItem('Note').getRange().format.columnWidth = 300;
      await context.sync();
    });
    const before = await widths();
    await addScenario('New');
    expect(await widths()).toEqual(new Map([...before, ['New', 90]]));
    const look = await host.run(async (context) => {
      const body = context.workbook.tables.getItem('TermsTable').columns.getItem('New').getDataBodyRange();
      const fill = body.format.fill.load('color');
      await context.sync();
      return fill.color;
    });
    expect(look).toBe('#FFF9DB');
    await deleteScenario('New');
    expect(await widths()).toEqual(before);
  });

  test('in a table without any', async () => {
    host.close();
    host = await openHost();
    await writeTerms(host, { block: block.map((row) => [...row.slice(0, 6), ...row.slice(13)]) });
    expect(await addScenario('First')).toMatchObject({ kind: 'done' });
    expect(await scenarios()).toEqual(['Base', 'First']);
    expect(await offered()).toEqual(['Base', 'First']);
  });

  test.each([
    ['', 'A scenario needs a name. Enter one, such as Delay 6 months.'],
    ['base', '"Base" means something else in the Terms table'],
    ['Low', '"Low" means something else in the Terms table'],
    ['none', '"None" means something else in the Terms table'],
    ['As of', '"As of" means something else in the Terms table'],
    ['denied', 'There is a scenario "Denied" already.'],
    ['#N/A', 'cannot be told from an error'],
    ['x'.repeat(61), 'The name has 61 letters: it may have at most 60.'],
  ])('cannot be called "%s"', async (name, sentence) => {
    const before = await tableCells(host);
    expect(await addScenario(name)).toEqual({
      kind: 'refused',
      sentence: expect.stringContaining(sentence) as string,
    });
    expect((await tableCells(host)).formulas).toEqual(before.formulas);
  });

  test('may be called by a year, or hold commas', async () => {
    expect(await addScenario('2028')).toMatchObject({ kind: 'done' });
    expect(await addScenario('Early, but dear')).toMatchObject({ kind: 'done' });
    expect((await scenarios()).slice(-2)).toEqual(['2028', 'Early, but dear']);
    expect(await setScenarioInForce('2028')).toMatchObject({ kind: 'done' });
    const look = await lookUp(host);
    expect(look('Model', '', 'Horizon', 'Live')).toBe(60);
    expect((await offered()).slice(-2).map(String)).toEqual(['2028', 'Early, but dear']);
  });
});

describe('a copy', () => {
  test('says what the other says, formulas included, and stands right of it', async () => {
    const cut = { section: 'Behaviour', item: '', term: 'Efficiency cut', column: 'Denied' };
    await host.run(async (context) => {
      const range = context.workbook.tables.getItem('TermsTable').getRange().load('values');
      await context.sync();
      const row = range.values.findIndex(([, , term]) => term === 'Efficiency cut');
      range.getCell(row, range.values[0]?.indexOf('Denied') ?? 0).formulas = [['=0.1+0.05']];
      await context.sync();
    });
    expect(await duplicateScenario('denied', 'Denied, later')).toEqual({
      kind: 'done',
      sentence: 'Added the scenario Denied, later, a copy of Denied.',
    });
    const { formulas, numberFormat } = await tableCells(host);
    const [header = [], ...rows] = formulas;
    const [from, to] = [header.indexOf('Denied'), header.indexOf('Denied, later')];
    expect(to).toBe(from + 1);
    expect(rows.map((row) => row[to])).toEqual(rows.map((row) => row[from]));
    expect(rows.find(([, , term]) => term === cut.term)?.[to]).toBe('=0.1+0.05');
    const end = rows.findIndex(([section, , term]) => section === 'Reserved' && term === 'End');
    expect(numberFormat[end + 1]?.[to]).toBe('yyyy-mm-dd');
    expect((await lookUp(host))('Reserved', '', 'End', 'Denied, later')).toBe(dayFromIso('2031-07-01'));
  });

  test('has no weight, so that the weights still add up', async () => {
    const weight = (column: string, value: number) => ({
      section: 'Scenario',
      item: '',
      term: 'Weight',
      column,
      value,
      seen: null,
    });
    await writeEdits([weight('Base', 0.6), weight('Denied', 0.4)]);
    await duplicateScenario('Denied', 'Denied again');
    const { problems } = termsOf((await tableCells(host)).values);
    expect(problems).toEqual([]);
  });

  test('of Base says nothing of its own', async () => {
    await duplicateScenario('Base', 'Plan');
    const { values } = await tableCells(host);
    const column = values[0]?.indexOf('Plan') ?? -1;
    expect(values.slice(1).every((row) => row[column] === '')).toBe(true);
    expect(await scenarios()).toEqual(['Base', ...SCENARIOS, 'Plan']);
  });
});

describe('another name', () => {
  test('is followed by the cell Scenario and by Live', async () => {
    await setScenarioInForce('Denied');
    expect(await renameScenario('Denied', 'Stays reserved')).toEqual({
      kind: 'done',
      sentence: 'Denied is now called Stays reserved.',
    });
    expect(await scenarioCell(host)).toBe('Stays reserved');
    expect((await lookUp(host))('Reserved', '', 'Upfront share', 'Live')).toBe(0);
    expect(await offered()).toContain('Stays reserved');
  });

  test('leaves the scenario in force alone where it is another', async () => {
    await setScenarioInForce('Early exit');
    await renameScenario('Denied', 'Stays reserved');
    expect(await scenarioCell(host)).toBe('Early exit');
  });

  test('may differ in its case only, and not be that of another scenario', async () => {
    expect(await renameScenario('Denied', 'DENIED')).toMatchObject({ kind: 'done' });
    expect(await renameScenario('DENIED', 'Early exit')).toMatchObject({ kind: 'refused' });
    expect(await renameScenario('Denied again', 'Other')).toMatchObject({
      kind: 'refused',
      sentence:
        'The Terms table has no scenario "Denied again" any more: somebody renamed or deleted it. Choose another.',
    });
    expect(await renameScenario('Base', 'Plan')).toMatchObject({ kind: 'refused' });
  });
});

describe('a scenario that goes', () => {
  test('takes its column and nothing else', async () => {
    const before = await tableCells(host);
    expect(await deleteScenario('Denied')).toEqual({
      kind: 'done',
      sentence: 'Deleted the scenario Denied.',
    });
    const after = await tableCells(host);
    expect(after.formulas).toEqual(without(before.formulas, 'Denied'));
    const column = before.values[0]?.indexOf('Denied') ?? -1;
    expect(after.numberFormat).toEqual(
      before.numberFormat.map((row) => row.filter((_f, at) => at !== column)),
    );
    expect(await offered()).toEqual(['Base', ...SCENARIOS.filter((name) => name !== 'Denied')]);
  });

  test('leaves Base in force where it was', async () => {
    await setScenarioInForce('Denied');
    expect(await deleteScenario('Denied')).toMatchObject({
      sentence: 'Deleted the scenario Denied. Base is in force now.',
    });
    expect(await scenarioCell(host)).toBe('Base');
    expect((await lookUp(host))('Reserved', '', 'Upfront share', 'Live')).toBe(0.25);
  });

  test('the last of all leaves Base alone on the list', async () => {
    for (const name of SCENARIOS) expect(await deleteScenario(name)).toMatchObject({ kind: 'done' });
    expect(await scenarios()).toEqual(['Base']);
    expect(await offered()).toEqual(['Base']);
    expect(await deleteScenario('Base')).toMatchObject({ kind: 'refused' });
  });

  test('comes back in one step of undo, with its values and in force', async () => {
    await setScenarioInForce('Denied');
    const before = await tableCells(host);
    await deleteScenario('Denied');
    await undo(host);
    expect((await tableCells(host)).formulas).toEqual(before.formulas);
    expect(await scenarioCell(host)).toBe('Denied');
  });
});

describe('whatever the person did to the sheet', () => {
  test('sorted, moved and renamed: columns are found by their headers', async () => {
    await sortBy(host, 'Note');
    await host.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Terms');
      sheet.getRange('1:3').insert('Down');
      sheet.name = 'Our inputs, 2027';
      await context.sync();
    });
    const before = await tableCells(host);
    expect(await duplicateScenario('Denied', 'Copy')).toMatchObject({ kind: 'done' });
    expect(await renameScenario('Copy', 'Second copy')).toMatchObject({ kind: 'done' });
    expect(await deleteScenario('Second copy')).toMatchObject({ kind: 'done' });
    expect((await tableCells(host)).formulas).toEqual(before.formulas);
  });

  test('a protected sheet is left alone', async () => {
    await host.run(async (context) => {
      context.workbook.worksheets.getItem('Terms').protection.protect();
      await context.sync();
    });
    const before = await tableCells(host);
    const sentence =
      'The sheet Terms is protected, and nothing was written. Choose Review > Unprotect Sheet, then try again.';
    expect(await addScenario('New')).toEqual({ kind: 'refused', sentence });
    expect(await deleteScenario('Denied')).toEqual({ kind: 'refused', sentence });
    expect(await renameScenario('Denied', 'New')).toEqual({ kind: 'refused', sentence });
    expect(await setScenarioInForce('Denied')).toMatchObject({ kind: 'refused' });
    expect((await tableCells(host)).formulas).toEqual(before.formulas);
  });

  test('what stands beside the table keeps its cells and its values', async () => {
    await host.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem('Terms');
      sheet.getRange('A2:B2').values = [['Checked by', 'AB']];
      sheet.getRange('D1').formulas = [['=SUMIFS(TermsTable[Base],TermsTable[Term],"Horizon")']];
      await context.sync();
    });
    await addScenario('New');
    await deleteScenario('Denied');
    expect((await host.read('Terms', 'A2:D2')).values).toEqual([['Checked by', 'AB', '', '']]);
    expect(await host.value('Terms', 'D1')).toBe(60);
  });

  test('a scenario chosen by a formula is left to the formula', async () => {
    await host.run(async (context) => {
      context.workbook.names.getItem('Scenario').getRange().formulas = [['="Den"&"ied"']];
      await context.sync();
    });
    expect(await setScenarioInForce('Base')).toMatchObject({
      kind: 'refused',
      sentence: expect.stringContaining('="Den"&"ied"') as string,
    });
    expect(await scenarioCell(host)).toBe('Denied');
  });
});
