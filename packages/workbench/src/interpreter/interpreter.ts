import type { Coverage } from './coverage';
import { HostError, invalidArgument, isHostObject, type HostObject } from './host-object';
import { camel, Members } from './members';
import { Projection } from './projection';
import {
  ActionType,
  ObjectPathType,
  type Action,
  type ActionResult,
  type ArgumentInfo,
  type ObjectPath,
  type QueryRequest,
  type QueryResponse,
} from './protocol';
import { References } from './references';

/** What the interpreter starts from. */
export interface Root {
  /** The object of path type 1. */
  readonly global: HostObject;
  /** The services of path type 2, e.g. "Microsoft.ExcelServices.CustomFunctions". */
  service(name: string): HostObject | undefined;
}

/**
 * Carries out ProcessQuery requests on host objects. It knows the protocol and nothing of Excel: a member is found
 * by its name on the object that the path leads to.
 *
 * Actions run in order; the first that fails ends the request, and what was done before stays done, as in Excel.
 */
export class Interpreter {
  readonly references = new References();
  private readonly members: Members;
  private readonly projection: Projection;

  constructor(
    private readonly root: Root,
    coverage: Coverage,
  ) {
    this.members = new Members(coverage);
    this.projection = new Projection(this.members, this.references);
  }

  run(request: QueryRequest): QueryResponse {
    const run = new Run(request, this.root, this.members, this.projection, this.references);
    return run.all();
  }
}

/** One request. */
class Run {
  private readonly resolved = new Map<number, HostObject | null>();
  private readonly results: ActionResult[] = [];
  private readonly traceIds: number[] = [];
  /** Where a failure is reported: the member that was being reached. */
  private location = '';

  constructor(
    private readonly request: QueryRequest,
    private readonly root: Root,
    private readonly members: Members,
    private readonly projection: Projection,
    private readonly references: References,
  ) {}

  all(): QueryResponse {
    for (const [index, action] of this.request.Actions.entries()) {
      try {
        this.results.push({ ActionId: action.Id, Value: this.perform(action) });
      } catch (failure) {
        const error = failure instanceof HostError ? failure : unexpected(failure);
        return {
          Results: this.results,
          TraceIds: this.traceIds,
          Error: {
            Code: error.code,
            Message: error.message,
            Location: this.location,
            ActionIndex: index,
            HttpStatusCode: error.status,
          },
        };
      }
    }
    return { Results: this.results, TraceIds: this.traceIds };
  }

  private perform(action: Action): unknown {
    if (action.ActionType === ActionType.Trace) {
      this.traceIds.push(action.Id);
      return null;
    }
    const object = this.resolve(action.ObjectPathId);
    switch (action.ActionType) {
      case ActionType.Instantiate:
        return this.projection.identity(object);
      case ActionType.Query:
        return this.projection.query(object, action.QueryInfo ?? {});
      case ActionType.Method:
        return this.callAction(object, action);
      case ActionType.SetProperty:
        return this.setProperty(object, action);
      default:
        throw new HostError(
          'NotImplemented',
          `The workbench host does not know the action type ${action.ActionType}.`,
        );
    }
  }

  private callAction(object: HostObject | null, action: Action): unknown {
    if (object === null) return null;
    const args = this.args(action.ArgumentInfo);
    if (action.Name === '_KeepReference') {
      this.references.keep(object);
      return null;
    }
    if (action.Name === '_RemoveReference') {
      this.references.remove(String(args[0]));
      return null;
    }
    const value = this.call(object, action.Name, args);
    if (isHostObject(value)) return this.projection.identity(value);
    return value === undefined ? null : value;
  }

  private setProperty(object: HostObject | null, action: Action): null {
    if (object === null) throw invalidArgument('A property of an object that does not exist cannot be set.');
    this.at(object, action.Name);
    this.members.set(object, action.Name, this.args(action.ArgumentInfo)[0]);
    return null;
  }

  private call(object: HostObject, name: string, args: readonly unknown[]): unknown {
    this.at(object, name);
    // The client sends null for an argument that was left out.
    const given = args.map((each) => (each === null ? undefined : each));
    return this.members.call(object, name, given);
  }

  private at(object: HostObject, name: string): void {
    this.location = `${object.$type}.${camel(name)}`;
  }

  private resolve(id: number): HostObject | null {
    const known = this.resolved.get(id);
    if (known !== undefined) return known;
    const path = this.request.ObjectPaths[String(id)];
    if (path === undefined)
      throw invalidArgument(`The request names the object path ${id} but does not hold it.`);
    const object = this.follow(path);
    this.resolved.set(id, object);
    return object;
  }

  private follow(path: ObjectPath): HostObject | null {
    switch (path.ObjectPathType) {
      case ObjectPathType.GlobalObject:
        return this.root.global;
      case ObjectPathType.NewObject:
        return this.service(path.Name);
      case ObjectPathType.NullObject:
        return null;
      case ObjectPathType.ReferenceId:
        return this.reference(path.Name);
      default:
        return this.followFrom(this.resolve(path.ParentObjectPathId ?? 0), path);
    }
  }

  private followFrom(parent: HostObject | null, path: ObjectPath): HostObject | null {
    if (parent === null) return null;
    if (path.ObjectPathType === ObjectPathType.Indexer) {
      this.location = `${parent.$type}.getItem`;
      if (parent.$item === undefined) throw this.members.unknown(parent, 'getItem');
      return parent.$item(this.args(path.ArgumentInfo)[0]);
    }
    const value =
      path.ObjectPathType === ObjectPathType.Property
        ? this.property(parent, path.Name)
        : this.call(parent, path.Name, this.args(path.ArgumentInfo));
    if (value === null || isHostObject(value)) return value;
    throw this.members.unknown(parent, path.Name);
  }

  private property(object: HostObject, name: string): unknown {
    this.at(object, name);
    return this.members.get(object, name);
  }

  private service(name: string): HostObject {
    this.location = name;
    const service = this.root.service(name);
    if (service === undefined) {
      const dot = name.lastIndexOf('.');
      throw this.members.unknown({ $type: name.slice(0, dot) }, name.slice(dot + 1));
    }
    return service;
  }

  private reference(id: string): HostObject {
    const object = this.references.find(id);
    if (object === undefined) {
      throw new HostError('InvalidReference', 'This reference is not valid for the current operation.');
    }
    return object;
  }

  private args(info: ArgumentInfo | undefined): unknown[] {
    const references = info?.ReferencedObjectPathIds;
    return (info?.Arguments ?? []).map((value, index) => this.argument(value, references?.[index]));
  }

  private argument(value: unknown, reference: unknown): unknown {
    if (typeof reference === 'number' && reference !== 0) return this.resolve(reference);
    if (Array.isArray(value) && Array.isArray(reference)) {
      return value.map((entry: unknown, index) => this.argument(entry, reference[index]));
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    if ('_ObjectPathId' in value) return this.resolve(Number(value._ObjectPathId));
    return Object.fromEntries(
      Object.entries(value).map(([name, entry]) => [name, this.argument(entry, undefined)]),
    );
  }
}

/** An exception that no host class raised on purpose: a fault of the host, reported as such rather than swallowed. */
const unexpected = (failure: unknown) =>
  new HostError('GeneralException', failure instanceof Error ? failure.message : String(failure), 500);
