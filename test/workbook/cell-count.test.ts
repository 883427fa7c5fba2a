import { cellCount } from '../../src/workbook/formulas/argument-values';

test.each([
  ['A1', 1],
  ['B4:C9', 12],
  ['C9:B4', 12],
  ['A:A', 1_048_576],
  ['A:C', 3 * 1_048_576],
  ['3:5', 3 * 16_384],
  ['XFD1048576', 1],
  ['A1:XFD1048576', 16_384 * 1_048_576],
])('%s has %i cells', (address, count) => {
  expect(cellCount(address)).toBe(count);
});
