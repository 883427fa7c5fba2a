import { EXAMPLE_TERMS } from '../../../src/functions/framework/example-terms';
import { template, TEMPLATE_NAMES } from '../../../src/terms/templates/template';
import { laterBlock, transition, withTerm } from './reference';

const HEADER = ['Check', 'Kind', 'Value', 'Expected', 'Difference', 'Pass', 'Where'];
const ERROR_CHECKS = 17;

test('every identity of the Transition template holds in every scenario', async () => {
  const [header, ...rows] = await laterBlock('CHECK', transition);
  expect(header).toEqual(HEADER);
  const errors = rows.filter(([, kind]) => kind === 'Error');
  expect(errors.length).toBeGreaterThanOrEqual(ERROR_CHECKS);
  expect(errors.filter(([, , , , , pass]) => pass !== true)).toEqual([]);
  for (const [, , value, expected, difference, , where] of rows) {
    expect([typeof value, typeof expected, typeof difference]).toEqual(['number', 'number', 'number']);
    expect(where).toMatch(/\S/);
  }
});

test('the alerts of the template say where', async () => {
  const alerts = (await laterBlock('CHECK', transition)).filter(([, kind]) => kind === 'Alert');
  const byName = new Map(alerts.map((row) => [row[0], row]));
  const utilisation = byName.get('Utilisation of reserved capacity is at most 95 %');
  expect(utilisation?.slice(2)).toEqual([
    1,
    0.95,
    expect.closeTo(0.05, 12),
    false,
    expect.stringMatching(/^\S.*, \d{4}-\d{2}$/),
  ]);
  expect(byName.get('No part of the total billed rests on Illustrative terms')?.[5]).toBe(false);
  expect(byName.get('No part of the total billed rests on Illustrative terms')?.[6]).toMatch(
    /^\d+ of \d+ terms$/,
  );
});

test.each(['Half away', 'Half even'])('rounding %s keeps every identity', async (policy) => {
  const rows = (await laterBlock('CHECK', withTerm('Model', '', 'Invoice rounding', policy))).slice(1);
  expect(rows.filter(([, kind, , , , pass]) => kind === 'Error' && pass !== true)).toEqual([]);
  expect(rows.map(([name]) => name)).toContain('Invoice lines have no more digits than the policy allows');
});

test('a contract without products, and one that only meters, pass too', async () => {
  for (const terms of [EXAMPLE_TERMS, template('commitment-decision')]) {
    const rows = (await laterBlock('CHECK', terms)).slice(1);
    expect(rows.filter(([, kind, , , , pass]) => kind === 'Error' && pass !== true)).toEqual([]);
  }
});

test('weights of scenarios that do not add up to 1 are an error of their own', async () => {
  const rows = (await laterBlock('CHECK', withTerm('Scenario', '', 'Weight', 0.4))).slice(1);
  const weights = rows.find(([name]) => name === 'Weights of the scenarios add up to 1');
  expect(weights?.slice(1, 6)).toEqual(['Error', 0.4, 1, -0.6, false]);
});

test('a table with problems: a row for each, with its cell', async () => {
  const wrong = withTerm('Model', '', 'Horizon', 0).map((row) =>
    row[2] === 'Price decline' ? row.map((cell, place) => (place === 5 ? 'a lot' : cell)) : row,
  );
  const rowOf = (term: string): number => transition.findIndex((row) => row[2] === term) + 1;
  const [header, ...rows] = await laterBlock('CHECK', wrong);
  expect(header).toEqual(HEADER);
  expect(rows.map((row) => row.slice(1))).toEqual([
    ['Error', '', '', '', false, `Base, row ${rowOf('Horizon')}`],
    ['Error', '', '', '', false, `Base, row ${rowOf('Price decline')}`],
  ]);
  expect(rows[0]?.[0]).toMatch(/^Terms, row \d+, Base \(Model \| Horizon\) is 0: /);
});

test('the blank template lists what is to be filled in', async () => {
  expect(TEMPLATE_NAMES).toContain('blank');
  const rows = (await laterBlock('CHECK', template('blank'))).slice(1);
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every(([, kind, , , , pass]) => kind === 'Error' && pass === false)).toBe(true);
});

test('a thousand problems are listed up to five hundred, and counted', async () => {
  const [header = []] = transition;
  const unknown = Array.from({ length: 1000 }, (_none, place) =>
    header.map((name) => ({ Section: 'Model', Term: `Nothing ${place}`, Base: 1 })[name] ?? ''),
  );
  const rows = await laterBlock('CHECK', [...transition, ...unknown]);
  expect(rows).toHaveLength(1 + 500 + 1);
  expect(rows.at(-1)?.[0]).toBe('And 500 more problems.');
});
