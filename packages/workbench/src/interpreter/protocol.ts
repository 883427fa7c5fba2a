/** The body of a ProcessQuery request and of its response, as office.js writes and reads them. */

export enum ObjectPathType {
  GlobalObject = 1,
  NewObject = 2,
  Method = 3,
  Property = 4,
  Indexer = 5,
  ReferenceId = 6,
  NullObject = 7,
}

export enum ActionType {
  Instantiate = 1,
  Query = 2,
  Method = 3,
  SetProperty = 4,
  Trace = 5,
  EnsureUnchanged = 6,
  QueryAsJson = 7,
  RecursiveQuery = 8,
  Update = 9,
}

export interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  /** Mirrors Arguments; an entry other than 0 says that the argument is the object of that path. */
  readonly ReferencedObjectPathIds?: readonly unknown[];
}

export interface ObjectPath {
  readonly Id: number;
  readonly ObjectPathType: ObjectPathType;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

export interface QueryInfo {
  /** camelCase, "/" between levels; none or "*" asks for every scalar. */
  readonly Select?: readonly string[];
  readonly Expand?: readonly string[];
  readonly Top?: number;
  readonly Skip?: number;
}

export interface Action {
  readonly Id: number;
  readonly ActionType: ActionType;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  readonly QueryInfo?: QueryInfo;
}

export interface QueryRequest {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
  readonly AutoKeepReference?: boolean;
}

export interface ActionResult {
  readonly ActionId: number;
  readonly Value: unknown;
}

export interface QueryError {
  readonly Code: string;
  readonly Message: string;
  readonly Location: string;
  /** Lets office.js print the statement that failed. */
  readonly ActionIndex: number;
  readonly HttpStatusCode: number;
}

export interface QueryResponse {
  readonly Results: readonly ActionResult[];
  readonly TraceIds: readonly number[];
  readonly Error?: QueryError;
}
