import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The users of the embedded Postgres, and in which file of the data folder the password of each is kept. The owner migrates;
 * the application connects as somebody who has no right to rewrite what is written once.
 */
export const postgresRoles = {
  owner: { name: 'accord', secret: 'postgres-password' },
  application: { name: 'accord_application', secret: 'postgres-application-password' },
} as const;

export type PostgresRole = keyof typeof postgresRoles;

export const embeddedDatabase = 'accord';
/** File of the data folder with the port on which its Postgres listens. */
export const portFile = 'postgres-port';

/** The address of a database of an embedded Postgres for one of its users. */
export function embeddedAddress({ role, password, port, database = embeddedDatabase }: { readonly role: PostgresRole; readonly password: string; readonly port: number | string; readonly database?: string }): string {
  return `postgres://${postgresRoles[role].name}:${password}@127.0.0.1:${port}/${database}`;
}

/** Where the embedded database of a data folder is while it runs; undefined if the folder holds none that this Accord has started. */
export async function embeddedAddressIn(dataDir: string, role: PostgresRole): Promise<string | undefined> {
  const [password, port] = await Promise.all([postgresRoles[role].secret, portFile].map(async (name) => (await readFile(join(dataDir, name), 'utf8').catch(() => '')).trim()));
  return password && port ? embeddedAddress({ role, password, port }) : undefined;
}
