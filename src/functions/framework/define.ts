import { Decimal } from '../../base/decimal';
import { binder, type Arguments, type ValuesOf } from './arguments/boundary';
import type { CellValue, FunctionDescriptor, Outcome, Parameter } from './descriptor';
import { Refusal } from '../../base/refusal';

/** What a body may give back; decimals become the nearest double on their way into the grid. */
export type BodyValue = Decimal | CellValue;
export type BodyResult = BodyValue | BodyValue[][] | FinishedBlock | Refusal;

/** A block as the grid takes it, which a function keeps for the next call: the grid gets a copy each time. */
export class FinishedBlock {
  constructor(readonly rows: readonly (readonly CellValue[])[]) {}
}

/** What a kept block is made from. */
export function finish(block: readonly (readonly BodyValue[])[]): FinishedBlock | Refusal {
  const cells = cellsFor(block);
  return cells instanceof Refusal ? cells : new FinishedBlock(cells);
}

interface Head<Id extends string, A extends Arguments> {
  readonly id: Id;
  /** By name, in the order in which Excel passes them. */
  readonly parameters: A;
  readonly result: FunctionDescriptor['result'];
}

interface Body<A extends Arguments> {
  readonly body: (values: ValuesOf<A>) => BodyResult;
}

/** A descriptor that knows its id and its arguments by name, so that the compiler holds its texts against it. */
export interface NamedFunction<Id extends string, A extends Arguments> extends FunctionDescriptor {
  readonly id: Id;
  readonly arguments: A;
}

export interface DefinedFunction<Id extends string, A extends Arguments> extends NamedFunction<Id, A> {
  call(args: readonly unknown[]): Outcome;
}

/** A function whose body is a script of its own, so that no other function waits for it. */
export interface FetchedFunction<Id extends string, A extends Arguments> extends NamedFunction<Id, A> {
  call(args: readonly unknown[]): Promise<Outcome>;
}

/** A function for the grid: its arguments, and a body that meets only values that are in range. */
export function defineFunction<const Id extends string, const A extends Arguments>({
  body,
  ...head
}: Head<Id, A> & Body<A>): DefinedFunction<Id, A> {
  const read = binder(head.id, head.parameters);
  return {
    ...described(head),
    call(raw) {
      const values = read(raw);
      return values instanceof Refusal ? values : forGrid(body(values));
    },
  };
}

/**
 * As defineFunction, with a body that is fetched when the function is first called with arguments that it takes.
 *
 * @param fetchBody the import() of the module with the body
 */
export function defineFetchedFunction<const Id extends string, const A extends Arguments>({
  fetchBody,
  ...head
}: Head<Id, A> & { fetchBody(): Promise<Body<NoInfer<A>>> }): FetchedFunction<Id, A> {
  const read = binder(head.id, head.parameters);
  return {
    ...described(head),
    async call(raw) {
      const values = read(raw);
      if (values instanceof Refusal) return values;
      // The next call asks again for what could not be fetched.
      const module = await fetchBody().catch(() => unreachable(head.id));
      return module instanceof Refusal ? module : forGrid(module.body(values));
    },
  };
}

const unreachable = (id: string): Refusal =>
  new Refusal(
    `${id} needs a part of Meterbook that could not be fetched from its server. Check the connection, then recalculate with Ctrl+Alt+F9; if it stays so, close Excel and open it again.`,
    { kind: 'not available' },
  );

function described<Id extends string, A extends Arguments>({ id, parameters, result }: Head<Id, A>) {
  const named = Object.entries(parameters).map(([name, { unit, matrix, rule, defaultText }]): Parameter => ({
    name,
    unit,
    matrix,
    rule,
    defaultText,
    optional: defaultText !== undefined,
  }));
  return { id, arguments: parameters, parameters: named, result };
}

function forGrid(result: BodyResult): Outcome {
  if (result instanceof Refusal) return result;
  if (result instanceof FinishedBlock) return result.rows.map((row) => row.slice());
  return Array.isArray(result) ? cellsFor(result) : cellFor(result);
}

function cellsFor(result: readonly (readonly BodyValue[])[]): CellValue[][] | Refusal {
  const block: CellValue[][] = [];
  for (const row of result) {
    const cells: CellValue[] = [];
    for (const value of row) {
      const cell = cellFor(value);
      if (cell instanceof Refusal) return cell;
      // Excel shows a null within a block as 0.
      cells.push(cell ?? '');
    }
    block.push(cells);
  }
  return block;
}

/** A value as the grid takes it: what a function keeps for the next call is turned into a number once. */
export function cellFor(value: BodyValue): CellValue | Refusal {
  if (!Decimal.isDecimal(value)) return value as CellValue;
  const number = value.toNumber();
  // A negative zero would print as -0 in some hosts.
  if (Number.isFinite(number)) return number === 0 ? 0 : number;
  return new Refusal('The result is too large for a cell: the largest number is about 1.8E+308.', {
    kind: 'too large',
  });
}
