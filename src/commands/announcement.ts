/** What an action did, for whoever shows it: the pane and the ribbon share one runtime. */
export interface Announcement {
  readonly sentence: string;
  readonly failed: boolean;
}

type Listener = (announcement: Announcement) => void;

const listeners = new Set<Listener>();

export function announce(announcement: Announcement): void {
  for (const listener of listeners) listener(announcement);
}

/** @returns stops listening */
export function onAnnouncement(listener: Listener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
