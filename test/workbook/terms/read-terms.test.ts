import { Refusal } from '../../../src/base/refusal';
import { termsOf } from '../../../src/terms/table/memo';
import { template } from '../../../src/terms/templates/template';
import { readCulture } from '../../../src/workbook/terms/culture';
import { readTerms } from '../../../src/workbook/terms/read-terms';
import { selectTerm } from '../../../src/workbook/terms/select-term';
import { type Host, openHost } from '../host';
import { writeTerms } from './terms-workbook';

let host: Host;

beforeAll(async () => {
  host = await openHost();
});
afterAll(() => host.close());

const found = async () => {
  const reading = await readTerms();
  if (reading instanceof Refusal) throw new Error(reading.sentence);
  return reading;
};

test('a workbook without a model says so', async () => {
  expect(await readTerms()).toEqual(
    new Refusal(
      'This workbook has no table TermsTable and no name Terms. Insert a model from the view Start, or undo the removal of the table.',
    ),
  );
});

test('the table, where it stands and what is in force', async () => {
  await writeTerms(host, { block: template('transition'), scenario: 'denied' });
  const reading = await found();
  expect(reading).toMatchObject({ sheet: 'Terms', top: 4, left: 0, isProtected: false });
  expect(reading.inForce).toEqual({ name: 'denied', place: 2, address: 'Terms!B1' });
  const { table, problems } = termsOf(reading.values);
  expect(problems).toEqual([]);
  expect(table?.scenarios).toHaveLength(8);
});

test('a renamed sheet, rows above, a renamed table: the name Terms still leads there', async () => {
  await host.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem('Terms');
    sheet.name = 'Our inputs';
    sheet.getRange('3:4').insert('Down');
    context.workbook.tables.getItem('TermsTable').name = 'Inputs';
    await context.sync();
  });
  const reading = await found();
  expect(reading).toMatchObject({ sheet: 'Our inputs', top: 6 });
  expect(termsOf(reading.values).problems).toEqual([]);
  await host.run(async (context) => {
    context.workbook.tables.getItem('Inputs').name = 'TermsTable';
    await context.sync();
  });
});

test('a row of totals is no term', async () => {
  const setTotals = (show: boolean) =>
    host.run(async (context) => {
      context.workbook.tables.getItem('TermsTable').showTotals = show;
      await context.sync();
    });
  const before = await found();
  await setTotals(true);
  expect((await found()).values).toHaveLength(before.values.length);
  await setTotals(false);
});

test('a scenario in force that the table lacks has no place, a blank one is Base', async () => {
  const say = (name: string) =>
    host.run(async (context) => {
      context.workbook.names.getItem('Scenario').getRange().values = [[name]];
      await context.sync();
    });
  await say('Gone');
  expect((await found()).inForce).toMatchObject({ name: 'Gone', place: undefined });
  await say('');
  expect((await found()).inForce).toMatchObject({ name: 'Base', place: 0 });
});

test('a term is shown in the sheet', async () => {
  expect(await selectTerm('Transition', '', 'Cutover', 'Denied')).toEqual({
    kind: 'done',
    sentence: 'Selected Transition | Cutover.',
  });
  const cell = await host.run(async (context) => {
    const active = context.workbook.getActiveCell().load('values,address');
    await context.sync();
    return active.toJSON();
  });
  expect(cell).toMatchObject({ values: [['None']] });
  expect(await selectTerm('Transition', '', 'Phase-out')).toMatchObject({ kind: 'refused' });
});

test('how this Excel writes numbers and dates', async () => {
  expect(await readCulture()).toEqual({
    decimal: '.',
    group: ',',
    dateOrder: 'mdy',
    dateSeparator: '/',
  });
});

test('without the table the name Terms may stand for plain cells', async () => {
  await host.run(async (context) => {
    const table = context.workbook.tables.getItem('TermsTable');
    const range = table.convertToRange();
    context.workbook.names.getItem('Terms').delete();
    context.workbook.names.add('Terms', range);
    await context.sync();
  });
  const reading = await found();
  expect(termsOf(reading.values).problems).toEqual([]);
});
