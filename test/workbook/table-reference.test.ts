import { readTableReference } from '../../src/workbook/excel/table-reference';

test.each([
  ['Usage[]', { table: 'Usage', part: 'Data' }],
  ['Usage[#All]', { table: 'Usage', part: 'All' }],
  ['Usage[#headers]', { table: 'Usage', part: 'Headers' }],
  ['Usage[Tokens]', { table: 'Usage', part: 'Data', column: 'Tokens' }],
  ['Usage[[Tokens in]]', { table: 'Usage', part: 'Data', column: 'Tokens in' }],
  ["Usage['#1 '[M']]", { table: 'Usage', part: 'Data', column: '#1 [M]' }],
  ['Usage[[#All],[Tokens]]', { table: 'Usage', part: 'All', column: 'Tokens' }],
  ['Usage[[#Totals], [Tokens]]', { table: 'Usage', part: 'Totals', column: 'Tokens' }],
  ['Usage[@Tokens]', undefined],
  ['[@Tokens]', undefined],
  ['Usage[[A]:[B]]', undefined],
  ['Usage[[#All],[#Data]]', undefined],
  ['Usage[#This Row]', undefined],
  ['Usage', undefined],
])('%s', (text, expected) => {
  expect(readTableReference(text)).toEqual(expected);
});
