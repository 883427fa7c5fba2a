/** How a workbook writes numbers and dates. */
export interface Culture {
  /** Between the whole part and the decimals. */
  readonly decimal: string;
  /** Between groups of three digits; some cultures have none. */
  readonly group: string;
  readonly dateOrder: 'ymd' | 'dmy' | 'mdy';
  readonly dateSeparator: string;
}

/** Points before decimals, commas between thousands, ISO dates. */
export const INVARIANT: Culture = { decimal: '.', group: ',', dateOrder: 'ymd', dateSeparator: '-' };
