import { isHostObject, type HostObject } from './host-object';
import { pascal, scalarNames, type Members } from './members';
import type { QueryInfo } from './protocol';
import type { References } from './references';

type Json = Record<string, unknown>;

/** What was asked for, as a tree: `format/font` is { format: { font: { '*': {} } } }, "*" being all scalars. */
interface Selection {
  [name: string]: Selection;
}

/** Answers loads: identity, the selected members, and those of every item of a collection. */
export class Projection {
  constructor(
    private readonly members: Members,
    private readonly references: References,
  ) {}

  /** `null` stands for a null object. */
  identity(object: HostObject | null): Json | null {
    if (object === null) return null;
    const reference = this.references.idOf(object);
    return { ...object.$identity?.(), ...(reference === undefined ? {} : { _ReferenceId: reference }) };
  }

  query(object: HostObject | null, query: QueryInfo): Json | null {
    if (object === null) return null;
    const selection = selectionOf(query);
    if (object.$items === undefined) return this.select(object, selection);
    const from = query.Skip ?? 0;
    const items = object.$items().slice(from, query.Top === undefined ? undefined : from + query.Top);
    const [own, each] = this.split(object, selection);
    return {
      ...this.select(object, own, false),
      _Items: items.map((item) => this.select(item, each)),
    };
  }

  /** On a collection a name means a member of each item, except the few that the collection itself has. */
  private split(collection: HostObject, selection: Selection): [Selection, Selection] {
    const ownNames = new Set(scalarNames(collection));
    const own: Selection = {};
    const each: Selection = {};
    for (const [name, inner] of Object.entries(selection)) {
      if (name === 'items') Object.assign(each, inner);
      else if (ownNames.has(pascal(name))) own[name] = inner;
      else each[name] = inner;
    }
    return [own, each];
  }

  private select(object: HostObject, selection: Selection, allWhenEmpty = true): Json {
    const result: Json = { ...this.identity(object) };
    const { '*': every, ...named } = selection;
    if (every !== undefined || (allWhenEmpty && Object.keys(named).length === 0)) {
      for (const name of scalarNames(object)) result[name] = this.members.get(object, name);
    }
    for (const [name, inner] of Object.entries(named)) {
      const member = pascal(name);
      const value = this.members.get(object, member);
      result[member] = isHostObject(value) ? this.navigate(value, inner) : value;
    }
    return result;
  }

  private navigate(object: HostObject, selection: Selection): Json {
    if (object.$items === undefined) return this.select(object, selection);
    const [own, each] = this.split(object, selection);
    return {
      ...this.select(object, own, false),
      _Items: object.$items().map((item) => this.select(item, each)),
    };
  }
}

function selectionOf(query: QueryInfo): Selection {
  const root: Selection = {};
  for (const path of [...(query.Select ?? []), ...(query.Expand ?? [])]) {
    let at = root;
    for (const name of path.split('/')) at = at[name] ??= {};
    at['*'] = {};
  }
  return root;
}
