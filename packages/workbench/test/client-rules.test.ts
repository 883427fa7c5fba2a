import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Headless } from '../src/headless/headless';
import { failureOf, openExcel } from './excel';

let excel: Headless;
beforeAll(async () => {
  excel = await openExcel({ sheets: [{ name: 'Sheet1' }, { name: 'Model' }] });
});
afterAll(() => excel.close());

test('office.js believes that it runs in Excel on the web', async () => {
  const info = await excel.Office.onReady();
  expect({ ...info }).toMatchObject({ host: 'Excel', platform: 'OfficeOnline' });
  expect(excel.Office.context.requirements.isSetSupported('SharedRuntime', '1.1')).toBe(true);
  expect(excel.Office.context.requirements.isSetSupported('ExcelApi', '99.0')).toBe(false);
});

test('a property that was not loaded cannot be read', async () => {
  const failure = await failureOf(excel, async (context) => {
    const sheet = context.workbook.worksheets.getItem('Model');
    await context.sync();
    return sheet.name;
  });
  expect(failure.code).toBe('PropertyNotLoaded');
});

test('a missing sheet is ItemNotFound, with the statement that asked for it', async () => {
  const failure = await failureOf(excel, async (context) => {
    context.workbook.worksheets.getItem('Zzz').load('name');
    await context.sync();
  });
  expect(failure.code).toBe('ItemNotFound');
  expect(failure.debugInfo.statement).toContain('getItem');
});

test('a null object is a null object, and so is what hangs on it', async () => {
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject('Zzz');
    const name = context.workbook.names.getItemOrNullObject('nothing');
    const range = name.getRangeOrNullObject();
    const model = context.workbook.worksheets.getItemOrNullObject('model');
    model.load('name');
    await context.sync();
    expect([sheet.isNullObject, name.isNullObject, range.isNullObject]).toEqual([true, true, true]);
    expect([model.isNullObject, model.name]).toEqual([false, 'Model']);
  });
});

test('a range outlives its request only where it is tracked', async () => {
  const stray = await excel.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem('Model').getRange('A1');
    range.load('address');
    await context.sync();
    return range;
  });
  expect(() => stray.load('address')).toThrow(/trackedObjects/);
});

test('a member that the host lacks fails loudly and is counted', async () => {
  const before = excel.workbench.coverage.unknown.length;
  const seen: string[] = [];
  const stop = excel.workbench.coverage.subscribe((unknown) => seen.push(unknown.at(-1)?.name ?? ''));
  const ask = (context: Excel.RequestContext) => {
    context.workbook.worksheets.getItem('Model').shapes.load('items/name');
    return context.sync();
  };
  const failure = await failureOf(excel, ask);
  await failureOf(excel, ask);
  stop();
  expect(failure.code).toBe('ApiNotFound');
  expect(failure.message).toBe('The workbench host does not implement Worksheet.shapes.');
  expect(excel.workbench.coverage.unknown.slice(before)).toEqual([{ name: 'Worksheet.shapes', count: 2 }]);
  expect(seen).toEqual(['Worksheet.shapes', 'Worksheet.shapes']);
});

test('what was done before a failure stays done', async () => {
  await failureOf(excel, async (context) => {
    context.workbook.worksheets.getItem('Model').getRange('Z1').values = [['kept']];
    context.workbook.worksheets.getItem('Zzz').getRange('A1').values = [[1]];
    await context.sync();
  });
  await excel.Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getItem('Model').getRange('Z1').load('values');
    await context.sync();
    expect(cell.values).toEqual([['kept']]);
  });
});

test('while a person edits a cell requests are refused, and those that can wait do', async () => {
  excel.workbench.isEditing = () => true;
  const ask = (context: Excel.RequestContext) => {
    context.workbook.load('name');
    return context.sync();
  };
  expect((await failureOf(excel, ask)).code).toBe('InvalidOperationInCellEditMode');
  const started = Date.now();
  const waiting = excel.Excel.run({ delayForCellEdit: true }, ask);
  // One that waits does not hold up the others.
  expect((await failureOf(excel, ask)).code).toBe('InvalidOperationInCellEditMode');
  setTimeout(() => (excel.workbench.isEditing = () => false), 120);
  await waiting;
  expect(Date.now() - started).toBeGreaterThanOrEqual(100);
});

test('settings of the document and of the workbook are kept apart and keep their values', async () => {
  const { settings } = excel.Office.context.document;
  settings.set('plan', { a: 1, d: [1, 2] });
  await new Promise((resolve) => settings.saveAsync(resolve));
  expect(settings.get('plan')).toEqual({ a: 1, d: [1, 2] });
  await excel.Excel.run(async (context) => {
    context.workbook.settings.add('plan', { b: [true, null, 'x'] });
    const mine = context.workbook.settings.getItem('plan').load('value');
    const none = context.workbook.settings.getItemOrNullObject('other');
    await context.sync();
    expect(mine.value).toEqual({ b: [true, null, 'x'] });
    expect(none.isNullObject).toBe(true);
  });
});

test('the task pane is shown and hidden by request, and says so', async () => {
  const asked: boolean[] = [];
  excel.workbench.onTaskpane((isVisible) => asked.push(isVisible));
  const modes: string[] = [];
  await excel.Office.addin.onVisibilityModeChanged(({ visibilityMode }) => void modes.push(visibilityMode));
  await excel.Office.addin.showAsTaskpane();
  await excel.Office.addin.hide();
  await excel.Office.addin.setStartupBehavior(excel.Office.StartupBehavior.load);
  expect(asked).toEqual([true, false]);
  expect(modes).toEqual(['Taskpane', 'Hidden']);
  expect(await excel.Office.addin.getStartupBehavior()).toBe('Load');
});

test('ribbon updates reach the page', async () => {
  const updates: object[] = [];
  excel.workbench.onRibbon((update) => updates.push(update));
  await excel.Office.ribbon.requestUpdate({
    tabs: [{ id: 'TabHome', groups: [{ id: 'G', controls: [{ id: 'BtnRun', enabled: false }] }] }],
  });
  expect(updates).toContainEqual({ controlId: 'BtnRun', enabled: false });
});

test('a ribbon command without pane runs the associated function until it completes', async () => {
  let source = '';
  excel.Office.actions.associate('insertModel', (event: { source: { id: string }; completed(): void }) => {
    source = event.source.id;
    event.completed();
  });
  await excel.workbench.runCommand('insertModel', 'BtnRun');
  expect(source).toBe('BtnRun');
});

/**
 * Requests that the real client once sent, and what a host answered: the wire must not change under our feet.
 * Ids that a host chooses are compared by place, not by value.
 */
test('recorded requests of the real client get the recorded answers', async () => {
  const samples = JSON.parse(
    readFileSync(path.join(__dirname, 'fixtures/office-wire-samples.json'), 'utf8'),
  ) as Record<string, [string, string, Record<string, unknown>][]>;
  const fresh = await openExcel();
  const ask = recorder(fresh);
  for (const name of [
    'writeLoad',
    'nullObj',
    'err',
    'names',
    'coll',
    'events',
    'tracked',
    'ribbon',
    'pane',
  ]) {
    const sample = samples[name] ?? [];
    const request = sample.find(([kind]) => kind === 'req')?.[2];
    const response = sample.find(([kind]) => kind === 'res')?.[2];
    const answer = await ask(request);
    if (response !== undefined) {
      expect([name, withoutText(ids(answer))]).toEqual([name, withoutText(ids(response))]);
    }
  }
  fresh.close();
});

test('members of the host itself cannot be reached from the wire', async () => {
  const fresh = await openExcel();
  const ask = recorder(fresh);
  for (const name of ['host', '$host', '$type', 'constructor', '__proto__', 'toString', '_nothing']) {
    const answer = await ask({
      Actions: [{ Id: 2, ActionType: 1, Name: '', ObjectPathId: 2 }],
      ObjectPaths: {
        1: { Id: 1, ObjectPathType: 1, Name: '' },
        2: { Id: 2, ObjectPathType: 4, Name: name, ParentObjectPathId: 1 },
      },
    });
    expect(answer).toMatchObject({ Results: [], Error: { Code: 'ApiNotFound' } });
  }
  fresh.close();
});

/** The recording's host showed a formula's number unformatted where this grid takes over its precedents' format. */
const withoutText = (value: unknown) =>
  JSON.parse(JSON.stringify(value, (key, each: unknown) => (key === 'Text' ? undefined : each))) as unknown;

const ids = (value: unknown) =>
  JSON.parse(JSON.stringify(value).replace(/"(?:rng|ref)\|\d+"/g, '"kept"')) as unknown;

/** Posts a ProcessQuery as the client's transport does, and gives the body of the reply. */
function recorder({ workbench, window }: Headless) {
  const { xdmInfo } = JSON.parse(String(window['name'])) as { xdmInfo: string };
  return (request: unknown) =>
    new Promise<unknown>((resolve) => {
      workbench.connect((message) => {
        const { _data } = JSON.parse(message) as { _data: { Data?: [number, unknown, string] } };
        if (_data.Data !== undefined) resolve(JSON.parse(_data.Data[2]));
      });
      workbench.receive(
        JSON.stringify({
          _messageType: 0,
          _actionName: 'executeMethod',
          _conversationId: xdmInfo.split('|')[0],
          _correlationId: 1,
          _actionType: 0,
          _data: {
            DdaMethod: { DispatchId: 93 },
            ArrayData: ['IterativeExecutor', 'POST', 'ProcessQuery', [], JSON.stringify(request), 0, 1],
          },
        }),
      );
    });
}
