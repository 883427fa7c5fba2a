import { andList, counted, firstFew } from '../../../base/words';
import { sheetList } from '../../sheet-list';
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
    inserted.length > 0 ? `Inserted ${sheetList(inserted)}.` : '',
    refreshed.length > 0 ? `Brought ${sheetList(refreshed)} up to date.` : '',
    ...foreign.map(
      ({ name, instead }) =>
        `A sheet named ${name} was there already and has not been touched; the model’s is ${instead}.`,
    ),
    locked.length > 0
      ? `${andList(locked)} ${locked.length === 1 ? 'is' : 'are'} protected and stayed as ${locked.length === 1 ? 'it was' : 'they were'}: unprotect on the Review tab and choose Refresh.`
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

function addresses(changed: readonly ChangedCell[]): string {
  const named = changed.map(({ sheet, address }) => `${sheet}!${address}`);
  return named.length > ADDRESSES_NAMED ? firstFew(named, ADDRESSES_NAMED) : andList(named);
}
