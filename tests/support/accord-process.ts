import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embeddedAddressIn, type PostgresRole } from '@/server/postgres-roles';

const startPatience = 60_000;

/** Accord as people run it: `npm start`'s own program in production mode, in a process of its own. */
export interface AccordProcess {
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  /** All that it has written so far, to both streams. */
  output(): string;
  /** The embedded database, for looking inside; by default as its owner, who may do anything there. */
  databaseUrl(role?: PostgresRole): Promise<string>;
  /** Asks it to end and waits. @returns its exit code */
  stop(signal?: 'SIGTERM' | 'SIGINT'): Promise<number | null>;
  /** SIGKILL to the server alone, or to its Postgres, too: nothing gets to say goodbye. */
  kill(what: 'server' | 'everything'): Promise<void>;
}

export interface AccordOptions {
  /** By default a new one, in the system's folder for temporary files. */
  readonly dataDir?: string;
  /** By default a free one. */
  readonly port?: number;
  /** Over the environment of the tests; `undefined` unsets. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** A data folder that also Postgres's own user can enter (for root). Remove it with `removeFolder`. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'accord-test-'));
  await chmod(folder, 0o755);
  return folder;
}

export function removeFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** A port that nobody listens on just now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}

/** Starts the built Accord and waits until it says that it is ready. @throws with its output if it ends instead */
export async function startAccord(options: AccordOptions = {}): Promise<AccordProcess> {
  const dataDir = options.dataDir ?? (await temporaryFolder());
  const port = options.port ?? (await freePort());
  const { child, output, ended } = launch({ ...options, dataDir, port });
  const url = `http://localhost:${port}`;
  await new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`Accord did not start within ${startPatience / 1000} s:\n${output()}`));
    }, startPatience);
    const look = () => {
      if (!output().includes('Accord is ready')) return;
      clearTimeout(late);
      resolve();
    };
    child.stdout?.on('data', look);
    void ended.then((code) => {
      clearTimeout(late);
      reject(new Error(`Accord ended with ${code}:\n${output()}`));
    });
  });
  return {
    url,
    port,
    dataDir,
    output,
    databaseUrl: (role) => databaseUrlOf(dataDir, role),
    stop(signal = 'SIGTERM') {
      child.kill(signal);
      return ended;
    },
    async kill(what) {
      const postgres = what === 'everything' ? await postgresPidOf(dataDir) : undefined;
      child.kill('SIGKILL');
      if (postgres) process.kill(postgres, 'SIGKILL');
      await ended;
    },
  };
}

/** Runs a start that is expected to fail. @returns how it ended and what it wrote */
export async function failingStart(options: AccordOptions = {}): Promise<{ readonly code: number | null; readonly output: string }> {
  const { child, output, ended } = launch({ dataDir: options.dataDir ?? '/nonexistent/accord', port: options.port ?? (await freePort()), ...options });
  const late = setTimeout(() => child.kill('SIGKILL'), startPatience);
  const code = await ended;
  clearTimeout(late);
  return { code, output: output() };
}

/** Runs `npm run admin -- …` on a data folder. @returns how it ended and what it wrote */
export async function runAdmin(args: readonly string[], dataDir: string, env: Readonly<Record<string, string>> = {}): Promise<{ readonly code: number | null; readonly output: string }> {
  const { output, ended } = launch({ dataDir, port: 3000, env }, ['server/admin.mjs', ...args]);
  return { code: await ended, output: output() };
}

/** Runs `npm run verify -- …`. @returns how it ended and what it wrote */
export async function runVerify(args: readonly string[], env: Readonly<Record<string, string>>, dataDir = '/nonexistent/accord'): Promise<{ readonly code: number | null; readonly output: string }> {
  const { output, ended } = launch({ dataDir, port: 3000, env }, ['server/verify.mjs', ...args]);
  return { code: await ended, output: output() };
}

function launch({ dataDir, port, env = {} }: AccordOptions & { readonly dataDir: string; readonly port: number }, program: readonly string[] = ['server/start.mjs']): {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
} {
  const own = ['HOST', 'DATABASE_URL', 'DATABASE_OWNER_URL', 'NEXTAUTH_URL', 'NEXTAUTH_SECRET', 'LOG_LEVEL', 'NODE_ENV', 'TLDRAW_LICENSE_KEY', 'SMTP_URL'];
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.includes(name) && !name.startsWith('VITEST')));
  const child = spawn(process.execPath, program, {
    cwd: join(import.meta.dirname, '..', '..'),
    env: { ...inherited, NODE_ENV: undefined, DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'info', ...env } as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  return { child, output: () => text, ended };
}

/** Where the embedded Postgres of a data folder can be reached while it runs. */
export async function databaseUrlOf(dataDir: string, role: PostgresRole = 'owner'): Promise<string> {
  const url = await embeddedAddressIn(dataDir, role);
  if (!url) throw new Error(`no Postgres has been started in ${dataDir}`);
  return url;
}

/** The process id of the Postgres that runs in a data folder, if one does. */
export async function postgresPidOf(dataDir: string): Promise<number | undefined> {
  const [line] = (await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  return Number(line) || undefined;
}
