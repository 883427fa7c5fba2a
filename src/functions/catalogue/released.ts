import type { FunctionMetadata, FunctionsMetadata } from './metadata';

/**
 * What workbooks rely on: functions.json as it was accepted, and every id with its arguments. Both are only added to.
 * Whatever else differs is a change of what was released.
 */
export interface Released {
  readonly golden: FunctionsMetadata;
  /** A line for each function: "VERSION", or "TIERED_COST quantity, tiers, mode". */
  readonly lock: readonly string[];
}

export type Acceptance = { readonly released: Released } | { readonly problems: readonly string[] };

/** A text of the scaffold that nobody has written yet begins with it. */
export const UNWRITTEN = 'Replace:';

/** What is released once the new functions, and the new optional arguments at the end of old ones, are added. */
export function accept(current: FunctionsMetadata, released: Released): Acceptance {
  const problems = [
    ...goneOrMoved(current, released),
    ...released.golden.functions.flatMap((before) => {
      const now = current.functions.find(({ id }) => id === before.id);
      return now === undefined ? [] : changes(before, now);
    }),
    ...current.functions.filter(isUnwritten).map(({ id }) => {
      return `${id} still has a text of the scaffold ("${UNWRITTEN} …"): write its texts first.`;
    }),
  ];
  if (problems.length > 0) return { problems };
  return { released: { golden: current, lock: current.functions.map(lockLine) } };
}

export const lockLine = ({ id, parameters }: FunctionMetadata): string =>
  parameters.length === 0 ? id : `${id} ${parameters.map(({ name }) => name).join(', ')}`;

export const lockedId = (line: string): string => line.split(' ')[0] ?? '';

function goneOrMoved({ functions }: FunctionsMetadata, { golden, lock }: Released): string[] {
  const ids = functions.map(({ id }) => id);
  const before = golden.functions.map(({ id }) => id);
  const gone = [...new Set([...before, ...lock.map(lockedId)])].filter((id) => !ids.includes(id));
  const problems = gone.map((id) => `${id} was released and is gone: a workbook that calls it shows #NAME?.`);
  const isInOrder = before.every((id, place) => ids[place] === id);
  if (gone.length === 0 && !isInOrder) {
    problems.push(`The released functions stand in another order than ${before.join(', ')}.`);
  }
  for (const line of lock) {
    const now = functions.find(({ id }) => id === lockedId(line));
    const isKept = now === undefined || lockLine(now) === line || lockLine(now).startsWith(`${line}, `);
    if (!isKept) problems.push(`${lockedId(line)} was released with the arguments of "${line}".`);
  }
  return problems;
}

function changes(before: FunctionMetadata, now: FunctionMetadata): string[] {
  const { parameters: old, ...fields } = before;
  const differs = (Object.keys(fields) as (keyof typeof fields)[])
    .filter((field) => !isSame(before[field], now[field]))
    .map((field) => `${before.id}: its ${field} was released as ${JSON.stringify(before[field])}.`);
  const replaced = old
    .filter((parameter, place) => !isSame(parameter, now.parameters[place]))
    .map(({ name }) => `${before.id}: its argument ${name} was released otherwise.`);
  const required = now.parameters
    .slice(old.length)
    .filter(({ optional }) => optional !== true)
    .map(
      ({ name }) => `${before.id}: its new argument ${name} is required, which the formulas there are lack.`,
    );
  return [...differs, ...replaced, ...required];
}

const isSame = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

const isUnwritten = ({ description, parameters }: FunctionMetadata): boolean =>
  [description, ...parameters.map((parameter) => parameter.description)].some((text) =>
    text.startsWith(UNWRITTEN),
  );
