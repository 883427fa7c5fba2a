/** 'Sample prices'!B17 reads better without its quotes. */
export const plainAddress = (address: string): string =>
  address.replace(/^'(.*)'!/, '$1!').replaceAll("''", "'");
