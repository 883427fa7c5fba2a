import type { Workbench } from '../workbench';
import { loadFrame, Messages } from './frame';
import { element, part } from './part';

/** `?panes=2`: beside the pane a second person has the add-in open at the same workbook, instead of one before. */
export async function openSecondPane(workbench: Workbench, name: string, url: string): Promise<void> {
  const client = workbench.openClient();
  const frame = element('iframe', 'wb-frame');
  frame.title = `${name}, second person`;
  const title = element('h1', 'wb-pane-title', 'Second person');
  const pane = element(
    'aside',
    'wb-pane wb-second-pane',
    element('div', 'wb-pane-head', title),
    element('div', 'wb-pane-body', frame),
  );
  new Messages(frame, new URL(url).origin).connect(client);
  loadFrame(frame, url, client);
  document.querySelector('.wb-second-pane')?.remove();
  part('pane').after(pane);
  client.taskpaneShown(true);
  client.onFocusLeaves(() => part('grid').focus());
  await client.ready;
}
