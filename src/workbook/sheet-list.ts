import { andList } from '../base/words';

/** "the sheets Cover, Terms and Schedule" */
export const sheetList = (names: readonly string[]): string =>
  `the ${names.length === 1 ? 'sheet' : 'sheets'} ${andList(names)}`;
