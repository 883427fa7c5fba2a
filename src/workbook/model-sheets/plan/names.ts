import type { ModelSheetKey } from './outcome';

/** Names of single cells, which formulas of the model read. All are listed on the Cover. */
export const CELL_NAMES = {
  start: 'mdl_Start',
  months: 'mdl_Months',
  asOf: 'mdl_AsOf',
  currency: 'mdl_Currency',
  million: 'mdl_Million',
  scenarioColumn: 'sc_Column',
  master: 'chk_Master',
} as const;
export type CellName = (typeof CELL_NAMES)[keyof typeof CELL_NAMES];

/** A name leads back to each sheet of the model, whatever a person calls it by now. */
export const sheetNameOf = (key: ModelSheetKey): string => `Meterbook_${key}`;

export const NAMES_IN_WORDS: readonly (readonly [name: string, meaning: string])[] = [
  ['Terms', 'The table of terms with its header: what every function of Meterbook reads'],
  ['Scenario', 'The scenario in force; blank is Base'],
  [
    CELL_NAMES.scenarioColumn,
    'Place of the scenario in force among the columns of the table, counted from Base',
  ],
  [CELL_NAMES.start, 'First day of the model'],
  [CELL_NAMES.months, 'Number of months in the scenario in force'],
  [CELL_NAMES.asOf, 'Date to which tranches are discounted'],
  [CELL_NAMES.currency, 'Currency of every amount'],
  [CELL_NAMES.million, 'Tokens to which unit prices refer'],
  [CELL_NAMES.master, '1 where no check fails'],
  ['Meterbook_Cover, Meterbook_Terms, …', 'The sheets of the model, whatever they are renamed to'],
];
