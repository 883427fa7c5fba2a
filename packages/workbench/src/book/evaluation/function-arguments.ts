import * as o from '@odoo/o-spreadsheet';

/** A function's arguments as the grid describes them, beyond its typings. */
interface Description {
  readonly args: readonly { readonly type?: readonly string[]; readonly repeating?: boolean }[];
  readonly nbrArgRepeating: number;
}

/** Which description belongs to each argument: repeated ones come in groups before those that follow them. */
export function argumentTargets(args: Description['args'], count: number): number[] {
  const from = args.findIndex(({ repeating }) => repeating === true);
  if (from < 0) return Array.from({ length: count }, (_, at) => at);
  const size = args.filter(({ repeating }) => repeating === true).length;
  const behind = args.length - from - size;
  const inGroups = Math.max(0, count - from - behind);
  const groups = behind === 0 ? Math.ceil(inGroups / size) : Math.floor(inGroups / size);
  const repeated = Math.min(groups * size, Math.max(0, count - from));
  return Array.from({ length: count }, (_, at) => {
    if (at < from) return at;
    return at < from + repeated ? from + ((at - from) % size) : from + size + (at - from - repeated);
  });
}

/** Which arguments get a range even of a single cell. */
export function rangeArguments(name: string, count: number): boolean[] {
  const { args } = o.registries.functionRegistry.get(name) as unknown as Description;
  const targets = argumentTargets(args, count);
  return targets.map((at) => args[at]?.type?.some((type) => type.startsWith('RANGE')) === true);
}
