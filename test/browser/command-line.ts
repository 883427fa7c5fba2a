import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';

export const ROOT = path.resolve(__dirname, '../..');

export interface Finished {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

const start = (args: readonly string[], environment: NodeJS.ProcessEnv = {}): ChildProcess =>
  spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PORT: '', ADDIN_PORT: '', ...environment },
  });

/** Runs a Node program of the project until it ends by itself. */
export function runToEnd(args: readonly string[], environment?: NodeJS.ProcessEnv): Promise<Finished> {
  const child = start(args, environment);
  let output = '';
  let errors = '';
  child.stdout?.on('data', (chunk) => (output += String(chunk)));
  child.stderr?.on('data', (chunk) => (errors += String(chunk)));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output, errors })));
}

export interface RunningServer {
  /** Where the workbench is, with the command that `npm start` begins with. */
  readonly address: string;
  readonly workbenchOrigin: string;
  readonly addinOrigin: string;
  /** Everything that the command printed. */
  output(): string;
  /** Ends it as Ctrl+C does. @returns its exit code */
  close(): Promise<number | null>;
}

/** What `npm start` runs. */
const NPM_START = ['scripts/start.mjs'];

/** Runs a program that serves the workbench, on free ports, without opening a window. */
export async function startServer(program: readonly string[] = NPM_START): Promise<RunningServer> {
  const child = start([...program, '--no-open', '--port', '0', '--addin-port', '0']);
  let output = '';
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  // A test that is broken off must not leave its server behind.
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  void ended.then(() => process.off('exit', kill));
  const address = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: unknown) => {
      output += String(chunk);
      const found = / is ready: (\S+)[\s\S]*Press Ctrl\+C/.exec(output)?.[1];
      if (found) resolve(found);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    void ended.then((code) => reject(new Error(`${program.join(' ')} ended with ${code}:\n${output}`)));
  });
  const { origin } = new URL(address);
  return {
    address,
    workbenchOrigin: origin,
    addinOrigin: await addinOriginOf(origin),
    output: () => output,
    close: () => {
      child.kill('SIGINT');
      return ended;
    },
  };
}

async function addinOriginOf(workbenchOrigin: string): Promise<string> {
  const { body } = await request(`${workbenchOrigin}/addin/origin.json`);
  return (JSON.parse(body) as { origin: string }).origin;
}

export interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: string;
}

/** Asks for exactly this path: nothing normalises dots or escapes on the way, as a browser or fetch would. */
export async function request(address: string, options: RequestOptions = {}): Promise<Answer> {
  const https = await import('node:https');
  const [, origin = '', rawPath = '/'] = /^(https:\/\/[^/]+)(.*)$/.exec(address) ?? [];
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const sent = https.request(
      { hostname, port, path: rawPath || '/', rejectUnauthorized: false, ...options },
      (response) => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (chunk) => (body += chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}

interface RequestOptions {
  readonly method?: string;
  readonly headers?: Record<string, string>;
}
