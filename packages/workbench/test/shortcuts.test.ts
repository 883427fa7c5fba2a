import type { Headless } from '../src/headless/headless';
import { Shortcuts } from '../src/shortcuts';
import { holdsOnly } from './eventually';
import { openExcel, tryout } from './excel';

const file = {
  actions: [
    { id: 'SHOWPANE', type: 'ExecuteFunction', name: 'Show the pane' },
    { id: 'EXPLAIN', type: 'ExecuteFunction', name: 'Explain the cell' },
  ],
  shortcuts: [
    { action: 'SHOWPANE', key: { default: 'Ctrl+Alt+1' } },
    { action: 'EXPLAIN', key: { default: 'Ctrl+Alt+2', web: 'Shift+Ctrl+Up' } },
  ],
};

const pressed = (keyCode: number, held: string) => ({
  keyCode,
  ctrlKey: held.includes('ctrl'),
  altKey: held.includes('alt'),
  shiftKey: held.includes('shift'),
  metaKey: false,
});

let excel: Headless;
const ran: string[] = [];
beforeAll(async () => {
  excel = await openExcel({ addin: { ...tryout, shortcuts: file } });
  excel.Office.actions.associate('ShowPane', () => void ran.push('pane'));
  excel.Office.actions.associate('Explain', () => void ran.push('explain'));
});
beforeEach(() => (ran.length = 0));
afterAll(() => excel.close());

test('a key of the add-in runs the function that it associated; other keys do nothing', async () => {
  expect(excel.workbench.pressKey(pressed(49, 'ctrl alt'))).toBe(true);
  expect(excel.workbench.pressKey(pressed(38, 'ctrl shift'))).toBe(true);
  expect(excel.workbench.pressKey(pressed(49, 'ctrl'))).toBe(false);
  expect(excel.workbench.pressKey(pressed(50, 'ctrl alt'))).toBe(false);
  await holdsOnly(ran, ['pane', 'explain']);
});

test('the add-in can ask for its shortcuts, for those in use, and change them', async () => {
  const { actions } = excel.Office;
  expect(await actions.getShortcuts()).toEqual({ SHOWPANE: 'Ctrl+Alt+1', EXPLAIN: 'Ctrl+Shift+Up' });
  expect(await actions.areShortcutsInUse(['Ctrl+Alt+1', 'Ctrl+Z', 'Ctrl+Alt+9'])).toEqual([
    { shortcut: 'Ctrl+Alt+1', inUse: true },
    { shortcut: 'Ctrl+Z', inUse: true },
    { shortcut: 'Ctrl+Alt+9', inUse: false },
  ]);
  await actions.replaceShortcuts({ SHOWPANE: 'Ctrl+Alt+9' });
  expect(excel.workbench.pressKey(pressed(49, 'ctrl alt'))).toBe(false);
  expect(excel.workbench.pressKey(pressed(57, 'ctrl alt'))).toBe(true);
  await holdsOnly(ran, ['pane']);
});

test('an action that the add-in does not declare gets no keys', () => {
  expect(() => new Shortcuts(file).replace('OTHER', 'Ctrl+Alt+3')).toThrow('no action "OTHER"');
});
