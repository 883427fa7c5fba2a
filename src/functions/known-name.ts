/** One space counts as many, and case does not count. */
function plain(name: string): string {
  return name.toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The name that was meant, if it is one of those known. */
export function knownName(names: readonly string[], wanted: string): string | undefined {
  return names.find((name) => plain(name) === plain(wanted));
}

/** The name that differs by the fewest letters. */
export function nearestName(names: readonly string[], wanted: string): string {
  const [nearest] = [...names].sort(
    (a, b) => distance(plain(a), plain(wanted)) - distance(plain(b), plain(wanted)),
  );
  return nearest ?? '';
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
