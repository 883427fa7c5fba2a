/** What the sheet Handoff says of each cell, from left to right; from VALUES on stand the values at hand-off. */
export const RECORD_COLUMNS = [
  { header: 'No.', width: 40 },
  { header: 'Sheet', width: 110 },
  { header: 'Cell', width: 60 },
  { header: 'Formula', width: 360 },
  { header: 'Replaced by', width: 100 },
  { header: 'Native formula', width: 200 },
  { header: 'Why a value', width: 200 },
  { header: 'Function', width: 130 },
  { header: 'Meterbook', width: 70 },
  { header: 'Handed off (UTC)', width: 120 },
  { header: 'Handed off by', width: 110 },
  { header: 'State', width: 160 },
  { header: 'Still there', width: 70 },
  { header: 'Value at hand-off', width: 130 },
] as const;

export type RecordColumn = (typeof RECORD_COLUMNS)[number]['header'];

export const columnOf = (header: RecordColumn): number =>
  RECORD_COLUMNS.findIndex((column) => column.header === header);

/** The first column of values; a block of several columns goes on to the right. */
export const VALUES = columnOf('Value at hand-off');

export const RECORD_SHEET = 'Handoff';
/** A name leads to the header's first cell, whatever the sheet is called by now. */
export const RECORD_NAME = 'Meterbook_Handoff';
