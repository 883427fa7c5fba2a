import type { Culture } from '../../terms/entry/entry';
import { readBatch } from '../excel/excel-batch';

/** How this workbook's Excel writes numbers and dates. */
export const readCulture = (): Promise<Culture> =>
  readBatch(async (context) => {
    const { application } = context.workbook;
    application.load('decimalSeparator,thousandsSeparator');
    const dates = application.cultureInfo.datetimeFormat.load('shortDatePattern,dateSeparator');
    await context.sync();
    return {
      decimal: application.decimalSeparator,
      group: application.thousandsSeparator,
      dateOrder: dateOrderOf(dates.shortDatePattern),
      dateSeparator: dates.dateSeparator,
    };
  });

/** The order of day, month and year in a pattern such as d/M/yyyy. */
export function dateOrderOf(pattern: string): Culture['dateOrder'] {
  const order = [...pattern.toLowerCase().replace(/[^dmy]/g, '')].filter(
    (letter, place, letters) => letters.indexOf(letter) === place,
  );
  return (['ymd', 'dmy', 'mdy'] as const).find((known) => known === order.join('')) ?? 'ymd';
}
