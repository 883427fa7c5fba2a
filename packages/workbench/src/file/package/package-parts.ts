import { problemOfArchive, problemOfBytes } from './file-kind';
import { attributesOf } from './xml-text';
import { UnreadableFile } from './unreadable-file';
import { BadArchive, Unpacking, zipEntries, type ZipEntry } from './zip-entries';

/** A workbook's file, unpacked. */
export interface Package {
  /** The text of each part that is XML, by its path without a slash in front. */
  readonly parts: Map<string, string>;
  /** Pictures as data addresses, by path. */
  readonly images: ReadonlyMap<string, string>;
  /** The paths of everything that the file holds, read or not. */
  readonly paths: readonly string[];
}

/** @throws UnreadableFile */
export function readPackage(bytes: Uint8Array): Package {
  try {
    return unpacked(bytes);
  } catch (failure) {
    if (failure instanceof BadArchive)
      throw new UnreadableFile(
        `cannot be read: ${failure.message}. Get the file once more, or open and save it in the program that wrote it.`,
      );
    throw failure;
  }
}

function unpacked(bytes: Uint8Array): Package {
  refuse(problemOfBytes(bytes));
  const entries = zipEntries(bytes).map((entry) => ({ ...entry, name: withoutSlash(entry.name) }));
  refuse(problemOfArchive(entries));
  const unpacking = new Unpacking();
  const parts = new Map<string, string>();
  const images = new Map<string, string>();
  for (const entry of entries) {
    const type = IMAGE_TYPES[extensionOf(entry.name)];
    if (/\.(?:xml|rels)$/i.test(entry.name)) parts.set(entry.name, partText(entry, unpacking.unpack(entry)));
    else if (type !== undefined) images.set(entry.name, dataAddress(type, unpacking.unpack(entry)));
  }
  for (const [path, text] of parts)
    if (path.endsWith('.rels')) parts.set(path, withRelativeTargets(path, text));
  return { parts, images, paths: entries.map(({ name }) => name) };
}

function refuse(problem: string | undefined): void {
  if (problem !== undefined) throw new UnreadableFile(problem);
}

const withoutSlash = (name: string) => name.replaceAll('\\', '/').replace(/^\/+/, '');

const extensionOf = (name: string) => name.slice(name.lastIndexOf('.') + 1).toLowerCase();

const IMAGE_TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  bmp: 'image/bmp',
};

function dataAddress(type: string, bytes: Uint8Array): string {
  let signs = '';
  for (const byte of bytes) signs += String.fromCharCode(byte);
  return `data:${type};base64,${btoa(signs)}`;
}

/** No part of a workbook has a document type: one is there only to define entities, which may grow without end. */
function partText({ name }: ZipEntry, bytes: Uint8Array): string {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text))
    throw new UnreadableFile(
      `has definitions of its own in ${name}, which no workbook of Excel has. It is not opened, as they can do harm.`,
    );
  return withoutPrefix(text);
}

const encodingOf = ([first, second]: Uint8Array): string =>
  first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';

const MAIN_PREFIX =
  /\bxmlns:(\w+)="http:\/\/(?:schemas\.openxmlformats\.org\/spreadsheetml\/2006|purl\.oclc\.org\/ooxml\/spreadsheetml)\/main"/;

/** Some writers give the elements of a workbook a prefix (`<x:row>`), which nothing here expects. */
function withoutPrefix(text: string): string {
  const prefix = MAIN_PREFIX.exec(text)?.[1];
  return prefix === undefined || !new RegExp(`^(?:<\\?[^>]*>|\\s|\\ufeff)*<${prefix}:`).test(text)
    ? text
    : text.replace(new RegExp(`(</?)${prefix}:`, 'g'), '$1');
}

export interface Relation {
  readonly id: string;
  /** The last word of its type, e.g. worksheet. */
  readonly type: string;
  /** The path of a part; an address for something outside. */
  readonly target: string;
  readonly isExternal: boolean;
}

export const relationsPath = (path: string) => path.replace(/([^/]*)$/, '_rels/$1.rels');

/** What a part refers to. */
export function relationsOf({ parts }: Pick<Package, 'parts'>, path: string): Relation[] {
  const text = parts.get(relationsPath(path)) ?? '';
  return [...text.matchAll(RELATION)].map(([tag]) => {
    const { Id = '', Type = '', Target = '', TargetMode } = attributesOf(tag);
    const isExternal = TargetMode === 'External';
    const type = Type.slice(Type.lastIndexOf('/') + 1);
    return { id: Id, type, target: isExternal ? Target : resolved(folderOf(path), Target), isExternal };
  });
}

const RELATION = /<(?:\w+:)?Relationship\s[^>]*>/g;

const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1);

/** `/xl/a.xml`, `../a.xml` and `a.xml`, as seen from a folder. */
function resolved(folder: string, target: string): string {
  const path = target.startsWith('/') ? target.slice(1) : folder + target;
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** The grid's import knows targets only as seen from the part that names them. */
function withRelativeTargets(path: string, text: string): string {
  const source = path.replace('_rels/', '').replace(/\.rels$/, '');
  return text.replace(RELATION, (tag) => {
    const { Target = '', TargetMode } = attributesOf(tag);
    if (TargetMode === 'External' || !Target.startsWith('/')) return tag;
    return tag.replace(
      /\bTarget\s*=\s*(?:"[^"]*"|'[^']*')/,
      () => `Target="${relative(folderOf(source), resolved('', Target))}"`,
    );
  });
}

function relative(folder: string, path: string): string {
  const from = folder.split('/').filter((step) => step !== '');
  const to = path.split('/');
  let common = 0;
  while (common < from.length && from[common] === to[common]) common += 1;
  return '../'.repeat(from.length - common) + to.slice(common).join('/');
}
