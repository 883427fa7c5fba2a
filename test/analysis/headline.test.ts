import { isoText } from '../../src/base/calendar';
import { Decimal } from '../../src/base/decimal';
import { headlineOf } from '../../src/analysis/headline';
import { tableOf, blockOf } from '../terms/tables';
import { Contract } from '../../src/contract/contract';
import { REFERENCE, contractOf, placeOf, reference, transitionBlock } from './transition';

const contract = contractOf(transitionBlock);

describe.each([...REFERENCE.keys()])('%s', (scenario) => {
  const headline = headlineOf(contract, placeOf(contract.table, scenario));

  test.each([
    ['totalBilled', 'total_billed'],
    ['npv', 'npv_billed'],
    ['npvDelta', 'npv_delta'],
    ['delta', 'delta'],
    ['stayingReserved', 'cf_cost'],
    ['effectivePrice', 'eff_per_m'],
    ['capitalExpected', 'capital_expected'],
    ['capitalMaximum', 'capital_max'],
  ] as const)('%s is the reference figure, to its last printed decimal', (figure, column) => {
    expect(headline[figure].toFixed(6)).toBe(reference(scenario, column));
  });

  test('the days on which it becomes dearer and cheaper', () => {
    const printed = reference(scenario, 'crossings_effective');
    const expected = [...printed.matchAll(/(\d{4}-\d{2}-\d{2}) (?:\| )?token path (dearer|cheaper)/g)].map(
      ([, date, direction]) => ({ date, direction }),
    );
    expect(
      headline.crossings.effective.map(({ date, direction }) => ({ date: isoText(date), direction })),
    ).toEqual(expected);
  });

  test('the months add up to the totals', () => {
    const { monthly } = headline;
    const sum = (values: readonly Decimal[]) => Decimal.sum(...values).toFixed(20);
    expect(monthly.starts).toHaveLength(60);
    expect(isoText(monthly.starts[0] ?? 0)).toBe('2026-07-01');
    expect(sum(monthly.path)).toBe(headline.totalBilled.toFixed(20));
    expect(sum(monthly.reserved)).toBe(headline.stayingReserved.toFixed(20));
    expect(sum(monthly.effective)).toBe(new Decimal(sum(monthly.path)).toFixed(20));
  });

  test('names itself and rests on terms that nobody published', () => {
    expect(headline).toMatchObject({ scenario, currency: 'USD' });
    expect(headline.illustrativeShare.toString()).toBe('1');
  });
});

test('a contract without tokens has no price for them', () => {
  const idle = Contract.of(tableOf(blockOf(['Usage', 'Chat', 'Input tokens per month', 0])));
  expect(headlineOf(idle, 0).effectivePrice.isNaN()).toBe(true);
});
