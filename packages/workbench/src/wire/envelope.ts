/** The envelope around every message between an add-in's frame and its host; sent as JSON text by postMessage. */

const REQUEST = 0;
const RESPONSE = 1;
const REPLY = 0;
const EVENT = 1;

export enum CallKind {
  Invoke = 0,
  RegisterEvent = 1,
  UnregisterEvent = 2,
}

/** A call of the add-in's frame. */
export interface Call {
  readonly action: string;
  readonly kind: CallKind;
  readonly conversation: string;
  readonly correlation: unknown;
  readonly data: unknown;
}

type Json = Record<string, unknown>;

export const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** @returns undefined for a message that is not a call of office.js: other scripts may post to the same window */
export function parseCall(message: string): Call | undefined {
  const envelope = parsed(message);
  if (!isRecord(envelope) || envelope['_messageType'] !== REQUEST) return undefined;
  const { _actionName, _actionType, _conversationId, _correlationId, _data } = envelope;
  if (typeof _actionName !== 'string') return undefined;
  return {
    action: _actionName,
    kind: typeof _actionType === 'number' ? _actionType : CallKind.Invoke,
    conversation: String(_conversationId),
    correlation: _correlationId,
    data: _data,
  };
}

export function replyTo(call: Call, origin: string, data: unknown): string {
  return envelope(call.action, call.conversation, origin, data, REPLY, call.correlation);
}

/** A call of the host to the add-in's frame; it expects no reply. */
export function requestMessage(action: string, conversation: string, origin: string, data: unknown): string {
  return JSON.stringify({
    _messageType: REQUEST,
    _actionName: action,
    _conversationId: conversation,
    _correlationId: 0,
    _origin: origin,
    _data: data,
    _actionType: CallKind.Invoke,
    _serializerVersion: 1,
  });
}

export function eventMessage(name: string, conversation: string, origin: string, data: unknown): string {
  return envelope(name, conversation, origin, data, EVENT, 0);
}

function envelope(
  action: string,
  conversation: string,
  origin: string,
  data: unknown,
  responseType: number,
  correlation: unknown,
): string {
  return JSON.stringify({
    _messageType: RESPONSE,
    _actionName: action,
    _conversationId: conversation,
    _correlationId: correlation,
    _origin: origin,
    _data: data,
    _errorCode: 0,
    _responseType: responseType,
    _serializerVersion: 1,
  });
}

function parsed(message: string): unknown {
  try {
    return JSON.parse(message);
  } catch {
    return undefined;
  }
}
