import { execFileSync, spawnSync } from 'node:child_process';
import { StartError } from './start-error';

/** A user of the operating system, as `spawn` takes it. */
export interface UnixUser {
  readonly uid: number;
  readonly gid: number;
}

/**
 * As whom Postgres runs: it refuses to run as root, so there it gets the system's user `postgres`, made when missing.
 * @returns undefined where Accord's own user will do
 * @throws StartError if no such user can be made
 */
export function postgresUser(): UnixUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const id = (flag: '-u' | '-g') => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    try {
      execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'], { stdio: 'ignore' });
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      throw new StartError('Postgres does not run as root and the user "postgres" could not be made; start Accord as another user, or set DATABASE_URL.');
    }
  }
}

/** @throws StartError if `user` cannot open `path`, saying what to do */
export function requireReachable(user: UnixUser, path: string, what: string, variable: string | undefined): void {
  if (spawnSync('/bin/sh', ['-c', 'test -r "$1" && test -x "$1"', 'sh', path], { ...user, cwd: '/', stdio: 'ignore' }).status === 0) return;
  throw new StartError(
    `Accord runs as root, so its Postgres runs as the user "postgres", who cannot reach ${what} (${path}); ` +
      (variable ? `choose a ${variable} that every user may enter, such as /var/lib/accord, or ` : 'move Accord to a folder that every user may enter, such as /opt/accord, or ') +
      `start Accord as an ordinary user.`,
  );
}
