/** Bounds of a number; one that is left out does not bind. */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
  /** The value must lie above this. */
  readonly above?: number;
}

/** The bounds in words: "from 0 to 1", "above 0", "any number". */
export function limits({ min, max, above }: Bounds): string {
  if (above !== undefined) return max === undefined ? `above ${above}` : `above ${above} and at most ${max}`;
  if (min !== undefined) return max === undefined ? `${min} or more` : `from ${min} to ${max}`;
  return max === undefined ? 'any number' : `at most ${max}`;
}

/** A, B or C. */
export function list(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;
}
