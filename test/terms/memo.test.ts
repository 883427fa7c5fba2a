import { contentHash, termsOf } from '../../src/terms/table/memo';
import { template } from '../../src/terms/templates/template';
import { type Block, blockOf } from './tables';

const copy = (block: readonly (readonly unknown[])[]): Block => block.map((row) => [...row]);

test('the same content is parsed once, in whatever arrays it arrives', () => {
  const block = template('transition');
  const first = termsOf(copy(block));
  for (let call = 0; call < 20; call += 1) expect(termsOf(copy(block))).toBe(first);
});

test('a change of one cell is another table, and the first is still known', () => {
  const block = template('transition');
  const first = termsOf(copy(block));
  const changed = copy(block);
  const row = changed[20];
  if (row) row[5] = 12345;
  expect(termsOf(changed)).not.toBe(first);
  expect(termsOf(copy(block))).toBe(first);
});

test('the caller may change its own array afterwards', () => {
  const block = copy(blockOf());
  const first = termsOf(block);
  const row = block[3];
  if (row) row[4] = 'no number';
  const second = termsOf(block);
  expect(second).not.toBe(first);
  expect(second.problems).toHaveLength(1);
  expect(termsOf(blockOf())).toBe(first);
});

test('errors that arrive as new objects with every call are the same content', () => {
  const withError = (code: string): Block => {
    const block = blockOf();
    const row = block[3];
    if (row) row[4] = { code };
    return block;
  };
  const first = termsOf(withError('#REF!'));
  expect(termsOf(withError('#REF!'))).toBe(first);
  expect(termsOf(withError('#N/A'))).not.toBe(first);
  const notANumber = (): Block => [...blockOf(), ['Reserved', '', 'Escalator', '', NaN]];
  expect(termsOf(notANumber())).toBe(termsOf(notANumber()));
});

test('eight tables are kept beside one another; a ninth pushes out the one not used for longest', () => {
  const table = (place: number): Block => blockOf(['Model', '', 'Horizon', 100 + place]);
  const parsed = Array.from({ length: 8 }, (_none, place) => termsOf(table(place)));
  expect(termsOf(table(0))).toBe(parsed[0]);
  termsOf(table(8));
  expect(termsOf(table(0))).toBe(parsed[0]);
  expect(termsOf(table(7))).toBe(parsed[7]);
  expect(termsOf(table(1))).not.toBe(parsed[1]);
});

test('the hash tells cells apart by content, kind and place', () => {
  const blocks: Block[] = [
    [['1']],
    [[1]],
    [[-1]],
    [[1, '']],
    [['', 1]],
    [[1], ['']],
    [[null]],
    [['']],
    [[true]],
    [['true']],
    [['ab', 'c']],
    [['a', 'bc']],
  ];
  expect(new Set(blocks.map(contentHash)).size).toBe(blocks.length);
});
