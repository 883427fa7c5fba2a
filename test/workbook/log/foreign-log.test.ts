import { template } from '../../../src/terms/templates/template';
import { pinScenario } from '../../../src/workbook/log/pin-scenario';
import { readPins } from '../../../src/workbook/log/pins';
import { openHost, type Host } from '../host';
import { writeTerms } from '../terms/terms-workbook';

const OWN_WORDS = [
  ['Day', 'What happened'],
  ['Monday', 'Called the vendor'],
];

let host: Host;
beforeAll(async () => {
  host = await openHost();
  await writeTerms(host, { block: template('transition') });
  await host.write('Log', 'A1:B2', OWN_WORDS);
});
afterAll(() => host.close());

test('a person’s sheet Log from before the first pin stays as it is; the pins go to Log 2', async () => {
  expect(await pinScenario('Base')).toEqual({ kind: 'done', sentence: 'Pinned Base in the log, row 2.' });
  expect(await pinScenario('Denied')).toEqual({ kind: 'done', sentence: 'Pinned Denied in the log, row 3.' });

  expect(await host.sheetNames()).toEqual(['Sheet1', 'Terms', 'Log', 'Log 2']);
  const used = await host.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Log').getUsedRange().load('address,values');
    await context.sync();
    return { address: range.address, values: range.values as unknown[][] };
  });
  expect(used).toEqual({ address: 'Log!A1:B2', values: OWN_WORDS });
  const pins = await host.run(readPins);
  expect(pins.map(({ sheet, address, scenario }) => [sheet, address, scenario])).toEqual([
    ['Log 2', 'A2', 'Base'],
    ['Log 2', 'A3', 'Denied'],
  ]);
});
