import type { Package } from '../package/package-parts';
import type { ReadWorkbook } from './read-workbook';

/** Things that a file may hold and a book here does not, by a part that is there for them only. */
const UNREAD: readonly (readonly [part: RegExp, what: string])[] = [
  [/^xl\/vbaProject\.bin$/, 'its macros'],
  [/^xl\/(?:comments|threadedComments)/, 'notes and comments'],
  [/^xl\/pivotTables\//, 'pivot tables, whose cells stay as values'],
  [/^xl\/(?:connections\.xml|queryTables\/)/, 'connections to data outside'],
  [/^xl\/(?:slicers|timelines)\//, 'slicers'],
  [/^xl\/(?:ctrlProps|activeX)\//, 'form controls'],
];

/** What a file holds and is left out, in words that follow "Left out:". */
export function leftOutOf({ paths }: Package, { otherSheets }: ReadWorkbook): string[] {
  const unread = UNREAD.filter(([part]) => paths.some((path) => part.test(path))).map(([, what]) => what);
  const sheets = otherSheets.map(({ name, holds }) => `the sheet "${name}", which holds ${holds}`);
  return [...unread, ...sheets];
}

const MOST_NAMED = 5;

/** `the names A, B and 3 more`; nothing where there is none. */
export function listed(what: string, names: readonly string[]): string[] {
  if (names.length === 0) return [];
  const different = [...new Set(names)];
  const shown = different.slice(0, MOST_NAMED);
  const rest = different.length - shown.length;
  return [`${what} ${rest === 0 ? shown.join(', ') : `${shown.join(', ')} and ${rest} more`}`];
}
