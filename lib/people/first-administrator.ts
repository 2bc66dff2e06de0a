import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { audit } from '@/lib/db/audit';
import type { Database, Queryable } from '@/lib/db/client';
import { people } from '@/lib/db/schema/people';
import { accessLinkPath } from './access-token';
import { issueAccessLink } from './issue-access-link';

/** True once somebody can look after people. */
export async function hasAdministrator(db: Queryable): Promise<boolean> {
  const [any] = await db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.isAdministrator, true), isNull(people.disabledAt), isNotNull(people.passwordHash)))
    .limit(1);
  return any !== undefined;
}

/**
 * A one-time link that makes the first administrator. Called at every start without demo people; whoever reads the server's
 * output may follow it.
 * @param address the installation's own address, e.g. `https://accord.example.org`
 * @returns null once there is an administrator
 */
export async function firstAdministratorLink(db: Database, address: string): Promise<string | null> {
  if (await hasAdministrator(db)) return null;
  return db.transaction(async (tx) => {
    const { token } = await issueAccessLink(tx, 'first-administrator', null);
    await audit(tx, { person: null, verb: 'person.create-first-administrator-link' });
    return new URL(accessLinkPath(token), address).href;
  });
}
