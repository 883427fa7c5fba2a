import type { OpenedFile, Workbench } from '../workbench';
import { fetchAddinFiles, whenReachable, type AddinFiles } from './addin-files';
import { BookAtHand } from './book-at-hand';
import { makeDownloadable } from './download-button';
import { connectFocus } from './focus';
import type { RibbonButton } from '../manifest';
import { alertUser } from './notices';
import { makeOpenable } from './open-button';
import { Pane } from './pane';
import { element } from './part';
import { openSecondPane } from './second-pane';
import { listenForShortcuts } from './shortcut-keys';
import { drawRibbon, markPressed } from './ribbon';
import { makeUnknownListOpen, showState, showWhatThisIs } from './status-line';
import { showAddin, showBook } from './title-bar';

declare global {
  interface Window {
    /** For tests, and for a developer at the console. */
    workbench?: Workbench;
  }
}

const NEW_BOOK = 'Book1.xlsx';

/** What the page's address asks for: `?command=`, `?panes=2` and `?culture=de-DE`. */
const QUERY = new URLSearchParams(location.search);

const buttonsOf = ({ manifest }: AddinFiles) => manifest.groups.flatMap((group) => group.buttons);

/** Does what Excel does when a person presses a button that the manifest declares. */
function presser(workbench: () => Workbench, pane: Pane): (button: RibbonButton) => Promise<void> {
  return async ({ id, label, action }) => {
    if (action.kind === 'show pane') return pane.show(!pane.open);
    try {
      await workbench().runCommand(action.functionName, id);
    } catch (problem) {
      await alertUser(`"${label}" could not be carried out: ${sentenceOf(problem)}`);
    }
  };
}

const sentenceOf = (problem: unknown) => (problem instanceof Error ? problem.message : String(problem));

function untrusted(origin: string, paneUrl: string): Node[] {
  const link = element('a', '', `open ${origin}`);
  link.href = paneUrl;
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
 * Waits until the add-in's origin answers. One after the other: where the browser must accept the certificate, two
 * requests that begin side by side now and then make it give up the page.
 */
async function awaitAddin(
  { manifest, origin }: AddinFiles,
  pane: Pane,
  drawAgain: () => void,
): Promise<void> {
  let refused = false;
  await whenReachable(manifest.paneUrl, () => {
    refused = true;
    pane.explain(...untrusted(origin, manifest.paneUrl));
  });
  if (refused) drawAgain();
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
  showBook(NEW_BOOK);
  showWhatThisIs();
  makeUnknownListOpen();
  const files = await fetchAddinFiles();
  const { manifest } = files;
  showAddin(manifest.name, files.icon);
  const culture = QUERY.get('culture') ?? 'en-US';
  const pane = new Pane(manifest.name);
  const bookOf = (fileName: string, file?: OpenedFile) =>
    new BookAtHand({ files, pane, culture, fileName, ...(file === undefined ? {} : { file }) });
  let atHand = bookOf(NEW_BOOK);
  const workbench = () => atHand.workbench;
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
  pane.onToggled((open) => workbench().taskpaneShown(open));
  /** The book's grid in the page, and its add-in in the pane. */
  const show = async (): Promise<void> => {
    window.workbench = workbench();
    const loaded = awaitAddin(files, pane, draw).then(() => atHand.loadAddin());
    await Promise.all([atHand.mount(), loaded]);
    if (QUERY.get('panes') === '2') await openSecondPane(workbench(), manifest.name, manifest.paneUrl);
    showState('Ready');
  };
  await show();
  connectFocus(workbench, pane, () => atHand.focusGrid());
  listenForShortcuts(workbench);
  makeDownloadable(() => atHand);
  makeOpenable({
    options: { addin: files.addin, culture },
    present: () => atHand,
    show: async (file, fileName) => {
      const next = bookOf(fileName, file);
      atHand.remove();
      atHand = next;
      showBook(fileName);
      draw();
      await show();
      await atHand.sayWhatIsLeftOut();
    },
  });
  await runFirstCommand(files, press);
}

main().catch((problem: unknown) => {
  showState('Stopped');
  void alertUser(`The workbench could not start: ${sentenceOf(problem)}`);
});
