import { createWorkbench, type Workbench } from '../workbench';
import { fetchAddinFiles, whenReachable, type AddinFiles } from './addin-files';
import { makeDownloadable } from './download-button';
import { connectFocus } from './focus';
import { mountGrid } from './grid';
import type { RibbonButton } from './manifest';
import { alertUser } from './notices';
import { Pane } from './pane';
import { element, part } from './part';
import { openSecondPane } from './second-pane';
import { listenForShortcuts } from './shortcut-keys';
import { drawRibbon, markPressed, updateControl } from './ribbon';
import { makeUnknownListOpen, showBook, showState, showUnknown, watchCalculation } from './status-line';

declare global {
  interface Window {
    /** For tests, and for a developer at the console. */
    workbench?: Workbench;
  }
}

const BOOK_NAME = 'Book1';
const FILE_NAME = `${BOOK_NAME}.xlsx`;

/** What the page's address asks for: `?command=`, `?panes=2` and `?culture=de-DE`. */
const QUERY = new URLSearchParams(location.search);

const buttonsOf = ({ manifest }: AddinFiles) => manifest.groups.flatMap((group) => group.buttons);

/** Does what Excel does when a person presses a button that the manifest declares. */
function presser(workbench: Workbench, pane: Pane): (button: RibbonButton) => Promise<void> {
  return async ({ id, label, action }) => {
    if (action.kind === 'show pane') return pane.show(!pane.open);
    try {
      await workbench.runCommand(action.functionName, id);
    } catch (problem) {
      await alertUser(`"${label}" could not be carried out: ${sentenceOf(problem)}`);
    }
  };
}

const sentenceOf = (problem: unknown) => (problem instanceof Error ? problem.message : String(problem));

function untrusted(origin: string): Node[] {
  const link = element('a', '', `open ${origin}`);
  link.href = `${origin}/taskpane.html`;
  link.target = '_blank';
  return [
    element('strong', '', 'The browser does not show the add-in yet.'),
    element(
      'p',
      '',
      'It does not trust the certificate that was made for this machine. Please ',
      link,
      ' once, accept the certificate there, and come back: this page goes on by itself.',
    ),
  ];
}

/**
 * Loads the add-in as soon as its origin answers. One after the other: where the browser must forgive the certificate, two
 * requests that begin side by side now and then make it give up the page.
 */
async function loadAddin(
  { manifest, origin }: AddinFiles,
  workbench: Workbench,
  pane: Pane,
  drawAgain: () => void,
): Promise<void> {
  let refused = false;
  await whenReachable(manifest.paneUrl, () => {
    refused = true;
    pane.explain(...untrusted(origin));
  });
  if (refused) drawAgain();
  pane.load(manifest.paneUrl, workbench);
  await workbench.ready;
}

/** `?command=name` in the page's address presses the button of that command once the add-in is ready. */
async function runFirstCommand(
  files: AddinFiles,
  press: (button: RibbonButton) => Promise<void>,
): Promise<void> {
  const wanted = QUERY.get('command');
  if (wanted === null) return;
  const button = buttonsOf(files).find(
    ({ action }) => action.kind === 'run' && action.functionName === wanted,
  );
  if (button) return press(button);
  await alertUser(
    `The address of this page asks for the command "${wanted}", which the manifest does not declare.`,
  );
}

async function main(): Promise<void> {
  showBook(BOOK_NAME);
  makeUnknownListOpen();
  const files = await fetchAddinFiles();
  const { manifest } = files;
  const workbench = createWorkbench({
    metadata: files.metadata,
    namespace: manifest.namespace,
    addin: { id: manifest.id, name: manifest.name },
    origin: location.origin,
    fileName: FILE_NAME,
    culture: QUERY.get('culture') ?? 'en-US',
    ...(files.shortcuts && { shortcuts: files.shortcuts }),
  });
  window.workbench = workbench;
  const pane = new Pane(manifest.name);
  const press = presser(workbench, pane);
  const markPaneButtons = (open: boolean) => {
    for (const { id, action } of buttonsOf(files)) if (action.kind === 'show pane') markPressed(id, open);
  };
  const draw = () => {
    drawRibbon(manifest, (button) => void press(button));
    markPaneButtons(pane.open);
  };
  draw();
  pane.onToggled(markPaneButtons);
  pane.onToggled((open) => workbench.taskpaneShown(open));
  workbench.onTaskpane((open) => pane.show(open));
  workbench.onRibbon((update) => updateControl(update));
  workbench.coverage.subscribe(showUnknown);
  const { model } = workbench.book;
  watchCalculation(
    (tell) => model.on('command-finalized', watchCalculation, tell),
    () => workbench.idle(),
  );
  const loaded = loadAddin(files, workbench, pane, draw);
  const [grid] = await Promise.all([mountGrid(model, part('grid')), loaded]);
  workbench.isEditing = () => grid.isEditing();
  connectFocus(workbench, pane, () => grid.focus());
  listenForShortcuts(workbench);
  makeDownloadable(workbench, FILE_NAME);
  if (QUERY.get('panes') === '2') await openSecondPane(workbench, manifest.name, manifest.paneUrl);
  showState('Ready');
  await runFirstCommand(files, press);
}

main().catch((problem: unknown) => {
  showState('Stopped');
  void alertUser(`The workbench could not start: ${sentenceOf(problem)}`);
});
