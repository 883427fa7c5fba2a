import { dayFromIso } from '../../../src/base/calendar';
import { Refusal } from '../../../src/base/refusal';
import { template } from '../../../src/terms/templates/template';
import { readTerms } from '../../../src/workbook/terms/read-terms';
import { writeEdits } from '../../../src/workbook/terms/write-edits';
import { type Host, openHost } from '../host';
import { lookUp, writeTerms } from './terms-workbook';

/** A second person, with an Excel of their own, at the same workbook. */

type Person = Awaited<ReturnType<Host['join']>>;

let ann: Host;
let bob: Person;
/** The cell that both want, within the table. */
let place: { row: number; column: number };

beforeAll(async () => {
  ann = await openHost();
  await writeTerms(ann, { block: template('commitment-decision') });
  bob = await ann.join();
  const reading = await readTerms();
  if (reading instanceof Refusal || reading.places instanceof Refusal) throw new Error('no table');
  const { places } = reading;
  place = { row: places.row('Model', '', 'Horizon') ?? 0, column: places.column('Reserve') ?? 0 };
});
afterAll(() => ann.close());

async function roundTrips(context: Excel.RequestContext, count: number): Promise<void> {
  if (count === 0) return;
  await context.sync();
  await roundTrips(context, count - 1);
}

/** Writes without looking, after so many round trips. */
const asBob = (waits: number, value: unknown): Promise<void> =>
  bob.Excel.run(async (context) => {
    await roundTrips(context, waits);
    const range = context.workbook.tables.getItem('TermsTable').getRange();
    range.getCell(place.row, place.column).values = [[value]];
    await context.sync();
  });

const now = async (): Promise<unknown> => (await lookUp(ann))('Model', '', 'Horizon', 'Reserve');

const byAnn = { section: 'Model', item: '', term: 'Horizon', column: 'Reserve', value: 36, seen: 24 };

// Wherever in the other's reading and writing it falls, what somebody wrote without looking stays.
test.each([0, 1, 2, 3, 4, 5, 6, 8, 10])(
  'a quicker hand after %i round trips loses nothing',
  async (waits) => {
    await asBob(0, 24);
    const [report] = await Promise.all([writeEdits([byAnn]), asBob(waits, 48)]);
    expect(await now()).toBe(48);
    if (report.kind !== 'done') {
      expect(report).toEqual({
        kind: 'changed',
        sentence:
          'Model | Horizon in Reserve was changed meanwhile: it was 24 and is now 48; yours is 36. Nothing was written. Keep theirs, or enter yours again.',
        conflicts: [{ edit: byAnn, found: 48 }],
      });
    }
  },
);

test('each sees what the other wrote, and different cells do not meet', async () => {
  await asBob(0, 24);
  const date = dayFromIso('2027-06-01') ?? NaN;
  const [report] = await Promise.all([
    writeEdits([
      {
        section: 'Transition',
        item: '',
        term: 'Cutover',
        column: 'Commit to spend',
        value: date,
        seen: null,
      },
    ]),
    asBob(1, 30),
  ]);
  expect(report.kind).toBe('done');
  expect(await now()).toBe(30);
  expect((await lookUp(ann))('Transition', '', 'Cutover', 'Commit to spend')).toBe(date);
});

test('a column that somebody deletes at the same moment is not mistaken for its neighbour', async () => {
  const [report] = await Promise.all([
    writeEdits([{ ...byAnn, seen: 30, value: 60 }]),
    bob.Excel.run(async (context) => {
      await roundTrips(context, 2);
      context.workbook.tables.getItem('TermsTable').columns.getItem('Reserve').delete();
      await context.sync();
    }),
  ]);
  const look = await lookUp(ann);
  expect(look('Model', '', 'Horizon', 'Commit to spend')).toBe('');
  expect(look('Model', '', 'Horizon', 'Base')).toBe(24);
  expect(['done', 'changed', 'refused']).toContain(report.kind);
});
