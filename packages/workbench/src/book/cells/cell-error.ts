/** The grid's error codes, and Excel's. */

const EXCEL_CODE: Readonly<Record<string, string>> = {
  '#REF': '#REF!',
  '#BAD_EXPR': '#NAME?',
  '#ERROR': '#VALUE!',
  // Excel warns and shows 0; a code says more than a silent 0.
  '#CYCLE': '#REF!',
};

/** What a person reads where the engine gives no words of its own. */
const MEANING: Readonly<Record<string, string>> = {
  '#N/A': 'The value is not available.',
  '#VALUE!': 'A value in the formula is of the wrong kind.',
  '#REF!': 'The formula refers to a cell that does not exist.',
  '#NAME?': 'The formula holds a name or a function that is not known.',
  '#DIV/0!': 'The formula divides by zero.',
  '#NUM!': 'The formula has no numeric answer.',
  '#NULL!': 'The ranges in the formula do not meet.',
  '#SPILL!': 'The result needs cells that are not empty.',
  '#BUSY!': 'Calculating.',
  '#CYCLE': 'The formula refers to itself.',
};

export const excelErrorCode = (code: string) => EXCEL_CODE[code] ?? code;

export const errorMeaning = (code: string) =>
  MEANING[code] ?? MEANING[excelErrorCode(code)] ?? 'The formula cannot be computed.';
