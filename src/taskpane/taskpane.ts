import '../commands/commands';

const OUTSIDE_EXCEL = 'Meterbook works inside Excel: open a workbook, then choose Meterbook on the Home tab.';
const NOT_LOADED = 'The pane could not be loaded. Close it and open it again; the functions work without it.';

function show(sentence: string): void {
  const waiting = document.querySelector('#pane .waiting');
  if (waiting) waiting.textContent = sentence;
}

/** The functions are in a script of their own that has run by now; React is fetched after them, so it delays no cell. */
async function start(): Promise<void> {
  const { host } = await Office.onReady();
  const root = document.getElementById('pane');
  if (host !== Office.HostType.Excel || !root) return show(OUTSIDE_EXCEL);
  try {
    const { mountPane } = await import(/* webpackChunkName: "pane" */ './shell/mount-pane');
    mountPane(root);
  } catch {
    show(NOT_LOADED);
  }
}

void start();
