import type { PressedKey } from '../shortcuts';

/**
 * Keyboard focus between the host and the add-in's frame. office.js takes Tab, Esc, F2 and Ctrl+F6 from the frame's
 * page, moves the focus inside it, and tells the host when it is to leave: without the host it would be caught there.
 */

/** What the host tells the frame. */
export enum FocusIn {
  First = 11,
  Last = 12,
}

/** Where the focus goes when it leaves the frame. */
export type FocusExit = 'after' | 'before' | 'document';

/** What the frame tells the host. */
const EXITS: ReadonlyMap<unknown, FocusExit> = new Map<unknown, FocusExit>([
  [5, 'document'], // Ctrl+F6
  [6, 'document'], // Ctrl+Shift+F6
  [13, 'after'], // Tab behind the last element
  [14, 'before'], // Shift+Tab before the first
  [15, 'document'], // Esc
  [16, 'document'], // F2
  [17, 'after'], // nothing in the frame can be focused
  [18, 'before'],
]);

const KEY_PRESSED = 39;

/** A key with Ctrl, Alt or Shift that was pressed in the frame: it may be a shortcut. */
export function pressedKey(notice: unknown): PressedKey | undefined {
  return Array.isArray(notice) && notice[1] === KEY_PRESSED ? (notice[2] as PressedKey) : undefined;
}

/** @param notice [id of the add-in, action, …] */
export const focusExit = (notice: unknown): FocusExit | undefined =>
  Array.isArray(notice) ? EXITS.get(notice[1]) : undefined;
