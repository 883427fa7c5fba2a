import { orList } from '../../../base/words';
import { cellOf, shown, type Cell } from '../../../base/cell';
import type { OptionRule } from '../descriptor';
import { readCell, type Kind } from './kinds';
import { didYouMean } from '../../../base/meant-name';
import { knownName } from '../../../base/nearest';
import { Refusal } from '../../../base/refusal';
import { blockOf } from './table';

/** One named option. */
export interface Option<T> {
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
  about: { unit: string; defaultText: string },
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
  readonly rules: readonly OptionRule<keyof V & string>[];
  readonly byDefault: V;
  read(raw: unknown, name: string): V | Refusal;
}

/** For an option that alone does nothing, those of which one must be there too, whatever its value. */
export type Partners<Name extends string> = Readonly<Partial<Record<Name, readonly Name[]>>>;

const HEADERS = new Set(['option', 'options', 'name', 'setting']);

/**
 * A range of two columns, name and value. Names in any case; an unknown or repeated name is refused, because a
 * misspelt discount would otherwise be a discount of nothing.
 */
export function optionSet<const O extends Options>(
  options: O,
  partners?: Partners<keyof O & string>,
): OptionSet<OptionValues<O>> {
  const names = Object.keys(options);
  const byDefault = Object.fromEntries(names.map((name) => [name, options[name]?.byDefault]));
  return {
    rules: optionRules(options),
    byDefault: byDefault as OptionValues<O>,
    read(raw, name) {
      const rows = blockOf(raw, name, 2, 2);
      if (rows instanceof Refusal) return rows;
      const given = new Map<string, unknown>();
      const filled: { option: string; place: string; cell: Cell }[] = [];
      for (const { values, at } of rows) {
        const place = `${name}, row ${at}`;
        const cell = cellOf(values[0]);
        if (cell.holds !== 'text') {
          return new Refusal(
            `${place}: the name of the option is ${shown(cell)}. The options are ${names.join(', ')}.`,
          );
        }
        if (at === rows[0]?.at && HEADERS.has(cell.value.toLowerCase())) continue;
        const known = knownName(names, cell.value);
        if (known === undefined) return new Refusal(unknownName(place, cell.value, names));
        if (given.has(known))
          return new Refusal(`${place}: the option ${known} is given twice. Keep one row of it.`);
        const value = options[known]?.read(values[1], `${place} (${known})`);
        if (value instanceof Refusal) return value;
        given.set(known, value);
        const content = cellOf(values[1]);
        if (content.holds !== 'blank') {
          filled.push({ option: known, place: `${place} (${known})`, cell: content });
        }
      }
      const idle = filled.find(({ option: of }) => {
        const needed: readonly string[] | undefined = partners?.[of];
        return needed !== undefined && !needed.some((partner) => given.has(partner));
      });
      if (idle) return withoutPartner(idle, partners?.[idle.option] ?? []);
      return { ...byDefault, ...Object.fromEntries(given) } as OptionValues<O>;
    },
  };
}

function optionRules<O extends Options>(options: O): OptionRule<keyof O & string>[] {
  return Object.entries(options).map(([name, { unit, defaultText, kind }]) => ({
    name: name as keyof O & string,
    unit,
    defaultText,
    rule: kind.rule,
  }));
}

/** An option that does nothing misleads: whoever gave it believes that it counts. */
function withoutPartner(
  { place, cell }: { place: string; cell: Cell },
  partners: readonly string[],
): Refusal {
  return new Refusal(
    `${place} is ${shown(cell)}: without the option ${orList(partners)} it does nothing. Add a row of ${orList(partners)}, or remove this one.`,
  );
}

function unknownName(place: string, wanted: string, names: readonly string[]): string {
  return `${place}: "${wanted}" is no option here.${didYouMean(wanted, names)} The options are ${names.join(', ')}.`;
}
