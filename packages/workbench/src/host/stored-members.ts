import { invalidArgument } from '../interpreter/host-object';

/** The values that a member takes; any where nothing is said. */
export type Allowed = readonly string[] | 'number' | 'boolean' | undefined;

export interface StoredMember {
  readonly standard: unknown;
  readonly allowed?: Allowed;
}

/** An object with members that the grid has no use for: they are kept, so that they are read back and exported. */
export interface MemberStore {
  $read(member: string): unknown;
  $write(member: string, value: unknown): void;
}

const DEFINED = new Map<string, readonly string[]>();

/** The members that a class got by `defineStoredMembers`. */
export const storedMembers = (type: string): readonly string[] => DEFINED.get(type) ?? [];

/** Gives a class one property for each member. */
export function defineStoredMembers(
  prototype: MemberStore & { readonly $type: string },
  members: Readonly<Record<string, StoredMember>>,
  type: string,
): void {
  DEFINED.set(type, Object.keys(members));
  for (const [name, { standard, allowed }] of Object.entries(members)) {
    Object.defineProperty(prototype, name, {
      configurable: true,
      get(this: MemberStore) {
        return this.$read(name) ?? standard;
      },
      set(this: MemberStore, value: unknown) {
        if (!isAllowed(value, allowed))
          throw invalidArgument(`${type}.${name} cannot be ${JSON.stringify(value)}.`);
        this.$write(name, value);
      },
    });
  }
}

function isAllowed(value: unknown, allowed: Allowed): boolean {
  if (allowed === undefined) return true;
  return typeof allowed === 'string' ? typeof value === allowed : allowed.includes(String(value));
}
