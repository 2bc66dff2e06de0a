import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Database } from '@/lib/db/client';
import { peopleNamed } from '@/lib/db/people-named';
import { inboxEntries } from '@/lib/db/schema/inbox';
import { delegations, people } from '@/lib/db/schema/people';
import { scenarios } from '@/lib/db/schema/scenarios';
import { languageOfDelegation } from '@/lib/domain/delegations';
import { isLanguage, type Language } from '@/lib/domain/languages';
import type { InboxEntry } from './inbox-entry';
import { ownEntries } from './own-entries';

export interface MailContent {
  readonly to: { readonly name: string; readonly email: string };
  /** The one that the reader has chosen, else that of their delegation. */
  readonly language: Language;
  /** The newest first. */
  readonly entries: readonly InboxEntry[];
}

/**
 * Whom a mail goes to and what it tells, as things stand now.
 * @returns null if there is no reason left to send it: all was read meanwhile, the right or the account is gone, or the person
 *   wants no mail any more
 */
export async function readMail(db: Database, mail: string, person: string): Promise<MailContent | null> {
  const [found] = await db.select({ to: people, delegation: delegations.code }).from(people).leftJoin(delegations, eq(delegations.id, people.delegationId)).where(eq(people.id, person));
  const to = found?.to;
  if (!to || to.disabledAt || to.erasedAt || to.mailFrequency === 'never') return null;
  const rows = await db
    .select({ entry: inboxEntries, summary: scenarios.summary })
    .from(inboxEntries)
    .leftJoin(scenarios, eq(scenarios.id, inboxEntries.scenarioId))
    .where(and(eq(inboxEntries.mailId, mail), isNull(inboxEntries.readAt), ownEntries(db, person)))
    .orderBy(desc(inboxEntries.at), desc(inboxEntries.id));
  if (rows.length === 0) return null;
  const named = await peopleNamed(db, rows.flatMap(({ entry }) => entry.byId ?? []));
  return {
    to: { name: to.name, email: to.email },
    language: isLanguage(to.locale) ? to.locale : languageOfDelegation(found.delegation),
    entries: rows.map(({ entry, summary }) => ({
      id: entry.id,
      kind: entry.kind,
      by: (entry.byId && named.get(entry.byId)) || null,
      scenario: entry.scenarioId && summary ? { id: entry.scenarioId, title: summary.title } : null,
      subject: entry.subject,
      at: entry.at.toISOString(),
      read: false,
    })),
  };
}
