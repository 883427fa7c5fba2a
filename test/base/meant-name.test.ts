import { didYouMean, meantNames } from '../../src/base/meant-name';

const TOKEN_OPTIONS = [
  'Cache read tokens',
  'Cache read price',
  'Cache write tokens',
  'Cache write price',
  'Cache write 1h tokens',
  'Cache write 1h price',
  'Batch share',
  'Batch multiplier',
  'Multiplier',
  'Discount',
];

test.each([
  ['Cache hit tokens', ['Cache read tokens']],
  ['cache hits price', ['Cache read price']],
  ['Cached input tokens', ['Cache read tokens']],
  ['Cached input price', ['Cache read price']],
  ['Cached tokens', ['Cache read tokens']],
  ['Cache creation tokens', ['Cache write tokens']],
  ['Cache creation price', ['Cache write price']],
  ['Cache read token', ['Cache read tokens']],
  ['Priority multiplier', ['Multiplier']],
  ['Batch discount', ['Batch multiplier']],
  ['Disount', ['Discount']],
  ['Input price', []],
  ['Output tokens', []],
])('%s leads to %j', (wanted, names) => {
  expect(meantNames(wanted, TOKEN_OPTIONS)).toEqual(names);
});

test('a name that may be of either class leads to both', () => {
  expect([...meantNames('Cache tokens', TOKEN_OPTIONS)].sort()).toEqual(
    expect.arrayContaining(['Cache read tokens', 'Cache write tokens']),
  );
});

test('what belongs elsewhere is told where', () => {
  expect(didYouMean('Reasoning tokens', TOKEN_OPTIONS)).toBe(
    ' Reasoning tokens are charged as output tokens: count them there.',
  );
});

test('a long text is no misspelt name', () => {
  expect(didYouMean('x'.repeat(32_767), TOKEN_OPTIONS)).toBe('');
});
