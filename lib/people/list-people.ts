import { and, gt, isNull } from 'drizzle-orm';
import type { Queryable } from '@/lib/db/client';
import { accessLinks, people } from '@/lib/db/schema/people';
import { requirePeopleManager, type Doer } from './doer';

export interface ListedPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly delegationId: string | null;
  readonly isHead: boolean;
  readonly isSpeaker: boolean;
  readonly isAdministrator: boolean;
  readonly mayCreateScenarios: boolean;
  readonly isDemo: boolean;
  /** `invited`: has no password yet. */
  readonly state: 'active' | 'invited' | 'disabled';
  /** A link that has not been spent and still holds. */
  readonly hasOpenLink: boolean;
}

/**
 * Everybody who has an account, by name.
 * @throws AccordError `forbidden`
 */
export async function listPeople(db: Queryable, doer: Doer): Promise<readonly ListedPerson[]> {
  requirePeopleManager(doer);
  const rows = await db.select().from(people).where(isNull(people.erasedAt)).orderBy(people.name, people.email);
  const open = await db
    .select({ personId: accessLinks.personId })
    .from(accessLinks)
    .where(and(isNull(accessLinks.spentAt), gt(accessLinks.expiresAt, new Date())));
  const withLink = new Set(open.map((link) => link.personId));
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    email: row.email,
    delegationId: row.delegationId,
    isHead: row.isHead,
    isSpeaker: row.isSpeaker,
    isAdministrator: row.isAdministrator,
    mayCreateScenarios: row.mayCreateScenarios,
    isDemo: row.isDemo,
    state: row.disabledAt ? 'disabled' : row.passwordHash === null ? 'invited' : 'active',
    hasOpenLink: withLink.has(row.id),
  }));
}
