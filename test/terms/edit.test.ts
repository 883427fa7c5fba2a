import { Refusal } from '../../src/base/refusal';
import { newRow, withEdits } from '../../src/terms/entry/edit';
import { parseTerms } from '../../src/terms/table/parse';
import { placesOf } from '../../src/terms/table/places';
import { scenarioNameRefusal } from '../../src/terms/table/scenario-name';
import { template } from '../../src/terms/templates/template';
import { type Block, HEADER, blockOf, day } from './tables';

const edit = (
  section: string,
  item: string,
  term: string,
  column: string,
  value: string | number | null,
) => ({
  section,
  item,
  term,
  column,
  value,
});

/** Cells that differ, as "row, column: value". */
const changes = (before: Block, after: Block): string[] =>
  after.flatMap((row, at) =>
    row.flatMap((cell, column) =>
      cell === before[at]?.[column] ? [] : [`${at}, ${column}: ${String(cell)}`],
    ),
  );

describe('a preview of edits', () => {
  const block = blockOf();

  test('changes the cells that are named and leaves the range as it was', () => {
    const before = structuredClone(block);
    const after = withEdits(block, [
      edit('Model', '', 'Horizon', 'Late', 24),
      edit('Reserved', '2027-01-01', 'Units', 'Base', 3),
      edit('Model', '', 'Horizon', 'Note', 'Two years'),
    ]);
    expect(block).toEqual(before);
    expect(changes(block, after)).toEqual([
      `2, ${HEADER.indexOf('Late')}: 24`,
      `2, ${HEADER.indexOf('Note')}: Two years`,
      `12, ${HEADER.indexOf('Base')}: 3`,
    ]);
  });

  test('finds rows and columns in any case and spelling that the table takes', () => {
    const odd: Block = [
      ['Our terms'],
      ...block.map((row) => row.map((cell) => (cell === 'Chat' ? 'CHAT ' : cell))),
    ];
    odd[13] = (odd[13] ?? []).map((cell) => (cell === '2027-01-01' ? day('2027-01-01') : cell));
    const after = withEdits(odd, [
      edit('Usage', 'chat', 'Growth rate', 'late', 0.1),
      edit('Reserved', '2027-01-01', 'Units', 'LATE', 4),
    ]);
    expect(changes(odd, after)).toEqual([`6, 5: 0.1`, `13, 5: 4`]);
  });

  test('null clears a cell, so that Base is inherited again', () => {
    const after = withEdits(block, [edit('Transition', '', 'Cutover', 'Late', null)]);
    expect(after[7]?.[HEADER.indexOf('Late')]).toBe('');
  });

  test('a term without a row gets one, below its item, else its section, else the table', () => {
    const after = withEdits(block, [
      edit('Usage', 'Chat', 'Batch share', 'Base', 0.1),
      edit('Usage', 'Search', 'Input tokens per month', 'Late', 1e9),
      edit('Seat tool', 'Codex', 'Seats', 'Base', 10),
    ]);
    const names = after.map(([section, item, term]) => `${String(section)} ${String(item)} ${String(term)}`);
    expect(names.slice(6, 9)).toEqual([
      'Usage Chat Cache read share',
      'Usage Chat Batch share',
      'Usage Search Input tokens per month',
    ]);
    expect(names.at(-1)).toBe('Seat tool Codex Seats');
    const row = after[8] ?? [];
    expect(HEADER.map((name, column) => `${name}: ${String(row[column])}`)).toEqual([
      'Section: Usage',
      'Item: Search',
      'Term: Input tokens per month',
      'Unit: tokens',
      'Base: ',
      'Late: 1000000000',
      'Low: ',
      'High: ',
      'Status: Illustrative',
      'As of: ',
      'Note: Added with Meterbook; name the source of the figure.',
    ]);
    expect(after.every((cells) => cells.length === HEADER.length)).toBe(true);
  });

  test('a scenario without a column gets one, left of Low', () => {
    const after = withEdits(block, [edit('Transition', '', 'Cutover', 'Never', 'None')]);
    expect(after[0]?.slice(4, 8)).toEqual(['Base', 'Late', 'Never', 'Low']);
    const { table, problems } = parseTerms(after);
    expect(problems).toEqual([]);
    expect(table?.given('Transition', '', 'Cutover', 2)).toBeNull();
  });

  test('a range that is no table is an error with a sentence', () => {
    expect(() => withEdits([[1, 2]], [edit('Model', '', 'Horizon', 'Base', 1)])).toThrow(/has no header/);
  });
});

describe('a new row', () => {
  const block = template('transition');
  const places = placesOf(block);
  if (places instanceof Refusal) throw new Error(places.sentence);
  const unitColumn = places.column('Unit') ?? 0;
  const unit = (section: string, item: string, term: string) =>
    newRow(block, places, { section, item, term })[unitColumn];

  test('has the unit that the same term has elsewhere, the currency of the table, or none where it is open', () => {
    expect(unit('Discount tier', '4', 'Up to')).toBe('USD');
    expect(unit('Tranche', 'K9', 'Amount')).toBe('USD');
    expect(unit('Token price', 'Cache write 1h', 'Price')).toBe('USD per million tokens');
    expect(unit('Prepaid lot', 'L1', 'Paid')).toBe('USD');
    expect(unit('Growth index', 'Kiro', 'Month 12')).toBe('factor');
    // One product grows by the year and another by the month.
    expect(unit('Usage', 'New', 'Growth rate')).toBe('');
    const small = blockOf();
    const found = placesOf(small);
    if (found instanceof Refusal) throw new Error(found.sentence);
    expect(newRow(small, found, { section: 'Discount tier', item: '1', term: 'Up to' })[3]).toBe('');
  });
});

describe('places', () => {
  test('of a header that cannot be read are a sentence', () => {
    const places = placesOf([['Section', 'Item', 'Term']]);
    expect(places).toBeInstanceOf(Refusal);
    expect(places).toMatchObject({
      sentence: expect.stringContaining('the header Base is missing') as string,
    });
  });

  test('leave rows out that name nothing, and take the first of two', () => {
    const block = blockOf();
    block.splice(3, 0, ['A remark'], [...(block[2] ?? [])], ['Usage', '', 'Growth']);
    const places = placesOf(block);
    if (places instanceof Refusal) throw new Error(places.sentence);
    expect(places.row('Model', '', 'Horizon')).toBe(2);
    expect(places.row('Usage', 'Chat', 'Growth')).toBe(7);
    expect(places.row('Usage', 'Chat', 'Held share')).toBeUndefined();
    expect(places.column('nothing')).toBeUndefined();
  });
});

test.each([
  ['Price war', undefined],
  [' price  WAR ', undefined],
  ['2028', undefined],
  ['', 'A scenario needs a name. Enter one, such as Delay 6 months.'],
  ['   ', 'A scenario needs a name. Enter one, such as Delay 6 months.'],
  ['0', '"0" cannot be told from an error or a blank cell. Choose another name.'],
  ['late', 'There is a scenario "Late" already. Every scenario needs a name of its own: choose another.'],
  ['LIVE', expect.stringContaining('"Live" means something else')],
  ['correlation', expect.stringContaining('"Correlation" means something else')],
] as const)('the scenario name "%s"', (name, refusal) => {
  expect(scenarioNameRefusal(name, ['Late'])?.sentence).toEqual(refusal);
});
