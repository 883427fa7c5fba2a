import { isBlank, isInvocation } from '../../../base/cell';
import type { OptionsRule, ParameterRule, TableRule } from '../descriptor';
import { allowed } from '../../../base/rule';
import { readCell, type ArgumentRule, type Kind } from './kinds';
import type { OptionSet } from './options';
import { Refusal } from '../../../base/refusal';
import type { Table } from './table';

/**
 * The boundary between Excel's arguments and the functions' bodies: each argument says how it is described and read,
 * and `bind` reads them all. Nothing behind it meets a blank, an error, or a text where a number belongs.
 */
export interface Argument<T, R extends ParameterRule = ParameterRule> {
  readonly unit: string;
  readonly matrix: boolean;
  readonly rule: R;
  /** In words, for an argument that may be left out; undefined for a required one. */
  readonly defaultText?: string;
  /** The value where it is left out. */
  readonly byDefault?: T;
  read(raw: unknown, name: string): T | Refusal;
}

interface About {
  readonly unit: string;
}

/** One cell that must be filled. */
export function required<T>(kind: Kind<T>, about: About): Argument<T, ArgumentRule> {
  return {
    ...about,
    matrix: false,
    rule: kind.rule,
    read(raw, name) {
      const only = singleCell(raw, name);
      return only instanceof Refusal ? only : readFilled(kind, only.value, name);
    },
  };
}

/** One cell that may be blank or left out. */
export function optional<T, const D>(
  kind: Kind<T>,
  byDefault: D,
  about: About & { readonly defaultText: string },
): Argument<T | D, ArgumentRule> {
  return {
    ...about,
    matrix: false,
    rule: kind.rule,
    byDefault,
    read(raw, name) {
      const only = singleCell(raw, name);
      if (only instanceof Refusal) return only;
      const value = readCell(kind, only.value, name);
      return value === undefined ? byDefault : value;
    },
  };
}

/** A range with named columns. */
export function range<R, Name extends string>(
  shape: Table<R, Name>,
  about: About,
): Argument<R[], TableRule<Name>> {
  return {
    ...about,
    matrix: true,
    rule: { type: 'table', columns: shape.columns },
    read: (raw, name) => shape.read(raw, name),
  };
}

/** One number; or a range with named columns, where it changes over time. */
export function oneOrRange<T, R, Name extends string>(
  kind: Kind<T>,
  shape: Table<R, Name>,
  about: About,
): Argument<T | R[], TableRule<Name>> {
  return {
    ...about,
    matrix: true,
    rule: { type: 'table', columns: shape.columns, orOne: kind.rule },
    read(raw, name) {
      const only = singleCell(raw, name);
      return only instanceof Refusal ? shape.read(raw, name) : readFilled(kind, only.value, name);
    },
  };
}

/** The range of options; always the last argument. */
export function options<V>(set: OptionSet<V>): Argument<V, OptionsRule<keyof V & string>> {
  return {
    unit: 'names and values',
    matrix: true,
    rule: { type: 'options', options: set.rules },
    defaultText: 'none',
    byDefault: set.byDefault,
    read: (raw, name) => set.read(raw, name),
  };
}

function readFilled<T>(kind: Kind<T>, raw: unknown, name: string): T | Refusal {
  const value = readCell(kind, raw, name);
  return value === undefined ? new Refusal(`${name} is blank: it must be ${allowed(kind.rule)}.`) : value;
}

/** The one value of an argument, which may come as a range of one cell. */
function singleCell(raw: unknown, name: string): { value: unknown } | Refusal {
  if (!Array.isArray(raw)) return { value: raw };
  const rows: readonly unknown[] = raw;
  const first: readonly unknown[] = Array.isArray(rows[0]) ? rows[0] : rows;
  if (rows.length === 1 && first.length === 1) return { value: first[0] };
  return new Refusal(
    `${name} is a range of ${rows.length} × ${first.length} cells: it takes one cell. Give a single cell or value.`,
  );
}

export type Arguments = Readonly<Record<string, Argument<unknown>>>;
export type ValuesOf<A extends Arguments> = {
  readonly [K in keyof A]: A[K] extends Argument<infer T> ? T : never;
};

/** Was it given at all? An argument left out is null; an invocation object is Excel's own. */
export function isOmitted(raw: unknown): boolean {
  return Array.isArray(raw) ? false : isInvocation(raw) || isBlank(raw);
}

type ArgumentList = readonly (readonly [name: string, argument: Argument<unknown>])[];

/**
 * The arguments of a call by name, or the first reason why they cannot be used. Surplus arguments are dropped:
 * Excel adds its invocation object after the last one.
 */
export const bind = <A extends Arguments>(
  id: string,
  parameters: A,
  raw: readonly unknown[],
): ValuesOf<A> | Refusal => binder(id, parameters)(raw);

/** The same for every call of a function: its parameters are listed once. */
export function binder<A extends Arguments>(
  id: string,
  parameters: A,
): (raw: readonly unknown[]) => ValuesOf<A> | Refusal {
  const list = Object.entries(parameters);
  return (raw) => {
    const missing = list.filter(
      ([, { defaultText }], index) => defaultText === undefined && isOmitted(raw[index]),
    );
    if (missing.length > 0) return refuseMissing(id, missing);
    const values: Record<string, unknown> = {};
    for (const [index, [name, argument]] of list.entries()) {
      const value = isOmitted(raw[index]) ? argument.byDefault : argument.read(raw[index], name);
      if (value instanceof Refusal) return value.concerning(name);
      values[name] = value;
    }
    return values as ValuesOf<A>;
  };
}

function refuseMissing(id: string, missing: ArgumentList): Refusal {
  const names = missing.map(([name, { unit }]) => `${name} (${unit})`).join(' and ');
  const are = missing.length > 1 ? 'are' : 'is';
  return new Refusal(
    `${id} needs ${names}, which ${are} blank or left out. Enter a value; where 0 is meant, enter 0.`,
  );
}
