import { template } from '../../../src/terms/templates/template';
import { changeScenario } from '../../../src/workbook/terms/change-scenario';
import { type Host, openHost } from '../host';
import { scenarioCell, tableCells, undo, writeTerms } from './terms-workbook';

let host: Host;
beforeEach(async () => {
  host = await openHost();
  await writeTerms(host, { block: template('transition') });
});
afterEach(() => host.close());

const CUT = {
  section: 'Behaviour',
  item: '',
  term: 'Efficiency cut',
  column: 'Frugal',
  value: 0.3,
  seen: null,
};

test('a scenario made, written and put in force is one step of undo', async () => {
  const before = await tableCells(host);
  const report = await changeScenario({
    scenario: 'Frugal',
    copyOf: 'Base',
    edits: [CUT],
    putInForce: true,
  });
  expect(report).toEqual({
    kind: 'done',
    sentence:
      'Added the scenario Frugal, a copy of Base. Behaviour | Efficiency cut in Frugal is now 30%. Frugal is in force.',
    written: 1,
  });
  expect((await tableCells(host)).values[0]).toContain('Frugal');
  await undo(host);
  expect((await tableCells(host)).values).toEqual(before.values);
});

test('where the cells cannot be written, a scenario that was made for them goes again', async () => {
  const before = await tableCells(host);
  const report = await changeScenario({
    scenario: 'Frugal',
    copyOf: 'Base',
    edits: [{ ...CUT, seen: 0.1 }],
    putInForce: true,
  });
  expect(report).toMatchObject({ kind: 'changed', conflicts: [{ found: null }] });
  expect((await tableCells(host)).values).toEqual(before.values);
  expect(await scenarioCell(host)).toBe('Base');
});
