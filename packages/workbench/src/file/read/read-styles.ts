import type { CellMarks } from '../../book/looks/cell-look';
import { elementsOf } from '../package/xml';

/** What a file says of a cell's look and the grid's import leaves out. */
export interface ReadStyle {
  /** As Excel writes it. */
  readonly numberFormat: string;
  readonly marks: CellMarks;
}

/** The numbers that stand for formats which files do not spell out, as Excel shows them in English. */
export const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '$#,##0_);($#,##0)',
  6: '$#,##0_);[Red]($#,##0)',
  7: '$#,##0.00_);($#,##0.00)',
  8: '$#,##0.00_);[Red]($#,##0.00)',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'm/d/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yyyy h:mm',
  37: '#,##0_);(#,##0)',
  38: '#,##0_);[Red](#,##0)',
  39: '#,##0.00_);(#,##0.00)',
  40: '#,##0.00_);[Red](#,##0.00)',
  41: '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)',
  42: '_($* #,##0_);_($* (#,##0);_($* "-"_);_(@_)',
  43: '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)',
  44: '_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
};

/** What each number of a number format stands for. */
export function numberFormats(styles: Document): (id: number) => string {
  const own = new Map(
    within(styles, 'numFmts', 'numFmt').map((format) => [
      Number(format.getAttribute('numFmtId')),
      format.getAttribute('formatCode') ?? 'General',
    ]),
  );
  return (id) => own.get(id) ?? BUILT_IN[id] ?? 'General';
}

/** By the number that cells give for their look. */
export function readStyles(styles: Document): ReadStyle[] {
  const formats = numberFormats(styles);
  const names = new Map(
    elementsOf(styles, 'cellStyle').map((style) => [
      style.getAttribute('xfId') ?? '',
      style.getAttribute('name') ?? '',
    ]),
  );
  return within(styles, 'cellXfs', 'xf').map((look) => ({
    numberFormat: formats(Number(look.getAttribute('numFmtId') ?? 0)),
    marks: marksOf(look, names.get(look.getAttribute('xfId') ?? '')),
  }));
}

const within = (styles: Document, list: string, tag: string): Element[] =>
  elementsOf(styles, list).flatMap((found) => elementsOf(found, tag));

/** What a format says beside what the grid knows. */
export function marksOf(look: Element, styleName: string | undefined): CellMarks {
  const [protection] = elementsOf(look, 'protection');
  const [alignment] = elementsOf(look, 'alignment');
  const indent = Number(alignment?.getAttribute('indent') ?? 0);
  return {
    ...(isOff(protection?.getAttribute('locked')) ? { unlocked: true } : {}),
    ...(isOn(protection?.getAttribute('hidden')) ? { formulaHidden: true } : {}),
    ...(indent > 0 ? { indent } : {}),
    ...(styleName === undefined || styleName === '' || styleName === 'Normal' ? {} : { styleName }),
  };
}

const isOff = (value: string | null | undefined) => value === '0' || value === 'false';
const isOn = (value: string | null | undefined) => value === '1' || value === 'true';
