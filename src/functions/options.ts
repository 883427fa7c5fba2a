import { cellOf } from './cell';
import type { OptionText } from './descriptor';
import { readCell, shown, type Kind } from './kinds';
import { Refusal } from './refusal';
import { blockOf } from './table';

/** One named option. */
export interface Option<T> {
  readonly text: string;
  readonly unit: string;
  readonly kind: Kind<unknown>;
  readonly defaultText: string;
  readonly byDefault: T;
  read(raw: unknown, place: string): T | Refusal;
}

type Options = Readonly<Record<string, Option<unknown>>>;
type OptionValues<O extends Options> = {
  readonly [K in keyof O]: O[K] extends Option<infer T> ? T : never;
};

/** @param about `defaultText` says in words what holds where the option is left out */
export function option<T, const D>(
  kind: Kind<T>,
  byDefault: D,
  about: { text: string; unit: string; defaultText: string },
): Option<T | D> {
  return {
    ...about,
    kind: kind as Kind<unknown>,
    byDefault,
    read(raw, place) {
      const value = readCell(kind, raw, place);
      return value === undefined ? byDefault : value;
    },
  };
}

/** The options of one function, all optional. */
export interface OptionSet<V> {
  readonly texts: readonly OptionText[];
  readonly byDefault: V;
  read(raw: unknown, name: string): V | Refusal;
}

const HEADERS = new Set(['option', 'options', 'name', 'setting']);

/**
 * A range of two columns, name and value. Names in any case; an unknown or repeated name is refused, because a
 * misspelt discount would otherwise be a discount of nothing.
 */
export function optionSet<const O extends Options>(options: O): OptionSet<OptionValues<O>> {
  const names = Object.keys(options);
  const byDefault = Object.fromEntries(names.map((name) => [name, options[name]?.byDefault]));
  return {
    texts: optionTexts(options),
    byDefault: byDefault as OptionValues<O>,
    read(raw, name) {
      const rows = blockOf(raw, name, 2, 2);
      if (rows instanceof Refusal) return rows;
      const given = new Map<string, unknown>();
      for (const { values, at } of rows) {
        const place = `${name}, row ${at}`;
        const cell = cellOf(values[0]);
        if (cell.holds !== 'text') {
          return new Refusal(
            `${place}: the name of the option is ${shown(cell)}. The options are ${names.join(', ')}.`,
          );
        }
        if (at === rows[0]?.at && HEADERS.has(cell.value.toLowerCase())) continue;
        const known = find(names, cell.value);
        if (known === undefined) return new Refusal(unknownName(place, cell.value, names));
        if (given.has(known))
          return new Refusal(`${place}: the option ${known} is given twice. Keep one row of it.`);
        const value = options[known]?.read(values[1], `${place} (${known})`);
        if (value instanceof Refusal) return value;
        given.set(known, value);
      }
      return { ...byDefault, ...Object.fromEntries(given) } as OptionValues<O>;
    },
  };
}

function optionTexts(options: Options): OptionText[] {
  return Object.entries(options).map(([name, { text, unit, defaultText, kind }]) => ({
    name,
    text,
    unit,
    defaultText,
    rule: kind.rule,
  }));
}

/** One space counts as many, and case does not count. */
function plain(name: string): string {
  return name.toLowerCase().replace(/\s+/g, ' ').trim();
}

function find(names: readonly string[], wanted: string): string | undefined {
  return names.find((name) => plain(name) === plain(wanted));
}

function unknownName(place: string, wanted: string, names: readonly string[]): string {
  const [nearest] = [...names].sort(
    (a, b) => distance(plain(a), plain(wanted)) - distance(plain(b), plain(wanted)),
  );
  return `${place}: "${wanted}" is no option here. Did you mean ${nearest ?? ''}? The options are ${names.join(', ')}.`;
}

/** Levenshtein: the fewest letters to insert, delete or change. */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(change, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
