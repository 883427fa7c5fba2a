import { catalogue } from '../../src/functions/catalogue/catalogue';
import { describeArguments } from '../../src/functions/framework/arguments/describe';

function described(id: string, ...args: unknown[]) {
  const descriptor = catalogue.find((entry) => entry.id === id);
  if (!descriptor) throw new Error(`there is no function ${id}`);
  return describeArguments(descriptor, args).map(({ name, shown, state }) => `${name}: ${shown} (${state})`);
}

describe('the arguments of a call in words', () => {
  test('dates as dates, ranges by size, options by name', () => {
    expect(
      described(
        'RESERVED_COST',
        [
          [46204, 1000],
          [46310, 1110],
        ],
        33,
        46204,
        '2026-08-01',
        [
          ['Term start', 46204],
          ['Discount', 0.05],
          [null, null],
        ],
      ),
    ).toEqual([
      'units: range of 2 rows × 2 columns (given)',
      'rate: 33 (given)',
      'start: 2026-07-01 (given)',
      'end: 2026-08-01 (given)',
      'options: Term start = 2026-07-01; Discount = 0.05 (given)',
    ]);
  });

  test('what is left out shows its default; what is needed, that it is missing', () => {
    expect(described('TIERED_COST', null, [[20, 5]], '')).toEqual([
      'quantity: blank (missing)',
      'tiers: range of 1 row × 2 columns (given)',
      'mode: Graduated (default)',
    ]);
    expect(described('CUTOVER_SHARE', 46388, 46419, 'None')).toContain('phase_in_days: 0 (default)');
  });

  test('wrong values are shown as they stand', () => {
    expect(described('TOKEN_COST', '33', true, '#REF!', [[5]])).toEqual([
      'input_tokens: 33 (given)',
      'output_tokens: TRUE (given)',
      'input_price: #REF! (given)',
      'output_price: 5 (given)',
      'options: none (default)',
    ]);
  });
});
