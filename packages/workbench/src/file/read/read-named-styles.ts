import type { CellStyle, StyleBorder } from '../../book/looks/cell-styles';
import type { GridData } from '../fill/grid-import';
import { marksOf, numberFormats } from './read-styles';
import { elementsOf } from '../package/xml';

/** Whether a part of a format belongs to the style, by the attribute that says so and Excel's member for it. */
const INCLUSIONS: Readonly<Record<string, string>> = {
  applyNumberFormat: 'IncludeNumber',
  applyFont: 'IncludeFont',
  applyFill: 'IncludePatterns',
  applyBorder: 'IncludeBorder',
  applyAlignment: 'IncludeAlignment',
  applyProtection: 'IncludeProtection',
};

/** By the grid's word for a side: Excel's. */
const SIDES: Readonly<Record<string, string>> = {
  top: 'EdgeTop',
  bottom: 'EdgeBottom',
  left: 'EdgeLeft',
  right: 'EdgeRight',
};

/** The grid's import reads formats of cells only: those of styles stand behind them. */
export const withStyleFormats = (styles: string): string => {
  const own = /<cellStyleXfs\b[^>]*>([^]*?)<\/cellStyleXfs>/.exec(styles)?.[1] ?? '';
  return styles.replace('</cellXfs>', () => `${own}</cellXfs>`);
};

/** The named styles that the file defines itself; Excel's own are known. */
export function readNamedStyles(styles: Document, data: GridData): CellStyle[] {
  const xfs = formatsIn(styles, 'cellStyleXfs');
  const first = formatsIn(styles, 'cellXfs').length;
  const formats = numberFormats(styles);
  return elementsOf(styles, 'cellStyle').flatMap((element) => {
    const name = element.getAttribute('name') ?? '';
    const place = Number(element.getAttribute('xfId') ?? 0);
    const xf = xfs[place];
    const isBuiltIn = (element.getAttribute('builtinId') ?? '') !== '';
    if (xf === undefined || name === '' || (isBuiltIn && !isOn(element.getAttribute('customBuiltin'))))
      return [];
    return {
      name,
      isBuiltIn,
      look: { ...data.styles[first + place + 1], ...marksOf(xf, undefined) } as CellStyle['look'],
      numberFormat: formats(Number(xf.getAttribute('numFmtId') ?? 0)),
      borders: bordersOf(data.borders?.[Number(xf.getAttribute('borderId') ?? 0) + 1] ?? {}),
      members: inclusionsOf(xf),
    };
  });
}

const formatsIn = (styles: Document, list: string): Element[] =>
  elementsOf(styles, list).flatMap((found) => elementsOf(found, 'xf'));

function bordersOf(border: Readonly<Record<string, { style: string; color: string } | undefined>>) {
  const sides = Object.entries(SIDES).flatMap(([position, side]): [string, StyleBorder][] => {
    const drawn = border[position];
    return drawn === undefined ? [] : [[side, { position, ...drawn }]];
  });
  return Object.fromEntries(sides);
}

const inclusionsOf = (xf: Element): CellStyle['members'] =>
  Object.fromEntries(
    Object.entries(INCLUSIONS)
      .filter(([attribute]) => /^(?:0|false)$/.test(xf.getAttribute(attribute) ?? ''))
      .map(([, member]) => [member, false]),
  );

const isOn = (value: string | null) => value === '1' || value === 'true';
