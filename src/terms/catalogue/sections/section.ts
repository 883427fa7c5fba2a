import type { ItemKind, TermDefinition, TermRule } from '../definition';

/** The rules and the shorthand that the sections of the catalogue are written in. */
export const SHARE: TermRule = { type: 'share', min: 0, max: 1 };
export const AMOUNT: TermRule = { type: 'number', min: 0 };
export const ABOVE_ZERO: TermRule = { type: 'number', above: 0 };
export const DATE: TermRule = { type: 'date' };
export const TEXT: TermRule = { type: 'text' };
export const choice = (...choices: string[]): TermRule => ({ type: 'choice', choices });

export type Row = Omit<TermDefinition, 'section' | 'item'>;

export const section = (name: string, item: ItemKind, rows: readonly Row[]): TermDefinition[] =>
  rows.map((row) => ({ section: name, item, ...row }));
