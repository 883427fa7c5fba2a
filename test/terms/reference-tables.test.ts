import { dayFromIso } from '../../src/base/calendar';
import { Decimal } from '../../src/base/decimal';
import { Contract } from '../../src/contract/contract';
import { findScenario } from '../../src/terms/table/find-scenario';
import { parseTerms } from '../../src/terms/table/parse';
import { template } from '../../src/terms/templates/template';
import columns from '../oracle/columns.json';
import { REFERENCE_CASES, REFERENCE_SCENARIOS, referenceColumns } from './oracle';

const { table } = parseTerms(template('transition'));

/** The tables print 12 decimals and were computed to 60 digits: a figure may differ by half of its last digit. */
const PRINTED = new Decimal('5.1e-13');
const MONEY = new Decimal('1e-6');
const RELATIVE = new Decimal('1e-12');

/** Factors and shares to their 12 printed decimals; money and tokens within 1e-6 or 1e-12 of the figure, whichever is more. */
const tolerance = (unit: string, expected: Decimal): Decimal =>
  unit === 'factor' || unit === 'share' ? PRINTED : Decimal.max(MONEY, expected.abs().times(RELATIVE));

describe.each(REFERENCE_CASES)('%s', (name) => {
  const reference = referenceColumns(name);
  if (!table) throw new Error('The template cannot be read.');
  const evaluation = Contract.of(table).evaluation(Number(findScenario(table, REFERENCE_SCENARIOS[name])));
  const line = (id: string) => {
    const found = evaluation.model.line(id);
    if (!found) throw new Error(`The model has no line ${id}.`);
    return found;
  };

  test('has a line for every column', () => {
    expect(Object.keys(columns).sort()).toEqual([...reference.keys()].sort());
    expect(evaluation.timeline.periods).toBe(60);
  });

  test.each(Object.entries(columns))('%s', (column, id) => {
    const expected = reference.get(column) ?? [];
    const { unit } = line(id);
    const values = evaluation.series(line(id));
    expect(values).toHaveLength(expected.length);
    const off = expected.flatMap((text, period) => {
      const wanted = new Decimal(unit === 'date' ? (dayFromIso(text) ?? NaN) : text);
      const value = values[period] ?? new Decimal(NaN);
      const difference = value.minus(wanted).abs();
      return difference.lte(tolerance(unit, wanted))
        ? []
        : [`month ${period}: ${value.toString()}, not ${text}`];
    });
    expect(off).toEqual([]);
  });
});
