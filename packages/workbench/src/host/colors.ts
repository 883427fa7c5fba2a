import { invalidArgument } from '../interpreter/host-object';

const NAMED_COLORS: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#FFFFFF',
  red: '#FF0000',
  green: '#008000',
  blue: '#0000FF',
  yellow: '#FFFF00',
  orange: '#FFA500',
  gray: '#808080',
  grey: '#808080',
};

/** @returns `#RRGGBB` in capitals, as Excel answers */
export function htmlColor(color: string): string {
  const hex = NAMED_COLORS[color.toLowerCase()] ?? (/^[0-9a-f]{6}$/i.test(color) ? `#${color}` : color);
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw invalidArgument(`"${color}" is not a colour such as #FF8800.`);
  return hex.toUpperCase();
}
