import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type Frame, type Page } from 'playwright-core';
import { ROOT, startServer, type RunningServer } from './command-line';
import { PATIENCE, eventually } from './waiting';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

interface Viewport {
  readonly width: number;
  readonly height: number;
}

export interface OpenOptions {
  /** What serves the workbench; `npm start` by default. */
  readonly program?: readonly string[];
  /** The ribbon command that runs first, as `?command=` in the address; none by default. */
  readonly command?: string;
  /** Two panes, as of two people at one workbook; one by default. */
  readonly panes?: 2;
  readonly viewport?: Viewport;
}

export interface OpenWorkbench {
  readonly page: Page;
  /** The add-in's frame, office.js ready and functions associated. */
  readonly frame: Frame;
  readonly server: RunningServer;
  /** Every address that the page and its frames asked for. */
  readonly requests: readonly string[];
  /** Errors that nobody caught, in the page or in the frame. */
  readonly failures: readonly string[];
  close(): Promise<void>;
}

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['BROWSER_PATH'] ?? '',
    args: ARGUMENTS,
    timeout: PATIENCE,
  });

/** A page that waits as long as everything else here. */
export async function newPage(
  browser: Browser,
  viewport: Viewport = { width: 1440, height: 900 },
): Promise<Page> {
  const page = await browser.newPage({ ignoreHTTPSErrors: true, viewport });
  page.setDefaultTimeout(PATIENCE);
  return page;
}

async function inTime<T>(work: Promise<T>, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} within ${PATIENCE} ms.`)), PATIENCE);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Opens the workbench in a browser of its own; returns when the add-in's functions can be called. */
export async function openWorkbench(options: OpenOptions = {}): Promise<OpenWorkbench> {
  const browser = await launchBrowser();
  const server = await startServer(options.program).catch(async (problem: unknown) => {
    await browser.close();
    throw problem;
  });
  const close = async () => {
    await browser.close();
    await server.close();
  };
  try {
    const page = await newPage(browser, options.viewport);
    const requests: string[] = [];
    const failures: string[] = [];
    page.on('request', (sent) => requests.push(sent.url()));
    page.on('pageerror', (failure) => failures.push(failure.stack ?? failure.message));
    const query = new URLSearchParams({
      ...(options.command ? { command: options.command } : {}),
      ...(options.panes ? { panes: String(options.panes) } : {}),
    });
    await page.goto(`${server.workbenchOrigin}/?${query}`);
    await page.waitForFunction(() => window.workbench !== undefined);
    await inTime(ready(page), 'The add-in was not ready');
    const [frame] = await addinFrames(page, server, 1);
    if (!frame) throw new Error('The add-in was not loaded into a frame.');
    return { page, frame, server, requests, failures, close };
  } catch (problem) {
    await close();
    throw problem;
  }
}

/** The add-in's functions can be called. */
export const ready = (page: Page): Promise<unknown> => page.evaluate(() => window.workbench?.ready);

const hasOffice = (frame: Frame): Promise<boolean> =>
  frame.evaluate(() => typeof Excel === 'object' && typeof Excel.run === 'function').catch(() => false);

/** As many frames with the add-in as there are to be at least, once office.js is up in all of them. */
export async function addinFrames(page: Page, server: RunningServer, atLeast: number): Promise<Frame[]> {
  const frames = () => page.frames().filter((frame) => frame.url().startsWith(server.addinOrigin));
  await eventually(
    () => Promise.all(frames().map(hasOffice)),
    (up) => {
      if (up.length < atLeast || up.includes(false))
        throw new Error(
          `The add-in is up in ${up.filter(Boolean).length} of ${up.length} frames, not in ${atLeast}.`,
        );
    },
  );
  return frames();
}

/** Saves what a person would see under dist/screenshots, to be looked at. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const folder = path.join(ROOT, 'dist/screenshots');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
}
