import type { Workbench } from '../workbench';

/** Keys that are pressed in the page go to the add-in before the grid sees them; those in its frame it passes on itself. */
export function listenForShortcuts(workbench: () => Workbench | undefined): void {
  window.addEventListener(
    'keydown',
    (event) => {
      // The number of the key, as office.js gives it, too: the letter changes with Alt on some keyboards.
      const { keyCode, ctrlKey, altKey, shiftKey, metaKey } = event;
      if (!(ctrlKey || altKey || metaKey)) return;
      if (workbench()?.pressKey({ keyCode, ctrlKey, altKey, shiftKey, metaKey }) !== true) return;
      event.preventDefault();
      event.stopPropagation();
    },
    true,
  );
}
