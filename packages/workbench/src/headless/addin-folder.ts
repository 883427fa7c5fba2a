import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Addin } from '../addin';
import { readManifest } from '../manifest';
import type { FunctionsMetadata, ShortcutsFile } from '../workbench';
import { nodeXml } from './node-xml';

/** An add-in whose functions run in this process. */
export interface HeadlessAddin extends Addin {
  /** The address of the page that its script believes to stand in. */
  readonly pageUrl: string;
  /** Script files to run after office.js, in this order. */
  readonly scripts: readonly string[];
  /** What the scripts may fetch; nothing when left out. */
  readonly folder?: string;
}

export interface AddinFolder {
  /** The file of the manifest, as Excel is given it. */
  readonly manifest: string;
  /** What a web server would ship at the origin that the manifest names. */
  readonly folder: string;
}

/** Office refuses pages of other origins than its own host name, so that every add-in is served here. */
export const ADDIN_ORIGIN = 'https://localhost:3000';

/**
 * Reads an add-in as built, as Excel finds it: by its manifest.
 * @throws Error with a sentence that names the file
 */
export function readAddin({ manifest, folder }: AddinFolder): HeadlessAddin {
  const { id, name, namespace, paneUrl, functions, shortcutsUrl } = parse(manifest);
  const fileOf = (url: string) => fileBehind(url, folder, manifest);
  return {
    id,
    name,
    namespace,
    pageUrl: paneUrl,
    folder,
    metadata: functions ? readJson<FunctionsMetadata>(fileOf(functions.metadataUrl)) : { functions: [] },
    scripts: functions ? [fileOf(functions.scriptUrl)] : [],
    ...(shortcutsUrl !== undefined && { shortcuts: readJson<ShortcutsFile>(fileOf(shortcutsUrl)) }),
  };
}

function parse(manifest: string) {
  try {
    return readManifest(nodeXml.parse(readFileSync(manifest, 'utf8')), ADDIN_ORIGIN);
  } catch (problem) {
    throw new Error(`${manifest} cannot be read as a manifest: ${messageOf(problem)}`);
  }
}

/** The file that the add-in's server would answer with. */
function fileBehind(url: string, folder: string, manifest: string): string {
  if (!url.startsWith(`${ADDIN_ORIGIN}/`)) {
    throw new Error(
      `${manifest} names ${url}, which is not below the address of its <SourceLocation>: only files of the add-in's own origin are read.`,
    );
  }
  const pathname = decodeURIComponent(new URL(url).pathname);
  const file = fileIn(folder, pathname);
  if (file !== undefined) return file;
  throw new Error(
    `${path.join(folder, pathname)} does not exist, but ${manifest} names it. Build the add-in first.`,
  );
}

/** The file that a server of this folder answers a path with; undefined where there is none. */
export function fileIn(folder: string | undefined, pathname: string): string | undefined {
  if (folder === undefined) return undefined;
  const file = path.join(folder, pathname);
  return existsSync(file) ? file : undefined;
}

function readJson<T>(file: string): T {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch (problem) {
    throw new Error(`${file} is not JSON: ${messageOf(problem)}`);
  }
}

const messageOf = (problem: unknown) => (problem instanceof Error ? problem.message : String(problem));
