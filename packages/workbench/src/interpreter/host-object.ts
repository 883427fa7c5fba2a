/**
 * An object of the host's object model. Its wire members are PascalCase properties and methods; what starts with
 * "$" belongs to the interpreter and cannot be reached from the wire.
 */
export interface HostObject {
  /** The client's class name, for messages. Not "Type": that is a wire member of some classes. */
  readonly $type: string;
  /** What the client stores to find the object again: `{ Id }`, `{ _Id }` or nothing. */
  readonly $identity?: () => Readonly<Record<string, unknown>>;
  /** Members that lead to other objects, where asking for one may fail or find none. */
  readonly $navigation?: readonly string[];
  /** Only on collections: the items that a query and `items` mean. */
  readonly $items?: () => readonly HostObject[];
  /** Only on collections: what the client's indexer finds. */
  readonly $item?: (key: unknown) => HostObject | null;
}

export function isHostObject(value: unknown): value is HostObject {
  return typeof value === 'object' && value !== null && '$type' in value;
}

/** A refusal that reaches the add-in as an `OfficeExtension.Error` with this code. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status = 400,
  ) {
    super(message);
    this.name = 'HostError';
  }
}

export const itemNotFound = (message = "The requested resource doesn't exist.") =>
  new HostError('ItemNotFound', message, 404);

export const invalidArgument = (message = 'The argument is invalid or missing or has an incorrect format.') =>
  new HostError('InvalidArgument', message);

export const itemAlreadyExists = (message: string) => new HostError('ItemAlreadyExists', message, 409);
