/** "A, B or C", of things that may be chosen. */
export const orList = (names: readonly string[]): string => listed(names, 'or');

/** "A, B and C", of things that all are meant. */
export const andList = (names: readonly string[]): string => listed(names, 'and');

const listed = (names: readonly string[], word: string): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1) ?? ''}`;

/** "A, B and 3 more" where there are more than `most`, else all of them. */
export const firstFew = (names: readonly string[], most: number): string =>
  names.length > most
    ? `${names.slice(0, most).join(', ')} and ${names.length - most} more`
    : names.join(', ');

/** "3 cells", "1 cell". @param many where more than an s is added: "formulas stay" */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** With a capital letter at its beginning, and without. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
export const uncapital = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
