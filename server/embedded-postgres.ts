import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chown, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { keptSecret } from './data-folder';
import type { Log } from './log';
import { locatePostgres, type PostgresPrograms } from './postgres-programs';
import { embeddedAddress, embeddedDatabase, portFile, postgresRoles } from './postgres-roles';
import { postgresUser, requireReachable, type UnixUser } from './postgres-user';
import { processIdentity } from './process-identity';
import { StartError } from './start-error';

export interface EmbeddedPostgres {
  /** The application's database for its owner, who may change the schema. */
  readonly ownerUrl: string;
  /** The same for the application, which `migrate` gives the rights that it needs. */
  readonly url: string;
  /** Called when Postgres ends without having been asked to. */
  onFailure(listener: () => void): void;
  /** Stops it after a checkpoint, cutting connections that are still open. */
  stop(): Promise<void>;
}

/** Below the range from which systems pick ports for outgoing connections. */
const ports = { lowest: 20_000, highest: 32_000 };
/** What a statement that failed was about stays out of Postgres's own words, which go into the log. */
const discreet = ['log_error_verbosity=terse', 'log_min_error_statement=panic', 'log_parameter_max_length_on_error=0'];
const startTimeout = 60_000;

/**
 * Starts Accord's own Postgres in `dataDir`/postgres, making its cluster at the first start. A Postgres that outlived a
 * killed Accord is stopped first.
 * @throws StartError, with a sentence that says what to do, if it cannot run here
 */
export async function startEmbeddedPostgres(dataDir: string, log: Log): Promise<EmbeddedPostgres> {
  const programs = await locatePostgres();
  const user = postgresUser();
  const cluster = join(dataDir, 'postgres');
  await requireSameMajor(cluster, programs);
  await mkdir(cluster, { recursive: true, mode: 0o700 });
  if (user) {
    await chown(cluster, user.uid, user.gid);
    requireReachable(user, cluster, 'the data folder', 'DATA_DIR');
    requireReachable(user, programs.postgres, 'the folder of Accord', undefined);
  }
  const password = await keptSecret(dataDir, postgresRoles.owner.secret);
  const applicationPassword = await keptSecret(dataDir, postgresRoles.application.secret);
  if ((await readdir(cluster)).length === 0) await initialise(cluster, password, programs, user);
  await stopOrphan(cluster, log);
  const port = await rememberedPort(dataDir);
  const child = await start(cluster, port, programs, user, log);

  let stopping = false;
  const failureListeners: (() => void)[] = [];
  child.once('exit', () => {
    if (!stopping) failureListeners.forEach((listener) => listener());
  });
  const stop = async () => {
    stopping = true;
    await stopProcess(child);
  };
  try {
    await ensureDatabase(embeddedAddress({ role: 'owner', password, port, database: 'postgres' }), applicationPassword);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    ownerUrl: embeddedAddress({ role: 'owner', password, port }),
    url: embeddedAddress({ role: 'application', password: applicationPassword, port }),
    onFailure: (listener) => void failureListeners.push(listener),
    stop,
  };
}

async function requireSameMajor(cluster: string, programs: PostgresPrograms): Promise<void> {
  const version = (await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => '')).trim();
  if (version && version !== programs.major)
    throw new StartError(
      `The data folder ${cluster} was written by Postgres ${version}, but this Accord brings Postgres ${programs.major}; ` +
        `start it with the Accord that wrote it, make a dump there and load it here. Nothing has been changed.`,
    );
}

async function initialise(cluster: string, password: string, programs: PostgresPrograms, user: UnixUser | undefined): Promise<void> {
  const passwordFile = join(cluster, '..', `initdb-password.${process.pid}`);
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (user) await chown(passwordFile, user.uid, user.gid);
  try {
    execFileSync(
      programs.initdb,
      [`--pgdata=${cluster}`, '--auth=scram-sha-256', `--username=${postgresRoles.owner.name}`, `--pwfile=${passwordFile}`, '--encoding=UTF8', '--locale=C', '--data-checksums'],
      { ...user, cwd: cluster, env: { ...process.env, LC_ALL: 'C' }, stdio: 'pipe' },
    );
  } catch (error) {
    await Promise.all((await readdir(cluster)).map((entry) => rm(join(cluster, entry), { recursive: true })));
    const said = String((error as { stderr?: Buffer }).stderr ?? error).trim();
    throw new StartError(`Postgres could not make its files in ${cluster}: ${said.split('\n').at(-1)}`);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** A Postgres whose Accord was killed runs on, and nothing else may run on its files: it is stopped in good order. */
async function stopOrphan(cluster: string, log: Log): Promise<void> {
  const pid = Number((await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0]);
  if (!pid || !(await isPostgresOf(pid, cluster))) return;
  log.warn({ pid }, 'stopping a postgres left over by an Accord that was killed');
  for (const [signal, patience] of [['SIGINT', 8_000], ['SIGQUIT', 5_000], ['SIGKILL', 2_000]] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    for (const until = Date.now() + patience; Date.now() < until; await sleep(50)) if (!processIdentity(pid)) return;
  }
  throw new StartError(`A Postgres left over from an earlier start (process ${pid}) holds ${cluster} and does not stop; please end it.`);
}

/** Whether `pid`, which may have passed to another program since, is a Postgres that works in this folder. */
async function isPostgresOf(pid: number, cluster: string): Promise<boolean> {
  if (!processIdentity(pid)) return false;
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => {
    try {
      return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    } catch {
      return '';
    }
  });
  return command.includes('postgres') && command.includes(cluster);
}

async function rememberedPort(dataDir: string): Promise<number> {
  const file = join(dataDir, portFile);
  const kept = Number(await readFile(file, 'utf8').catch(() => ''));
  if (kept && (await isFree(kept))) return kept;
  for (;;) {
    const port = ports.lowest + Math.floor(Math.random() * (ports.highest - ports.lowest));
    if (!(await isFree(port))) continue;
    await writeFile(file, `${port}\n`);
    return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

/** Starts the server and waits until it takes connections; tries again while traces of a killed one fade (shared memory, lock). */
async function start(cluster: string, port: number, programs: PostgresPrograms, user: UnixUser | undefined, log: Log): Promise<ChildProcess> {
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=60', 'fsync=on', 'synchronous_commit=on', 'shared_buffers=64MB', ...discreet];
  for (const until = Date.now() + startTimeout; ; await sleep(500)) {
    // Its own process group: Ctrl-C reaches Accord alone, which stops Postgres after the last commit.
    const child = spawn(programs.postgres, ['-D', cluster, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])], {
      ...user,
      cwd: cluster,
      env: { ...process.env, LC_ALL: 'C' },
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    });
    let said = '';
    const ready = await new Promise<boolean>((resolve) => {
      child.once('error', (error) => {
        said += error.message;
        resolve(false);
      });
      child.once('exit', () => resolve(false));
      child.stderr?.setEncoding('utf8').on('data', (text: string) => {
        if (said.length < 20_000) said += text;
        for (const line of text.trim().split('\n')) log.debug({ postgres: line }, 'postgres');
        if (said.includes('ready to accept connections')) resolve(true);
      });
    });
    if (ready) return child;
    const passing = /lock file|shared memory|already in use|starting up/i.test(said);
    if (!passing || Date.now() > until) throw new StartError(`Postgres did not start in ${cluster}: ${said.trim().split('\n').slice(-2).join(' ')}`);
    log.warn('postgres is still held by an earlier start; trying again');
  }
}

/** Also in a folder whose Accord knew the owner alone, or whose application's password has been lost. */
async function ensureDatabase(url: string, applicationPassword: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount: databases } = await client.query('select 1 from pg_database where datname = $1', [embeddedDatabase]);
    if (!databases) await client.query(`create database ${embeddedDatabase}`);
    const application = postgresRoles.application.name;
    const { rowCount: roles } = await client.query('select 1 from pg_roles where rolname = $1', [application]);
    if (!roles) await client.query(`create role ${application}`);
    await client.query(`alter role ${application} login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password ${client.escapeLiteral(applicationPassword)}`);
  } finally {
    await client.end();
  }
}

function stopProcess(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    const impatience = setTimeout(() => child.kill('SIGQUIT'), 5_000);
    child.once('exit', () => {
      clearTimeout(impatience);
      resolve();
    });
    child.kill('SIGINT'); // Postgres's "fast shutdown"
  });
}
