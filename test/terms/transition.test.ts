import { isoText } from '../../src/base/calendar';
import { Decimal } from '../../src/base/decimal';
import { MONTHS } from '../../src/terms/catalogue/definition';
import { findScenario } from '../../src/terms/table/find-scenario';
import type { SectionName } from '../../src/terms/catalogue/catalogue';
import { parseTerms } from '../../src/terms/table/parse';
import type { TermsTable } from '../../src/terms/table/table';
import { template } from '../../src/terms/templates/template';
import { REFERENCE_CASES, REFERENCE_SCENARIOS, type ReferenceInputs, referenceInputs } from './oracle';

const { table, problems } = parseTerms(template('transition'));

test('the template has nothing to correct', () => {
  expect(problems).toEqual([]);
});

/** A value as the reference inputs write it. */
function printed(
  terms: TermsTable,
  scenario: number,
  section: string,
  item: string,
  term: string,
): string | null {
  const value = terms.value(section, item, term, scenario);
  const { rule } = terms.definition(section, term).definition;
  if (value instanceof Decimal && rule.type === 'date') return isoText(value.toNumber());
  return value === null ? null : value.toString();
}

const number = (text: string | number | null): string | null =>
  text === null ? null : new Decimal(text).toString();

type Expected = [section: string, item: string, term: string, value: string | null];

function expectedTerms(inputs: ReferenceInputs): Expected[] {
  return [
    ['Model', '', 'Start', inputs.model_start],
    ['Model', '', 'Horizon', String(inputs.horizon)],
    ['Model', '', 'As of', inputs.as_of],
    ['Model', '', 'Currency', inputs.currency],
    ['Model', '', 'Discount rate', number(inputs.discount_rate)],
    ['Model', '', 'Discount timing', capital(inputs.discount_timing)],
    ...inputs.products.flatMap(productTerms),
    ...classTerms('Token price', 'Price', inputs.prices),
    ...classTerms('Burn-down', 'Weight', inputs.burndown),
    ['Token price', '', 'Batch multiplier', number(inputs.batch_multiplier)],
    ['Token price', '', 'Price decline', number(inputs.price_decline)],
    ['Token price', '', 'Price base', inputs.price_base],
    ['Token price', '', 'Price step', String(inputs.price_step_months)],
    ['Token price', '', 'Price floor', number(inputs.price_floor)],
    ...tariffTerms('Reserved', inputs.reserved),
    ['Reserved', '', 'End', inputs.reserved.end],
    ['Reserved', '', 'Upfront share', number(inputs.reserved.upfront_share)],
    ['Reserved', '', 'Upfront discount', number(inputs.reserved.upfront_discount)],
    ['Reserved', '', 'Early end', inputs.reserved.early_end],
    ['Reserved', '', 'Termination fee share', number(inputs.reserved.etf_share)],
    ...tariffTerms('Counterfactual', inputs.counterfactual),
    ['Transition', '', 'Cutover', inputs.cutover],
    ['Transition', '', 'Phase-in', String(inputs.phase_in_days)],
    ['Behaviour', '', 'Regime start', inputs.regime.start],
    ['Behaviour', '', 'Efficiency cut', number(inputs.regime.eps)],
    ['Behaviour', '', 'Half-life', number(inputs.regime.half_life)],
    ['Behaviour', '', 'Price elasticity', number(inputs.elasticity)],
    ...inputs.spend_tiers.flatMap(([bound, multiplier], place): Expected[] => [
      ['Discount tier', String(place + 1), 'Up to', number(bound)],
      ['Discount tier', String(place + 1), 'Multiplier', number(multiplier)],
    ]),
    ...inputs.min_commit.map((amount, place): Expected => [
      'Commitment',
      String(place + 1),
      'Amount',
      number(amount),
    ]),
    ['Vendor', 'B', 'Start', inputs.vendor_b.start],
    ['Vendor', 'B', 'Full', inputs.vendor_b.full],
    ['Vendor', 'B', 'Share', number(inputs.vendor_b.share)],
    ['Vendor', 'B', 'Price factor', number(inputs.vendor_b.price_factor)],
    ...inputs.tranches.flatMap(({ id, date, amount, kind, prob }): Expected[] => [
      ['Tranche', id, 'Date', date],
      ['Tranche', id, 'Amount', number(amount)],
      ['Tranche', id, 'Kind', kind === 'committed' ? 'Firm' : 'Contingent'],
      ...(kind === 'committed' ? [] : [['Tranche', id, 'Probability', number(prob)] as Expected]),
    ]),
    ['Tranche', '', 'Mode', capital(inputs.tranche_mode)],
    ['Tranche', '', 'Recirculated share', number(inputs.recirculation.share)],
    ['Tranche', '', 'Recirculation months', String(inputs.recirculation.months)],
  ];
}

function productTerms(product: ReferenceInputs['products'][number]): Expected[] {
  const { name } = product;
  const [kind, parameters] = product.growth;
  const growth: Record<string, Expected[]> = {
    cagr: [
      ['Usage', name, 'Growth', 'CAGR'],
      ['Usage', name, 'Growth rate', number(parameters['annual'] ?? null)],
    ],
    monthly: [
      ['Usage', name, 'Growth', 'Monthly'],
      ['Usage', name, 'Growth rate', number(parameters['monthly'] ?? null)],
    ],
    logistic: [
      ['Usage', name, 'Growth', 'Logistic'],
      ['Usage', name, 'Saturation multiple', number(parameters['cap'] ?? null)],
      ['Usage', name, 'Logistic rate', number(parameters['k'] ?? null)],
    ],
  };
  return [
    ['Usage', name, 'Input tokens per month', number(product.d0)],
    ['Usage', name, 'Cache read share', number(product.cache_read)],
    ['Usage', name, 'Cache write share', number(product.cache_write)],
    ['Usage', name, 'Output ratio', number(product.out_ratio)],
    ['Usage', name, 'Batch share', number(product.batch)],
    ...(growth[kind] ?? []),
    ...MONTHS.map((month, place): Expected => [
      'Seasonality',
      name,
      month,
      number(product.season?.[place] ?? '1'),
    ]),
  ];
}

const classTerms = (section: string, term: string, values: Record<string, string>): Expected[] =>
  Object.entries(values).map(([name, value]) => [
    section,
    capital(name).replace('_', ' '),
    term,
    number(value),
  ]);

const tariffTerms = (section: string, tariff: ReferenceInputs['counterfactual']): Expected[] => [
  [section, '', 'Start', tariff.start],
  [section, '', 'Rate', number(tariff.rate_per_unit_hour)],
  [section, '', 'Rate basis', 'Hour'],
  [section, '', 'Escalator', number(tariff.escalator)],
  [section, '', 'Tokens per unit-hour', number(tariff.tokens_per_unit_hour)],
  [section, '', 'Maximum utilisation', number(tariff.max_util)],
  ...tariff.units.map(([day, units]): Expected => [section, day, 'Units', String(units)]),
];

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

describe.each(REFERENCE_CASES)('%s', (name) => {
  const scenario = table ? findScenario(table, REFERENCE_SCENARIOS[name]) : undefined;
  const inputs = referenceInputs(name);

  test('every input of the reference scenario is in force in its column', () => {
    if (!table || typeof scenario !== 'number') throw new Error(`no scenario ${name}`);
    const expected = expectedTerms(inputs);
    const actual = expected.map(([section, item, term]) => [
      section,
      item,
      term,
      printed(table, scenario, section, item, term),
    ]);
    expect(actual).toEqual(expected);
  });

  test('has no further unit steps, tiers, commitments or products', () => {
    if (!table || typeof scenario !== 'number') throw new Error(`no scenario ${name}`);
    const inForce = (section: SectionName, term: string) =>
      table.items(section).filter((item) => table.given(section, item, term, scenario) !== null);
    expect(inForce('Reserved', 'Units')).toEqual(inputs.reserved.units.map(([day]) => day));
    expect(inForce('Counterfactual', 'Units')).toEqual(inputs.counterfactual.units.map(([day]) => day));
    expect(inForce('Discount tier', 'Multiplier')).toHaveLength(inputs.spend_tiers.length);
    expect(inForce('Commitment', 'Amount')).toHaveLength(inputs.min_commit.length);
    expect(inForce('Usage', 'Growth')).toEqual(inputs.products.map((product) => product.name));
    expect(inForce('Vendor', 'Share')).toEqual(['B']);
    expect(inForce('Hold', 'From')).toEqual([]);
  });
});

describe('the facts', () => {
  const status = (section: string, item: string, term: string) => {
    if (!table) throw new Error('no table');
    return table.provenance(table.reference(section, item, term));
  };

  test('what the press gave is Reported, with a source; the rest is Illustrative', () => {
    expect(status('Transition', '', 'Cutover')).toMatchObject({ status: 'Reported' });
    for (const name of ['F1', 'F2', 'F3', 'C1', 'C2', 'K1', 'K2', 'K3', 'K4']) {
      expect(status('Tranche', name, 'Kind')).toMatchObject({ status: 'Reported' });
      expect(status('Tranche', name, 'Kind')?.source).not.toBe('');
    }
    expect(status('Usage', 'Kiro', 'Input tokens per month')).toMatchObject({ status: 'Illustrative' });
    const statuses = new Set(table?.rows.map((row) => row.provenance.status));
    expect([...statuses].sort()).toEqual(['Illustrative', 'Reported']);
  });

  test('amounts already funded are Reported; their days, of which the press gave year or month, are not', () => {
    for (const name of ['F1', 'F2', 'F3']) {
      expect(status('Tranche', name, 'Amount')).toMatchObject({ status: 'Reported' });
      expect(status('Tranche', name, 'Date')).toMatchObject({ status: 'Illustrative' });
      expect(status('Tranche', name, 'Date')?.note).toContain('Illustrative');
    }
  });

  test('$8B funded, $5B firm and up to $20B contingent', () => {
    const sum = (kind: string) =>
      table
        ?.items('Tranche')
        .filter((item) => table.value('Tranche', item, 'Kind', 0) === kind)
        .reduce((total, item) => total.plus(table.value('Tranche', item, 'Amount', 0) ?? 0), new Decimal(0))
        .toString();
    expect([sum('Funded'), sum('Firm'), sum('Contingent')]).toEqual([
      '8000000000',
      '5000000000',
      '20000000000',
    ]);
  });

  test('the drivers have the low and the high case of the reference sensitivity', () => {
    const cases = table?.rows
      .filter(({ provenance }) => provenance.low !== undefined)
      .map(({ item, term, provenance }) => [
        `${item} ${term}`.trim(),
        String(provenance.low),
        String(provenance.high),
      ]);
    expect(cases).toEqual([
      ['Kiro Growth rate', '0.3', '0.9'],
      ['Kiro Cache read share', '0.55', '0.8'],
      ['Quick Saturation multiple', '2.5', '6'],
      ['Efficiency cut', '0.05', '0.4'],
      ['Price elasticity', '0', '-0.6'],
      ['Phase-in', '0', '180'],
      ['Batch multiplier', '0.4', '0.6'],
      ['Price decline', '0.05', '0.3'],
      ['B Share', '0', '0.4'],
    ]);
  });

  test('a scenario changes what it says that it changes, and nothing else', () => {
    const changed = (name: string) => {
      if (!table) throw new Error('no table');
      return table.overridden(Number(findScenario(table, name))).map(({ label }) => label);
    };
    expect(changed('Base')).toEqual([]);
    expect(changed('Second anchor vendor')).toEqual(['Vendor | B | Share']);
    expect(changed('usage CULTURE stays')).toEqual(['Behaviour | Efficiency cut']);
    expect(changed('Early exit')).toEqual(['Reserved | Early end']);
    expect(changed('Delay 6 months')).toEqual([
      'Transition | Cutover',
      'Reserved | End',
      'Reserved | 2027-07-01 | Units',
    ]);
  });
});
