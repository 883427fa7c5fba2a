import { termsOf } from '../../../src/terms/table/memo';
import { template } from '../../../src/terms/templates/template';
import { deleteItem } from '../../../src/workbook/terms/item-rows';
import { type Host, openHost } from '../host';
import { sortBy, tableCells, undo, writeTerms } from './terms-workbook';

let host: Host;

beforeEach(async () => {
  host = await openHost();
  await writeTerms(host, { block: template('transition') });
});
afterEach(() => host.close());

test('a tranche is asked about first, and then goes with all its rows and nothing else', async () => {
  const before = await tableCells(host);
  const question = 'Delete Tranche | K3, 5 rows, in all scenarios? It has values in Base.';
  expect(await deleteItem('Tranche', 'K3')).toEqual({ done: false, question, sentence: question });
  expect((await tableCells(host)).formulas).toEqual(before.formulas);

  expect(await deleteItem('Tranche', 'K3', { confirmed: true })).toEqual({
    done: true,
    sentence: 'Deleted Tranche | K3, 5 rows.',
  });
  const after = await tableCells(host);
  expect(after.values).toEqual(before.values.filter((row) => !(row[0] === 'Tranche' && row[1] === 'K3')));
  await undo(host);
  expect((await tableCells(host)).formulas).toEqual(before.formulas);
});

test('rows that a sort has scattered are all found, in every section that speaks of the product', async () => {
  host.close();
  host = await openHost();
  const [header = [], ...rows] = template('commitment-decision');
  const wide = (section: string, item: string, term: string, base: number) =>
    header.map((name) => ({ Section: section, Item: item, Term: term, Base: base })[name] ?? '');
  const block = [
    header,
    ...rows,
    wide('Usage', 'Search', 'Input tokens per month', 1e9),
    wide('Seasonality', 'Search', 'December', 1.5),
  ];
  await writeTerms(host, { block });
  await sortBy(host, 'Term');
  const before = await tableCells(host);
  expect(await deleteItem('Usage', 'search', { confirmed: true })).toMatchObject({ done: true });
  const after = await tableCells(host);
  expect(after.values).toEqual(before.values.filter((row) => row[1] !== 'Search'));
  expect(termsOf(after.values).problems).toEqual([]);
});

test('a unit step that two scenarios have', async () => {
  expect(await deleteItem('Reserved', '2027-07-01')).toMatchObject({
    question:
      'Delete Reserved | 2027-07-01, 1 row, in all scenarios? It has values in Delay 6 months and Denied.',
  });
});

test('an item that is gone, a section without items', async () => {
  expect(await deleteItem('Tranche', 'K9')).toEqual({
    done: false,
    sentence: 'The Terms table has no rows of Tranche | K9 any more.',
  });
  expect(await deleteItem('Model', '')).toMatchObject({ done: false });
});
