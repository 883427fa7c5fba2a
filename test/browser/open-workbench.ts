import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type Frame, type Page } from 'playwright-core';
import { ROOT, startServer, type RunningServer } from './command-line';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface OpenOptions {
  /** The ribbon command that runs first, as `?command=` in the address; none by default. */
  readonly command?: string;
  /** Two panes, as of two people at one workbook; one by default. */
  readonly panes?: 2;
  readonly viewport?: { readonly width: number; readonly height: number };
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
  chromium.launch({ executablePath: process.env['BROWSER_PATH'] ?? '', args: ARGUMENTS });

/** Less than a test may take, so that a browser that waits for ever is closed and does not keep the run alive. */
const OPENS_WITHIN = 90_000;

async function inTime<T>(work: Promise<T>, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} within ${OPENS_WITHIN} ms.`)), OPENS_WITHIN);
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
  const server = await startServer().catch(async (problem: unknown) => {
    await browser.close();
    throw problem;
  });
  const close = async () => {
    await browser.close();
    await server.close();
  };
  try {
    const page = await browser.newPage({
      ignoreHTTPSErrors: true,
      viewport: options.viewport ?? { width: 1440, height: 900 },
    });
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
    await inTime(
      page.evaluate(() => window.workbench?.ready),
      'The add-in was not ready',
    );
    const frame = page.frames().find((candidate) => candidate.url().startsWith(server.addinOrigin));
    if (!frame) throw new Error('The add-in was not loaded into a frame.');
    return { page, frame, server, requests, failures, close };
  } catch (problem) {
    await close();
    throw problem;
  }
}

/** Saves what a person would see under dist/screenshots, to be looked at. */
export async function screenshot(page: Page, name: string): Promise<void> {
  const folder = path.join(ROOT, 'dist/screenshots');
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
}
