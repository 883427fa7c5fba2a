import { Inflate } from 'fflate';

/** One file in a zip archive, still packed. */
export interface ZipEntry {
  readonly name: string;
  readonly isEncrypted: boolean;
  readonly method: number;
  readonly packed: Uint8Array;
}

/** More than this is no workbook that the grid could hold: a mistake, or an archive made to fill the memory. */
export const MOST_UNPACKED_BYTES = 200 * 1024 * 1024;
export const MOST_ENTRIES = 5_000;

/** The archive is damaged, or asks for more than there is room for; the message is what is wrong, without a full stop. */
export class BadArchive extends Error {}

const END = 0x06_05_4b_50;
const CENTRAL = 0x02_01_4b_50;
const LOCAL = 0x04_03_4b_50;
const END_BYTES = 22;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
const LONGEST_COMMENT = 0xff_ff;
const STORED = 0;
const DEFLATED = 8;

/** What the archive's directory lists. The sizes that it states are not trusted: see `Unpacking`. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return listed(bytes, view);
  } catch (failure) {
    if (failure instanceof RangeError) throw new BadArchive('it ends too early');
    throw failure;
  }
}

function listed(bytes: Uint8Array, view: DataView): ZipEntry[] {
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  if (count > MOST_ENTRIES) throw new BadArchive(`it has ${count} parts, and ${MOST_ENTRIES} are allowed`);
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  while (entries.length < count) {
    if (view.getUint32(at, true) !== CENTRAL) throw new BadArchive('its directory is damaged');
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(
      bytes.subarray(at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameLength),
    );
    const packed = packedBytes(bytes, view, view.getUint32(at + 42, true), view.getUint32(at + 20, true));
    const isEncrypted = (view.getUint16(at + 8, true) & 1) !== 0;
    entries.push({ name, isEncrypted, method: view.getUint16(at + 10, true), packed });
    at += CENTRAL_BYTES + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The last record of an archive, before a comment. */
function endOfDirectory(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_BYTES - LONGEST_COMMENT);
  for (let at = view.byteLength - END_BYTES; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new BadArchive('its directory is missing');
}

/** The name and the extra field are as long as the local record says, not as the directory does. */
function packedBytes(bytes: Uint8Array, view: DataView, at: number, length: number): Uint8Array {
  if (view.getUint32(at, true) !== LOCAL) throw new BadArchive('a part of it is damaged');
  const from = at + LOCAL_BYTES + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (from + length > bytes.length) throw new BadArchive('it ends too early');
  return bytes.subarray(from, from + length);
}

/** Unpacks entries, all of them together up to a limit that is watched while they grow. */
export class Unpacking {
  private room: number;

  constructor(private readonly most = MOST_UNPACKED_BYTES) {
    this.room = most;
  }

  unpack({ name, method, packed }: ZipEntry): Uint8Array {
    if (method === STORED) return this.take(packed);
    if (method !== DEFLATED) throw new BadArchive(`${name} is packed in a way that is not read`);
    const chunks: Uint8Array[] = [];
    const inflate = new Inflate((chunk) => chunks.push(this.take(chunk)));
    try {
      for (let at = 0; at < packed.length || at === 0; at += SLICE_BYTES) {
        inflate.push(packed.subarray(at, at + SLICE_BYTES), at + SLICE_BYTES >= packed.length);
      }
    } catch (failure) {
      throw failure instanceof BadArchive ? failure : new BadArchive(`${name} is damaged`);
    }
    return joined(chunks);
  }

  private take(chunk: Uint8Array): Uint8Array {
    this.room -= chunk.length;
    if (this.room >= 0) return chunk;
    throw new BadArchive(`it holds more than ${this.most / 1024 / 1024} MB once it is unpacked`);
  }
}

/** A thousandfold at most, once unpacked: the limit is noticed in time. */
const SLICE_BYTES = 16 * 1024;

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
