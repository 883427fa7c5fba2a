/** One space counts as many, and case does not count. */
export function plain(name: string): string {
  const lower = name.toLowerCase();
  return UNEVEN.test(lower) ? lower.replace(/\s+/g, ' ').trim() : lower;
}

const UNEVEN = /^\s|\s$|\s\s|[^\S ]/;

/** The known name that a text stands for, whatever its case and blanks; undefined where it is none. */
export function knownName(names: readonly string[], wanted: string): string | undefined {
  const target = plain(wanted);
  return names.find((name) => plain(name) === target);
}

/** The names nearest to a misspelt one, the nearest first. */
export function nearest(wanted: string, names: readonly string[], count = 1): string[] {
  const target = plain(wanted);
  return names
    .map((name) => ({ name, away: distance(plain(name), target) }))
    .sort((a, b) => a.away - b.away)
    .slice(0, count)
    .map(({ name }) => name);
}

/** Levenshtein: the fewest letters to insert, delete or change. */
export function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_none, place) => place);
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
