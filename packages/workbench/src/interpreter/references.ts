import type { HostObject } from './host-object';

/** Objects that the client keeps across requests (`_KeepReference`), by the id that it was given. */
export class References {
  private readonly byId = new Map<string, HostObject>();
  private readonly ids = new WeakMap<HostObject, string>();
  private last = 0;

  keep(object: HostObject): string {
    const known = this.ids.get(object);
    if (known !== undefined) {
      this.byId.set(known, object);
      return known;
    }
    this.last += 1;
    const id = `ref|${this.last}`;
    this.byId.set(id, object);
    this.ids.set(object, id);
    return id;
  }

  idOf(object: HostObject): string | undefined {
    const id = this.ids.get(object);
    return id !== undefined && this.byId.has(id) ? id : undefined;
  }

  find(id: string): HostObject | undefined {
    return this.byId.get(id);
  }

  remove(id: string): void {
    this.byId.delete(id);
  }

  clear(): void {
    this.byId.clear();
  }

  get size(): number {
    return this.byId.size;
  }
}
