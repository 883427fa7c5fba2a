import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createContext, runInContext, type Context } from 'node:vm';

/** What a window must have for office.js to start in it. */
export interface OfficeContext {
  readonly window: Context;
  /** Runs a script of the add-in as the page's script element would. */
  run(file: string): void;
  /** A message of the host arrives. */
  deliver(message: string): void;
  close(): void;
}

export interface OfficeContextOptions {
  /** The folder of office.js as published, unmodified. */
  readonly officeJsFolder: string;
  readonly frameName: string;
  /** Of the page that the add-in believes to stand in. */
  readonly pageUrl: string;
  readonly hostOrigin: string;
  /** The file that the add-in's server answers a path with; undefined where it has none. */
  fileBehind(pathname: string): string | undefined;
  /** A message of office.js for the host. */
  receive(message: string): void;
}

/** Loads office.js in a context of its own: no browser, no document beyond what the library touches. */
export function openOfficeContext(options: OfficeContextOptions): OfficeContext {
  const listeners = new Set<(event: object) => void>();
  const timers = new Set<NodeJS.Timeout>();
  const parent = {
    postMessage: (message: string) => queueMicrotask(() => options.receive(message)),
  };
  const storage = memoryStorage();
  const window: Record<string, unknown> = {
    name: options.frameName,
    parent,
    top: parent,
    location: locationOf(options.pageUrl),
    history: {},
    navigator: { userAgent: 'Mozilla/5.0 (Node)', language: 'en-US', platform: 'Node' },
    sessionStorage: storage,
    localStorage: memoryStorage(),
    console: quietConsole,
    performance,
    queueMicrotask,
    URL,
    URLSearchParams,
    TextEncoder,
    TextDecoder,
    AbortController,
    crypto: globalThis.crypto,
    setTimeout: (work: () => void, delay?: number, ...args: []) => keep(setTimeout(work, delay, ...args)),
    clearTimeout,
    // office.js polls its parent for ever; that must not keep a process alive.
    setInterval: (work: () => void, delay?: number, ...args: []) =>
      keep(setInterval(work, delay, ...args)).unref(),
    clearInterval,
    addEventListener: (type: string, listener: (event: object) => void) => {
      if (type === 'message') listeners.add(listener);
    },
    removeEventListener: (_type: string, listener: (event: object) => void) => listeners.delete(listener),
    attachEvent: undefined,
  };
  window['window'] = window;
  window['self'] = window;
  const context = createContext(window);
  // A global without document members would be taken for a worker.
  window['document'] = documentOf(options, run);

  function keep(timer: NodeJS.Timeout): NodeJS.Timeout {
    timers.add(timer);
    return timer;
  }

  function run(file: string): void {
    runInContext(readFileSync(file, 'utf8'), context, { filename: file });
  }

  run(path.join(options.officeJsFolder, 'office.js'));
  return {
    window,
    run,
    deliver: (message) => {
      const event = { data: message, origin: options.hostOrigin, source: parent };
      for (const listener of [...listeners]) listener(event);
    },
    close: () => {
      for (const timer of timers) clearTimeout(timer);
      listeners.clear();
    },
  };
}

const quietConsole = { log: ignore, info: ignore, debug: ignore, warn: ignore, error: ignore, trace: ignore };

function ignore(): void {}

function memoryStorage() {
  const values = new Map<string, string>();
  return {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, String(value)),
    removeItem: (key: string) => void values.delete(key),
    clear: () => values.clear(),
    key: (index: number) => [...values.keys()][index] ?? null,
    get length() {
      return values.size;
    },
  };
}

function locationOf(address: string) {
  const { href, origin, protocol, host, hostname, port, pathname, search, hash } = new URL(address);
  return { href, origin, protocol, host, hostname, port, pathname, search, hash, toString: () => href };
}

/** Script elements load from the library's folder or the add-in's; every other element is inert. */
function documentOf(options: OfficeContextOptions, run: (file: string) => void) {
  const { origin, hostname } = new URL(options.pageUrl);
  const base = `${origin}/office-js/`;
  const fileBehind = ({ href, pathname }: URL): string | undefined => {
    if (href.startsWith(base)) return path.join(options.officeJsFolder, pathname.slice('/office-js/'.length));
    return href.startsWith(`${origin}/`) ? options.fileBehind(decodeURIComponent(pathname)) : undefined;
  };
  const append = (element: FakeElement) => {
    if (element.tagName !== 'SCRIPT' || element.src === undefined) return element;
    const file = fileBehind(new URL(element.src, options.pageUrl));
    setTimeout(() => {
      if (file === undefined) return element.onerror?.({ type: 'error', target: element });
      run(file);
      element.readyState = 'complete';
      element.onload?.({ type: 'load', target: element });
      element.onreadystatechange?.();
    }, 0);
    return element;
  };
  const head = { appendChild: append, insertBefore: append, removeChild: ignore };
  const own = { src: `${base}office.js`, getAttribute: () => null, parentNode: head };
  return {
    readyState: 'complete',
    domain: hostname,
    URL: options.pageUrl,
    cookie: '',
    head,
    body: head,
    documentElement: head,
    referrer: '',
    currentScript: own,
    createElement: (name: string): FakeElement => fakeElement(name),
    getElementsByTagName: (name: string) =>
      name === 'script' ? [own] : name === 'head' || name === 'body' ? [head] : [],
    getElementById: () => null,
    querySelector: () => null,
    querySelectorAll: () => [],
    addEventListener: ignore,
    removeEventListener: ignore,
    write: ignore,
  };
}

interface FakeEvent {
  readonly type: string;
  readonly target: FakeElement;
}

interface FakeElement {
  readonly tagName: string;
  src?: string;
  href?: string;
  readyState?: string;
  onload?: (event: FakeEvent) => void;
  onerror?: (event: FakeEvent) => void;
  onreadystatechange?: () => void;
  readonly style: object;
  readonly hostname: string;
  readonly protocol: string;
  setAttribute(name: string, value: string): void;
}

/** An anchor is how the library takes addresses apart. */
function fakeElement(name: string): FakeElement {
  const element: FakeElement = {
    tagName: name.toUpperCase(),
    style: {},
    get hostname() {
      return element.href === undefined ? '' : new URL(element.href).hostname;
    },
    get protocol() {
      return element.href === undefined ? '' : new URL(element.href).protocol;
    },
    setAttribute(attribute, value) {
      Reflect.set(element, attribute, value);
    },
  };
  return element;
}
