import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Queryable } from '@/lib/db/client';
import { accessLinks, people } from '@/lib/db/schema/people';
import { hashAccessToken } from './access-token';
import { hasAdministrator } from './first-administrator';
import type { IssuedLink } from './issue-access-link';

export interface OpenLink {
  readonly purpose: IssuedLink['purpose'];
  /** Whose it is; null for the first administrator, who does not exist yet. */
  readonly person: { readonly name: string; readonly email: string } | null;
}

/**
 * What a link is for, without spending it: mail scanners open links.
 * @returns null if it is unknown, spent, expired, its person is disabled, or somebody else has become the first administrator
 */
export async function readAccessLink(db: Queryable, token: string): Promise<OpenLink | null> {
  const [row] = await db
    .select({ purpose: accessLinks.purpose, name: people.name, email: people.email, disabledAt: people.disabledAt })
    .from(accessLinks)
    .leftJoin(people, eq(accessLinks.personId, people.id))
    .where(and(eq(accessLinks.tokenHash, hashAccessToken(token)), isNull(accessLinks.spentAt), gt(accessLinks.expiresAt, new Date())));
  if (!row || row.disabledAt) return null;
  if (row.purpose === 'first-administrator' && (await hasAdministrator(db))) return null; // each start printed one
  return { purpose: row.purpose, person: row.name !== null && row.email !== null ? { name: row.name, email: row.email } : null };
}
