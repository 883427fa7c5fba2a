import { attributesOf } from '../package/xml-text';

/*
 * Colours of looks by number. The grid's import knows those up to 65 and fails on any other; a file may bring a palette
 * of its own.
 */

/** Black, white, … and the two of the system. */
const LAST_KNOWN = 65;
const LAST_THEME_COLOR = 11;

/** The colours that a file names in place of Excel's own, by number. */
export const paletteOf = (styles: string): readonly string[] =>
  [
    ...(/<indexedColors\b[^>]*>([^]*?)<\/indexedColors>/.exec(styles)?.[1] ?? '').matchAll(
      /<rgbColor\b[^>]*>/g,
    ),
  ].map(([tag]) => attributesOf(tag)['rgb'] ?? '');

/** A colour in a part; a gradient's stops and the tabs of sheets have some, too. */
const COLOR = /<(?:\w*[cC]olor)\b[^>]*>/g;

/** Without colours that are not known: what has them is left to the program, as in Excel. */
export const withKnownColors = (part: string, palette: readonly string[]): string =>
  part.replace(COLOR, (tag) =>
    tag
      .replace(/\bindexed\s*=\s*(["'])\s*(\d*)\s*\1/, (all, _quote, number: string) => {
        const own = palette[Number(number)];
        if (own !== undefined && isColor(own)) return `rgb="${own}"`;
        return Number(number) > LAST_KNOWN ? '' : all;
      })
      .replace(/\btheme\s*=\s*(["'])\s*(\d*)\s*\1/, (all, _quote, number: string) =>
        Number(number) > LAST_THEME_COLOR ? '' : all,
      )
      .replace(/\brgb\s*=\s*(["'])([^"']*)\1/, (all, _quote, color: string) => (isColor(color) ? all : '')),
  );

const isColor = (text: string): boolean => /^(?:[\da-f]{6}|[\da-f]{8})$/i.test(text);
