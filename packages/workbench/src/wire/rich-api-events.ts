import type { Transport } from './transport';

/** One entry of a richApiMessage event: [category, type, target, message, id, is remote]. */
type Entry = readonly [number, number, string, unknown, number, boolean];

export enum EventCategory {
  CustomFunctions = 1,
  Actions = 2,
  RichApi = 65536,
}

/** Numbers as the client's event handlers name them. */
export enum ExcelEvent {
  Changed = 10,
  Activated = 11,
  Deactivated = 12,
  Added = 13,
  SelectionChanged = 14,
  Deleted = 15,
  Calculated = 16,
  VisibilityChanged = 65539,
}

/** The target of events that concern all sheets. */
export const WORKBOOK_TARGET = 'Workbook';

/** Message type of category Actions. */
const RUN_ACTION = 1000;

const ENTRIES_PER_MESSAGE = 1000;

/** Sends Rich API events, and remembers who asked for which. */
export class RichApiEvents {
  private readonly counts = new Map<string, number>();
  private lastId = 0;

  constructor(private readonly transport: Transport) {}

  /** Each request context registers on its own, so registrations are counted. */
  register(event: number, target: string): void {
    const key = `${event}|${target}`;
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }

  unregister(event: number, target: string): void {
    const key = `${event}|${target}`;
    const count = (this.counts.get(key) ?? 0) - 1;
    if (count > 0) this.counts.set(key, count);
    else this.counts.delete(key);
  }

  isRegistered(event: number, target: string): boolean {
    return this.counts.has(`${event}|${target}`);
  }

  reset(): void {
    this.counts.clear();
  }

  /** Sends the event to whoever registered for this target; nothing otherwise. */
  raise(event: number, target: string, message: unknown): void {
    if (this.isRegistered(event, target)) this.broadcast(event, target, message);
  }

  /** For events that need no registration. */
  broadcast(event: number, target: string, message: unknown): void {
    this.send([this.entry(EventCategory.RichApi, event, target, JSON.stringify(message))]);
  }

  /** Many messages travel in few posts: one post each costs more than the work that it asks for. */
  sendToFunctions(type: number, messages: readonly unknown[]): void {
    for (let from = 0; from < messages.length; from += ENTRIES_PER_MESSAGE) {
      this.send(
        messages
          .slice(from, from + ENTRIES_PER_MESSAGE)
          .map((message) => this.entry(EventCategory.CustomFunctions, type, '', message)),
      );
    }
  }

  /** Runs a function that the add-in gave to Office.actions.associate. */
  sendAction(name: string): void {
    this.send([this.entry(EventCategory.Actions, RUN_ACTION, '', JSON.stringify([name, null]))]);
  }

  private entry(category: number, type: number, target: string, message: unknown): Entry {
    this.lastId += 1;
    return [category, type, target, message, this.lastId, false];
  }

  private send(entries: readonly Entry[]): void {
    this.transport.raise('richApiMessage', { ArrayData: entries });
  }
}
