import type { Addin } from '../addin';
import { browserXml } from '../file/package/xml';
import { readManifest, type AddinManifest } from '../manifest';
import type { FunctionsMetadata, ShortcutsFile } from '../workbench';

/** What describes an add-in to its host: the manifest, and the files that it names. */
export interface AddinFiles {
  /** Where the add-in's own files are served. */
  readonly origin: string;
  readonly manifest: AddinManifest;
  readonly addin: Addin;
  /** The icon's address. */
  readonly icon?: string;
}

async function fetchOwn(address: string): Promise<Response> {
  const answer = await fetch(address);
  if (!answer.ok) {
    throw new Error(`${address} is not there (${answer.status}): build the add-in, and load this page anew.`);
  }
  return answer;
}

const fetchJson = <T>(address: string): Promise<T> =>
  fetchOwn(address).then((answer) => answer.json() as Promise<T>);

/** The page's own server has the add-in's files, too: the add-in's may be one that the browser does not trust yet. */
function ownAddress(url: string, origin: string): string {
  if (url.startsWith(`${origin}/`)) return `addin/files${url.slice(origin.length)}`;
  throw new Error(
    `The manifest names ${url}, which is not below the address of its <SourceLocation>: only files of the add-in's own origin are served.`,
  );
}

export async function fetchAddinFiles(): Promise<AddinFiles> {
  const [{ origin }, text] = await Promise.all([
    fetchJson<{ origin: string }>('addin/origin.json'),
    fetchOwn('addin/manifest.xml').then((answer) => answer.text()),
  ]);
  const manifest = readManifest(browserXml.parse(text), origin);
  const { id, name, namespace, functions, shortcutsUrl, iconUrl } = manifest;
  const [metadata, shortcuts] = await Promise.all([
    functions === undefined
      ? { functions: [] }
      : fetchJson<FunctionsMetadata>(ownAddress(functions.metadataUrl, origin)),
    shortcutsUrl === undefined ? undefined : fetchJson<ShortcutsFile>(ownAddress(shortcutsUrl, origin)),
  ]);
  return {
    origin,
    manifest,
    addin: { id, name, namespace, metadata, ...(shortcuts && { shortcuts }) },
    ...(iconUrl?.startsWith(`${origin}/`) && { icon: ownAddress(iconUrl, origin) }),
  };
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
