import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const NOT_OURS = new Set(['node_modules', 'dist', 'coverage', '.git', '.certificates', '.meterbook-lock']);

/** Endings by which a word in code type is known as a file. */
const FILE = /\.(ts|tsx|js|mjs|cjs|json|md|css|html|xml|csv|xlsx|yml|py|lock)$/;

/** Files of a build, which are not there before it. */
const BUILT = new Set(['functions.json', 'functions.js', 'taskpane.js']);

/** What the documents may name. */
export interface House {
  /** Files and folders from the root, with / between. */
  readonly paths: ReadonlySet<string>;
  /** The scripts of package.json. */
  readonly scripts: ReadonlySet<string>;
  /** The headings of a document, as the ends of links name them. */
  anchors(document: string): ReadonlySet<string>;
}

/** The house as it stands below a root. */
export function houseAt(root: string): House {
  const paths = new Set<string>();
  const walk = (folder: string): void => {
    for (const name of readdirSync(path.join(root, folder))) {
      if (NOT_OURS.has(name)) continue;
      const place = folder === '' ? name : `${folder}/${name}`;
      paths.add(place);
      if (statSync(path.join(root, place)).isDirectory()) walk(place);
    }
  };
  walk('');
  const scriptsOf = (file: string): string[] =>
    Object.keys(
      (JSON.parse(readFileSync(path.join(root, file), 'utf8')) as { scripts?: object }).scripts ?? {},
    );
  return {
    paths,
    scripts: new Set([...paths].filter((place) => /(^|\/)package\.json$/.test(place)).flatMap(scriptsOf)),
    anchors: (document) =>
      anchorsOf(existsSync(path.join(root, document)) ? readFileSync(path.join(root, document), 'utf8') : ''),
  };
}

/** As a host of repositories makes them from headings. */
export function anchorsOf(text: string): Set<string> {
  const headings = withoutBlocks(text).matchAll(/^#{1,6} +(.+)$/gm);
  return new Set(
    [...headings].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

/** What a document names and is not there, each as a sentence. */
export function missingIn(document: string, text: string, house: House): string[] {
  const prose = withoutBlocks(text);
  const wrong = [...badLinks(document, prose, house), ...badFiles(document, text, prose, house)];
  // Commands stand in blocks as well.
  for (const [, script = ''] of text.matchAll(/\bnpm run (?:--silent |-s )?([a-z][\w:-]*)/g)) {
    if (!house.scripts.has(script)) wrong.push(`npm run ${script}: package.json has no such script`);
  }
  return [...new Set(wrong)].map((sentence) => `${document}: ${sentence}`);
}

function badLinks(document: string, prose: string, { paths, anchors }: House): string[] {
  const links = prose.replaceAll(/`[^`\n]+`/g, '').matchAll(/\]\(([^)\s]+)\)/g);
  return [...links].flatMap(([, target = '']) => {
    if (/^[a-z]+:/.test(target)) return [];
    const [file = '', anchor] = target.split('#');
    const place = file === '' ? document : path.posix.join(path.posix.dirname(document), file);
    if (!paths.has(place.replace(/\/$/, ''))) return [`the link ${target} leads nowhere`];
    if (anchor === undefined || anchors(place).has(anchor)) return [];
    return [`the link ${target} leads to no heading of ${place}`];
  });
}

function badFiles(document: string, text: string, prose: string, house: House): string[] {
  const examples = examplesIn(text);
  const spans = [...prose.matchAll(/`([^`\n]+)`/g)].map(([, span = '']) => span);
  return spans
    .filter((span) => isPath(span, document, house))
    .flatMap(alternatives)
    .filter((name) => !examples.some((example) => name.includes(example)))
    .filter((name) => !isThere(name, document, house))
    .map((name) => `there is no ${name}`);
}

/** What a recipe makes up says so: <!-- Not there: blended-price, BLENDED_PRICE --> */
const examplesIn = (text: string): string[] =>
  [...text.matchAll(/<!-- Not there: (.+?) -->/g)].flatMap(([, names = '']) => names.split(', '));

function isPath(span: string, document: string, { paths }: House): boolean {
  // A command, a formula, an address, a pattern with a blank to fill in.
  if (/[\s=()<>…:@"']/.test(span) || span.startsWith('-')) return false;
  const steps = span.split('/');
  const [first = ''] = steps;
  if (BUILT.has(span) || steps.some((step) => NOT_OURS.has(step))) return false;
  // FILE.json stands for any file.
  if (FILE.test(span.replace(/\}$/, ''))) return !/^[A-Z]{4,}\./.test(span) || paths.has(span);
  if (!span.includes('/')) return false;
  return paths.has(first) || paths.has(path.posix.join(path.posix.dirname(document), first));
}

/** src/calc/{exact,native} names two folders. */
function alternatives(name: string): string[] {
  const [all, list] = /\{([^}]*)\}/.exec(name) ?? [];
  if (all === undefined || list === undefined) return [name];
  return list.split(',').flatMap((part) => alternatives(name.replace(all, part.trim())));
}

/** From the root, from the document's folder, or, for a file that every such folder has, the end of some path. */
function isThere(name: string, document: string, { paths }: House): boolean {
  const wanted = name.replace(/\/$/, '');
  const beside = path.posix.join(path.posix.dirname(document), wanted);
  if (wanted.includes('*')) {
    const pattern = new RegExp(`(^|/)${wanted.split('*').map(escaped).join('[^/]*')}$`);
    return [...paths].some((place) => pattern.test(place));
  }
  if (paths.has(wanted) || paths.has(beside)) return true;
  return FILE.test(wanted) && [...paths].some((place) => place.endsWith(`/${wanted}`));
}

const escaped = (text: string): string => text.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&');

/** Prose alone: what stands in fenced blocks is code. */
const withoutBlocks = (text: string): string => text.replaceAll(/^```[\s\S]*?^```/gm, '');
