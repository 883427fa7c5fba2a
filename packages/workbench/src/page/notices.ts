import { part } from './part';

const TOAST_MILLISECONDS = 6000;
let toastTimer = 0;

/** A sentence that goes away by itself. */
export function toast(text: string): void {
  const shown = part('toast');
  shown.textContent = text;
  shown.hidden = false;
  clearTimeout(toastTimer);
  toastTimer = window.setTimeout(() => (shown.hidden = true), TOAST_MILLISECONDS);
}

function ask(text: string, canDecline: boolean): Promise<boolean> {
  const dialog = part('dialog') as HTMLDialogElement;
  part('dialog-text').textContent = text;
  part('dialog-no').hidden = !canDecline;
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true });
    dialog.returnValue = '';
    dialog.showModal();
  });
}

/** A sentence that must be answered before work goes on. */
export const alertUser = (text: string) => ask(text, false);

export const confirmWithUser = (text: string) => ask(text, true);
