import type { FunctionsMetadata, ShortcutsFile } from '../workbench';
import { readManifest, type AddinManifest } from './manifest';

/** What describes an add-in to its host: the manifest, and the metadata of its functions. */
export interface AddinFiles {
  /** Where the add-in's own files are served. */
  readonly origin: string;
  readonly manifest: AddinManifest;
  readonly metadata: FunctionsMetadata;
  readonly shortcuts?: ShortcutsFile;
}

async function fetchOwn(address: string): Promise<Response> {
  const answer = await fetch(address);
  if (!answer.ok) {
    throw new Error(`${address} is not there (${answer.status}): build the add-in with "npm run build".`);
  }
  return answer;
}

const fetchShortcuts = (): Promise<ShortcutsFile> =>
  fetchOwn('addin/shortcuts.json').then((answer) => answer.json() as Promise<ShortcutsFile>);

export async function fetchAddinFiles(): Promise<AddinFiles> {
  const [where, manifest, metadata] = await Promise.all([
    fetchOwn('addin/origin.json').then((answer) => answer.json() as Promise<{ origin: string }>),
    fetchOwn('addin/manifest.xml').then((answer) => answer.text()),
    fetchOwn('addin/functions.json').then((answer) => answer.json() as Promise<FunctionsMetadata>),
  ]);
  const read = readManifest(manifest, where.origin);
  // From the page's own server: the add-in's may be one that the browser does not trust yet.
  const shortcuts = read.shortcutsUrl === undefined ? undefined : await fetchShortcuts();
  return { origin: where.origin, manifest: read, metadata, ...(shortcuts && { shortcuts }) };
}

const ASK_AGAIN_MILLISECONDS = 2000;

/** Whether the add-in's origin answers: it does not while the browser distrusts its certificate. */
async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { method: 'HEAD' })).ok;
  } catch {
    return false;
  }
}

/** Resolves as soon as the address answers; `explain` is called once when it does not at first. */
export async function whenReachable(url: string, explain: () => void): Promise<void> {
  if (await answers(url)) return;
  explain();
  do {
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MILLISECONDS));
  } while (!(await answers(url)));
}
