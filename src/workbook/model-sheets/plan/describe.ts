import type { ChangedCell } from './outcome';

/** What was done with the sheets of a model. */
export interface Work {
  readonly inserted: readonly string[];
  readonly refreshed: readonly string[];
  /** Protected, so that nothing could be written. */
  readonly locked: readonly string[];
  /** Names that other sheets have already, with those that the generated sheets got instead. */
  readonly foreign: readonly { readonly name: string; readonly instead: string }[];
  readonly changed: readonly ChangedCell[];
  readonly overwritten: number;
  /** Problems of the table, where it is not complete. */
  readonly problems: number;
  readonly isManual: boolean;
}

const ADDRESSES_NAMED = 5;

/** What happened, in sentences. */
export function describe(work: Work): string {
  const { inserted, refreshed, locked, foreign, changed, overwritten, problems, isManual } = work;
  return [
    sheetList('Inserted', inserted),
    refreshed.length > 0 ? `${sheetList('Brought', refreshed).replace(/\.$/, '')} up to date.` : '',
    ...foreign.map(
      ({ name, instead }) =>
        `A sheet named ${name} was there already and has not been touched; the model’s is ${instead}.`,
    ),
    locked.length > 0
      ? `${list(locked)} ${locked.length === 1 ? 'is' : 'are'} protected and stayed as ${locked.length === 1 ? 'it was' : 'they were'}: unprotect on the Review tab and choose Refresh.`
      : '',
    overwritten > 0 ? `Put Meterbook’s content back into ${counted(overwritten, 'cell')}.` : '',
    changed.length > 0 ? `Kept what you changed in ${addresses(changed)}.` : '',
    problems > 0
      ? `The table of terms is not complete yet (${counted(problems, 'problem')}, listed on the sheet of checks): fill it in and choose Refresh for the other sheets.`
      : '',
    isManual ? 'This workbook calculates on demand: press F9 to fill the new cells.' : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

function sheetList(verb: string, names: readonly string[]): string {
  return names.length === 0 ? '' : `${verb} the ${names.length === 1 ? 'sheet' : 'sheets'} ${list(names)}.`;
}

function list(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${last}` : last;
}

function addresses(changed: readonly ChangedCell[]): string {
  const named = changed.slice(0, ADDRESSES_NAMED).map(({ sheet, address }) => `${sheet}!${address}`);
  const more = changed.length - named.length;
  return more > 0 ? `${named.join(', ')} and ${more} more` : list(named);
}
