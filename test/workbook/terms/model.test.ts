import { headlineOf } from '../../../src/analysis/headline';
import { Refusal } from '../../../src/base/refusal';
import { LEVERS } from '../../../src/analysis/levers/levers';
import { dayFromIso } from '../../../src/base/calendar';
import { Contract } from '../../../src/contract/contract';
import { termsOf } from '../../../src/terms/table/memo';
import { newModel } from '../../../src/workbook/model-sheets/write/new-model';
import { type TermsFound, readTerms } from '../../../src/workbook/terms/read-terms';
import { addScenario, deleteScenario, renameScenario } from '../../../src/workbook/terms/scenario-columns';
import { setScenarioInForce } from '../../../src/workbook/terms/scenario-in-force';
import { editValueOf, writeEdits } from '../../../src/workbook/terms/write-edits';
import { reference } from '../../analysis/transition';
import { type Host, openHost } from '../host';
import { lookUp, scenarioCell, tableCells } from './terms-workbook';

/** The pane's steps on the sheets of a whole model. */

let host: Host;

beforeAll(async () => {
  host = await openHost();
  expect(await newModel('transition')).toMatchObject({ kind: 'done' });
  await host.idle();
});
afterAll(() => host.close());

const SCENARIO = 'Half a year later';

async function read() {
  const reading = await readTerms();
  if (reading instanceof Refusal) throw new Error(reading.sentence);
  const { table, problems } = termsOf(reading.values);
  if (!table) throw new Error(problems[0]?.sentence);
  return { reading, table };
}

/** What the person sees in the cell of an edit. */
function seenIn({ values, places }: TermsFound, section: string, item: string, term: string) {
  if (places instanceof Refusal) throw new Error(places.sentence);
  const row = places.row(section, item, term);
  return row === undefined ? null : editValueOf(values[row]?.[places.column(SCENARIO) ?? -1]);
}

/** A figure of the cover by its label. */
async function onCover(label: string): Promise<unknown> {
  const { values } = await host.read('Cover', 'A1:F40');
  return values.find((row) => row.includes(label))?.[4];
}

test('a new scenario, a lever and the headline on the cover: the reference figures of the delay', async () => {
  expect(await addScenario(SCENARIO)).toMatchObject({ kind: 'done' });
  expect(await setScenarioInForce(SCENARIO)).toMatchObject({ kind: 'done' });
  const { reading, table } = await read();
  const edits = LEVERS[0]?.edits(table, SCENARIO, { months: 6 }) ?? [];
  if (edits instanceof Refusal) throw new Error(edits.sentence);
  const seen = edits.map((edit) => ({ ...edit, seen: seenIn(reading, edit.section, edit.item, edit.term) }));
  expect(await writeEdits(seen)).toEqual({
    kind: 'done',
    sentence: `Wrote Transition | Cutover, Reserved | End, Reserved | 2027-07-01 | Units in ${SCENARIO}.`,
    written: 3,
  });

  const look = await lookUp(host);
  expect(look('Transition', '', 'Cutover', 'Live')).toBe(dayFromIso('2027-07-01'));
  expect(look('Model', '', 'Horizon', 'Live')).toBe(60);
  const { table: after, reading: now } = await read();
  expect(now.inForce.name).toBe(SCENARIO);
  const headline = headlineOf(Contract.of(after), now.inForce.place ?? 0);
  expect(headline.totalBilled.toFixed(6)).toBe(reference('Delay 6 months', 'total_billed'));
  // The cells hold doubles.
  expect(await onCover('Total billed')).toBeCloseTo(Number(reference('Delay 6 months', 'total_billed')), 5);
});

test('another name and no more scenario: the sheets follow, and go back to Base', async () => {
  await renameScenario(SCENARIO, 'Later');
  await host.idle();
  expect(await onCover('Scenario in force')).toBe('Later');
  expect(await deleteScenario('Later')).toMatchObject({ kind: 'done' });
  await host.idle();
  expect(await scenarioCell(host)).toBe('Base');
  expect(await onCover('Total billed')).toBeCloseTo(Number(reference('Base', 'total_billed')), 5);
  const { values } = await tableCells(host);
  expect(values.flat().filter((cell) => typeof cell === 'string' && cell.startsWith('#'))).toEqual([]);
});
