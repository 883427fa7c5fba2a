import { cellAddress, cellZone, parseZone, type Zone } from '../../book/address';
import { movedFormula } from '../../book/formulas/moved-formula';
import { escaped } from '../package/xml';
import { readText } from './shared-texts';
import { attributesOf, plainXml, unescaped, withSigns } from '../package/xml-text';

/** A cell as a file stores it. */
export interface ReadCell {
  readonly row: number;
  readonly col: number;
  /** The number of its look; 0 for none. */
  readonly style: number;
  readonly value: StoredValue;
  /** As stored, without a sign of equality. */
  readonly formula: string | undefined;
  /** The cells of an array formula that begins here. */
  readonly array: Zone | undefined;
  /** Of an array formula whose cells are as many as its result has. */
  readonly isDynamic: boolean;
  /** An array formula elsewhere fills it. */
  readonly isFilled: boolean;
}

/** A constant, or what a formula came to when the file was saved; undefined for a blank cell. */
export type StoredValue =
  | { readonly is: 'number' | 'text' | 'error'; readonly text: string }
  | { readonly is: 'boolean'; readonly truth: boolean }
  | undefined;

export interface ReadSheet {
  readonly cells: readonly ReadCell[];
  /** Where something stands beyond what is read: the first such cell. */
  readonly beyond: string | undefined;
  /** A what-if table of Excel, whose cells hold values only. */
  readonly hasDataTable: boolean;
  /** The rows without what their cells hold, for the grid's import of looks, heights and groups. */
  readonly bareRows: string;
}

/** A cell ends before the next one begins, so that one without its end costs no search through the rest of the sheet. */
const PARTS = /<row\b([^>]*)>|<c\b([^>]*?)(?:\/>|>([^<]*(?:<(?!\/?c[\s>/])[^<]*)*)<\/c>)/g;
const FORMULA = /<f\b([^>]*?)(?:\/>|>([^]*?)<\/f>)/;
const VALUE = /<v\b[^>]*>([^]*?)<\/v>/;

/** The grid computes with rows and columns that are blank, too: larger sheets would keep a person waiting. */
export const MOST_ROWS = 20_000;
export const MOST_COLUMNS = 1_000;

/** @param rows what stands in `sheetData` */
export function readCells(rows: string, texts: readonly string[]): ReadSheet {
  const reader = new RowReader(texts);
  const bare: string[] = [];
  for (const [, row, cell, body] of plainXml(rows).matchAll(PARTS)) {
    if (row !== undefined) bare.push(reader.beginRow(row));
    else bare.push(reader.cell(cell ?? '', body ?? ''));
  }
  const { cells, beyond, hasDataTable } = reader;
  return { cells, beyond, hasDataTable, bareRows: `${bare.join('')}${bare.length > 0 ? '</row>' : ''}` };
}

interface SharedFormula {
  readonly text: string;
  readonly row: number;
  readonly col: number;
}

/** Places are left out where a row or cell follows the one before. */
class RowReader {
  readonly cells: ReadCell[] = [];
  beyond: string | undefined;
  hasDataTable = false;
  private readonly shared = new Map<string, SharedFormula>();
  /** What array formulas above or in this row fill: values there belong to them. */
  private arrays: Zone[] = [];
  private row = -1;
  private col = -1;

  constructor(private readonly texts: readonly string[]) {}

  beginRow(attributes: string): string {
    const { r, ...others } = attributesOf(attributes);
    const isFirst = this.row < 0;
    this.row = r === undefined ? this.row + 1 : Number(r) - 1;
    this.col = -1;
    if (this.row >= MOST_ROWS) return '';
    this.arrays = this.arrays.filter(({ bottom }) => bottom >= this.row);
    const kept = Object.entries(others).filter(([name]) => ROW_ATTRIBUTES.has(name));
    const height = others['customHeight'] === undefined ? [] : kept.filter(([name]) => name === 'ht');
    const shown = [...kept.filter(([name]) => name !== 'ht'), ...height];
    return `${isFirst ? '' : '</row>'}<row r="${this.row + 1}"${shown.map(([name, value]) => ` ${name}="${escaped(value ?? '')}"`).join('')}>`;
  }

  cell(attributes: string, body: string): string {
    const { r = '', s, t = 'n', cm } = attributesOf(attributes);
    const place = parseZone(r);
    if (place !== undefined) this.row = place.top;
    this.col = place === undefined ? this.col + 1 : place.left;
    const style = Number(s ?? 0);
    const { row, col } = this;
    const { formula, array } = this.formula(body);
    const isFilled = formula === undefined && this.isInArray();
    const value = this.value(t, body);
    if (row >= MOST_ROWS || col >= MOST_COLUMNS) {
      if ((value !== undefined || formula !== undefined) && !isFilled) this.beyond ??= cellAddress(row, col);
      return '';
    }
    this.cells.push({ row, col, style, value, formula, array, isDynamic: cm !== undefined, isFilled });
    return style === 0 ? '' : `<c r="${cellAddress(row, col)}" s="${style}"/>`;
  }

  private isInArray(): boolean {
    const { row, col } = this;
    return this.arrays.some(({ left, right, bottom }) => row <= bottom && col >= left && col <= right);
  }

  private value(type: string, body: string): StoredValue {
    if (type === 'inlineStr') return { is: 'text', text: readText(body) };
    const found = VALUE.exec(body);
    // A program that does not compute stores no value of a text.
    if (found === null && type === 'str') return undefined;
    const stored = unescaped(found?.[1] ?? '');
    switch (type) {
      case 's':
        return { is: 'text', text: this.texts[Number(stored)] ?? '' };
      case 'str':
        return { is: 'text', text: withSigns(stored) };
      case 'b':
        return { is: 'boolean', truth: stored === '1' || stored === 'true' };
      case 'e':
        return { is: 'error', text: stored };
      case 'd':
        return numberOf(String(serialOf(stored) ?? ''));
      default:
        return numberOf(stored.trim());
    }
  }

  private formula(body: string): { readonly formula?: string; readonly array?: Zone } {
    const [all, attributes = '', text = ''] = FORMULA.exec(body) ?? [];
    if (all === undefined) return {};
    const { t, ref = '', si = '' } = attributesOf(attributes);
    const formula = withSigns(unescaped(text)).trim().replace(/^=/, '');
    if (t === 'dataTable') this.hasDataTable = true;
    if (t === 'array' && formula !== '') {
      const array = parseZone(ref) ?? cellZone(this.row, this.col);
      this.arrays.push(array);
      return { formula, array };
    }
    if (t !== 'shared') return formula === '' ? {} : { formula };
    const { row, col } = this;
    if (formula !== '') {
      this.shared.set(si, { text: formula, row, col });
      return { formula };
    }
    const first = this.shared.get(si);
    return first === undefined ? {} : { formula: movedFormula(first.text, row - first.row, col - first.col) };
  }
}

/** A height that the writer worked out itself is left to the grid. */
const ROW_ATTRIBUTES = new Set(['ht', 'customHeight', 'hidden', 's', 'outlineLevel', 'collapsed']);

const numberOf = (text: string): StoredValue =>
  text !== '' && Number.isFinite(Number(text)) ? { is: 'number', text } : undefined;

const MILLISECONDS_OF_DAY = 86_400_000;
/** The serial number of 1970-01-01. */
const EPOCH = 25_569;

/** A date as ISO text, which some writers store. */
function serialOf(text: string): number | undefined {
  const time = Date.parse(/[zZ]$|[+-]\d\d:\d\d$/.test(text) || !text.includes('T') ? text : `${text}Z`);
  return Number.isNaN(time) ? undefined : time / MILLISECONDS_OF_DAY + EPOCH;
}
