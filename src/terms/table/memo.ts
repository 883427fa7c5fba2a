import { cellOf } from '../../base/cell';
import { type ParsedTerms, parseTerms } from './parse';

type Block = readonly (readonly unknown[])[];

interface Entry {
  /** A copy: the caller may go on to change its own. */
  readonly rows: Block;
  readonly parsed: ParsedTerms;
}

/** Tables kept beside the last one: a workbook rarely has more, and each keeps a table alive. */
const KEPT = 8;

let last: Entry | undefined;
const kept = new Map<string, Entry>();

/**
 * The parsed table of a range. Excel hands the range over anew with every cell that takes it, so ten thousand cells
 * over one table must not parse it ten thousand times: the content is compared with that of the last call, then
 * looked up by its hash.
 */
export function termsOf(block: Block): ParsedTerms {
  if (last && holds(last, block)) return last.parsed;
  const key = contentHash(block);
  const found = kept.get(key);
  if (found && holds(found, block)) {
    kept.delete(key);
    kept.set(key, found);
    last = found;
    return found.parsed;
  }
  const entry: Entry = {
    rows: block.map((row) => [...row]),
    parsed: parseTerms(block),
  };
  kept.delete(key);
  kept.set(key, entry);
  for (const oldest of kept.keys()) {
    if (kept.size <= KEPT) break;
    kept.delete(oldest);
  }
  last = entry;
  return entry.parsed;
}

/** Plain loops, because this is what each of ten thousand cells pays. */
function holds({ rows }: Entry, block: Block): boolean {
  if (rows.length !== block.length) return false;
  for (let at = 0; at < rows.length; at += 1) {
    const known = rows[at] ?? [];
    const row = block[at] ?? [];
    const width = known.length;
    if (row.length !== width) return false;
    for (let column = 0; column < width; column += 1) {
      const cell = row[column];
      if (cell !== known[column] && !isSameCell(cell, known[column])) return false;
    }
  }
  return true;
}

/** Errors and data types arrive as objects, made anew for every call. */
function isSameCell(a: unknown, b: unknown): boolean {
  if (typeof a !== typeof b || (typeof a !== 'object' && typeof a !== 'number')) return false;
  return cellText(a) === cellText(b);
}

const cellText = (raw: unknown): string => JSON.stringify(cellOf(raw));

const FNV_OFFSETS = [0x811c9dc5, 0x01000193] as const;
const FNV_PRIMES = [0x01000193, 0x5bd1e995] as const;

/** FNV-1a in two lanes of 32 bits; a hit is compared cell by cell, so a collision costs time and nothing else. */
export function contentHash(block: Block): string {
  let [a, b]: [number, number] = [...FNV_OFFSETS];
  const take = (unit: number): void => {
    a = Math.imul(a ^ unit, FNV_PRIMES[0]);
    b = Math.imul(b ^ unit, FNV_PRIMES[1]) ^ (b >>> 15);
  };
  const number = new Float64Array(1);
  const words = new Uint32Array(number.buffer);
  for (const row of block) {
    for (const cell of row) {
      if (typeof cell === 'number') {
        number[0] = cell;
        take(1);
        take(words[0] ?? 0);
        take(words[1] ?? 0);
      } else if (cell === null || cell === undefined) {
        take(2);
      } else {
        const text = typeof cell === 'string' ? cell : cellText(cell);
        take(3);
        take(text.length);
        for (let place = 0; place < text.length; place += 1) take(text.charCodeAt(place));
      }
    }
    take(4);
  }
  return `${(a >>> 0).toString(16)}-${(b >>> 0).toString(16)}`;
}
