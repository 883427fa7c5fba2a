import { useSyncExternalStore } from 'react';
import { INVARIANT, type Culture } from '../../terms/entry/entry';
import { readCulture } from '../../workbook/terms/culture';

let culture = INVARIANT;
let reading: Promise<void> | undefined;
const listeners = new Set<() => void>();

async function read(): Promise<void> {
  try {
    culture = await readCulture();
    for (const tell of listeners) tell();
  } catch {
    // An Excel without culture information writes as en-US does; the next view asks again.
    reading = undefined;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  reading ??= read();
  return () => void listeners.delete(listener);
}

/** How this workbook writes numbers and dates; it does not change while Excel is open. */
export const useCulture = (): Culture => useSyncExternalStore(subscribe, () => culture);
