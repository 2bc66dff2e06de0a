import { connect, createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A line to Postgres that a test can cut. */
export interface PostgresProxy {
  /** The database's address by way of the proxy. */
  readonly url: string;
  /** Lets the next such statement through, and cuts the line before its answer comes back. Resolves when that has happened. */
  loseNext(statement: 'begin' | 'commit'): Promise<void>;
  /** Cuts every line, and takes no new one until `mend`. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

/** Stands between a server and its database. */
export async function postgresProxy(databaseUrl: string): Promise<PostgresProxy> {
  const target = new URL(databaseUrl);
  const lines = new Set<Socket>();
  let isCut = false;
  let awaited: { readonly query: Buffer; readonly lost: () => void } | null = null;
  const server = createServer((near) => {
    if (isCut) return void near.destroy();
    const far = connect(Number(target.port), target.hostname);
    let losing: (() => void) | null = null;
    for (const [one, other] of [[near, far], [far, near]] as const) {
      lines.add(one);
      one.setNoDelay(true);
      one.on('error', () => {});
      one.on('close', () => {
        lines.delete(one);
        other.destroy();
      });
    }
    near.on('data', (data) => {
      if (awaited && data.includes(awaited.query)) {
        losing = awaited.lost;
        awaited = null;
      }
      far.write(data);
    });
    far.on('data', (data) => {
      if (!losing) return void near.write(data);
      near.destroy();
      far.destroy();
      losing();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(databaseUrl);
  url.port = String((server.address() as AddressInfo).port);
  url.hostname = '127.0.0.1';
  return {
    url: url.href,
    loseNext: (statement) => new Promise((lost) => (awaited = { query: Buffer.from(`${statement}\0`), lost })),
    cut() {
      isCut = true;
      for (const line of lines) line.destroy();
    },
    mend() {
      isCut = false;
    },
    async close() {
      for (const line of lines) line.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
