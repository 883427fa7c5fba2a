/** What each column of a generated sheet holds: the same on all of them, months (or years, or scenarios) from J on. */
export const COLUMNS = {
  section: 'A',
  block: 'B',
  label: 'C',
  /** Rows are found by the id in this column, never by position. */
  id: 'D',
  constant: 'E',
  unit: 'F',
  total: 'G',
  check: 'H',
  opening: 'I',
} as const;

/** The place of column J, the first of the series, from 0. */
export const FIRST_SERIES = 9;

const RADIX = 26;
const CODE_OF_A = 65;

/** @param place from 0: 0 is A, 26 is AA */
export function letterOf(place: number): string {
  const last = String.fromCharCode(CODE_OF_A + (place % RADIX));
  return place < RADIX ? last : letterOf(Math.floor(place / RADIX) - 1) + last;
}

/** @returns from 0 */
export const placeOf = (letter: string): number =>
  [...letter].reduce((place, each) => place * RADIX + each.charCodeAt(0) - CODE_OF_A + 1, 0) - 1;

/** The letter of the n-th column of a series, from 0. */
export const seriesLetter = (place: number): string => letterOf(FIRST_SERIES + place);
