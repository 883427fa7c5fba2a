import { CallKind, eventMessage, isRecord, parseCall, replyTo, requestMessage, type Call } from './envelope';
import type { PressedKey } from '../shortcuts';
import { focusExit, pressedKey, type FocusExit, type FocusIn } from './focus';

/** Dispatch ids of `executeMethod`. */
enum Dispatch {
  SettingsRefresh = 75,
  SettingsSave = 76,
  RichApi = 93,
  CommandCompleted = 94,
}

const SUCCESS = 0;
const NOT_SUPPORTED = 5000;
const IN_CELL_EDIT_MODE = 5004;

/** A Rich API request: its JSON body, and how the client classified it. */
export interface RichApiRequest {
  readonly body: string;
  readonly flags: number;
  readonly customData: string;
}

export interface TransportHandlers {
  appContext(): Record<string, unknown>;
  /** @returns the JSON body of the response; undefined while a person is editing a cell */
  richApi(request: RichApiRequest): string | undefined | Promise<string | undefined>;
  saveSettings(settings: readonly (readonly [string, string])[]): void;
  readSettings(): readonly (readonly [string, string])[];
  commandCompleted(id: string, status: number): void;
  /** An add-in registered for an event by the old API, e.g. documentSelectionChanged. */
  eventRegistered(name: string): void;
  /** The keyboard focus is to leave the frame. */
  focusLeaves(exit: FocusExit): void;
  /** A key with a modifier was pressed in the frame. */
  keyPressed(key: PressedKey): void;
  /** Something that the transport does not know; it is refused, and counted. */
  unknown(name: string): void;
}

/** Office's host side of the cross-frame protocol: calls in, replies and events out. Knows no Excel. */
export class Transport {
  private post: ((message: string) => void) | undefined;
  private conversation = '';
  private readonly registered = new Set<string>();

  constructor(
    private readonly origin: string,
    private readonly handlers: TransportHandlers,
  ) {}

  /** Starts a conversation: a (re)loaded frame registers for its events anew. */
  open(conversation: string): void {
    this.conversation = conversation;
    this.registered.clear();
  }

  connect(post: (message: string) => void): void {
    this.post = post;
  }

  /** A message from the add-in's frame. */
  receive(message: string): void {
    const call = parseCall(message);
    if (call === undefined || call.conversation !== this.conversation) return;
    const reply = this.answer(call);
    // Only a request that waits for the end of a cell edit takes time. Others do not wait behind it: they are refused.
    if (reply instanceof Promise) void reply.then((data) => this.reply(call, data));
    else this.reply(call, reply);
  }

  isRegistered(event: string): boolean {
    return this.registered.has(event);
  }

  /** Does nothing when the add-in did not register for the event. */
  raise(event: string, data: unknown): void {
    if (!this.registered.has(event)) return;
    this.post?.(eventMessage(event, this.conversation, this.origin, data));
  }

  /** Moves the keyboard focus into the frame. */
  focus(where: FocusIn): void {
    this.post?.(requestMessage('Office_notifyAgave', `${this.conversation}_ntf`, this.origin, [where]));
  }

  private notified(notice: unknown): undefined {
    const exit = focusExit(notice);
    if (exit !== undefined) this.handlers.focusLeaves(exit);
    const key = pressedKey(notice);
    if (key !== undefined) this.handlers.keyPressed(key);
  }

  private reply(call: Call, data: unknown): void {
    if (data !== undefined) this.post?.(replyTo(call, this.origin, data));
  }

  private answer(call: Call): unknown {
    if (call.kind === CallKind.RegisterEvent) return this.register(call.action);
    if (call.kind === CallKind.UnregisterEvent) {
      this.registered.delete(call.action);
      return { Error: SUCCESS };
    }
    switch (call.action) {
      case 'ContextActivationManager_getAppContextAsync':
        return this.handlers.appContext();
      case 'ContextActivationManager_notifyHost':
        return this.notified(call.data);
      case 'executeMethod':
        return this.execute(isRecord(call.data) ? call.data : {});
      default:
        this.handlers.unknown(call.action);
        return { Error: NOT_SUPPORTED };
    }
  }

  private register(event: string): { Error: number } {
    this.registered.add(event);
    this.handlers.eventRegistered(event);
    return { Error: SUCCESS };
  }

  private execute(data: Record<string, unknown>): unknown {
    const method = data['DdaMethod'];
    const id = isRecord(method) ? Number(method['DispatchId']) : NaN;
    switch (id) {
      case Dispatch.RichApi:
        return this.richApi(data['ArrayData']);
      case Dispatch.SettingsSave:
        this.handlers.saveSettings(settingsOf(data['DdaSettingsMethod']));
        return { Version: 1, Error: SUCCESS };
      case Dispatch.SettingsRefresh:
        return { Version: 1, Error: SUCCESS, Properties: this.handlers.readSettings() };
      case Dispatch.CommandCompleted:
        this.handlers.commandCompleted(String(data['0']), Number(data['1']));
        return { Version: 1, Error: SUCCESS };
      default:
        this.handlers.unknown(`Office dispatch ${id}`);
        return { Version: 1, Error: NOT_SUPPORTED };
    }
  }

  private richApi(arrayData: unknown): unknown {
    const fields: readonly unknown[] = Array.isArray(arrayData) ? arrayData : [];
    const body = this.handlers.richApi({
      customData: String(fields[0] ?? ''),
      body: String(fields[4] ?? '{}'),
      flags: Number(fields[6] ?? 0),
    });
    return body instanceof Promise ? body.then(richApiReply) : richApiReply(body);
  }
}

const richApiReply = (body: string | undefined) =>
  body === undefined
    ? { Version: 1, Error: IN_CELL_EDIT_MODE }
    : { Version: 1, Error: SUCCESS, Data: [200, [], body] };

function settingsOf(method: unknown): (readonly [string, string])[] {
  const properties = isRecord(method) ? method['Properties'] : undefined;
  if (!Array.isArray(properties)) return [];
  return properties
    .filter((entry): entry is unknown[] => Array.isArray(entry))
    .map((entry) => [String(entry[0]), String(entry[1])] as const);
}
