import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { build } from 'esbuild';
import { testSecret } from './sync-world';

export interface KillableServer {
  /** `ws://127.0.0.1:<port>/sync` */
  readonly url: string;
  /** SIGKILL: no goodbye to anybody. */
  kill(): Promise<void>;
  /** SIGTERM. @returns the exit code */
  stop(): Promise<number | null>;
}

/** Bundles the server as production does. @returns the file to start */
export const bundleServer = (): Promise<string> => bundleProcess('sync-process');

/** Bundles a program of this folder. @returns the file to start */
export async function bundleProcess(name: string): Promise<string> {
  const outfile = join(process.cwd(), '.build', 'tests', `${name}.mjs`);
  await build({
    entryPoints: [join(process.cwd(), `tests/faults/support/${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    alias: { '@': process.cwd() },
    logLevel: 'error',
  });
  return outfile;
}

export async function startKillableServer(file: string, databaseUrl: string): Promise<KillableServer> {
  const child: ChildProcess = spawn(process.execPath, [file], {
    env: { ...process.env, DATABASE_URL: databaseUrl, NEXTAUTH_SECRET: testSecret },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit') as Promise<[number | null]>;
  const [port] = (await Promise.race([
    once(child.stdout!, 'data'),
    exited.then(([code]) => Promise.reject(new Error(`the server ended with ${code}`))),
  ])) as [Buffer];
  return {
    url: `ws://127.0.0.1:${String(port).trim()}/sync`,
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
    async stop() {
      child.kill('SIGTERM');
      return (await exited)[0];
    },
  };
}
