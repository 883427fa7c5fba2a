import type { Coverage } from './coverage';
import { HostError, isHostObject, type HostObject } from './host-object';

/** "rowCount" as the client's script writes it → "RowCount" as the wire and the host classes write it. */
export const pascal = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

export const camel = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

/** Reads, writes and calls members by name, and says loudly which member does not exist. */
export class Members {
  constructor(private readonly coverage: Coverage) {}

  get(object: HostObject, name: string): unknown {
    if (!reachable(object, name)) throw this.unknown(object, name);
    return Reflect.get(object, name, object);
  }

  set(object: HostObject, name: string, value: unknown): void {
    const setter = findDescriptor(object, name)?.set;
    if (setter === undefined) throw this.unknown(object, name);
    setter.call(object, value);
  }

  call(object: HostObject, name: string, args: readonly unknown[]): unknown {
    const method = reachable(object, name) ? Reflect.get(object, name, object) : undefined;
    if (typeof method !== 'function') throw this.unknown(object, name);
    return Reflect.apply(method, object, args);
  }

  unknown(object: { readonly $type: string }, name: string): HostError {
    const full = `${object.$type}.${camel(name)}`;
    this.coverage.count(full);
    return new HostError('ApiNotFound', `The workbench host does not implement ${full}.`, 501);
  }
}

const reachable = (object: HostObject, name: string) =>
  /^_?[A-Z]/.test(name) && findDescriptor(object, name) !== undefined;

function findDescriptor(object: object, name: string): PropertyDescriptor | undefined {
  for (
    let at: object | null = object;
    at !== null && at !== Object.prototype;
    at = Object.getPrototypeOf(at)
  ) {
    const descriptor = Object.getOwnPropertyDescriptor(at, name);
    if (descriptor !== undefined) return descriptor;
  }
  return undefined;
}

/** The names of the members that hold plain values: what `load()` without names asks for. */
export function scalarNames(object: HostObject): string[] {
  const names = new Set<string>();
  for (
    let at: object | null = object;
    at !== null && at !== Object.prototype;
    at = Object.getPrototypeOf(at)
  ) {
    for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(at))) {
      const isNavigation = object.$navigation?.includes(name) === true;
      if (/^[A-Z]/.test(name) && descriptor.get !== undefined && !isNavigation) names.add(name);
    }
  }
  return [...names].filter((name) => !isHostObject(Reflect.get(object, name, object)));
}
