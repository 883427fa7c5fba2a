import type { FocusExit } from '../wire/focus';
import type { Workbench } from '../workbench';
import type { Pane } from './pane';
import { part } from './part';

/**
 * The keyboard's way between the page and the add-in's frame, as in Excel: F6 or Ctrl+F6 goes from the sheet to the
 * pane and back, Tab enters the pane behind its close button and leaves it behind its last element.
 */
export function connectFocus(
  workbench: () => Workbench | undefined,
  pane: Pane,
  focusGrid: () => void,
): void {
  const close = part('pane-close');
  close.addEventListener('keydown', (event) => {
    if (event.key !== 'Tab' || event.shiftKey) return;
    event.preventDefault();
    enter();
  });
  // Before the grid, which knows its own keys only.
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'F6' || !pane.open) return;
      event.preventDefault();
      event.stopPropagation();
      if (part('pane').contains(document.activeElement)) focusGrid();
      else enter();
    },
    true,
  );

  function enter(): void {
    pane.focus();
    workbench()?.focusAddin();
  }
}

/** The keyboard leaves the add-in's page. */
export function takeFocus(exit: FocusExit, focusGrid: () => void): void {
  if (exit === 'document') focusGrid();
  else if (exit === 'before') part('pane-close').focus();
  else focusAfterPane();
}

/** What stands behind the pane is the list of unknown members where there are any, and then the ribbon again. */
function focusAfterPane(): void {
  const unknown = part('unknown');
  if (unknown.hidden) part('groups').querySelector('button')?.focus();
  else unknown.focus();
}
