import type { Announcement } from '../../src/commands/announcement';
import { openHost, type Host } from '../workbook/host';

let host: Host;
const announcements: Announcement[] = [];

beforeAll(async () => {
  host = await openHost();
  // The module associates its commands as it is read, so office.js must be there first.
  await import('../../src/commands/commands');
  const { onAnnouncement } = await import('../../src/commands/announcement');
  onAnnouncement((announcement) => announcements.push(announcement));
});
afterAll(() => host.close());
beforeEach(() => announcements.splice(0));

test('the ribbon button inserts the sample and reports that it is done', async () => {
  // Resolves only when the command has called event.completed().
  await host.workbench.runCommand('insertSample', 'Meterbook.InsertSample');
  expect(await host.sheetNames()).toEqual(['Sheet1', 'Sample prices', 'Sample month', 'Sample tranches']);
  expect(announcements).toEqual([
    { sentence: 'Inserted the sheets Sample prices, Sample month and Sample tranches.', failed: false },
  ]);
});

test('a command that fails is completed as well, and says why', async () => {
  const { run } = host.Excel;
  const refusal = Object.assign(new Error('protected'), { code: 'AccessDenied' });
  Object.assign(globalThis, { Excel: { ...host.Excel, run: () => Promise.reject(refusal) } });
  try {
    await host.workbench.runCommand('insertSample', 'Meterbook.InsertSample');
  } finally {
    Object.assign(globalThis, { Excel: host.Excel });
  }
  expect(host.Excel.run).toBe(run);
  expect(announcements).toEqual([
    {
      sentence:
        'The workbook or the sheet is protected: unprotect it on the Review tab, or work on a copy, then try again.',
      failed: true,
    },
  ]);
});

describe('the model from the ribbon', () => {
  test('Refresh without a model says what to do', async () => {
    await host.workbench.runCommand('refreshModel', 'Meterbook.Refresh');
    expect(announcements).toEqual([
      {
        sentence:
          'This workbook has no table of terms, so there is nothing to refresh. Choose New model to insert one.',
        failed: true,
      },
    ]);
  });

  test('Share counts the formulas that need Meterbook, sheet by sheet', async () => {
    await host.workbench.runCommand('checkSharing', 'Meterbook.Share');
    const [said] = announcements;
    expect(said?.failed).toBe(false);
    // The sample, which the first test has inserted, is all that computes with Meterbook here.
    expect(said?.sentence).toMatch(
      /^\d+ formulas need Meterbook: Sample prices \(\d+\), Sample month \(\d+\), Sample tranches \(\d+\)\. Whoever opens/,
    );
  });

  test.each([
    ['newModel', 'start'],
    ['explainCell', 'why'],
    ['showMeterbook', 'model'],
  ])('%s asks the pane for its view', async (command, view) => {
    const { onViewRequest } = await import('../../src/commands/view-request');
    const asked: string[] = [];
    const stop = onViewRequest((wanted) => asked.push(wanted));
    asked.splice(0);
    await host.workbench.runCommand(command, 'Meterbook.Any');
    stop();
    expect(asked).toEqual([view]);
    expect(announcements).toEqual([]);
  });
});
